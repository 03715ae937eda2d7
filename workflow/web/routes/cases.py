"""One request: everything about it, and what may be done with it."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from workflow.services.attachments import READING
from workflow.services.casefile import case_file
from workflow.web.desk import DeskDep
from workflow.web.pages import page
from workflow.web.steps.catalogue import STEPS
from workflow.web.steps.step_form import Context
from workflow.web.views.attachments import file_lines
from workflow.web.views.case import case_page_of
from workflow.web.views.papers import papers_of

router = APIRouter(include_in_schema=False)


@router.get("/requests/{row_id}")
def case_page(
    desk: DeskDep, row_id: int, done: Annotated[int | None, Query()] = None
) -> HTMLResponse:
    """Show a request as it stands today, and what was just entered."""
    with desk.office.read() as view:
        number = view.requests.number_of(row_id)
        file = case_file(view, number, desk.step, desk.office.calendar)
        letters = tuple(view.letters.all(request_number=number))
        may_read = desk.role in READING
        files = view.attachments.of_request(row_id) if may_read else ()
        related = view.requests.ids_of([one.number for one in file.relations])
    context = Context(file=file, today=desk.today, role=desk.role, lang=desk.lang)
    found = case_page_of(context, desk.office.calendar, letters, related, done)
    shown = {
        "found": found,
        "can_annul": desk.role in STEPS["annul"].roles,
        "files": file_lines(files, desk.lang),
        "papers": papers_of(row_id, desk.role, desk.lang),
    }
    return page(desk, "case/case.html.jinja", shown, here="/requests")
