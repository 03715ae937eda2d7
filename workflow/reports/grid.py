"""A printed table as a grid: rows of cells that span others, whatever will draw it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from workflow.reports.cells import CellKey, Number
from workflow.reports.forms.labels import (
    APPLICANTS_HEADING,
    CONTENT_HEADING,
    LITIGATION_HEADING,
    RECKONING_NOTE,
)
from workflow.reports.forms.shape import Layout
from workflow.reports.printed import PrintedBlock, PrintedColumn, PrintedRow, PrintedTable


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: its text, how many columns and rows it takes, and the figure it holds, if any.

    What it spans over has no cell of its own.
    """

    text: str
    span: int = 1
    rows: int = 1
    head: bool = False
    indent: int = 0
    key: CellKey | None = None


GridRow = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to be drawn: its rows, how many of them are its head, and its columns' widths."""

    rows: tuple[GridRow, ...]
    head_rows: int
    widths: tuple[int, ...]


def grid_of(table: PrintedTable) -> Grid:
    """Return the cells of a table as its layout has them."""
    return _LAYOUTS[table.layout](table)


def shown(figure: Number) -> str:
    """Return a figure as it is printed."""
    return f"{figure:f}" if isinstance(figure, Decimal) else str(figure)


def _figures(table: PrintedTable, row: PrintedRow, block: PrintedBlock) -> Iterator[GridCell]:
    for column, figure in zip(block.columns, row.figures, strict=True):
        yield GridCell(shown(figure), key=CellKey(table.key, row.key, column.key))


def _head(text: str, span: int = 1, rows: int = 1) -> GridCell:
    return GridCell(text, span, rows, head=True)


# --- a row an indicator ------------------------------------------------------------------


def _indicators(table: PrintedTable) -> Grid:
    (block,) = table.blocks
    width = 2 + len(block.columns)
    head = (_head("指标名称"), _head("计量单位"), *(_head(c.heading) for c in block.columns))
    rows = [
        (
            GridCell(_label(row), head=True, indent=row.indent),
            GridCell(row.unit),
            *_figures(table, row, block),
        )
        if row.figures
        else (GridCell(_label(row), width, head=True, indent=row.indent),)
        for row in block.rows
    ]
    return Grid((head, *rows), 1, (9, 2, *(3 for _ in block.columns)))


def _label(row: PrintedRow) -> str:
    return row.label if row.verified else f"{row.label} *"


# --- headings in groups on both sides ----------------------------------------------------

_STUB = 3  # columns of headings to the left


def _matrix(table: PrintedTable) -> Grid:
    (block,) = table.blocks
    head = (
        (
            _head(RECKONING_NOTE, _STUB, 3),
            _head(APPLICANTS_HEADING, len(block.columns)),
        ),
        tuple(_grouped(block.columns)),
        tuple(_head(column.heading) for column in block.columns if column.group),
    )
    body = tuple(
        (*_stub(block.rows, place), *_figures(table, row, block))
        for place, row in enumerate(block.rows)
    )
    return Grid((*head, *body), len(head), (2, 3, 6, *(2 for _ in block.columns)))


def _grouped(columns: Sequence[PrintedColumn]) -> Iterator[GridCell]:
    for group, some in groupby(columns, key=_group_of):
        if group:
            yield _head(group, len(list(some)))
        else:
            yield from (_head(column.heading, rows=2) for column in some)


def _group_of(column: PrintedColumn) -> str:
    return column.group


def _stub(rows: Sequence[PrintedRow], place: int) -> Iterator[GridCell]:
    """Yield the headings that begin with a row, then its own label over what is left."""
    row = rows[place]
    for depth in range(len(row.groups)):
        here = row.groups[: depth + 1]
        if place == 0 or rows[place - 1].groups[: depth + 1] != here:
            following = (other.groups[: depth + 1] == here for other in rows[place:])
            yield _head(row.groups[depth], rows=_run(following))
    yield _head(row.label, _STUB - len(row.groups))


def _run(holds: Iterator[bool]) -> int:
    """Return how many hold before the first that does not."""
    count = 0
    for one in holds:
        if not one:
            break
        count += 1
    return count


# --- parts below each other --------------------------------------------------------------


def _blocks(table: PrintedTable) -> Grid:
    width = 1 + max(len(block.columns) for block in table.blocks)
    rows: list[GridRow] = []
    for block in table.blocks:
        spans = _spread(len(block.columns), width - 1)
        rows.append((_head(block.heading, width),))
        headings = (
            _head(column.heading, span) for column, span in zip(block.columns, spans, strict=True)
        )
        rows.append((_head(CONTENT_HEADING), *headings))
        for row in block.rows:
            figures = (
                GridCell(cell.text, span, key=cell.key)
                for cell, span in zip(_figures(table, row, block), spans, strict=True)
            )
            rows.append((_head(row.label), *figures))
    return Grid(tuple(rows), 0, (3, *(2 for _ in range(width - 1))))


def _spread(count: int, width: int) -> list[int]:
    """Return how wide each of so many columns is, the last taking what is left."""
    each = width // count
    return [each] * (count - 1) + [width - each * (count - 1)]


# --- rows beside each other --------------------------------------------------------------


def _abreast(table: PrintedTable) -> Grid:
    (block,) = table.blocks
    columns = len(block.columns)
    first, second = [], []
    for groups, some in groupby(block.rows, key=_groups_of):
        rows = list(some)
        if groups:
            first.append(_head(LITIGATION_HEADING, columns * len(rows)))
            second += [_head(row.label, columns) for row in rows]
        else:
            first += [_head(row.label, columns, 2) for row in rows]
    third = tuple(_head(column.heading) for _ in block.rows for column in block.columns)
    body = tuple(cell for row in block.rows for cell in _figures(table, row, block))
    widths = tuple(1 for _ in body)
    return Grid((tuple(first), tuple(second), third, body), 3, widths)


def _groups_of(row: PrintedRow) -> tuple[str, ...]:
    return row.groups


_LAYOUTS: dict[Layout, Callable[[PrintedTable], Grid]] = {
    Layout.INDICATORS: _indicators,
    Layout.MATRIX: _matrix,
    Layout.BLOCKS: _blocks,
    Layout.ABREAST: _abreast,
}
