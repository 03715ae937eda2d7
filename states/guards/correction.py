"""Conditions on corrections (条例(2019) 第三十条)."""

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind, State
from states.citation import cite
from states.errors import Refusal
from states.guards.guard import law_of, refuse
from states.guards.lapsing import lapse, late
from states.statute.instruments import OGI_2019
from states.statute.periods import ASK_CORRECTION
from states.statute.versions import Law
from states.steps import Step

CORRECTION = cite(OGI_2019, 30)


def asked_only_once(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """The applicant is told once, of everything to be corrected; the 2007 text is silent."""
    asked = case.first(EventKind.CORRECTION_REQUESTED)
    if asked is None or law_of(case, step) is Law.OGI_2007:
        return None
    return refuse("asked_before", CORRECTION, asked_on=asked.on)


def within_correction_window(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """The office has seven working days from receipt to ask."""
    window = ASK_CORRECTION.under.get(law_of(case, step))
    if window is None or case.received_on is None:
        return None
    last_on = calendar.nth_workday(case.received_on, window.count)
    if step.on <= last_on:
        return None
    return refuse("correction_window_closed", window.citation, waivable=True, last_on=last_on)


def within_correction_period(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """A late correction is taken only for a good reason; the 2007 text sets it no period."""
    return late("correction_late", CORRECTION, case, step, calendar)


def correction_is_settled(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A request sent back for correction is corrected or lapses before it is answered.

    Under the 2007 text the notice to amend was itself a kind of reply (第二十一条第（四）项).
    """
    if case.state is not State.AWAITING_CORRECTION or law_of(case, step) is Law.OGI_2007:
        return None
    return refuse("correction_unsettled", CORRECTION)


def correction_period_over(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """Nothing is deemed abandoned while the applicant may still correct."""
    if law_of(case, step) is Law.OGI_2007:
        return None
    return lapse("correction_period_runs", CORRECTION, case, step, calendar)
