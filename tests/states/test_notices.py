from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from states.calendar.faults import FaultCode, NoticeFault, notice_faults
from states.calendar.notice import Holiday, HolidayNotice, is_weekend
from states.calendar.notices import NOTICES

YEARS = range(2008, 2027)


def a_notice(
    *days_off: Holiday, worked: tuple[date, ...] = (), year: int = 2027, amends: bool = False
) -> HolidayNotice:
    return HolidayNotice(
        year=year,
        reference="",
        verified=False,
        source="https://example.org/notice",
        days_off=days_off,
        worked_weekends=worked,
        amends=amends,
    )


def a_likely_notice(*more: Holiday, worked: tuple[date, ...] = ()) -> HolidayNotice:
    """2027 has 261 weekdays; a fortnight from Monday 4 January leaves 251."""
    fortnight = Holiday("春节", date(2027, 1, 4), date(2027, 1, 17))
    return a_notice(fortnight, *more, worked=worked)


def the_notice(reference: str) -> HolidayNotice:
    (notice,) = (notice for notice in NOTICES if notice.reference == reference)
    return notice


def test_every_year_has_exactly_one_first_notice_in_order() -> None:
    assert [notice.year for notice in NOTICES if not notice.amends] == list(YEARS)


def test_three_notices_amend_a_year_that_was_already_announced() -> None:
    assert [(notice.year, notice.reference) for notice in NOTICES if notice.amends] == [
        (2015, "国发明电〔2015〕1号"),
        (2019, "国办发明电〔2019〕3号"),
        (2020, "国办发明电〔2020〕1号"),
    ]


def test_an_amending_notice_follows_the_first_one_of_its_year() -> None:
    for earlier, later in pairwise(NOTICES):
        if later.amends:
            assert earlier.year == later.year


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.source[-12:])
def test_a_built_in_notice_is_without_fault(notice: HolidayNotice) -> None:
    assert notice_faults(notice) == ()


def test_every_notice_says_where_it_can_be_read() -> None:
    sources = [notice.source for notice in NOTICES]

    assert all(source.startswith("https://www.gov.cn/zhengce/") for source in sources)
    assert len(set(sources)) == len(NOTICES)


def test_a_number_is_only_called_verified_where_there_is_one() -> None:
    assert all(notice.reference for notice in NOTICES if notice.verified)


def test_no_two_notices_carry_the_same_number() -> None:
    numbers = [notice.reference for notice in NOTICES if notice.reference]

    assert len(set(numbers)) == len(numbers)


# https://www.gov.cn/zhengce/zhengceku/2016-12/01/content_5141603.htm, items 一 to 六.
def test_the_notice_for_2017_has_the_days_of_its_text() -> None:
    notice = the_notice("国办发明电〔2016〕17号")

    assert [(h.name, h.first, h.last) for h in notice.days_off] == [
        ("元旦", date(2017, 1, 1), date(2017, 1, 2)),
        ("春节", date(2017, 1, 27), date(2017, 2, 2)),
        ("清明节", date(2017, 4, 2), date(2017, 4, 4)),
        ("劳动节", date(2017, 5, 1), None),
        ("端午节", date(2017, 5, 28), date(2017, 5, 30)),
        ("中秋节、国庆节", date(2017, 10, 1), date(2017, 10, 8)),
    ]
    assert notice.worked_weekends == (
        date(2017, 1, 22),  # Sunday
        date(2017, 2, 4),  # Saturday
        date(2017, 4, 1),  # Saturday
        date(2017, 5, 27),  # Saturday
        date(2017, 9, 30),  # Saturday
    )


def test_a_holiday_runs_from_its_first_day_to_its_last() -> None:
    holiday = Holiday("元旦", date(2022, 12, 31), date(2023, 1, 2))

    assert list(holiday.days) == [date(2022, 12, 31), date(2023, 1, 1), date(2023, 1, 2)]


def test_a_holiday_without_a_last_day_is_one_day() -> None:
    assert list(Holiday("劳动节", date(2017, 5, 1)).days) == [date(2017, 5, 1)]


def test_a_notice_names_every_day_off() -> None:
    notice = a_notice(
        Holiday("清明节", date(2014, 4, 5)), Holiday("劳动节", date(2014, 5, 1), date(2014, 5, 2))
    )

    assert notice.names_by_day == {
        date(2014, 4, 5): "清明节",
        date(2014, 5, 1): "劳动节",
        date(2014, 5, 2): "劳动节",
    }


def test_saturday_is_the_first_day_of_a_weekend() -> None:
    friday = date(2026, 11, 20)

    assert [is_weekend(friday + timedelta(days=n)) for n in range(4)] == [
        False,  # Friday
        True,  # Saturday
        True,  # Sunday
        False,  # Monday
    ]


def test_a_worked_friday_is_a_fault() -> None:
    notice = a_likely_notice(worked=(date(2027, 2, 5),))  # Friday

    assert notice_faults(notice) == (
        NoticeFault(FaultCode.WORKED_DAY_NOT_WEEKEND, date(2027, 2, 5)),
    )


def test_a_worked_saturday_is_no_fault() -> None:
    assert notice_faults(a_likely_notice(worked=(date(2027, 2, 6),))) == ()


def test_a_day_both_off_and_worked_is_a_fault() -> None:
    notice = a_likely_notice(worked=(date(2027, 1, 17),))  # Sunday, the last day off

    assert notice_faults(notice) == (NoticeFault(FaultCode.BOTH_OFF_AND_WORKED, date(2027, 1, 17)),)


