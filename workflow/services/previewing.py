"""What a move would do before it is made: every clock before and after, with the article."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind, State
from states.chart.move import Move
from states.chart.rows import MOVES
from states.citation import Citation
from states.clock.answer import reckon
from states.clock.deadlines import ClockKey, Deadline, running
from states.guards.guard import law_of
from states.machine import fire
from states.statute.periods import EXCLUDED_AGENCY, EXCLUDED_THIRD_PARTY
from states.statute.versions import Law
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
    law = law_of(case, step)
    clocks = clock_changes(case, after, MOVES[command.move], law, today=today, calendar=calendar)
    return Preview(command.number, command.move, step.on, case.state, after.state, clocks)


def clock_changes(
    case: Case, after: Case, move: Move | None, law: Law, *, today: date, calendar: WorkCalendar
) -> tuple[ClockChange, ...]:
    """Return every clock of a case before and after, with the articles of the move if one is."""
    return tuple(_Looked(case, after, move, law, today, calendar).changes())


@dataclass(frozen=True, slots=True)
class _Looked:
    """A case before and after a move, as somebody looks at it today."""

    case: Case
    after: Case
    move: Move | None
    law: Law
    today: date
    calendar: WorkCalendar

    def changes(self) -> Iterator[ClockChange]:
        """Yield every clock that runs before or after, those before first."""
        now = {(one.key, one.ref): one for one in running(self.case, self.calendar, self.today)}
        then = {(one.key, one.ref): one for one in running(self.after, self.calendar, self.today)}
        for key, ref in dict.fromkeys((*now, *then)):
            change = ClockChange(key, ref, now.get((key, ref)), then.get((key, ref)), ())
            yield replace(change, basis=self._basis(change)) if change.is_changed else change

    def _basis(self, change: ClockChange) -> tuple[Citation, ...]:
        """Return the articles that move a clock: for the reply, those that bear on its count."""
        own = None if self.move is None else self.move.citation(self.law)
        moves = () if own is None else (own,)
        if change.key is not ClockKey.REPLY or change.before is None or change.after is None:
            return moves
        fact = None if self.move is None else self.move.fact
        excluding = None if fact is None else _EXCLUDING.get(fact, {}).get(self.law)
        if excluding is not None:
            return (excluding,)
        rested = set(reckon(self.case, self.calendar, self.today).basis)
        basis = reckon(self.after, self.calendar, self.today).basis
        return tuple(one for one in basis if one not in rested) or moves


# What consultations do to the reply: their time is excluded, and an answer ends that.
_EXCLUDING = {
    **dict.fromkeys(
        (
            EventKind.THIRD_PARTY_CONSULTED,
            EventKind.THIRD_PARTY_LETTER_DELIVERED,
            EventKind.THIRD_PARTY_ANSWERED,
        ),
        EXCLUDED_THIRD_PARTY,
    ),
    **dict.fromkeys(
        (
            EventKind.AGENCY_CONSULTED,
            EventKind.AGENCY_LETTER_DELIVERED,
            EventKind.AGENCY_ANSWERED,
        ),
        EXCLUDED_AGENCY,
    ),
}
