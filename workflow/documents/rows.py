"""The rows of a table with nothing left out: the places that a cell covers from above included."""

from typing import NamedTuple

from workflow.documents.grid import places
from workflow.documents.model import Cell, Table


class Place(NamedTuple):
    """A cell in a row, at a column; it begins here, or in a row above."""

    cell: Cell
    column: int
    begins: bool


def full_rows(table: Table) -> list[list[Place]]:
    """Return every row from left to right; a cell over several columns stands in it once."""
    extents = [[(cell.rows, cell.span) for cell in row] for row in table.rows]
    rows: list[list[Place]] = [[] for _ in table.rows]
    for number, placed in places(extents):
        for cell, (_, column) in zip(table.rows[number], placed, strict=True):
            for below in range(cell.rows):
                rows[number + below].append(Place(cell, column, begins=below == 0))
    for row in rows:
        row.sort(key=lambda place: place.column)
    return rows
