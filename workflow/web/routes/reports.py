"""Reports to be read: the years, a year as issued or as it counts, and what a figure counts."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from workflow.documents.html import part_of_page
from workflow.reports import told
from workflow.reports.document import charts_in
from workflow.reports.grid import grid_of
from workflow.reports.grid import shown as shown_figure
from workflow.reports.told import tables_in
from workflow.services.report_drafts import report_years, standing_of
from workflow.services.report_files import report_file
from workflow.services.reporting import open_figure, show_report
from workflow.web.desk import Desk, DeskDep
from workflow.web.fields import Submitted
from workflow.web.pages import go_to, page
from workflow.web.routes.report_files import FileName, file_answer, path_of
from workflow.web.views.reports import (
    FILES,
    FIRST_YEAR,
    ISSUING,
    LAST_YEAR,
    PAGE,
    Choosing,
    cell_address,
    choose,
    finding_lines,
    record_lines,
    year_line,
)

router = APIRouter(include_in_schema=False)
HERE = "/reports"
YearPath = Annotated[int, Path(ge=FIRST_YEAR, le=LAST_YEAR)]


@router.get("/reports")
def reports_page(desk: DeskDep) -> HTMLResponse:
    """Show the years, how far the report of each has come, and what comes next."""
    also = (desk.today.year, desk.today.year - 1)
    with desk.office.read() as view:
        found = report_years(view, desk.office.calendar, also)
    lines = [year_line(one, desk.today, desk.lang) for one in found]
    shown = {"lines": lines, "is_issuing": desk.role in ISSUING, "done": ""}
    return page(desk, "reports/years.html.jinja", shown, here=HERE)


@router.get("/reports/open")
def open_year(
    _desk: DeskDep, year: Annotated[int, Query(ge=FIRST_YEAR, le=LAST_YEAR)]
) -> RedirectResponse:
    """Go to the report of a year that was typed."""
    return go_to(f"{HERE}/{year}")


def asked_of(request: Request, year: int, desk: Desk) -> Choosing:
    """Return which report an address asks for."""
    sent = Submitted(FormData([*request.query_params.multi_items()]))
    return choose(year, sent, desk.lang)


@router.get("/reports/{year}.{kind}")
def report_download(desk: DeskDep, request: Request, year: YearPath, kind: FileName) -> Response:
    """Give the report as a file; a font that is missing for one is named with its package."""
    choosing = asked_of(request, year, desk)
    if not choosing.filled.is_good:
        return _year_page(desk, choosing, year, status=422)
    with desk.office.read() as view:
        shown = show_report(
            view,
            choosing.wanted,
            at=desk.now,
            calendar=desk.office.calendar,
            with_hints=False,
        )
    content = report_file(shown, path_of(kind), desk.lang)
    return file_answer(content, year, kind)


@router.get("/reports/{year}")
def report_page(
    desk: DeskDep, request: Request, year: YearPath, done: Annotated[str, Query()] = ""
) -> HTMLResponse:
    """Show the report of a year: each figure leads to what it counted."""
    choosing = asked_of(request, year, desk)
    status = 200 if choosing.filled.is_good else 422
    return _year_page(desk, choosing, year, status=status, done=done)


def _year_page(
    desk: Desk, choosing: Choosing, year: int, *, status: int, done: str = ""
) -> HTMLResponse:
    with desk.office.read() as view:
        found = show_report(view, choosing.wanted, at=desk.now, calendar=desk.office.calendar)
        standing = standing_of(view, year, desk.office.calendar)
        numbers = [number for one in found.printed.findings for number in one.records]
        ids = view.requests.ids_of(numbers)
    report, query = found.printed, choosing.query
    charts = charts_in(report)
    shown = {
        "found": found,
        "report": report,
        "told": told,
        "year": year,
        "files": FILES,
        "query": query,
        "line": year_line(standing, desk.today, desk.lang),
        "form": choosing.filled,
        "findings": finding_lines(report, ids, query, desk.lang),
        "cell_of": lambda key: cell_address(year, key, query),
        "tables_of": lambda section: [(it, grid_of(it)) for it in tables_in(report, section)],
        "figures_of": lambda section: [it.figure for it in charts.get(section.title, ())],
        "part_of_page": part_of_page,
        "is_issuing": desk.role in ISSUING,
        "is_over": year < desk.today.year,
        "done": done,
    }
    return page(desk, "reports/report.html.jinja", shown, here=HERE, status=status)


@router.get("/reports/{year}/cells/{table}/{row}/{column}")
def cell_page(
    desk: DeskDep,
    request: Request,
    year: YearPath,
    table: str,
    row: str,
    column: str,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> HTMLResponse:
    """Show a figure with the records that it counted, and what was brought forward."""
    choosing = asked_of(request, year, desk)
    with desk.office.read() as view:
        opened = open_figure(
            view,
            choosing.wanted,
            (table, row, column),
            at=desk.now,
            calendar=desk.office.calendar,
            limit=offset + PAGE + 1,
        )
    base = cell_address(year, opened.key, choosing.query)
    joint = "&" if choosing.query else "?"
    following = f"{base}{joint}offset={offset + PAGE}"
    shown = {
        "opened": opened,
        "value": shown_figure(opened.value),
        "counted": shown_figure(opened.value - opened.opening),
        "year": year,
        "query": choosing.query,
        "lines": record_lines(opened, desk.office.id, offset, desk.lang),
        "first": offset + 1,
        "before": f"{base}{joint}offset={max(0, offset - PAGE)}" if offset else "",
        "next": following if len(opened.records) > offset + PAGE else "",
    }
    return page(desk, "reports/cell.html.jinja", shown, here=HERE)
