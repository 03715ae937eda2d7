"""What is wrong with a holiday notice, before dates are counted on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from states.calendar.notice import HolidayNotice, is_weekend

LONGEST_HOLIDAY = 15
FEWEST_WORKDAYS = 240
MOST_WORKDAYS = 256

_ONE_YEAR = 1


class FaultCode(StrEnum):
    """A reason to read a notice again before relying on it."""

    HOLIDAY_UNNAMED = "holiday_unnamed"
    HOLIDAY_BACKWARDS = "holiday_backwards"
    HOLIDAY_TOO_LONG = "holiday_too_long"
    DAY_OUTSIDE_YEAR = "day_outside_year"
    WORKED_DAY_NOT_WEEKEND = "worked_day_not_weekend"
    BOTH_OFF_AND_WORKED = "both_off_and_worked"
    WORKDAYS_UNLIKELY = "workdays_unlikely"


@dataclass(frozen=True, slots=True)
class NoticeFault:
    """One fault and the day it lies on: 1 January where it is the year's total."""

    code: FaultCode
    day: date


def notice_faults(notice: HolidayNotice) -> tuple[NoticeFault, ...]:
    """Return every fault of a notice, holidays first, then worked weekends, then the total."""
    return (
        *_holiday_faults(notice),
        *_worked_day_faults(notice),
        *(() if notice.amends else _total_faults(notice)),
    )


def _holiday_faults(notice: HolidayNotice) -> Iterator[NoticeFault]:
    for holiday in notice.days_off:
        first, last = holiday.first, holiday.last or holiday.first
        if not holiday.name:
            yield NoticeFault(FaultCode.HOLIDAY_UNNAMED, first)
        if last < first:
            yield NoticeFault(FaultCode.HOLIDAY_BACKWARDS, first)
        if last - first >= timedelta(days=LONGEST_HOLIDAY):
            yield NoticeFault(FaultCode.HOLIDAY_TOO_LONG, first)
        for day in dict.fromkeys((first, last)):
            yield from _stray(day, notice.year)


def _worked_day_faults(notice: HolidayNotice) -> Iterator[NoticeFault]:
    off = notice.names_by_day
    for day in notice.worked_weekends:
        if not is_weekend(day):
            yield NoticeFault(FaultCode.WORKED_DAY_NOT_WEEKEND, day)
        if day in off:
            yield NoticeFault(FaultCode.BOTH_OFF_AND_WORKED, day)
        yield from _stray(day, notice.year)


def _stray(day: date, year: int) -> Iterator[NoticeFault]:
    """Yield a fault for a day that no notice for the year would speak of."""
    if abs(day.year - year) > _ONE_YEAR:
        yield NoticeFault(FaultCode.DAY_OUTSIDE_YEAR, day)


def _total_faults(notice: HolidayNotice) -> Iterator[NoticeFault]:
    new_year = date(notice.year, 1, 1)
    off = notice.names_by_day
    days = map(
        date.fromordinal, range(new_year.toordinal(), date(notice.year, 12, 31).toordinal() + 1)
    )
    worked = sum(
        day in notice.worked_weekends or (not is_weekend(day) and day not in off) for day in days
    )
    if not FEWEST_WORKDAYS <= worked <= MOST_WORKDAYS:
        yield NoticeFault(FaultCode.WORKDAYS_UNLIKELY, new_year)
