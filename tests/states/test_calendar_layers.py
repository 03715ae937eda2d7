from datetime import date

import pytest

from states.calendar.notice import Holiday
from states.calendar.notices import NOTICES
from states.calendar.workdays import DayKind, LocalDay, WorkCalendar, built_in, due_date
from states.errors import CalendarUnknownError
from tests.states.calendars import (
    LOADED,
    a_loaded_notice,
    days,
    with_a_loaded_notice,
    with_local_days,
)


@pytest.fixture
def built() -> WorkCalendar:
    return WorkCalendar()


@pytest.fixture
def later() -> WorkCalendar:
    return with_a_loaded_notice()


@pytest.fixture
def office() -> WorkCalendar:
    return with_local_days()


# ── years without a notice ───────────────────────────────────────────────────


def test_an_unannounced_year_has_off_what_the_law_is_sure_of(built: WorkCalendar) -> None:
    off = {
        day: built.holiday_name(day)
        for day in days(date(2027, 1, 1), date(2027, 12, 31))
        if built.kind(day) is DayKind.HOLIDAY
    }

    assert off == {
        date(2027, 1, 1): "元旦",
        date(2027, 5, 1): "劳动节",
        date(2027, 5, 2): "劳动节",
        date(2027, 10, 1): "国庆节",
        date(2027, 10, 2): "国庆节",
        date(2027, 10, 3): "国庆节",
    }


def test_an_unannounced_year_has_its_weekends(built: WorkCalendar) -> None:
    assert [built.kind(day) for day in days(date(2027, 2, 5), date(2027, 2, 8))] == [
        DayKind.WORKDAY,  # Friday
        DayKind.WEEKEND,
        DayKind.WEEKEND,
        DayKind.WORKDAY,  # Monday
    ]


def test_the_last_year_of_the_table_has_its_certain_days(built: WorkCalendar) -> None:
    assert built.holiday_name(date(2056, 10, 3)) == "国庆节"


# 12-15..18=1..4; 21..25=5..9; 28..31=10..13; 01-04..08=14..18; 11..12=19..20
def test_a_count_into_an_unannounced_year_is_provisional(built: WorkCalendar) -> None:
    start = date(2026, 12, 14)

    due = due_date(start, 20, built)

    assert due == date(2027, 1, 12)
    assert built.is_provisional(start, due)


@pytest.mark.parametrize(
    ("start", "end", "provisional"),
    [
        (date(2026, 12, 1), date(2026, 12, 31), False),
        (date(2026, 12, 31), date(2026, 12, 31), False),
        (date(2026, 12, 31), date(2027, 1, 1), True),
        (date(2027, 1, 4), date(2027, 1, 4), False),  # no day at all
        (date(2027, 1, 5), date(2027, 1, 4), False),
        (date(2027, 1, 4), date(2027, 1, 5), True),
        (date(2026, 12, 31), date(2029, 1, 5), True),
    ],
)
def test_only_days_after_the_start_make_a_count_provisional(
    built: WorkCalendar, start: date, end: date, *, provisional: bool
) -> None:
    assert built.is_provisional(start, end) is provisional


@pytest.mark.parametrize(
    ("start", "end", "provisional"),
    [
        (date(2027, 6, 1), date(2028, 1, 5), True),
        (date(2027, 12, 30), date(2028, 1, 5), True),
        (date(2027, 12, 31), date(2028, 1, 5), False),
        (date(2028, 6, 1), date(2028, 6, 2), False),
        (date(2028, 6, 1), date(2029, 1, 1), True),
        (date(2026, 12, 1), date(2026, 12, 31), False),
    ],
)
def test_a_year_skipped_leaves_a_gap(
    built: WorkCalendar, start: date, end: date, *, provisional: bool
) -> None:
    calendar = built.with_notices(a_loaded_notice(Holiday("元旦", date(2028, 1, 3)), year=2028))

    assert calendar.announced_through == 2026
    assert calendar.is_provisional(start, end) is provisional


def test_a_year_is_announced_by_its_notice(built: WorkCalendar, later: WorkCalendar) -> None:
    assert built.announced(2008)
    assert built.announced(2026)
    assert not built.announced(2007)
    assert not built.announced(2027)
    assert later.announced(2027)


def test_an_amending_notice_alone_does_not_announce_its_year(built: WorkCalendar) -> None:
    amended = built.with_notices(a_loaded_notice(Holiday("春节", date(2027, 2, 8)), amends=True))

    assert not amended.announced(2027)
    assert amended.kind(date(2027, 2, 8)) is DayKind.HOLIDAY
    assert amended.kind(date(2027, 1, 1)) is DayKind.HOLIDAY


def test_without_any_notice_every_year_is_provisional() -> None:
    bare = WorkCalendar(notices=())

    assert bare.announced_through == 2007
    assert bare.is_provisional(date(2008, 1, 1), date(2008, 1, 2))
    assert bare.kind(date(2037, 12, 31)) is DayKind.WORKDAY  # Thursday
    with pytest.raises(CalendarUnknownError):
        bare.kind(date(2038, 1, 1))


# ── notices and local days on top ────────────────────────────────────────────


