"""What the cells of the official tables are called in a sentence."""

from workflow.checking.printed import shown
from workflow.checking.published import STATISTICS
from workflow.i18n import Text
from workflow.reports.forms.labels import (
    DISPUTE_COLUMNS,
    DISPUTE_ROWS,
    DISPUTES,
    PROACTIVE,
    PROACTIVE_2019,
    PROACTIVE_2021,
    REQUEST_COLUMNS,
    REQUEST_ROWS_2019,
    REQUEST_ROWS_2021,
    REQUESTS,
)
from workflow.reports.forms.labels_2014 import ROWS_2014

_BLOCKS = (*PROACTIVE_2019, *PROACTIVE_2021)
_ROWS: dict[str, dict[str, str]] = {
    REQUESTS: {row.key: row.label for row in (*REQUEST_ROWS_2019, *REQUEST_ROWS_2021)},
    DISPUTES: {row.key: row.label for row in DISPUTE_ROWS},
    PROACTIVE: {row.key: row.label for block in _BLOCKS for row in block.rows},
    STATISTICS: {row.key: row.label for row in ROWS_2014 if row.number},
}
_COLUMNS: dict[str, dict[str, str]] = {
    REQUESTS: {column.key: column.label for column in REQUEST_COLUMNS},
    DISPUTES: {column.key: column.label for column in DISPUTE_COLUMNS},
    PROACTIVE: {column.key: column.label for block in _BLOCKS for column in block.columns},
    STATISTICS: {"year": "年度", "cumulative": "历年累计", "count": "统计数"},
}
TABLES: dict[str, Text] = {
    PROACTIVE: Text("表二（主动公开）", "表二 (proactive)"),
    REQUESTS: Text("表三（申请）", "表三 (requests)"),
    DISPUTES: Text("表四（复议、诉讼）", "表四 (disputes)"),
    STATISTICS: Text("统计表", "the statistics table"),
}


def row_name(table: str, row: str) -> Text:
    """Return what a row is called: its label, with its code in English."""
    label = _ROWS[table].get(row, row)
    return Text(f"“{label}”", f"“{label}”" if label == row else f"{row} “{label}”")


def column_name(table: str, column: str) -> Text:
    """Return what a column is called."""
    return Text(f"“{_COLUMNS[table].get(column, column)}”", f"“{column}”")


def cell_name(table: str, row: str, column: str) -> Text:
    """Return what a cell is called: its row and its column."""
    rows, columns = row_name(table, row), column_name(table, column)
    return Text(f"{rows.zh}{columns.zh}一格", f"{rows.en}, {columns.en}")


def column_label(table: str, column: str) -> str:
    """Return the printed heading of a column."""
    return _COLUMNS[table].get(column, column)


def terms(parts: list[tuple[str, float]]) -> str:
    """Return a sum written out: 结果维持10＋结果纠正1."""
    return "＋".join(f"{name}{shown(value)}" for name, value in parts)
