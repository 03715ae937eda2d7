"""Tokens of the API: made for a member of staff and shown once, listed, revoked."""

from dataclasses import replace
from datetime import timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from workflow.i18n import Text
from workflow.services.tokens import (
    LONGEST_NAME,
    MAKERS,
    USUAL_DAYS,
    Made,
    make_token,
    revoke_token,
)
from workflow.web.desk import Desk, DeskDep, RowId, only
from workflow.web.fields import Choice, Field, Filled, FormDep, Kind, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.refusing import Refused, refusals
from workflow.web.routes.offices import HERE

router = APIRouter(include_in_schema=False, dependencies=[only(*sorted(MAKERS))])

ADDRESS: Final = "/office/tokens"
_USUAL: Final = timedelta(days=USUAL_DAYS)
# A token that is on a page stays in no cache.
_KEPT_NOWHERE: Final = {"Cache-Control": "no-store"}
_NAME = Field(
    "name",
    Text("给哪个程序用", "For which program"),
    required=True,
    longest=LONGEST_NAME,
    help=Text("如 县政务服务平台。", "Such as: the county's portal."),
)
_PERSON = Field(
    "staff",
    Text("以谁的身份办理", "Acts as"),
    Kind.CHOICE,
    required=True,
    blank=Text("请选择", "Choose"),
    help=Text(
        "程序能办的，就是此人岗位能办的；每一步都记在此人名下。",
        "The program may do what their role may; each step is recorded in their name.",
    ),
)


_UNTIL = Field(
    "expires_on",
    Text("有效期至", "Holds until"),
    Kind.DAY,
    help=Text(
        "当日仍有效；不写则一直有效，直到作废。", "That day included; blank: until it is revoked."
    ),
)


@router.get(ADDRESS)
def tokens_page(desk: DeskDep, done: Annotated[str, Query(max_length=10)] = "") -> HTMLResponse:
    """Show the tokens, and the form of a new one."""
    return _tokens_page(desk, None, Refused(desk.lang), done=done)


@router.post(ADDRESS)
def post_token(desk: DeskDep, sent: FormDep) -> Response:
    """Make a token; its text is shown this once."""
    form = read_form(_fields(desk), sent, desk.lang)
    if not form.is_good:
        return _tokens_page(desk, form, Refused(desk.lang, 422))
    made: list[Made] = []
    with refusals(desk.lang) as refused, desk.office.work() as uow:
        made.append(
            make_token(
                uow,
                form["staff"],
                form["name"],
                actor=desk.actor,
                by=desk.role,
                at=desk.now,
                expires_on=form["expires_on"],
            )
        )
    if not refused.is_nothing:
        return _tokens_page(desk, refused.beside(form), refused)
    return page(
        desk, "office/token.html.jinja", {"made": made[0]}, here=HERE, headers=_KEPT_NOWHERE
    )


@router.post(f"{ADDRESS}/{{token_id}}/revoke")
def post_revocation(desk: DeskDep, token_id: RowId) -> Response:
    """Revoke a token, at once and for good."""
    with desk.office.work() as uow:
        revoke_token(token_id, uow, actor=desk.actor, by=desk.role, at=desk.now)
    return go_to(ADDRESS, done="revoked")


def _fields(desk: Desk) -> tuple[Field, ...]:
    with desk.office.read() as view:
        names = [row.name for row in view.staff.where(active=True)]
    return (_NAME, replace(_PERSON, choices=tuple(Choice(name, name) for name in names)), _UNTIL)


def _tokens_page(
    desk: Desk, form: Filled | None, refused: Refused, *, done: str = ""
) -> HTMLResponse:
    with desk.office.read() as view:
        tokens = view.tokens.all()
    shown = {
        "tokens": tokens,
        "form": form or blank_form(_fields(desk), expires_on=desk.today + _USUAL),
        "today": desk.today,
        "refused": refused,
        "done": done,
    }
    return page(desk, "office/tokens.html.jinja", shown, here=HERE, status=refused.status)
