"""The annual report of an office: counted from the registers, checked, and told."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from states.calendar.workdays import WorkCalendar, built_in
from states.statute.practice import DEFAULT_PRACTICE, Practice
from workflow.records.counting import Counted, CountedSpan, Edge, OpenAt, Question
from workflow.records.fee_facts import PAYMENTS, FeeFact
from workflow.records.figures import Figures, OfficeFacts, Opening
from workflow.records.hindsight import FiguresAsKnownOn
from workflow.records.moment import UpTo
from workflow.records.tallies import Offices
from workflow.reports.catalogue import form_for
from workflow.reports.cells import (
    Basis,
    Cell,
    CellKey,
    Cells,
    Number,
    Year,
    count_cells,
    list_cell,
    places,
)
from workflow.reports.errors import CellUnknownError
from workflow.reports.findings import Finding
from workflow.reports.forms.shape import Counting, Form, FormTable, NoteRule, Source
from workflow.reports.identities.checks import findings_of
from workflow.reports.identities.reckoning import LastYear, Reckoning
from workflow.reports.measures import measure
from workflow.reports.narrative import Facts, figure_names, names_of, tell, units_of
from workflow.reports.printed import PrintedReport, PrintedTable, printed_table

_YUAN_IN_THE_UNIT = 10_000


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """A year's report as it is counted: what is printed, and the questions behind each figure."""

    printed: PrintedReport
    form: Form
    offices: tuple[int, ...]
    cells: Cells

    @property
    def year(self) -> Year:
        """The report year."""
        return Year(self.printed.year)

    @property
    def office(self) -> OfficeFacts:
        """The office whose report it is."""
        return self.printed.office

    @property
    def title(self) -> str:
        """The printed title."""
        return self.printed.title

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What does not add up."""
        return self.printed.findings

    @property
    def has_errors(self) -> bool:
        """Whether the report should not be issued as it is."""
        return self.printed.has_errors

    def cell(self, table: str, row: str, column: str) -> Cell:
        """Return a figure: its row by key, label, bare name or place, its column likewise."""
        return self.cells[self.place(table, row, column)]

    def place(self, table: str, row: str, column: str) -> CellKey:
        """Return where a figure stands that is named in one of several ways."""
        return place_in(self.form, self.printed.year, table, row, column)


def place_in(form: Form, year: int, table: str, row: str, column: str) -> CellKey:
    """Return where a figure of a form stands, or raise CellUnknownError with what there is."""
    found = form.table(table)
    if found is None:
        raise CellUnknownError("table", table, tuple(t.key for t in form.all_tables))
    form_row = found.row(row)
    if form_row is None:
        raise CellUnknownError("row", row, tuple(r.key for r in found.rows))
    columns = found.columns_of(form_row)
    for each in columns:
        if column in {each.key, each.heading.format(year=year)}:
            return CellKey(table, form_row.key, each.key)
    raise CellUnknownError("column", column, tuple(c.key for c in columns))


def cell_records(
    figures: Figures, report: AnnualReport, table: str, row: str, column: str
) -> tuple[Counted, ...]:
    """Return the records behind a figure; with the cell's opening their number is the figure."""
    return list_cell(figures, report.cell(table, row, column))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Which report, and by whose reading of the open questions.

    Without `upto` all facts count; `at` is the instant of asking, which such a report is dated
    by. `last_frozen` are the figures of last year's report as it was issued.
    """

    office: int
    year: int
    form: Form | None = None
    upto: UpTo | None = None
    at: datetime | None = None
    roll_up: bool = False
    practice: Practice = DEFAULT_PRACTICE
    calendar: WorkCalendar = field(default_factory=built_in)
    last_frozen: Mapping[CellKey, Number] = field(default_factory=dict)

    def figures(self, present: Figures) -> Figures:
        """Return the figures that count for this report."""
        if self.upto is None:
            return present
        return FiguresAsKnownOn(present.connection, self.upto, self.practice, self.calendar)


def annual_report(present: Figures, asking: Asking) -> AnnualReport:
    """Return an office's report of a year, from all facts, or from those entered up to a moment."""
    figures = asking.figures(present)
    below = present.subordinates(asking.office) if asking.roll_up else ()
    offices = (asking.office, *below)
    form = asking.form or form_for(asking.year, asking.practice)
    members = present.names(offices) if asking.roll_up else ()
    maker = _Maker(figures, offices, Year(asking.year), form, figures.openings(offices), asking)
    return maker.report(members)


