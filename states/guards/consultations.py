"""Conditions on consultations (条例(2019) 第三十二至三十四条)."""

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind
from states.clock.spans import Consultation, consultations
from states.errors import Refusal
from states.guards.guard import refuse
from states.statute.opinions import Opinion
from states.steps import Step


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
    return refuse("reference_used", None, ref=step.ref) if step.ref in known else None


def third_party_was_consulted(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Only a consultation that is open can be delivered or answered."""
    return _was_consulted(case, step, third_party=True)


def agency_was_consulted(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Only a consultation that is open can be delivered or answered."""
    return _was_consulted(case, step, third_party=False)


def third_party_letter_is_undelivered(
    case: Case, step: Step, _calendar: WorkCalendar
) -> Refusal | None:
    """A letter is delivered once, and its time runs from then."""
    return _is_undelivered(case, step, third_party=True)


def agency_letter_is_undelivered(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A letter is delivered once, and its time runs from then."""
    return _is_undelivered(case, step, third_party=False)


def some_third_party_objected(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Who is told of disclosure despite an objection must have been asked, and not have agreed."""
    objected = any(
        consultation.third_party and _may_object(consultation)
        for consultation in consultations(case)
    )
    return None if objected else refuse("nobody_objected", None)


def this_third_party_objected(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """The one who is told is one who objected."""
    for consultation in consultations(case):
        if consultation.third_party and consultation.ref == step.ref:
            if _may_object(consultation):
                return None
            return refuse("third_party_did_not_object", None, ref=step.ref)
    return refuse("consultation_unknown", None, ref=step.ref)


def third_party_is_untold(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A third party is told of the decision once."""
    for event in case.events:
        if event.kind is EventKind.THIRD_PARTY_NOTIFIED and event.ref == step.ref:
            return refuse("third_party_told_before", None, ref=step.ref, told_on=event.on)
    return None


def _may_object(consultation: Consultation) -> bool:
    """Say whether an answer is on record that is not plain agreement."""
    return not consultation.is_open and consultation.opinion is not Opinion.AGREE


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
    return None if awaited else refuse("no_open_consultation", None)


def _is_undelivered(case: Case, step: Step, *, third_party: bool) -> Refusal | None:
    for consultation in consultations(case):
        if consultation.third_party is third_party and consultation.ref == step.ref:
            if consultation.delivered_on is None:
                return None
            delivered_on = consultation.delivered_on
            return refuse("consultation_delivered", None, ref=step.ref, delivered_on=delivered_on)
    return None


def _was_consulted(case: Case, step: Step, *, third_party: bool) -> Refusal | None:
    for consultation in consultations(case):
        if consultation.third_party is third_party and consultation.ref == step.ref:
            if not consultation.is_open:
                return refuse("consultation_answered", None, ref=step.ref)
            if step.on < consultation.sent_on:
                return refuse("before_consultation", None, sent_on=consultation.sent_on)
            return None
    return refuse("consultation_unknown", None, ref=step.ref)
