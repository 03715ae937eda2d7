"""Whose a request is: it is given only to somebody who is on duty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from states.calendar.workdays import WorkCalendar
from states.steps import Role
from workflow.clock import legal_date
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.duty import check_on_duty
from workflow.services.errors import NothingChangedError
from workflow.services.roles import DISPATCHERS, require

_REASON = "分派"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """A request is to be somebody's from now on."""

    number: str
    officer: str
    actor: str
    role: Role
    reason: str = ""
    expected_version: int | None = None
    idempotency_key: str | None = None


def assign(command: Assign, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> None:
    """Give a request to somebody on duty; a command that comes again with its key does nothing."""
    require(command.role, DISPATCHERS, "assign")
    if uow.requests.repeated(command.number, command.idempotency_key) is not None:
        return
    row = uow.requests.find(command.number)
    uow.requests.expect(command.number, command.expected_version)
    check_on_duty(uow, command.officer, legal_date(at))
    if row.case_officer == command.officer:
        raise NothingChangedError
    uow.requests.amend(
        command.number,
        {"case_officer": command.officer},
        reason=command.reason.strip() or _REASON,
        actor=command.actor,
        at=at,
        calendar=calendar,
        idempotency_key=command.idempotency_key,
    )


def assign_all(
    commands: Sequence[Assign], uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> int:
    """Give many requests to somebody in one unit: all of them, or none; return how many changed."""
    changed = 0
    for command in commands:
        try:
            assign(command, uow, at=at, calendar=calendar)
        except NothingChangedError:
            continue
        changed += 1
    return changed
