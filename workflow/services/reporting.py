"""The annual report, asked of an office's records."""

from datetime import datetime

from workflow.records.figures import Figures
from workflow.records.view import View
from workflow.reports.annual import AnnualReport, annual_report, form_for


def report_year(
    view: View,
    year: int,
    *,
    at: datetime,
    form_key: str | None = None,
    as_known_on: datetime | None = None,
) -> AnnualReport:
    """Return the report of a year in the form of that year, or in the one asked for."""
    return annual_report(
        Figures(view.connection),
        view.office_id,
        year,
        form=form_for(year, view.practice, key=form_key),
        as_known_on=as_known_on,
        practice=view.practice,
        at=at,
    )
