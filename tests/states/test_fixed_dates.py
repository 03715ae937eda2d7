from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.calendar.workdays import built_in
from states.clock.fixed import (
    Remedy,
    ReportLevel,
    add_months,
    annual_report_due,
    publication_due,
    records_correction_article,
    records_correction_due,
    remedy_due,
)
from states.statute.practice import Practice

CALENDAR = built_in()


def test_information_is_published_within_twenty_working_days() -> None:
    assert publication_due(date(2020, 9, 18), CALENDAR) == date(2020, 10, 22)  # vector G01
    # 2017-09-20 + 20: 21, 22, 25..29, Sat 30*; 10-09..13, 16..20, 23, 24.
    assert publication_due(date(2017, 9, 20), CALENDAR) == date(2017, 10, 24)


def test_a_persons_records_are_corrected_within_the_offices_own_twenty_working_days() -> None:
    # Received Mon 2024-04-22: 23..26 = 1..4, Sun 28* = 5, 29, 30 = 6, 7; Labour Day; 05-06..10 =
    # 8..12, Sat 11* = 13, 13..17 = 14..18, 20, 21 = 19, 20.
    received_on = date(2024, 4, 22)

    assert records_correction_due(received_on, CALENDAR) == date(2024, 5, 21)
    shorter = Practice(records_correction_days=5)
    assert records_correction_due(received_on, CALENDAR, shorter) == date(2024, 4, 28)


@pytest.mark.parametrize(
    ("received_on", "article"),
    [
        (date(2019, 5, 14), "条例(2007) 第二十五条第二款"),
        (date(2019, 5, 15), "条例(2019) 第四十一条"),
    ],
)
def test_own_records_are_corrected_under_the_version_of_the_day(
    received_on: date, article: str
) -> None:
    assert str(records_correction_article(received_on)) == article


@pytest.mark.parametrize(
    ("year", "level", "due", "before", "article"),
    [
        (2017, ReportLevel.TOWN, (2018, 3, 31), (2018, 3, 30), "条例(2007) 第三十一条"),
        (2018, ReportLevel.DEPARTMENT, (2019, 3, 31), (2019, 3, 29), "条例(2007) 第三十一条"),
        (2019, ReportLevel.DEPARTMENT, (2020, 1, 31), (2020, 1, 23), "条例(2019) 第四十九条第一款"),
        (2023, ReportLevel.GOVERNMENT, (2024, 3, 31), (2024, 3, 29), "条例(2019) 第四十九条第二款"),
        (2023, ReportLevel.TOWN, (2024, 1, 31), (2024, 1, 31), "条例(2019) 第四十九条"),
    ],
)
def test_an_annual_report_has_a_fixed_date_that_never_rolls(
    year: int,
    level: ReportLevel,
    due: tuple[int, int, int],
    before: tuple[int, int, int],
    article: str,
) -> None:
    found = annual_report_due(year, level, CALENDAR)

    assert (found.due, found.last_workday_before) == (date(*due), date(*before))
    assert str(found.citation) == article


def test_a_town_may_have_a_date_of_its_own() -> None:
    practice = Practice(town_report_month=2, town_report_day=20)

    assert annual_report_due(2023, ReportLevel.TOWN, CALENDAR, practice).due == date(2024, 2, 20)


@pytest.mark.parametrize(
    ("served", "remedy", "due", "raw"),
    [
        ((2024, 3, 5), Remedy.RECONSIDERATION, (2024, 5, 6), (2024, 5, 4)),  # vector H01
        ((2024, 3, 31), Remedy.LITIGATION, (2024, 9, 30), (2024, 9, 30)),  # vector H03
        # 15 days from Thu 2024-09-19 end Fri 10-04, a holiday: first working day Tue 10-08.
        (
            (2024, 9, 19),
            Remedy.LITIGATION_AFTER_RECONSIDERATION,
            (2024, 10, 8),
            (2024, 10, 4),
        ),
        # Three months before 2015-05-01, six from it on.
        ((2015, 4, 30), Remedy.LITIGATION, (2015, 7, 30), (2015, 7, 30)),
        ((2015, 5, 1), Remedy.LITIGATION, (2015, 11, 2), (2015, 11, 1)),
    ],
)
def test_a_remedy_ends_on_a_working_day(
    served: tuple[int, int, int],
    remedy: Remedy,
    due: tuple[int, int, int],
    raw: tuple[int, int, int],
) -> None:
    found = remedy_due(date(*served), remedy, CALENDAR)

    assert (found.due, found.raw_last_day, found.provisional) == (date(*due), date(*raw), False)
    assert [str(citation) for citation in found.basis] == [
        "民诉法 第八十五条",
        "民法典 第二百零三条",
    ]


def test_a_remedy_that_ends_in_an_unannounced_year_is_provisional() -> None:
    found = remedy_due(date(2026, 12, 1), Remedy.RECONSIDERATION, CALENDAR)

    assert found.raw_last_day == date(2027, 1, 30)
    assert found.provisional


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ((2024, 8, 31), 6, (2025, 2, 28)),
        ((2023, 8, 31), 6, (2024, 2, 29)),
        ((2024, 6, 30), 6, (2024, 12, 30)),
        ((2024, 7, 15), 6, (2025, 1, 15)),
        ((2024, 12, 1), 3, (2025, 3, 1)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(
    start: tuple[int, int, int], months: int, end: tuple[int, int, int]
) -> None:
    # 民法典 第二百零二条
    assert add_months(date(*start), months) == date(*end)


@given(st.dates(date(2010, 1, 1), date(2030, 12, 31)), st.integers(0, 30))
def test_adding_months_never_leaves_the_month_it_aims_at(start: date, months: int) -> None:
    end = add_months(start, months)

    assert end.year * 12 + end.month == start.year * 12 + start.month + months
    assert end.day <= start.day
