"""Reports on a terminal: the tables with what does not add up, and one figure opened."""

from collections.abc import Iterator
from datetime import datetime

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as RichText

from states.terms import TERMS, label
from workflow.cli.issue_pages import errata_page
from workflow.clock import SHANGHAI
from workflow.i18n import Lang, Text
from workflow.records.counting import Counted, Register
from workflow.reports.findings import Finding, Severity
from workflow.reports.forms.shape import Layout
from workflow.reports.grid import shown as shown_figure
from workflow.reports.printed import PrintedBlock, PrintedReport, PrintedRow, PrintedTable
from workflow.services.reporting import Opened, Shown

_INDICATOR = Text("指标", "Indicator")
_UNIT = Text("单位", "Unit")
_KNOWN_ON = Text("按截至 {at} 录入的事实计算", "By the facts entered up to {at}")
_FROZEN = Text("封存于 {at}", "Frozen at {at}")
_PUBLISHED = Text("公布于 {on}　{url}", "Published on {on}  {url}")
_MEMBERS = Text("汇总 {n} 个机关：{names}", "{n} offices rolled up: {names}")
_OVERRIDDEN = Text(
    "{by}决定照此封存，理由：{reason}", "{by} had it issued all the same, because: {reason}"
)
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
    Register.REQUESTS: "outcomes",
    Register.RECONSIDERATIONS: "dispute_results",
    Register.LAWSUITS: "dispute_results",
}


def report_page(shown: Shown, lang: Lang, *, with_tables: bool = True) -> RenderableType:
    """Return a report's tables with their notes, and below them what does not add up."""
    report = shown.printed
    parts: list[RenderableType] = []
    if with_tables:
        parts.append(RichText(report.title, style="bold"))
        parts.extend(_dated(shown, lang))
        for table in report.tables:
            parts += ["", *_tables(table, lang)]
        parts.append("")
    if shown.errata:
        parts += [errata_page(shown.errata, lang), ""]
    if not report.findings:
        parts.append(RichText(_SOUND.say(lang), style="green"))
    parts.extend(finding_line(finding, lang) for finding in report.findings)
    if report.override is not None:
        override = report.override
        parts.append(_OVERRIDDEN.say(lang, by=override.by, reason=override.reason))
    return Group(*parts)


def _dated(shown: Shown, lang: Lang) -> Iterator[RichText]:
    """Yield when a report was frozen and published, or up to when facts were counted."""
    report = shown.printed
    if report.frozen_at is not None:
        yield RichText(_FROZEN.say(lang, at=_minute(report.frozen_at)), style="dim")
    elif report.as_known_on is not None:
        yield RichText(_KNOWN_ON.say(lang, at=_minute(report.as_known_on)), style="dim")
    if shown.published is not None:
        row = shown.published
        yield RichText(_PUBLISHED.say(lang, on=row.published_on, url=row.url), style="dim")
    if len(report.members) > 1:
        names = Text("、", ", ").say(lang).join(report.members)
        yield RichText(_MEMBERS.say(lang, n=len(report.members), names=names), style="dim")


def _minute(at: datetime) -> str:
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def _tables(table: PrintedTable, lang: Lang) -> Iterator[RenderableType]:
    for place, block in enumerate(table.blocks):
        title = table.caption if not place else ""
        heading = f"{title}　{block.heading}".strip("　") if block.heading else title
        yield _table(table, block, heading, lang)
    for note in table.notes:
        yield RichText(note, style="dim")


def _table(table: PrintedTable, block: PrintedBlock, title: str, lang: Lang) -> Table:
    page = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="bold",
    )
    has_units = table.layout is Layout.INDICATORS
    page.add_column(_INDICATOR.say(lang), overflow="fold")
    if has_units:
        page.add_column(_UNIT.say(lang))
    for column in block.columns:
        page.add_column(column.heading, justify="right")
    for row in block.rows:
        units = [row.unit] if has_units else []
        figures = [shown_figure(figure) for figure in row.figures]
        page.add_row(_called(row), *units, *figures)
    return page


def _called(row: PrintedRow) -> str:
    """Return a row's label, as far in as it stands, with the heading it needs."""
    group = f"{row.groups[-1]} " if len(row.groups) > 1 else ""
    return "　" * row.indent + group + row.label


def finding_line(finding: Finding, lang: Lang) -> RichText:
    """Return a finding on a line: how grave it is, its rule, what is wrong."""
    words, style = _SEVERITIES[finding.severity]
    return RichText.assemble((f"{words.say(lang)}  {finding.rule}  ", style), finding.message(lang))


def warning_line(report: PrintedReport, lang: Lang, *, was_written: bool) -> str:
    """Return the last word on a report that has errors."""
    count = sum(finding.severity is Severity.ERROR for finding in report.findings)
    return (_WRITTEN_ALL_THE_SAME if was_written else _ERRORS).say(lang, n=count)


def cell_page(found: Opened, lang: Lang) -> RenderableType:
    """Return a figure with what it counts: the opening balance on its own line, then records."""
    parts: list[RenderableType] = [RichText(_sum_line(found, lang), style="bold")]
    if found.opening_on is not None:
        parts.append(_OPENING.say(lang, on=found.opening_on, amount=found.opening))
    if found.records:
        parts.append(_records(found, lang))
    return Group(*parts)


def _sum_line(found: Opened, lang: Lang) -> str:
    return (_COUNT if found.opening_on is None else _SUM).say(
        lang,
        row=found.row,
        column=found.column,
        value=shown_figure(found.value),
        opening=found.opening,
        counted=found.value - found.opening,
    )


def _records(found: Opened, lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for head in (
        Text("编号", "Number"),
        Text("日期", "Date"),
        Text("名称或内容", "Title or matter"),
        Text("类别或结果", "Kind or result"),
    ):
        table.add_column(head.say(lang))
    for record in found.records:
        kind = _kind_words(record, lang)
        table.add_row(record.number, record.on.isoformat(), record.title, kind)
    return table


def _kind_words(record: Counted, lang: Lang) -> str:
    group = _KINDS.get(record.register, "")
    return label(group, record.kind, lang) if record.kind in TERMS.get(group, {}) else record.kind
