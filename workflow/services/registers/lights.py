"""How urgent a day is, for the lists of the registers: the same lights as the worklist has."""

from dataclasses import dataclass
from datetime import date

from states.calendar.workdays import WorkCalendar
from states.citation import Citation
from states.clock.deadlines import ClockKey, Deadline
from workflow.services.worklist import NEAR_THE_LIMIT, Light


@dataclass(frozen=True, slots=True)
class Due:
    """A day something is due on; `left` counts working days, below zero when late."""

    deadline: Deadline
    left: int
    light: Light

    @property
    def on(self) -> date:
        """The day itself."""
        return self.deadline.due

    @property
    def is_late(self) -> bool:
        """Whether the day has passed."""
        return self.left < 0


def due(deadline: Deadline, today: date, calendar: WorkCalendar) -> Due:
    """Return how a deadline stands today; a rest day after it counts as late too."""
    left = calendar.workdays_between(today, deadline.due)
    if today > deadline.due:
        left = min(left, -1)
    return Due(deadline, left, _light(left))


def a_deadline(key: ClockKey, on: date, citation: Citation, *, provisional: bool) -> Deadline:
    """Return the end of a clock of a register."""
    return Deadline(key, on, provisional, citation)


def _light(left: int) -> Light:
    if left <= 0:
        return Light.RED
    return Light.YELLOW if left <= NEAR_THE_LIMIT else Light.GREEN
