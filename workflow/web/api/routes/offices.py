"""The office of the token, its staff, and as whom the token acts."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.exceptions import HTTPException

from states.steps import Role
from states.terms import label
from workflow.services.duty import Roster
from workflow.services.offices import office_of
from workflow.web.api.answers import ONE
from workflow.web.api.calling import CallerDep
from workflow.web.api.models.offices import Me, Offices, OfficeShown, Staff, StaffShown
from workflow.web.desk import Desk

router = APIRouter(tags=["offices"])
OfficeId = Annotated[int, Path(ge=1, le=2**31 - 1, description="机关编号。 Office.", examples=[1])]


@router.get("/me", summary="以谁的身份 As whom the token acts")
def me(desk: CallerDep) -> Me:
    """Say as whom the token acts, in which office, and what day it is there."""
    return Me(
        name=desk.actor,
        role=desk.role,
        role_name=label("roles", desk.role, desk.lang),
        office_id=desk.office.id,
        office=desk.office.name,
        today=desk.today,
    )


@router.get("/offices", summary="机关 Offices")
def offices(desk: CallerDep) -> Offices:
    """List the offices that the token can see: its own alone."""
    return Offices(items=[_shown(desk)])


@router.get("/offices/{office_id}", responses=ONE, summary="一个机关 One office")
def office(desk: CallerDep, office_id: OfficeId) -> OfficeShown:
    """Show the office; another one is not there."""
    _check(desk, office_id)
    return _shown(desk)


@router.get("/offices/{office_id}/staff", responses=ONE, summary="人员 Staff")
def staff(desk: CallerDep, office_id: OfficeId) -> Staff:
    """List the staff of the office, and who of them is on duty today."""
    _check(desk, office_id)
    with desk.office.read() as view:
        rows = view.staff.where(active=True)
        roster = Roster.of(view, desk.today)
    return Staff(
        items=[
            StaffShown(
                name=row.name,
                role=Role(row.role),
                role_name=label("roles", row.role, desk.lang),
                on_duty=roster.is_on_duty(row.name),
            )
            for row in rows
        ]
    )


def _check(desk: Desk, office_id: int) -> None:
    if office_id != desk.office.id:
        raise HTTPException(404)


def _shown(desk: Desk) -> OfficeShown:
    with desk.office.read() as view:
        return OfficeShown.model_validate(office_of(view))
