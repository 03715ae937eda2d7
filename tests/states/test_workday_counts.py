from datetime import date, timedelta
from itertools import islice, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.calendar.workdays import DayKind, WorkCalendar, due_date
from tests.states.calendars import (
    days,
    with_a_loaded_notice,
    with_local_days,
)

ONE_DAY = timedelta(days=1)
ANY_DAY = st.dates(date(2008, 1, 1), date(2055, 12, 31))
COUNTS = st.integers(1, 60)


@pytest.fixture
def built() -> WorkCalendar:
    return WorkCalendar()


@pytest.fixture(scope="module", params=[WorkCalendar, with_a_loaded_notice, with_local_days])
def calendar(request: pytest.FixtureRequest) -> WorkCalendar:
    chosen = request.param()
    assert isinstance(chosen, WorkCalendar)
    return chosen


# Expected dates: 15 working days under 条例(2007) 第二十四条第二款, 20 under 条例(2019)
# 第三十三条第二款, 7 under 第三十条; counted by hand, the day itself excluded, * a worked weekend.
@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        # 09-17..20=1..4; 23..27=5..9; 29*..30=10..11; 10-08..12*=12..16; 14..17=17..20
        (date(2019, 9, 16), 20, date(2019, 10, 17)),  # Thursday
        # 01-15..17=1..3; 19*..23=4..8; 02-03..07=9..13; 10..14=14..18; 17..18=19..20
        (date(2020, 1, 14), 20, date(2020, 2, 18)),  # Tuesday
        # 09-14..18*=1..5; 22..24=6..8; 26*..30=9..13; 10-08..09*=14..15; 11..15=16..20
        (date(2021, 9, 13), 20, date(2021, 10, 15)),  # Friday
        # 09-10..14*=1..5; 18..20=6..8; 23..27=9..13; 29*..30=14..15; 10-08..12*=16..20
        (date(2024, 9, 9), 20, date(2024, 10, 12)),  # Saturday, worked
        # 12-18..22=1..5; 25..29=6..10; 01-02..05=11..14; 08..12=15..19; 15=20
        (date(2023, 12, 15), 20, date(2024, 1, 15)),  # Monday
        # 06-19..21=1..3; 25*..28=4..7
        (date(2023, 6, 16), 7, date(2023, 6, 28)),  # Wednesday
        # 01-23..26=1..4; 29..02-02=5..9; 02-04*..09=10..15
        (date(2024, 1, 22), 15, date(2024, 2, 9)),  # Friday
        # 最高人民法院指导案例26号: 06-02..03=1..2; 07..10=3..6; 13..17=7..11; 20..23=12..15
        (date(2011, 6, 1), 15, date(2011, 6, 23)),  # Thursday
        # 09-21..22=1..2; 25..30*=3..8; 10-09..13=9..13; 16..17=14..15
        (date(2017, 9, 20), 15, date(2017, 10, 17)),  # Tuesday
        # 05-15..17=1..3; 20..24=4..8; 27..31=9..13; 06-03..04=14..15
        (date(2019, 5, 14), 15, date(2019, 6, 4)),  # Tuesday
        # 09-21..25=1..5; 27*..30=6..9; 10-09..10*=10..11; 12..16=12..16; 19..22=17..20
        (date(2020, 9, 18), 20, date(2020, 10, 22)),  # Thursday
    ],
)
def test_a_period_worked_out_by_hand(
    built: WorkCalendar, start: date, count: int, due: date
) -> None:
    assert due_date(start, count, built) == due
    assert built.nth_workday(start, count) == due


@given(start=ANY_DAY, count=COUNTS)
def test_a_period_ends_on_a_workday_and_holds_exactly_its_count(
    start: date, count: int, calendar: WorkCalendar
) -> None:
    due = due_date(start, count, calendar)
    counted = list(takewhile(lambda day: day <= due, calendar.workdays_after(start)))

    assert calendar.is_workday(due)
    assert counted[-1] == due
    assert len(counted) == count


