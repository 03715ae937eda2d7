"""Conditions on the day of every move."""

from states.calendar.workdays import WorkCalendar
from states.case import LEAVES, Case
from states.errors import Refusal
from states.guards.guard import refuse
from states.steps import Step


def not_in_the_future(_case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """What has not happened yet cannot be recorded."""
    if step.on <= step.today:
        return None
    return refuse("in_the_future", None, on=step.on, today=step.today)


def not_before_receipt(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Nothing is done about a request before the office has it."""
    if case.received_on is None or step.on >= case.received_on:
        return None
    return refuse("before_receipt", None, on=step.on, received_on=case.received_on)


def not_before_last_move(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A move cannot be dated before the one that brought the request where it stands."""
    for event in reversed(case.events):
        if event.kind in LEAVES:
            if step.on >= event.on:
                return None
            return refuse("before_last_move", None, on=step.on, last_on=event.on)
    return None
