"""A report as it is printed: plain values alone, so that what was issued can be kept and reprinted.

Whatever writes a report — page, document, workbook, JSON — reads this and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from pydantic import TypeAdapter

from workflow.records.canonical import canonical_json
from workflow.records.figures import OfficeFacts
from workflow.reports.cells import CellKey, Cells, Number
from workflow.reports.findings import Finding, Severity
from workflow.reports.forms.shape import Form, FormTable, Layout
from workflow.reports.measures import Measures


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """A column as printed: its key, its heading, and the heading it stands under, if any."""

    key: str
    heading: str
    group: str = ""
    decimal: bool = False


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row as printed, with its figures in the order of the columns; a heading has none."""

    key: str
    label: str
    name: str = ""
    unit: str = ""
    indent: int = 0
    groups: tuple[str, ...] = ()
    verified: bool = True
    figures: tuple[int | Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """Rows and columns under one heading."""

    columns: tuple[PrintedColumn, ...]
    rows: tuple[PrintedRow, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table as printed, with the notes under it and the blanks at its foot."""

    key: str
    caption: str
    layout: Layout
    section: str
    blocks: tuple[PrintedBlock, ...]
    notes: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()

    @property
    def figures(self) -> Iterator[tuple[PrintedRow, PrintedColumn, Number]]:
        """Yield every figure with its row and its column, in the order of print."""
        for block in self.blocks:
            for row in block.rows:
                for column, figure in zip(block.columns, row.figures, strict=False):
                    yield row, column, figure


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section as printed: plain text, one paragraph a line; `key` is where its tables go."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Override:
    """That the head of office had a report with errors issued, and why."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A year's report, all of it.

    `as_known_on` is the instant up to which facts were counted, `frozen_at` the one at which it
    was issued; `members` are the offices rolled up in it, its own included.
    """

    office: OfficeFacts
    year: int
    form: str
    form_version: int
    title: str
    sections: tuple[PrintedSection, ...]
    tables: tuple[PrintedTable, ...]
    supplement: PrintedTable | None
    measures: Measures
    findings: tuple[Finding, ...]
    members: tuple[str, ...] = ()
    as_known_on: datetime | None = None
    frozen_at: datetime | None = None
    override: Override | None = None
    supersedes: str = field(default="")

    @property
    def has_errors(self) -> bool:
        """Whether the report should not be issued as it is."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def all_tables(self) -> tuple[PrintedTable, ...]:
        """The tables printed, and the one that the text alone speaks of."""
        return self.tables if self.supplement is None else (*self.tables, self.supplement)

    def figure(self, table: str, row: str, column: str) -> Number:
        """Return a figure by the keys of its place."""
        for printed in self.all_tables:
            for each, at, value in printed.figures:
                if (printed.key, each.key, at.key) == (table, row, column):
                    return value
        raise KeyError(table, row, column)


_REPORTS = TypeAdapter(PrintedReport)


def as_kept(report: PrintedReport) -> str:
    """Return the one text of a report, from which it is printed again as it was."""
    return canonical_json(_REPORTS.dump_python(report, mode="json"))


def from_kept(text: str) -> PrintedReport:
    """Return the report that was kept as a text."""
    return _REPORTS.validate_json(text)


def printed_table(
    table: FormTable, form: Form, year: int, cells: Cells, notes: tuple[str, ...]
) -> PrintedTable:
    """Return a table of a form with its figures."""
    return PrintedTable(
        table.key,
        table.caption.format(year=year),
        table.layout,
        next((s.title for s in form.sections if s.template == table.section), ""),
        tuple(
            PrintedBlock(
                tuple(
                    PrintedColumn(c.key, c.heading.format(year=year), c.group, c.decimal)
                    for c in block.columns
                ),
                tuple(
                    PrintedRow(
                        row.key,
                        row.label,
                        row.name,
                        row.unit,
                        row.indent,
                        row.groups,
                        row.verified,
                        tuple(
                            cells[CellKey(table.key, row.key, c.key)].value for c in block.columns
                        )
                        if row.has_figures
                        else (),
                    )
                    for row in block.rows
                ),
                block.heading,
            )
            for block in table.blocks
        ),
        (*notes, *table.remarks),
        table.foot,
    )
