"""The count, day by day: every calendar day numbered, or with the reason it does not count."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.calendar.workdays import DayKind, WorkCalendar
from states.clock.answer import Reckoning
from states.clock.spans import ONE_DAY, ExcludedSpan


class Why(StrEnum):
    """Why a day does not count."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class LedgerDay:
    """One calendar day of the count: its number, or why it has none."""

    day: date
    number: int | None = None
    why: Why | None = None
    span: ExcludedSpan | None = None


_REST = {DayKind.WEEKEND: Why.WEEKEND, DayKind.HOLIDAY: Why.HOLIDAY}


def ledger_of(reckoning: Reckoning, calendar: WorkCalendar) -> Iterator[LedgerDay]:
    """Yield every day from the one after `counts_from` to the due date."""
    yield from count_days(reckoning.counts_from, reckoning.due, calendar, reckoning.spans)


def count_days(
    start: date, end: date, calendar: WorkCalendar, spans: tuple[ExcludedSpan, ...] = ()
) -> Iterator[LedgerDay]:
    """Yield the days after start, up to and including end, working days numbered from 1."""
    number = 0
    day = start
    while day < end:
        day += ONE_DAY
        rest = _REST.get(calendar.kind(day))
        if rest is not None:
            yield LedgerDay(day, why=rest)
        elif (span := _excluding(day, spans)) is not None:
            yield LedgerDay(day, why=Why.SUSPENDED, span=span)
        else:
            number += 1
            yield LedgerDay(day, number)


def count_calendar_days(
    start: date, last: date, end: date, calendar: WorkCalendar
) -> Iterator[LedgerDay]:
    """Yield a period of calendar days: numbered up to last, then the rest days it rolls over."""
    number = 0
    day = start
    while day < end:
        day += ONE_DAY
        number += 1
        if day <= last or day == end:
            yield LedgerDay(day, number)
        else:
            yield LedgerDay(day, why=_REST[calendar.kind(day)])


def _excluding(day: date, spans: tuple[ExcludedSpan, ...]) -> ExcludedSpan | None:
    for span in spans:
        if span.after < day <= span.until:
            return span
    return None
