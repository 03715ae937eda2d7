"""Numbers of requests: one series for each office and year, without gaps."""

import re
import string
from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, insert, select, update
from sqlmodel import col
from sqlmodel import select as select_rows

from workflow.records.store import Prepared, Store
from workflow.records.tables.offices import OfficeRow
from workflow.records.tables.requests import NumberingRow, RequestRow

PATTERN = "{prefix}公开申〔{year}〕{serial}号"

# The settings of an office that say how it numbers.
NUMBER_PATTERN, NUMBER_PREFIX = "number_pattern", "number_prefix"

_PLACES = frozenset({"prefix", "year", "serial"})
_NEEDED = ("year", "serial")
_WIDTH = re.compile(r"(?:0?[1-9]d?)?")  # as in {serial:04}
_LONGEST = 60

# How many numbers are asked after in one query, well below what any database takes.
_AT_ONCE = 500

_LAST = Prepared(
    select(col(NumberingRow.last_serial)).where(
        col(NumberingRow.office_id) == bindparam("office"),
        col(NumberingRow.year) == bindparam("of"),
    )
)
_KEEP = Prepared(
    update(NumberingRow).where(
        col(NumberingRow.office_id) == bindparam("office"),
        col(NumberingRow.year) == bindparam("of"),
    ),
    ("last_serial",),
)
_BEGIN = Prepared(insert(NumberingRow), ("office_id", "year", "last_serial"))
_USED = Prepared(
    select(col(RequestRow.id)).where(
        col(RequestRow.office_id) == bindparam("office"),
        col(RequestRow.number) == bindparam("number"),
    )
)


class Numbering:
    """The next numbers of an office, within one unit of work.

    The pattern is the office's setting `number_pattern`; the prefix its `number_prefix`, or else
    its letter prefix, or else the first character of its name. A serial is kept in the unit of
    work that uses it: if that fails, nobody has had it, and no number is left out.
    """

    def __init__(self, store: Store) -> None:
        """Read and keep the serials through this store."""
        self._store = store
        self._words: tuple[str, str] | None = None
        self._last: dict[int, int] = {}

    def next(self, year: int, given: Collection[str] = ()) -> str:
        """Return the next number of a year that is neither used nor among those given."""
        pattern, prefix = self._pattern()
        serial = self._last_serial(year)
        while True:
            serial += 1
            number = pattern.format(prefix=prefix, year=year, serial=serial)
            if number not in given and not self._is_used(number):
                self._keep(year, serial)
                return number

    def used_among(self, numbers: Sequence[str]) -> set[str]:
        """Return those of the numbers that requests of the office already bear."""
        found: set[str] = set()
        for start in range(0, len(numbers), _AT_ONCE):
            asked = numbers[start : start + _AT_ONCE]
            query = select_rows(RequestRow.number).where(
                RequestRow.office_id == self._store.office_id, col(RequestRow.number).in_(asked)
            )
            found.update(self._store.all(query))
        return found

    def _pattern(self) -> tuple[str, str]:
        if self._words is None:
            office = self._store.first(
                select_rows(OfficeRow).where(OfficeRow.id == self._store.office_id)
            )
            if office is None:  # pragma: no cover - a store is opened for an office that is there
                raise LookupError(self._store.office_id)
            self._words = numbered_by(office)
        return self._words

    def _last_serial(self, year: int) -> int:
        if year not in self._last:
            rows = self._store.fetch(_LAST, {"office": self._store.office_id, "of": year})
            self._last[year] = rows[0][0] if rows else 0
        return self._last[year]

    def _is_used(self, number: str) -> bool:
        values = {"office": self._store.office_id, "number": number}
        return bool(self._store.fetch(_USED, values))

    def _keep(self, year: int, serial: int) -> None:
        office = self._store.office_id
        values = {"office": office, "of": year, "last_serial": serial}
        if not self._store.run(_KEEP, values):
            self._store.run(_BEGIN, {"office_id": office, "year": year, "last_serial": serial})
        self._last[year] = serial


def numbered_by(office: OfficeRow) -> tuple[str, str]:
    """Return the pattern and the prefix by which an office numbers its requests."""
    prefix = office.letter_prefix or (office.short_name or office.name)[:1]
    return (
        str(office.settings.get(NUMBER_PATTERN, PATTERN)),
        str(office.settings.get(NUMBER_PREFIX, prefix)),
    )


def fault_of(pattern: str) -> str:
    """Return what keeps a pattern from giving every year and serial its own number, or nothing."""
    try:
        parts = [part[1:] for part in string.Formatter().parse(pattern) if part[1] is not None]
    except ValueError:
        return pattern
    for name, width, conversion in parts:
        if name not in _PLACES or conversion or not _WIDTH.fullmatch(width or ""):
            return f"{{{name}}}"
    names = [name for name, _, _ in parts]
    for needed in _NEEDED:
        if needed not in names:
            return f"{{{needed}}}"
    if len(pattern) > _LONGEST or not pattern.isprintable():
        return pattern[_LONGEST:] or pattern
    return ""
