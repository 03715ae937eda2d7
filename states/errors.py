"""What the law refuses, and what cannot be reckoned."""

from dataclasses import dataclass, field
from datetime import date

from states.citation import Citation


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason why a move is not lawful now: a code, its article, and the facts of it.

    A waivable refusal is a breach rather than an impossibility: what happened late still
    happened, and is recorded when the clerk acknowledges it by code.
    """

    code: str
    citation: Citation | None
    waivable: bool = False
    facts: dict[str, str] = field(default_factory=dict)


class StatuteError(Exception):
    """The law, or what is known of it, does not allow what was asked."""


class MoveNotOnChartError(StatuteError):
    """The chart has no such move from this state."""

    def __init__(self, move: str, state: str) -> None:
        """Keep the move and the state it was tried from."""
        super().__init__(move, state)
        self.move = move
        self.state = state


class MoveRefusedError(StatuteError):
    """Guards of the chart refused a move; every refusal is kept, with its article."""

    def __init__(self, move: str, refusals: tuple[Refusal, ...]) -> None:
        """Keep the move and all the reasons against it."""
        super().__init__(move, tuple(refusal.code for refusal in refusals))
        self.move = move
        self.refusals = refusals


class CalendarUnknownError(StatuteError):
    """A day lies outside the years that the calendar can speak of."""

    def __init__(self, day: date | None = None) -> None:
        """Keep the day that could not be placed."""
        super().__init__(day)
        self.day = day


class ClockQuestionError(StatuteError):
    """A question of the clock cannot be answered from the facts given.

    Carries a code, the field the fault is in, and the offending value.
    """

    def __init__(self, code: str, field: str = "", value: str = "") -> None:
        """Keep the code, the field and the value."""
        super().__init__(code, field, value)
        self.code = code
        self.field = field
        self.value = value
