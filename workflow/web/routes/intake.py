"""Intake: a request logged on one screen, its days foreseen, and what came before shown."""

import secrets
from collections.abc import Mapping
from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import ValidationError
from starlette.datastructures import FormData
from starlette.responses import Response

from states.errors import StatuteError
from states.steps import Role
from workflow.failures import sentences_of
from workflow.i18n import Text
from workflow.records.errors import NumberTakenError, RecordsError
from workflow.records.people import on_duty
from workflow.services.errors import ServiceError, StaffAbsentError, StaffUnknownError
from workflow.services.intake import LogRequest, lacks_of
from workflow.services.intake_form import RequestForm
from workflow.services.likeness import UNDECIDED, Decision, like_what_comes, log_and_decide
from workflow.services.similar import Found
from workflow.web.desk import Desk, DeskDep, RowId, only
from workflow.web.failing import status_of
from workflow.web.fields import Field, Filled, FormDep, Submitted, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.templating import answer
from workflow.web.views.intake import (
    DAYS,
    DECISIONS,
    Foreseen,
    Likeness,
    clocks_of,
    decided,
    foreseen,
    likeness_shown,
    seen_of,
)
from workflow.web.views.intake_form import fields_of, sections_of
from workflow.wording.entered import input_sentence
from workflow.wording.likeness import AT_INTAKE

router = APIRouter(include_in_schema=False, dependencies=[only(Role.CLERK, Role.HEAD_OF_OFFICE)])

ADDRESS = "/requests/new"
_CHOOSE = Text("请选定怎样办理。", "Choose what is to be done.")
_WHICH = Text("请选定是与哪一件。", "Choose which of them.")
# Where a refusal of the records or the staff list belongs beside a field.
_BESIDE: Mapping[type[Exception], str] = {
    NumberTakenError: "number",
    StaffUnknownError: "case_officer",
    StaffAbsentError: "case_officer",
}


@router.get(ADDRESS)
def intake_page(desk: DeskDep) -> HTMLResponse:
    """Show an empty form, with the days of a request that is handed in today."""
    officers = _officers(desk)
    form = blank_form(
        fields_of(desk.lang, officers),
        key=secrets.token_urlsafe(12),
        case_officer=desk.actor if desk.actor in officers else "",
    )
    return _page(desk, form, _foreseen(desk, form.typed))


@router.get(f"{ADDRESS}/due")
def due_fragment(desk: DeskDep, request: Request) -> HTMLResponse:
    """Show the days as they would run, for the page to put in its place."""
    sent = Submitted(FormData(request.query_params))
    form = read_form(_days_of(desk), sent, desk.lang)
    shown = _foreseen(desk, form.meant)
    if form.faults:
        shown = Foreseen(faults=tuple(form.faults.values()))
    return answer("intake/due.html.jinja", desk.lang, {"due": shown})


@router.get("/requests/{row_id}/logged")
def logged_page(desk: DeskDep, row_id: RowId) -> HTMLResponse:
    """Say what was registered, when it is to be answered, what it lacks, and what comes next."""
    with desk.office.read() as view:
        number = view.requests.number_of(row_id)
        case = view.requests.case(number)
        lacks = lacks_of(view, number, today=desk.today)
    shown = {
        "row_id": row_id,
        "number": number,
        "clocks": clocks_of(case, desk.office.calendar, desk.today, desk.lang),
        "is_received": case.receipt is not None,
        "lacks": lacks,
    }
    return page(desk, "intake/logged.html.jinja", shown, here=ADDRESS)


@router.post(ADDRESS)
def post_intake(desk: DeskDep, sent: FormDep) -> Response:
    """Register a request; what looks alike is shown first, and decided with it."""
    form = read_form(fields_of(desk.lang, _officers(desk)), sent, desk.lang)
    form, filled_in = _parsed(desk, form)
    if sent.text("do") == "due":
        return _page(desk, replace(form, faults={}), _foreseen(desk, form.meant))
    if filled_in is None:
        due = Foreseen() if form.faults.keys() & {*DAYS} else _foreseen(desk, form.meant)
        return _page(desk, form, due, status=422)
    command = filled_in.command(actor=desk.actor, role=desk.role, key=sent.text("key"))
    with desk.office.read() as view:
        found = like_what_comes(command, view)
    decision, likeness = _decision(desk, found, sent)
    if decision is None:
        status = 422 if likeness is not None and likeness.fault else 200
        return _page(desk, form, _foreseen(desk, form.meant), likeness, status=status)
    return _registered(desk, form, command, decision, likeness)


