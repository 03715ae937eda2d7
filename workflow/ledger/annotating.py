"""A copy of a book with the reasons beside each row, for the clerk to mend and import again."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from workflow.ledger.codes import fold
from workflow.ledger.faults import LedgerFault, explain
from workflow.ledger.headers import FAULT_HEADER, heading_in, is_fault_header
from workflow.ledger.reading import Grid, open_book
from workflow.ledger.sheets import Sheet, sheet_named
from workflow.ledger.values import Cell
from workflow.ledger.xlsx import Look, Looks, put, workbook

_REASON_WIDTH = 60
_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")

ByRow = Mapping[int, Sequence[LedgerFault]]


def annotated_copy(book_path: Path, faults: Iterable[LedgerFault], out: Path) -> None:
    """Write the book's cells to an .xlsx with a column 错误 and the faulty cells marked."""
    by_sheet: dict[str, dict[int, list[LedgerFault]]] = defaultdict(lambda: defaultdict(list))
    for fault in faults:
        by_sheet[fault.sheet][fault.row].append(fault)
    sheets = open_book(book_path)
    with workbook(out) as copy:
        looks = Looks.of(copy)
        for name, load in sheets.items():
            grid = load()
            page = _page(copy, name)
            _Copier(page, looks, out, grid, by_sheet.get(name, {})).copy(sheet_named(name))


def _page(copy: Workbook, name: str) -> Worksheet:
    """Add a page; the name of a file may hold what the name of a page may not."""
    return copy.add_worksheet(_NOT_IN_A_NAME.sub("_", name)[:_LONGEST_NAME])


@dataclass(slots=True)
class _Copier:
    """Copies one sheet cell by cell, and puts the reasons right of everything else."""

    page: Worksheet
    looks: Looks
    out: Path
    grid: Grid
    faults: ByRow
    places: dict[str, int] = field(default_factory=dict)

    def copy(self, sheet: Sheet | None) -> None:
        """Copy every row; the header row tells where each column stands."""
        for row, cells in self.grid.rows:
            if sheet and not self.places and heading_in(cells, row, sheet, self.grid.width):
                self.places = _places(cells)
                self._copy_heading(row, cells)
            else:
                self._copy_cells(row, cells)
                self._put_reasons(row, self.looks.reason)

    @property
    def _reason_place(self) -> int:
        """The column 错误 of an earlier copy, or the first free one."""
        return self.places.get(FAULT_HEADER, self.grid.width)

    def _copy_heading(self, row: int, cells: Sequence[Cell]) -> None:
        """Copy the header row, and name the column of reasons if there are any."""
        self._copy_cells(row, cells)
        if self.faults:
            column = self.grid.left + self._reason_place
            self.page.set_column(column, column, _REASON_WIDTH)
            self._put(row, self._reason_place, FAULT_HEADER, self.looks.header)
            self._put_reasons(row, self.looks.header, prefix=f"{FAULT_HEADER}：\n")

    def _copy_cells(self, row: int, cells: Sequence[Cell]) -> None:
        """Copy a row without the reasons of an earlier copy; mark what is wrong."""
        wrong = {self.places.get(fold(fault.column)) for fault in self.faults.get(row, ())}
        for place, cell in enumerate(cells):
            if place in wrong:
                self._put(row, place, cell, self.looks.wrong)
            elif cell != "" and place != self.places.get(FAULT_HEADER):
                self._put(row, place, cell, self.looks.body)

    def _put_reasons(self, row: int, look: Look, prefix: str = "") -> None:
        if row in self.faults:
            reasons = prefix + "\n".join(map(explain, self.faults[row]))
            self._put(row, self._reason_place, reasons, look)

    def _put(self, row: int, place: int, cell: Cell, look: Look) -> None:
        put(self.page, (row - 1, self.grid.left + place), cell, look, self.out)


def _places(cells: Sequence[Cell]) -> dict[str, int]:
    """Return where each header stands; of two equal ones the first."""
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if isinstance(cell, str):
            places.setdefault(FAULT_HEADER if is_fault_header(cell) else fold(cell), place)
    return places
