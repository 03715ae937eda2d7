"""Conditions on the information-processing fee (收费办法(2020))."""

from functools import partial

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind
from states.citation import cite
from states.errors import Refusal
from states.guards.guard import Guard, refuse
from states.guards.lapsing import lapse, late
from states.guards.more_time import notified_in_time
from states.statute.fees import FEES_SINCE
from states.statute.instruments import FEE_2020
from states.statute.versions import Law
from states.steps import Step

FEE = cite(FEE_2020, 6)


def fees_exist(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """There is no information-processing fee for requests before 2021."""
    received_on = case.received_on or step.on
    return None if received_on >= FEES_SINCE else refuse("no_fee_then", FEE, since=FEES_SINCE)


charged_in_time: Guard = partial(notified_in_time, dict.fromkeys(Law, FEE))


def charged_only_once(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """One fee notice is sent for a request."""
    charged = case.first(EventKind.FEE_NOTIFIED)
    return None if charged is None else refuse("charged_before", FEE, charged_on=charged.on)


def fee_notice_undelivered(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """The fee notice is delivered once."""
    delivered = case.first(EventKind.FEE_NOTICE_DELIVERED)
    if delivered is None:
        return None
    return refuse("fee_delivered_before", FEE, delivered_on=delivered.on)


def within_payment_period(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """A payment after the period is taken only when the clerk acknowledges it."""
    return late("payment_late", FEE, case, step, calendar)


def payment_period_over(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """Nothing is deemed abandoned while the applicant may still pay."""
    return lapse("payment_period_runs", FEE, case, step, calendar)
