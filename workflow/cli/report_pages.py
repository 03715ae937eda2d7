"""Reports on a terminal: the tables with what does not add up, and one figure opened."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as RichText

from states.terms import TERMS, label
from workflow.clock import SHANGHAI
from workflow.i18n import Lang, Text
from workflow.records.figures import Counted, Register
from workflow.reports.annual import AnnualReport
from workflow.reports.cells import Cell, CellKey
from workflow.reports.findings import Finding, Severity
from workflow.reports.forms.shape import FormTable

_INDICATOR = Text("指标", "Indicator")
_UNIT = Text("单位", "Unit")
_KNOWN_ON = Text("按截至 {at} 录入的事实计算", "By the facts entered up to {at}")
_SOUND = Text("勾稽关系全部成立。", "All figures agree with each other.")
_SEVERITIES: dict[Severity, tuple[Text, str]] = {
    Severity.ERROR: (Text("✗ 错误", "✗ error"), "red"),
    Severity.WARNING: (Text("! 提示", "! warning"), "yellow"),
}
_ERRORS = Text("报告有 {n} 处错误，请核对。", "The report has {n} error(s); look at them.")
_WRITTEN_ALL_THE_SAME = Text(
    "报告有 {n} 处错误，文件已照样写出；核对之前不要发布。",
    "The report has {n} error(s); it was written all the same. Do not issue it before a check.",
)
_OPENING = Text("期初数，截至 {on}：{amount}", "Brought forward as of {on}: {amount}")
_SUM = Text(
    "{row}　{column}：{value}＝期初数 {opening}＋记录 {counted} 条",
    "{row}  {column}: {value} = {opening} brought forward + {counted} record(s)",
)
_COUNT = Text("{row}　{column}：{value}", "{row}  {column}: {value}")

# The terms that name what a record of a register came to; a publication's category is in words.
_KINDS: dict[Register, str] = {
    Register.REQUESTS_RECEIVED: "outcomes",
    Register.REQUESTS_CLOSED: "outcomes",
    Register.RECONSIDERATIONS: "dispute_results",
    Register.LAWSUITS: "dispute_results",
}


def report_page(report: AnnualReport, lang: Lang, *, with_tables: bool = True) -> RenderableType:
    """Return a report's tables with their notes, and below them what does not add up."""
    parts: list[RenderableType] = []
    if with_tables:
        parts.append(RichText(report.title, style="bold"))
        if report.as_known_on is not None:
            at = report.as_known_on.astimezone(SHANGHAI)
            parts.append(RichText(_KNOWN_ON.say(lang, at=f"{at:%Y-%m-%d %H:%M}"), style="dim"))
        for table in report.form.tables:
            parts += ["", _table(report, table, lang), *_notes(report, table)]
        parts.append("")
    if not report.findings:
        parts.append(RichText(_SOUND.say(lang), style="green"))
    parts.extend(finding_line(finding, lang) for finding in report.findings)
    return Group(*parts)


def _table(report: AnnualReport, table: FormTable, lang: Lang) -> Table:
    year = report.year.number
    page = Table(
        title=table.caption.format(year=year),
        title_justify="left",
        title_style="bold",
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="bold",
    )
    page.add_column(_INDICATOR.say(lang))
    page.add_column(_UNIT.say(lang))
    for column in table.columns:
        page.add_column(column.heading.format(year=year), justify="right")
    for row in table.rows:
        cells = [report.cells[CellKey(table.key, row.label, c.key)] for c in table.columns]
        page.add_row("　" * row.indent + row.label, row.unit, *(str(cell.value) for cell in cells))
    return page


def _notes(report: AnnualReport, table: FormTable) -> Iterator[RichText]:
    for note in report.notes.get(table.key, ()):
        yield RichText(note, style="dim")


def finding_line(finding: Finding, lang: Lang) -> RichText:
    """Return a finding on a line: how grave it is, its rule, what is wrong."""
    words, style = _SEVERITIES[finding.severity]
    return RichText.assemble((f"{words.say(lang)}  {finding.rule}  ", style), finding.message(lang))


def warning_line(report: AnnualReport, lang: Lang, *, was_written: bool) -> str:
    """Return the last word on a report that has errors."""
    count = sum(finding.severity is Severity.ERROR for finding in report.findings)
    return (_WRITTEN_ALL_THE_SAME if was_written else _ERRORS).say(lang, n=count)


def cell_page(cell: Cell, lang: Lang) -> RenderableType:
    """Return a figure with what it counts: the opening balance on its own line, then records."""
    parts: list[RenderableType] = [RichText(_sum_line(cell, lang), style="bold")]
    if cell.opening_on is not None:
        parts.append(_OPENING.say(lang, on=cell.opening_on, amount=cell.opening))
    if cell.records:
        parts.append(_records(cell, lang))
    return Group(*parts)


def _sum_line(cell: Cell, lang: Lang) -> str:
    return (_COUNT if cell.opening_on is None else _SUM).say(
        lang,
        row=cell.row,
        column=cell.column,
        value=cell.value,
        opening=cell.opening,
        counted=len(cell.records),
    )


def _records(cell: Cell, lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for head in (
        Text("编号", "Number"),
        Text("日期", "Date"),
        Text("名称或内容", "Title or matter"),
        Text("类别或结果", "Kind or result"),
    ):
        table.add_column(head.say(lang))
    for record in cell.records:
        kind = _kind_words(record, lang)
        table.add_row(record.number, record.on.isoformat(), record.title, kind)
    return table


def _kind_words(record: Counted, lang: Lang) -> str:
    group = _KINDS.get(record.register, "")
    return label(group, record.kind, lang) if record.kind in TERMS.get(group, {}) else record.kind
