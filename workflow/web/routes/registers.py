"""The registers: what there is, lists with what is due, new rows, and lists as files."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from workflow.web.desk import Desk, DeskDep, NotForRoleError
from workflow.web.downloads import attached
from workflow.web.fields import Filled, FormDep, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.refusing import Refused, refusals
from workflow.web.views.book_page import BookPage
from workflow.web.views.book_pages import BOOK_PAGES
from workflow.web.views.register_forms import Lists, facts_of, meant_of, new_fields
from workflow.web.views.register_index import index
from workflow.web.views.register_lists import Asking, exported, listed

router = APIRouter(include_in_schema=False)

HERE = "/registers"
_BIGGEST_YEAR = 2999


class Asked(BaseModel):
    """What the address of a list asks for, as the browser sent it."""

    year: str = Field(default="", max_length=4)
    keyword: str = Field(default="", max_length=100)
    open: str = Field(default="", max_length=1)
    void: str = Field(default="", max_length=1)
    sort: str = Field(default="", max_length=40)
    order: str = Field(default="", max_length=4)
    after: int | None = None

    def asking(self, book_page: BookPage) -> Asking:
        """Return it as what a register can be asked; what is not known narrows nothing."""
        year = int(self.year) if self.year.isascii() and self.year.isdigit() else 0
        return Asking(
            year=year if 0 < year <= _BIGGEST_YEAR and book_page.book.on else None,
            keyword=self.keyword.strip(),
            only_open=bool(self.open) and bool(book_page.open_means),
            void=bool(self.void),
            sort=self.sort if self.sort in book_page.columns else "",
            descending=self.order != "up",
            after=self.after,
        )


def page_of(slug: str) -> BookPage:
    """Return the register that an address names, or answer 404."""
    found = BOOK_PAGES.get(slug)
    if found is None:
        raise HTTPException(404)
    return found


def check_keeper(book_page: BookPage, desk: Desk) -> None:
    """Let only those write in a register who keep it."""
    if desk.role not in book_page.keepers:
        raise NotForRoleError


def form_of_new(slug: str, desk: Desk) -> BookPage:
    """Return a register in which rows are entered by hand, and by this role."""
    found = page_of(slug)
    if not found.asked:
        raise HTTPException(404)
    check_keeper(found, desk)
    return found


@router.get("/registers")
def registers_page(desk: DeskDep) -> HTMLResponse:
    """Show every register with how much is in it, and what of it is due."""
    with desk.office.read() as view:
        entries = index(view, desk)
    return page(desk, "registers/index.html.jinja", {"entries": entries}, here=HERE)


@router.get("/registers/{slug}.xlsx")
def register_file(desk: DeskDep, slug: str, asked: Annotated[Asked, Query()]) -> Response:
    """Return a register, as it is narrowed, as a workbook."""
    book_page = page_of(slug)
    with desk.office.read() as view:
        content = exported(book_page, asked.asking(book_page), desk, view)
    return attached(content, f"{slug}.xlsx")


@router.get("/registers/{slug}")
def register_page(desk: DeskDep, slug: str, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show a register."""
    book_page = page_of(slug)
    asking = asked.asking(book_page)
    with desk.office.read() as view:
        found = listed(book_page, asking, desk, view)
    shown = {
        "book": book_page,
        "asking": asking,
        "listed": found,
        "may_write": desk.role in book_page.keepers and bool(book_page.asked),
    }
    return page(desk, "registers/list.html.jinja", shown, here=HERE)


@router.get("/registers/{slug}/new")
def new_row_page(desk: DeskDep, slug: str) -> HTMLResponse:
    """Show the form of a new row."""
    book_page = form_of_new(slug, desk)
    with desk.office.read() as view:
        lists = Lists.of(view)
    form = blank_form(new_fields(book_page, desk, lists))
    return _new_page(desk, book_page, form, secrets.token_urlsafe(12), Refused(desk.lang))


@router.post("/registers/{slug}/new")
def post_row(desk: DeskDep, slug: str, sent: FormDep) -> Response:
    """Enter a row."""
    book_page, key = form_of_new(slug, desk), sent.text("key")
    with desk.office.read() as view:
        lists = Lists.of(view)
    fields = new_fields(book_page, desk, lists)
    form = read_form(fields, sent, desk.lang)
    if not form.is_good:
        return _new_page(desk, book_page, form, key, Refused(desk.lang, 422))
    facts = facts_of(book_page.book, meant_of(fields, form.meant))
    row_id = 0
    with refusals(desk.lang) as refused, desk.office.work() as uow:
        row_id = book_page.enter(facts, uow, desk.by(key))
    if not refused.is_nothing:
        return _new_page(desk, book_page, refused.beside(form), key, refused)
    return go_to(f"{book_page.address}/{row_id}", done="entered")


def _new_page(
    desk: Desk, book_page: BookPage, form: Filled, key: str, refused: Refused
) -> HTMLResponse:
    shown = {"book": book_page, "form": form, "key": key, "refused": refused}
    return page(desk, "registers/new.html.jinja", shown, here=HERE, status=refused.status)
