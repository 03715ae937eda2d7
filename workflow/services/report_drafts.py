"""The year's end by itself: the draft of last year's report appears, and is not forgotten."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from notifications.messages import Lang
from notifications.plan import Subject, due_reminders
from notifications.ports import Recipient
from notifications.rules import Audience
from states.calendar.workdays import WorkCalendar
from states.citation import cite
from states.clock.deadlines import ClockKey, Deadline
from states.clock.fixed import FixedDate, ReportLevel, annual_report_due
from states.statute.instruments import OGI_2019
from states.steps import Role
from workflow.clock import legal_date
from workflow.i18n import Lang as WordsIn
from workflow.i18n import Text, say_date
from workflow.records.counting import Edge, OpenAt, Question, Register, Selection
from workflow.records.facts import ReportDraft
from workflow.records.figures import Figures
from workflow.records.tables.offices import StaffRow
from workflow.records.tables.reports import FrozenReportRow, ReportDraftRow, ReportPublicationRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.reports.annual import AnnualReport
from workflow.reports.cells import Year
from workflow.reports.findings import Severity
from workflow.services.errors import YearNotOverError
from workflow.services.reminder_rules import report_rules_of
from workflow.services.reminding import EMAIL, tell
from workflow.services.reporting import ReportWanted, frozen_in_force, report_year

SYSTEM = "系统"

_LEVELS = {"town": ReportLevel.TOWN, "department": ReportLevel.DEPARTMENT}
_REQUESTS, _PUBLICATIONS = Selection(Register.REQUESTS), Selection(Register.PUBLICATIONS)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the report of a year has come, and by when it is to be published."""

    year: int
    due: FixedDate
    draft: ReportDraftRow | None = None
    frozen: FrozenReportRow | None = None
    published: ReportPublicationRow | None = None


def draft_report(
    uow: UnitOfWork, year: int, *, actor: str, at: datetime, calendar: WorkCalendar
) -> AnnualReport:
    """Return the report of a year that is over as it counts now; write down that it appeared, once.

    Raises YearNotOverError.
    """
    if legal_date(at).year <= year:
        raise YearNotOverError(year)
    report = report_year(uow, ReportWanted(year=year), at=at, calendar=calendar)
    if not uow.report_drafts.where(year=year):
        severities = [finding.severity for finding in report.findings]
        fact = ReportDraft(
            year=year,
            drafted_on=legal_date(at),
            form=report.form.key,
            errors=severities.count(Severity.ERROR),
            warnings=severities.count(Severity.WARNING),
        )
        uow.report_drafts.add(fact, actor=actor, at=at)
    return report


