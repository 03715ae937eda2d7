"""Who works in an office: they come, they leave, and what they leave behind is named."""

from datetime import datetime

from workflow.records.facts import StaffMember
from workflow.records.tables.offices import StaffRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.records.worklists import Wanted
from workflow.services.errors import StaffOnDutyError, StaffUnknownError


def enlist(member: StaffMember, uow: UnitOfWork, *, actor: str, at: datetime) -> None:
    """Enter a member of staff; somebody who had left comes back, as they are given now."""
    known = _find(uow, member.name)
    if known is None:
        uow.staff.add(member, actor=actor, at=at)
    elif known.active:
        raise StaffOnDutyError(member.name)
    else:
        given = {"role": member.role, "account": member.account, "email": member.email}
        changes = {"active": True, **given}
        uow.staff.amend(known.id, changes, reason="返岗", actor=actor, at=at)


def leave(name: str, uow: UnitOfWork, *, actor: str, at: datetime) -> tuple[str, ...]:
    """Let somebody leave, and return the open requests that are still theirs."""
    known = _find(uow, name)
    if known is None or not known.active:
        raise StaffUnknownError(name)
    uow.staff.amend(known.id, {"active": False}, reason="离岗", actor=actor, at=at)
    theirs = uow.requests.open_page(Wanted(case_officer=name), limit=None)
    return tuple(row.number for row in theirs)


def _find(view: View, name: str) -> StaffRow | None:
    return next(iter(view.staff.where(name=name)), None)
