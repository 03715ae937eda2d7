"""The figures of a report: each is the answer to a question that lists what it counted."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice

from workflow.records.counting import Counted, CountedSpan, Edge, OpenAt, Question, in_order
from workflow.records.figures import Entered, Figures, Opening
from workflow.records.tallies import Offices
from workflow.reports.forms.shape import Counting, Form, FormColumn, FormRow, Source

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class CellKey:
    """Where a figure stands: table, row and column, by their keys."""

    table: str
    row: str
    column: str

    def __str__(self) -> str:
        return f"{self.table}.{self.row}.{self.column}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about some of the offices."""

    offices: tuple[int, ...]
    question: Question


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure, and the questions whose answers it is: asked again, they list what was counted.

    `opening` is the part brought forward from the day `opening_on`, before the records begin.
    `entered` is what people entered, which stands in place of what was counted; `is_missing` says
    that nobody has entered what only people can know.
    """

    key: CellKey
    value: Number
    asked: tuple[Asked, ...] = ()
    opening: int = 0
    opening_on: date | None = None
    entered: Number | None = None
    counted: int = 0
    is_missing: bool = False

    @property
    def opens(self) -> bool:
        """Whether there are records to be listed behind the figure."""
        return bool(self.asked)


Cells = Mapping[CellKey, Cell]


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

    def span(self, edge: Edge = Edge.BEGUN) -> CountedSpan:
        """Return the days of the year."""
        return CountedSpan(self.eve, self.last_day, edge)

    @property
    def before(self) -> "Year":
        """The year before."""
        return Year(self.number - 1)


@dataclass(frozen=True, slots=True)
class Basis:
    """What the figures of a year rest on beside the records."""

    openings: Sequence[Opening] = ()
    entered: Sequence[Entered] = ()
    fees: Mapping[CellKey, Decimal] = field(default_factory=dict)


def list_cell(figures: Figures, cell: Cell, *, limit: int | None = None) -> tuple[Counted, ...]:
    """Return the records that a figure counted, by their day; with its opening, they are it."""
    found = [
        record
        for asked in cell.asked
        for record in figures.listed(asked.offices, asked.question, limit=limit)
    ]
    return tuple(sorted(found, key=in_order)[:limit])


def count_cells(
    figures: Figures,
    offices: Offices,
    form: Form,
    year: Year,
    basis: Basis,
    some: Set[CellKey] | None = None,
    *,
    tables: Collection[str] | None = None,
) -> dict[CellKey, Cell]:
    """Count every cell of the form, or some of them, by as few counts as they need."""
    counter = _Counter(tuple(offices), year, basis)
    plans = {
        key: counter.plan(key, row, column)
        for key, row, column in places(form)
        if (some is None or key in some) and (tables is None or key.table in tables)
    }
    numbers = iter(_numbers(figures, [asked for plan in plans.values() for asked in plan.asked]))
    return {
        key: plan.cell(key, sum(islice(numbers, len(plan.asked)))) for key, plan in plans.items()
    }


def _numbers(figures: Figures, asked: Sequence[Asked]) -> list[int]:
    """Ask everything that is about the same offices at once."""
    places: dict[tuple[int, ...], list[int]] = {}
    for place, one in enumerate(asked):
        places.setdefault(one.offices, []).append(place)
    found = [0] * len(asked)
    for offices, some in places.items():
        numbers = figures.numbers(offices, [asked[place].question for place in some])
        for place, number in zip(some, numbers, strict=True):
            found[place] = number
    return found


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a figure comes about, before anything is counted."""

    asked: tuple[Asked, ...] = ()
    openings: tuple[Opening, ...] = ()
    entered: Number | None = None
    is_enterable: bool = False
    amount: Decimal | None = None

    def cell(self, key: CellKey, counted: int) -> Cell:
        if self.amount is not None:
            return Cell(key, as_number(self.amount))
        if self.is_enterable:
            value = counted if self.entered is None else self.entered
            shown = self.asked if self.entered is None else ()
            is_missing = self.entered is None
            return Cell(
                key, value, shown, entered=self.entered, counted=counted, is_missing=is_missing
            )
        opening = sum(opening.amount for opening in self.openings)
        since = max((opening.on for opening in self.openings), default=None)
        return Cell(key, opening + counted, self.asked, opening, since, counted=counted)


