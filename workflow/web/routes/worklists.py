"""The worklist: looked at, narrowed, saved under a name, given to people, and taken as xlsx."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from states.steps import Role
from workflow.failures import sentences_of
from workflow.i18n import Text
from workflow.records.errors import RequestNotFoundError
from workflow.services.assigning import Assign, assign_all
from workflow.services.board import Board
from workflow.services.errors import StaffAbsentError, StaffUnknownError, TooManyViewsError
from workflow.services.roles import DISPATCHERS, KEEPERS
from workflow.services.saved_views import save_view
from workflow.web.desk import Desk, DeskDep, RowId, only
from workflow.web.downloads import attached
from workflow.web.fields import Field, FormDep, Submitted, read_form
from workflow.web.pages import go_to, page
from workflow.web.views.asked import Asked, read_asked, written_place
from workflow.web.views.exported import exported_lines
from workflow.web.views.worklist import (
    CHANNEL_CODES,
    STATE_CODES,
    columns_of,
    counts_of,
    drawn_filters,
    drawn_row,
    tabs_of,
)

router = APIRouter(include_in_schema=False)

PAGE: Final = 25
_NAME = (Field("name", Text("视图名称", "Name of the view"), required=True, longest=20),)
_NOBODY_CHOSEN = Text("请选择要分派给谁。", "Choose whom to assign them to.")
_NOTHING_CHOSEN = Text("请先勾选要分派的申请。", "Tick the requests to be assigned first.")
_NOTHING_TO_SAVE = Text(
    "先选好筛选条件，再保存为视图。", "Choose some filters first, then save them as a view."
)


@router.get("/worklist")
def worklist_page(desk: DeskDep, request: Request) -> HTMLResponse:
    """Show the open requests, those with the least time left first."""
    asked = _asked(request.query_params)
    told = {name: request.query_params.get(name, "")[:40] for name in ("assigned", "to", "saved")}
    return _page(desk, asked, told=told)


@router.get("/worklist/export.xlsx")
def worklist_file(desk: DeskDep, request: Request) -> Response:
    """Give what is listed as a workbook: every page of it."""
    asked = _asked(request.query_params)
    with desk.office.read() as view:
        board = desk.office.board(view)
        unsent = frozenset(view.outbox.given_up())
    lines = board.find(asked.sought(desk.actor), unsent=unsent).lines
    return attached(exported_lines(lines, desk.today, desk.lang), f"worklist-{desk.today}.xlsx")


@router.post("/worklist/assign", dependencies=[only(*DISPATCHERS)])
def post_assignment(desk: DeskDep, sent: FormDep) -> Response:
    """Give the requests that were ticked to somebody on duty: all of them, or none."""
    asked, officer = _asked_back(sent), sent.text("to")
    ticked = [_ticked(value) for value in sent.all("id")]
    if not ticked or not officer:
        lacking = _NOBODY_CHOSEN if ticked else _NOTHING_CHOSEN
        return _page(desk, asked, fault=lacking.say(desk.lang), ticked=ticked, officer=officer)
    try:
        with desk.office.work() as uow:
            numbers = {
                row.id: row.number for row in uow.requests.rows_of([row for row, _ in ticked])
            }
            commands = [
                _assignment(desk, row, numbers, officer, version, sent.text("key"))
                for row, version in ticked
            ]
            changed = assign_all(commands, uow, at=desk.now, calendar=desk.office.calendar)
    except (StaffAbsentError, StaffUnknownError) as error:
        (words,) = sentences_of(error, desk.lang) or ("",)
        return _page(desk, asked, fault=words, ticked=ticked, officer=officer)
    return go_to(asked.address(assigned=str(changed), to=officer))


@router.post("/worklist/views")
def post_view(desk: DeskDep, sent: FormDep) -> Response:
    """Save the filters under a name."""
    asked, form = _asked_back(sent), read_form(_NAME, sent, desk.lang)
    faults = list(form.faults.values())
    if not asked.filters:
        faults.append(_NOTHING_TO_SAVE.say(desk.lang))
    if not faults:
        try:
            with desk.office.installation.work(desk.office.id) as uow:
                save_view(uow, desk.signed_in.account_id, form["name"], asked.filters)
        except TooManyViewsError as error:
            faults = list(sentences_of(error, desk.lang) or ())
    if faults:
        return _page(desk, asked, view_fault=faults[0], view_name=str(form.typed["name"]))
    return go_to(asked.address(saved="1"))


@router.post("/worklist/views/{view_id}/delete")
def post_view_deleted(desk: DeskDep, view_id: RowId, _sent: FormDep) -> Response:
    """Forget one of one's own views."""
    with desk.office.installation.work(desk.office.id) as uow:
        was_there = uow.saved_views.remove(desk.signed_in.account_id, view_id)
    if not was_there:
        raise HTTPException(404)
    return go_to("/worklist")


