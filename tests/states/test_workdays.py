from datetime import date

import chinese_calendar
import holidays
import pytest

from states.calendar.notices import NOTICES
from states.calendar.workdays import DayKind, WorkCalendar, due_date
from states.errors import CalendarUnknownError
from tests.states.calendars import (
    days,
    with_a_loaded_notice,
)


@pytest.fixture
def built() -> WorkCalendar:
    return WorkCalendar()


@pytest.fixture
def later() -> WorkCalendar:
    return with_a_loaded_notice()


def test_every_day_from_2008_to_2026_agrees_with_two_other_calendars(built: WorkCalendar) -> None:
    others = holidays.country_holidays("CN", years=range(2008, 2027))

    differing = [
        day
        for day in days(date(2008, 1, 1), date(2026, 12, 31))
        if not (
            built.is_workday(day) == others.is_working_day(day) == chinese_calendar.is_workday(day)
        )
    ]

    assert differing == []


# 国办发明电〔2020〕1号: 延长2020年春节假期至2月2日（星期日），2月3日（星期一）起正常上班.
def test_the_extension_of_2020_gave_off_a_saturday_that_was_to_be_worked(
    built: WorkCalendar,
) -> None:
    first = next(notice for notice in NOTICES if notice.year == 2020)
    as_first_issued = WorkCalendar(tuple(n for n in NOTICES if (n.year, n.amends) != (2020, True)))

    assert as_first_issued.kind(date(2020, 1, 31)) is DayKind.WORKDAY  # Friday
    assert as_first_issued.kind(date(2020, 2, 1)) is DayKind.MAKEUP_WORKDAY  # Saturday
    assert as_first_issued.notice_of(date(2020, 2, 1)) == first
    assert [built.kind(day) for day in days(date(2020, 1, 30), date(2020, 2, 3))] == [
        DayKind.HOLIDAY,  # Thursday, by the first notice
        DayKind.HOLIDAY,  # Friday
        DayKind.HOLIDAY,  # Saturday
        DayKind.HOLIDAY,  # Sunday
        DayKind.WORKDAY,  # Monday
    ]
    assert built.holiday_name(date(2020, 2, 1)) == "春节"
    assert built.notice_of(date(2020, 1, 30)) == first


# 国办发明电〔2019〕3号: 5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班.
def test_labour_day_of_2019_was_lengthened_in_march(built: WorkCalendar) -> None:
    amendment = next(notice for notice in NOTICES if notice.year == 2019 and notice.amends)

    assert [built.kind(day) for day in days(date(2019, 4, 27), date(2019, 5, 6))] == [
        DayKind.WEEKEND,  # Saturday
        DayKind.MAKEUP_WORKDAY,  # Sunday 28 April
        DayKind.WORKDAY,
        DayKind.WORKDAY,
        DayKind.HOLIDAY,  # Wednesday 1 May
        DayKind.HOLIDAY,
        DayKind.HOLIDAY,
        DayKind.HOLIDAY,  # Saturday
        DayKind.MAKEUP_WORKDAY,  # Sunday 5 May
        DayKind.WORKDAY,
    ]
    assert built.notice_of(date(2019, 5, 1)) == amendment


def test_the_last_saturday_of_2018_was_worked_by_the_notice_for_2019(built: WorkCalendar) -> None:
    saturday = date(2018, 12, 29)
    notice = built.notice_of(saturday)

    assert built.kind(saturday) is DayKind.MAKEUP_WORKDAY
    assert built.is_workday(saturday)
    assert notice is not None
    assert notice.reference == "国办发明电〔2018〕15号"


def test_a_holiday_is_called_by_its_name(built: WorkCalendar) -> None:
    names = {
        date(2015, 9, 3): "抗战胜利纪念日",
        date(2017, 10, 4): "中秋节、国庆节",
        date(2020, 10, 1): "国庆节、中秋节",
        date(2026, 2, 17): "春节",
    }

    assert {day: built.holiday_name(day) for day in names} == names


