"""Who works in an office: they come, are away, come back and leave; what they leave is named."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from states.steps import Role
from workflow.clock import legal_date
from workflow.records.duty import Absence
from workflow.records.facts import StaffMember
from workflow.records.tables.duty import AbsenceRow
from workflow.records.tables.offices import StaffRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.records.worklists import Wanted
from workflow.services.duty import holds
from workflow.services.errors import (
    AbsenceOverlapsError,
    DaysReversedError,
    NotAbsentError,
    NothingChangedError,
    OneselfError,
    OwnRoleError,
    StaffOnDutyError,
    StaffUnknownError,
)
from workflow.services.roles import STEWARDS, require

_ONE_DAY = timedelta(days=1)
_CHANGED = "调整"


@dataclass(frozen=True, slots=True, kw_only=True)
class BeAbsent:
    """Somebody is to be entered as absent, from today on unless a day is named."""

    name: str
    actor: str
    role: Role
    from_on: date | None = None
    until_on: date | None = None
    deputy: str = ""
    why: str = ""
    idempotency_key: str | None = None


def enlist(member: StaffMember, uow: UnitOfWork, *, actor: str, at: datetime) -> None:
    """Enter a member of staff; somebody who had left comes back, as they are given now."""
    known = _find(uow, member.name)
    if known is None:
        uow.staff.add(member, actor=actor, at=at)
    elif known.active:
        raise StaffOnDutyError(member.name)
    else:
        given = {"role": member.role, "account": member.account, "email": member.email}
        changes = {"active": True, "left_on": None, **given}
        uow.staff.amend(known.id, changes, reason="返岗", actor=actor, at=at)


def change_member(
    name: str,
    changes: Mapping[str, object],
    uow: UnitOfWork,
    *,
    actor: str,
    role: Role,
    at: datetime,
) -> None:
    """Give somebody on the staff another role or address; nobody gives themselves a role."""
    require(role, STEWARDS, "staff")
    known = _on_staff(uow, name)
    changed = {key: value for key, value in changes.items() if getattr(known, key) != value}
    if not changed:
        raise NothingChangedError
    if "role" in changed and name == actor:
        raise OwnRoleError(name)
    uow.staff.amend(known.id, changed, reason=_CHANGED, actor=actor, at=at)


def leave(name: str, uow: UnitOfWork, *, actor: str, at: datetime) -> tuple[str, ...]:
    """Let somebody leave, and return the open requests that are still theirs."""
    known = _on_staff(uow, name)
    changes = {"active": False, "left_on": legal_date(at)}
    uow.staff.amend(known.id, changes, reason="离岗", actor=actor, at=at)
    theirs = uow.requests.open_page(Wanted(case_officer=name), limit=None)
    return tuple(row.number for row in theirs)


def be_absent(command: BeAbsent, uow: UnitOfWork, *, at: datetime) -> AbsenceRow:
    """Enter an absence with its deputy, and return it; both must be on the staff."""
    require(command.role, STEWARDS, "absence")
    known = uow.absences.written_under(command.idempotency_key)
    if known is not None:
        return uow.absences.find(known)
    from_on = command.from_on or legal_date(at)
    _on_staff(uow, command.name)
    if command.until_on is not None and command.until_on < from_on:
        raise DaysReversedError("absence.until_on", command.until_on, "absence.from_on", from_on)
    if command.deputy:
        if command.deputy == command.name:
            raise OneselfError(command.name)
        _on_staff(uow, command.deputy)
    for other in uow.absences.where(name=command.name):
        if _overlap(other, from_on, command.until_on):
            raise AbsenceOverlapsError(command.name, other.from_on)
    absence = Absence(
        name=command.name,
        from_on=from_on,
        until_on=command.until_on,
        deputy=command.deputy,
        why=command.why,
    )
    row_id = uow.absences.add(
        absence, actor=command.actor, at=at, idempotency_key=command.idempotency_key
    )
    return uow.absences.find(row_id)


def come_back(
    name: str, uow: UnitOfWork, *, on: date | None = None, actor: str, role: Role, at: datetime
) -> AbsenceRow:
    """End somebody's absence the day before they are back; one that never began is void."""
    require(role, STEWARDS, "absence")
    back_on = on or legal_date(at)
    ending = [row for row in uow.absences.where(name=name) if holds(row, back_on)]
    if not ending:
        raise NotAbsentError(name)
    absence = ending[0]
    if absence.from_on == back_on:
        uow.absences.annul(absence.id, reason="返岗", actor=actor, at=at)
    else:
        until_on = back_on - _ONE_DAY
        uow.absences.amend(absence.id, {"until_on": until_on}, reason="返岗", actor=actor, at=at)
    return uow.absences.find(absence.id)


def _overlap(absence: AbsenceRow, from_on: date, until_on: date | None) -> bool:
    begins_after = until_on is not None and absence.from_on > until_on
    ended_before = absence.until_on is not None and absence.until_on < from_on
    return not (begins_after or ended_before)


def _find(view: View, name: str) -> StaffRow | None:
    return next(iter(view.staff.where(name=name)), None)


def _on_staff(view: View, name: str) -> StaffRow:
    known = _find(view, name)
    if known is None or not known.active:
        raise StaffUnknownError(name)
    return known
