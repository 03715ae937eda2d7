"""What a move would do before it is made: every clock before and after, with the article."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.case import CLOSED_STATES, Case, State
from states.chart.rows import MOVES
from states.citation import Citation
from states.clock.answer import reckon
from states.clock.deadlines import ClockKey, Deadline, running
from states.guards.guard import law_of
from states.machine import fire
from workflow.clock import legal_date
from workflow.records.view import View
from workflow.services.moves import MakeMove, step_of


@dataclass(frozen=True, slots=True)
class ClockChange:
    """One clock before and after a move; None where it does not run.

    `basis` are the articles by which it changes; empty where it stays as it is.
    """

    key: ClockKey
    ref: str
    before: Deadline | None
    after: Deadline | None
    basis: tuple[Citation, ...]

    @property
    def is_changed(self) -> bool:
        """Whether it begins, ends, or comes to stand or run otherwise."""
        if self.before is None or self.after is None:
            return True
        one, other = self.before, self.after
        return (one.due, one.paused, one.conservative) != (
            other.due,
            other.paused,
            other.conservative,
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """A move as it would be made: the state it leads to, and what it does to every clock."""

    number: str
    move: str
    on: date
    before: State
    after: State
    clocks: tuple[ClockChange, ...]


def preview_move(command: MakeMove, view: View, *, at: datetime, calendar: WorkCalendar) -> Preview:
    """Return what a move would do, and write nothing; it is refused where the move would be."""
    view.requests.expect(command.number, command.expected_version)
    today = legal_date(at)
    case = view.requests.case(command.number)
    step = step_of(command, today)
    after = case.after(fire(case, step, calendar))
    own = MOVES[command.move].citation(law_of(case, step))
    return Preview(
        command.number,
        command.move,
        step.on,
        case.state,
        after.state,
        tuple(_changes(case, after, own, today, calendar)),
    )


def _changes(
    case: Case, after: Case, own: Citation | None, today: date, calendar: WorkCalendar
) -> Iterator[ClockChange]:
    """Yield every clock that runs before or after, those before first."""
    then = {(one.key, one.ref): one for one in running(after, calendar, today)}
    now = {(one.key, one.ref): one for one in running(case, calendar, today)}
    for key, ref in dict.fromkeys((*now, *then)):
        before, to_be = now.get((key, ref)), then.get((key, ref))
        change = ClockChange(key, ref, before, to_be, ())
        if change.is_changed:
            basis = _basis(case, after, own, change, today, calendar)
            change = ClockChange(key, ref, before, to_be, basis)
        yield change


def _basis(
    case: Case,
    after: Case,
    own: Citation | None,
    change: ClockChange,
    today: date,
    calendar: WorkCalendar,
) -> tuple[Citation, ...]:
    """Return the articles that move a clock: those it newly rests on, else the move's own."""
    moves = () if own is None else (own,)
    if change.key is not ClockKey.REPLY or change.before is None or after.state in CLOSED_STATES:
        return moves
    rested = set(reckon(case, calendar, today).basis)
    added = tuple(one for one in reckon(after, calendar, today).basis if one not in rested)
    return added or moves
