"""Reading a whole book: every good row as a line, every bad cell as a fault, nothing in silence."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from workflow.ledger.checks import Values, findings
from workflow.ledger.codes import fold
from workflow.ledger.faults import FaultCode, LedgerFault
from workflow.ledger.headers import ENOUGH, Heading, heading_in
from workflow.ledger.reading import Grid, open_book
from workflow.ledger.rows import Line
from workflow.ledger.sheets import Column, Kind, Sheet, sheet_named
from workflow.ledger.values import Cell, Value, Wrong, is_blank, parse, shown

L = TypeVar("L", bound=Line)

_SUM_ROW = re.compile(
    r"(?:本[页月季年期]|[全月季年])?(?:合计|小计|总计|共计|累计)[:：]?\d*[件条项份]?"
)


@dataclass(frozen=True, slots=True)
class Book:
    """What a book holds: lines by sheet, faults in reading order, and what was left alone.

    `lines` has only rows without any fault. `empty_rows` and `sum_rows` count by sheet.
    """

    lines: Mapping[str, tuple[Line, ...]]
    faults: tuple[LedgerFault, ...]
    unknown_sheets: tuple[str, ...]
    unknown_columns: Mapping[str, tuple[str, ...]]
    empty_rows: Mapping[str, int]
    sum_rows: Mapping[str, int]

    def of(self, kind: type[L]) -> tuple[L, ...]:
        """Return the lines of one kind, in the order of the book."""
        return tuple(
            line for lines in self.lines.values() for line in lines if isinstance(line, kind)
        )


def read_book(path: Path, *, today: date) -> Book:
    """Read a workbook or a folder of .csv files; raise only if it cannot be read at all."""
    readers: dict[str, _SheetReader] = {}
    unknown: list[str] = []
    for name, load in open_book(path).items():
        sheet = sheet_named(name)
        if sheet is None or sheet.name in readers:
            unknown.append(name)
        else:
            readers[sheet.name] = _SheetReader(sheet, name, today)
            readers[sheet.name].read(load())
    return Book(
        lines={name: tuple(reader.lines) for name, reader in readers.items()},
        faults=tuple(fault for reader in readers.values() for fault in reader.faults),
        unknown_sheets=tuple(unknown),
        unknown_columns={
            name: reader.heading.unknown
            for name, reader in readers.items()
            if reader.heading and reader.heading.unknown
        },
        empty_rows={name: reader.skipped["empty"] for name, reader in readers.items()},
        sum_rows={name: reader.skipped["sum"] for name, reader in readers.items()},
    )


@dataclass(slots=True)
class _SheetReader:
    """Reads one sheet, and collects what it finds."""

    sheet: Sheet
    name: str
    today: date
    heading: Heading | None = None
    lines: list[Line] = field(default_factory=list)
    faults: list[LedgerFault] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    _seen: dict[tuple[Value, ...], int] = field(default_factory=dict)
    _is_whole: bool = True

    def read(self, grid: Grid) -> None:
        """Find the heading, then read every row below it."""
        if not self._find_heading(grid):
            return
        for row, cells in grid.rows:
            if self._is_row(cells):
                self._read_row(row, cells)

    def _find_heading(self, grid: Grid) -> bool:
        """Stop below the header row; a sheet with content and without one is a fault."""
        has_content = False
        for row, cells in grid.rows:
            self.heading = heading_in(cells, row, self.sheet, grid.width)
            if self.heading is not None:
                self._check_heading(self.heading)
                return True
            has_content = has_content or not all(map(is_blank, cells))
        if has_content:
            names = "、".join(column.header for column in self.sheet.columns[:ENOUGH])
            self._note(1, "", "", Wrong(FaultCode.NO_HEADER, names))
        return False

    def _check_heading(self, heading: Heading) -> None:
        for name, first in heading.twice:
            self._note(heading.row, name, name, Wrong(FaultCode.COLUMN_TWICE, first))
        for column in self.sheet.columns:
            if column.required and not heading.has(column):
                self._is_whole = False
                self._note(heading.row, column.header, "", Wrong(FaultCode.COLUMN_MISSING))

    def _is_row(self, cells: list[Cell]) -> bool:
        """Whether a row is a record: not empty in our columns, and no line of sums."""
        if all(is_blank(cell) for _, cell in self._pairs(cells)):
            self.skipped["empty"] += 1
            return False
        if self._is_sum_row(cells):
            self.skipped["sum"] += 1
            return False
        return True

    def _is_sum_row(self, cells: list[Cell]) -> bool:
        """Whether a row says 合计 and lacks what a record must have."""
        if not any(map(_says_sum, cells)):
            return False
        required = [(column, cell) for column, cell in self._pairs(cells) if column.required]
        return not required or any(
            is_blank(cell) or (column.kind is not Kind.TEXT and _says_sum(cell))
            for column, cell in required
        )

    def _pairs(self, cells: list[Cell]) -> Iterator[tuple[Column, Cell]]:
        """Yield each column with its cell; a short row ends in empty cells."""
        columns = self.heading.columns if self.heading else {}
        for place, column in columns.items():
            yield column, cells[place] if place < len(cells) else ""

    def _read_row(self, row: int, cells: list[Cell]) -> None:
        """Read one record: its cells, then what must hold between them."""
        count = len(self.faults)
        values: dict[str, Value] = {}
        wrong: dict[str, Cell] = {}
        for column, cell in self._pairs(cells):
            value = parse(cell, column)
            if value is None and column.required:
                value = Wrong(FaultCode.REQUIRED)
            if isinstance(value, Wrong):
                wrong[column.field] = cell
                self._note(row, column, cell, value)
            elif value is not None:
                values[column.field] = value
        self._check_row(row, values, frozenset(wrong), cells)
        if self._is_whole and len(self.faults) == count:
            self.lines.append(self.sheet.line.model_validate({"row": row, **values}))

    def _check_row(
        self, row: int, values: Values, wrong: frozenset[str], cells: list[Cell]
    ) -> None:
        written = {column.field: cell for column, cell in self._pairs(cells)}
        for column, reason in findings(self.sheet, values, wrong, self.today):
            self._note(row, column, written.get(column.field, ""), reason)
        if self.sheet.single and (first := self._seen.setdefault((), row)) != row:
            self._note(row, self.sheet.columns[0], "", _once(FaultCode.MORE_THAN_ONE_ROW, first))
        known_by = [values[field] for field in self.sheet.known_by if field in values]
        if known_by and len(known_by) == len(self.sheet.known_by):
            first = self._seen.setdefault(tuple(known_by), row)
            if first != row:
                column = self.sheet.by_field[self.sheet.known_by[0]]
                self._note(row, column, written[column.field], _once(FaultCode.REPEATED, first))

    def _note(self, row: int, column: Column | str, cell: Cell, reason: Wrong) -> None:
        """Collect a fault, with the header as the book writes it."""
        if isinstance(column, Column):
            column = self.heading.name_of(column) if self.heading else column.header
        self.faults.append(
            LedgerFault(self.name, row, column, shown(cell), reason.code, reason.hint)
        )


def _once(code: FaultCode, first: int) -> Wrong:
    return Wrong(code, str(first))


def _says_sum(cell: Cell) -> bool:
    """Whether a cell holds nothing but a word for a sum."""
    return isinstance(cell, str) and "计" in cell and bool(_SUM_ROW.fullmatch(fold(cell)))
