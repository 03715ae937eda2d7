"""Published reports built for a test: figures and text as they would have been read."""

from collections.abc import Mapping

from tests.workflow.reports.consistent import Table
from workflow.checking.assembling import sections_of
from workflow.checking.printed import figure
from workflow.checking.published import PublishedReport

Row = Mapping[str, int | str]
Printed = Mapping[str, Row]


def a_report(
    text: str = "",
    *,
    requests: Printed | Table | None = None,
    disputes: Printed | Table | None = None,
    proactive: Printed | None = None,
    statistics: Printed | None = None,
    year: int | None = 2023,
    form: str = "2021",
    office: str = "海湾市人民政府",
) -> PublishedReport:
    """Return a report; its text is cut into sections as that of a file is."""
    given = {
        "proactive": proactive,
        "requests": requests,
        "disputes": disputes,
        "statistics": statistics,
    }
    tables = {
        key: {
            row: {column: figure(str(value)) for column, value in figures.items()}
            for row, figures in table.items()
        }
        for key, table in given.items()
        if table is not None
    }
    sections = tuple(sections_of(text.split("\n"))) if text else ()
    return PublishedReport(office, year, form, tables, sections)
