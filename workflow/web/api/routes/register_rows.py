"""What is done with a row of a register: put right, made void, or one of its actions."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Response
from starlette.exceptions import HTTPException

from workflow.services.registers.entering import make_void
from workflow.web.api.answers import WRITES
from workflow.web.api.commands import Command, CommandDep, tagged
from workflow.web.api.forms import filled
from workflow.web.api.models.registers import AmendRow, EnterRow, RowFile, VoidRow
from workflow.web.api.routes.registers import RowId, Slug, by_of, page_of, row_file
from workflow.web.desk import only_of
from workflow.web.fields import Field
from workflow.web.views.book_page import BookPage, Done
from workflow.web.views.register_forms import (
    Lists,
    action_fields,
    amend_fields,
    meant_of,
    values_of,
)

router = APIRouter(tags=["registers"])
ActionKey = Annotated[
    str,
    Path(
        description="事项，见登记簿的 actions。 The action; see the register's `actions`.",
        examples=["publish"],
        pattern="^[a-z_-]{1,40}$",
    ),
]


@router.post("/registers/{slug}/{row_id}/amend", responses=WRITES, summary="更正 Put a row right")
def amend(
    command: CommandDep, slug: Slug, row_id: RowId, sent: AmendRow, response: Response
) -> RowFile:
    """Put fields of a row right; the history keeps what they held, and why they changed."""
    desk, page = command.desk, page_of(slug)
    only_of(desk, page.keepers)
    with desk.office.read() as view:
        row = page.book.register(view).find(row_id)
        fields = amend_fields(page, desk, Lists.of(view))
        if command.was_done(view, sent):
            return _answered(page, row_id, command, response)
    form = filled(_held(fields, values_of(row, fields)), sent.fields, desk.lang)
    meant = meant_of(fields, form.meant)
    changes = {name: value for name, value in meant.items() if value != getattr(row, name)}
    with command.work(sent) as (uow, key):
        page.amend(row, changes, sent.reason, uow, by_of(command, key))
    return _answered(page, row_id, command, response)


@router.post("/registers/{slug}/{row_id}/annul", responses=WRITES, summary="作废 Make a row void")
def annul(
    command: CommandDep, slug: Slug, row_id: RowId, sent: VoidRow, response: Response
) -> RowFile:
    """Make a row void that was entered wrongly; it stays, with the reason."""
    desk, page = command.desk, page_of(slug)
    only_of(desk, page.keepers)
    with desk.office.read() as view:
        register = page.book.register(view)
        register.find(row_id)
        if not register.kind.is_annullable:
            raise HTTPException(404)
    with command.work(sent) as (uow, key):
        make_void(page.book, row_id, sent.reason, uow, by_of(command, key))
    return _answered(page, row_id, command, response)


@router.post(
    "/registers/{slug}/{row_id}/actions/{action}", responses=WRITES, summary="办理 Do something"
)
def act(
    command: CommandDep,
    slug: Slug,
    row_id: RowId,
    action: ActionKey,
    sent: EnterRow,
    response: Response,
) -> RowFile:
    """Do something with a row: one of the actions that its register has."""
    desk, page = command.desk, page_of(slug)
    found = next((one for one in page.actions if one.key == action), None)
    if found is None:
        raise HTTPException(404)
    only_of(desk, found.roles)
    with desk.office.read() as view:
        row = page.book.register(view).find(row_id)
        fields = action_fields(page, found, desk, Lists.of(view))
        if command.was_done(view, sent):
            return _answered(page, row_id, command, response)
    form = filled(fields, sent.fields, desk.lang)
    with command.work(sent) as (uow, key):
        found.run(Done(row, form.meant, desk, by_of(command, key)), uow)
    return _answered(page, row_id, command, response)


def _held(fields: Iterable[Field], held: Mapping[str, object]) -> list[Field]:
    """Return the fields of a form as they stand now: what is not sent stays so."""
    return [replace(one, value=_as_value(held[one.name])) for one in fields]


def _as_value(value: object) -> str | bool | tuple[str, ...]:
    if isinstance(value, bool):
        return value
    if isinstance(value, tuple):
        return tuple(map(str, value))
    return "" if value is None else str(value)


def _answered(page: BookPage, row_id: int, command: Command, response: Response) -> RowFile:
    with command.desk.office.read() as view:
        found = row_file(page, row_id, command.desk, view)
    response.headers["ETag"] = tagged(found.version)
    return found
