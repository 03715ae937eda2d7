"""The worklist, and the search over all requests."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from workflow.services.worklist import worklist
from workflow.web.desk import DeskDep
from workflow.web.pages import page

router = APIRouter(include_in_schema=False)


@router.get("/worklist")
def worklist_page(desk: DeskDep) -> HTMLResponse:
    """Show the open requests, the most urgent first."""
    with desk.office.read() as view:
        lines = worklist(view, today=desk.today, calendar=desk.office.calendar)
    return page(desk, "worklist/list.html.jinja", {"lines": lines}, here="/worklist")
