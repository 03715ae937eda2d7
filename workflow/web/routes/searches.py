"""The search over all requests of the office, open and closed."""

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from workflow.web.desk import DeskDep
from workflow.web.downloads import attached
from workflow.web.pages import page
from workflow.web.routes.worklists import PAGE
from workflow.web.views.exported import exported_results
from workflow.web.views.searched import choices, read_search, result_of

router = APIRouter(include_in_schema=False)

MOST_EXPORTED: Final = 10_000  # rows of a workbook that a page may ask for


@router.get("/requests")
def requests_page(desk: DeskDep, request: Request) -> HTMLResponse:
    """Show all requests, the newest first; one more than a page tells whether there is a next."""
    search = read_search(request.query_params, desk.today)
    with desk.office.read() as view:
        found = view.requests.page(search.wanted, before_id=search.before_id, limit=PAGE + 1)
        officers = view.requests.officers()
    rows = found[:PAGE]
    shown = {
        "search": search,
        "rows": [result_of(row, desk.lang) for row in rows],
        "next": search.address(after=str(rows[-1].id)) if len(found) > PAGE else "",
        "officers": [(name, name) for name in officers],
        "choices": choices(desk.today, desk.lang),
    }
    return page(desk, "worklist/requests.html.jinja", shown, here="/requests")


@router.get("/requests/export.xlsx")
def requests_file(desk: DeskDep, request: Request) -> Response:
    """Give what the search finds as a workbook, up to as many rows as are still handy."""
    search = read_search(request.query_params, desk.today)
    with desk.office.read() as view:
        found = view.requests.page(search.wanted, limit=MOST_EXPORTED + 1)
    content = exported_results(found, desk.today, desk.lang, most=MOST_EXPORTED)
    return attached(content, f"requests-{desk.today}.xlsx")
