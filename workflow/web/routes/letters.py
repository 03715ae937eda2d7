"""The letters of an office: the list, and each as it was issued."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from states.steps import Role
from states.terms import TERMS, label
from workflow.i18n import Lang, Text
from workflow.letters.kinds import LetterKind
from workflow.records.errors import LetterForgottenError, TemplateLostError
from workflow.records.tables.letters import LetterRow
from workflow.services.letters.settings import SETTING
from workflow.services.letters.writing import reprint
from workflow.web.desk import Desk, DeskDep, RowId
from workflow.web.fields import Choice
from workflow.web.pages import page
from workflow.web.papers import letter_file, paper
from workflow.web.views.letters import issued_letter, letter_line

router = APIRouter(include_in_schema=False)

HERE = "/letters"
ON_A_PAGE = 50
_LONGEST_NUMBER, _LATEST = 100, 9_999
_DONE: dict[str, Text] = {
    "issued": Text(
        "已签发并存档。请打印或者下载后送达，送达后登记送达并上传凭证。",
        "Issued and on file. Print or download it, serve it, then record the service and upload "
        "its proof.",
    ),
    "kept": Text("已存入文书登记。", "It is on file."),
}


@router.get("/letters")
def letters_page(
    desk: DeskDep,
    kind: Annotated[str, Query(max_length=40)] = "",
    year: Annotated[str, Query(max_length=4)] = "",
    request: Annotated[str, Query(max_length=_LONGEST_NUMBER)] = "",
    before: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
) -> HTMLResponse:
    """Show the letters that were issued, the newest first."""
    wanted = int(year) if year.isdecimal() else 0
    with desk.office.read() as view:
        rows = view.letters.all(
            request_number=request.strip(),
            kind=kind,
            year=wanted,
            before=before,
            limit=ON_A_PAGE + 1,
        )
        years = view.letters.years()
    shown = {
        "lines": [letter_line(row, desk.lang) for row in rows[:ON_A_PAGE]],
        "kinds": _kinds(desk.lang),
        "years": years,
        "kind": kind,
        "year": wanted,
        "request_number": request.strip(),
        "before": before,
        "is_filtered": bool(kind or wanted or request.strip()),
        "next_before": rows[ON_A_PAGE - 1].id if len(rows) > ON_A_PAGE else 0,
        "may_set": desk.role in SETTING,
    }
    return page(desk, "letters/list.html.jinja", shown, here=HERE)


# The files come first: “3.pdf” is no place in the register.
@router.get("/letters/{letter_id}.pdf")
def letter_pdf(desk: DeskDep, letter_id: RowId) -> Response:
    """Return a letter as a PDF."""
    return _file(desk, letter_id, ".pdf")


@router.get("/letters/{letter_id}.docx")
def letter_docx(desk: DeskDep, letter_id: RowId) -> Response:
    """Return a letter as a Word file."""
    return _file(desk, letter_id, ".docx")


@router.get("/letters/{letter_id}")
def letter_page(
    desk: DeskDep, letter_id: RowId, done: Annotated[str, Query(max_length=20)] = ""
) -> HTMLResponse:
    """Show a letter as it was issued: its paper, its facts, and the digests in the chain."""
    with desk.office.read() as view:
        row = view.letters.find(str(letter_id))
        try:
            sheet = paper(reprint(row, view))
        except (TemplateLostError, LetterForgottenError):
            sheet = None
    shown = {
        "letter": issued_letter(row, sheet, desk.lang),
        "done": _DONE.get(done),
        "may_serve": desk.role in {Role.CLERK, Role.HEAD_OF_OFFICE} and row.request_id is not None,
    }
    return page(desk, "letters/letter.html.jinja", shown, here=HERE)


def _file(desk: Desk, letter_id: int, ending: str) -> Response:
    with desk.office.read() as view:
        row = view.letters.find(str(letter_id))
        written = reprint(row, view)
    back = f"/letters/{letter_id}"
    return letter_file(desk, written, ending, _named(row), back=back, here=HERE)


def _named(row: LetterRow) -> str:
    """Return the name of a letter's file: what it is, and its number or its request."""
    return f"{label('letters', row.kind)} {row.number or row.request_number}".strip()


def _kinds(lang: Lang) -> tuple[Choice, ...]:
    known = set(LetterKind)
    return tuple(
        Choice(code, label("letters", code, lang)) for code in TERMS["letters"] if code in known
    )
