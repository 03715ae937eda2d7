"""What waits for somebody in the office: drafts, consultations, periods over, and the office's own.

The dates are worked out from the facts; here they are found, many at once.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind
from states.citation import cite
from states.clock.awaited import awaited
from states.clock.deadlines import ClockKey, Deadline, running
from states.deciding.draft import Draft, Stage, draft_of
from states.statute.instruments import HOLIDAY_MEASURES, OGI_2019
from workflow.clock import legal_date
from workflow.records.outbox import OutboxStatus
from workflow.records.view import View
from workflow.records.waiting import closed_since, open_with
from workflow.records.worklists import AttendedRow
from workflow.services.calendars import MISSED_FROM_MONTH
from workflow.services.records_corrections import records_line
from workflow.services.registers.publishing import deadline_of, pending
from workflow.services.registers.reminded import Matter

REVIEWED = cite(OGI_2019, 17)
# 登记、审核、办理、答复、归档: somebody handles each request.
ATTENDED_TO = cite(OGI_2019, 45)
HOLIDAYS = cite(HOLIDAY_MEASURES, 1)
FAILED_NOTICE = "failed-notice"

# Facts after which something may wait for somebody, whatever the days of its clocks.
_MAY_WAIT = frozenset(
    {
        EventKind.CORRECTION_REQUESTED,
        EventKind.THIRD_PARTY_CONSULTED,
        EventKind.AGENCY_CONSULTED,
        EventKind.FEE_NOTICE_DELIVERED,
        EventKind.REASONS_REQUESTED,
        EventKind.EXTENSION_REQUESTED,
        EventKind.EXTENSION_APPROVED,
        EventKind.DRAFT_SUBMITTED,
    }
)
_OBJECTED = frozenset({EventKind.THIRD_PARTY_ANSWERED})
# What a closed request left undone is told of for this long; later it is history.
_LEFT_UNDONE = timedelta(days=30)


def near_or_waiting(view: View, today: date, horizon: date) -> list[AttendedRow]:
    """Return the requests of which anything may have to be said, each once."""
    found = {row.id: row for row in view.requests.next_due_by(horizon)}
    for row in open_with(view.store, _MAY_WAIT):
        found.setdefault(row.id, row)
    for row in closed_since(view.store, today - _LEFT_UNDONE, today, _OBJECTED):
        found.setdefault(row.id, row)
    return list(found.values())


def all_deadlines(case: Case, calendar: WorkCalendar, today: date) -> tuple[Deadline, ...]:
    """Return everything of a request that reminders speak of: its clocks, and what waits."""
    clocks = running(case, calendar, today)
    return (*clocks, *awaited(case, calendar, today), *_of_draft(case, clocks))


def _of_draft(case: Case, clocks: Iterable[Deadline]) -> Iterator[Deadline]:
    if case.closing is not None or not any(
        event.kind is EventKind.DRAFT_SUBMITTED for event in case.events
    ):
        return
    draft = draft_of(case)
    stage = draft.stage
    if stage is Stage.IN_REVIEW and draft.submitted is not None:
        yield _since(ClockKey.REVIEW, draft.submitted.on)
    elif stage is Stage.AWAITING_APPROVAL:
        yield _since(ClockKey.APPROVAL, _cleared_on(draft))
    elif stage in {Stage.APPROVED, Stage.DATED}:
        for clock in clocks:
            if clock.key is ClockKey.REPLY:
                yield Deadline(ClockKey.SERVICE, clock.due, clock.provisional, clock.citation)


def _since(key: ClockKey, on: date) -> Deadline:
    citation = REVIEWED if key is ClockKey.REVIEW else ATTENDED_TO
    return Deadline(key, on, provisional=False, citation=citation)


def _cleared_on(draft: Draft) -> date:
    """Return the day from which nothing but the approval was wanting."""
    days = [item.review.on for item in draft.items if item.review is not None]
    if draft.submitted is not None:
        days.append(draft.submitted.on)
    return max(days)


def office_matters(view: View, today: date, calendar: WorkCalendar) -> Iterator[Matter]:
    """Yield the duties of the office that are in no request."""
    yield from _own_records(view, today, calendar)
    yield from _unreviewed(view, calendar)
    yield from _next_calendar(today, calendar)
    yield from _failed(view)


def _own_records(view: View, today: date, calendar: WorkCalendar) -> Iterator[Matter]:
    for row in view.records_corrections.where(concluded_on=None):
        line = records_line(row, today, calendar, view.practice)
        on = Deadline(ClockKey.RECORDS_CORRECTION, line.due, line.provisional, line.citation)
        yield Matter(f"更正{row.id}", row.case_officer, (on,))


def _unreviewed(view: View, calendar: WorkCalendar) -> Iterator[Matter]:
    """Yield what is to be published and was not reviewed yet (先审查、后公开)."""
    for row in pending(view):
        if row.formed_on is not None and not row.review:
            clock = deadline_of(row, calendar, view.practice)
            on = Deadline(ClockKey.SECRECY_REVIEW, clock.due, clock.provisional, REVIEWED)
            yield Matter(f"公开{row.id}", row.officer, (on,), row.title)


def _next_calendar(today: date, calendar: WorkCalendar) -> Iterator[Matter]:
    """Yield the missing notice once in each week, on its first working day, from 1 November."""
    year = today.year + 1
    if today.month < MISSED_FROM_MONTH or calendar.announced(year):
        return
    monday = max(today - timedelta(days=today.weekday()), date(today.year, MISSED_FROM_MONTH, 1))
    on = calendar.next_workday_on_or_after(monday)
    deadline = Deadline(ClockKey.NEXT_CALENDAR, on, provisional=False, citation=HOLIDAYS)
    yield Matter(f"{year}年节假日安排", "", (deadline,), str(year))


def _failed(view: View) -> Iterator[Matter]:
    """Yield the notices that were given up; that such a notice failed is not told again."""
    for row in view.outbox.all(OutboxStatus.FAILED):
        if row.rule != FAILED_NOTICE:
            on = Deadline(
                ClockKey.FAILED_NOTICE,
                legal_date(row.created_at),
                provisional=False,
                citation=ATTENDED_TO,
            )
            about = row.recipient.partition("<")[0].strip() or row.recipient
            yield Matter(f"提醒{row.id}", "", (on,), about)
