"""The annual report of an office: counted from the registers, checked, and told."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from states.statute.practice import DEFAULT_PRACTICE, Practice
from workflow.records.figures import (
    Counted,
    CountedSpan,
    Figures,
    OfficeFacts,
    Opening,
    Register,
    Selection,
)
from workflow.records.hindsight import FiguresAsKnownOn
from workflow.reports.cells import Cell, CellKey, Cells, Values, Year, count_cells, count_values
from workflow.reports.errors import CellUnknownError, FormUnknownError
from workflow.reports.findings import Finding, Severity
from workflow.reports.forms import form_2008
from workflow.reports.forms.shape import Form, NoteRule
from workflow.reports.identities import Reckoning, findings_of
from workflow.reports.narrative import Facts, Section, names_of, placeholder, tell

# A new form is entered here: its key, and the function that settles it for an office's practice.
FORMS: dict[str, Callable[[Practice], Form]] = {form_2008.KEY: form_2008.form_2008}

# The form of each report year that has one: the last year it was used for.
_LAST_YEAR_OF = {form_2008.KEY: 2018}

_RECEIVED = Selection(Register.REQUESTS_RECEIVED)
_CLOSED = Selection(Register.REQUESTS_CLOSED)


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """A year's report: its text, its figures, and what is wrong with them.

    `as_known_on` is the instant up to which facts were counted.
    """

    office: OfficeFacts
    year: Year
    form: Form
    sections: tuple[Section, ...]
    cells: Cells
    notes: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...]
    as_known_on: datetime | None = None

    @property
    def title(self) -> str:
        """The printed title."""
        return self.form.title.format(office=self.office.shown_name, year=self.year.number)

    @property
    def has_errors(self) -> bool:
        """Whether the report should not be issued as it is."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def cell(self, table: str, row: str, column: str) -> Cell:
        """Return a figure: its row by label, bare name or place, its column by key or heading."""
        found = self.form.table(table)
        if found is None:
            raise CellUnknownError("table", table, tuple(t.key for t in self.form.tables))
        form_row = found.row(row)
        if form_row is None:
            raise CellUnknownError("row", row, tuple(r.label for r in found.rows))
        for form_column in found.columns:
            if column in {form_column.key, form_column.heading.format(year=self.year.number)}:
                return self.cells[CellKey(table, form_row.label, form_column.key)]
        raise CellUnknownError("column", column, tuple(c.key for c in found.columns))


def form_for(year: int, practice: Practice = DEFAULT_PRACTICE, *, key: str | None = None) -> Form:
    """Return the form of a report year, or the one asked for by its key."""
    if key is None:
        known = (form for form, last_year in _LAST_YEAR_OF.items() if year <= last_year)
        key = next(known, str(year))
    if key not in FORMS:
        raise FormUnknownError(key, tuple(FORMS))
    return FORMS[key](practice)


def cell_records(report: AnnualReport, table: str, row: str, column: str) -> tuple[Counted, ...]:
    """Return the records behind a figure; with the cell's opening their number is the figure."""
    return report.cell(table, row, column).records


def annual_report(
    figures: Figures,
    office: int,
    year: int,
    *,
    form: Form | None = None,
    as_known_on: datetime | None = None,
    practice: Practice = DEFAULT_PRACTICE,
    at: datetime | None = None,
) -> AnnualReport:
    """Return an office's report of a year, from all facts, or from those entered up to an instant.

    `at` is the instant of asking, which the report of all facts is dated by.
    """
    if as_known_on is not None:
        figures = FiguresAsKnownOn(figures.connection, as_known_on, practice)
    form = form or form_for(year, practice)
    maker = _Maker(figures, office, Year(year), form, figures.openings(office))
    return maker.report(as_known_on or at)


@dataclass(frozen=True, slots=True)
class _Maker:
    figures: Figures
    office: int
    year: Year
    form: Form
    openings: Sequence[Opening]

    def report(self, as_known_on: datetime | None) -> AnnualReport:
        office = self.figures.office(self.office)
        counted_from = (self.figures, self.office, self.form)
        cells = count_cells(*counted_from, self.year, self.openings)
        last_year = count_values(*counted_from, self.year.before, self.openings)
        facts = Facts(
            names_of(self.form, office, self.year, cells),
            self._categories(cells),
            self._comparable(last_year),
            is_first_year=self._begins(cells),
        )
        own_texts = self.figures.narratives(self.office, self.year.number)
        narrative = tell(self.form, own_texts, facts)
        reckoning = Reckoning(
            self.form,
            self.year,
            cells,
            last_year,
            self.openings,
            self.figures.counted(self.office, _RECEIVED, self.year.span),
            self.figures.open_after(self.office, _RECEIVED, self.year.eve),
            self.figures.counted(self.office, _CLOSED, self.year.span),
            narrative.cited,
        )
        return AnnualReport(
            office,
            self.year,
            self.form,
            narrative.sections,
            cells,
            {table.key: self._notes(table.notes) for table in self.form.tables},
            (*findings_of(reckoning), *narrative.findings),
            as_known_on,
        )

    def _categories(self, cells: Cells) -> dict[str, int]:
        rule = self.form.categories
        counted = cells[CellKey(rule.table, rule.row, rule.column)].records
        return dict(Counter(record.kind for record in counted if record.kind).most_common())

    def _comparable(self, last_year: Values) -> dict[str, int]:
        """Return last year's figures by placeholder, unless the registers began only after it."""
        if any(opening.on >= self.year.eve for opening in self.openings):
            return {}
        return {
            placeholder(row.name): value
            for table in self.form.tables
            for row in table.rows
            for column in table.columns
            if not column.cumulative
            and (value := last_year.get(CellKey(table.key, row.label, column.key)))
        }

    def _begins(self, cells: Cells) -> bool:
        """Whether the cumulative figures begin with this year."""
        counted = [record for cell in cells.values() for record in cell.records]
        in_year = all(self.year.span.holds(record.on) for record in counted)
        return bool(counted) and in_year and not self.openings

    def _notes(self, rules: Sequence[NoteRule]) -> tuple[str, ...]:
        return tuple(note for rule in rules if (note := self._note(rule)))

    def _note(self, rule: NoteRule) -> str:
        upto = CountedSpan(None, self.year.last_day)
        counted = self.figures.counted(self.office, rule.selection, upto)
        if not counted:
            return ""
        in_year = sum(self.year.span.holds(record.on) for record in counted)
        return rule.text.format(year=in_year, cumulative=len(counted))
