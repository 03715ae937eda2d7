"""All that is kept on one applicant: asked for with a reason, handed over as a file."""

import json
from typing import Final

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from states.steps import Role
from workflow.failures import sentences_of
from workflow.i18n import Text
from workflow.services.person_document import person_document
from workflow.services.persons import PersonFile, TakeOut, take_out
from workflow.services.printing import written
from workflow.services.privacy_errors import NobodyFoundError
from workflow.web.desk import Desk, DeskDep, only
from workflow.web.downloads import attached
from workflow.web.fields import Choice, Field, Filled, FormDep, Kind, blank_form, read_form
from workflow.web.pages import page

router = APIRouter(
    include_in_schema=False, dependencies=[only(Role.HEAD_OF_OFFICE, Role.ADMINISTRATOR)]
)

_NAME: Final = "申请人信息"
_WORD, _HTML, _JSON = "docx", "html", "json"
_FIELDS = (
    Field(
        "document",
        Text("证件号码", "Number of the document"),
        required=True,
        longest=60,
        help=Text("按完整号码查找，不认一部分。", "The whole number: a part of it finds nothing."),
    ),
    Field("reason", Text("导出的理由", "Why it is taken out"), required=True, longest=200),
    Field(
        "kind",
        Text("文件", "File"),
        Kind.CHOICE,
        required=True,
        choices=(
            Choice(_WORD, "Word（.docx）"),
            Choice(_HTML, "HTML"),
            Choice(_JSON, "JSON"),
        ),
        value=_WORD,
    ),
)


@router.get("/person")
def person_form(desk: DeskDep) -> HTMLResponse:
    """Ask whose data is wanted, and why."""
    return _page(desk, blank_form(_FIELDS))


@router.post("/person")
def post_person(desk: DeskDep, sent: FormDep) -> Response:
    """Enter that it is taken out, and answer with the file: no address ever holds the number."""
    form = read_form(_FIELDS, sent, desk.lang)
    if not form.is_good:
        return _page(desk, form, status=422)
    command = TakeOut(
        document=form["document"], reason=form["reason"], actor=desk.actor, role=desk.role
    )
    try:
        with desk.office.work() as uow:
            told = take_out(
                command, uow, office=desk.office.name, at=desk.now, calendar=desk.office.calendar
            )
    except NobodyFoundError as error:
        words = (sentences_of(error, desk.lang) or ("",))[0]
        return _page(desk, form.with_fault("document", words), status=404)
    return attached(_content(desk, told, form["kind"]), f"{_NAME}.{form['kind']}")


def _content(desk: Desk, told: PersonFile, kind: str) -> bytes:
    if kind == _JSON:
        return json.dumps(told.as_plain(), ensure_ascii=False, indent=2).encode()
    return written(person_document(told, desk.lang), f".{kind}")


def _page(desk: Desk, form: Filled, *, status: int = 200) -> HTMLResponse:
    return page(desk, "office/person.html.jinja", {"form": form}, here="/office", status=status)
