"""Tables as a workbook: text stays text, numbers are numbers, and totals are live formulas."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from workflow.documents.errors import CellTooLongError
from workflow.documents.grid import Place, places
from workflow.documents.links import absolute
from workflow.documents.literal import literal
from workflow.documents.model import Cell, Document, Figure, Table
from workflow.documents.text import columns

MAX_CELL_TEXT = 32_767
_MAX_LINK = 2_000
_MAX_NAME = 31
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_WIDTH = 96  # of all columns together, in characters: a page
_LINE = 15  # points
_CHART_ROWS = 16
_UNDATED = datetime(1980, 1, 1, tzinfo=UTC)  # a workbook must have been made on some day
_A4 = 9
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class ChartKind(StrEnum):
    """How a chart draws its values."""

    COLUMN = "column"
    BAR = "bar"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place on an earlier sheet, which is counted from nought."""

    sheet: int
    place: Place


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart of the cells from one place of a table to another, both included."""

    title: str
    labels: tuple[Place, Place]
    values: tuple[Place, Place]
    kind: ChartKind = ChartKind.COLUMN


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on a page of its own; a cell of `totals` is the sum of others, and stays so.

    A place is a row and a column of the table, counted from nought, the head included.
    """

    name: str
    table: Table
    totals: Mapping[Place, Sequence[Place | Elsewhere]] = field(default_factory=dict)
    charts: tuple[Chart, ...] = ()

    @property
    def first_row(self) -> int:
        """The row of the sheet in which the table begins: the caption stands above it."""
        return 1 if self.table.caption else 0


def sheets_of(document: Document) -> tuple[Sheet, ...]:
    """Return every table of a document as a sheet; a figure gives the table of its figures."""
    return tuple(
        Sheet(block.title, block.data)
        if isinstance(block, Figure)
        else Sheet(block.caption or document.title, block)
        for block in document.blocks
        if isinstance(block, Figure | Table)
    )


def to_xlsx(sheets: Sequence[Sheet], *, created_at: datetime | None = None) -> bytes:
    """Return the sheets as an .xlsx file; equal sheets give equal bytes."""
    whole = io.BytesIO()
    book = Workbook(whole, _OPTIONS)
    made = (created_at or _UNDATED).astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"created": made, "title": literal(sheets[0].name) if sheets else ""})
    looks = _Looks(book, {})
    names: list[str] = []
    written: list[_Page] = []
    for sheet in sheets:
        names.append(_name(sheet.name, names))
        page = _Page(book.add_worksheet(names[-1]), sheet, names[-1], looks, tuple(written))
        page.write(book)
        written.append(page)
    book.close()
    return whole.getvalue()


