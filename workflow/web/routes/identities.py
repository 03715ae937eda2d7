"""An identity number in full: asked for with a reason, shown once, entered in the history."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from states.steps import Role
from states.terms import label
from workflow.i18n import Text
from workflow.services.revealing import Revealed, RevealIdentity, reveal
from workflow.web.desk import Desk, DeskDep, RowId, only
from workflow.web.fields import Field, Filled, FormDep, blank_form, read_form
from workflow.web.pages import page

router = APIRouter(include_in_schema=False, dependencies=[only(Role.CLERK, Role.HEAD_OF_OFFICE)])

_FIELDS = (
    Field(
        "reason",
        Text("查看的理由", "Why it is read"),
        required=True,
        longest=200,
        help=Text(
            "例如：核对来访人身份。会和您的姓名、时间一起记入办理经过。",
            "Such as: to check who stands at the counter. It is entered with your name.",
        ),
    ),
)


@router.get("/requests/{row_id}/identity")
def identity_form(desk: DeskDep, row_id: RowId) -> HTMLResponse:
    """Ask why the number is to be read."""
    return _page(desk, row_id, _number(desk, row_id), blank_form(_FIELDS))


@router.post("/requests/{row_id}/identity")
def post_identity(desk: DeskDep, row_id: RowId, sent: FormDep) -> HTMLResponse:
    """Enter who reads it and why, and show it in the answer: no address ever holds it."""
    number = _number(desk, row_id)
    form = read_form(_FIELDS, sent, desk.lang)
    if not form.is_good:
        return _page(desk, row_id, number, form, status=422)
    command = RevealIdentity(number=number, reason=form["reason"], actor=desk.actor, role=desk.role)
    with desk.office.work() as uow:
        shown = reveal(command, uow, at=desk.now, calendar=desk.office.calendar)
    return _page(desk, row_id, number, form, revealed=shown)


def _page(
    desk: Desk,
    row_id: int,
    number: str,
    form: Filled,
    *,
    revealed: Revealed | None = None,
    status: int = 200,
) -> HTMLResponse:
    shown = {
        "row_id": row_id,
        "number": number,
        "form": form,
        "revealed": revealed,
        "kind": label("identity_kinds", revealed.kind, desk.lang) if revealed else "",
    }
    return page(desk, "case/identity.html.jinja", shown, here="/requests", status=status)


def _number(desk: Desk, row_id: int) -> str:
    with desk.office.read() as view:
        return view.requests.number_of(row_id)
