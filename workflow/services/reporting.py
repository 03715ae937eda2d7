"""The annual report, asked of an office's records: as it was issued, or as it counts now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from states.calendar.workdays import WorkCalendar
from workflow.records.counting import Counted
from workflow.records.figures import Figures
from workflow.records.hindsight import FiguresAsKnownOn
from workflow.records.moment import UpTo
from workflow.records.tables.reports import FrozenReportRow, ReportPublicationRow
from workflow.records.view import View
from workflow.reports.annual import AnnualReport, Asking, annual_report, place_in
from workflow.reports.catalogue import form_for
from workflow.reports.cells import CellKey, Number, list_cell
from workflow.reports.errata import Erratum, Issued, errata_of, number_of
from workflow.reports.hints import hints_of
from workflow.reports.printed import PrintedReport, from_kept


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWanted:
    """Which report is asked for: its year, its form, and whose records it counts.

    With an instant the figures are counted as known then, whether the year was frozen or not.
    """

    year: int
    form_key: str | None = None
    as_known_on: datetime | None = None
    roll_up: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A report to be shown: what is printed, and what later facts would change of it."""

    printed: PrintedReport
    errata: tuple[Erratum, ...] = ()
    hints: Mapping[CellKey, str] | None = None
    published: ReportPublicationRow | None = None

    @property
    def is_frozen(self) -> bool:
        """Whether it is the report as it was issued."""
        return self.printed.frozen_at is not None


@dataclass(frozen=True, slots=True)
class Opened:
    """A figure opened: what it is, and the records that it counted."""

    key: CellKey
    row: str
    column: str
    value: Number
    records: tuple[Counted, ...]
    opening: int = 0
    opening_on: object = None
    is_frozen: bool = False


def report_year(
    view: View, wanted: ReportWanted, *, at: datetime, calendar: WorkCalendar
) -> AnnualReport:
    """Return the report of a year as it counts: now, or as known at an instant."""
    return annual_report(Figures(view.connection), asking_of(view, wanted, at, calendar))


def asking_of(view: View, wanted: ReportWanted, at: datetime, calendar: WorkCalendar) -> Asking:
    """Return what is asked of the records for a report."""
    known_on = wanted.as_known_on
    last = frozen_in_force(view, wanted.year - 1, roll_up=wanted.roll_up)
    if last is not None and known_on is not None and last.frozen_at > known_on:
        last = None
    return Asking(
        office=view.office_id,
        year=wanted.year,
        form=form_for(wanted.year, view.practice, key=wanted.form_key),
        upto=None if known_on is None else UpTo(instant=known_on),
        at=at,
        roll_up=wanted.roll_up,
        practice=view.practice,
        calendar=calendar,
        last_frozen={} if last is None else frozen_figures(view, last),
    )


def show_report(
    view: View,
    wanted: ReportWanted,
    *,
    at: datetime,
    calendar: WorkCalendar,
    with_hints: bool = False,
) -> Shown:
    """Return the frozen report of a year with its errata, where there is one; else as it counts.

    A form other than the frozen one, or an instant, asks for the report to be counted anew.
    """
    issued = _issued(view, wanted)
    if issued is not None:
        published = next(iter(view.report_publications.where(report_id=issued.id)), None)
        errata = errata_against(view, issued, at=at, calendar=calendar)
        return Shown(from_kept(issued.content), errata, published=published)
    asking = asking_of(view, wanted, at, calendar)
    present = Figures(view.connection)
    report = annual_report(present, asking)
    hints = hints_of(asking.figures(present), report.cells) if with_hints else None
    return Shown(report.printed, hints=hints)


def open_figure(
    view: View,
    wanted: ReportWanted,
    place: tuple[str, str, str],
    *,
    at: datetime,
    calendar: WorkCalendar,
    limit: int | None = None,
) -> Opened:
    """Return a figure with the records behind it, as issued where the year is frozen."""
    issued = _issued(view, wanted)
    if issued is not None:
        return _open_issued(view, issued, place)
    asking = asking_of(view, wanted, at, calendar)
    present = Figures(view.connection)
    report = annual_report(present, asking)
    cell = report.cell(*place)
    records = list_cell(asking.figures(present), cell, limit=limit)
    row, column = _called(report.printed, cell.key)
    return Opened(cell.key, row, column, cell.value, records, cell.opening, cell.opening_on)


def frozen_in_force(view: View, year: int, *, roll_up: bool = False) -> FrozenReportRow | None:
    """Return the frozen report of a year that is in force, if there is one."""
    return view.frozen_reports.current(year, rolled_up=roll_up)


def frozen_figures(view: View, issued: FrozenReportRow) -> dict[CellKey, Number]:
    """Return the figures of a frozen report by their place."""
    return {
        CellKey(cell.form_table, cell.row_key, cell.column_key): number_of(cell.amount)
        for cell in view.frozen_reports.cells(issued.id)
    }


def errata_against(
    view: View, issued: FrozenReportRow, *, at: datetime, calendar: WorkCalendar
) -> tuple[Erratum, ...]:
    """Return what later facts change of a frozen report."""
    wanted = ReportWanted(year=issued.year, form_key=issued.form, roll_up=issued.rolled_up)
    now = report_year(view, wanted, at=at, calendar=calendar)
    upto = UpTo(instant=issued.frozen_at) if issued.rolled_up else UpTo(seq=issued.chain_length)
    then = FiguresAsKnownOn(view.connection, upto, view.practice, calendar)
    return errata_of(Issued(frozen_figures(view, issued), upto), now, then)


def _issued(view: View, wanted: ReportWanted) -> FrozenReportRow | None:
    """Return the frozen report that answers, where one does."""
    if wanted.as_known_on is not None:
        return None
    issued = frozen_in_force(view, wanted.year, roll_up=wanted.roll_up)
    if issued is None or wanted.form_key not in {None, issued.form}:
        return None
    return issued


def _open_issued(view: View, issued: FrozenReportRow, place: tuple[str, str, str]) -> Opened:
    form = form_for(issued.year, view.practice, key=issued.form)
    key = place_in(form, issued.year, *place)
    printed = from_kept(issued.content)
    row, column = _called(printed, key)
    records: Sequence[Counted] = ()
    value: Number = 0
    for cell in view.frozen_reports.cells(issued.id):
        if CellKey(cell.form_table, cell.row_key, cell.column_key) == key:
            records, value = cell.records, number_of(cell.amount)
    opening = int(value) - len(records) if records else 0
    return Opened(key, row, column, value, tuple(records), opening, is_frozen=True)


def _called(printed: PrintedReport, key: CellKey) -> tuple[str, str]:
    """Return what a figure's row and column are called on paper."""
    for table in printed.all_tables:
        if table.key == key.table:
            for row, column, _ in table.figures:
                if (row.key, column.key) == (key.row, key.column):
                    return row.label, column.heading
    return key.row, key.column
