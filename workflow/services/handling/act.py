"""What every act upon a request says: who does it, in what role, and on which day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict, Unpack

from states.calendar.workdays import WorkCalendar
from states.statute.opinions import Opinion
from states.statute.outcomes import Outcome
from states.steps import Role
from workflow.clock import legal_date
from workflow.records.beside import terms_of
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.handling.errors import FieldBlankError
from workflow.services.moves import MakeMove, make_move


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something done about a request; on the day of entry unless an earlier one is named.

    With a version it is done only on what the clerk has seen; with a key, only once.
    """

    number: str
    actor: str
    role: Role
    on: date | None = None
    acknowledged: tuple[str, ...] = ()
    on_behalf_of: str = ""
    expected_version: int | None = None
    idempotency_key: str | None = None

    def day(self, at: datetime) -> date:
        """Return the legal date of the act."""
        return self.on or legal_date(at)


class Terms(TypedDict, total=False):
    """What the law asks of a move, beside its day."""

    ref: str
    workdays: int
    new_due: date | None
    co_producer: bool
    outcome: Outcome | None
    opinion: Opinion | None


def done(
    act: Act,
    move: str,
    uow: UnitOfWork,
    *,
    at: datetime,
    calendar: WorkCalendar,
    beside: object = None,
    **terms: Unpack[Terms],
) -> Entry:
    """Make the move that records an act, with what is kept beside it."""
    command = MakeMove(
        number=act.number,
        move=move,
        actor=act.actor,
        role=act.role,
        on=act.on,
        acknowledged=act.acknowledged,
        on_behalf_of=act.on_behalf_of,
        more={} if beside is None else terms_of(beside),
        expected_version=act.expected_version,
        idempotency_key=act.idempotency_key,
        **terms,
    )
    return make_move(command, uow, at=at, calendar=calendar)


def done_before(act: Act, uow: UnitOfWork) -> Entry | None:
    """Return what was entered when the act was first asked for under its key."""
    return uow.requests.repeated(act.number, act.idempotency_key)


def require(**fields: str) -> None:
    """Raise FieldBlankError for the first field that says nothing."""
    for name, words in fields.items():
        if not words.strip():
            raise FieldBlankError(name)
