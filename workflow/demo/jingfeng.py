"""净峰镇 in 2017: its ledger as package data, and the table it published, to compare with."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workflow.bootstrap import Installation, Office
from workflow.ledger.book import read_book
from workflow.reports.annual import AnnualReport
from workflow.services.importing import ImportBook, import_book

YEAR = 2017
_HERE = Path(__file__).parent
LEDGER = _HERE / "jingfeng"
PUBLISHED = _HERE / "jingfeng_2017_published.csv"


@dataclass(frozen=True, slots=True)
class Compared:
    """One row of the table: as computed from the records, and as the town published it."""

    label: str
    unit: str
    computed: tuple[int, int]
    published: tuple[int, int]

    @property
    def agrees(self) -> bool:
        """Whether year and cumulative are both the same."""
        return self.computed == self.published


def import_jingfeng(installation: Installation, *, actor: str) -> Office:
    """Import the town's ledger into an empty installation, and return its office."""
    now = installation.clock.now()
    book = read_book(LEDGER, today=now.date())
    with installation.work() as uow:
        summary = import_book(
            ImportBook(actor=actor), book, uow, at=now, calendar=installation.calendar
        )
    return installation.office(summary.office)


def compare(report: AnnualReport) -> list[Compared]:
    """Set the computed table beside the published one, row by row."""
    return [
        Compared(row.label, row.unit, _computed(report, row.label), published)
        for row, published in zip(report.form.tables[0].rows, _published(), strict=True)
    ]


def _computed(report: AnnualReport, label: str) -> tuple[int, int]:
    table = report.form.tables[0].key
    year, cumulative = (
        int(report.cell(table, label, column).value) for column in ("year", "cumulative")
    )
    return year, cumulative


def _published() -> Iterator[tuple[int, int]]:
    with PUBLISHED.open(encoding="utf-8-sig", newline="") as lines:
        for row in list(csv.reader(lines))[1:]:
            yield int(row[2]), int(row[3])
