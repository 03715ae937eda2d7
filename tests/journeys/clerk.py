"""A clerk who lives a request from day to day, and finds it again in the tables of the year."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tests.fakes import FixedClock
from tests.workflow.cli.desk import Keyboard
from workflow.bootstrap import Office, open_installation
from workflow.records.figures import Figures
from workflow.reports.annual import annual_report
from workflow.reports.cells import list_cell
from workflow.services.reporting import ReportWanted, asking_of
from workflow.settings import Settings

FORMS = ("2008", "2014", "2019", "2021")

# The rows that say what became of a request, as each printed form numbers or names them.
# 29 of 2014 is the sum of the grounds for refusing; 23 and 24 say in time, and later.
AGREED, PARTLY, WITHHELD, OTHER = (
    "其中:1.同意公开答复数",
    "2.同意部分公开答复数",
    "3.不予公开答复数",
    "4.其他类型答复数",
)
RESULTS: Mapping[str, frozenset[str]] = {
    "2008": frozenset({AGREED, PARTLY, WITHHELD, OTHER}),
    "2014": frozenset(str(row) for row in range(26, 40)) - {"29"},
}


class Clerk(Keyboard):
    """Types commands on the day that each of them belongs to."""

    def day(self, day: str) -> "Clerk":
        """Go on to another day."""
        self.on = date.fromisoformat(day)
        return self

    def shown(self, number: str) -> dict[str, Any]:
        """Return a request as `request show` tells it to a program."""
        found: dict[str, Any] = self.read("request", "show", number)
        return found

    def rows(self, number: str, year: int = 2025) -> dict[str, str]:
        """Return the row of results that lists a request in each form of a year, if one does.

        The years of the forms of 2008, 2014 and 2019 are over; here each counts the year anyhow.
        """
        found: dict[str, str] = {}
        for form, row in self._results(number, year):
            assert form not in found, f"{number}: {form} {found[form]} and {row}"
            found[form] = row
        return found

    def stands(self, number: str, year: int = 2025) -> set[str]:
        """Return every row of the table of requests since 2021 that lists a request."""
        return {row for form, row in self._listing(number, year) if form == "2021"}

    def _results(self, number: str, year: int) -> Iterator[tuple[str, str]]:
        for form, row in self._listing(number, year):
            if row in RESULTS.get(form, ()) or (row.startswith("R3.") and row != "R3.7"):
                yield form, row

    def _listing(self, number: str, year: int) -> Iterator[tuple[str, str]]:
        with open_installation(Settings(), FixedClock.on(self.on)) as installation:
            office = installation.office()
            for form in FORMS:
                for row in sorted(_rows_that_list(office, number, form, year)):
                    yield form, row


def _rows_that_list(office: Office, number: str, form: str, year: int) -> set[str]:
    at = office.clock.now()
    with office.read() as view:
        asking = asking_of(view, ReportWanted(year=year, form_key=form), at, office.calendar)
        present = Figures(view.connection)
        report = annual_report(present, asking)
        figures = asking.figures(present)
        return {
            key.row
            for key, cell in report.cells.items()
            if key.table in {"statistics", "requests"} and key.column != "cumulative"
            if any(record.number == number for record in list_cell(figures, cell))
        }
