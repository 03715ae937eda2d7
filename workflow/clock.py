"""The one place that asks the time, and turns an instant into a legal date."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """Something that knows what time it is."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        return datetime.now(UTC)


def legal_date(instant: datetime) -> date:
    """Return the date that an aware instant falls on in China, by which the law counts."""
    if instant.utcoffset() is None:
        raise ValueError(instant)
    return instant.astimezone(SHANGHAI).date()


def read_instant(words: str) -> datetime:
    """Return an instant as people write it: a day alone means its end, no zone means China's.

    Raises ValueError or OverflowError.
    """
    at = datetime.fromisoformat(words)
    if len(words) == len("2018-03-10"):
        next_day = date.fromisoformat(words) + timedelta(days=1)
        at = datetime.combine(next_day, time(), SHANGHAI) - timedelta(microseconds=1)
    return at if at.tzinfo else at.replace(tzinfo=SHANGHAI)
