"""When a period that binds somebody outside the office is over: two readings, and the later counts.

Working weekends are working days to the office; whether they are to an applicant or a third party
is open. A period that binds them is not closed before both readings have passed.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from states.calendar.workdays import WorkCalendar
from states.case import Case, Event, EventKind, State
from states.citation import Citation
from states.statute.periods import CORRECTION_RESTARTS, FEE_PAYMENT
from states.statute.practice import LapseReading
from states.statute.versions import Law


class Readings(NamedTuple):
    """The last day of one period, with worked weekends counted and with none of them counted."""

    counted: date
    uncounted: date

    def closed_after(self, reading: LapseReading) -> date:
        """Return the day after which the period is over, as the office reads it."""
        return self.counted if reading is LapseReading.STATUTORY else max(self)


def readings(start: date, count: int, calendar: WorkCalendar) -> Readings:
    """Return both readings of a period of working days."""
    return Readings(calendar.nth_workday(start, count), calendar.nth_ordinary_workday(start, count))


@dataclass(frozen=True, slots=True)
class Lapse:
    """What a request lapses for want of: the period that binds the applicant, and its end.

    It may be deemed abandoned from the day after `after`; `move` is the step that says so.
    """

    move: str
    since: date
    workdays: int
    readings: Readings
    after: date
    provisional: bool
    citation: Citation


def lapse_of(case: Case, calendar: WorkCalendar) -> Lapse | None:
    """Return what a request would lapse for, or None where nothing can lapse.

    The 2007 text knows no lapse; a fee is waited for once its notice is delivered.
    """
    if case.receipt is None or case.receipt.law is Law.OGI_2007:
        return None
    if case.state is State.AWAITING_CORRECTION:
        asked = case.last(EventKind.CORRECTION_REQUESTED)
        count = (asked.workdays if asked else 0) or case.practice.correction_period
        return _lapse("lapse_uncorrected", asked, count, CORRECTION_RESTARTS, case, calendar)
    if case.state is State.AWAITING_PAYMENT:
        told = case.last(EventKind.FEE_NOTICE_DELIVERED)
        count, citation = FEE_PAYMENT.count, FEE_PAYMENT.citation
        return _lapse("lapse_unpaid", told, count, citation, case, calendar)
    return None


def _lapse(
    move: str,
    told: Event | None,
    count: int,
    citation: Citation,
    case: Case,
    calendar: WorkCalendar,
) -> Lapse | None:
    if told is None:
        return None
    both = readings(told.on, count, calendar)
    after = both.closed_after(case.practice.lapse)
    return Lapse(
        move, told.on, count, both, after, calendar.is_provisional(told.on, after), citation
    )
