"""This year and the one before: cumulative figures, what was carried over, what is in force."""

from collections.abc import Iterator

from workflow.i18n import Text
from workflow.reports.cells import Cell, CellKey, Number, is_indicator, opening_of
from workflow.reports.findings import Finding, Severity
from workflow.reports.forms.shape import CarriedRule, ChainRule, FormRow, FormTable
from workflow.reports.identities.reckoning import Reckoning, finding


def years_add_up(reckoning: Reckoning) -> Iterator[Finding]:
    """A cumulative figure is last year's and this year's together, where last year's is known."""
    for table in reckoning.form.tables:
        for row, column in table.places:
            if column.cumulative and row.selections and not column.proposed:
                now = reckoning.cell(table.key, row.key, column.key)
                added = reckoning.cell(table.key, row.key, table.columns_of(row)[0].key)
                last = reckoning.last_year.cells.get(now.key)
                if last is None or _began_since(reckoning, row, now):
                    continue
                if now.value != last.value + added.value:
                    yield _years_differ(now, row.label, last.value, added.value)


def _began_since(reckoning: Reckoning, row: FormRow, now: Cell) -> bool:
    """Whether an opening balance is of this year: nothing is known of the years before it."""
    return any(
        opening_of(now.key, row, reckoning.openings, reckoning.year.last_day, office) is not None
        and opening_of(now.key, row, reckoning.openings, reckoning.year.eve, office) is None
        for office in reckoning.offices
    )


def _years_differ(now: Cell, label: str, last: Number, added: Number) -> Finding:
    return finding(
        "S3",
        Severity.ERROR,
        now.key,
        Text(
            f"“{label}”历年累计为{now.value}，上年累计{last}加本年度{added}为{last + added}。",
            f"“{label}” is {now.value} cumulatively; last year's {last} and this year's "
            f"{added} make {last + added}.",
        ),
        now.value,
        last + added,
    )


def carried_in_is_carried_out(reckoning: Reckoning) -> Iterator[Finding]:
    """What is carried in is what last year's report carried out.

    Compared is the frozen report of last year; failing that an opening balance of its last day;
    else what is counted of it now, which is the same question.
    """
    for table in reckoning.form.tables:
        for rule in table.rules:
            if isinstance(rule, CarriedRule):
                yield from _carried(reckoning, table, rule)


def _carried(reckoning: Reckoning, table: FormTable, rule: CarriedRule) -> Iterator[Finding]:
    row_in, row_out = table.row(rule.carried_in), table.row(rule.carried_out)
    if row_in is None or row_out is None:
        return
    for column in table.columns_of(row_in):
        now = reckoning.cell(table.key, rule.carried_in, column.key)
        last = _carried_out(reckoning, CellKey(table.key, row_out.key, column.key), row_out, now)
        if last is None or last == now.value:
            continue
        heading = reckoning.heading(table, row_in.key, column.key)
        listed = reckoning.listed(now)
        yield finding(
            rule.rule,
            Severity.ERROR,
            now.key,
            Text(
                f"“{row_in.label}”{heading}为{now.value}，上年度报告“{row_out.label}”为{last}；"
                "请核对上年年底在办的申请是否都已登记。",
                f"“{row_in.label}” ({column.key}) is {now.value}; last year's report carried out "
                f"{last}. Check that all that was in hand is registered.",
            ),
            now.value,
            last,
            listed,
        )


def _carried_out(reckoning: Reckoning, key: CellKey, row: FormRow, now: Cell) -> Number | None:
    if key in reckoning.last_year.frozen:
        return reckoning.last_year.frozen[key]
    said = [
        opening.amount
        for opening in reckoning.openings
        if opening.on == reckoning.year.eve
        and (is_indicator(opening.indicator, key, row) or _names(opening.indicator, now.key))
    ]
    if said:
        return sum(said)
    return reckoning.last_year.value(key)


def _names(indicator: str, key: CellKey) -> bool:
    whole = {key.row, f"{key.table}.{key.row}"} if key.column == "total" else set()
    return indicator.strip() in {f"{key.row}.{key.column}", str(key), *whole}


def stocks_follow(reckoning: Reckoning) -> Iterator[Finding]:
    """What is in force is last year's, with what was issued and without what was repealed."""
    for table in reckoning.form.tables:
        for rule in table.rules:
            if isinstance(rule, ChainRule):
                for row in table.rows:
                    if {rule.stock, rule.added, rule.removed} <= {
                        column.key for column in table.columns_of(row)
                    }:
                        yield from _follows(reckoning, table, rule, row)


def _follows(
    reckoning: Reckoning, table: FormTable, rule: ChainRule, row: FormRow
) -> Iterator[Finding]:
    stock, added, removed = (
        reckoning.cell(table.key, row.key, column)
        for column in (rule.stock, rule.added, rule.removed)
    )
    last = _last_stock(reckoning, row, stock.key)
    if last is None or stock.is_missing:
        return
    right = last + added.value - removed.value
    if stock.value != right:
        yield finding(
            rule.rule,
            Severity.WARNING,
            stock.key,
            Text(
                f"“{row.label}”现行有效{stock.value}件；上年{last}件，本年制发{added.value}件，"
                f"废止{removed.value}件，应为{right}件。",
                f"“{row.label}”: {stock.value} in force; last year's {last} with {added.value} "
                f"issued and {removed.value} repealed make {right}.",
            ),
            stock.value,
            right,
        )


def _last_stock(reckoning: Reckoning, row: FormRow, key: CellKey) -> Number | None:
    if key in reckoning.last_year.frozen:
        return reckoning.last_year.frozen[key]
    said = [
        opening.amount
        for opening in reckoning.openings
        if opening.on == reckoning.year.eve and is_indicator(opening.indicator, key, row)
    ]
    if said:
        return sum(said)
    last = reckoning.last_year.cells.get(key)
    return None if last is None or last.is_missing else last.value
