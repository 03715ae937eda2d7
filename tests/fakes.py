"""Stand-ins that keep their Protocols' promises, written by hand."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta


@dataclass
class FixedClock:
    """A clock that stands still until it is moved."""

    instant: datetime

    @classmethod
    def on(cls, day: date) -> "FixedClock":
        """Return a clock that stands at ten in the morning of a day in China."""
        return cls(datetime(day.year, day.month, day.day, 2, tzinfo=UTC))

    def now(self) -> datetime:
        """Return the instant it stands at."""
        return self.instant

    def move(self, **by: float) -> None:
        """Let time pass, in days, hours or whatever a timedelta takes."""
        self.instant += timedelta(**by)
