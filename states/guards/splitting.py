"""Conditions on splitting a request of several matters (一事一申请), which stays open."""

from states.calendar.workdays import WorkCalendar
from states.case import CLOSED_STATES, RECEIPT_KINDS, Case, EventKind
from states.errors import Refusal
from states.guards.guard import Guard, refuse
from states.steps import Step

# What may have happened before: each part takes it over, so that its clock is the same.
SHARED_KINDS = RECEIPT_KINDS | {EventKind.CORRECTION_REQUESTED, EventKind.CORRECTION_RECEIVED}


def still_open(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """What has ended is not taken apart."""
    if case.state not in CLOSED_STATES:
        return None
    return refuse("split_when_closed", None, state=case.state)


def not_worked_on(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A request is split before work on its answer begins: that work is about the whole."""
    for event in case.events:
        if event.kind not in SHARED_KINDS and case.state not in CLOSED_STATES:
            return refuse("split_when_worked_on", None, what=event.kind, on=event.on)
    return None


SPLITTING: tuple[Guard, ...] = (still_open, not_worked_on)