@given(start=ANY_DAY, count=COUNTS)
def test_a_period_holds_its_count_of_days_judged_one_by_one(
    start: date, count: int, calendar: WorkCalendar
) -> None:
    due = due_date(start, count, calendar)

    assert sum(calendar.is_workday(day) for day in days(start + ONE_DAY, due)) == count
    assert calendar.workdays_between(start, due) == count
    assert calendar.workdays_between(due, start) == -count


@given(start=ANY_DAY, first=COUNTS, second=COUNTS)
def test_a_period_counted_in_two_parts_ends_on_the_same_day(
    start: date, first: int, second: int, calendar: WorkCalendar
) -> None:
    halfway = due_date(start, first, calendar)

    assert due_date(halfway, second, calendar) == due_date(start, first + second, calendar)


@given(one=ANY_DAY, other=ANY_DAY, count=COUNTS)
def test_who_begins_later_never_ends_earlier(
    one: date, other: date, count: int, calendar: WorkCalendar
) -> None:
    earlier, later = sorted((one, other))

    assert due_date(earlier, count, calendar) <= due_date(later, count, calendar)


@given(start=ANY_DAY, count=COUNTS)
def test_the_reading_without_worked_weekends_is_never_the_earlier_one(
    start: date, count: int, calendar: WorkCalendar
) -> None:
    due = calendar.nth_ordinary_workday(start, count)

    ordinary = [day for day in days(start + ONE_DAY, due) if calendar.kind(day) is DayKind.WORKDAY]
    assert len(ordinary) == count
    assert ordinary[-1] == due
    assert due >= calendar.nth_workday(start, count)


# 2023-06-25 is a worked Sunday: with it the 7th day is Wednesday 28 June, without it Thursday.
def test_a_worked_weekend_counts_in_one_reading_only(built: WorkCalendar) -> None:
    assert built.nth_workday(date(2023, 6, 16), 7) == date(2023, 6, 28)
    assert built.nth_ordinary_workday(date(2023, 6, 16), 7) == date(2023, 6, 29)
    assert built.nth_ordinary_workday(date(2023, 6, 25), 1) == date(2023, 6, 26)


@given(day=ANY_DAY.filter(lambda day: day > date(2008, 1, 1)))
def test_the_nearest_working_days_lie_on_either_side(day: date, calendar: WorkCalendar) -> None:
    before = calendar.last_workday_on_or_before(day)
    after = calendar.next_workday_on_or_after(day)

    assert before <= day <= after
    assert calendar.is_workday(before)
    assert calendar.is_workday(after)
    assert calendar.workdays_between(before, day) == 0
    assert (before == day == after) is calendar.is_workday(day)
    assert calendar.workdays_between(before, after) == (0 if before == after else 1)


# 31 March 2018 is a Saturday, 31 March 2024 a Sunday.
def test_the_last_working_day_before_a_report_is_due(built: WorkCalendar) -> None:
    assert built.last_workday_on_or_before(date(2018, 3, 31)) == date(2018, 3, 30)
    assert built.last_workday_on_or_before(date(2024, 3, 31)) == date(2024, 3, 29)


# 民法典 第二百零三条: the last day, Saturday 4 May 2024, lies in the Labour Day holiday.
def test_the_next_working_day_after_a_holiday(built: WorkCalendar) -> None:
    assert built.next_workday_on_or_after(date(2024, 5, 4)) == date(2024, 5, 6)
    assert built.next_workday_on_or_after(date(2024, 5, 6)) == date(2024, 5, 6)


def test_working_days_follow_one_another_to_the_end_of_the_table(built: WorkCalendar) -> None:
    assert list(islice(built.workdays_after(date(2024, 9, 27)), 4)) == [
        date(2024, 9, 29),  # Sunday, worked
        date(2024, 9, 30),
        date(2024, 10, 8),
        date(2024, 10, 9),
    ]
    assert list(built.workdays_after(date(2056, 12, 28))) == [date(2056, 12, 29)]
    assert list(built.workdays_after(date(2056, 12, 31))) == []
