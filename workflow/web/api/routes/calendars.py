"""The working calendar: its years, and loading a notice with all the dates that it moves."""

from typing import Annotated

from fastapi import APIRouter, Path

from states.calendar.workdays import DayKind
from states.steps import Role
from workflow.services.calendars import (
    HolidayDay,
    HolidayFile,
    Shift,
    adds_nothing,
    changed_days,
    days_of,
    faults_of,
    load_notice,
    missing_years,
    notice_of,
    shifts,
)
from workflow.web.api.answers import WRITES
from workflow.web.api.calling import CallerDep
from workflow.web.api.commands import CommandDep
from workflow.web.api.models.calendars import (
    CalendarShown,
    DayShown,
    Loaded,
    LoadNotice,
    ShiftShown,
    YearDays,
)
from workflow.web.api.models.problems import Fault
from workflow.web.api.refusing import FieldsRefusedError
from workflow.web.desk import only_of
from workflow.wording.calendars import fault_line

router = APIRouter(tags=["calendar"])
YearPath = Annotated[int, Path(ge=2008, le=2100, description="年份。 Year.")]
_LOADING = frozenset({Role.ADMINISTRATOR, Role.HEAD_OF_OFFICE})
_BY_WEEKDAY = frozenset({DayKind.WORKDAY, DayKind.WEEKEND})


@router.get("/calendar", summary="工作日历 The working calendar")
def calendar(desk: CallerDep) -> CalendarShown:
    """Say through which year the calendar is known, and which notice is missing."""
    known = desk.office.calendar
    return CalendarShown(
        announced_through=known.announced_through, missing=list(missing_years(known, desk.today))
    )


@router.get("/calendar/{year}", summary="一年 One year")
def calendar_year(desk: CallerDep, year: YearPath) -> YearDays:
    """List the days of a year that are not what their weekday makes them."""
    known = desk.office.calendar
    return YearDays(
        year=year,
        announced=known.announced(year),
        days=[
            DayShown(day=day, kind=known.kind(day), name=known.holiday_name(day))
            for day in days_of(year)
            if known.kind(day) not in _BY_WEEKDAY
        ],
    )


@router.post("/holiday-notices", responses=WRITES, summary="载入放假安排 Load a notice")
def load(command: CommandDep, sent: LoadNotice) -> Loaded:
    """Load a holiday notice, and reckon every office's requests anew; or see what it would move."""
    desk = command.desk
    only_of(desk, _LOADING)
    old = desk.office.calendar
    notice = notice_of(_file(sent), old, reference=sent.reference)
    doubts = [fault_line(year, fault, desk.lang) for year, fault in faults_of([notice])]
    if doubts and not sent.force and not sent.dry_run:
        raise FieldsRefusedError(tuple(Fault(field="days", detail=words) for words in doubts))
    changed = list(changed_days(notice, old))
    with desk.office.read() as view:
        moved = list(shifts(view, desk.office.name, old, old.with_notices(notice)))
    is_kept = not sent.dry_run and not adds_nothing(notice, old)
    if is_kept:
        installation = desk.office.installation
        with installation.work(alone=True) as uow:
            load_notice(notice, uow, calendar=installation.calendar, actor=desk.actor, at=desk.now)
    return Loaded(
        loaded=is_kept, changed_days=changed, doubts=doubts, moved=[_shown(one) for one in moved]
    )


def _file(sent: LoadNotice) -> HolidayFile:
    return HolidayFile(
        year=sent.year,
        papers=(sent.source,) if sent.source else (),
        days=tuple(
            HolidayDay.model_validate({"name": one.name, "date": one.day, "isOffDay": one.is_off})
            for one in sent.days
        ),
    )


def _shown(one: Shift) -> ShiftShown:
    return ShiftShown(number=one.number, due=one.due, new_due=one.new_due, told=one.told)
