"""How the form was filled in: F1 to F6."""

import re
from collections.abc import Iterator, Mapping, Sequence

from workflow.checking.forms import FORMS, forms_of_year
from workflow.checking.naming import TABLES, cell_name, column_name, row_name
from workflow.checking.printed import Figure, Mark, shown
from workflow.checking.published import STATISTICS, PublishedReport, is_total
from workflow.checking.rules.rule import Checked, Fact, Fault
from workflow.checking.rules.sums import parts_of, results_of
from workflow.i18n import Text
from workflow.reports.forms.labels import (
    DISPUTE_COLUMNS,
    DISPUTE_ROWS,
    DISPUTES,
    OTHERWISE,
    PROACTIVE,
    REQUEST_COLUMNS,
    REQUEST_ROWS_2019,
    REQUEST_ROWS_2021,
    REQUESTS,
    TOTAL,
    ColumnLabel,
    RowLabel,
)

_NAMED = 5
_EMPTY = frozenset({Mark.BLANK, Mark.STROKE})
_CHANGE = "change"  # of 2019: a word or a sign may stand before the number
_NO_COUNTS = frozenset({"amount", _CHANGE})
_ROWS_IN_10_000 = frozenset({"49", "55"})

_PLACEHOLDERS = re.compile(
    r"【未填[^】]*】|\{\{[^{}]*\}\}|[（【\[](?:此处|待|请)(?:填写|补充|填)[^，。]{0,20}"
    r"|(?<![A-Za-z])[Xx×]{1,4}(?=[件条年月日%])|(?<=[\u4e00-\u9fff])_{2,}"
)


def form_is_of_the_year(checked: Checked) -> Iterator[Fault]:
    """F1: the report is in the form of its year."""
    report = checked.report
    if report.year is None or not report.form:
        return
    lawful = forms_of_year(report.year)
    if report.form not in lawful:
        facts: dict[str, Fact] = {
            "year": report.year,
            "used": FORMS[report.form],
            "right": FORMS[lawful[0]],
        }
        yield Fault(next(iter(report.tables)), facts=facts)


def nothing_is_a_nought(checked: Checked) -> Iterator[Fault]:
    """F2: where there is nothing to count a 0 stands, no blank and no stroke."""
    report = checked.report
    for table in report.tables:
        empty = {
            (row, column): figure
            for row, column, figure in report.cells(table)
            if figure.mark in _EMPTY and not _wanted(report, table, row, column)
        }
        if empty:
            cells = [cell_name(table, row, column) for row, column in empty]
            where = ".".join((table, *next(iter(empty)))) if len(empty) == 1 else table
            facts: dict[str, Fact] = {
                "table": TABLES[table],
                "n": len(empty),
                "cells": _listed(cells),
                "how": _how({figure.mark: figure.printed for figure in empty.values()}),
            }
            yield Fault(where, facts=facts)


def totals_are_filled(checked: Checked) -> Iterator[Fault]:
    """F6: a total is not left blank where its parts are more than nothing."""
    report = checked.report
    for table in (REQUESTS, DISPUTES):
        empty = {
            (row, column): wanted
            for row, column, figure in report.cells(table)
            if figure.mark in _EMPTY and (wanted := _wanted(report, table, row, column))
        }
        if empty:
            cells = [
                _with(cell_name(table, row, column), wanted)
                for (row, column), wanted in empty.items()
            ]
            where = ".".join((table, *next(iter(empty)))) if len(empty) == 1 else table
            facts: dict[str, Fact] = {
                "table": TABLES[table],
                "n": len(empty),
                "cells": _listed(cells),
            }
            yield Fault(where, facts=facts)


def _wanted(report: PublishedReport, table: str, row: str, column: str) -> float:
    """Return what a total that is left blank should be; 0 for any other cell."""
    if not is_total(table, row, column):
        return 0
    if column == TOTAL:
        return parts_of(report, table, row) or 0
    return results_of(report, column) or 0


def _with(cell: Text, wanted: float) -> Text:
    number = shown(wanted)
    return Text(f"{cell.zh}（应为{number}）", f"{cell.en} (should be {number})")


def _how(marks: Mapping[Mark, str]) -> Text:
    if Mark.STROKE not in marks:
        return Text("空白", "blank")
    stroke = Text(f"“{marks[Mark.STROKE]}”", f"“{marks[Mark.STROKE]}”")
    if Mark.BLANK not in marks:
        return stroke
    return Text(f"空白或者{stroke.zh}", f"blank or {stroke.en}")


def _listed(names: list[Text]) -> Text:
    rest = len(names) - _NAMED
    return Text(
        "、".join(name.zh for name in names[:_NAMED]) + ("等" if rest > 0 else ""),
        "; ".join(name.en for name in names[:_NAMED]) + (f"; and {rest} more" if rest > 0 else ""),
    )


def no_row_is_missing(checked: Checked) -> Iterator[Fault]:
    """F3: the tables that are there have all the rows and columns of the form."""
    report = checked.report
    is_single = report.form == "2019" or OTHERWISE in report.table(REQUESTS)
    request_rows = REQUEST_ROWS_2019 if is_single else REQUEST_ROWS_2021
    yield from _missing(report, REQUESTS, _keys(request_rows), _keys(REQUEST_COLUMNS))
    yield from _missing(report, DISPUTES, _keys(DISPUTE_ROWS), _keys(DISPUTE_COLUMNS))


def _keys(labels: Sequence[RowLabel] | Sequence[ColumnLabel]) -> tuple[str, ...]:
    return tuple(label.key for label in labels)


def _missing(
    report: PublishedReport, table: str, rows: Sequence[str], columns: Sequence[str]
) -> Iterator[Fault]:
    there = report.table(table)
    printed = {column for figures in there.values() for column in figures}
    missing = [row_name(table, row) for row in rows if row not in there]
    missing += [column_name(table, column) for column in columns if column not in printed]
    missing += [
        cell_name(table, row, column)
        for row, figures in there.items()
        for column in columns
        if column in printed and column not in figures
    ]
    if there and missing:
        yield Fault(table, facts={"table": TABLES[table], "missing": _listed(missing)})


def cells_are_counts(checked: Checked) -> Iterator[Fault]:
    """F4: a cell that counts holds a whole number, not below 0; a sum of money holds a number."""
    report = checked.report
    for table in report.tables:
        for row, column, figure in report.cells(table):
            if not _is_right(report, table, row, column, figure):
                facts: dict[str, Fact] = {
                    "cell": cell_name(table, row, column),
                    "printed": figure.printed,
                }
                yield Fault(f"{table}.{row}.{column}", facts=facts)


def _is_right(report: PublishedReport, table: str, row: str, column: str, figure: Figure) -> bool:
    if figure.mark in _EMPTY or figure.is_count:
        return True
    if table == PROACTIVE and column in _NO_COUNTS:
        return column == _CHANGE or figure.mark is Mark.NUMBER
    is_money = table == STATISTICS and report.form == "2014" and row in _ROWS_IN_10_000
    return is_money and figure.mark is Mark.NUMBER


def placeholders_are_filled(checked: Checked) -> Iterator[Fault]:
    """F5: no place in the text was left to be filled in."""
    for sentence in checked.sentences:
        found = _PLACEHOLDERS.search(sentence.text)
        if found is not None:
            facts: dict[str, Fact] = {"placeholder": found[0], "sentence": sentence.quoted}
            yield Fault(sentence.where, facts=facts)
