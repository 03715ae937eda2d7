"""Sums: of rows, of columns, of both sides of the table; and parts within their whole."""

from collections import Counter
from collections.abc import Iterable, Iterator

from workflow.i18n import Text
from workflow.records.counting import Counted
from workflow.reports.cells import Cell, Number
from workflow.reports.findings import Finding, Severity
from workflow.reports.forms.shape import (
    AcrossRule,
    BalanceRule,
    FormRow,
    FormTable,
    PartRule,
    SumRule,
)
from workflow.reports.identities.reckoning import Reckoning, finding, named_en, named_zh


def sums_hold(reckoning: Reckoning) -> Iterator[Finding]:
    """A total is the sum of its parts, in every column."""
    for table in reckoning.form.tables:
        for rule in table.rules:
            if isinstance(rule, SumRule):
                for column in _columns(table, rule.total):
                    yield from _sum_holds(reckoning, table, rule, column)


def _sum_holds(
    reckoning: Reckoning, table: FormTable, rule: SumRule, column: str
) -> Iterator[Finding]:
    total = reckoning.cell(table.key, rule.total, column)
    parts = [reckoning.cell(table.key, part, column) for part in rule.parts]
    right = _total(parts)
    if total.value == right:
        return
    label = reckoning.called(table, rule.total)
    heading = reckoning.heading(table, rule.total, column)
    strays = _apart(reckoning, [total], parts)
    yield finding(
        rule.rule,
        Severity.ERROR,
        total.key,
        Text(
            f"“{label}”{heading}为{total.value}，各分项之和为{right}{named_zh(strays)}。",
            f"“{label}”{_beside(column)} is {total.value}, its parts add up to {right}"
            f"{named_en(strays)}.",
        ),
        total.value,
        right,
        strays,
    )


def sides_balance(reckoning: Reckoning) -> Iterator[Finding]:
    """What came in is what went out, in every column."""
    for table in reckoning.form.tables:
        for rule in table.rules:
            if isinstance(rule, BalanceRule):
                for column in _columns(table, rule.left[0]):
                    yield from _balances(reckoning, table, rule, column)


def _balances(
    reckoning: Reckoning, table: FormTable, rule: BalanceRule, column: str
) -> Iterator[Finding]:
    left = [reckoning.cell(table.key, row, column) for row in rule.left]
    right = [reckoning.cell(table.key, row, column) for row in rule.right]
    both = _total(left), _total(right)
    if both[0] == both[1]:
        return
    strays = _apart(reckoning, left, right)
    shown = {
        side: "＋".join(f"“{_short(reckoning, table, cell)}”{cell.value}" for cell in cells)
        for side, cells in (("left", left), ("right", right))
    }
    heading = reckoning.heading(table, rule.left[0], column)
    yield finding(
        rule.rule,
        Severity.ERROR,
        right[0].key,
        Text(
            f"{heading}：{shown['left']}，合计{both[0]}，不等于{shown['right']}，合计{both[1]}"
            f"{named_zh(strays)}。",
            f"{column}: {' + '.join(f'{c.key.row} {c.value}' for c in left)} is {both[0]}, not "
            f"{' + '.join(f'{c.key.row} {c.value}' for c in right)}, which is {both[1]}"
            f"{named_en(strays)}.",
        ),
        both[0],
        both[1],
        strays,
    )


def _short(reckoning: Reckoning, table: FormTable, cell: Cell) -> str:
    row = table.row(cell.key.row)
    return reckoning.called(table, cell.key.row) if row is None else row.label


def columns_add_up(reckoning: Reckoning) -> Iterator[Finding]:
    """The total of a row is the sum of its columns."""
    for table in reckoning.form.tables:
        for rule in table.rules:
            if isinstance(rule, AcrossRule):
                for row in table.rows:
                    yield from _adds_up(reckoning, table, rule, row)


def _adds_up(
    reckoning: Reckoning, table: FormTable, rule: AcrossRule, row: FormRow
) -> Iterator[Finding]:
    total = reckoning.cell(table.key, row.key, rule.total)
    parts = [reckoning.cell(table.key, row.key, part) for part in rule.parts]
    right = _total(parts)
    if total.value == right:
        return
    label = reckoning.called(table, row.key)
    heading = reckoning.heading(table, row.key, rule.total)
    strays = _apart(reckoning, [total], parts)
    yield finding(
        rule.rule,
        Severity.ERROR,
        total.key,
        Text(
            f"“{label}”{heading}为{total.value}，各列之和为{right}{named_zh(strays)}。",
            f"“{label}” is {total.value} in all, its columns add up to {right}{named_en(strays)}.",
        ),
        total.value,
        right,
        strays,
    )


def parts_fit(reckoning: Reckoning) -> Iterator[Finding]:
    """What counts some of a row is never greater than the row."""
    for table in reckoning.form.tables:
        for rule in table.rules:
            if isinstance(rule, PartRule):
                for column in _columns(table, rule.whole):
                    yield from _part_fits(reckoning, table, rule, column)


def _part_fits(
    reckoning: Reckoning, table: FormTable, rule: PartRule, column: str
) -> Iterator[Finding]:
    part = reckoning.cell(table.key, rule.part, column)
    whole = reckoning.cell(table.key, rule.whole, column)
    if part.value <= whole.value:
        return
    label, greater = (reckoning.called(table, row) for row in (rule.part, rule.whole))
    heading = reckoning.heading(table, rule.part, column)
    yield finding(
        rule.rule,
        Severity.ERROR,
        part.key,
        Text(
            f"“{label}”{heading}为{part.value}，大于“{greater}”的{whole.value}。",
            f"“{label}”{_beside(column)} is {part.value}, "
            f"more than the {whole.value} of “{greater}”.",
        ),
        part.value,
        whole.value,
    )


def _columns(table: FormTable, row: str) -> tuple[str, ...]:
    found = table.row(row)
    return () if found is None else tuple(column.key for column in table.columns_of(found))


def _beside(column: str) -> str:
    return f" ({column})"


def _total(cells: Iterable[Cell]) -> Number:
    return sum(cell.value for cell in cells)


def _apart(reckoning: Reckoning, ones: Iterable[Cell], others: Iterable[Cell]) -> list[Counted]:
    """Return the records that one side counts more often than the other."""
    left, right = reckoning.listed(*ones), reckoning.listed(*others)
    counts = Counter(record.key for record in left)
    counts.subtract(record.key for record in right)
    return [record for record in (*left, *right) if counts[record.key]]
