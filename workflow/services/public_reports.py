"""The annual reports that everybody may read: frozen and published, each as it was issued."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from workflow.records.view import View
from workflow.reports.findings import Severity
from workflow.reports.printed import PrintedReport, from_kept


@dataclass(frozen=True, slots=True)
class PublicReport:
    """A report that was published: of which year, on which day, and all that is printed."""

    year: int
    published_on: date
    digest: str
    content: str

    @property
    def printed(self) -> PrintedReport:
        """The report as it was issued, without the advice that was meant for the office."""
        return for_everybody(self.content)


def published_reports(view: View) -> Sequence[PublicReport]:
    """Return the published reports, the latest year first; of each year the last published."""
    days = {row.report_id: row.published_on for row in view.report_publications.where()}
    last = {row.year: row for row in view.frozen_reports.every(rolled_up=False) if row.id in days}
    return [
        PublicReport(row.year, days[row.id], row.digest, row.content)
        for row in sorted(last.values(), key=lambda row: row.year, reverse=True)
    ]


def published_report(view: View, year: int) -> PublicReport | None:
    """Return the published report of a year, if there is one."""
    return next((report for report in published_reports(view) if report.year == year), None)


def for_everybody(content: str) -> PrintedReport:
    """Return a kept report for the public: errors it was issued with stand, reminders do not."""
    printed = from_kept(content)
    errors = tuple(found for found in printed.findings if found.severity is Severity.ERROR)
    return replace(printed, findings=errors)
