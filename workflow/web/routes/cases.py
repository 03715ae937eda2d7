"""One request: everything about it, and what may be done with it."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from workflow.services.casefile import case_file
from workflow.web.desk import DeskDep
from workflow.web.pages import page

router = APIRouter(include_in_schema=False)


@router.get("/requests/{row_id}")
def case_page(desk: DeskDep, row_id: int) -> HTMLResponse:
    """Show a request as it stands today."""
    with desk.office.read() as view:
        number = view.requests.number_of(row_id)
        found = case_file(view, number, desk.step, desk.office.calendar)
    return page(desk, "case/case.html.jinja", {"file": found}, here="/requests")
