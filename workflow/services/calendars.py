"""Holiday notices from files: read, checked, and loaded with all the dates that they move."""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pydantic import BaseModel, ConfigDict, Field

from states.calendar.faults import NoticeFault, notice_faults
from states.calendar.notice import Holiday, HolidayNotice
from states.calendar.workdays import DayKind, WorkCalendar
from states.case import EventKind
from workflow.records.derived import derive
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View

# The notice of the next year comes out in October to December; from this month it is missed.
MISSED_FROM_MONTH = 11

_ONE_DAY = timedelta(days=1)
_EXCHANGED = "调休上班"
_TOLD = frozenset({EventKind.EXTENSION_NOTIFIED, EventKind.DELAY_NOTIFIED})
_BY_WEEKDAY = frozenset({DayKind.WORKDAY, DayKind.WEEKEND})


class HolidayDay(BaseModel):
    """One day that a notice speaks of: off under a name, or worked in exchange."""

    model_config = ConfigDict(frozen=True)

    name: str = Field(min_length=1)
    date: date
    is_off: bool = Field(alias="isOffDay")


class HolidayFile(BaseModel):
    """A year's holidays as the holiday-cn files have them; what else they say is left."""

    model_config = ConfigDict(frozen=True)

    year: int
    papers: tuple[str, ...] = ()
    days: tuple[HolidayDay, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """A request whose dates a notice moves; `told` says that the applicant was told the date."""

    office: str
    number: str
    due: date | None
    new_due: date | None
    provisional: bool
    told: bool


def read_notice(content: bytes, calendar: WorkCalendar, *, reference: str = "") -> HolidayNotice:
    """Return the notice that a file holds, as it comes on top of a calendar.

    Where the year has its notice already, this one takes its place: days that only the earlier
    one spoke of are again what their weekday makes them.
    """
    return notice_of(file_of(content), calendar, reference=reference)


def file_of(content: bytes) -> HolidayFile:
    """Return what a file says; raises pydantic's ValidationError for one that is none."""
    return HolidayFile.model_validate_json(content.removeprefix(codecs.BOM_UTF8))


def typed_file(
    year: int, off: Iterable[Holiday], worked: Iterable[date], source: str
) -> HolidayFile:
    """Return days that were typed as the file that would say the same."""
    days = {day: (run.name, True) for run in off for day in run.days}
    days |= dict.fromkeys(worked, (_EXCHANGED, False))
    return HolidayFile(
        year=year,
        papers=(source,) if source else (),
        days=tuple(
            HolidayDay.model_validate({"name": name, "date": day, "isOffDay": is_off})
            for day, (name, is_off) in sorted(days.items())
        ),
    )


def notice_of(read: HolidayFile, calendar: WorkCalendar, *, reference: str = "") -> HolidayNotice:
    """Return the notice that days make, as it comes on top of a calendar."""
    off = {day.date: day.name for day in read.days if day.is_off}
    named = {day.date for day in read.days}
    return HolidayNotice(
        year=read.year,
        reference=reference,
        verified=bool(reference),
        source=" ".join(read.papers),
        days_off=tuple(_runs(off)),
        worked_weekends=tuple(sorted(day.date for day in read.days if not day.is_off)),
        restored=tuple(_undone(read.year, named, calendar)),
        amends=calendar.announced(read.year),
    )


def _runs(off: dict[date, str]) -> Iterator[Holiday]:
    """Yield the days off as runs under one name."""
    first: date | None = None
    for day in sorted(off):
        first = first or day
        if off.get(day + _ONE_DAY) != off[day]:
            yield Holiday(off[day], first, None if first == day else day)
            first = None


def _undone(year: int, named: set[date], calendar: WorkCalendar) -> Iterator[date]:
    """Yield the days that only an earlier notice of the year speaks of."""
    if calendar.announced(year):
        for day in days_of(year):
            if day not in named and calendar.kind(day) not in _BY_WEEKDAY:
                yield day


def days_of(year: int) -> Iterator[date]:
    """Return every day of a year, in order."""
    return map(
        date.fromordinal, range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
    )


def changed_days(notice: HolidayNotice, calendar: WorkCalendar) -> tuple[date, ...]:
    """Return the days that a notice makes something else of."""
    after = calendar.with_notices(notice)
    return tuple(
        day
        for year in (notice.year - 1, notice.year, notice.year + 1)
        for day in days_of(year)
        if after.kind(day) is not calendar.kind(day)
    )


def adds_nothing(notice: HolidayNotice, calendar: WorkCalendar) -> bool:
    """Whether the calendar has all that a notice says."""
    return calendar.announced(notice.year) and not changed_days(notice, calendar)


def faults_of(notices: Iterable[HolidayNotice]) -> tuple[tuple[int, NoticeFault], ...]:
    """Return every fault of some notices, each with the year it is in."""
    return tuple((notice.year, fault) for notice in notices for fault in notice_faults(notice))


def missing_years(calendar: WorkCalendar, today: date) -> tuple[int, ...]:
    """Return the years without their notice that should have one by today."""
    years = (today.year, today.year + 1) if today.month >= MISSED_FROM_MONTH else (today.year,)
    return tuple(year for year in years if not calendar.announced(year))


def shifts(view: View, office: str, old: WorkCalendar, new: WorkCalendar) -> Iterator[Shift]:
    """Yield the requests of an office whose dates would move with a new calendar."""
    for row in view.requests.open_or_provisional():
        case = view.requests.case(row.number)
        before, after = derive(case, old), derive(case, new)
        if before != after:
            told = any(event.kind in _TOLD for event in case.events)
            yield Shift(
                office, row.number, before.answer_due, after.answer_due, after.provisional, told
            )


def load_notice(
    notice: HolidayNotice,
    uow: UnitOfWork,
    *,
    calendar: WorkCalendar,
    actor: str,
    at: datetime,
) -> tuple[Shift, ...]:
    """Keep a notice and reckon every office's requests anew; return what moved.

    One unit of work: either the calendar and all dates change, or nothing does.
    """
    after = calendar.with_notices(notice)
    uow.notices.add(notice, actor=actor, at=at)
    moved: list[Shift] = []
    for row in uow.offices.all():
        office = uow.of(row.id)
        moved.extend(shifts(office, row.name, calendar, after))
        office.requests.reckon_again(after, actor=actor, at=at)
    return tuple(moved)
