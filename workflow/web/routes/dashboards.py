"""The dashboard: how a year goes, in numbers that lead to lists."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from workflow.documents.html import part_of_page
from workflow.services.dashboard import dashboard
from workflow.web.desk import DeskDep
from workflow.web.pages import page
from workflow.web.views.dashboards import dashboard_page, years_to_choose
from workflow.web.views.reports import FIRST_YEAR, LAST_YEAR

router = APIRouter(include_in_schema=False)


@router.get("/dashboard")
def dashboard_of_year(
    desk: DeskDep, year: Annotated[int | None, Query(ge=FIRST_YEAR, le=LAST_YEAR)] = None
) -> HTMLResponse:
    """Show a year: this one where none is asked for."""
    with desk.office.read() as view:
        found = dashboard(view, year or desk.today.year, at=desk.now, calendar=desk.office.calendar)
    shown = {
        "it": dashboard_page(found, desk.lang),
        "years": years_to_choose(desk.today),
        "part_of_page": lambda figure: part_of_page(figure, "en" if desk.lang == "en" else "zh-CN"),
    }
    return page(desk, "dashboard/dashboard.html.jinja", shown, here="/dashboard")
