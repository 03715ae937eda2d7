"""A moment in what was entered: what came after it is not known."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, FromClause, true


@dataclass(frozen=True, slots=True)
class UpTo:
    """The end of what is known: an instant of entry, or an event of one office's chain."""

    instant: datetime | None = None
    seq: int | None = None

    def before(self, event: FromClause) -> ColumnElement[bool]:
        """Return the condition that an event had been entered."""
        if self.instant is not None:
            return event.c.entered_at <= self.instant
        return true() if self.seq is None else event.c.seq <= self.seq


EVERYTHING = UpTo()
