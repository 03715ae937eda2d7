"""Making a move on a request."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.machine import fire
from states.matters import Matter
from states.statute.outcomes import Outcome
from states.steps import Role, Step
from workflow.clock import legal_date
from workflow.records.canonical import JsonValue
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.duty import on_behalf


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeMove:
    """A move to be made; on the day of entry unless an earlier one is named.

    `acknowledged` names the breaches that the clerk records knowingly; `matter` is what a step of
    drafting or serving says; `more` is kept with the fact and bears on nothing. With a version the
    move is made only on what the clerk has seen.
    """

    number: str
    move: str
    actor: str
    role: Role
    on: date | None = None
    ref: str = ""
    workdays: int = 0
    new_due: date | None = None
    co_producer: bool = True
    outcome: Outcome | None = None
    acknowledged: tuple[str, ...] = ()
    matter: Matter | None = None
    more: Mapping[str, JsonValue] = field(default_factory=dict)
    expected_version: int | None = None
    idempotency_key: str | None = None


def make_move(command: MakeMove, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> Entry:
    """Make a move on a request, and write down that it happened.

    A command that comes again with its key does nothing and returns what it did at first.
    """
    requests = uow.requests
    repeated = requests.repeated(command.number, command.idempotency_key)
    if repeated is not None:
        return repeated
    requests.expect(command.number, command.expected_version)
    today = legal_date(at)
    step = Step(
        command.move,
        command.on or today,
        today,
        command.role,
        command.ref,
        command.workdays,
        command.new_due,
        command.co_producer,
        command.outcome,
        command.acknowledged,
        command.matter,
        command.actor,
    )
    dossier = requests.dossier(command.number)
    event = fire(dossier.case, step, calendar)
    return requests.record(
        command.number,
        event,
        actor=command.actor,
        at=at,
        calendar=calendar,
        more={**on_behalf(uow, command.actor, dossier, today), **command.more},
        expected_version=command.expected_version,
        idempotency_key=command.idempotency_key,
    )
