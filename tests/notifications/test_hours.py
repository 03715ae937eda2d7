"""When a message may leave; the days by the notices of 2025 and 2026."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifications.hours import may_leave_from
from states.calendar.workdays import built_in

ZONE = ZoneInfo("Asia/Shanghai")
CALENDAR = built_in()


def at(day: int, hour: int, minute: int = 0, *, month: int = 10) -> datetime:
    """Return a time of 2025 in Shanghai."""
    return datetime(2025, month, day, hour, minute, tzinfo=ZONE)


# 国办发明电〔2024〕12号: 1 to 8 October 2025 off, Saturday 11 October worked.
@pytest.mark.parametrize(
    ("now", "leaves"),
    [
        (at(9, 7, 10), at(9, 8, 30)),  # Thursday before work
        (at(9, 8, 30), at(9, 8, 30)),
        (at(9, 19, 59), at(9, 19, 59)),
        (at(9, 20), at(10, 8, 30)),  # in the evening: tomorrow
        (at(10, 21), at(11, 8, 30)),  # tomorrow is a worked Saturday
        (at(12, 10), at(13, 8, 30)),  # Sunday
        (at(30, 21, month=9), at(9, 8, 30)),  # the eve of the holiday
    ],
)
def test_a_reminder_leaves_when_people_are_at_work(now: datetime, leaves: datetime) -> None:
    assert may_leave_from(now, CALENDAR, overdue=False) == leaves


@pytest.mark.parametrize(
    ("now", "leaves"),
    [
        (at(12, 10), at(12, 10)),  # Sunday
        (at(1, 6, 59), at(1, 7)),  # a holiday
        (at(9, 20), at(10, 7)),
    ],
)
def test_what_is_overdue_leaves_on_any_day_but_not_at_night(
    now: datetime, leaves: datetime
) -> None:
    assert may_leave_from(now, CALENDAR, overdue=True) == leaves


@given(st.integers(0, 60 * 24 * 200), st.booleans())
def test_nothing_leaves_before_it_is_ready_or_at_night(minutes: int, overdue: bool) -> None:  # noqa: FBT001 - drawn
    now = at(1, 0, month=6) + timedelta(minutes=minutes)

    leaves = may_leave_from(now, CALENDAR, overdue=overdue)

    assert leaves >= now
    assert 7 <= leaves.hour < 20
    assert overdue or CALENDAR.is_workday(leaves.date())
