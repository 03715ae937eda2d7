"""The figures of a report: each remembers what it counted."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workflow.records.figures import Counted, CountedSpan, Figures, Opening
from workflow.reports.forms.shape import Counting, Form, FormColumn, FormRow


@dataclass(frozen=True, slots=True)
class CellKey:
    """Where a figure stands: table, row label, column."""

    table: str
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A count that can be opened to show what it counted.

    `opening` is the part brought forward from the day `opening_on`, before the records begin.
    """

    row: str
    column: str
    records: tuple[Counted, ...]
    opening: int = 0
    opening_on: date | None = None

    @property
    def value(self) -> int:
        """The number printed."""
        return self.opening + len(self.records)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the records counted."""
        return tuple(record.number for record in self.records)


Cells = Mapping[CellKey, Cell]
Values = Mapping[CellKey, int]


@dataclass(frozen=True, slots=True)
class Year:
    """A report year: its first and last day, and the last day of the year before."""

    number: int

    @property
    def first_day(self) -> date:
        """1 January."""
        return date(self.number, 1, 1)

    @property
    def last_day(self) -> date:
        """31 December."""
        return date(self.number, 12, 31)

    @property
    def eve(self) -> date:
        """The last day of the year before."""
        return date(self.number - 1, 12, 31)

    @property
    def span(self) -> CountedSpan:
        """The days of the year."""
        return CountedSpan(self.eve, self.last_day)

    @property
    def before(self) -> "Year":
        """The year before."""
        return Year(self.number - 1)


def opening_of(row: FormRow, openings: Sequence[Opening], until: date) -> Opening | None:
    """Return the latest opening balance of a row as of a day not after `until`."""
    found = [o for o in openings if o.on <= until and _is_for(o.indicator, row)]
    return max(found, key=lambda opening: opening.on, default=None)


def count_cells(
    figures: Figures, office: int, form: Form, year: Year, openings: Sequence[Opening]
) -> Cells:
    """Count every cell of the form, each by one query that also lists its records."""
    counter = _Counter(figures, office, year, openings)
    return {key: counter.cell(row, column) for key, row, column in _places(form)}


def count_values(
    figures: Figures, office: int, form: Form, year: Year, openings: Sequence[Opening]
) -> Values:
    """Return the numbers alone of a year that another year is compared with."""
    counter = _Counter(figures, office, year, openings)
    return {
        key: counter.value(row, column)
        for key, row, column in _places(form)
        if row.counting is Counting.DURING
    }


def _places(form: Form) -> Iterator[tuple[CellKey, FormRow, FormColumn]]:
    for table in form.tables:
        for row in table.rows:
            for column in table.columns:
                yield CellKey(table.key, row.label, column.key), row, column


@dataclass(frozen=True, slots=True)
class _Counter:
    figures: Figures
    office: int
    year: Year
    openings: Sequence[Opening]

    def cell(self, row: FormRow, column: FormColumn) -> Cell:
        selection = row.selection.narrowed(*column.conditions)
        if row.counting is not Counting.DURING:
            day = self.year.eve if row.counting is Counting.CARRIED_IN else self.year.last_day
            records = self.figures.open_after(self.office, selection, day)
            return Cell(row.label, column.key, records)
        opening, span = self._basis(row, column)
        records = self.figures.counted(self.office, selection, span)
        if opening is None:
            return Cell(row.label, column.key, records)
        return Cell(row.label, column.key, records, opening.amount, opening.on)

    def value(self, row: FormRow, column: FormColumn) -> int:
        opening, span = self._basis(row, column)
        selection = row.selection.narrowed(*column.conditions)
        counted = self.figures.number(self.office, selection, span)
        return counted if opening is None else opening.amount + counted

    def _basis(self, row: FormRow, column: FormColumn) -> tuple[Opening | None, CountedSpan]:
        """Return what a figure begins with, and the days that are counted on top of it."""
        if not column.cumulative:
            return None, self.year.span
        opening = opening_of(row, self.openings, self.year.last_day)
        return opening, CountedSpan(opening.on if opening else None, self.year.last_day)


def _is_for(indicator: str, row: FormRow) -> bool:
    """Whether an opening balance speaks of a row, with or without the number before its name."""
    folded = "".join(unicodedata.normalize("NFKC", indicator).split())
    return folded in {row.label, row.name} or folded.rpartition(".")[2] == row.name
