"""表三 of the forms since 2019: what came in, by applicant, and what became of it."""

from collections.abc import Callable

from states.statute.outcomes import CATALOGUE, Outcome, OutcomeRule
from workflow.records.counting import Condition, Register, Selection
from workflow.reports.forms.labels import (
    APPLICANT_COLUMNS,
    CARRIED_IN,
    CARRIED_OUT,
    RECEIVED,
    REQUEST_COLUMNS,
    REQUESTS,
    RESULTS_TOTAL,
    TOTAL,
    ColumnLabel,
    RowLabel,
)
from workflow.reports.forms.shape import (
    AcrossRule,
    BalanceRule,
    Block,
    CarriedRule,
    Counting,
    FormColumn,
    FormRow,
    FormTable,
    Layout,
    RepliesRule,
    SumRule,
)

RowOf = Callable[[OutcomeRule], str | None]  # the row of an outcome, as the catalogue has it

_EVERY = Selection(Register.REQUESTS)
_COUNTING = {
    RECEIVED: Counting.BEGUN,
    CARRIED_IN: Counting.CARRIED_IN,
    RESULTS_TOTAL: Counting.ENDED,
    CARRIED_OUT: Counting.CARRIED_OUT,
}


def request_table(labels: tuple[RowLabel, ...], row_of: RowOf) -> FormTable:
    """Return the table with the rows that a form has."""
    results = tuple(row.key for row in labels if row.key not in _COUNTING)
    return FormTable(
        REQUESTS,
        "收到和处理政府信息公开申请情况",
        (
            Block(
                tuple(_row(row, row_of) for row in labels),
                tuple(_column(column) for column in REQUEST_COLUMNS),
            ),
        ),
        Layout.MATRIX,
        rules=(
            BalanceRule("K1", (RECEIVED, CARRIED_IN), (RESULTS_TOTAL, CARRIED_OUT)),
            SumRule("K2", RESULTS_TOTAL, results),
            AcrossRule("K3", TOTAL, tuple(column.key for column in APPLICANT_COLUMNS)),
            CarriedRule("K4", CARRIED_IN, CARRIED_OUT),
        ),
        section="requests",
    )


def replies_rule(labels: tuple[RowLabel, ...]) -> RepliesRule:
    """Return that every request closed stands in exactly one of the results."""
    results = tuple(row.key for row in labels if row.key not in _COUNTING)
    return RepliesRule("K8", REQUESTS, TOTAL, RESULTS_TOTAL, results)


def _row(label: RowLabel, row_of: RowOf) -> FormRow:
    counting = _COUNTING.get(label.key)
    selection = _EVERY if counting is not None else _ended_in(label.key, row_of)
    return FormRow(
        label.key,
        label.label,
        _name(label),
        "件",
        (selection,),
        (counting or Counting.ENDED,),
        groups=label.groups,
    )


def _ended_in(row: str, row_of: RowOf) -> Selection:
    outcomes = frozenset(outcome for outcome in Outcome if row_of(CATALOGUE[outcome]) == row)
    return _EVERY.narrowed(Condition("outcome", frozenset(map(str, outcomes))))


def _column(label: ColumnLabel) -> FormColumn:
    kinds = () if label.key == TOTAL else (Condition("applicant_kind", frozenset({label.key})),)
    suffix = "" if label.key == TOTAL else label.label
    return FormColumn(label.key, label.label, kinds, group=label.group, suffix=suffix)


_NAMES = {
    RECEIVED: "新收申请数",
    CARRIED_IN: "上年结转申请数",
    RESULTS_TOTAL: "办理结果总计",
    CARRIED_OUT: "结转下年度申请数",
}


def _name(label: RowLabel) -> str:
    """Return what a text calls the row: 不予公开属于国家秘密 for （三）不予公开 1.属于国家秘密."""
    if label.key in _NAMES:
        return _NAMES[label.key]
    return "".join(_bare(part) for part in (*label.groups[1:], label.label))


def _bare(heading: str) -> str:
    """Return a heading without its number and its explanation."""
    words = heading.partition("）")[2] if heading.startswith("（") else heading.partition(".")[2]
    return words.partition("（")[0]
