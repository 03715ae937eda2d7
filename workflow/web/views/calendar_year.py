"""A year of the working calendar by months, and what a new notice would move."""

from calendar import MONDAY, Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from states.calendar.notice import HolidayNotice
from states.calendar.workdays import DayKind, WorkCalendar
from workflow.i18n import Lang, Text
from workflow.services.calendars import Shift, days_of

_MARKS: Final = {DayKind.HOLIDAY: Text("休", "off"), DayKind.MAKEUP_WORKDAY: Text("班", "work")}
_WORKED: Final = frozenset({DayKind.WORKDAY, DayKind.MAKEUP_WORKDAY})
KIND_WORDS: Final = {
    DayKind.WORKDAY: Text("工作日", "working day"),
    DayKind.WEEKEND: Text("周末", "weekend"),
    DayKind.HOLIDAY: Text("放假", "holiday"),
    DayKind.MAKEUP_WORKDAY: Text("调休上班", "worked weekend"),
}
_MONTH = Text("{month}月", "{month:02}")
_WORKDAYS = Text("（{n} 个工作日）", " ({n} working days)")
_WEEK = Text("一 二 三 四 五 六 日", "M T W T F S S")


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of the year, with its mark and its words."""

    number: int
    kind: str
    mark: str
    words: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month by its weeks; a day of another month is None."""

    words: str
    weeks: tuple[tuple[DayView | None, ...], ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A year with its notices and its counts."""

    year: int
    months: tuple[MonthView, ...]
    weekdays: tuple[str, ...]
    workdays: int
    holidays: int
    makeup: int
    is_provisional: bool
    notices: tuple[HolidayNotice, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """What a notice moves: the requests of this office, and how many of others."""

    own: tuple[Shift, ...]
    others: int

    @property
    def told(self) -> int:
        """How many applicants were told a date that moves."""
        return sum(shift.told and shift.due != shift.new_due for shift in self.own)


def year_view(year: int, calendar: WorkCalendar, today: date, lang: Lang) -> YearView:
    """Return a year as it is shown."""
    kinds = [calendar.kind(day) for day in days_of(year)]
    return YearView(
        year,
        tuple(_month(year, month, calendar, today, lang) for month in range(1, 13)),
        tuple(_WEEK.say(lang).split()),
        sum(kind in _WORKED for kind in kinds),
        kinds.count(DayKind.HOLIDAY),
        kinds.count(DayKind.MAKEUP_WORKDAY),
        not calendar.announced(year),
        tuple(notice for notice in calendar.notices if notice.year == year),
    )


def moved_for(office: str, found: Iterable[Shift]) -> Moved:
    """Return what a notice moves, as one office may see it."""
    every = tuple(found)
    own = tuple(shift for shift in every if shift.office == office)
    return Moved(own, len(every) - len(own))


def _month(year: int, month: int, calendar: WorkCalendar, today: date, lang: Lang) -> MonthView:
    weeks = tuple(
        tuple(_day(day, calendar, today, lang) if day.month == month else None for day in week)
        for week in Calendar(MONDAY).monthdatescalendar(year, month)
    )
    worked = sum(calendar.kind(day) in _WORKED for day in days_of(year) if day.month == month)
    return MonthView(_MONTH.say(lang, month=month) + _WORKDAYS.say(lang, n=worked), weeks)


def _day(day: date, calendar: WorkCalendar, today: date, lang: Lang) -> DayView:
    kind = calendar.kind(day)
    mark = _MARKS[kind].say(lang) if kind in _MARKS else ""
    words = calendar.holiday_name(day) or KIND_WORDS[kind].say(lang)
    return DayView(day.day, kind.value, mark, words, day == today)
