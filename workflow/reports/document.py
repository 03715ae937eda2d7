"""A report as a document: what the Word file, the PDF and every other paper of it print."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.documents.model import (
    Align,
    Block,
    Cell,
    Document,
    Figure,
    Layout,
    PageBreak,
    Paragraph,
    QrCode,
    Role,
    Rule,
    Run,
    Table,
)
from workflow.reports.charts import Chart, charts_of
from workflow.reports.errata import Erratum
from workflow.reports.forms.shape import Layout as TableLayout
from workflow.reports.grid import Grid, GridCell, grid_of
from workflow.reports.printed import PrintedReport, PrintedTable
from workflow.reports.told import (
    contact_lines,
    errata_heading,
    erratum_sentence,
    findings_heading,
    foot,
    members,
    origin,
    paragraphs,
    period,
    severity_word,
    tables_in,
    website,
)

QR_CAPTION = "扫一扫，用手机访问本机关网站"


def document_of(report: PrintedReport, errata: Sequence[Erratum] = ()) -> Document:
    """Return the report as a document; it is of the instant at which the report was made."""
    return Document(
        title=report.title,
        language="zh-CN",
        layout=Layout.REPORT,
        blocks=tuple(_blocks(report, errata)),
        created_at=report.frozen_at or report.as_known_on,
    )


def without_drawings(document: Document) -> Document:
    """Return the document with the figures of its drawings as tables, for want of a font."""
    return replace(
        document,
        blocks=tuple(it.data if isinstance(it, Figure) else it for it in document.blocks),
    )


def table_of(table: PrintedTable) -> Table:
    """Return a table of the report, its heads merged as the form has them."""
    grid = grid_of(table)
    figures = {(row.key, column.key): figure for row, column, figure in table.figures}
    labelled = table.layout in _LABELLED_AT_THE_LEFT
    rows = tuple(
        tuple(
            replace(
                _cell(cell, is_label=labelled and number >= grid.head_rows),
                number=None if cell.key is None else _plain(figures[cell.key.row, cell.key.column]),
            )
            for cell in row
        )
        for number, row in enumerate(grid.rows)
    )
    upright = table.layout is TableLayout.ABREAST
    return Table(rows, grid.head_rows, _widths(grid), table.caption, upright)


def charts_in(report: PrintedReport) -> dict[str, tuple[Chart, ...]]:
    """Return the charts by the title of the section that each stands in."""
    titles = {section.key: section.title for section in report.sections}
    last = report.sections[-1].title if report.sections else ""
    found: dict[str, tuple[Chart, ...]] = {}
    for chart in charts_of(report):
        title = titles.get(chart.section, last)
        found[title] = (*found.get(title, ()), chart)
    return found


def _plain(figure: object) -> int | float:
    return figure if isinstance(figure, int) else float(str(figure))


_LABELLED_AT_THE_LEFT = frozenset({TableLayout.INDICATORS, TableLayout.MATRIX})


def _cell(cell: GridCell, *, is_label: bool) -> Cell:
    """Return a cell as printed; the label of a row begins at the left, all else is centred."""
    align = Align.LEFT if is_label and cell.head and cell.rows == 1 else Align.CENTER
    text = f"{'　' * cell.indent}{cell.text}"
    return Cell(text, span=cell.span, rows=cell.rows, head=cell.head, align=align)


def _widths(grid: Grid) -> tuple[float, ...]:
    return tuple(float(width) for width in grid.widths)


def _blocks(report: PrintedReport, errata: Sequence[Erratum]) -> Iterator[Block]:
    yield Paragraph.of(report.title, Role.TITLE)
    yield Paragraph.of(period(report), Role.CAPTION)
    yield from _notices(report, errata)
    charts = charts_in(report)
    for section in report.sections:
        tables = tables_in(report, section)
        if tables and _is_annex(report, section.title):
            yield PageBreak()
        yield Paragraph.of(section.title, Role.HEADING)
        yield from map(Paragraph.of, paragraphs(section))
        for table in tables:
            if table.layout is TableLayout.MATRIX:
                yield PageBreak()  # it takes a page, and its merged labels are not to be torn
            yield table_of(table)
            yield from (Paragraph.of(f"注：{note}", Role.NOTE) for note in table.notes)
            if table.foot:
                yield Paragraph.of(foot(table), Role.NOTE)
        yield from (chart.figure for chart in charts.get(section.title, ()))
    yield from _end(report)


def _is_annex(report: PrintedReport, title: str) -> bool:
    return title == report.sections[-1].title and len(report.tables) == 1


def _notices(report: PrintedReport, errata: Sequence[Erratum]) -> Iterator[Block]:
    """Yield what a reader must know before the figures: errata, findings, and an override."""
    if errata:
        yield Paragraph((Run(errata_heading(errata), bold=True),), Role.BODY)
        yield from (Paragraph.of(erratum_sentence(one), Role.LIST_ITEM) for one in errata)
    if report.findings or report.override:
        yield Paragraph((Run(findings_heading(report), bold=True),), Role.BODY)
        for finding in report.findings:
            said = Run(f"{severity_word(finding)}：", bold=True), Run(finding.message())
            yield Paragraph(said, Role.LIST_ITEM)
    if errata or report.findings or report.override:
        yield Rule()


def _end(report: PrintedReport) -> Iterator[Block]:
    if members(report):
        yield Paragraph.of(members(report), Role.NOTE)
    yield Rule()
    yield from (Paragraph.of(line, Role.NOTE) for line in contact_lines(report.office))
    if origin(report):
        yield Paragraph.of(origin(report), Role.NOTE)
    address = website(report.office)
    if address:
        yield QrCode(address, QR_CAPTION)
