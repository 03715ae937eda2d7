"""Conditions on receipt (条例(2019) 第三十一条)."""

from functools import partial

from states.calendar.workdays import WorkCalendar
from states.case import RECEIPT_KINDS, Case
from states.errors import Refusal
from states.guards.guard import Guard, law_of, refuse
from states.statute.receipt import RECEIPT, ReceiptFact
from states.statute.versions import law_on
from states.steps import Step


def not_before_submission(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A request is not received before it was sent or lay in the post."""
    for event in reversed(case.events):
        if event.kind in RECEIPT_KINDS and step.on < event.on:
            return refuse("before_last_move", None, on=step.on, last_on=event.on)
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
    return refuse(
        "receipt_is_otherwise", receipt_rule.citation, channel=case.channel, by=receipt_rule.fact
    )


received_by_submission: Guard = partial(_decided_by, ReceiptFact.SUBMITTED)
received_by_signature: Guard = partial(_decided_by, ReceiptFact.SIGNED_FOR)
received_by_confirmation: Guard = partial(_decided_by, ReceiptFact.CONFIRMED)


def needs_more_than_submission(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """A submission that is itself the receipt is recorded as such."""
    if case.channel is None or received_by_submission(case, step, calendar) is not None:
        return None
    receipt_rule = RECEIPT[law_of(case, step)][case.channel]
    return refuse("submission_is_receipt", receipt_rule.citation)
