"""Withdrawal: the applicant's own act, in writing, with its day and reason."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from states.calendar.workdays import WorkCalendar
from states.case import EventKind
from workflow.records.beside import Told, Withdrawal, last_told
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.handling.act import Act, done, require


class WrittenForm(StrEnum):
    """In what written form an applicant withdraws; what was said is taken down and signed."""

    LETTER = "letter"
    EMAIL = "email"
    SIGNED_RECORD = "signed_record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Act):
    """The applicant withdraws in writing, and says why."""

    form: WrittenForm
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawalFile:
    """When a request was withdrawn, in what form, and why."""

    on: date
    withdrawal: Withdrawal


def withdraw(command: Withdraw, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> Entry:
    """Write down a withdrawal: the request ends, and no letter decides anything."""
    require(reason=command.reason)
    beside = Withdrawal(form=command.form.value, reason=command.reason.strip())
    return done(command, "withdraw", uow, at=at, calendar=calendar, beside=beside)


def withdrawal_file(facts: tuple[Told, ...]) -> WithdrawalFile | None:
    """Return how a request was withdrawn, or None where it was not."""
    found = last_told(facts, EventKind.WITHDRAWN)
    return None if found is None else WithdrawalFile(found.event.on, found.beside(Withdrawal))
