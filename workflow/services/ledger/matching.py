"""Which row of a book is which record: by number, else by content, the n-th equal by the n-th."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from workflow.ledger.faults import FaultCode, LedgerFault
from workflow.ledger.rows import Line
from workflow.ledger.sheets import Column, Sheet
from workflow.ledger.values import cell_for, shown
from workflow.services.ledger.contradictions import Finding, fault_at

L = TypeVar("L", bound=Line)
Id = TypeVar("Id", int, str)
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Record(Generic[Id, L]):
    """A record as a row of its sheet, with what the register knows it by."""

    id: Id
    line: L


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell of the book that says otherwise than the record."""

    sheet: str
    row: int
    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Alike:
    """What makes a row and a record the same: a number, or what stays while a matter goes on."""

    known_by: tuple[str, ...]
    like: tuple[str, ...]

    def number(self, line: Line) -> Key | None:
        """Return what a row is known by, or None where part of it is not filled in."""
        key = _key(line, self.known_by)
        return key if key and all(key) else None


def match(
    lines: Sequence[L], records: Sequence[Record[Id, L]], sheet: Sheet, alike: Alike
) -> list[Record[Id, L] | None]:
    """Return the record of each row, or None for a row that is new.

    Rows are known by their number; the rest by all they say, then by what stays as it is. A row
    and a record that both have a number are never the same under another.
    """
    found: list[Record[Id, L] | None] = [None] * len(lines)
    whole = tuple(name for name in sheet.by_field if name not in alike.known_by)
    left = _by_number(lines, records, alike, found)
    for fields in (whole, alike.like):
        left = _by_content(lines, left, fields, alike, found)
    return found


def _by_number(
    lines: Sequence[L],
    records: Sequence[Record[Id, L]],
    alike: Alike,
    found: list[Record[Id, L] | None],
) -> list[Record[Id, L]]:
    """Find the rows whose number is on record, and return the records left over."""
    numbered: dict[Key, Record[Id, L]] = {}
    left: list[Record[Id, L]] = []
    wanted = {alike.number(line) for line in lines} - {None}
    for record in records:
        key = alike.number(record.line)
        if key is not None and key in wanted and key not in numbered:
            numbered[key] = record
        else:
            left.append(record)
    for place, line in enumerate(lines):
        key = alike.number(line)
        if key is not None:
            found[place] = numbered.get(key)
    return left


def _by_content(
    lines: Sequence[L],
    records: Sequence[Record[Id, L]],
    fields: tuple[str, ...],
    alike: Alike,
    found: list[Record[Id, L] | None],
) -> list[Record[Id, L]]:
    """Find rows by what they hold, each record once, and return the records left over."""
    plain: dict[Key, deque[Record[Id, L]]] = defaultdict(deque)
    numbered: dict[Key, deque[Record[Id, L]]] = defaultdict(deque)
    for record in records:
        has_number = alike.number(record.line) is not None
        (numbered if has_number else plain)[_key(record.line, fields)].append(record)
    for place, line in enumerate(lines):
        if found[place] is not None:
            continue
        key = _key(line, fields)
        pools = (plain,) if alike.number(line) is not None else (plain, numbered)
        pool = next((pool[key] for pool in pools if pool.get(key)), None)
        if pool is not None:
            found[place] = pool.popleft()
    return [record for pool in (plain, numbered) for rest in pool.values() for record in rest]


def _key(line: Line, fields: Iterable[str]) -> Key:
    return tuple(getattr(line, name) for name in fields)


def differing(line: Line, record: Line) -> tuple[str, ...]:
    """Return the fields in which a row says otherwise; an empty cell says nothing."""
    said = {name: getattr(line, name) for name in sorted(line.model_fields_set - {"row"})}
    return tuple(
        name
        for name, value in said.items()
        if value not in {None, ""} and value != getattr(record, name)
    )


def differences(
    sheet: Sheet, line: Line, record: Line, fields: Iterable[str]
) -> tuple[Difference, ...]:
    """Return the cells of some fields in which a row differs from its record."""
    columns = (sheet.by_field[name] for name in fields)
    return tuple(
        Difference(
            sheet.name,
            line.row,
            column.header,
            _written(record, column),
            _written(line, column),
        )
        for column in columns
    )


def _written(line: Line, column: Column) -> str:
    return shown(cell_for(getattr(line, column.field), column))


def only_once(lines: Sequence[L], sheet: Sheet, alike: Alike) -> tuple[list[L], list[LedgerFault]]:
    """Part the rows from those whose number stands in the book twice."""
    first: dict[Key, int] = {}
    kept: list[L] = []
    faults: list[LedgerFault] = []
    for line in lines:
        key = alike.number(line)
        row = line.row if key is None else first.setdefault(key, line.row)
        if key is None or row == line.row:
            kept.append(line)
        else:
            finding = Finding(alike.known_by[-1], FaultCode.REPEATED, str(row))
            faults.append(fault_at(sheet, line, finding))
    return kept, faults