def test_a_holiday_of_fifteen_days_is_believed() -> None:
    notice = a_notice(Holiday("春节", date(2027, 2, 1), date(2027, 2, 15)))

    assert notice_faults(notice) == ()


def test_a_holiday_of_sixteen_days_is_a_fault() -> None:
    notice = a_notice(Holiday("春节", date(2027, 2, 1), date(2027, 2, 16)))

    assert notice_faults(notice) == (NoticeFault(FaultCode.HOLIDAY_TOO_LONG, date(2027, 2, 1)),)


def test_a_holiday_that_ends_before_it_begins_is_a_fault() -> None:
    notice = a_likely_notice(Holiday("劳动节", date(2027, 5, 2), date(2027, 5, 1)))

    assert notice_faults(notice) == (NoticeFault(FaultCode.HOLIDAY_BACKWARDS, date(2027, 5, 2)),)


def test_a_holiday_of_one_day_may_give_it_as_the_last() -> None:
    notice = a_likely_notice(Holiday("劳动节", date(2027, 5, 3), date(2027, 5, 3)))

    assert notice_faults(notice) == ()


def test_a_holiday_without_a_name_is_a_fault() -> None:
    notice = a_likely_notice(Holiday("", date(2027, 5, 3)))

    assert notice_faults(notice) == (NoticeFault(FaultCode.HOLIDAY_UNNAMED, date(2027, 5, 3)),)


def test_a_day_of_the_year_before_or_after_is_believed() -> None:
    notice = a_likely_notice(
        Holiday("元旦", date(2026, 12, 31)),
        Holiday("元旦", date(2028, 1, 1)),
        worked=(date(2026, 12, 27), date(2028, 1, 2)),  # Sundays
    )

    assert notice_faults(notice) == ()


@pytest.mark.parametrize("day", [date(2025, 12, 28), date(2029, 1, 7)])  # Sundays
def test_a_day_two_years_away_is_a_fault(day: date) -> None:
    stray = NoticeFault(FaultCode.DAY_OUTSIDE_YEAR, day)

    assert notice_faults(a_likely_notice(Holiday("元旦", day))) == (stray,)
    assert notice_faults(a_likely_notice(worked=(day,))) == (stray,)


def test_a_holiday_that_runs_on_for_years_is_a_fault_at_its_last_day() -> None:
    notice = a_notice(Holiday("春节", date(2027, 12, 31), date(2072, 1, 3)))

    faults = notice_faults(notice)

    assert NoticeFault(FaultCode.DAY_OUTSIDE_YEAR, date(2072, 1, 3)) in faults
    assert NoticeFault(FaultCode.HOLIDAY_TOO_LONG, date(2027, 12, 31)) in faults


# 2027 has 261 weekdays: Friday 1 January to Friday 31 December.
@pytest.mark.parametrize(
    ("weekdays_off", "likely"), [(4, False), (5, True), (21, True), (22, False)]
)
def test_a_year_of_240_to_256_working_days_is_believed(weekdays_off: int, *, likely: bool) -> None:
    mondays = (date(2027, 1, 4) + timedelta(weeks=n) for n in range(weekdays_off))
    notice = a_notice(*(Holiday("元旦", monday) for monday in mondays))

    unlikely = NoticeFault(FaultCode.WORKDAYS_UNLIKELY, date(2027, 1, 1))

    assert notice_faults(notice) == (() if likely else (unlikely,))


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2027, 12, 31)])  # Fridays
def test_the_first_and_last_day_count_towards_the_total_of_the_year(day: date) -> None:
    mondays = (date(2027, 1, 4) + timedelta(weeks=n) for n in range(4))
    notice = a_notice(*(Holiday("元旦", monday) for monday in mondays))

    with_one_more = replace(notice, days_off=(*notice.days_off, Holiday("元旦", day)))

    assert notice_faults(notice) != ()
    assert notice_faults(with_one_more) == ()


# 2026 has 261 weekdays too, and is followed by a Friday.
def test_the_new_year_after_does_not_count_towards_the_total_of_the_year() -> None:
    mondays = (date(2026, 1, 5) + timedelta(weeks=n) for n in range(5))

    assert notice_faults(a_notice(*(Holiday("元旦", day) for day in mondays), year=2026)) == ()


def test_a_worked_weekend_counts_towards_the_total_of_the_year() -> None:
    mondays = [Holiday("元旦", date(2027, 1, 4) + timedelta(weeks=n)) for n in range(22)]

    assert notice_faults(a_notice(*mondays)) != ()
    assert notice_faults(a_notice(*mondays, worked=(date(2027, 1, 3),))) == ()  # Sunday


def test_an_amending_notice_is_not_asked_for_a_whole_year() -> None:
    notice = a_notice(Holiday("春节", date(2027, 2, 12)), amends=True)

    assert notice_faults(notice) == ()


def test_faults_come_holidays_first_then_worked_days_then_the_total() -> None:
    notice = a_notice(Holiday("", date(2027, 5, 3)), worked=(date(2027, 5, 7),))

    assert [fault.code for fault in notice_faults(notice)] == [
        FaultCode.HOLIDAY_UNNAMED,
        FaultCode.WORKED_DAY_NOT_WEEKEND,
        FaultCode.WORKDAYS_UNLIKELY,
    ]
