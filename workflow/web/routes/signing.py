"""Signing in and out, changing one's password, and choosing the language."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from workflow.bootstrap import Installation
from workflow.failures import sentences_of
from workflow.i18n import Lang, Text
from workflow.services.accounts import (
    SHORTEST_PASSWORD,
    Attempt,
    account_of,
    change_password,
    digest_of,
    sign_in,
)
from workflow.services.allowances import SIGN_IN, check, spend
from workflow.services.errors import (
    PasswordTooShortError,
    PasswordWrongError,
    TooManyTriesError,
)
from workflow.web.desk import (
    LANG_COOKIE,
    SESSION_COOKIE,
    DeskDep,
    InstallationDep,
    LangDep,
    client_of,
    keep_session,
)
from workflow.web.fields import Field, Filled, FormDep, Kind, blank_form, read_form
from workflow.web.pages import go_to, is_local, page, plain_page
from workflow.web.templating import instant

router = APIRouter(include_in_schema=False)

HOME = "/worklist"
_SIGN_IN = (
    Field("login", Text("登录名", "Login"), required=True, longest=100, autocomplete="username"),
    Field(
        "password",
        Text("密码", "Password"),
        Kind.PASSWORD,
        required=True,
        longest=200,
        autocomplete="current-password",
    ),
)
_WRONG = Text("登录名或者密码不对。", "The login or the password is wrong.")
_LOCKED = Text(
    "连续输错次数过多，已锁定到 {until}；急用请管理员重设密码。",
    "Too many wrong tries: locked until {until}. The administrator can set a new password.",
)
_PASSWORDS = (
    Field(
        "old",
        Text("原密码", "Old password"),
        Kind.PASSWORD,
        required=True,
        autocomplete="current-password",
    ),
    Field(
        "new",
        Text("新密码", "New password"),
        Kind.PASSWORD,
        required=True,
        help=Text(
            f"至少 {SHORTEST_PASSWORD} 个字符；宁长勿怪，可以是一句话。",
            f"At least {SHORTEST_PASSWORD} characters; better long than odd: a sentence will do.",
        ),
        autocomplete="new-password",
    ),
    Field(
        "again",
        Text("再写一遍新密码", "New password again"),
        Kind.PASSWORD,
        required=True,
        autocomplete="new-password",
    ),
)
_DIFFERS = Text("两次写的不一样。", "The two are not the same.")


@router.get("/")
def home() -> RedirectResponse:
    """Send whoever comes to the desk to their work."""
    return RedirectResponse(HOME, status_code=303)


@router.get("/sign-in")
def sign_in_page(
    lang: LangDep, wanted: Annotated[str, Query(alias="next", max_length=500)] = ""
) -> HTMLResponse:
    """Show where to sign in."""
    return _sign_in_page(lang, blank_form(_SIGN_IN), wanted)


@router.post("/sign-in")
def post_sign_in(
    request: Request, installation: InstallationDep, lang: LangDep, sent: FormDep
) -> Response:
    """Sign a browser in; what is wrong is said without telling which of the two it was."""
    wanted = sent.text("next")
    form = read_form(_SIGN_IN, sent, lang)
    if not form.is_good:
        return _sign_in_page(lang, form, wanted, status=422)
    try:
        attempt = _attempt(installation, form, client_of(request))
    except TooManyTriesError as error:
        words = " ".join(sentences_of(error, lang) or ())
        return _sign_in_page(lang, form.with_fault("password", words), wanted, status=429)
    if attempt.token is None:
        words = _WRONG.say(lang)
        if attempt.locked_until is not None:
            words = _LOCKED.say(lang, until=instant(attempt.locked_until))
        return _sign_in_page(lang, form.with_fault("password", words), wanted, status=401)
    response = go_to(wanted if is_local(wanted) else HOME)
    keep_session(response, attempt.token, request)
    return response


def _attempt(installation: Installation, form: Filled, client: str) -> Attempt:
    """Try to sign in; raises TooManyTriesError where the client was wrong too often of late.

    It is counted with the first office: a login that is not there belongs to none.
    """
    now, counting = installation.clock.now(), installation.first_office()
    if counting is not None:
        with counting.read() as view:
            check(SIGN_IN, client, view, at=now)
    with installation.read() as view:
        account, is_right = account_of(view, form["login"], form["password"])
    attempt = Attempt()
    if account is not None:
        with installation.work(account.office_id) as uow:
            attempt = sign_in(account, uow, is_right=is_right, at=now)
    if attempt.token is None and counting is not None:
        with installation.work(counting.id) as uow:
            spend(SIGN_IN, client, uow, at=now)
    return attempt


def _sign_in_page(lang: Lang, form: Filled, wanted: str, *, status: int = 200) -> HTMLResponse:
    shown = {"form": form, "wanted": wanted}
    return plain_page("shell/sign_in.html.jinja", lang, shown, status=status)


@router.post("/sign-out")
def post_sign_out(desk: DeskDep, sent: FormDep) -> Response:
    """Sign this browser out, or every browser of the account."""
    digest = None if sent.has("everywhere") else digest_of(desk.token)
    with desk.office.installation.work(desk.office.id) as uow:
        uow.accounts.sign_out(desk.now, account_id=desk.signed_in.account_id, digest=digest)
    response = go_to("/sign-in")
    response.delete_cookie(SESSION_COOKIE, path="/")
    return response


@router.get("/account")
def account_page(desk: DeskDep, done: Annotated[str, Query(max_length=20)] = "") -> HTMLResponse:
    """Show one's own account."""
    return _account_page(desk, blank_form(_PASSWORDS), done=bool(done))


@router.post("/account")
def post_password(desk: DeskDep, sent: FormDep) -> Response:
    """Change one's own password; every other browser is signed out."""
    form = read_form(_PASSWORDS, sent, desk.lang)
    if form.is_good and form["new"] != form["again"]:
        form = form.with_fault("again", _DIFFERS.say(desk.lang))
    if not form.is_good:
        return _account_page(desk, form, status=422)
    try:
        with desk.office.installation.work(desk.office.id) as uow:
            change_password(
                desk.signed_in, form["old"], form["new"], uow, keep=desk.token, at=desk.now
            )
    except (PasswordWrongError, PasswordTooShortError) as error:
        field = "old" if isinstance(error, PasswordWrongError) else "new"
        words = (sentences_of(error, desk.lang) or ("",))[0]
        return _account_page(desk, form.with_fault(field, words), status=422)
    return go_to("/account", done="1")


def _account_page(
    desk: DeskDep, form: Filled, *, done: bool = False, status: int = 200
) -> HTMLResponse:
    return page(
        desk,
        "shell/account.html.jinja",
        {"form": form, "done": done, "must_change": desk.signed_in.must_change},
        here="/account",
        status=status,
    )


@router.post("/language")
def post_language(sent: FormDep) -> Response:
    """Choose the language of the pages, in this browser."""
    chosen, back = sent.text("lang"), sent.text("back")
    response = go_to(back if is_local(back) else HOME)
    if chosen in set(Lang):
        response.set_cookie(LANG_COOKIE, chosen, max_age=31_536_000, samesite="lax", path="/")
    return response
