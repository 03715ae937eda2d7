"""The office: what it says of itself, and what it has set."""

from typing import Annotated, Final

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response
from pydantic import ValidationError

from states.steps import Role
from workflow.services.offices import SetOffice, example_of, office_of, set_office, settings_of
from workflow.web.desk import Desk, DeskDep, only
from workflow.web.fields import Filled, FormDep, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.refusing import Refused, refusals
from workflow.web.views.office_facts import (
    facts_of,
    field_at_fault,
    meant_of,
    office_fields,
    office_values,
)

router = APIRouter(include_in_schema=False)

HERE: Final = "/office"
STEWARDS: Final = (Role.ADMINISTRATOR, Role.HEAD_OF_OFFICE)
WATCHERS: Final = (*STEWARDS, Role.SUPERVISOR)


@router.get("/office")
def office_page(desk: DeskDep, done: Annotated[str, Query(max_length=10)] = "") -> HTMLResponse:
    """Show the profile and every setting."""
    with desk.office.read() as view:
        row, settings = office_of(view), settings_of(view)
    shown = {
        "facts": facts_of(row, settings, desk.lang),
        "example": example_of(row, desk.today.year),
        "may_change": desk.role in STEWARDS,
        "may_watch": desk.role in WATCHERS,
        "done": done,
    }
    return page(desk, "office/office.html.jinja", shown, here=HERE)


@router.get("/office/edit", dependencies=[only(*STEWARDS)])
def edit_page(desk: DeskDep) -> HTMLResponse:
    """Show the form of the office."""
    with desk.office.read() as view:
        row, settings = office_of(view), settings_of(view)
    form = blank_form(office_fields(desk.lang), **office_values(row, settings))
    return _edit_page(desk, form, Refused(desk.lang))


@router.post("/office/edit", dependencies=[only(*STEWARDS)])
def post_office(desk: DeskDep, sent: FormDep) -> Response:
    """Change the profile and the settings, for a reason."""
    form = read_form(office_fields(desk.lang), sent, desk.lang)
    if not form.is_good:
        return _edit_page(desk, form, Refused(desk.lang, 422))
    with desk.office.read() as view:
        profile, changed, form = meant_of(form, office_of(view), settings_of(view), desk.lang)
    if not form.is_good:
        return _edit_page(desk, form, Refused(desk.lang, 422))
    command = SetOffice(
        profile=profile,
        settings=changed,
        reason=form["reason"],
        actor=desk.actor,
        role=desk.role,
    )
    try:
        with refusals(desk.lang) as refused, desk.office.work() as uow:
            set_office(command, uow, at=desk.now)
    except ValidationError as error:
        field, words = field_at_fault(error)
        form = form.with_fault(field, words.say(desk.lang))
        return _edit_page(desk, form, Refused(desk.lang, 422))
    if not refused.is_nothing:
        return _edit_page(desk, refused.beside(form), refused)
    return go_to(HERE, done="saved")


def _edit_page(desk: Desk, form: Filled, refused: Refused) -> HTMLResponse:
    shown = {"form": form, "refused": refused}
    return page(desk, "office/edit.html.jinja", shown, here=HERE, status=refused.status)