def test_a_loaded_notice_settles_its_year(built: WorkCalendar, later: WorkCalendar) -> None:
    start, due = date(2026, 12, 24), date(2027, 1, 4)

    assert built.is_provisional(start, due)
    assert not later.is_provisional(start, due)
    # Friday 25, Saturday 26*, Monday 28, 29, 30, Sunday 3 January*, Monday 4.
    assert later.nth_workday(start, 7) == due
    assert later.holiday_name(date(2027, 1, 2)) == "元旦"
    assert later.notice_of(date(2026, 12, 26)) == LOADED


def test_a_loaded_notice_replaces_what_was_certain_by_law(later: WorkCalendar) -> None:
    assert later.kind(date(2027, 5, 3)) is DayKind.WORKDAY  # Monday
    assert later.kind(date(2027, 10, 1)) is DayKind.WORKDAY  # Friday, not named by it
    assert later.holiday_name(date(2027, 5, 1)) == ""


def test_the_calendar_loaded_onto_stays_as_it_was(built: WorkCalendar, later: WorkCalendar) -> None:
    assert built.notices == NOTICES
    assert later.notices == (*NOTICES, LOADED)
    assert built.kind(date(2026, 12, 31)) is DayKind.WORKDAY  # Thursday
    assert later.kind(date(2026, 12, 31)) is DayKind.HOLIDAY


def test_of_two_notices_on_a_day_the_later_one_rules(
    built: WorkCalendar, later: WorkCalendar
) -> None:
    day = date(2027, 1, 3)  # Sunday, worked by the first
    extension = a_loaded_notice(Holiday("元旦延长", day), amends=True)

    extended = later.with_notices(extension)

    assert extended.kind(day) is DayKind.HOLIDAY
    assert extended.holiday_name(day) == "元旦延长"
    assert extended.notice_of(day) == extension
    assert extended.notice_of(date(2027, 1, 2)) == LOADED
    assert built.with_notices(extension, LOADED).kind(day) is DayKind.MAKEUP_WORKDAY


def test_a_restored_day_is_again_what_its_weekday_makes_it(later: WorkCalendar) -> None:
    sunday, friday = date(2027, 1, 3), date(2027, 1, 1)
    restoring = a_loaded_notice(restored=(sunday, friday), amends=True)

    restored = later.with_notices(restoring)

    assert restored.kind(sunday) is DayKind.WEEKEND
    assert restored.kind(friday) is DayKind.WORKDAY
    assert restored.holiday_name(friday) == ""
    assert restored.notice_of(sunday) == restoring


def test_a_notice_that_works_a_weekday_makes_it_an_ordinary_one(later: WorkCalendar) -> None:
    friday = date(2027, 1, 1)

    calendar = later.with_notices(a_loaded_notice(worked=(friday,), amends=True))

    assert calendar.kind(friday) is DayKind.WORKDAY
    assert calendar.is_workday(friday)


def test_a_local_day_off_holds_on_top_of_the_notices(
    built: WorkCalendar, office: WorkCalendar
) -> None:
    thursday = date(2024, 4, 11)

    assert built.kind(thursday) is DayKind.WORKDAY
    assert office.kind(thursday) is DayKind.HOLIDAY
    assert office.holiday_name(thursday) == "开斋节"
    assert office.notice_of(thursday) is None
    assert office.nth_workday(date(2024, 4, 10), 1) == date(2024, 4, 12)


def test_a_local_working_day_on_a_weekend_is_a_worked_weekend(
    built: WorkCalendar, office: WorkCalendar
) -> None:
    sunday = date(2024, 4, 14)

    assert built.kind(sunday) is DayKind.WEEKEND
    assert office.kind(sunday) is DayKind.MAKEUP_WORKDAY
    assert office.holiday_name(sunday) == ""
    assert office.nth_ordinary_workday(date(2024, 4, 12), 1) == date(2024, 4, 15)


def test_a_local_working_day_overrules_a_holiday() -> None:
    wednesday = date(2024, 5, 1)

    office = WorkCalendar(local=(LocalDay(wednesday, off=False, name="值班"),))

    assert office.kind(wednesday) is DayKind.WORKDAY
    assert office.holiday_name(wednesday) == ""
    assert office.notice_of(wednesday) is None


def test_local_days_stay_on_top_of_notices_loaded_later(office: WorkCalendar) -> None:
    thursday = date(2024, 4, 11)
    loaded = a_loaded_notice(worked=(thursday,), year=2024, amends=True)

    assert office.with_notices(loaded).kind(thursday) is DayKind.HOLIDAY
    assert office.with_notices(loaded).local == office.local


def test_a_local_day_has_no_name_unless_given_one() -> None:
    assert LocalDay(date(2024, 4, 11), off=True).name == ""


def test_calendars_of_the_same_notices_are_equal(
    built: WorkCalendar, later: WorkCalendar, office: WorkCalendar
) -> None:
    assert WorkCalendar() == built
    assert hash(WorkCalendar()) == hash(built)
    assert later != built
    assert office != built


def test_the_built_in_calendar_is_laid_out_once(built: WorkCalendar) -> None:
    assert built_in() is built_in()
    assert built_in() == built
    assert built.notices is NOTICES
    assert built.local == ()