def _page(
    desk: Desk,
    asked: Asked,
    *,
    told: dict[str, str] | None = None,
    fault: str = "",
    view_fault: str = "",
    view_name: str = "",
    ticked: Sequence[tuple[int, int]] = (),
    officer: str = "",
) -> HTMLResponse:
    with desk.office.read() as view:
        board = desk.office.board(view)
        given_up = view.outbox.given_up()
        saved = view.saved_views.of(desk.signed_in.account_id)
        unread = view.outbox.unread_of(desk.actor)
    unsent, ticked_ids = frozenset(given_up), {row for row, _ in ticked}
    found = board.find(asked.sought(desk.actor), after=asked.place, limit=PAGE, unsent=unsent)
    shown = {
        "asked": asked,
        "rows": [
            drawn_row(
                line,
                board.version_of(line.id),
                desk.lang,
                may_assign=desk.role in DISPATCHERS,
                may_act=desk.role in KEEPERS,
                is_unsent=line.number in unsent,
                is_ticked=line.id in ticked_ids,
            )
            for line in found.lines
        ],
        "total": found.total,
        "next": asked.address(after=written_place(found.after)) if found.after else "",
        "filters": drawn_filters(asked, board.officers, desk.lang),
        "counts": counts_of(board, len(given_up), asked, desk.lang),
        "columns": columns_of(asked, desk.lang),
        "tabs": tabs_of(saved, asked, desk.lang),
        "told": told or {"assigned": "", "to": "", "saved": ""},
        "unread": unread,
        "fault": fault,
        "view_fault": view_fault,
        "view_name": view_name,
        "chosen": officer,
        **_choices(desk, board),
    }
    status = 422 if fault or view_fault else 200
    return page(desk, "worklist/list.html.jinja", shown, here="/worklist", status=status)


def _choices(desk: Desk, board: Board) -> dict[str, object]:
    """Return what can be chosen on the page, and what the role of who looks at it may do."""
    return {
        "on_duty": [name for name in board.roster.people if board.roster.is_on_duty(name)],
        "may_assign": desk.role in DISPATCHERS,
        "may_log": desk.role in {Role.CLERK, Role.HEAD_OF_OFFICE},
        "key": secrets.token_urlsafe(12),
    }


def _asked(query: Mapping[str, str]) -> Asked:
    return read_asked(query, STATE_CODES, CHANNEL_CODES)


def _asked_back(sent: Submitted) -> Asked:
    """Return the list that a form stood on, from its hidden fields."""
    names = ("show", "state", "officer", "channel", "mine", "q", "sort", "dir")
    return _asked({name: sent.text(name) for name in names})


def _ticked(value: str) -> tuple[int, int]:
    """Read a box that was ticked: a request and its version."""
    row, _, version = value.partition("-")
    if not (row.isascii() and row.isdigit() and version.isascii() and version.isdigit()):
        raise RequestNotFoundError(value[:40])
    return int(row), int(version)


def _assignment(
    desk: Desk, row: int, numbers: dict[int, str], officer: str, version: int, key: str
) -> Assign:
    if row not in numbers:
        raise RequestNotFoundError(str(row))
    return Assign(
        number=numbers[row],
        officer=officer,
        actor=desk.actor,
        role=desk.role,
        expected_version=version,
        idempotency_key=f"{key}-{row}" if key else None,
    )
