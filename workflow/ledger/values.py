"""What a cell says: dates, numbers, words and lists, as offices really write them."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from states.statute.outcomes import by_name
from workflow.ledger.codes import OUTCOMES, WordList, fold
from workflow.ledger.faults import FaultCode
from workflow.ledger.sheets import Column, Kind

Cell = str | float | bool | date | datetime | time | timedelta
Value = str | int | Decimal | date | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a cell has no value: the code, and what its sentence needs."""

    code: FaultCode
    hint: str = ""


Parser = Callable[[Cell, Column], Value | Wrong | None]

_WHOLE_DATE = re.compile(
    r"((?:19|20|21)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
    r"(?:[\sT]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?",
    re.ASCII,
)
_PART_OF_A_DATE = re.compile(
    r"(?:\d{4}\s*年?|\d{1,4}\s*[-/.年月]\s*\d{1,2}\s*[月日]?|\d{1,2}\s*[月日])", re.ASCII
)
_COUNT = re.compile(r"(\d{1,15})(?:\.0+)?(?:个?工作日|年度?|[天日个件条项份])?", re.ASCII)
_AMOUNT = re.compile(r"[¥$]?(\d{1,12}(?:\.\d{1,2}0*)?)元?", re.ASCII)
_LIST_MARK = re.compile(r"[、;,\n]")
_DASH = re.compile(r"[‐‑‒–—―−]+")

# Excel counts days from here; the serials of 1980-01-01 and 2099-12-31 bound what may be one.
_EPOCH = date(1899, 12, 30)
_SERIALS = range(29221, 73051)


def is_blank(cell: Cell) -> bool:
    """Whether nothing stands in a cell but perhaps space."""
    return cell == "" or (isinstance(cell, str) and not cell.strip())


def shown(cell: Cell) -> str:
    """Return a cell as a person sees it: whole numbers without a point, days without midnight."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return str(cell)


def parse(cell: Cell, column: Column) -> Value | Wrong | None:
    """Return what a cell says in a column, None for nothing, or what is wrong with it."""
    return None if is_blank(cell) else PARSERS[column.kind](cell, column)


def _text(cell: Cell, _column: Column) -> Value | Wrong | None:
    return shown(cell)


def _prose(cell: Cell, _column: Column) -> Value | Wrong | None:
    return cell if isinstance(cell, str) else shown(cell)


def _date(cell: Cell, _column: Column) -> Value | Wrong | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float) and int(cell) in _SERIALS:
        return _EPOCH + timedelta(days=int(cell))
    return _written_date(unicodedata.normalize("NFKC", shown(cell)).strip())


def _written_date(text: str) -> date | Wrong:
    if text.isdecimal() and int(text) in _SERIALS:
        return _EPOCH + timedelta(days=int(text))
    found = _WHOLE_DATE.fullmatch(text)
    if found is None:
        partial = _PART_OF_A_DATE.fullmatch(text)
        return Wrong(FaultCode.PARTIAL_DATE if partial else FaultCode.NOT_A_DATE)
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return Wrong(FaultCode.IMPOSSIBLE_DATE)


def _number(cell: Cell, _column: Column) -> Value | Wrong | None:
    found = _COUNT.fullmatch(fold(shown(cell)).replace(",", ""))
    return Wrong(FaultCode.NOT_A_NUMBER) if found is None else int(found[1])


def _money(cell: Cell, _column: Column) -> Value | Wrong | None:
    found = _AMOUNT.fullmatch(fold(shown(cell)).replace(",", ""))
    return Wrong(FaultCode.NOT_AN_AMOUNT) if found is None else Decimal(found[1])


def _yes_no(cell: Cell, _column: Column) -> Value | Wrong | None:
    if isinstance(cell, bool):
        return cell
    word = fold(shown(cell))
    return word == "是" if word in {"是", "否"} else Wrong(FaultCode.NOT_YES_OR_NO)


def _choice(cell: Cell, column: Column) -> Value | Wrong | None:
    words = _words(column)
    return words.code_of(shown(cell)) or Wrong(FaultCode.NOT_ON_LIST, words.shown)


def _choices(cell: Cell, column: Column) -> Value | Wrong | None:
    """Read a list, in any order of the clerk's; a word said twice counts once."""
    words = _words(column)
    said = _LIST_MARK.split(unicodedata.normalize("NFKC", shown(cell)))
    found = [words.code_of(word) for word in said if word.strip()]
    codes = tuple(dict.fromkeys(code for code in found if code is not None))
    if not codes or None in found:
        return Wrong(FaultCode.NOT_ON_LIST, words.shown)
    return codes


def _outcome(cell: Cell, _column: Column) -> Value | Wrong | None:
    found = by_name(_DASH.sub("-", fold(shown(cell))))
    return found if found is not None else Wrong(FaultCode.NOT_ON_LIST, OUTCOMES.shown)


PARSERS: dict[Kind, Parser] = {
    Kind.TEXT: _text,
    Kind.PROSE: _prose,
    Kind.DATE: _date,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.OUTCOME: _outcome,
}


def cell_for(value: object, column: Column) -> Cell:
    """Return the cell a value is written as; reading it again gives the value."""
    if value is None or value in ("", column.blank):
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return value
    if isinstance(value, (Decimal, int)):
        return float(value)
    if isinstance(value, tuple):
        return "、".join(_words(column).word_of(code) for code in value)
    return str(value) if column.words is None else column.words.word_of(str(value))


def _words(column: Column) -> WordList:
    """Return the list that a column of choices has by its definition."""
    if column.words is None:
        raise TypeError(column.header)
    return column.words
