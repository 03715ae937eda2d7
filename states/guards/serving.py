"""Conditions on serving a reply (送达解释(2016); 条例(2019) 第三十六条)."""

from functools import partial

from states.calendar.workdays import WorkCalendar
from states.case import CLOSED_STATES, SERVING_KINDS, Case, Event, EventKind
from states.citation import cite
from states.clock.answer import answer_due
from states.deciding.draft import outcome_of_draft
from states.errors import Refusal
from states.guards.deciding import REPLY
from states.guards.guard import Guard, law_of, refuse
from states.guards.more_time import EXTENDING
from states.matters import Carrier, ReplyServed, ServiceFailed
from states.statute.instruments import SERVICE_2016
from states.steps import Step

SERVICE = cite(SERVICE_2016)
_UNDER_WAY = SERVING_KINDS | {EventKind.REPLY_DELIVERED, EventKind.SERVICE_FAILED}
_MAY_FAIL = SERVING_KINDS - {EventKind.REPLY_SIGNED_FOR}  # who signed has it


def outcome_follows_from_the_items(
    case: Case, step: Step, _calendar: WorkCalendar
) -> Refusal | None:
    """The outcome is what the items decide; one that is named must be the same."""
    decided = outcome_of_draft(case)
    if step.outcome is None or decided is None or step.outcome is decided:
        return None
    article = REPLY[law_of(case, step)]
    return refuse("outcome_contradicts_items", article, outcome=step.outcome, decided=decided)


def served_once_unless_it_failed(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A reply is served again only after a service that failed; the first day still decides."""
    if case.state not in CLOSED_STATES:
        return None
    last = _last_of_service(case)
    if last is None or last.kind is not EventKind.SERVICE_FAILED:
        return refuse("served_before", SERVICE, served_on=case.closed_on or "")
    if step.on < last.on:
        return refuse("before_last_move", None, on=step.on, last_on=last.on)
    return None


def late_reason_is_given(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """Who answers late says why; a second service is judged by the first."""
    if case.state in CLOSED_STATES:
        return None
    due = answer_due(case, calendar, step.on)
    late_reason = step.matter.late_reason if isinstance(step.matter, ReplyServed) else ""
    if step.on <= due or late_reason.strip():
        return None
    return refuse("late_reason_missing", EXTENDING[law_of(case, step)], due=due, on=step.on)


def _proven(proof: str, _case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Service is proven by the number of the postal item, the signature, or the address."""
    if isinstance(step.matter, ReplyServed) and str(getattr(step.matter, proof)).strip():
        return None
    return refuse("proof_missing", SERVICE, waivable=True, proof=proof)


tracking_number_is_kept: Guard = partial(_proven, "tracking")
signer_is_kept: Guard = partial(_proven, "signer")
address_is_kept: Guard = partial(_proven, "address")


def carried_by_the_post_office(_case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Replies go by the postal enterprise, not by a private courier."""
    matter = step.matter
    if not isinstance(matter, ReplyServed) or matter.carrier is not Carrier.COURIER:
        return None
    return refuse("private_courier", SERVICE, waivable=True)


def reply_is_in_the_post(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Only a reply that was posted and has not come back is delivered, once."""
    last = _last_of_service(case)
    if last is not None and last.kind is EventKind.REPLY_POSTED:
        return None
    return refuse("nothing_in_the_post", SERVICE)


def service_is_under_way(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Only a service whose end is not known can fail."""
    last = _last_of_service(case)
    if last is not None and last.kind in _MAY_FAIL:
        return None
    return refuse("no_service_to_fail", SERVICE)


def failure_has_its_reason(_case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A failed service says what came back, and why."""
    if isinstance(step.matter, ServiceFailed) and step.matter.reason.strip():
        return None
    return refuse("failure_reason_missing", SERVICE)


def _last_of_service(case: Case) -> Event | None:
    return next((event for event in reversed(case.events) if event.kind in _UNDER_WAY), None)
