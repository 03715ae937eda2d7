"""Conditions on what lapses: nothing does before the later of two readings is over."""

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.citation import Citation
from states.clock.deadlines import lapse_after
from states.errors import Refusal
from states.guards.guard import refuse
from states.steps import Step


def late(
    code: str, citation: Citation, case: Case, step: Step, calendar: WorkCalendar
) -> Refusal | None:
    """Refuse only what could have lapsed: an act by then is in time by one reading at least."""
    last_on = lapse_after(case, calendar)
    if last_on is None or step.on <= last_on:
        return None
    return refuse(code, citation, waivable=True, last_on=last_on)


def lapse(
    code: str, citation: Citation, case: Case, step: Step, calendar: WorkCalendar
) -> Refusal | None:
    """Refuse a lapse until the later of the two readings of the period is over."""
    last_on = lapse_after(case, calendar)
    if last_on is not None and step.on > last_on:
        return None
    return refuse(code, citation, last_on=last_on or "")