@dataclass(frozen=True, slots=True)
class _Maker:
    figures: Figures
    offices: Offices
    year: Year
    form: Form
    openings: Sequence[Opening]
    asking: Asking

    def report(self, members: tuple[str, ...]) -> AnnualReport:
        own = self.asking.office
        office = self.figures.office(own)
        cells = self._cells(self.year)
        last_year = LastYear(self._last_cells(), self.asking.last_frozen)
        measures = measure(self.figures, self.offices, self.year, self.asking.calendar)
        facts = Facts(
            names_of(self.form, office, self.year, cells),
            self._categories(cells),
            units_of(self.form),
            self._comparable(last_year),
            measures,
            is_first_year=self._begins(),
        )
        own_texts = self.figures.narratives(own, self.year.number)
        narrative = tell(self.form, own_texts, facts, cells)
        reckoning = Reckoning(
            self.form,
            self.year,
            self.figures,
            self.offices,
            cells,
            last_year,
            self.openings,
            narrative.cited,
            measures,
        )
        upto = self.asking.upto
        printed = PrintedReport(
            office,
            self.year.number,
            self.form.key,
            self.form.version,
            self.form.title.format(office=office.shown_name, year=self.year.number),
            narrative.sections,
            tuple(self._printed(table, cells) for table in self.form.tables),
            None if self.form.supplement is None else self._printed(self.form.supplement, cells),
            measures,
            (*findings_of(reckoning), *narrative.findings),
            members,
            self.asking.at if upto is None else upto.instant,
        )
        return AnnualReport(printed, self.form, tuple(self.offices), cells)

    def _last_cells(self) -> dict[CellKey, Cell]:
        """Return what last year's figures are compared by; what is beside the tables has no sum."""
        compared = {
            key
            for key, _, column in places(self.form)
            if not column.cumulative or self.form.supplement is None
        }
        return self._cells(self.year.before, compared)

    def _cells(self, year: Year, some: Set[CellKey] | None = None) -> dict[CellKey, Cell]:
        entered = self.figures.entered(self.offices, year.number)
        basis = Basis(self.openings, entered, self._fees(year))
        return count_cells(self.figures, self.offices, self.form, year, basis, some)

    def _fees(self, year: Year) -> dict[CellKey, Decimal]:
        """Return what was paid in the year, in the unit of the form, where it has such a row."""
        rows = [key for key, row, _ in places(self.form) if row.source is Source.FEES]
        if not rows:
            return {}
        paid = _paid(self.figures.fees(self.offices, year.span()))
        return dict.fromkeys(rows, paid / _YUAN_IN_THE_UNIT)

    def _printed(self, table: FormTable, cells: Cells) -> PrintedTable:
        return printed_table(table, self.form, self.year.number, cells, self._notes(table.notes))

    def _categories(self, cells: Cells) -> dict[str, int]:
        rule = self.form.categories
        key = _PUBLISHED if rule is None else CellKey(rule.table, rule.row, rule.column)
        if key not in cells:
            return {}
        counts: dict[str, int] = {}
        for asked in cells[key].asked:
            grouped = self.figures.grouped(asked.offices, asked.question, ("category",))
            for (category,), count in grouped.items():
                counts[category] = counts.get(category, 0) + count
        named = {category: count for category, count in counts.items() if category}
        return dict(sorted(named.items(), key=_most_first))

    def _comparable(self, last_year: LastYear) -> dict[str, Number]:
        """Return last year's figures by placeholder, unless nothing is known of that year."""
        if not last_year.frozen and not self._knows_last_year():
            return {}
        names = figure_names(self.form)
        return {
            names[key]: value
            for key, _, column in places(self.form)
            if not column.cumulative and (value := last_year.value(key)) is not None
        }

    def _knows_last_year(self) -> bool:
        first = self.figures.first_day(self.offices)
        begun = any(opening.on >= self.year.eve for opening in self.openings)
        return first is not None and first <= self.year.eve and not begun

    def _begins(self) -> bool:
        """Whether the cumulative figures begin with this year."""
        first = self.figures.first_day(self.offices)
        in_year = first is not None and self.year.eve < first <= self.year.last_day
        return in_year and not self.openings

    def _notes(self, rules: Sequence[NoteRule]) -> tuple[str, ...]:
        return tuple(note for rule in rules if (note := self._note(rule)))

    def _note(self, rule: NoteRule) -> str:
        if rule.counting is Counting.CARRIED_OUT:
            asked = Question(rule.selection, OpenAt(self.year.last_day))
            in_year = in_all = self.figures.number(self.offices, asked)
        else:
            edge = Edge(rule.counting.value)
            upto = CountedSpan(None, self.year.last_day, edge)
            in_year, in_all = (
                self.figures.number(self.offices, Question(rule.selection, days))
                for days in (self.year.span(edge), upto)
            )
        return rule.text.format(year=in_year, cumulative=in_all) if in_all else ""


_PUBLISHED = CellKey("supplement", "published", "year")


def _most_first(category: tuple[str, int]) -> tuple[int, str]:
    return -category[1], category[0]


def _paid(fees: Sequence[FeeFact]) -> Decimal:
    paid = (fee.amount for fee in fees if fee.kind in PAYMENTS and fee.amount)
    return sum(paid, Decimal(0))
