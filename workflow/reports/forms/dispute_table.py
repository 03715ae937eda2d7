"""表四 of the forms since 2019: reconsiderations and lawsuits, as they stood at the year's end.

Counted are those decided in the year, by their result, and those pending on 31 December.
"""

from workflow.records.counting import NO, YES, Condition, Register, Selection
from workflow.reports.forms.labels import (
    DISPUTE_COLUMNS,
    DISPUTE_ROWS,
    DISPUTES,
    TOTAL,
    ColumnLabel,
    RowLabel,
)
from workflow.reports.forms.shape import (
    AcrossRule,
    Block,
    Counting,
    FormColumn,
    FormRow,
    FormTable,
    Layout,
)

_PENDING = "pending"
_AFTER = "after_reconsideration"

_SELECTIONS = {
    "reconsideration": Selection(Register.RECONSIDERATIONS),
    "litigation_direct": Selection(Register.LAWSUITS, (Condition(_AFTER, frozenset({NO})),)),
    "litigation_after_reconsideration": Selection(
        Register.LAWSUITS, (Condition(_AFTER, frozenset({YES})),)
    ),
}
_ENDED, _PENDING_STILL = (Counting.ENDED,), (Counting.CARRIED_OUT,)


def dispute_table() -> FormTable:
    """Return the table, which is the same in both forms."""
    results = tuple(column.key for column in DISPUTE_COLUMNS if column.key != TOTAL)
    return FormTable(
        DISPUTES,
        "政府信息公开行政复议、行政诉讼情况",
        (
            Block(
                tuple(_row(label) for label in DISPUTE_ROWS),
                tuple(_column(label) for label in DISPUTE_COLUMNS),
            ),
        ),
        Layout.ABREAST,
        rules=(AcrossRule("K5", TOTAL, results),),
        section="disputes",
    )


def _row(label: RowLabel) -> FormRow:
    return FormRow(
        label.key,
        label.label,
        "".join((*label.groups, label.label)),
        "件",
        (_SELECTIONS[label.key],),
        groups=label.groups,
    )


def _column(label: ColumnLabel) -> FormColumn:
    if label.key == TOTAL:
        return FormColumn(label.key, label.label, counting=_ENDED + _PENDING_STILL)
    if label.key == _PENDING:
        return FormColumn(label.key, label.label, (), _PENDING_STILL, suffix=label.label)
    conditions = (Condition("result", frozenset({label.key})),)
    return FormColumn(label.key, label.label, conditions, _ENDED, suffix=label.label)
