"""What a holiday notice of the State Council says, as a value."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Holiday:
    """A run of days off under one name; the first day alone where no last is given."""

    name: str
    first: date
    last: date | None = None

    @property
    def days(self) -> Iterator[date]:
        """Every day of it, first and last included."""
        last = self.last or self.first
        return map(date.fromordinal, range(self.first.toordinal(), last.toordinal() + 1))


@dataclass(frozen=True, slots=True)
class HolidayNotice:
    """One notice as issued: days off, weekends worked in exchange, and where to read it.

    `verified` says that the number was read in the text of the notice, not in a list. A notice
    that `amends` comes on top of its year's first one and rules only the days it names; a day it
    has `restored` is again what its weekday makes it.
    """

    year: int
    reference: str
    verified: bool
    source: str
    days_off: tuple[Holiday, ...]
    worked_weekends: tuple[date, ...] = ()
    restored: tuple[date, ...] = ()
    amends: bool = False

    @property
    def names_by_day(self) -> dict[date, str]:
        """The holiday's name for every day off."""
        return {day: holiday.name for holiday in self.days_off for day in holiday.days}


def is_weekend(day: date) -> bool:
    """Say whether a day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY
