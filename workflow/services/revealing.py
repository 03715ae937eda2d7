"""Reading an identity number in full: by who handles the request, for a reason, on record.

Everywhere else only the ends can be read. Each look is entered: who, when, and why.
"""

from dataclasses import dataclass
from datetime import datetime

from states.calendar.workdays import WorkCalendar
from states.chart.move import CASEWORK
from states.steps import Role
from workflow.records.chain import RecordKind
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.errors import ReasonBlankError
from workflow.services.privacy_errors import NoIdentityError
from workflow.services.roles import require


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealIdentity:
    """Whose number is to be read, by whom, and why."""

    number: str
    reason: str
    actor: str
    role: Role


@dataclass(frozen=True, slots=True)
class Revealed:
    """A document in full, as it was shown once; it is in no representation of this."""

    kind: str
    number: str

    def __repr__(self) -> str:
        """Leave the number out."""
        return f"Revealed({self.kind!r})"


def reveal(
    command: RevealIdentity, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Revealed:
    """Enter that somebody reads a number, and return it; NoIdentityError where there is none."""
    require(command.role, CASEWORK, "reveal")
    reason = command.reason.strip()
    if not reason:
        raise ReasonBlankError
    row = uow.requests.find(command.number)
    details = uow.requests.beside.personal(row.id).details
    if not details.identity_number:
        raise NoIdentityError(command.number)
    uow.requests.note(
        command.number,
        RecordKind.IDENTITY_SHOWN,
        {"reason": reason},
        actor=command.actor,
        at=at,
        calendar=calendar,
    )
    return Revealed(details.identity_kind, details.identity_number)
