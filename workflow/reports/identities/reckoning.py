"""All that the identities compare, and the words they share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from workflow.i18n import Text
from workflow.records.counting import Counted, Question
from workflow.records.figures import Figures, Opening
from workflow.records.tallies import Offices
from workflow.reports.cells import Cell, CellKey, Cells, Number, Year, list_cell
from workflow.reports.findings import Finding, Severity
from workflow.reports.forms.shape import Form, FormTable
from workflow.reports.measures import Measures

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class LastYear:
    """The figures of the year before: counted again, and as they were issued.

    Where the report of that year was frozen, what it printed counts before what is counted now.
    """

    cells: Cells = field(default_factory=dict)
    frozen: Mapping[CellKey, Number] = field(default_factory=dict)

    def value(self, key: CellKey) -> Number | None:
        """Return a figure as it was issued, or else as it is counted."""
        if key in self.frozen:
            return self.frozen[key]
        cell = self.cells.get(key)
        return None if cell is None else cell.value


@dataclass(frozen=True, slots=True)
class Reckoning:
    """All that the identities compare; `cited` are the counts by category that the text gives.

    Records are asked for only where a rule does not hold, to name those concerned.
    """

    form: Form
    year: Year
    figures: Figures
    offices: Offices
    cells: Cells
    last_year: LastYear
    openings: Sequence[Opening]
    cited: Mapping[str, int]
    measures: Measures

    def cell(self, table: str, row: str, column: str) -> Cell:
        """Return a figure of this year's report."""
        return self.cells[CellKey(table, row, column)]

    def listed(self, *cells: Cell) -> list[Counted]:
        """Return the records that some figures counted, once for each figure."""
        return [record for cell in cells for record in list_cell(self.figures, cell)]

    def asked(self, question: Question) -> tuple[Counted, ...]:
        """Return the records that a question finds."""
        return self.figures.listed(self.offices, question)

    def heading(self, table: FormTable, row: str, column: str) -> str:
        """Return what a column is called beside a row, or nothing where there is only one."""
        found = table.row(row)
        columns = () if found is None else table.columns_of(found)
        if len(columns) < _SEVERAL:
            return ""
        heading = next(c.heading for c in columns if c.key == column)
        return heading.format(year=self.year.number)

    def called(self, table: FormTable, row: str) -> str:
        """Return what a row is called: its label, with the heading it needs to be understood."""
        found = table.row(row)
        if found is None:
            return row
        return f"{found.groups[-1]} {found.label}" if len(found.groups) > 1 else found.label


_SEVERAL = 2


def plain(value: Number) -> int | float:
    """Return a figure as JSON has it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def finding(
    rule: str,
    severity: Severity,
    where: object,
    text: Text,
    left: Number | None = None,
    right: Number | None = None,
    records: Iterable[Counted] = (),
) -> Finding:
    """Return a finding, with the numbers of the records concerned in their order."""
    numbers = tuple(dict.fromkeys(record.number for record in records))
    return Finding(
        rule,
        severity,
        str(where),
        text,
        None if left is None else plain(left),
        None if right is None else plain(right),
        numbers,
    )


def named_zh(records: Iterable[Counted | str]) -> str:
    """Return the first of the records in brackets, and how many there are."""
    numbers = _numbers(records)
    if not numbers:
        return ""
    more = f"等{len(numbers)}件" if len(numbers) > _SHOWN else ""
    return f"（{'、'.join(numbers[:_SHOWN])}{more}）"


def named_en(records: Iterable[Counted | str]) -> str:
    """Return the same in English."""
    numbers = _numbers(records)
    if not numbers:
        return ""
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    return f" ({', '.join(numbers[:_SHOWN])}{more})"


def _numbers(records: Iterable[Counted | str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one if isinstance(one, str) else one.number for one in records))
