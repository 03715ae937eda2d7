"""Instants and legal dates."""

from datetime import UTC, date, datetime

import pytest

from tests.fakes import FixedClock
from workflow.clock import Clock, SystemClock, legal_date

CLOCKS: tuple[Clock, ...] = (SystemClock(), FixedClock(datetime(2025, 9, 22, tzinfo=UTC)))


@pytest.mark.parametrize("clock", CLOCKS)
def test_every_clock_tells_an_aware_instant(clock: Clock) -> None:
    assert clock.now().utcoffset() is not None


def test_the_legal_day_begins_at_sixteen_hours_utc() -> None:
    # 2025-09-22 24:00 in China (UTC+8, no summer time since 1991) is 16:00 UTC.
    last = datetime(2025, 9, 22, 15, 59, 59, tzinfo=UTC)
    first = datetime(2025, 9, 22, 16, 0, tzinfo=UTC)

    assert legal_date(last) == date(2025, 9, 22)  # Monday
    assert legal_date(first) == date(2025, 9, 23)  # Tuesday


def test_a_naive_instant_has_no_legal_date() -> None:
    with pytest.raises(ValueError, match="2025"):
        legal_date(datetime(2025, 9, 22))  # noqa: DTZ001 - the fault under test