def _registered(
    desk: Desk, form: Filled, command: LogRequest, decision: Decision, likeness: Likeness | None
) -> Response:
    """Register it, or show the form as it was with what stood against it."""
    try:
        with desk.office.work() as uow:
            number = log_and_decide(
                command, decision, uow, at=desk.now, calendar=desk.office.calendar
            )
            row_id = uow.requests.find(number).id
    except (StatuteError, RecordsError, ServiceError) as error:
        sentences = sentences_of(error, desk.lang) or ()
        beside = _BESIDE.get(type(error))
        if beside is not None:
            form, sentences = form.with_fault(beside, sentences[0]), ()
        status = 422 if beside is not None else status_of(error)
        due = _foreseen(desk, form.meant)
        return _page(desk, form, due, likeness, sentences=sentences, status=status)
    return go_to(f"/requests/{row_id}/logged")


def _decision(desk: Desk, found: Found, sent: Submitted) -> tuple[Decision | None, Likeness | None]:
    """Return what was decided about what looks alike, or what is to be asked."""
    if not found.alike:
        return UNDECIDED, None
    with desk.office.read() as view:
        ids = {one.number: view.requests.find(one.number).id for one in found.alike}
    shown = likeness_shown(found, ids, desk.lang)
    chosen, other = sent.text("decision"), sent.text("other")
    shown = replace(shown, chosen=chosen, other=other or shown.other, reason=sent.text("reason"))
    if not sent.has("seen"):
        return None, shown
    if set(seen_of(found).split("\n")) - set(sent.text("seen").split("\n")):
        return None, shown
    if chosen not in DECISIONS:
        return None, replace(shown, fault=_CHOOSE.say(desk.lang))
    if chosen != "new" and shown.other not in ids:
        return None, replace(shown, fault=_WHICH.say(desk.lang))
    reason = shown.reason or AT_INTAKE.say(desk.lang)
    return decided(chosen, shown.other, reason), shown


def _parsed(desk: Desk, form: Filled) -> tuple[Filled, RequestForm | None]:
    """Return the request that was filled in, or the form with every fault beside its field."""
    said = {name: value for name, value in form.meant.items() if value not in ("", None)}
    said.pop("key", None)
    said["described"] = not said.pop("undescribed", False)
    try:
        filled_in = RequestForm.filled_in(said, today=desk.today, practice=desk.office.practice)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            name = str(fault["loc"][0])
            if name not in form.faults:
                words = input_sentence(
                    fault["type"], name, fault["input"], fault["msg"], desk.lang, fault.get("ctx")
                )
                form = form.with_fault(name, words)
        return form, None
    return form, filled_in if form.is_good else None


def _foreseen(desk: Desk, said: Mapping[str, object]) -> Foreseen:
    told = {name: said[name] for name in ("channel", *DAYS) if said.get(name)}
    return foreseen(
        told,
        today=desk.today,
        practice=desk.office.practice,
        calendar=desk.office.calendar,
        lang=desk.lang,
    )


def _officers(desk: Desk) -> tuple[str, ...]:
    with desk.office.read() as view:
        return tuple(person.name for person in on_duty(view.store))


def _days_of(desk: Desk) -> tuple[Field, ...]:
    named = {"channel", *DAYS}
    return tuple(one for one in fields_of(desk.lang, ()) if one.name in named)


def _page(
    desk: Desk,
    form: Filled,
    due: Foreseen,
    likeness: Likeness | None = None,
    *,
    sentences: tuple[str, ...] = (),
    status: int = 200,
) -> HTMLResponse:
    shown = {
        "form": form,
        "sections": sections_of(form),
        "key": form.typed["key"],
        "due": due,
        "likeness": likeness,
        "sentences": sentences,
    }
    return page(desk, "intake/new.html.jinja", shown, here=ADDRESS, status=status)
