"""The slip that tells an applicant what was registered: its facts, and the letter they make."""

from dataclasses import dataclass
from datetime import datetime

from states.calendar.workdays import WorkCalendar
from states.steps import Role
from workflow.letters.kinds import LetterKind
from workflow.letters.render import Letter
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.letters.writing import WriteLetter, issue, preview, reprint


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveSlip:
    """A slip to be handed to the applicant and kept on file."""

    number: str
    actor: str
    role: Role
    accepts_provisional: bool = False
    idempotency_key: str | None = None


def slip(command: GiveSlip, view: View, *, at: datetime, calendar: WorkCalendar) -> Letter:
    """Return the slip of a request: number and look-up code, days, whom to ask; nothing is kept.

    Raises ReceiptUnknownError while the day of receipt is not established: the slip names it.
    """
    return preview(_letter(command), view, at=at, calendar=calendar)


def give_slip(
    command: GiveSlip, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Letter:
    """Return the slip, and keep it on file as it went out."""
    return reprint(issue(_letter(command), uow, at=at, calendar=calendar), uow)


def _letter(command: GiveSlip) -> WriteLetter:
    return WriteLetter(
        kind=LetterKind.RECEIPT_SLIP,
        actor=command.actor,
        role=command.role,
        request_number=command.number,
        accepts_provisional=command.accepts_provisional,
        idempotency_key=command.idempotency_key,
    )
