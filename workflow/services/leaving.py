"""Somebody leaves the office, their work handed over in the same step."""

from datetime import datetime

from states.calendar.workdays import WorkCalendar
from states.steps import Role
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.handing_over import HandOver, hand_over
from workflow.services.roles import STEWARDS, require
from workflow.services.staffing import leave


def leave_with_handover(
    name: str,
    receiver: str,
    uow: UnitOfWork,
    *,
    actor: str,
    role: Role,
    at: datetime,
    calendar: WorkCalendar,
) -> int:
    """Let somebody leave; what is theirs passes to the receiver, if one is named."""
    require(role, STEWARDS, "staff")
    passed = 0
    if receiver:
        command = HandOver(giver=name, receiver=receiver, actor=actor, role=role)
        passed = len(hand_over(command, uow, at=at, calendar=calendar).duties)
    leave(name, uow, actor=actor, at=at)
    return passed
