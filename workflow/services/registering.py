"""Putting a registration right where it was not written down as the applicant had it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from states.calendar.workdays import WorkCalendar
from states.chart.move import CASEWORK
from states.errors import MoveRefusedError, Refusal
from states.steps import Role
from workflow.records.facts import UNCHANGED, Beside
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.amending import Misfit, ReasonMissingError, misfits
from workflow.services.errors import NothingToAmendError

Kept = TypeVar("Kept")

AMENDABLE = ("channel", "applicant", "applicant_kind", "contact", "content", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendRegistration:
    """What is to be put right about a registration, and why; the number is never changed.

    `changes` are columns of AMENDABLE; `beside` is how it was made and by whom, each as a whole.
    """

    number: str
    reason: str
    actor: str
    role: Role
    changes: Mapping[str, str] = field(default_factory=dict)
    beside: Beside = UNCHANGED
    expected_version: int | None = None
    idempotency_key: str | None = None

    def __post_init__(self) -> None:
        """Refuse to amend without a reason, or what registration does not set."""
        if not self.reason.strip():
            raise ReasonMissingError(self.number)
        unknown = self.changes.keys() - set(AMENDABLE)
        if unknown:
            raise KeyError(*sorted(unknown))


def amend_registration(
    command: AmendRegistration, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> tuple[Misfit, ...]:
    """Put a registration right, and return what fitted before and no longer does.

    A command that comes again with its key does nothing.
    """
    requests, number = uow.requests, command.number
    if requests.repeated(number, command.idempotency_key) is not None:
        return ()
    if command.role not in CASEWORK:
        raise MoveRefusedError("amend", (Refusal("role_may_not", None),))
    requests.expect(number, command.expected_version)
    before = requests.dossier(number)
    row = requests.find(number)
    changes = {
        name: value for name, value in command.changes.items() if getattr(row, name) != value
    }
    beside = Beside(
        _other_than(requests.beside.intake(row.id), command.beside.intake),
        _other_than(requests.beside.personal(row.id).details, command.beside.details),
    )
    if not changes and beside == UNCHANGED:
        raise NothingToAmendError(number)
    requests.amend(
        number,
        changes,
        reason=command.reason,
        actor=command.actor,
        at=at,
        calendar=calendar,
        beside=beside,
        idempotency_key=command.idempotency_key,
    )
    known = {misfit.seq for misfit in misfits(before, calendar)}
    after = requests.dossier(number)
    return tuple(found for found in misfits(after, calendar) if found.seq not in known)


def _other_than(kept: Kept, wanted: Kept | None) -> Kept | None:
    """Return what is wanted, or None where that is what is kept already."""
    return None if wanted == kept else wanted
