"""Every question of the clock, and the function that answers it.

A new question needs its row in `QUESTIONS` and in the reference page of the clock.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from states.calendar.workdays import WorkCalendar
from states.case import SERVING_KINDS, Event, EventKind
from states.clock.answer import Flag, Reckoning, reckon
from states.clock.deadlines import correction_notice_due, correction_period_end, fee_payment_due
from states.clock.spans import ONE_DAY, Consultation, consultations, opinion_due
from states.errors import ClockQuestionError
from states.statute.fees import FEES_SINCE
from states.statute.periods import (
    ASK_CORRECTION,
    CO_PRODUCER_OPINION,
    CORRECTED,
    FEE_PAYMENT,
    THIRD_PARTY_OPINION,
)
from states.statute.receipt import RECEIPT, Channel
from states.statute.versions import Law, law_on
from workflow.services.clock.answer import Answer, counted
from workflow.services.clock.cases import CaseLine
from workflow.services.clock.faults import CaseLineError
from workflow.services.clock.fixed import (
    annual_report_due_2007,
    annual_report_due_department,
    annual_report_due_government,
    proactive_publication_due,
    remedy_ends,
)

Question = Callable[[CaseLine, WorkCalendar, date], Answer]

_FEE_KINDS = frozenset({EventKind.FEE_NOTIFIED, EventKind.FEE_NOTICE_DELIVERED, EventKind.FEE_PAID})


def answer(line: CaseLine, calendar: WorkCalendar, as_of: date | None = None) -> Answer:
    """Answer a line's question as on a day (default: that of its last fact).

    Raises CaseLineError, or CalendarUnknownError, where it has no answer.
    """
    try:
        return QUESTIONS[line.question](line, calendar, line.last_on if as_of is None else as_of)
    except ClockQuestionError as error:
        raise _fault_of(error, line) from None


def _fault_of(error: ClockQuestionError, line: CaseLine) -> CaseLineError:
    """Return the fault as the line has it, with the fact that would settle it."""
    if error.code == "receipt_not_established":
        if line.case.channel is None:
            return CaseLineError("channel_missing", "channel")
        return CaseLineError(error.code, error.field, line.case.channel, _settling(line))
    return CaseLineError(error.code, error.field, error.value or line.question)


def _settling(line: CaseLine) -> str:
    channel: Channel = line.case.channel  # type: ignore[assignment]
    return RECEIPT[law_on(line.first_on, line.case.practice.revised_from)][channel].fact


# --- the period for answering ------------------------------------------------------------------


def _reply_due(line: CaseLine, calendar: WorkCalendar, as_of: date) -> Answer:
    return _of(reckon(line.case, calendar, as_of))


def _of(reckoning: Reckoning) -> Answer:
    return Answer(
        reckoning.law,
        reckoning.counts_from,
        reckoning.due,
        reckoning.basis,
        reckoning.provisional,
        reckoning.flags,
        reckoning.suspended_workdays,
        reckoning.original_due,
        reckoning.conservative_due,
        reckoning.spans,
    )


def _timeliness(line: CaseLine, calendar: WorkCalendar, as_of: date) -> Answer:
    found = _reply_due(line, calendar, as_of)
    replied = next((event for event in line.case.events if event.kind in SERVING_KINDS), None)
    replied = replied or line.case.first(EventKind.REPLY_DELIVERED)
    if replied is None:
        raise CaseLineError("event_missing", "events", " / ".join(sorted(SERVING_KINDS)))
    found.besides = {"reply_date": replied.on.isoformat(), "on_time": replied.on <= found.due}
    return found


def _fee_notice_deadline(line: CaseLine, calendar: WorkCalendar, as_of: date) -> Answer:
    """Answer on the facts before the fee: a notice is sent within the period it ends."""
    _check_fees(line)
    events = tuple(event for event in line.case.events if event.kind not in _FEE_KINDS)
    charged = next((event.on for event in line.case.events if event.kind in _FEE_KINDS), as_of)
    return _of(reckon(replace(line.case, events=events), calendar, min(as_of, charged)))


# --- periods of their own -----------------------------------------------------------------------


def _met(line: CaseLine, kind: EventKind, as_of: date) -> date:
    event = line.case.last(kind)
    return as_of if event is None else event.on


def _start(line: CaseLine, kind: EventKind) -> Event:
    event = line.case.last(kind)
    if event is None:
        raise CaseLineError("event_missing", "events", kind)
    return event


def _correction_notice_due(line: CaseLine, calendar: WorkCalendar, _as_of: date) -> Answer:
    due = correction_notice_due(line.case, calendar)
    start = line.case.received_on or due
    found = counted(line.law, calendar, start, due, ASK_CORRECTION.under[line.law].citation)
    asked = line.case.first(EventKind.CORRECTION_REQUESTED)
    if asked is not None and asked.on > due:
        found.flags = (Flag.CORRECTION_NOTICE_LATE, *found.flags)
    return found


def _correction_period_end(line: CaseLine, calendar: WorkCalendar, as_of: date) -> Answer:
    asked = _start(line, EventKind.CORRECTION_REQUESTED)
    due = correction_period_end(line.case, calendar)
    met_on = _met(line, EventKind.CORRECTION_RECEIVED, as_of)
    return counted(line.law, calendar, asked.on, due, CORRECTED[line.law], met_on)


def _third_party_opinion_due(line: CaseLine, calendar: WorkCalendar, as_of: date) -> Answer:
    sent, delivered = EventKind.THIRD_PARTY_CONSULTED, EventKind.THIRD_PARTY_LETTER_DELIVERED
    return _opinion_due(line, calendar, as_of, sent, delivered)


def _joint_agency_opinion_due(line: CaseLine, calendar: WorkCalendar, as_of: date) -> Answer:
    sent, delivered = EventKind.AGENCY_CONSULTED, EventKind.AGENCY_LETTER_DELIVERED
    return _opinion_due(line, calendar, as_of, sent, delivered)


def _opinion_due(
    line: CaseLine, calendar: WorkCalendar, as_of: date, sent: EventKind, delivered: EventKind
) -> Answer:
    third_party = sent is EventKind.THIRD_PARTY_CONSULTED
    chosen = _chosen(line, sent, delivered, third_party=third_party)
    due = opinion_due(chosen, line.law, calendar)
    if due is None:
        code = "no_such_period" if line.law is Law.OGI_2007 else "no_statutory_end"
        raise CaseLineError(code, "question", line.question)
    rule = THIRD_PARTY_OPINION if third_party else CO_PRODUCER_OPINION
    return counted(
        line.law,
        calendar,
        chosen.delivered_on or chosen.sent_on,
        due,
        rule.under[line.law].citation,
        chosen.answered_on or as_of,
    )


def _chosen(
    line: CaseLine, sent: EventKind, delivered: EventKind, *, third_party: bool
) -> Consultation:
    """Return the consultation asked about: by reference, else the first open one, else the first.

    A letter delivered without its sending is a consultation all the same.
    """
    case = line.case
    known = {event.ref for event in case.events if event.kind is sent}
    for event in case.events:
        if event.kind is delivered and event.ref not in known:
            known.add(event.ref)
            case = case.after(replace(event, kind=sent))
    found = [one for one in consultations(case) if one.third_party is third_party]
    if line.ref is not None:
        found = [one for one in found if one.ref == line.ref]
        if not found:
            raise CaseLineError("consultation_unknown", "ref", line.ref)
    if not found:
        raise CaseLineError("event_missing", "events", sent)
    return next((one for one in found if one.is_open), found[0])


def _check_fees(line: CaseLine) -> None:
    """Refuse a question of the fee for a time that had none."""
    if (line.case.received_on or line.first_on) < FEES_SINCE:
        raise CaseLineError("no_fee_then", "question", line.question, str(FEES_SINCE))


def _fee_payment_due(line: CaseLine, calendar: WorkCalendar, as_of: date) -> Answer:
    _check_fees(line)
    delivered = _start(line, EventKind.FEE_NOTICE_DELIVERED)
    due = fee_payment_due(line.case, calendar)
    met_on = _met(line, EventKind.FEE_PAID, as_of)
    return counted(line.law, calendar, delivered.on, due, FEE_PAYMENT.citation, met_on)


def _fee_abandoned_on(line: CaseLine, calendar: WorkCalendar, _as_of: date) -> Answer:
    _check_fees(line)
    delivered = _start(line, EventKind.FEE_NOTICE_DELIVERED)
    day = fee_payment_due(line.case, calendar) + ONE_DAY
    return counted(line.law, calendar, delivered.on, day, FEE_PAYMENT.citation)


QUESTIONS: dict[str, Question] = {
    "reply_due": _reply_due,
    "timeliness": _timeliness,
    "correction_notice_due": _correction_notice_due,
    "correction_period_end": _correction_period_end,
    "third_party_opinion_due": _third_party_opinion_due,
    "joint_agency_opinion_due": _joint_agency_opinion_due,
    "fee_notice_deadline": _fee_notice_deadline,
    "fee_payment_due": _fee_payment_due,
    "fee_abandoned_on": _fee_abandoned_on,
    "proactive_publication_due": proactive_publication_due,
    "annual_report_due": annual_report_due_2007,
    "annual_report_due_department": annual_report_due_department,
    "annual_report_due_government": annual_report_due_government,
    "remedy_due": remedy_ends,
}