def test_a_day_that_is_no_holiday_has_no_name(built: WorkCalendar) -> None:
    assert built.holiday_name(date(2026, 11, 23)) == ""  # Monday
    assert built.holiday_name(date(2026, 11, 22)) == ""  # Sunday
    assert built.holiday_name(date(2026, 10, 10)) == ""  # Saturday, worked


def test_a_day_no_notice_names_is_ruled_by_none(built: WorkCalendar) -> None:
    assert built.notice_of(date(2026, 11, 23)) is None  # Monday
    assert built.notice_of(date(2027, 1, 1)) is None  # off by law, unannounced


@pytest.mark.parametrize("day", [date(2007, 12, 31), date(2057, 1, 1), date(1, 1, 1), date.max])
def test_a_day_outside_the_years_laid_out_is_unknown(built: WorkCalendar, day: date) -> None:
    questions = (
        built.kind,
        built.is_workday,
        built.holiday_name,
        built.notice_of,
        built.workdays_after,
        built.last_workday_on_or_before,
        built.next_workday_on_or_after,
        lambda unknown: due_date(unknown, 1, built),
        lambda unknown: due_date(unknown, 0, built),
        lambda unknown: built.nth_workday(unknown, 20),
        lambda unknown: built.nth_ordinary_workday(unknown, 1),
        lambda unknown: built.nth_ordinary_workday(unknown, 0),
        lambda unknown: built.workdays_between(unknown, date(2020, 1, 1)),
        lambda unknown: built.workdays_between(date(2020, 1, 1), unknown),
    )

    for question in questions:
        with pytest.raises(CalendarUnknownError) as refused:
            question(day)
        assert refused.value.day == day


def test_the_table_reaches_thirty_years_past_the_last_announced_one(
    built: WorkCalendar, later: WorkCalendar
) -> None:
    assert built.announced_through == 2026
    assert built.kind(date(2008, 1, 1)) is DayKind.HOLIDAY
    assert built.kind(date(2056, 12, 31)) is DayKind.WEEKEND  # Sunday
    assert later.announced_through == 2027
    assert later.kind(date(2057, 12, 31)) is DayKind.WORKDAY  # Monday


def test_a_count_that_runs_off_the_table_is_unknown(built: WorkCalendar) -> None:
    thursday = date(2056, 12, 28)  # its last working day but one

    assert due_date(thursday, 1, built) == date(2056, 12, 29)
    assert built.nth_ordinary_workday(thursday, 1) == date(2056, 12, 29)
    for count_out in (built.nth_workday, built.nth_ordinary_workday):
        with pytest.raises(CalendarUnknownError) as refused:
            count_out(thursday, 2)
        assert refused.value.day == thursday


def test_no_working_day_is_known_before_the_first_one_of_2008(built: WorkCalendar) -> None:
    new_year = date(2008, 1, 1)

    with pytest.raises(CalendarUnknownError) as refused:
        built.last_workday_on_or_before(new_year)

    assert refused.value.day == new_year
    assert built.last_workday_on_or_before(date(2008, 1, 2)) == date(2008, 1, 2)
    assert due_date(new_year, 1, built) == date(2008, 1, 2)
    assert next(built.workdays_after(new_year)) == date(2008, 1, 2)


@pytest.mark.parametrize("start", [date(2026, 11, 22), date(2026, 11, 23)])  # Sunday, Monday
def test_a_count_of_none_is_the_day_itself(built: WorkCalendar, start: date) -> None:
    assert due_date(start, 0, built) == start
    assert built.nth_workday(start, 0) == start
    assert built.nth_ordinary_workday(start, 0) == start


def test_a_period_cannot_be_counted_backwards(built: WorkCalendar) -> None:
    for count_out in (built.nth_workday, built.nth_ordinary_workday):
        with pytest.raises(ValueError, match="-1"):
            count_out(date(2026, 11, 23), -1)
