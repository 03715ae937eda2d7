"""Accounts: opened with a password that is shown once, set anew, closed."""

from dataclasses import replace
from typing import Annotated, Final

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from workflow.i18n import Text
from workflow.records.errors import RowNotFoundError
from workflow.services.accounts import close_account, open_account, reset_password
from workflow.web.desk import Desk, DeskDep, NotForRoleError, only
from workflow.web.fields import Choice, Field, Filled, FormDep, Kind, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.refusing import Refused, refusals
from workflow.web.routes.offices import HERE, STEWARDS

router = APIRouter(include_in_schema=False)

# A password that is on a page stays in no cache.
_KEPT_NOWHERE: Final = {"Cache-Control": "no-store"}
_LOGIN = Field(
    "login",
    Text("登录名", "Login"),
    required=True,
    longest=100,
    help=Text("各机关之间不能重复，如 zhang.san。", "Of nobody else, in any office."),
)


@router.get("/office/accounts", dependencies=[only(*STEWARDS)])
def accounts_page(desk: DeskDep, done: Annotated[str, Query(max_length=10)] = "") -> HTMLResponse:
    """Show the accounts, and the form of a new one."""
    return _accounts_page(desk, None, Refused(desk.lang), done=done)


@router.post("/office/accounts", dependencies=[only(*STEWARDS)])
def post_account(desk: DeskDep, sent: FormDep) -> Response:
    """Open an account; its password is shown this once."""
    form = read_form(_fields(desk), sent, desk.lang)
    if not form.is_good:
        return _accounts_page(desk, form, Refused(desk.lang, 422))
    password = ""
    with refusals(desk.lang) as refused, desk.office.work() as uow:
        opened = open_account(
            uow, form["name"], form["login"], actor=desk.actor, by=desk.role, at=desk.now
        )
        password = opened.password
    if not refused.is_nothing:
        return _accounts_page(desk, refused.beside(form), refused)
    return _shown_once(desk, form["name"], form["login"], password)


@router.post("/office/accounts/{account_id}/reset", dependencies=[only(*STEWARDS)])
def post_reset(desk: DeskDep, account_id: int) -> Response:
    """Give an account a new password, shown this once; it is signed out everywhere."""
    name, login = _account(desk, account_id)
    with desk.office.work() as uow:
        password = reset_password(login, uow, by=desk.role, at=desk.now)
    return _shown_once(desk, name, login, password)


@router.post("/office/accounts/{account_id}/close", dependencies=[only(*STEWARDS)])
def post_close(desk: DeskDep, account_id: int) -> Response:
    """Close an account; nobody closes their own."""
    if account_id == desk.signed_in.account_id:
        raise NotForRoleError
    _, login = _account(desk, account_id)
    with desk.office.work() as uow:
        close_account(login, uow, by=desk.role, at=desk.now)
    return go_to("/office/accounts", done="closed")


def _account(desk: Desk, account_id: int) -> tuple[str, str]:
    """Return whose an account of this office is, and its login, or answer 404."""
    with desk.office.read() as view:
        for account in view.accounts.all():
            if account.id == account_id:
                return account.name, account.login
    raise RowNotFoundError("account", account_id)


def _fields(desk: Desk) -> tuple[Field, ...]:
    with desk.office.read() as view:
        taken = {account.name for account in view.accounts.all()}
        names = [row.name for row in view.staff.where(active=True) if row.name not in taken]
    choices = tuple(Choice(name, name) for name in names)
    person = Field("name", Text("工作人员", "Member of staff"), Kind.CHOICE, required=True)
    return (replace(person, choices=choices), _LOGIN)


def _shown_once(desk: Desk, name: str, login: str, password: str) -> HTMLResponse:
    shown = {"person": name, "login": login, "password": password}
    return page(desk, "office/password.html.jinja", shown, here=HERE, headers=_KEPT_NOWHERE)


def _accounts_page(
    desk: Desk, form: Filled | None, refused: Refused, *, done: str = ""
) -> HTMLResponse:
    with desk.office.read() as view:
        accounts = view.accounts.all()
    shown = {
        "accounts": accounts,
        "own": desk.signed_in.account_id,
        "now": desk.now,
        "form": form or blank_form(_fields(desk)),
        "refused": refused,
        "done": done,
    }
    return page(desk, "office/accounts.html.jinja", shown, here=HERE, status=refused.status)
