"""Hand-over: everything that one person has to do passes to another, at once and on record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from states.calendar.workdays import WorkCalendar
from states.steps import Role
from workflow.clock import legal_date
from workflow.records.duty import Handover
from workflow.records.registers import Register
from workflow.records.tables.duty import HandoverRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.duties import ABSENCE, RECORDS, REQUEST, Duty, duties_of
from workflow.services.duty import check_on_duty
from workflow.services.errors import OneselfError, StaffUnknownError
from workflow.services.roles import DISPATCHERS, require

# Why the officer of something changed, in its history.
REASON: Final = "交接"

_REGISTERS: Mapping[str, Callable[[View], Register[Any, Any]]] = {
    "reconsideration": lambda view: view.reconsiderations,
    "lawsuit": lambda view: view.lawsuits,
    "publication": lambda view: view.publications,
    "complaint": lambda view: view.complaints,
    RECORDS: lambda view: view.records_corrections,
}
# What the column is called that says whose something is.
_OFFICER: Mapping[str, str] = {RECORDS: "case_officer"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Everything of one person is to pass to another."""

    giver: str
    receiver: str
    actor: str
    role: Role
    note: str = ""
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What passed; without a record there was nothing to pass."""

    row: HandoverRow | None
    duties: tuple[Duty, ...]

    @property
    def is_repeated(self) -> bool:
        """Whether the command came before, under its key."""
        return self.row is not None and not self.duties


def hand_over(
    command: HandOver, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> HandedOver:
    """Move all that somebody has to do to somebody else on duty; no date moves with it.

    A command that comes again with its key moves nothing more.
    """
    require(command.role, DISPATCHERS, "hand_over")
    known = uow.handovers.written_under(command.idempotency_key)
    if known is not None:
        return HandedOver(uow.handovers.find(known), ())
    today = legal_date(at)
    if command.giver == command.receiver:
        raise OneselfError(command.giver)
    check_on_duty(uow, command.receiver, today)
    duties = duties_of(uow, command.giver, today, calendar, uow.practice)
    if not duties:
        if not uow.staff.where(name=command.giver):
            raise StaffUnknownError(command.giver)
        return HandedOver(None, ())
    for duty in duties:
        _pass(duty, command, uow, at, calendar)
    handover = Handover(
        handed_on=today,
        giver=command.giver,
        receiver=command.receiver,
        matters="\n".join(duty.named for duty in duties),
        note=command.note,
    )
    row_id = uow.handovers.add(
        handover, actor=command.actor, at=at, idempotency_key=command.idempotency_key
    )
    return HandedOver(uow.handovers.find(row_id), tuple(duties))


def _pass(
    duty: Duty, command: HandOver, uow: UnitOfWork, at: datetime, calendar: WorkCalendar
) -> None:
    actor, receiver = command.actor, command.receiver
    if duty.subject == REQUEST:
        uow.requests.amend(
            duty.reference,
            {"case_officer": receiver},
            reason=REASON,
            actor=actor,
            at=at,
            calendar=calendar,
        )
    elif duty.subject == ABSENCE:
        # Nobody stands in for themselves: then the absence has no deputy any more.
        deputy = "" if duty.title == receiver else receiver
        uow.absences.amend(
            int(duty.reference), {"deputy": deputy}, reason=REASON, actor=actor, at=at
        )
    else:
        _REGISTERS[duty.subject](uow).amend(
            int(duty.reference),
            {_OFFICER.get(duty.subject, "officer"): receiver},
            reason=REASON,
            actor=actor,
            at=at,
        )
