"""Citations: which article of which instrument says so."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

_DIGITS = "零一二三四五六七八九"
_TEN = 10
_HUNDRED = 100


def chinese_number(number: int) -> str:
    """Return a number from 1 to 999 as the statutes write it: 十五, 三十三, 二百零三."""
    hundreds, rest = divmod(number, _HUNDRED)
    if not hundreds:
        return _below_hundred(rest)
    head = _DIGITS[hundreds] + "百"
    if not rest:
        return head
    if rest < _TEN:
        return head + "零" + _DIGITS[rest]
    # 一百一十, not 一百十: after a hundred the ten is counted too.
    return head + ("一" if rest // _TEN == 1 else "") + _below_hundred(rest)


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, _TEN)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


@dataclass(frozen=True)
class Instrument:
    """A legal text: its title, its number, and the day it came into force."""

    key: str
    title: str
    short: str
    english: str
    number: str
    in_force: date | None
    url: str = ""
    verified: bool = True

    @property
    def full_title(self) -> str:
        """The title in book-title marks, with the document number where it has one."""
        return f"《{self.title}》" + (f"（{self.number}）" if self.number else "")


@dataclass(frozen=True)
class Citation:
    """One place in a legal text: article, paragraph (款), item (项); 0 where not named."""

    instrument: Instrument
    article: int = 0
    paragraph: int = 0
    item: int = 0

    @cached_property
    def place(self) -> str:
        """The place in Chinese: 第三十三条第二款."""
        parts = (
            f"第{chinese_number(self.article)}条" if self.article else "",
            f"第{chinese_number(self.paragraph)}款" if self.paragraph else "",
            f"第（{chinese_number(self.item)}）项" if self.item else "",
        )
        return "".join(parts)

    @cached_property
    def short(self) -> str:
        """The citation for a list: 条例(2019) 第三十三条第二款."""
        return f"{self.instrument.short} {self.place}".rstrip()

    @cached_property
    def full(self) -> str:
        """The citation for a letter: 《政府信息公开条例》第三十三条第二款."""
        return f"《{self.instrument.title}》{self.place}"

    @cached_property
    def english(self) -> str:
        """The citation in English: OGI Regulations (2019), art. 33(2)."""
        if not self.article:
            return self.instrument.english
        paragraph = f"({self.paragraph})" if self.paragraph else ""
        item = f" item {self.item}" if self.item else ""
        return f"{self.instrument.english}, art. {self.article}{paragraph}{item}"

    def __str__(self) -> str:
        """Print the short form, which a refusal or a ledger carries."""
        return self.short


def cite(instrument: Instrument, article: int = 0, paragraph: int = 0, item: int = 0) -> Citation:
    """Return the citation of an article, paragraph and item of an instrument."""
    return Citation(instrument, article, paragraph, item)
