"""What every step of a draft has: who takes it, on which request, on what day, and only once."""

from dataclasses import dataclass
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.matters import Matter
from states.statute.outcomes import Outcome
from states.steps import Role
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.moves import MakeMove, make_move


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A step that somebody answers for; on the day of entry unless an earlier one is named.

    A command that comes again with its key does nothing. With a version the step is taken only on
    what its taker has seen.
    """

    number: str
    actor: str
    role: Role
    on: date | None = None
    acknowledged: tuple[str, ...] = ()
    on_behalf_of: str = ""
    expected_version: int | None = None
    idempotency_key: str | None = None


def take(
    command: Signed,
    move: str,
    matter: Matter,
    uow: UnitOfWork,
    *,
    at: datetime,
    calendar: WorkCalendar,
    outcome: Outcome | None = None,
) -> Entry:
    """Take a step through the chart, and write down that it happened."""
    return make_move(
        MakeMove(
            number=command.number,
            move=move,
            actor=command.actor,
            role=command.role,
            on=command.on,
            outcome=outcome,
            acknowledged=command.acknowledged,
            on_behalf_of=command.on_behalf_of,
            matter=matter,
            expected_version=command.expected_version,
            idempotency_key=command.idempotency_key,
        ),
        uow,
        at=at,
        calendar=calendar,
    )
