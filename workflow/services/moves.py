"""Making a move on a request."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.machine import fire
from states.matters import Matter
from states.statute.opinions import Opinion
from states.statute.outcomes import Outcome
from states.steps import Role, Step
from workflow.clock import legal_date
from workflow.records.canonical import JsonValue
from workflow.records.chain import Entry
from workflow.records.deputies import asking_away
from workflow.records.dossiers import Dossier
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.duty import ON_BEHALF_OF, on_behalf
from workflow.services.errors import GoodReasonMissingError

# Where the reason of an act is kept. What is late is taken only for a good one (第三十条): the
# breach is acknowledged, and the reason written down.
REASON = "reason"
_GOOD_REASONS = frozenset({"correction_late"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeMove:
    """A move to be made; on the day of entry unless an earlier one is named.

    `acknowledged` names the breaches that the clerk records knowingly; `matter` is what a step of
    drafting or serving says; `more` is kept with the fact and bears on nothing; `on_behalf_of`
    names the absent person in whose place a deputy acts. With a version the move is made only on
    what the clerk has seen.
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
    opinion: Opinion | None = None
    on_behalf_of: str = ""
    more: Mapping[str, JsonValue] = field(default_factory=dict)
    expected_version: int | None = None
    idempotency_key: str | None = None


def make_move(command: MakeMove, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> Entry:
    """Make a move on a request, and write down that it happened.

    A command that comes again with its key does nothing and returns what it did at first.
    """
    requests, today = uow.requests, legal_date(at)
    requests.read_ahead(command.number, asking_away(uow.store, today))
    repeated = requests.repeated(command.number, command.idempotency_key)
    if repeated is not None:
        return repeated
    requests.expect(command.number, command.expected_version)
    step = step_of(command, today)
    dossier = requests.dossier(command.number)
    event = fire(dossier.case, step, calendar)
    if _GOOD_REASONS & set(event.acknowledged) and not str(command.more.get(REASON) or "").strip():
        raise GoodReasonMissingError(command.number)
    return requests.record(
        command.number,
        event,
        actor=command.actor,
        at=at,
        calendar=calendar,
        more={**_stand_in(command, uow, dossier, today), **command.more},
        expected_version=command.expected_version,
        idempotency_key=command.idempotency_key,
    )


def _stand_in(
    command: MakeMove, uow: UnitOfWork, dossier: Dossier, today: date
) -> dict[str, JsonValue]:
    """Return in whose place the move is made: as the command says, or as the absences do."""
    if command.on_behalf_of:
        return {ON_BEHALF_OF: command.on_behalf_of}
    return on_behalf(uow, command.actor, dossier, today)


def step_of(command: MakeMove, today: date) -> Step:
    """Return the step that a command wants to take, as entered on a day."""
    return Step(
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
        command.opinion,
    )
