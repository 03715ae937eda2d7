"""The last lawful day to answer, from the facts alone.

条例(2007) 第二十四条; 条例(2019) 第三十、三十三、三十五条; 收费办法(2020) 第六条.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from states.calendar.workdays import DayKind, WorkCalendar
from states.case import CLOSED_STATES, Case, Event, EventKind, State
from states.citation import Citation
from states.clock.spans import (
    ExcludedSpan,
    count_out,
    excluded_spans,
    excluded_workdays,
    union,
)
from states.errors import ClockQuestionError
from states.statute.fees import FEES_SINCE
from states.statute.periods import (
    ANSWER,
    ASK_CORRECTION,
    CORRECTED,
    EXTENSION,
    LATER_DATE,
    PAYMENT_RESTARTS,
)
from states.statute.practice import FeeClock, Practice, ReasonsClock
from states.statute.receipt import ELECTRONIC
from states.statute.versions import Law


class Flag(StrEnum):
    """Something a reader of the date must know."""

    EXTENSION_NOTICE_LATE = "extension_notice_late"
    DELAY_NOTICE_LATE = "delay_notice_late"
    FEE_NOTICE_LATE = "fee_notice_late"
    CORRECTION_NOTICE_LATE = "correction_notice_late"
    AWAITING_CORRECTION = "awaiting_correction"
    AWAITING_PAYMENT = "awaiting_payment"
    PAUSED = "paused"
    OVERDUE = "overdue"
    MAKEUP_DAY_DUE = "makeup_day_due"


class Reckoning(NamedTuple):
    """The answering period, reckoned: the date, what moved it, and on what it rests.

    `due` is always a date; when `provisional`, it was counted into a year whose holiday notice
    is not known and must not be printed as certain. While it is `held`, the office waits for what
    is sure to move it, and nobody need be reminded.
    """

    law: Law
    received_on: date
    counts_from: date
    count: int  # type: ignore[assignment]  # a tuple's own count is not missed
    due: date
    original_due: date | None
    conservative_due: date | None
    provisional: bool
    held: bool
    suspended_workdays: int
    spans: tuple[ExcludedSpan, ...]
    flags: tuple[Flag, ...]
    basis: tuple[Citation, ...]


@dataclass(slots=True)
class _Course:
    """The count in progress, as one fact after another bears on it."""

    law: Law
    received_on: date
    calendar: WorkCalendar
    merged: list[tuple[date, date]]
    anchor: date
    count: int
    limit: int
    extended: bool = False
    granted: int = 0
    fixed: date | None = None
    before_fixed: date | None = None
    asked: Event | None = None
    corrected: bool = False
    charged: Event | None = None
    paid: bool = False
    flags: list[Flag] = field(default_factory=list)
    basis: list[Citation] = field(default_factory=list)

    def due(self) -> date:
        """The last day as the facts so far have it."""
        if self.fixed is not None:
            return count_out(self.fixed, self.granted, self.merged, self.calendar)
        return count_out(self.anchor, self.count + self.granted, self.merged, self.calendar)

    def original_due(self) -> date | None:
        """The last day before an extension or a later date moved it; None if neither did."""
        if self.fixed is not None:
            return self.before_fixed
        if not self.granted:
            return None
        return count_out(self.anchor, self.count, self.merged, self.calendar)

    def flag(self, flag: Flag) -> None:
        """Add a flag once, however often its fact occurs."""
        if flag not in self.flags:
            self.flags.append(flag)

    def restart(self, on: date, basis: Citation) -> None:
        """Count in full from a day; a later date already promised is never taken back."""
        kept = self.due() if self.fixed is not None else None
        self.anchor, fixed, self.fixed = on, self.fixed, None
        if kept is not None and self.due() < kept:
            self.fixed = fixed
        self.basis.append(basis)


def answer_due(case: Case, calendar: WorkCalendar, as_of: date | None = None) -> date:
    """Return the last lawful day to answer a request."""
    return _follow(case, calendar, as_of)[0].due()


def reckon(case: Case, calendar: WorkCalendar, as_of: date | None = None) -> Reckoning:
    """Reckon the answering period of a case as on a day (default: that of the last fact).

    Raises ClockQuestionError("receipt_not_established") while the day of receipt is unknown.
    """
    course, spans = _follow(case, calendar, as_of)
    due = course.due()
    suspended = 0
    if course.merged:
        suspended = excluded_workdays(course.merged, course.anchor, due, calendar)
    held = _mark(course, case, due, case.events[-1].on if as_of is None else as_of, spans)
    return Reckoning(
        law=course.law,
        received_on=course.received_on,
        counts_from=course.anchor,
        count=course.count + course.granted,
        due=due,
        original_due=course.original_due(),
        conservative_due=_conservative(course, case, spans, due),
        provisional=calendar.is_provisional(course.anchor, due) and course.fixed != due,
        held=held,
        suspended_workdays=suspended,
        spans=tuple(spans),
        flags=tuple(course.flags),
        basis=_basis(course, spans, suspended),
    )


def _follow(
    case: Case, calendar: WorkCalendar, as_of: date | None
) -> tuple[_Course, list[ExcludedSpan]]:
    """Follow the count of a case, and return it with the spans that were taken out of it."""
    receipt = case.receipt
    if receipt is None:
        raise ClockQuestionError("receipt_not_established", "events")
    on = case.events[-1].on if as_of is None else as_of
    asked_on = min(on, case.closed_on or on)
    spans = [*excluded_spans(case, receipt.law, calendar, asked_on), *_fee_spans(case, receipt.on)]
    course = _run(case, calendar, receipt.law, receipt.on, spans)
    if receipt.citation is not None:
        course.basis.append(receipt.citation)
    return course, spans


def _run(
    case: Case,
    calendar: WorkCalendar,
    law: Law,
    received_on: date,
    spans: list[ExcludedSpan],
    *,
    restarts: bool = True,
) -> _Course:
    """Let every fact of the case bear on the count, in order of date."""
    period = ANSWER.under[law]
    course = _Course(
        law,
        received_on,
        calendar,
        union(spans) if spans else [],
        received_on,
        period.count,
        EXTENSION.under[law].count,
    )
    course.basis.append(period.citation)
    for event in case.events:
        rule = _BEARING.get(event.kind)
        if rule is not None and (restarts or event.kind not in _CORRECTION):
            rule(course, case, event)
    return course


def _fee_spans(case: Case, received_on: date) -> list[ExcludedSpan]:
    """Return (notice, payment] where the office's practice only suspends for the fee."""
    if case.practice.fee_clock is not FeeClock.SUSPEND or received_on < FEES_SINCE:
        return []
    notified = case.first(EventKind.FEE_NOTIFIED) or case.first(EventKind.FEE_NOTICE_DELIVERED)
    paid = case.first(EventKind.FEE_PAID)
    if notified is None or paid is None:
        return []
    return [ExcludedSpan(notified.on, paid.on, "fee", PAYMENT_RESTARTS)]


