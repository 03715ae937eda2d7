"""What the clock answers: a date, and all that is said with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from states.calendar.workdays import DayKind, WorkCalendar
from states.citation import Citation
from states.clock.answer import Flag
from states.clock.ledger import LedgerDay, count_calendar_days, count_days
from states.clock.spans import ExcludedSpan
from states.statute.versions import Law


@dataclass(slots=True)
class Answer:
    """A date, and all that is said with it; `last_day` where calendar days were counted."""

    law: Law
    counts_from: date
    due: date
    basis: tuple[Citation, ...]
    provisional: bool = False
    flags: tuple[Flag, ...] = ()
    suspended_workdays: int = 0
    original_due: date | None = None
    conservative_due: date | None = None
    spans: tuple[ExcludedSpan, ...] = ()
    last_day: date | None = None
    besides: dict[str, object] = field(default_factory=dict)

    def ledger(self, calendar: WorkCalendar) -> Iterator[LedgerDay]:
        """Yield every day of the count, numbered or with the reason it does not count."""
        if self.last_day is None:
            return count_days(self.counts_from, self.due, calendar, self.spans)
        return count_calendar_days(self.counts_from, self.last_day, self.due, calendar)


def flags_of(due: date, met_on: date | None, calendar: WorkCalendar) -> tuple[Flag, ...]:
    """Return what a date must be read with; late if it was met, or is still unmet, after it."""
    late = (Flag.OVERDUE,) if met_on is not None and met_on > due else ()
    if calendar.kind(due) is DayKind.MAKEUP_WORKDAY:
        return (*late, Flag.MAKEUP_DAY_DUE)
    return late


def counted(
    law: Law,
    calendar: WorkCalendar,
    start: date,
    due: date,
    citation: Citation,
    met_on: date | None = None,
) -> Answer:
    """Return the answer that a plain count of working days gives."""
    provisional = calendar.is_provisional(start, due)
    return Answer(law, start, due, (citation,), provisional, flags_of(due, met_on, calendar))