def draft_last_year(uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> bool:
    """Let the draft of last year's report appear, where there is something to report.

    In later runs, and in other processes, nothing happens; a run that was missed is made up for.
    """
    year = legal_date(at).year - 1
    if uow.report_drafts.where(year=year) or frozen_in_force(uow, year) is not None:
        return False
    if not _has_something_to_report(uow, year):
        return False
    draft_report(uow, year, actor=SYSTEM, at=at, calendar=calendar)
    return True


def _has_something_to_report(view: View, year: int) -> bool:
    """Whether the office worked with its records in a year: a nil report is a report too."""
    office = next(row for row in view.offices.all() if row.id == view.office_id)
    if legal_date(office.created_at).year <= year:
        return True
    days = Year(year)
    numbers = Figures(view.connection).numbers(
        (view.office_id,),
        (
            Question(_REQUESTS, days.span()),
            Question(_REQUESTS, days.span(Edge.ENDED)),
            Question(_REQUESTS, OpenAt(days.last_day)),
            Question(_PUBLICATIONS, days.span()),
        ),
    )
    return any(numbers)


def standing_of(view: View, year: int, calendar: WorkCalendar) -> Standing:
    """Return how far the report of a year has come."""
    frozen = frozen_in_force(view, year)
    published = None
    if frozen is not None:
        published = next(iter(view.report_publications.where(report_id=frozen.id)), None)
    return Standing(
        year,
        annual_report_due(year, _level_of(view), calendar, view.practice),
        next(iter(view.report_drafts.where(year=year)), None),
        frozen,
        published,
    )


def _level_of(view: View) -> ReportLevel:
    office = next(row for row in view.offices.all() if row.id == view.office_id)
    return _LEVELS.get(office.level, ReportLevel.GOVERNMENT)


def report_years(
    view: View, calendar: WorkCalendar, also: Iterable[int] = ()
) -> tuple[Standing, ...]:
    """Return every year whose report was drafted or frozen, and some others, the latest first."""
    drafts = {row.year: row for row in reversed(view.report_drafts.all())}
    frozen = {row.year: row for row in view.frozen_reports.every(rolled_up=False)}
    published = {row.report_id: row for row in reversed(view.report_publications.all())}
    rolled_up = {row.year for row in view.frozen_reports.every(rolled_up=True)}
    level = _level_of(view)
    found = []
    for year in sorted(drafts.keys() | frozen.keys() | rolled_up | {*also}, reverse=True):
        issued = frozen.get(year)
        due = annual_report_due(year, level, calendar, view.practice)
        is_published = None if issued is None else published.get(issued.id)
        found.append(Standing(year, due, drafts.get(year), issued, is_published))
    return tuple(found)


def remind_of_reports(
    uow: UnitOfWork,
    office: str,
    *,
    at: datetime,
    calendar: WorkCalendar,
    channel: str = EMAIL,
    lang: Lang = Lang.ZH,
) -> int:
    """Put into the outbox what the head of office must be told of reports not yet published."""
    today = legal_date(at)
    recipients = _recipients(uow.staff.all(), channel)
    subjects = [
        _subject(one, office, recipients, calendar, lang)
        for one in report_years(uow, calendar)
        if one.published is None and one.draft is not None
    ]
    reminders = due_reminders(
        subjects, today, calendar, channel=channel, rules=report_rules_of(uow)
    )
    return tell(uow, reminders, at=at, calendar=calendar, lang=lang)


def _subject(
    standing: Standing,
    office: str,
    recipients: Mapping[Audience, Sequence[Recipient]],
    calendar: WorkCalendar,
    lang: Lang,
) -> Subject:
    due = standing.due
    before = due.last_workday_before
    deadline = Deadline(
        ClockKey.ANNUAL_REPORT,
        due.due,
        provisional=not calendar.announced(due.due.year),
        citation=due.citation or cite(OGI_2019, 49),
        conservative=before if before < due.due else None,
    )
    # Part of the keys by which nothing is told twice: the same in every language.
    name = f"{standing.year}年度报告"
    about = _so_far(standing, WordsIn(lang))
    return Subject(name, office, "", (deadline,), recipients, about=about)


_FROZEN = Text("已于{on}封存，尚未登记公布", "frozen on {on}, not on record as published")
_DRAFTED = Text(
    "草稿已于{on}生成（当日有错误{errors}项、提醒{warnings}项），尚未封存",
    "drafted on {on} ({errors} error(s) and {warnings} warning(s) that day), not frozen yet",
)


def _so_far(standing: Standing, lang: WordsIn) -> str:
    """Return how far a report has come, in words."""
    if standing.frozen is not None:
        return _FROZEN.say(lang, on=say_date(legal_date(standing.frozen.frozen_at), lang))
    draft = standing.draft
    if draft is None:  # pragma: no cover - what was not drafted is not told
        return ""
    on = say_date(draft.drafted_on, lang)
    return _DRAFTED.say(lang, on=on, errors=draft.errors, warnings=draft.warnings)


def _recipients(staff: Sequence[StaffRow], channel: str) -> Mapping[Audience, Sequence[Recipient]]:
    meant = {
        Audience.HEAD_OF_OFFICE: Role.HEAD_OF_OFFICE,
        Audience.ALL_CLERKS: Role.CLERK,
    }
    return {
        audience: [
            Recipient(one.name, address)
            for one in staff
            if one.active and one.role == role.value and (address := _address(one, channel))
        ]
        for audience, role in meant.items()
    }


def _address(member: StaffRow, channel: str) -> str:
    """Return where somebody is reached by a channel; on the console, by name."""
    return member.email if channel == EMAIL else member.account or member.name