@dataclass(frozen=True, slots=True)
class _Counter:
    offices: tuple[int, ...]
    year: Year
    basis: Basis

    def plan(self, key: CellKey, row: FormRow, column: FormColumn) -> _Plan:
        if row.source is Source.FEES:
            return _Plan(amount=self.basis.fees.get(key, Decimal(0)))
        if row.source is Source.ENTERED:
            asked = self._asked(row, column, ()) if column.proposed else ()
            return _Plan(asked, entered=_entered(key, self.basis.entered), is_enterable=True)
        openings = self._openings(key, row) if column.cumulative else ()
        return _Plan(self._asked(row, column, openings), openings)

    def _openings(self, key: CellKey, row: FormRow) -> tuple[Opening, ...]:
        """Return the opening of each office that has one."""
        until = self.year.last_day
        found = (
            opening_of(key, row, self.basis.openings, until, office) for office in self.offices
        )
        return tuple(opening for opening in found if opening is not None)

    def _asked(
        self, row: FormRow, column: FormColumn, openings: Sequence[Opening]
    ) -> tuple[Asked, ...]:
        opened = {opening.office: opening.on for opening in openings}
        rest = tuple(office for office in self.offices if office not in opened)
        begins: list[tuple[tuple[int, ...], date | None]] = [
            ((office,), on) for office, on in opened.items()
        ]
        if rest:
            begins.append((rest, None))
        return tuple(
            Asked(
                offices,
                Question(
                    selection.narrowed(*column.conditions), self._days(counting, column, after)
                ),
            )
            for offices, after in begins
            for selection in row.selections
            for counting in column.counting or row.counting
        )

    def _days(
        self, counting: Counting, column: FormColumn, after: date | None
    ) -> CountedSpan | OpenAt:
        if counting is Counting.CARRIED_IN:
            return OpenAt(self.year.eve)
        if counting is Counting.CARRIED_OUT:
            return OpenAt(self.year.last_day)
        edge = Edge(counting.value)
        if column.cumulative:
            return CountedSpan(after, self.year.last_day, edge)
        return self.year.span(edge)


def _entered(key: CellKey, entered: Sequence[Entered]) -> Number | None:
    """Return what people entered for a figure, all offices together."""
    found = [
        Decimal(one.amount)
        for one in entered
        if CellKey(one.form_table, one.row_key, one.column_key) == key
    ]
    return as_number(sum(found, Decimal(0))) if found else None


def as_number(amount: Decimal) -> Number:
    """Return an amount as a whole number where it is one."""
    return int(amount) if amount == amount.to_integral_value() else amount.normalize()


def opening_of(
    key: CellKey, row: FormRow, openings: Sequence[Opening], until: date, office: int
) -> Opening | None:
    """Return the latest opening balance of a figure as of a day not after `until`."""
    found = [
        opening
        for opening in openings
        if opening.on <= until
        and opening.office == office
        and is_indicator(opening.indicator, key, row)
    ]
    return max(found, key=lambda opening: opening.on, default=None)


def is_indicator(indicator: str, key: CellKey, row: FormRow) -> bool:
    """Whether an opening balance speaks of a figure.

    It is named by its row, with or without the number before the label, or by its code: `R4`,
    `R4.company`, `requests.R4.company`.
    """
    folded = "".join(unicodedata.normalize("NFKC", indicator).split())
    codes = {f"{key.row}.{key.column}", str(key)}
    if key.column in _WHOLE:
        codes |= {key.row, f"{key.table}.{key.row}", _folded(row.label), _folded(row.name)}
    return folded in codes or (key.column in _WHOLE and folded.rpartition(".")[2] == row.name)


# Columns that an indicator without a column means.
_WHOLE = frozenset({"cumulative", "total", "count"})


def _folded(label: str) -> str:
    return "".join(unicodedata.normalize("NFKC", label).split())


def places(form: Form) -> Iterator[tuple[CellKey, FormRow, FormColumn]]:
    """Yield every figure's place in a form."""
    for table in form.all_tables:
        for row, column in table.places:
            yield CellKey(table.key, row.key, column.key), row, column
