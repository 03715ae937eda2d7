"""表二 of the forms since 2019: what only people can enter, but for a few figures proposed."""

from workflow.records.counting import YES, Condition, Register, Selection
from workflow.reports.forms import labels
from workflow.reports.forms.labels import PROACTIVE, ColumnLabel, RowLabel
from workflow.reports.forms.shape import (
    Block,
    ChainRule,
    FormColumn,
    FormRow,
    FormTable,
    Layout,
    Source,
)

NORMATIVE = Selection(Register.PUBLICATIONS, (Condition("normative", frozenset({YES})),))

# Columns of normative documents that the register of publications can propose.
_PROPOSED = frozenset({"issued", "made", "published", "published_in_all"})
_CUMULATIVE = frozenset({"published_in_all"})
_MONEY = frozenset({"amount"})


def proactive_table(blocks: tuple[labels.Block, ...], *rules: ChainRule) -> FormTable:
    """Return the table with the blocks that a form has."""
    return FormTable(
        PROACTIVE,
        "主动公开政府信息情况",
        tuple(
            Block(
                tuple(_row(row) for row in block.rows),
                tuple(_column(column) for column in block.columns),
                block.heading,
            )
            for block in blocks
        ),
        Layout.BLOCKS,
        rules=rules,
        section="proactive",
    )


def _row(label: RowLabel) -> FormRow:
    counted = (NORMATIVE,) if label.key == "normative_documents" else ()
    return FormRow(label.key, label.label, label.label, selections=counted, source=Source.ENTERED)


def _column(label: ColumnLabel) -> FormColumn:
    return FormColumn(
        label.key,
        label.label,
        suffix=label.label.partition("（")[0],
        cumulative=label.key in _CUMULATIVE,
        decimal=label.key in _MONEY,
        proposed=label.key in _PROPOSED,
    )