def _correction_requested(course: _Course, _case: Case, event: Event) -> None:
    if course.asked is not None:
        return
    course.asked = event
    window = ASK_CORRECTION.under.get(course.law)
    if window is None:
        return
    if event.on > course.calendar.nth_workday(course.received_on, window.count):
        course.flag(Flag.CORRECTION_NOTICE_LATE)


def _correction_received(course: _Course, case: Case, event: Event) -> None:
    if course.asked is None or course.corrected:
        return
    course.corrected = True
    if _correction_restarts(course.law, case.practice):
        course.restart(event.on, CORRECTED[course.law])


def _correction_restarts(law: Law, practice: Practice) -> bool:
    """Say whether a correction restarts the count: by the text since 2019, before by practice."""
    return law is Law.OGI_2019 or practice.correction_restarts_2007


def _extension_notified(course: _Course, _case: Case, event: Event) -> None:
    if course.extended:
        return
    course.extended = True
    if event.on > course.due():
        course.flag(Flag.EXTENSION_NOTICE_LATE)
        return
    course.granted = min(event.workdays or course.limit, course.limit)
    course.basis.append(EXTENSION.under[course.law].citation)


def _reasons_received(course: _Course, case: Case, event: Event) -> None:
    if course.law is Law.OGI_2019 and case.practice.reasons_clock is ReasonsClock.RESTARTS:
        course.restart(event.on, LATER_DATE)


def _delay_notified(course: _Course, _case: Case, event: Event) -> None:
    due = course.due()
    if course.law is not Law.OGI_2019 or event.new_due is None or event.new_due <= due:
        return
    if event.on > due:
        course.flag(Flag.DELAY_NOTICE_LATE)
        return
    course.before_fixed = course.original_due() or due
    course.fixed, course.granted = event.new_due, 0
    course.basis.append(LATER_DATE)


def _fee_notified(course: _Course, _case: Case, event: Event) -> None:
    # A fee of cost under the 2007 text, or any before 2021, is none that the measures speak of.
    if course.charged is not None or course.received_on < FEES_SINCE:
        return
    if event.on > course.due():
        course.flag(Flag.FEE_NOTICE_LATE)
        return
    course.charged = event


