"""Issuing a report: frozen as it is, published, corrected in the open, superseded with a reason."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.steps import Role
from workflow.clock import legal_date
from workflow.records.facts import ReportPublication
from workflow.records.figures import Figures
from workflow.records.frozen import FrozenCell, NewFrozenReport
from workflow.records.tables.reports import FrozenReportRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.reports.annual import AnnualReport, annual_report
from workflow.reports.cells import Number, list_cell
from workflow.reports.errata import Erratum
from workflow.reports.findings import Severity
from workflow.reports.printed import Override, as_kept, from_kept
from workflow.services.errors import (
    NotYetFrozenError,
    PublicationDayError,
    ReportErrorsError,
    ReportFrozenError,
    ReportPublishedError,
    ReportRoleError,
    YearNotOverError,
)
from workflow.services.reporting import (
    ReportWanted,
    asking_of,
    errata_against,
    frozen_in_force,
)

# Who issues a report; what is against the rule, or against what was issued, only the head may.
_ISSUING = frozenset({Role.CLERK, Role.HEAD_OF_OFFICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezeReport:
    """Freeze the report of a year.

    `override_reason` has one with errors issued all the same; `supersede_reason` puts another in
    the place of one that was issued. Both are the head's alone.
    """

    year: int
    actor: str
    role: Role
    form_key: str | None = None
    roll_up: bool = False
    override_reason: str = ""
    supersede_reason: str = ""
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class Frozen:
    """What was frozen: its row and digest, how often the year has been, and what was overridden."""

    id: int
    year: int
    turn: int
    digest: str
    overridden: int


def freeze_report(
    command: FreezeReport, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Frozen:
    """Keep the report of a year as it counts now, with every figure's list.

    A command that comes again with its key freezes nothing and returns what it froze at first.
    Raises YearNotOverError, ReportRoleError, ReportErrorsError or ReportFrozenError.
    """
    again = uow.frozen_reports.frozen_under(command.idempotency_key)
    if again is not None:
        return _frozen(again)
    if legal_date(at).year <= command.year:
        raise YearNotOverError(command.year)
    if command.role not in _ISSUING:
        raise ReportRoleError("freeze", command.role.value)
    before = frozen_in_force(uow, command.year, roll_up=command.roll_up)
    _check_supersedes(command, before)
    wanted = ReportWanted(year=command.year, form_key=command.form_key, roll_up=command.roll_up)
    asking = asking_of(uow, wanted, at, calendar)
    figures = Figures(uow.connection)
    report = annual_report(figures, asking)
    errors = sum(found.severity is Severity.ERROR for found in report.findings)
    _check_errors(command, errors)
    printed = replace(
        report.printed,
        as_known_on=at,
        frozen_at=at,
        override=Override(command.actor, command.override_reason) if errors else None,
        supersedes=command.supersede_reason if before is not None else "",
    )
    report_id = uow.frozen_reports.freeze(
        NewFrozenReport(
            year=command.year,
            rolled_up=command.roll_up,
            form=report.form.key,
            form_version=report.form.version,
            content=as_kept(printed),
            cells=_cells(figures, report),
            override_reason=command.override_reason if errors else "",
            supersede_reason=printed.supersedes,
        ),
        actor=command.actor,
        at=at,
        idempotency_key=command.idempotency_key,
    )
    return _frozen(uow.frozen_reports.find(report_id))


def _frozen(row: FrozenReportRow) -> Frozen:
    findings = from_kept(row.content).findings
    errors = sum(found.severity is Severity.ERROR for found in findings)
    return Frozen(row.id, row.year, row.turn, row.digest, errors)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishReport:
    """Write down that the frozen report of a year was published, on which day and where."""

    year: int
    on: date
    actor: str
    role: Role
    url: str = ""
    roll_up: bool = False
    idempotency_key: str | None = None


def publish_report(command: PublishReport, uow: UnitOfWork, *, at: datetime) -> int:
    """Register the publication of the frozen report in force, and return its row.

    One that supersedes another is published anew. A command that comes again with its key
    registers nothing, and returns the row of the first time.
    Raises NotYetFrozenError, PublicationDayError, ReportPublishedError or ReportRoleError.
    """
    again = uow.report_publications.written_under(command.idempotency_key)
    if again is not None:
        return again
    if command.role not in _ISSUING:
        raise ReportRoleError("publish", command.role.value)
    issued = required_frozen(uow, command.year, roll_up=command.roll_up)
    frozen_on = legal_date(issued.frozen_at)
    if not frozen_on <= command.on <= legal_date(at):
        raise PublicationDayError(command.year, command.on, frozen_on)
    for row in uow.report_publications.where(report_id=issued.id):
        raise ReportPublishedError(command.year, row.published_on)
    fact = ReportPublication(report_id=issued.id, published_on=command.on, url=command.url)
    return uow.report_publications.add(
        fact, actor=command.actor, at=at, idempotency_key=command.idempotency_key
    )


def report_errata(
    view: View, year: int, *, at: datetime, calendar: WorkCalendar, roll_up: bool = False
) -> tuple[Erratum, ...]:
    """Return what later facts change of the frozen report of a year."""
    issued = required_frozen(view, year, roll_up=roll_up)
    return errata_against(view, issued, at=at, calendar=calendar)


def required_frozen(view: View, year: int, *, roll_up: bool = False) -> FrozenReportRow:
    """Return the frozen report of a year, or raise NotYetFrozenError."""
    issued = frozen_in_force(view, year, roll_up=roll_up)
    if issued is None:
        raise NotYetFrozenError(year)
    return issued


def _check_supersedes(command: FreezeReport, before: FrozenReportRow | None) -> None:
    if before is None:
        return
    if not command.supersede_reason.strip():
        raise ReportFrozenError(command.year, legal_date(before.frozen_at), before.frozen_by)
    if command.role is not Role.HEAD_OF_OFFICE:
        raise ReportRoleError("supersede", command.role.value)


def _check_errors(command: FreezeReport, errors: int) -> None:
    if not errors:
        return
    if not command.override_reason.strip():
        raise ReportErrorsError(command.year, errors)
    if command.role is not Role.HEAD_OF_OFFICE:
        raise ReportRoleError("override", command.role.value)


def _cells(figures: Figures, report: AnnualReport) -> list[FrozenCell]:
    return [
        FrozenCell(key.table, key.row, key.column, _text(cell.value), list_cell(figures, cell))
        for key, cell in report.cells.items()
    ]


def _text(value: Number) -> str:
    return f"{value:f}" if not isinstance(value, int) else str(value)
