"""Printed characters made comparable: width, spacing, punctuation, thousands, and cell values."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\xad"
_SPACES = re.compile(rf"[\s{_INVISIBLE}]+")
# Digits, letters and signs of full width; Chinese punctuation stays as it is printed.
_NARROW = {
    code: code - 0xFEE0
    for code in range(0xFF01, 0xFF5F)
    if chr(code - 0xFEE0).isalnum() or chr(code - 0xFEE0) in "%+-/._{}|"
}
# Other punctuation is made Chinese, so that what is quoted reads as a report does.
_CHINESE = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）"})
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)")

_NUMBERING = re.compile(
    r"^(?:其中:?|[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d+[、.)]?)+"
)
_NOT_A_WORD = re.compile(r"[^\w/]+|_+")

_NUMBER = re.compile(
    r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?=\(?(?:万元|元|[件条次人个项份宗起例篇])?\)?$)"
)
_LONGEST_NUMBER = 15
_NOUGHTS = frozenset({"零", "〇", "○"})
_STROKES = frozenset(["/", "//", "\\", "-", "--", "–", "—", "——", "―", "无", "*"])


class Mark(StrEnum):
    """What stands in a cell where a figure belongs."""

    NUMBER = "number"
    BLANK = "blank"
    STROKE = "stroke"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed; what is no number counts as nothing."""

    printed: str
    mark: Mark
    value: float = 0

    @property
    def is_count(self) -> bool:
        """Whether it is a number of things: whole, and not below nothing."""
        return self.mark is Mark.NUMBER and self.value >= 0 and self.value == int(self.value)


def compact(text: str) -> str:
    """Return a label or a cell without spaces, in characters of one width."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", _SPACES.sub("", text)))


def tidy(text: str) -> str:
    """Return prose without spaces, digits of one width, thousands joined, marks Chinese."""
    narrow = _SPACES.sub("", text).translate(_NARROW)
    joined = _THOUSANDS.sub(lambda found: found[0].replace(",", ""), narrow)
    return joined.translate(_CHINESE)


def bare(label: str) -> str:
    """Return a label by its words alone: no numbering, no quotes, no brackets, no stops."""
    return _NOT_A_WORD.sub("", _NUMBERING.sub("", compact(label)))


def figure(cell: str) -> Figure:
    """Return what a cell holds as a figure."""
    printed = compact(cell)
    if not printed:
        return Figure("", Mark.BLANK)
    if printed in _STROKES:
        return Figure(printed, Mark.STROKE)
    if printed in _NOUGHTS:
        return Figure(printed, Mark.NUMBER, 0)
    found = _NUMBER.match(printed)
    if found and len(found[0]) <= _LONGEST_NUMBER:
        return Figure(printed, Mark.NUMBER, number(found[0]))
    return Figure(printed, Mark.WORDS)


def number(digits: str) -> float:
    """Return a number, whole where it is."""
    value = float(digits.replace(",", ""))
    return int(value) if value.is_integer() else value


def shown(value: float) -> str:
    """Return a number as it is printed: whole where it is, never in powers of ten."""
    return str(int(value)) if value == int(value) else f"{value:.10f}".rstrip("0")