def _fee_paid(course: _Course, case: Case, event: Event) -> None:
    if course.charged is None or course.paid:
        return
    course.paid = True
    if case.practice.fee_clock is FeeClock.RESTART:
        course.restart(event.on, PAYMENT_RESTARTS)


_BEARING = {
    EventKind.CORRECTION_REQUESTED: _correction_requested,
    EventKind.CORRECTION_RECEIVED: _correction_received,
    EventKind.EXTENSION_NOTIFIED: _extension_notified,
    EventKind.REASONS_RECEIVED: _reasons_received,
    EventKind.DELAY_NOTIFIED: _delay_notified,
    EventKind.FEE_NOTIFIED: _fee_notified,
    EventKind.FEE_NOTICE_DELIVERED: _fee_notified,
    EventKind.FEE_PAID: _fee_paid,
}
_CORRECTION = frozenset({EventKind.CORRECTION_REQUESTED, EventKind.CORRECTION_RECEIVED})


def _mark(course: _Course, case: Case, due: date, as_of: date, spans: list[ExcludedSpan]) -> bool:
    """Add the flags of the day it is asked; return whether the date is held."""
    waiting = _waiting(course, case.state)
    if waiting is not None:
        course.flag(waiting)
    paused = case.state not in CLOSED_STATES and any(span.paused for span in spans)
    if paused:
        course.flag(Flag.PAUSED)
    asked_on = _stopped_on(course, case, waiting)
    overdue = (asked_on or case.closed_on or as_of) > due
    if overdue:
        course.flag(Flag.OVERDUE)
    if course.calendar.kind(due) is DayKind.MAKEUP_WORKDAY:
        course.flag(Flag.MAKEUP_DAY_DUE)
    doubtful = waiting is Flag.AWAITING_CORRECTION and _restart_is_doubtful(course)
    return not overdue and (paused or (asked_on is not None and not doubtful))


_WAITING = {
    State.AWAITING_CORRECTION: Flag.AWAITING_CORRECTION,
    State.AWAITING_PAYMENT: Flag.AWAITING_PAYMENT,
}


def _waiting(course: _Course, state: State) -> Flag | None:
    """Return what is awaited; a fee also where only the delivery of its notice is known."""
    if state is State.RECEIVED and course.charged is not None and not course.paid:
        return Flag.AWAITING_PAYMENT
    return _WAITING.get(state)


def _stopped_on(course: _Course, case: Case, waiting: Flag | None) -> date | None:
    """Return the day of the notice that the applicant is waited for on, if it may stop the count.

    Time spent waiting so is not late; a second correction, or a fee that is none, stops nothing.
    """
    notice = None
    if waiting is Flag.AWAITING_PAYMENT and not course.paid:
        notice = course.charged
    elif waiting is Flag.AWAITING_CORRECTION and not course.corrected:
        notice = course.asked if _correction_restarts(course.law, case.practice) else None
    return None if notice is None else notice.on


def _conservative(course: _Course, case: Case, spans: list[ExcludedSpan], due: date) -> date | None:
    """Return the earliest safe date where practice is divided, if earlier than the due date."""
    submitted_on = _prompt_submission(course, case)
    doubtful = course.corrected and _restart_is_doubtful(course)
    if submitted_on is None and not doubtful:
        return None
    starts = (course.received_on, submitted_on or course.received_on)
    earliest = min(
        _run(case, course.calendar, course.law, start, spans, restarts=restarts).due()
        for start, restarts in product(starts, (True, not doubtful))
    )
    return earliest if earliest < due else None


def _restart_is_doubtful(course: _Course) -> bool:
    """Say whether the restart is only practice: a late notice, or the 2007 text."""
    return Flag.CORRECTION_NOTICE_LATE in course.flags or course.law is Law.OGI_2007


def _prompt_submission(course: _Course, case: Case) -> date | None:
    """Return the day an online request was submitted, where it was confirmed late."""
    if case.channel not in ELECTRONIC or course.law is not Law.OGI_2019:
        return None
    submitted = case.first(EventKind.SUBMITTED)
    confirmed = case.first(EventKind.CONFIRMED)
    if submitted is None or confirmed is None:
        return None
    prompt_until = course.calendar.nth_workday(submitted.on, case.practice.confirmation_slack)
    return submitted.on if confirmed.on > prompt_until else None


def _basis(course: _Course, spans: list[ExcludedSpan], suspended: int) -> tuple[Citation, ...]:
    """Return the articles the date rests on, each once, in the order they bore on it."""
    excluded = [span.citation for span in spans] if suspended else []
    found: list[Citation] = []
    for citation in (*course.basis, *excluded):
        if citation not in found:
            found.append(citation)
    return tuple(found)
