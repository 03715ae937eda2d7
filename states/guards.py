"""One predicate per legal condition: a Refusal that names the article, or None."""

from collections.abc import Callable
from datetime import date
from functools import partial

from states.calendar.workdays import WorkCalendar
from states.case import LEAVES, RECEIPT_KINDS, Case, EventKind, State
from states.citation import Citation, cite
from states.clock.answer import answer_due
from states.clock.deadlines import lapse_after
from states.clock.spans import consultations
from states.errors import Refusal
from states.statute.fees import FEES_SINCE
from states.statute.instruments import FEE_2020, OGI_2007, OGI_2019, SERVICE_2016
from states.statute.outcomes import Outcome, rule
from states.statute.periods import ASK_CORRECTION, EXTENSION
from states.statute.receipt import RECEIPT, ReceiptFact
from states.statute.versions import Law, law_on
from states.steps import Step

Guard = Callable[[Case, Step, WorkCalendar], Refusal | None]

CORRECTION = cite(OGI_2019, 30)
EXTENDING = {Law.OGI_2007: cite(OGI_2007, 24, 2), Law.OGI_2019: cite(OGI_2019, 33, 2)}
REASONS = cite(OGI_2019, 35)
FEE = cite(FEE_2020, 6)
SERVICE = cite(SERVICE_2016)


def _law(case: Case, step: Step) -> Law:
    """Return the law of the case, or of the day of the step before receipt."""
    receipt = case.receipt
    return law_on(step.on, case.practice.revised_from) if receipt is None else receipt.law


def _refuse(
    code: str, citation: Citation | None, *, waivable: bool = False, **facts: date | str | int
) -> Refusal:
    return Refusal(code, citation, waivable, {key: str(fact) for key, fact in facts.items()})


# --- conditions on every move ------------------------------


