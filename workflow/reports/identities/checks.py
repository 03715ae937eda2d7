"""Every rule there is, in the order in which its findings are told."""

from collections.abc import Callable, Iterable, Iterator

from workflow.i18n import Text
from workflow.reports.cells import list_cell
from workflow.reports.findings import Finding, Severity
from workflow.reports.identities.entered import (
    fees_have_amounts,
    nothing_is_left_blank,
    what_is_entered_agrees_with_the_registers,
)
from workflow.reports.identities.mapping import (
    every_closed_request_is_counted_once,
    grounds_are_recorded,
    replies_were_asked_for,
    rows_are_settled,
)
from workflow.reports.identities.reckoning import Reckoning, finding, named_en, named_zh
from workflow.reports.identities.sums import columns_add_up, parts_fit, sides_balance, sums_hold
from workflow.reports.identities.years import (
    carried_in_is_carried_out,
    stocks_follow,
    years_add_up,
)


def categories_add_up(reckoning: Reckoning) -> Iterator[Finding]:
    """The counts by category in the text add up to the figure in the table."""
    rule = reckoning.form.categories
    if rule is None or not reckoning.cited:
        return
    counted = reckoning.cell(rule.table, rule.row, rule.column)
    right = sum(reckoning.cited.values())
    if counted.value == right:
        return
    listed = list_cell(reckoning.figures, counted)
    missing = [record for record in listed if record.kind not in reckoning.cited]
    table = reckoning.form.table(rule.table)
    label = rule.row if table is None else reckoning.called(table, rule.row)
    yield finding(
        "S6",
        Severity.ERROR,
        counted.key,
        Text(
            f"“{label}”为{counted.value}，正文各类别之和为{right}{named_zh(missing)}。",
            f"“{label}” is {counted.value}, the categories in the text add up to "
            f"{right}{named_en(missing)}.",
        ),
        counted.value,
        right,
        missing,
    )


CHECKS: tuple[Callable[[Reckoning], Iterable[Finding]], ...] = (
    sides_balance,
    sums_hold,
    columns_add_up,
    carried_in_is_carried_out,
    years_add_up,
    parts_fit,
    replies_were_asked_for,
    categories_add_up,
    every_closed_request_is_counted_once,
    grounds_are_recorded,
    rows_are_settled,
    stocks_follow,
    nothing_is_left_blank,
    what_is_entered_agrees_with_the_registers,
    fees_have_amounts,
)


def findings_of(reckoning: Reckoning) -> tuple[Finding, ...]:
    """Return every identity that does not hold."""
    return tuple(found for check in CHECKS for found in check(reckoning))
