"""What a step would do, seen by doing it where nothing is kept: the clocks, the state, the next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from states.calendar.workdays import WorkCalendar
from states.case import CLOSED_STATES, Case, EventKind, State
from states.chart.move import Move
from states.chart.rows import CHART
from states.deciding.draft import Stage, draft_of
from states.statute.versions import Law, law_on
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.previewing import ClockChange, clock_changes
from workflow.services.worklist import NextStep, line_of


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a request stands: its state, how far its reply has come, and what is next."""

    state: State
    stage: Stage
    next_step: NextStep | None


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A step as it would be taken: what is entered, where the request stands, and every clock."""

    before: Standing
    after: Standing
    clocks: tuple[ClockChange, ...]
    entries: tuple[Entry, ...]


def rehearse(
    number: str,
    act: Callable[[UnitOfWork], object],
    uow: UnitOfWork,
    *,
    today: date,
    calendar: WorkCalendar,
) -> Rehearsal:
    """Take a step in a unit of work that keeps nothing, and return what it would change.

    It is refused where the step would be.
    """
    case, version = uow.requests.case(number), uow.requests.dossier(number).version
    before = _standing(uow, number, case, today, calendar)
    act(uow)
    after = uow.requests.case(number)
    law = _law(case, after, today)
    clocks = clock_changes(
        case, after, _move(uow, number, version), law, today=today, calendar=calendar
    )
    entries = uow.requests.history(number)[version:]
    return Rehearsal(before, _standing(uow, number, after, today, calendar), clocks, entries)


def _standing(
    uow: UnitOfWork, number: str, case: Case, today: date, calendar: WorkCalendar
) -> Standing:
    if case.state in CLOSED_STATES:
        return Standing(case.state, draft_of(case).stage, None)
    line = line_of(uow.requests.find(number), case, today=today, calendar=calendar)
    return Standing(line.state, line.stage, line.next_step)


def _move(uow: UnitOfWork, number: str, version: int) -> Move | None:
    """Return the move of the chart that the last new fact records, if one is of the chart."""
    kinds = {entry.kind for entry in uow.requests.history(number)[version:]}
    facts = [move for move in CHART if move.fact in kinds & set(EventKind)]
    return facts[-1] if facts else None


def _law(case: Case, after: Case, today: date) -> Law:
    receipt = after.receipt or case.receipt
    return law_on(today, case.practice.revised_from) if receipt is None else receipt.law
