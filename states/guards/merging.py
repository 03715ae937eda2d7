"""Conditions on merging a request into another, which is then answered for both."""

from states.calendar.workdays import WorkCalendar
from states.case import CLOSED_STATES, Case, State
from states.citation import cite
from states.errors import Refusal
from states.guards.guard import law_of, refuse
from states.statute.instruments import OGI_2019
from states.statute.versions import Law
from states.steps import Step

ANSWERED_BEFORE = cite(OGI_2019, 36, 0, 6)


def target_is_named(_case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A request is merged into another of the office that is named."""
    return refuse("merge_target_missing", None) if step.into is None else None


def target_is_another(_case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A request is not merged into itself."""
    if step.into is None or not step.into.is_itself:
        return None
    return refuse("merge_into_itself", None, number=step.into.number)


def target_is_not_merged(_case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """What was merged is answered with another, so that mergers never run in a circle."""
    if step.into is None or step.into.state is not State.MERGED:
        return None
    return refuse("merge_target_merged", None, number=step.into.number)


def target_is_open(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Only what is still to be answered can be answered for both.

    A request that repeats one answered already is told so (第三十六条第（六）项).
    """
    target = step.into
    if target is None or target.state is State.MERGED or target.state not in CLOSED_STATES:
        return None
    citation = ANSWERED_BEFORE if law_of(case, step) is Law.OGI_2019 else None
    return refuse("merge_target_closed", citation, number=target.number, state=target.state)


def target_came_no_later(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """The earlier clock is kept: a merger never gives the office more time."""
    target, received_on = step.into, case.received_on
    if target is None or target.is_itself or received_on is None:
        return None
    if target.received_on is not None and target.received_on <= received_on:
        return None
    return refuse("merge_target_later", None, number=target.number, received_on=received_on)


def target_is_of_the_same_applicant(
    _case: Case, step: Step, _calendar: WorkCalendar
) -> Refusal | None:
    """Everybody who asked is answered; the same person under another spelling is confirmed."""
    if step.into is None or step.into.same_applicant:
        return None
    return refuse("merge_of_two_applicants", None, waivable=True, number=step.into.number)
