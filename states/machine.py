"""Taking a step: the one place where `transitions` is used, behind two functions.

One machine is built from the chart and never given a model: a subject lives for one call, so
nothing is registered, and a refusal cannot be mistaken for success.
"""

from dataclasses import dataclass, field
from typing import cast

from transitions import EventData, Machine, Transition

from states.calendar.workdays import WorkCalendar
from states.case import Case, Event, State
from states.chart.move import Move
from states.chart.rows import CHART, MOVES
from states.errors import MoveNotOnChartError, MoveRefusedError, Refusal
from states.guards.guard import Guard
from states.steps import Step


@dataclass(slots=True, eq=False)
class _Subject:
    """What the machine moves for one call, compared by identity."""

    state: str
    case: Case
    step: Step
    calendar: WorkCalendar
    refusals: list[Refusal] = field(default_factory=list)


def _condition(move: Move) -> object:
    """Return the one condition of a chart row: every guard is asked, every refusal kept."""
    guards = move.guards + move.terms

    def lawful(event: EventData) -> bool:
        subject = cast("_Subject", event.model)
        subject.refusals = refusals_of(move, guards, subject)
        return not subject.refusals

    return lawful


def refusals_of(move: Move, guards: tuple[Guard, ...], subject: _Subject) -> list[Refusal]:
    """Return why the guards will not have the step; acknowledged breaches are let pass."""
    step = subject.step
    found = [] if step.role in move.roles else [Refusal("role_may_not", None)]
    for guard in guards:
        refusal = guard(subject.case, step, subject.calendar)
        if refusal is not None and not (refusal.waivable and refusal.code in step.acknowledged):
            found.append(refusal)
    return found


class _Row(Transition):
    """A row as the library has it; none has callbacks, so none are looked for."""

    def execute(self, event_data: EventData) -> bool:
        """Move the subject if its condition holds; without a target it stays where it is."""
        if not self._eval_conditions(event_data):
            return False
        if self.dest is not None:
            cast("_Subject", event_data.model).state = self.dest
        return True


class _Chart(Machine):
    """The library's machine, with our rows."""

    transition_cls = _Row


# States go in by their values, which the library reads faster than members of an enum.
_MACHINE = _Chart(
    model=None,
    states=[str(state) for state in State],
    initial=str(State.SUBMITTED),
    auto_transitions=False,
    send_event=True,
    transitions=[
        {
            "trigger": move.name,
            "source": str(source),
            "dest": None if move.target is None else str(move.target),
            "conditions": _condition(move),
        }
        for move in CHART
        for source in move.sources
    ],
)


def fire(case: Case, step: Step, calendar: WorkCalendar) -> Event:
    """Take a step, or say why the law will not have it.

    Raises MoveNotOnChartError where the chart has no such move from the case's state, and
    MoveRefusedError with every refusal where a guard stands against it.
    """
    move = MOVES.get(step.move)
    state = case.state
    if move is None or state not in move.sources:
        raise MoveNotOnChartError(step.move, state)
    subject = _Subject(str(state), case, step, calendar)
    if not _MACHINE.events[move.name].trigger(subject):
        raise MoveRefusedError(move.name, tuple(subject.refusals))
    return Event(
        move.fact,
        step.on,
        step.ref,
        step.workdays,
        step.new_due,
        step.co_producer,
        step.outcome if move.outcome is None else move.outcome(case),
        step.acknowledged,
        step.matter,
        step.actor if move.signed else "",
        step.opinion,
    )


@dataclass(frozen=True, slots=True)
class Offer:
    """A move the chart has from here, and what stands against it today."""

    move: Move
    refusals: tuple[Refusal, ...]

    @property
    def is_lawful(self) -> bool:
        """Whether nothing stands against it that could not be acknowledged."""
        return all(refusal.waivable for refusal in self.refusals)


def offers(case: Case, step: Step, calendar: WorkCalendar) -> tuple[Offer, ...]:
    """Return every move from the case's state as on the step's day, lawful or not, with why."""
    subject = _Subject(str(case.state), case, step, calendar)
    return tuple(
        Offer(move, tuple(refusals_of(move, move.guards, subject)))
        for move in CHART
        if case.state in move.sources
    )
