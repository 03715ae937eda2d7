"""The working calendar: which days the State works, and dates counted in working days.

A working day is Monday to Friday unless a notice gives it off, or a Saturday or Sunday that a
notice has worked in exchange (全国年节及纪念日放假办法 第二、六、七条, and the yearly notices).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from states.calendar.notice import HolidayNotice, is_weekend
from states.calendar.notices import NOTICES
from states.errors import CalendarUnknownError

# The year the Regulations came into force; no date of theirs is counted from an earlier one.
FIRST_YEAR = 2008

# How far dates are reckoned, provisionally, past the last year that has its notice.
YEARS_AHEAD = 30

# What a year without its notice is sure to have off: 全国年节及纪念日放假办法 第二条, less the
# holidays of the lunar calendar.
CERTAIN_DAYS = (
    (1, 1, "元旦"),
    (5, 1, "劳动节"),
    (5, 2, "劳动节"),
    (10, 1, "国庆节"),
    (10, 2, "国庆节"),
    (10, 3, "国庆节"),
)


class DayKind(StrEnum):
    """What a day is to someone counting working days."""

    WORKDAY = "workday"
    MAKEUP_WORKDAY = "makeup_workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


_WORKED = frozenset({DayKind.WORKDAY, DayKind.MAKEUP_WORKDAY})


@dataclass(frozen=True, slots=True)
class LocalDay:
    """A day that holds for this office alone: off under a name, or worked."""

    day: date
    off: bool
    name: str = ""


class _Ruling(NamedTuple):
    """What was decided about a day, and by which notice (None: by law, or locally)."""

    kind: DayKind
    name: str = ""
    notice: HolidayNotice | None = None


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The days of work from 2008 on: notices, the later on top, then what holds locally.

    A year without its notice has Monday to Friday less the days certain by law, and a count that
    touches it is provisional. A day outside the years laid out raises CalendarUnknownError.
    `positions` gives for every day the place in `workdays` of the last one up to and including
    it: a table to read, never to change.
    """

    notices: tuple[HolidayNotice, ...] = NOTICES
    local: tuple[LocalDay, ...] = ()
    announced_through: int = field(init=False, repr=False, compare=False)
    workdays: tuple[date, ...] = field(init=False, repr=False, compare=False)
    positions: dict[date, int] = field(init=False, repr=False, compare=False)
    _announced: frozenset[int] = field(init=False, repr=False, compare=False)
    _ordinary: tuple[date, ...] = field(init=False, repr=False, compare=False)
    _rulings: dict[date, _Ruling] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay out every day once, so that a count is a look-up."""
        announced = frozenset(notice.year for notice in self.notices if not notice.amends)
        through = _last_without_gap(announced)
        years = range(FIRST_YEAR, through + YEARS_AHEAD + 1)
        rulings = dict(_by_law(year for year in years if year not in announced))
        rulings.update(_by_notice(self.notices))
        rulings.update(_by_office(self.local))
        workdays, ordinary, positions = _laid_out(years, rulings)
        for name, value in (
            ("announced_through", through),
            ("workdays", workdays),
            ("positions", positions),
            ("_announced", announced),
            ("_ordinary", ordinary),
            ("_rulings", rulings),
        ):
            object.__setattr__(self, name, value)

    def with_notices(self, *loaded: HolidayNotice) -> "WorkCalendar":
        """Return the calendar with more notices on top of those it has."""
        return WorkCalendar((*self.notices, *loaded), self.local)

    def kind(self, day: date) -> DayKind:
        """Return what the day is to someone counting."""
        ruling = self._ruling(day)
        return _by_weekday(day) if ruling is None else ruling.kind

    def is_workday(self, day: date) -> bool:
        """Say whether the State works on the day."""
        return self.kind(day) in _WORKED

    def holiday_name(self, day: date) -> str:
        """Return the name of the holiday the day belongs to, or an empty string."""
        ruling = self._ruling(day)
        return "" if ruling is None else ruling.name

    def notice_of(self, day: date) -> HolidayNotice | None:
        """Return the notice that rules the day; None where its weekday, law or office does."""
        ruling = self._ruling(day)
        return None if ruling is None else ruling.notice

    def nth_workday(self, start: date, count: int) -> date:
        """Return the count-th working day after a day, which is itself not counted."""
        return due_date(start, count, self)

    def nth_ordinary_workday(self, start: date, count: int) -> date:
        """Return the same count with worked weekends left out: the later of two readings.

        A period that binds the applicant or a third party is not closed before this day.
        """
        if count < 1:
            return _uncounted(start, count, self)
        self._position(start)
        place = bisect_right(self._ordinary, start) + count - 1
        if place >= len(self._ordinary):
            raise CalendarUnknownError(start)
        return self._ordinary[place]

    def workdays_between(self, start: date, end: date) -> int:
        """Count the working days after start, up to and including end; negative if reversed."""
        return self._position(end) - self._position(start)

    def workdays_after(self, start: date) -> Iterator[date]:
        """Return the working days after a day, in order, to the end of what is known."""
        following = range(self._position(start) + 1, len(self.workdays))
        return map(self.workdays.__getitem__, following)

    def last_workday_on_or_before(self, day: date) -> date:
        """Return the day itself if worked, or else the last working day before it."""
        place = self._position(day)
        if place < 0:
            raise CalendarUnknownError(day)
        return self.workdays[place]

    def next_workday_on_or_after(self, day: date) -> date:
        """Return the day itself if worked, or else the first working day after it."""
        return day if self.is_workday(day) else due_date(day, 1, self)

    def announced(self, year: int) -> bool:
        """Whether the year has its notice; one that only amends does not announce it."""
        return year in self._announced

    def is_provisional(self, start: date, end: date) -> bool:
        """Whether any day after start, up to and including end, lies in a year without notice."""
        if end.year <= self.announced_through or end <= start:
            return False
        first = date.fromordinal(start.toordinal() + 1)
        return any(year not in self._announced for year in range(first.year, end.year + 1))

    def _ruling(self, day: date) -> _Ruling | None:
        self._position(day)
        return self._rulings.get(day)

    def _position(self, day: date) -> int:
        try:
            return self.positions[day]
        except KeyError:
            raise CalendarUnknownError(day) from None


@cache
def built_in() -> WorkCalendar:
    """Return the calendar of the notices that come with the program."""
    return WorkCalendar()


def due_date(start: date, count: int, calendar: WorkCalendar) -> date:
    """Return the last day of a period: the count-th working day after start.

    A count of 0 is start itself. CalendarUnknownError where the count begins or ends outside the
    years that are known.
    """
    if count < 1:
        return _uncounted(start, count, calendar)
    try:
        return calendar.workdays[calendar.positions[start] + count]
    except LookupError:
        raise CalendarUnknownError(start) from None


def _uncounted(start: date, count: int, calendar: WorkCalendar) -> date:
    if count < 0:
        raise ValueError(count)
    calendar.kind(start)  # raises where the day is unknown, as a count from it would
    return start


def _by_weekday(day: date) -> DayKind:
    return DayKind.WEEKEND if is_weekend(day) else DayKind.WORKDAY


def _worked(day: date) -> DayKind:
    return DayKind.MAKEUP_WORKDAY if is_weekend(day) else DayKind.WORKDAY


def _laid_out(
    years: range, rulings: dict[date, _Ruling]
) -> tuple[tuple[date, ...], tuple[date, ...], dict[date, int]]:
    """Return the working days, those that are no worked weekends, and every day's position."""
    workdays: list[date] = []
    ordinary: list[date] = []
    positions: dict[date, int] = {}
    first, after = date(years.start, 1, 1), date(years.stop, 1, 1)
    for day in map(date.fromordinal, range(first.toordinal(), after.toordinal())):
        ruling = rulings.get(day)
        kind = _by_weekday(day) if ruling is None else ruling.kind
        if kind in _WORKED:
            workdays.append(day)
        if kind is DayKind.WORKDAY:
            ordinary.append(day)
        positions[day] = len(workdays) - 1
    return tuple(workdays), tuple(ordinary), positions


def _last_without_gap(announced: frozenset[int]) -> int:
    """Return the last year up to which every year since the first has its notice."""
    year = FIRST_YEAR
    while year in announced:
        year += 1
    return year - 1


def _by_law(years: Iterable[int]) -> Iterator[tuple[date, _Ruling]]:
    for year in years:
        for month, day, name in CERTAIN_DAYS:
            yield date(year, month, day), _Ruling(DayKind.HOLIDAY, name)


def _by_notice(notices: Iterable[HolidayNotice]) -> Iterator[tuple[date, _Ruling]]:
    for notice in notices:
        for day in notice.restored:
            yield day, _Ruling(_by_weekday(day), notice=notice)
        for day, name in notice.names_by_day.items():
            yield day, _Ruling(DayKind.HOLIDAY, name, notice)
        for day in notice.worked_weekends:
            yield day, _Ruling(_worked(day), notice=notice)


def _by_office(days: Iterable[LocalDay]) -> Iterator[tuple[date, _Ruling]]:
    for local in days:
        if local.off:
            yield local.day, _Ruling(DayKind.HOLIDAY, local.name)
        else:
            yield local.day, _Ruling(_worked(local.day))
