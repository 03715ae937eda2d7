"""Entering a row of a register, putting it right, and making it void: what holds for every one."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from states.steps import Role
from workflow.clock import legal_date
from workflow.records.reading import Reading
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.duty import Roster, check_on_duty
from workflow.services.errors import (
    DaysReversedError,
    DayToComeError,
    NothingChangedError,
    ReasonBlankError,
)
from workflow.services.registers.books import Book
from workflow.services.roles import KEEPERS, require

OFFICER = "officer"


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who writes, in what role and when; under which key, and upon which version they saw."""

    actor: str
    role: Role
    at: datetime
    idempotency_key: str | None = None
    expected_version: int | None = None

    @property
    def today(self) -> date:
        """The legal date of the entry."""
        return legal_date(self.at)

    def is_repeated(self, register: Reading[Any, Any]) -> bool:
        """Say whether the same command came before, under its key."""
        return register.written_under(self.idempotency_key) is not None


def enter(book: Book, facts: Any, uow: UnitOfWork, by: By) -> int:  # noqa: ANN401 - of the book
    """Enter a row as it happened, and return its id; a repeated key enters nothing more.

    What names no officer is entered to whoever enters it, if they are on duty here.
    """
    require(by.role, KEEPERS, book.subject)
    register = book.register(uow)
    known = register.written_under(by.idempotency_key)
    if known is not None:
        return known
    values = asdict(facts)
    if OFFICER in values and not values[OFFICER]:
        is_here = Roster.of(uow, by.today).is_on_duty(by.actor)
        values[OFFICER] = by.actor if is_here else ""
    _check(book, values, values, uow, by.today)
    return register.add(
        book.facts(**values), actor=by.actor, at=by.at, idempotency_key=by.idempotency_key
    )


def put_right(
    book: Book, row_id: int, changes: Mapping[str, object], reason: str, uow: UnitOfWork, by: By
) -> None:
    """Put fields of a row right; the history keeps what they held, and why they changed."""
    require(by.role, KEEPERS, book.subject)
    register = book.register(uow)
    if by.is_repeated(register):
        return
    if not reason.strip():
        raise ReasonBlankError
    row = register.find(row_id)
    held = {name: getattr(row, name) for name in register.kind.names}
    changed = {name: value for name, value in changes.items() if held[name] != value}
    if not changed:
        raise NothingChangedError
    _check(book, changed, {**held, **changed}, uow, by.today)
    register.amend(
        row_id,
        changed,
        reason=reason.strip(),
        actor=by.actor,
        at=by.at,
        expected_version=by.expected_version,
        idempotency_key=by.idempotency_key,
    )


def make_void(book: Book, row_id: int, reason: str, uow: UnitOfWork, by: By) -> None:
    """Make a row void that was entered wrongly; it stays on record with the reason."""
    require(by.role, KEEPERS, book.subject)
    if not reason.strip():
        raise ReasonBlankError
    book.register(uow).annul(
        row_id,
        reason=reason.strip(),
        actor=by.actor,
        at=by.at,
        expected_version=by.expected_version,
        idempotency_key=by.idempotency_key,
    )


def _check(
    book: Book,
    said: Mapping[str, object],
    values: Mapping[str, object],
    uow: UnitOfWork,
    today: date,
) -> None:
    """Refuse days to come, days out of order, requests there are not, officers not on duty."""
    for name, on in said.items():
        if isinstance(on, date) and on > today and name not in book.to_come:
            raise DayToComeError(f"{book.subject}.{name}", on, today)
    for earlier, later in book.orders:
        first, second = values[earlier], values[later]
        if isinstance(first, date) and isinstance(second, date) and second < first:
            raise DaysReversedError(
                f"{book.subject}.{later}", second, f"{book.subject}.{earlier}", first
            )
    if said.get("request_number"):
        uow.requests.find(str(said["request_number"]))
    if said.get(OFFICER):
        check_on_duty(uow, str(said[OFFICER]), today)
