"""Reports to be written in every format: each figure of its own, and what people wrote hostile."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from states.statute.outcomes import Outcome
from tests.workflow.documents.hostile import HOSTILE
from tests.workflow.reports.desk import Desk
from workflow.i18n import Text
from workflow.reports.catalogue import form_for
from workflow.reports.cells import CellKey
from workflow.reports.errata import Cause, Erratum
from workflow.reports.findings import Finding, Severity
from workflow.reports.printed import (
    Override,
    PrintedReport,
    PrintedSection,
    PrintedTable,
    as_kept,
    from_kept,
)

AT = datetime(2026, 1, 6, 2, 30, tzinfo=UTC)
FROZEN_AT = datetime(2026, 1, 20, 1, 0, tzinfo=UTC)  # 09:00 in China
WEBSITE = "http://www.jingfeng.example"

ERRATUM = Erratum(
    CellKey("requests", "R1", "total"),
    "新收申请数",
    "总计",
    2,
    3,
    came=("净公开申〔2025〕3号",),
    causes=(Cause("净公开申〔2025〕3号", "registered", AT, "李经办", "补录"),),
)


def a_report(key: str, year: int = 2025) -> PrintedReport:
    """Return a report with requests, replies and publications, as the form has them."""
    desk = Desk(phone="87801209", fax="87801134")
    for outcome in (Outcome.DISCLOSED, Outcome.DISCLOSED, Outcome.NOT_HELD, Outcome.REPEATED):
        desk.requested(date(year, 3, 3), closed_on=date(year, 3, 20), outcome=outcome, on_time=True)
    desk.requested(
        date(year, 3, 3),
        channel="internet",
        kind="company",
        closed_on=date(year, 3, 20),
        outcome=Outcome.PARTLY_DISCLOSED,
        on_time=True,
    )
    desk.requested(date(year, 12, 3), channel="post_signed")
    for month in range(1, 8):
        desk.published(date(year, month, 1), "website", category="其他类")
    desk.reconsidered(date(year, 5, 5), date(year, 6, 6), "upheld")
    desk.sued(date(year, 7, 7))
    desk.typed(year, "proactive", "charges", "amount", "12.35")
    printed = desk.report(year, form=form_for(year, key=key), at=AT).printed
    return replace(printed, office=replace(printed.office, website=WEBSITE))


def numbered(report: PrintedReport) -> PrintedReport:
    """Return the report with another number in every cell: none can be taken for its neighbour."""
    number = 1000

    def table_of(table: PrintedTable) -> PrintedTable:
        nonlocal number
        blocks = []
        for block in table.blocks:
            rows = []
            for row in block.rows:
                first, number = number, number + len(row.figures)
                rows.append(replace(row, figures=tuple(range(first, number))))
            blocks.append(replace(block, rows=tuple(rows)))
        return replace(table, blocks=tuple(blocks))

    return replace(report, tables=tuple(map(table_of, report.tables)))


def frozen(report: PrintedReport) -> PrintedReport:
    """Return the report as it is read back after its freeze, with an error overridden."""
    error = Finding(
        "K1",
        Severity.ERROR,
        "requests.R3.7.total",
        Text("第一项加第二项之和不等于第三项加第四项之和。", "They differ."),
        5,
        6,
    )
    issued = replace(
        report,
        frozen_at=FROZEN_AT,
        findings=(error,),
        override=Override("陈镇长", "上级已经同意按此报送"),
    )
    return from_kept(as_kept(issued))


def hostile(report: PrintedReport) -> PrintedReport:
    """Return the report of an office whose name and words are meant to break a writer."""
    texts = tuple(
        PrintedSection(section.key, section.title, "\n".join(HOSTILE))
        for section in report.sections
    )
    name = "=1+1<script>alert(1)</script>{{ 7*7 }}#panic()镇人民政府"
    return replace(
        report,
        title=f"{name}年度报告",
        office=replace(report.office, name=name, address="=cmd|' /C calc'!A0"),
        sections=texts,
    )


def texts_of(report: PrintedReport) -> list[str]:
    """Return every figure as it is printed."""
    return [
        f"{figure:f}" if isinstance(figure, Decimal) else str(figure)
        for table in report.tables
        for _, _, figure in table.figures
    ]
