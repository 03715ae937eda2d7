"""A published report, whoever wrote it: whose, of which year, its figures, its text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from workflow.checking.printed import Figure, Mark
from workflow.reports.forms.labels import (
    DISPUTES,
    PROACTIVE,
    REQUESTS,
    RESULTS_TOTAL,
    TOTAL,
)

STATISTICS = "statistics"
TABLES = (PROACTIVE, REQUESTS, DISPUTES, STATISTICS)

Row = Mapping[str, Figure]
Table = Mapping[str, Row]


def is_total(table: str, row: str, column: str) -> bool:
    """Whether a cell of 表三 or 表四 adds up others."""
    if table == REQUESTS:
        return column == TOTAL or row == RESULTS_TOTAL
    return table == DISPUTES and column == TOTAL


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text under its heading; the part before the first one has none."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedReport:
    """What was read of a report; what could not be made out is empty.

    `form` is the key of the form whose tables it prints.
    """

    office: str = ""
    year: int | None = None
    form: str = ""
    tables: Mapping[str, Table] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    period: tuple[date, date] | None = None

    def table(self, key: str) -> Table:
        """Return a table, empty where the report has none."""
        return self.tables.get(key, {})

    def value(self, table: str, row: str, column: str) -> float | None:
        """Return what a cell counts: a blank one nothing, but for a total, which says nothing then.

        None where there is no such cell, or no number in it.
        """
        found = self.table(table).get(row, {}).get(column)
        if found is None or found.mark is Mark.WORDS:
            return None
        if found.mark is not Mark.NUMBER and is_total(table, row, column):
            return None
        return found.value

    def cells(self, table: str) -> Iterator[tuple[str, str, Figure]]:
        """Yield every cell of a table with its row and column."""
        for row, columns in self.table(table).items():
            for column, figure in columns.items():
                yield row, column, figure