def not_in_the_future(_case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """What has not happened yet cannot be recorded."""
    if step.on <= step.today:
        return None
    return _refuse("in_the_future", None, on=step.on, today=step.today)


def not_before_receipt(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Nothing is done about a request before the office has it."""
    if case.received_on is None or step.on >= case.received_on:
        return None
    return _refuse("before_receipt", None, on=step.on, received_on=case.received_on)


def not_before_last_move(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A move cannot be dated before the one that brought the request where it stands."""
    for event in reversed(case.events):
        if event.kind in LEAVES:
            if step.on >= event.on:
                return None
            return _refuse("before_last_move", None, on=step.on, last_on=event.on)
    return None


# --- receipt (第三十一条) ------------------------------


def not_before_submission(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A request is not received before it was sent or lay in the post."""
    for event in reversed(case.events):
        if event.kind in RECEIPT_KINDS and step.on < event.on:
            return _refuse("before_last_move", None, on=step.on, last_on=event.on)
    return None


def _decided_by(
    fact: ReceiptFact, case: Case, step: Step, _calendar: WorkCalendar
) -> Refusal | None:
    """Refuse a fact that is not the one by which this channel's receipt is established."""
    if case.channel is None:
        return None
    receipt_rule = RECEIPT[law_on(step.on, case.practice.revised_from)][case.channel]
    if receipt_rule.fact is fact:
        return None
    return _refuse(
        "receipt_is_otherwise", receipt_rule.citation, channel=case.channel, by=receipt_rule.fact
    )


received_by_submission: Guard = partial(_decided_by, ReceiptFact.SUBMITTED)
received_by_signature: Guard = partial(_decided_by, ReceiptFact.SIGNED_FOR)
received_by_confirmation: Guard = partial(_decided_by, ReceiptFact.CONFIRMED)


def needs_more_than_submission(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """A submission that is itself the receipt is recorded as such."""
    if case.channel is None or received_by_submission(case, step, calendar) is not None:
        return None
    receipt_rule = RECEIPT[_law(case, step)][case.channel]
    return _refuse("submission_is_receipt", receipt_rule.citation)


# --- correction (第三十条) ------------------------------


def asked_only_once(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """The applicant is told once, of everything to be corrected; the 2007 text is silent."""
    asked = case.first(EventKind.CORRECTION_REQUESTED)
    if asked is None or _law(case, step) is Law.OGI_2007:
        return None
    return _refuse("asked_before", CORRECTION, asked_on=asked.on)


def within_correction_window(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """The office has seven working days from receipt to ask."""
    window = ASK_CORRECTION.under.get(_law(case, step))
    if window is None or case.received_on is None:
        return None
    last_on = calendar.nth_workday(case.received_on, window.count)
    if step.on <= last_on:
        return None
    return _refuse("correction_window_closed", window.citation, waivable=True, last_on=last_on)


def within_correction_period(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """A late correction is taken only for a good reason; the 2007 text sets it no period."""
    return _late("correction_late", CORRECTION, case, step, calendar)


def correction_is_settled(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A request sent back for correction is corrected or lapses before it is answered.

    Under the 2007 text the notice to amend was itself a kind of reply (第二十一条第（四）项).
    """
    if case.state is not State.AWAITING_CORRECTION or _law(case, step) is Law.OGI_2007:
        return None
    return _refuse("correction_unsettled", CORRECTION)


def correction_period_over(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """Nothing is deemed abandoned while the applicant may still correct."""
    if _law(case, step) is Law.OGI_2007:
        return None
    return _lapse("correction_period_runs", CORRECTION, case, step, calendar)


# --- consultations (第三十二至三十四条) ------------------------------


def third_party_reference_is_new(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Each consultation has a reference of its own."""
    return _reference_is_new(case, step, third_party=True)


def agency_reference_is_new(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Each consultation has a reference of its own."""
    return _reference_is_new(case, step, third_party=False)


def _reference_is_new(case: Case, step: Step, *, third_party: bool) -> Refusal | None:
    known = {
        consultation.ref
        for consultation in consultations(case)
        if consultation.third_party is third_party
    }
    return _refuse("reference_used", None, ref=step.ref) if step.ref in known else None


def third_party_was_consulted(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Only a consultation that is open can be delivered or answered."""
    return _was_consulted(case, step, third_party=True)


def agency_was_consulted(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Only a consultation that is open can be delivered or answered."""
    return _was_consulted(case, step, third_party=False)


def third_party_opinion_is_awaited(
    case: Case, _step: Step, _calendar: WorkCalendar
) -> Refusal | None:
    """An opinion can come only where one was asked for and has not come."""
    return _is_awaited(case, third_party=True)


def agency_opinion_is_awaited(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """An opinion can come only where one was asked for and has not come."""
    return _is_awaited(case, third_party=False)


def _is_awaited(case: Case, *, third_party: bool) -> Refusal | None:
    awaited = any(
        consultation.is_open and consultation.third_party is third_party
        for consultation in consultations(case)
    )
    return None if awaited else _refuse("no_open_consultation", None)


def _was_consulted(case: Case, step: Step, *, third_party: bool) -> Refusal | None:
    for consultation in consultations(case):
        if consultation.third_party is third_party and consultation.ref == step.ref:
            if not consultation.is_open:
                return _refuse("consultation_answered", None, ref=step.ref)
            if step.on < consultation.sent_on:
                return _refuse("before_consultation", None, sent_on=consultation.sent_on)
            return None
    return _refuse("consultation_unknown", None, ref=step.ref)


# --- extension and later date (第三十三、三十五条) ------------------------------


def extended_only_once(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """The period is extended at most once."""
    extended = case.first(EventKind.EXTENSION_NOTIFIED)
    if extended is None:
        return None
    return _refuse("extended_before", EXTENDING[_law(case, step)], extended_on=extended.on)


def approved_by_head_of_office(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """An extension needs the consent of the head of the disclosure office beforehand."""
    approved = case.first(EventKind.EXTENSION_APPROVED)
    if approved is not None and approved.on <= step.on:
        return None
    return _refuse("extension_not_approved", EXTENDING[_law(case, step)])


def within_extension_limit(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """An extension has a length, and not more than the law allows."""
    limit = EXTENSION.under[_law(case, step)]
    if 1 <= step.workdays <= limit.count:
        return None
    return _refuse("extension_length", limit.citation, workdays=step.workdays, limit=limit.count)


def before_answer_due(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """What moves the date must be notified before the date; later it is recorded, but void."""
    due = answer_due(case, calendar, step.on)
    if step.on <= due:
        return None
    return _refuse("after_answer_due", EXTENDING[_law(case, step)], waivable=True, due=due)


def under_the_2019_law(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """The 2007 text knows no lapse, no reasons for many requests, and no later date."""
    return None if _law(case, step) is Law.OGI_2019 else _refuse("not_in_2007_law", None)


def reasons_asked_only_once(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Reasons for many requests are asked for once."""
    asked = case.first(EventKind.REASONS_REQUESTED)
    return None if asked is None else _refuse("reasons_asked_before", REASONS, asked_on=asked.on)


def reasons_were_given(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A later date is fixed for requests whose reasons were heard."""
    if case.first(EventKind.REASONS_RECEIVED) is not None:
        return None
    return _refuse("reasons_not_given", REASONS)


def later_than_due(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """The later date is a date, and later than the one it replaces."""
    due = answer_due(case, calendar, step.on)
    if step.new_due is not None and step.new_due > due:
        return None
    return _refuse("new_due_not_later", REASONS, due=due, new_due=step.new_due or "")


# --- fee (收费办法(2020)) ------------------------------


def fees_exist(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """There is no information-processing fee for requests before 2021."""
    received_on = case.received_on or step.on
    return None if received_on >= FEES_SINCE else _refuse("no_fee_then", FEE, since=FEES_SINCE)


def charged_only_once(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """One fee notice is sent for a request."""
    charged = case.first(EventKind.FEE_NOTIFIED)
    return None if charged is None else _refuse("charged_before", FEE, charged_on=charged.on)


def fee_notice_undelivered(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """The fee notice is delivered once."""
    delivered = case.first(EventKind.FEE_NOTICE_DELIVERED)
    if delivered is None:
        return None
    return _refuse("fee_delivered_before", FEE, delivered_on=delivered.on)


def within_payment_period(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """A payment after the period is taken only when the clerk acknowledges it."""
    return _late("payment_late", FEE, case, step, calendar)


def payment_period_over(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """Nothing is deemed abandoned while the applicant may still pay."""
    return _lapse("payment_period_runs", FEE, case, step, calendar)


def _late(
    code: str, citation: Citation, case: Case, step: Step, calendar: WorkCalendar
) -> Refusal | None:
    """Refuse only what could have lapsed: an act by then is in time by one reading at least."""
    last_on = lapse_after(case, calendar)
    if last_on is None or step.on <= last_on:
        return None
    return _refuse(code, citation, waivable=True, last_on=last_on)


def _lapse(
    code: str, citation: Citation, case: Case, step: Step, calendar: WorkCalendar
) -> Refusal | None:
    last_on = lapse_after(case, calendar)
    if last_on is not None and step.on > last_on:
        return None
    return _refuse(code, citation, last_on=last_on or "")


# --- the reply (第三十六至三十九条) ------------------------------


def outcome_is_named(_case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A reply says what was decided."""
    return None if step.outcome is not None else _refuse("outcome_missing", cite(OGI_2019, 36))


def outcome_is_of_the_law(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A reply decides as the law in force on receipt allows."""
    if step.outcome is None or _law(case, step) in rule(step.outcome).laws:
        return None
    citation = next(iter(rule(step.outcome).citations), None)
    return _refuse("outcome_not_in_law", citation, outcome=step.outcome)


_NEEDS: dict[Outcome, tuple[EventKind, Citation]] = {
    Outcome.STILL_UNCLEAR: (EventKind.CORRECTION_RECEIVED, CORRECTION),
    Outcome.EXCESSIVE: (EventKind.REASONS_REQUESTED, REASONS),
}
_BY_LAPSE_ONLY = frozenset({Outcome.NOT_CORRECTED, Outcome.NOT_PAID})


def outcome_has_its_ground(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Some outcomes follow only upon a step already taken; lapses are no replies."""
    if step.outcome in _BY_LAPSE_ONLY:
        return _refuse("outcome_by_lapse_only", CORRECTION)
    if step.outcome is None or _law(case, step) is Law.OGI_2007:
        return None
    needed = _NEEDS.get(step.outcome)
    if needed is None or case.first(needed[0]) is not None:
        return None
    return _refuse("outcome_needs_step", needed[1], needs=needed[0])
