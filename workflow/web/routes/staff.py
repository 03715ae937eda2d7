"""The staff: who is here, in what role, who is away and who stands in, who leaves."""

import re
import secrets
from collections.abc import Callable, Mapping
from typing import Annotated, Final

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from workflow.i18n import Text
from workflow.records.facts import StaffMember
from workflow.records.tables.offices import StaffRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.duties import duties_of
from workflow.services.duty import absence_of
from workflow.services.leaving import leave_with_handover
from workflow.services.staffing import BeAbsent, be_absent, change_member, come_back, enlist
from workflow.web.desk import Desk, DeskDep, RowId, only
from workflow.web.fields import Filled, FormDep, Submitted, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.refusing import Refused, refusals
from workflow.web.routes.offices import HERE, STEWARDS
from workflow.web.views.people import (
    absence_fields,
    change_fields,
    leaving_fields,
    member_fields,
    members_of,
)

router = APIRouter(include_in_schema=False)

_ADDRESS: Final = re.compile(r"[^@\s<>]+@[^@\s<>]+")
_NO_ADDRESS = Text("“{email}”不是电子邮件地址。", "“{email}” is no email address.")
CHANGE, ABSENT, BACK, LEAVE = "change", "absent", "back", "leave"


@router.get("/office/staff")
def staff_page(desk: DeskDep, done: Annotated[str, Query(max_length=10)] = "") -> HTMLResponse:
    """Show everybody with how they stand today."""
    with desk.office.read() as view:
        members = members_of(view, desk)
    may_change = desk.role in STEWARDS
    shown = {"members": members, "may_change": may_change, "done": done}
    return page(desk, "office/staff.html.jinja", shown, here=HERE)


@router.get("/office/staff/new", dependencies=[only(*STEWARDS)])
def new_member_page(desk: DeskDep) -> HTMLResponse:
    """Show the form of somebody new."""
    return _new_page(desk, blank_form(member_fields(desk.lang)), Refused(desk.lang))


@router.post("/office/staff/new", dependencies=[only(*STEWARDS)])
def post_member(desk: DeskDep, sent: FormDep) -> Response:
    """Enter a member of staff; somebody who had left comes back."""
    form = _checked(read_form(member_fields(desk.lang), sent, desk.lang), desk)
    if not form.is_good:
        return _new_page(desk, form, Refused(desk.lang, 422))
    member = StaffMember(name=form["name"], role=form["role"], email=form["email"])
    with refusals(desk.lang) as refused, desk.office.work() as uow:
        enlist(member, uow, actor=desk.actor, at=desk.now)
    if not refused.is_nothing:
        return _new_page(desk, refused.beside(form), refused)
    return go_to("/office/staff", done="entered")


@router.get("/office/staff/{row_id}", dependencies=[only(*STEWARDS)])
def member_page(
    desk: DeskDep, row_id: RowId, done: Annotated[str, Query(max_length=10)] = ""
) -> HTMLResponse:
    """Show somebody, and what may be entered about them."""
    return _member_page(desk, row_id, {}, Refused(desk.lang), done=done)


@router.post("/office/staff/{row_id}/{what}", dependencies=[only(*STEWARDS)])
def post_about_member(desk: DeskDep, row_id: RowId, what: str, sent: FormDep) -> Response:
    """Enter a change of role or address, an absence, a return, or a leaving."""
    if what not in _DOING:
        raise HTTPException(404)
    with desk.office.read() as view:
        row = view.staff.find(row_id)
    form = _checked(_read(what, row, desk, sent), desk)
    if not form.is_good:
        return _member_page(desk, row_id, {what: form}, Refused(desk.lang, 422))
    with refusals(desk.lang) as refused, desk.office.work() as uow:
        _DOING[what](row.name, form, desk, sent.text("key"), uow)
    if not refused.is_nothing:
        return _member_page(desk, row_id, {what: refused.beside(form)}, refused)
    return go_to(f"/office/staff/{row_id}", done=what)


def _change(name: str, form: Filled, desk: Desk, _key: str, uow: UnitOfWork) -> None:
    changes = {"role": form["role"], "email": form["email"]}
    change_member(name, changes, uow, actor=desk.actor, role=desk.role, at=desk.now)


def _absent(name: str, form: Filled, desk: Desk, key: str, uow: UnitOfWork) -> None:
    command = BeAbsent(
        name=name,
        actor=desk.actor,
        role=desk.role,
        from_on=form["from_on"],
        until_on=form["until_on"],
        deputy=form["deputy"],
        why=form["why"],
        idempotency_key=key or None,
    )
    be_absent(command, uow, at=desk.now)


def _back(name: str, _form: Filled, desk: Desk, _key: str, uow: UnitOfWork) -> None:
    come_back(name, uow, actor=desk.actor, role=desk.role, at=desk.now)


def _leave(name: str, form: Filled, desk: Desk, _key: str, uow: UnitOfWork) -> None:
    leave_with_handover(
        name,
        form["receiver"],
        uow,
        actor=desk.actor,
        role=desk.role,
        at=desk.now,
        calendar=desk.office.calendar,
    )


_DOING: Final[Mapping[str, Callable[[str, Filled, Desk, str, UnitOfWork], None]]] = {
    CHANGE: _change,
    ABSENT: _absent,
    BACK: _back,
    LEAVE: _leave,
}


def _read(what: str, row: StaffRow, desk: Desk, sent: Submitted) -> Filled:
    forms = _forms(row, _others(desk, row.name), desk)
    return read_form(forms[what].fields, sent, desk.lang)


def _forms(row: StaffRow, others: tuple[str, ...], desk: Desk) -> dict[str, Filled]:
    return {
        CHANGE: blank_form(change_fields(desk.lang, row)),
        ABSENT: blank_form(absence_fields(others, desk.today)),
        BACK: blank_form(()),
        LEAVE: blank_form(leaving_fields(others)),
    }


def _others(desk: Desk, name: str) -> tuple[str, ...]:
    with desk.office.read() as view:
        return tuple(row.name for row in view.staff.where(active=True) if row.name != name)


def _checked(form: Filled, desk: Desk) -> Filled:
    """Return a form with its address checked, if it has one."""
    email = form.meant.get("email")
    if email and not _ADDRESS.fullmatch(email):
        return form.with_fault("email", _NO_ADDRESS.say(desk.lang, email=email))
    return form


def _new_page(desk: Desk, form: Filled, refused: Refused) -> HTMLResponse:
    shown = {"form": form, "refused": refused}
    return page(desk, "office/new_member.html.jinja", shown, here=HERE, status=refused.status)


def _member_page(
    desk: Desk, row_id: int, typed: Mapping[str, Filled], refused: Refused, *, done: str = ""
) -> HTMLResponse:
    office = desk.office
    with office.read() as view:
        row = view.staff.find(row_id)
        member = next(one for one in members_of(view, desk) if one.id == row_id)
        duties = duties_of(view, row.name, desk.today, office.calendar, office.practice)
        absence = absence_of(view, row.name, desk.today)
    shown = {
        "member": member,
        "absence": absence,
        "duties": len(duties),
        "forms": {**_forms(row, _others(desk, row.name), desk), **typed},
        "open": next(iter(typed), ""),
        "key": secrets.token_urlsafe(12),
        "refused": refused,
        "done": done,
    }
    return page(desk, "office/member.html.jinja", shown, here=HERE, status=refused.status)
