"""A report as a workbook: its tables with live sums, a sheet for each chart, and what was noted."""

from collections.abc import Iterator, Mapping, Sequence

from workflow.documents.grid import Place, places
from workflow.documents.model import Cell, Table
from workflow.documents.xlsx import Chart as NativeChart
from workflow.documents.xlsx import ChartKind, Elsewhere, Sheet, to_xlsx
from workflow.reports.catalogue import FORMS, form_for
from workflow.reports.cells import CellKey
from workflow.reports.charts import charts_of
from workflow.reports.document import table_of
from workflow.reports.errata import Erratum
from workflow.reports.forms.shape import AcrossRule, FormTable, SumRule
from workflow.reports.grid import grid_of
from workflow.reports.printed import PrintedReport, PrintedTable
from workflow.reports.rendering import Rendering
from workflow.reports.told import (
    contact,
    errata_heading,
    erratum_sentence,
    findings_heading,
    foot,
    members,
    origin,
    period,
    severity_word,
)

Sums = dict[CellKey, tuple[CellKey, ...]]

_REMARKS = "编制说明"


def workbook_of(report: PrintedReport, errata: Sequence[Erratum] = ()) -> bytes:
    """Return the report as an .xlsx file."""
    made = report.frozen_at or report.as_known_on
    return to_xlsx(tuple(_sheets(report, errata)), created_at=made)


def xlsx_file(it: Rendering) -> bytes:
    """Return the report as a workbook in a file."""
    return workbook_of(it.report, it.errata)


def sums_of(report: PrintedReport, table: PrintedTable) -> Sums:
    """Return the figures that are sums of others by the form's rules, and are so in this report.

    A report issued with a sum that does not hold keeps its figure: a formula would change it.
    """
    figures = {
        CellKey(table.key, row.key, column.key): value for row, column, value in table.figures
    }
    # Only the formulas come from the form: without it the figures stand as they were kept.
    known_form = report.form in FORMS
    form_table = form_for(report.year, key=report.form).table(table.key) if known_form else None
    found: Sums = {}
    for total, parts in () if form_table is None else _ruled(form_table):
        known = total in figures and all(part in figures for part in parts)
        if known and figures[total] == sum(figures[part] for part in parts):
            found.setdefault(total, parts)
    return found


def _ruled(table: FormTable) -> Iterator[tuple[CellKey, tuple[CellKey, ...]]]:
    for rule in table.rules:
        if isinstance(rule, SumRule):
            row = table.row(rule.total)
            for column in () if row is None else table.columns_of(row):
                keys = [CellKey(table.key, part, column.key) for part in rule.parts]
                yield CellKey(table.key, rule.total, column.key), tuple(keys)
        elif isinstance(rule, AcrossRule):
            for row in table.rows:
                keys = [CellKey(table.key, row.key, part) for part in rule.parts]
                yield CellKey(table.key, row.key, rule.total), tuple(keys)


def _sheets(report: PrintedReport, errata: Sequence[Erratum]) -> Iterator[Sheet]:
    where: dict[CellKey, Elsewhere] = {}
    for number, printed in enumerate(report.tables):
        stands = _places(printed)
        where |= {key: Elsewhere(number, place) for key, place in stands.items()}
        totals = {
            stands[total]: [stands[part] for part in parts]
            for total, parts in sums_of(report, printed).items()
        }
        yield Sheet(printed.caption, table_of(printed), totals)
    yield from _charts(report, where)
    yield Sheet(_REMARKS, _remarks(report, errata))


def _places(table: PrintedTable) -> Mapping[CellKey, Place]:
    """Return where each figure stands in the table."""
    rows = grid_of(table).rows
    found: dict[CellKey, Place] = {}
    for number, placed in places([[(cell.rows, cell.span) for cell in row] for row in rows]):
        for cell, place in zip(rows[number], placed, strict=True):
            if cell.key is not None:
                found[cell.key] = place
    return found


def _charts(report: PrintedReport, where: Mapping[CellKey, Elsewhere]) -> Iterator[Sheet]:
    """Yield a sheet for each chart, its values taken from the tables by formulas."""
    for chart in charts_of(report):
        last = len(chart.bars)
        totals = {
            (row, 1): [where[cell] for cell in bar.cells] for row, bar in enumerate(chart.bars, 1)
        }
        drawn = NativeChart(chart.title, ((1, 0), (last, 0)), ((1, 1), (last, 1)), ChartKind.BAR)
        yield Sheet(chart.title, chart.figure.data, totals, (drawn,))


def _remarks(report: PrintedReport, errata: Sequence[Erratum]) -> Table:
    """Return what the document says around its tables, a line to a row."""
    lines = [("统计期限", period(report).partition("：")[2])]
    lines += [("机关", line) for line in contact(report.office)]
    lines += [("汇总", members(report)), ("数据", origin(report))]
    for table in report.tables:
        lines += [(table.caption, f"注：{note}") for note in table.notes]
        lines += [(table.caption, foot(table))]
    if errata:
        lines.append(("勘误", errata_heading(errata)))
        lines += [("勘误", erratum_sentence(one)) for one in errata]
    if report.findings or report.override:
        lines.append(("核对问题", findings_heading(report)))
    lines += [(severity_word(it), it.message()) for it in report.findings]
    head = (Cell(report.title, span=2, head=True),)
    rows = [(Cell(what), Cell(line)) for what, line in lines if line]
    return Table((head, *rows), 1, (1, 4))
