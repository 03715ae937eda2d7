"""The receipt slip of a request: to print, to take along, and to keep on file."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from states.steps import Role
from workflow.letters.errors import LetterError, ProvisionalDateError
from workflow.letters.render import Letter
from workflow.services.slips import GiveSlip, give_slip, slip
from workflow.web.desk import Desk, DeskDep, RowId, only
from workflow.web.fields import FormDep
from workflow.web.pages import go_to, page
from workflow.web.papers import letter_file, letter_words, paper

router = APIRouter(include_in_schema=False, dependencies=[only(Role.CLERK, Role.HEAD_OF_OFFICE)])

HERE = "/requests"
_NAME = "登记回执"


class Asked:
    """Which slip is asked for, and whether a provisional date may stand in it."""

    def __init__(
        self, row_id: RowId, provisional: Annotated[str, Query(max_length=1)] = ""
    ) -> None:
        """Keep what the address says."""
        self.row_id = row_id
        self.provisional = bool(provisional)

    @property
    def query(self) -> str:
        """What the addresses of its files say again."""
        return "?provisional=1" if self.provisional else ""


AskedDep = Annotated[Asked, Depends()]


@router.get("/requests/{row_id}/slip")
def slip_page(desk: DeskDep, asked: AskedDep) -> HTMLResponse:
    """Show the slip, to be printed from the page."""
    number = _number(desk, asked)
    shown = {
        "row_id": asked.row_id,
        "number": number,
        "query": asked.query,
        "key": secrets.token_urlsafe(12),
        "paper": None,
        "sentences": (),
        "is_provisional": False,
    }
    status = 200
    try:
        shown["paper"] = paper(_slip(desk, asked, number))
    except LetterError as error:
        shown["sentences"] = (letter_words(error, desk.lang),)
        shown["is_provisional"] = isinstance(error, ProvisionalDateError)
        status = 409
    return page(desk, "letters/slip.html.jinja", shown, here=HERE, status=status)


@router.get("/requests/{row_id}/slip.pdf")
def slip_pdf(desk: DeskDep, asked: AskedDep) -> Response:
    """Return the slip as a PDF."""
    return _file(desk, asked, ".pdf")


@router.get("/requests/{row_id}/slip.docx")
def slip_docx(desk: DeskDep, asked: AskedDep) -> Response:
    """Return the slip as a Word file."""
    return _file(desk, asked, ".docx")


@router.post("/requests/{row_id}/slip")
def post_slip(desk: DeskDep, asked: AskedDep, sent: FormDep) -> Response:
    """Keep the slip on file as it is given out, and open it there."""
    key = sent.text("key") or secrets.token_urlsafe(12)
    command = _command(desk, asked, _number(desk, asked), key)
    with desk.office.work() as uow:
        give_slip(command, uow, at=desk.now, calendar=desk.office.calendar)
        kept = uow.letters.issued_under(key)
    place = 0 if kept is None else kept.id
    return go_to(f"/letters/{place}", done="kept")


def _file(desk: Desk, asked: Asked, ending: str) -> Response:
    number = _number(desk, asked)
    back = f"/requests/{asked.row_id}/slip{asked.query}"
    name = f"{_NAME} {number}"
    return letter_file(desk, _slip(desk, asked, number), ending, name, back=back, here=HERE)


def _slip(desk: Desk, asked: Asked, number: str) -> Letter:
    command = _command(desk, asked, number, None)
    with desk.office.read() as view:
        return slip(command, view, at=desk.now, calendar=desk.office.calendar)


def _command(desk: Desk, asked: Asked, number: str, key: str | None) -> GiveSlip:
    return GiveSlip(
        number=number,
        actor=desk.actor,
        role=desk.role,
        accepts_provisional=asked.provisional,
        idempotency_key=key,
    )


def _number(desk: Desk, asked: Asked) -> str:
    with desk.office.read() as view:
        return view.requests.number_of(asked.row_id)
