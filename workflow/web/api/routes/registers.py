"""The registers: what there are, their rows, and entering one."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from starlette.exceptions import HTTPException

from states.steps import Role
from workflow.i18n import Text
from workflow.records.reading import RowsWanted, Sorted
from workflow.records.view import View
from workflow.services.registers.entering import By
from workflow.web.api.answers import ONE, WRITES
from workflow.web.api.calling import CallerDep
from workflow.web.api.commands import Command, CommandDep, tagged
from workflow.web.api.forms import described, filled
from workflow.web.api.models.fields import Page
from workflow.web.api.models.problems import Fault
from workflow.web.api.models.registers import (
    ActionShown,
    ColumnShown,
    EnterRow,
    Registers,
    RegisterShown,
    RowFile,
    RowsAsked,
    RowShown,
)
from workflow.web.api.paging import last_id
from workflow.web.api.refusing import FieldsRefusedError
from workflow.web.api.routes.events import event_shown
from workflow.web.desk import Desk, only_of
from workflow.web.views.book_page import BookPage
from workflow.web.views.book_pages import BOOK_PAGES
from workflow.web.views.register_forms import (
    Lists,
    action_fields,
    facts_of,
    meant_of,
    new_fields,
)
from workflow.web.views.register_lists import Asking
from workflow.wording.registers import column_name

_NO_COLUMN = Text("不能按“{column}”排列；可用：{known}。", "Not by “{column}”; by one of: {known}.")
router = APIRouter(tags=["registers"])
Slug = Annotated[
    str,
    Path(
        description="登记簿。 The register.",
        examples=["publications"],
        pattern="^[a-z-]{1,40}$",
        json_schema_extra={"enum": [*BOOK_PAGES]},
    ),
]
RowId = Annotated[int, Path(ge=1, le=2**31 - 1, description="编号。 The row.", examples=[1])]
Row = Any  # of whichever register


@router.get("/registers", summary="登记簿 Registers")
def registers(desk: CallerDep) -> Registers:
    """List the registers: their columns, what a row is entered with, what is done with one."""
    with desk.office.read() as view:
        lists = Lists.of(view)
    return Registers(items=[_register(page, desk, lists) for page in BOOK_PAGES.values()])


@router.get("/registers/{slug}", responses=ONE, summary="一本登记簿 Rows of a register")
def rows(desk: CallerDep, slug: Slug, asked: Annotated[RowsAsked, Query()]) -> Page[RowShown]:
    """List the rows of a register."""
    page = page_of(slug)
    if asked.sort and asked.sort not in page.columns:
        words = _NO_COLUMN.say(desk.lang, column=asked.sort, known=", ".join(page.columns))
        raise FieldsRefusedError((Fault(field="sort", detail=words, value=asked.sort),))
    order = Sorted(asked.sort, asked.descending, last_id(asked.after))
    with desk.office.read() as view:
        register = page.book.register(view)
        found = register.sheet(_wanted(page, asked), order, limit=asked.limit + 1)
    shown = found[: asked.limit]
    more = str(shown[-1].id) if len(found) > asked.limit else None
    return Page(items=[row_shown(page, row, desk) for row in shown], next=more)


@router.get("/registers/{slug}/{row_id}", responses=ONE, summary="一行 One row")
def row(desk: CallerDep, slug: Slug, row_id: RowId, response: Response) -> RowFile:
    """Show a row with its history; its ETag is the version to make a change upon."""
    with desk.office.read() as view:
        found = row_file(page_of(slug), row_id, desk, view)
    response.headers["ETag"] = tagged(found.version)
    return found


@router.post("/registers/{slug}", status_code=201, responses=WRITES, summary="登记一行 Enter a row")
def enter(command: CommandDep, slug: Slug, sent: EnterRow, response: Response) -> RowFile:
    """Enter a row in a register."""
    desk, page = command.desk, page_of(slug)
    only_of(desk, page.keepers)
    if not page.asked:
        raise HTTPException(404)
    with desk.office.read() as view:
        lists = Lists.of(view)
    fields = new_fields(page, desk, lists)
    form = filled(fields, sent.fields, desk.lang)
    facts = facts_of(page.book, meant_of(fields, form.meant))
    with command.work(sent) as (uow, key):
        row_id = page.enter(facts, uow, desk.by(key))
        found = row_file(page, row_id, desk, uow)
    response.headers["Location"] = f"/api/v1/registers/{slug}/{row_id}"
    response.headers["ETag"] = tagged(found.version)
    return found


def page_of(slug: str) -> BookPage:
    """Return the register that an address names, or answer 404."""
    found = BOOK_PAGES.get(slug)
    if found is None:
        raise HTTPException(404)
    return found


def by_of(command: Command, key: str | None) -> By:
    """Return who writes, under which key and upon which version."""
    return replace(command.desk.by(key), expected_version=command.version)


def row_shown(page: BookPage, row: Row, desk: Desk) -> RowShown:
    """Return a row as the API shows it."""
    due = page.due_of(desk, row)
    return RowShown(
        id=row.id,
        values={one.name: getattr(row, one.name) for one in page.book.fields},
        void=bool(getattr(row, "annulled", False)),
        due=None if due is None else due.on,
        light=None if due is None else due.light,
    )


def row_file(page: BookPage, row_id: int, desk: Desk, view: View) -> RowFile:
    """Return a row with its history, and what the caller may do with it now."""
    register = page.book.register(view)
    row, history = register.find(row_id), register.history(row_id)
    shown = row_shown(page, row, desk)
    return RowFile(
        **shown.model_dump(),
        version=len(history),
        history=[event_shown(entry) for entry in history],
        actions=[
            action.key
            for action in page.actions
            if desk.role in action.roles and not shown.void and action.applies(row)
        ],
    )


def _wanted(page: BookPage, asked: RowsAsked) -> RowsWanted:
    return Asking(
        year=asked.year if page.book.on else None,
        keyword=asked.keyword.strip(),
        only_open=asked.open and bool(page.open_means),
        void=asked.void,
    ).wanted(page)


def _register(page: BookPage, desk: Desk, lists: Lists) -> RegisterShown:
    lang = desk.lang
    return RegisterShown(
        slug=page.slug,
        title=page.name.say(lang),
        columns=[
            ColumnShown(
                name=one.name,
                label=column_name(page.book.subject, one.name, lang),
                kind=one.kind.value,
            )
            for one in page.book.fields
        ],
        keepers=sorted(page.keepers, key=list(Role).index),
        fields=described(new_fields(page, desk, lists), lang) if page.asked else [],
        actions=[
            ActionShown(
                key=action.key,
                title=action.words.say(lang),
                roles=sorted(action.roles, key=list(Role).index),
                fields=described(action_fields(page, action, desk, lists), lang),
            )
            for action in page.actions
        ],
    )
