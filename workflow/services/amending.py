"""Annulling what was entered wrongly, and saying what no longer fits without it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.case import Case, Event, EventKind
from states.chart.move import CASEWORK
from states.chart.rows import CHART
from states.errors import (
    ClockQuestionError,
    MoveNotOnChartError,
    MoveRefusedError,
    Refusal,
)
from states.machine import fire
from states.steps import MergeTarget, Role, Step
from workflow.records.dossiers import Dossier
from workflow.records.unit_of_work import UnitOfWork


class ReasonMissingError(ValueError):
    """An event is annulled for a reason, or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul:
    """An event to be annulled, by its sequence number, and why."""

    number: str
    seq: int
    reason: str
    actor: str
    role: Role
    expected_version: int | None = None
    idempotency_key: str | None = None

    def __post_init__(self) -> None:
        """Refuse to annul without a reason."""
        if not self.reason.strip():
            raise ReasonMissingError(self.seq)


@dataclass(frozen=True, slots=True)
class Misfit:
    """An event that stays on record, but would now be refused, and why."""

    seq: int
    kind: EventKind
    on: date
    refusals: tuple[Refusal, ...]


def annul(
    command: Annul, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> tuple[Misfit, ...]:
    """Annul an event, and return what fitted before and no longer does without it.

    Whoever may take a step may annul it, so that nobody undoes a review or an approval but those
    whose it is.
    """
    before = uow.requests.dossier(command.number)
    if command.role not in _may_annul(before, command.seq):
        raise MoveRefusedError("annul", (Refusal("role_may_not", None),))
    uow.requests.annul(
        command.number,
        command.seq,
        reason=command.reason,
        actor=command.actor,
        at=at,
        calendar=calendar,
        expected_version=command.expected_version,
        idempotency_key=command.idempotency_key,
    )
    after = uow.requests.dossier(command.number)
    known = {misfit.seq for misfit in misfits(before, calendar)}
    return tuple(misfit for misfit in misfits(after, calendar) if misfit.seq not in known)


def _may_annul(dossier: Dossier, seq: int) -> frozenset[Role]:
    """Return the roles that may annul an event: those of the moves that record such a fact."""
    kinds = {line.kind for line in dossier.lines if line.seq == seq}
    found = [move.roles for move in CHART if move.fact in kinds]
    return frozenset().union(*found) if found else CASEWORK


def misfits(dossier: Dossier, calendar: WorkCalendar) -> Iterator[Misfit]:
    """Yield the facts of a request that the chart would refuse on their day, in that order."""
    case = Case(dossier.case.channel, (), dossier.case.practice)
    for seq, event in _in_order(dossier.facts()):
        refusals = _refusals(case, event, calendar)
        if refusals:
            yield Misfit(seq, event.kind, event.on, refusals)
        case = case.after(event)


def _in_order(facts: Iterable[tuple[int, Event]]) -> list[tuple[int, Event]]:
    return sorted(facts, key=lambda known: known[1].on)


def _refusals(case: Case, event: Event, calendar: WorkCalendar) -> tuple[Refusal, ...]:
    """Return why no move would record the fact now; nothing, if one would."""
    refusals: tuple[Refusal, ...] = ()
    for move in CHART:
        if move.fact is not event.kind:
            continue
        found = _refused(case, _step(move.name, min(move.roles), event), calendar)
        if not found:
            return ()
        refusals = refusals or found
    return refusals


def _refused(case: Case, step: Step, calendar: WorkCalendar) -> tuple[Refusal, ...]:
    try:
        fire(case, step, calendar)
    except MoveNotOnChartError as error:
        return (Refusal("not_on_chart", None, facts={"state": error.state}),)
    except MoveRefusedError as error:
        return error.refusals
    except ClockQuestionError as error:
        return (Refusal(error.code, None),)
    return ()


def _step(move: str, role: Role, event: Event) -> Step:
    """Return the step that recorded a fact: on its own day, by who signed it, as one who may."""
    return Step(
        move,
        event.on,
        event.on,
        role,
        event.ref,
        event.workdays,
        event.new_due,
        event.co_producer,
        event.outcome,
        event.acknowledged,
        event.matter,
        event.by,
        event.opinion,
        MergeTarget.judged_before(event.ref) if event.kind is EventKind.MERGED else None,
    )