def _name(wanted: str, taken: Sequence[str]) -> str:
    """Return a name that a spreadsheet allows, and that no other sheet has."""
    plain = " ".join(literal(wanted).translate(_FORBIDDEN_IN_NAMES).split()) or "Sheet"
    name, number = plain[:_MAX_NAME], 1
    while name.casefold() in {other.casefold() for other in taken}:
        number += 1
        end = f" {number}"
        name = f"{plain[: _MAX_NAME - len(end)]}{end}"
    return name


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of a workbook, each made when it is first wanted."""

    book: Workbook
    made: dict[tuple[bool, bool, str, bool], Format]

    def of(self, cell: Cell) -> Format:
        numeric = cell.number is not None
        key = (cell.head, cell.bold, cell.aligned.value, numeric)
        if key not in self.made:
            look = {
                "font_name": "宋体",
                "border": 1,
                "text_wrap": True,
                "valign": "vcenter",
                "align": key[2],
            }
            if cell.head:
                look |= {"bg_color": "#F0F0F0"}
            if cell.head or cell.bold:
                look |= {"bold": True}
            self.made[key] = self.book.add_format(look if numeric else look | {"num_format": "@"})
        return self.made[key]


@dataclass(frozen=True, slots=True)
class _Page:
    """One sheet as it is written, and those written before it."""

    page: Worksheet
    sheet: Sheet
    name: str
    looks: _Looks
    earlier: "tuple[_Page, ...]" = ()

    @property
    def first_row(self) -> int:
        return self.sheet.first_row

    def write(self, book: Workbook) -> None:
        table = self.sheet.table
        self._set_up()
        if table.caption:
            look = book.add_format(
                {"font_name": "宋体", "bold": True, "font_size": 14, "align": "center"}
            )
            self._merge(0, 0, 0, len(table.widths) - 1, look)
            self.page.write_string(0, 0, literal(table.caption), look)
        for cell, row, column in self._cells():
            look = self.looks.of(cell)
            self._merge(row, column, row + cell.rows - 1, column + cell.span - 1, look)
            self._put(cell, row, column, look)
        for number, chart in enumerate(self.sheet.charts):
            self._draw(book, chart, number)

    def _cells(self) -> Iterator[tuple[Cell, int, int]]:
        rows = self.sheet.table.rows
        for number, placed in places([[(cell.rows, cell.span) for cell in row] for row in rows]):
            for cell, (row, column) in zip(rows[number], placed, strict=True):
                yield cell, row + self.first_row, column

    def _set_up(self) -> None:
        table, page = self.sheet.table, self.page
        widths = [_WIDTH * share / sum(table.widths) for share in table.widths]
        for column, width in enumerate(widths):
            page.set_column(column, column, width)
        for row, height in enumerate(self._heights(widths), self.first_row):
            page.set_row(row, height)
        head = self.first_row + table.head_rows
        if table.head_rows:
            page.freeze_panes(head, 0)
            page.repeat_rows(self.first_row, head - 1)
        if table.landscape:
            page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_footer("&C&P / &N")

    def _heights(self, widths: Sequence[float]) -> list[float]:
        """Return the height of each row: a spreadsheet does not fit rows to merged cells."""
        lines = [1] * len(self.sheet.table.rows)
        for cell, row, column in self._cells():
            room = sum(widths[column : column + cell.span])
            said = literal(cell.text).split("\n")
            needed = sum(max(1, ceil(columns(line) / room)) for line in said)
            at = row - self.first_row
            lines[at] = max(lines[at], ceil(needed / cell.rows))
        return [float(min(409, _LINE * count + 3)) for count in lines]

    def _merge(self, row: int, column: int, to_row: int, to_column: int, look: Format) -> None:
        if (row, column) != (to_row, to_column):
            self.page.merge_range(row, column, to_row, to_column, "", look)

    def _put(self, cell: Cell, row: int, column: int, look: Format) -> None:
        summed = self.sheet.totals.get((row - self.first_row, column))
        text, link = literal(cell.text), absolute(cell.link)
        if len(text) > MAX_CELL_TEXT:
            where = f"{self.name}!{xl_rowcol_to_cell(row, column)}"
            raise CellTooLongError(where, len(text), MAX_CELL_TEXT)
        if summed is not None:
            formula = f"={'+'.join(map(self._reference, summed))}"
            self.page.write_formula(row, column, formula, look, cell.number or 0)
        elif cell.number is not None:
            self.page.write_number(row, column, cell.number, look)
        elif not text:
            self.page.write_blank(row, column, None, look)
        elif link and len(link) < _MAX_LINK:
            self.page.write_url(row, column, link, look, text)
        else:
            self.page.write_string(row, column, text, look)

    def _reference(self, part: Place | Elsewhere) -> str:
        """Return a place as a formula names it."""
        if isinstance(part, Elsewhere):
            page = self.earlier[part.sheet]
            row, column = part.place
            cell = xl_rowcol_to_cell(row + page.first_row, column)
            return f"{quote_sheetname(page.name)}!{cell}"
        row, column = part
        return str(xl_rowcol_to_cell(row + self.first_row, column))

    def _draw(self, book: Workbook, chart: Chart, number: int) -> None:
        drawing = book.add_chart({"type": chart.kind.value})
        drawing.add_series(
            {
                "name": literal(chart.title),
                "categories": [self.name, *self._range(chart.labels)],
                "values": [self.name, *self._range(chart.values)],
                "data_labels": {"value": True},
            }
        )
        drawing.set_title({"name": literal(chart.title)})
        drawing.set_legend({"none": True})
        if chart.kind is ChartKind.BAR:  # the first value on top, as in the table
            drawing.set_y_axis({"reverse": True})
            drawing.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        below = self.first_row + len(self.sheet.table.rows) + 1 + number * _CHART_ROWS
        self.page.insert_chart(below, 0, drawing, {"description": literal(chart.title)})

    def _range(self, ends: tuple[Place, Place]) -> tuple[int, int, int, int]:
        (row, column), (to_row, to_column) = ends
        return row + self.first_row, column, to_row + self.first_row, to_column
