"""The office at a glance: a year's counts, why replies were late, what its report would say."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.matters import ReplyServed
from workflow.clock import legal_date
from workflow.records.dashboard import Counts, dashboard_counts
from workflow.records.view import View
from workflow.reports.printed import PrintedReport
from workflow.services.reporting import ReportWanted, report_year

_MOST_LATE = 200  # of which the reasons are read


@dataclass(frozen=True, slots=True)
class LateReply:
    """A reply that was late: which, by how many working days, and the reason on record."""

    id: int
    number: str
    due: date | None
    served_on: date | None
    late_by: int | None
    officer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dashboard:
    """All of it, for a year."""

    year: int
    counts: Counts
    late: tuple[LateReply, ...]
    late_total: int
    report: PrintedReport

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """The reasons by how often they were given; blank is of those that have none."""
        return Counter(one.reason for one in self.late).most_common()


def dashboard(view: View, year: int, *, at: datetime, calendar: WorkCalendar) -> Dashboard:
    """Return what the head of office looks at, by a number of queries that does not grow."""
    counts = dashboard_counts(view.connection, view.office_id, year, legal_date(at))
    rows = view.requests.answered_late(year)
    cases = view.requests.with_cases([*rows[-_MOST_LATE:]])
    late = tuple(
        LateReply(
            row.id,
            row.number,
            row.answer_due,
            row.closed_on,
            None
            if row.answer_due is None or row.closed_on is None
            else calendar.workdays_between(row.answer_due, row.closed_on),
            row.case_officer,
            _reason_of(case),
        )
        for row, case in reversed([*cases])
    )
    report = report_year(view, ReportWanted(year=year), at=at, calendar=calendar)
    return Dashboard(year, counts, late, len(rows), report.printed)


def _reason_of(case: Case) -> str:
    """Return the reason that was given when the reply was served."""
    reasons = [
        event.matter.late_reason.strip()
        for event in case.events
        if isinstance(event.matter, ReplyServed)
    ]
    return next((reason for reason in reversed(reasons) if reason), "")
