"""One row of a register: all it holds, its history, and what may be done with it."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from workflow.i18n import Text
from workflow.records.errors import RequestNotFoundError
from workflow.records.view import View
from workflow.services.registers.entering import By, make_void
from workflow.web.desk import Desk, DeskDep, NotForRoleError, RowId
from workflow.web.fields import Field, Filled, FormDep, Submitted, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.refusing import Refused, refusals
from workflow.web.routes.registers import HERE, check_keeper, page_of
from workflow.web.views.book_page import Action, BookPage, Done
from workflow.web.views.register_forms import (
    Lists,
    action_fields,
    amend_fields,
    meant_of,
    values_of,
)
from workflow.web.views.register_rows import Standing, row_view

router = APIRouter(include_in_schema=False)

_REASON = Field("reason", Text("理由", "Reason"), required=True, longest=500)
_FOR_VOID = Field("reason", Text("作废的理由", "Why it is void"), required=True, longest=500)
VOID = "annul"


@router.get("/registers/{slug}/{row_id}")
def row_page(
    desk: DeskDep, slug: str, row_id: RowId, done: Annotated[str, Query(max_length=20)] = ""
) -> HTMLResponse:
    """Show a row with everything that was entered about it."""
    return _row_page(desk, page_of(slug), row_id, {}, Refused(desk.lang), done=done)


@router.get("/registers/{slug}/{row_id}/amend")
def amend_page(desk: DeskDep, slug: str, row_id: RowId) -> HTMLResponse:
    """Show the form by which a row is put right."""
    book_page = page_of(slug)
    check_keeper(book_page, desk)
    with desk.office.read() as view:
        register = book_page.book.register(view)
        row, version = register.find(row_id), register.version(row_id)
        fields = amend_fields(book_page, desk, Lists.of(view))
    form = blank_form((*fields, _REASON), **values_of(row, fields))
    key = secrets.token_urlsafe(12)
    return _amend_page(desk, book_page, row, form, key, str(version), Refused(desk.lang))


@router.post("/registers/{slug}/{row_id}/amend")
def post_amendment(desk: DeskDep, slug: str, row_id: RowId, sent: FormDep) -> Response:
    """Put a row right, for a reason."""
    book_page = page_of(slug)
    check_keeper(book_page, desk)
    with desk.office.read() as view:
        row = book_page.book.register(view).find(row_id)
        fields = amend_fields(book_page, desk, Lists.of(view))
    form = read_form((*fields, _REASON), sent, desk.lang)
    key, version = sent.text("key"), sent.text("version")
    if not form.is_good:
        return _amend_page(desk, book_page, row, form, key, version, Refused(desk.lang, 422))
    meant = meant_of(fields, form.meant)
    held = {name: getattr(row, name) for name in meant}
    changes = {name: value for name, value in meant.items() if value != held[name]}
    with refusals(desk.lang) as refused, desk.office.work() as uow:
        book_page.amend(row, changes, form["reason"], uow, _writer(desk, sent))
    if not refused.is_nothing:
        form = refused.beside(form)
        return _amend_page(desk, book_page, row, form, key, version, refused)
    return go_to(f"{book_page.address}/{row_id}", done="amended")


@router.post("/registers/{slug}/{row_id}/annul")
def post_void(desk: DeskDep, slug: str, row_id: RowId, sent: FormDep) -> Response:
    """Make a row void that was entered wrongly; it stays, with the reason."""
    book_page = page_of(slug)
    check_keeper(book_page, desk)
    if not _is_annullable(book_page, desk):
        raise HTTPException(404)
    form = read_form((_FOR_VOID,), sent, desk.lang)
    if not form.is_good:
        return _row_page(desk, book_page, row_id, {VOID: form}, Refused(desk.lang, 422))
    with refusals(desk.lang) as refused, desk.office.work() as uow:
        make_void(book_page.book, row_id, form["reason"], uow, _writer(desk, sent))
    if not refused.is_nothing:
        return _row_page(desk, book_page, row_id, {VOID: form}, refused)
    return go_to(f"{book_page.address}/{row_id}", done="annulled")


@router.post("/registers/{slug}/{row_id}/do/{action_key}")
def post_action(
    desk: DeskDep, slug: str, row_id: RowId, action_key: str, sent: FormDep
) -> Response:
    """Do something with a row: one of the actions that its register has."""
    book_page = page_of(slug)
    action = next((one for one in book_page.actions if one.key == action_key), None)
    if action is None:
        raise HTTPException(404)
    if desk.role not in action.roles:
        raise NotForRoleError
    with desk.office.read() as view:
        row = book_page.book.register(view).find(row_id)
        lists = Lists.of(view)
    form = read_form(action_fields(book_page, action, desk, lists), sent, desk.lang)
    if not form.is_good:
        return _row_page(desk, book_page, row_id, {action.key: form}, Refused(desk.lang, 422))
    with refusals(desk.lang) as refused, desk.office.work() as uow:
        action.run(Done(row, form.meant, desk, _writer(desk, sent)), uow)
    if not refused.is_nothing:
        form = refused.beside(form)
        return _row_page(desk, book_page, row_id, {action.key: form}, refused)
    return go_to(f"{book_page.address}/{row_id}", done=action.key)


def _writer(desk: Desk, sent: Submitted) -> By:
    """Return who writes, under the key of the form and upon the version it was shown for."""
    version = sent.text("version")
    expected = int(version) if version.isascii() and version.isdigit() else None
    return replace(desk.by(sent.text("key")), expected_version=expected)


def _is_annullable(book_page: BookPage, desk: Desk) -> bool:
    with desk.office.read() as view:
        return book_page.book.register(view).kind.is_annullable


def _row_page(
    desk: Desk,
    book_page: BookPage,
    row_id: int,
    typed: Mapping[str, Filled],
    refused: Refused,
    *,
    done: str = "",
) -> HTMLResponse:
    with desk.office.read() as view:
        register = book_page.book.register(view)
        row, history = register.find(row_id), register.history(row_id)
        lists = Lists.of(view)
        request_id = _request_of(row, view)
    offered = [
        (action, typed.get(action.key) or _blank(book_page, action, desk, lists))
        for action in book_page.actions
        if _is_offered(action, row, desk)
    ]
    may_void = desk.role in book_page.keepers and register.kind.is_annullable
    standing = Standing(row, history, request_id)
    shown = {
        "book": book_page,
        "view": row_view(book_page, standing, desk),
        "offered": [
            (action, form, action.key in typed or len(offered) == 1) for action, form in offered
        ],
        "for_others": [
            action.words
            for action in book_page.actions
            if desk.role not in action.roles and action.applies(row)
        ],
        "may_write": desk.role in book_page.keepers,
        "void_form": (typed.get(VOID) or blank_form((_FOR_VOID,))) if may_void else None,
        "void_is_open": VOID in typed,
        "key": secrets.token_urlsafe(12),
        "version": len(history),
        "refused": refused,
        "done": done,
    }
    return page(desk, "registers/row.html.jinja", shown, here=HERE, status=refused.status)


def _request_of(row: Any, view: View) -> int | None:  # noqa: ANN401 - any register
    """Return the id of the request that a row is linked to, if there is one."""
    number = getattr(row, "request_number", "")
    try:
        return view.requests.find(number).id if number else None
    except RequestNotFoundError:  # a ledger of before may name one that is not on record
        return None


def _blank(book_page: BookPage, action: Action, desk: Desk, lists: Lists) -> Filled:
    return blank_form(action_fields(book_page, action, desk, lists))


def _is_offered(action: Action, row: Any, desk: Desk) -> bool:  # noqa: ANN401 - any register
    is_void = getattr(row, "annulled", False)
    return desk.role in action.roles and not is_void and action.applies(row)


def _amend_page(
    desk: Desk,
    book_page: BookPage,
    row: Any,  # noqa: ANN401 - any register
    form: Filled,
    key: str,
    version: str,
    refused: Refused,
) -> HTMLResponse:
    shown = {
        "book": book_page,
        "row": row,
        "form": form,
        "key": key,
        "version": version,
        "refused": refused,
    }
    return page(desk, "registers/amend.html.jinja", shown, here=HERE, status=refused.status)
