"""A report as JSON: the one this program writes, or its figures alone."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from workflow.checking.forms import FORMS, forms_of_year
from workflow.checking.printed import Figure, Mark, figure
from workflow.checking.published import STATISTICS, PublishedReport, Section, Table
from workflow.checking.tables.statistics import CUMULATIVE, EXTRA_CHANNELS, ROWS_2008, YEAR
from workflow.checking.unreadable import Trouble, UnreadableReportError
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
from workflow.reports.forms.labels_2014 import COLUMN, ROWS_2014

_BLOCKS = (*PROACTIVE_2019, *PROACTIVE_2021)
_ROWS: dict[str, frozenset[str]] = {
    REQUESTS: frozenset(row.key for row in (*REQUEST_ROWS_2019, *REQUEST_ROWS_2021)),
    DISPUTES: frozenset(row.key for row in DISPUTE_ROWS),
    PROACTIVE: frozenset(row.key for block in _BLOCKS for row in block.rows),
    STATISTICS: frozenset((*ROWS_2008, *EXTRA_CHANNELS, *(row.key for row in ROWS_2014))),
}
_COLUMNS: dict[str, frozenset[str]] = {
    REQUESTS: frozenset(column.key for column in REQUEST_COLUMNS),
    DISPUTES: frozenset(column.key for column in DISPUTE_COLUMNS),
    PROACTIVE: frozenset(column.key for block in _BLOCKS for column in block.columns),
    STATISTICS: frozenset((YEAR, CUMULATIVE, COLUMN)),
}
# Beside its figures a row may carry what it is called and counted in.
_NO_FIGURES = frozenset(("name", "label", "unit"))


class _MisshapenError(Exception):
    def __init__(self, detail: Text) -> None:
        super().__init__(detail)
        self.detail = detail


def read_report_json(content: bytes, path: Path) -> PublishedReport:
    """Return the report that a JSON file holds; a row or column unknown to it is refused."""
    try:
        shape = json.loads(content.decode("utf-8-sig"))
        return _report(_mapping(shape, "$"))
    except (ValueError, RecursionError) as error:
        detail = Text("内容不是完整的 JSON（UTF-8）", "it is not whole JSON in UTF-8")
        raise UnreadableReportError(Trouble.BAD_JSON, path, detail) from error
    except _MisshapenError as error:
        raise UnreadableReportError(Trouble.BAD_JSON, path, error.detail) from error


def _report(shape: Mapping[str, object]) -> PublishedReport:
    if not isinstance(shape.get("tables"), dict):
        raise _MisshapenError(
            Text("没有“tables”（各表的数字）", "there is no “tables” with the figures")
        )
    year = shape.get("year")
    if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
        raise _MisshapenError(Text(f"“year”不是年度：{year}", f"“year” is no year: {year}"))
    tables = {
        key: _table(key, _mapping(table, f"tables.{key}"))
        for key, table in _mapping(shape["tables"], "tables").items()
        if key in _ROWS
    }
    if not any(tables.values()):
        known = "、".join(_ROWS)
        raise _MisshapenError(
            Text(f"“tables”里没有 {known} 中的任何一表", f"“tables” has none of {known}")
        )
    return PublishedReport(
        office=str(shape.get("office") or ""),
        year=year,
        form=_form(shape.get("format"), year, tables),
        tables=tables,
        sections=tuple(_sections(shape.get("sections"))),
        period=_period(shape.get("period")),
    )


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _MisshapenError(Text(f"“{where}”不是对象", f"“{where}” is no object"))
    return value


def _table(key: str, rows: Mapping[str, object]) -> Table:
    table: dict[str, dict[str, Figure]] = {}
    for row, columns in rows.items():
        where = f"tables.{key}.{row}"
        if row not in _ROWS[key]:
            raise _MisshapenError(Text(f"没有“{where}”这一行", f"there is no row “{where}”"))
        table[row] = {
            column: _figure(value, f"{where}.{column}")
            for column, value in _mapping(columns, where).items()
            if column not in _NO_FIGURES and _known(key, column, where)
        }
    return table


def _known(key: str, column: str, where: str) -> bool:
    if column not in _COLUMNS[key]:
        column = f"{where}.{column}"
        raise _MisshapenError(Text(f"没有“{column}”这一列", f"there is no column “{column}”"))
    return True


def _figure(value: object, where: str) -> Figure:
    if value is None:
        return Figure("", Mark.BLANK)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise _MisshapenError(Text(f"“{where}”不是数字", f"“{where}” is no number"))
    return figure(str(value))


def _form(named: object, year: int | None, tables: Mapping[str, Table]) -> str:
    """Return the form the file names; its figures alone are taken to be of the year's."""
    if named is not None:
        if named not in FORMS:
            raise _MisshapenError(Text(f"没有“{named}”格式", f"there is no form “{named}”"))
        return str(named)
    if STATISTICS in tables:
        return "2014" if any(row.isdecimal() for row in tables[STATISTICS]) else "2008"
    return "2021" if year is None else forms_of_year(year)[0]


def _sections(shape: object) -> Iterator[Section]:
    if shape is None:
        return
    if not isinstance(shape, list):
        raise _MisshapenError(Text("“sections”不是列表", "“sections” is no list"))
    for number, section in enumerate(shape):
        parts = _mapping(section, f"sections[{number}]")
        text = str(parts.get("text") or "")
        yield Section(str(parts.get("title") or ""), tuple(filter(None, text.split("\n"))))


def _period(shape: object) -> tuple[date, date] | None:
    if shape is None:
        return None
    if not isinstance(shape, list) or len(shape) != len(("first", "last")):
        raise _MisshapenError(Text("“period”不是起止两日", "“period” is not two days"))
    try:
        first, last = (date.fromisoformat(str(day)) for day in shape)
    except ValueError as error:
        detail = Text("“period”不是起止两日", "“period” is not two days")
        raise _MisshapenError(detail) from error
    return first, last
