"""Finding the header row of a sheet, under whatever titles the office put above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workflow.ledger.codes import fold
from workflow.ledger.sheets import Column, Sheet
from workflow.ledger.values import Cell, is_blank, shown

ENOUGH = 3

# What `annotated_copy` adds; a clerk may mend the copy and import it.
FAULT_HEADER = "错误"
FAULT_HEADER_WITH_REASONS = "错误:"


@dataclass(frozen=True, slots=True)
class Heading:
    """A header row: where each column stands, what it is called there, and what is not ours."""

    row: int
    columns: Mapping[int, Column]
    written: Mapping[str, str]
    unknown: tuple[str, ...]
    twice: tuple[tuple[str, str], ...]

    def name_of(self, column: Column) -> str:
        """Return the header of a column as the book writes it."""
        return self.written.get(column.field, column.header)

    def has(self, column: Column) -> bool:
        """Whether the book has the column."""
        return column.field in self.written


def heading_in(cells: Sequence[Cell], row: int, sheet: Sheet, width: int) -> Heading | None:
    """Return the heading if this row is one: three known headers, or all of a narrow sheet's."""
    names = {place: cell for place, cell in enumerate(cells) if isinstance(cell, str)}
    hits = {
        place: column for place, name in names.items() if (column := sheet.headers.get(fold(name)))
    }
    if len({column.field for column in hits.values()}) < min(ENOUGH, max(width, 1)):
        return None
    return _heading(names, hits, row)


def _heading(names: Mapping[int, str], hits: Mapping[int, Column], row: int) -> Heading:
    """Put a heading together; of two columns for one field the first is read."""
    columns: dict[int, Column] = {}
    written: dict[str, str] = {}
    twice: list[tuple[str, str]] = []
    for place, column in hits.items():
        name = fold(names[place])
        if column.field in written:
            twice.append((name, written[column.field]))
        else:
            columns[place] = column
            written[column.field] = name
    unknown = tuple(
        shown(name)
        for place, name in names.items()
        if place not in hits and not is_blank(name) and not is_fault_header(name)
    )
    return Heading(row, columns, written, unknown, tuple(twice))


def is_fault_header(name: str) -> bool:
    """Whether a header is that of the reasons in an annotated copy."""
    return fold(name) == FAULT_HEADER or fold(name).startswith(FAULT_HEADER_WITH_REASONS)
