"""Every clock that runs on a request at once: reply, correction, opinions, payment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.calendar.workdays import WorkCalendar
from states.case import CLOSED_STATES, Case, EventKind, State
from states.citation import Citation
from states.clock.answer import Reckoning, reckon
from states.clock.lapsing import lapse_of
from states.clock.spans import Consultation, consultations, opinion_due
from states.errors import ClockQuestionError
from states.statute.periods import (
    ASK_CORRECTION,
    CO_PRODUCER_OPINION,
    CORRECTED,
    FEE_PAYMENT,
    THIRD_PARTY_OPINION,
)
from states.statute.versions import Law


class ClockKey(StrEnum):
    """Which clock: the office's own, or one that binds somebody else."""

    REPLY = "reply"
    CORRECTION_NOTICE = "correction_notice"
    CORRECTION_PERIOD = "correction_period"
    THIRD_PARTY_OPINION = "third_party_opinion"
    AGENCY_OPINION = "agency_opinion"
    FEE_PAYMENT = "fee_payment"
    ANNUAL_REPORT = "annual_report"
    # Of the registers beside the requests.
    RECONSIDERATION_ANSWER = "reconsideration_answer"
    LITIGATION_ANSWER = "litigation_answer"
    APPEAL = "appeal"
    PUBLICATION = "publication"
    REFUSAL_REVIEW = "refusal_review"
    RECORDS_CORRECTION = "records_correction"
    ATTENDANCE = "attendance"
    MAIL = "mail"
    # Of what waits for somebody in the office; due from the day on which it began to wait.
    LAPSE = "lapse"
    OPINION_SILENCE = "opinion_silence"
    REASONS = "reasons"
    EXTENSION_DECISION = "extension_decision"
    EXTENSION_NOTICE = "extension_notice"
    THIRD_PARTY_NOTICE = "third_party_notice"
    REVIEW = "review"
    APPROVAL = "approval"
    SERVICE = "service"
    SECRECY_REVIEW = "secrecy_review"
    # Of the office as a whole.
    NEXT_CALENDAR = "next_calendar"
    PROBLEM = "problem"
    FAILED_NOTICE = "failed_notice"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of one running clock; `conservative` where an earlier day is the safe one."""

    key: ClockKey
    due: date
    provisional: bool
    citation: Citation
    ref: str = ""
    conservative: date | None = None
    paused: bool = False


def running(case: Case, calendar: WorkCalendar, as_of: date) -> tuple[Deadline, ...]:
    """Return every clock that runs on an open case, soonest first; none before receipt."""
    if case.state in CLOSED_STATES or case.receipt is None:
        return ()
    reckoning = reckon(case, calendar, as_of)
    found = [_reply(reckoning), *_corrections(case, reckoning, calendar, as_of)]
    found.extend(_opinions(case, reckoning.law, calendar))
    found.extend(_payment(case, calendar))
    return tuple(sorted(found, key=_due_of))


def _due_of(deadline: Deadline) -> date:
    return deadline.due


def _reply(reckoning: Reckoning) -> Deadline:
    return Deadline(
        ClockKey.REPLY,
        reckoning.due,
        reckoning.provisional,
        reckoning.basis[0],
        conservative=reckoning.conservative_due,
        paused=reckoning.held,
    )


def _corrections(
    case: Case, reckoning: Reckoning, calendar: WorkCalendar, as_of: date
) -> Iterator[Deadline]:
    if case.state is State.AWAITING_CORRECTION:
        asked = case.last(EventKind.CORRECTION_REQUESTED)
        if asked is not None:  # pragma: no branch - the state is left by that very fact
            due = correction_period_end(case, calendar)
            yield _deadline(
                ClockKey.CORRECTION_PERIOD, asked.on, due, CORRECTED[reckoning.law], calendar
            )
    elif case.state is State.RECEIVED and case.first(EventKind.CORRECTION_REQUESTED) is None:
        window = ASK_CORRECTION.under.get(reckoning.law)
        if window is not None:
            start = reckoning.received_on
            due = calendar.nth_workday(start, window.count)
            if as_of <= due:  # once closed, the window is nobody's deadline any more
                yield _deadline(ClockKey.CORRECTION_NOTICE, start, due, window.citation, calendar)


def _opinions(case: Case, law: Law, calendar: WorkCalendar) -> Iterator[Deadline]:
    for consultation in consultations(case):
        due = opinion_due(consultation, law, calendar) if consultation.is_open else None
        if due is not None:
            yield _opinion(consultation, due, calendar)


def _opinion(consultation: Consultation, due: date, calendar: WorkCalendar) -> Deadline:
    rule = THIRD_PARTY_OPINION if consultation.third_party else CO_PRODUCER_OPINION
    key = ClockKey.THIRD_PARTY_OPINION if consultation.third_party else ClockKey.AGENCY_OPINION
    return _deadline(
        key,
        consultation.sent_on,
        due,
        rule.under[Law.OGI_2019].citation,
        calendar,
        consultation.ref,
    )


def _payment(case: Case, calendar: WorkCalendar) -> Iterator[Deadline]:
    delivered = case.last(EventKind.FEE_NOTICE_DELIVERED)
    if case.state is State.AWAITING_PAYMENT and delivered is not None:
        due = fee_payment_due(case, calendar)
        yield _deadline(ClockKey.FEE_PAYMENT, delivered.on, due, FEE_PAYMENT.citation, calendar)


def _deadline(
    key: ClockKey,
    start: date,
    due: date,
    citation: Citation,
    calendar: WorkCalendar,
    ref: str = "",
) -> Deadline:
    return Deadline(key, due, calendar.is_provisional(start, due), citation, ref)


def correction_notice_due(case: Case, calendar: WorkCalendar) -> date:
    """Return the last day to send the one correction notice.

    Raises ClockQuestionError where receipt is not established or the text sets no window.
    """
    receipt = case.receipt
    if receipt is None:
        raise ClockQuestionError("receipt_not_established", "events")
    window = ASK_CORRECTION.under.get(receipt.law)
    if window is None:
        raise ClockQuestionError("no_such_period", "question")
    return calendar.nth_workday(receipt.on, window.count)


def correction_period_end(case: Case, calendar: WorkCalendar) -> date:
    """Return the applicant's last day to correct, counted from the notice."""
    asked = case.last(EventKind.CORRECTION_REQUESTED)
    if asked is None:
        raise ClockQuestionError("event_missing", "events", EventKind.CORRECTION_REQUESTED)
    return calendar.nth_workday(asked.on, asked.workdays or case.practice.correction_period)


def fee_payment_due(case: Case, calendar: WorkCalendar) -> date:
    """Return the applicant's last day to pay, counted from delivery of the fee notice."""
    delivered = case.last(EventKind.FEE_NOTICE_DELIVERED)
    if delivered is None:
        raise ClockQuestionError("event_missing", "events", EventKind.FEE_NOTICE_DELIVERED)
    return calendar.nth_workday(delivered.on, FEE_PAYMENT.count)


def lapse_after(case: Case, calendar: WorkCalendar) -> date | None:
    """Return the day after which a request may lapse, or None where nothing can lapse.

    By default the later of two readings; see `states.clock.lapsing`.
    """
    lapse = lapse_of(case, calendar)
    return None if lapse is None else lapse.after
