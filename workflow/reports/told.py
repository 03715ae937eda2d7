"""What every rendering of a report says around its sections and tables, in the same words."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from workflow.clock import SHANGHAI
from workflow.i18n import chinese_date
from workflow.records.figures import OfficeFacts
from workflow.reports.errata import Cause, Erratum, kind_words
from workflow.reports.findings import Finding, Severity
from workflow.reports.printed import PrintedReport, PrintedSection, PrintedTable

_LONGEST_CODE = 500  # bytes: a code that a phone reads from paper


def local(at: datetime) -> str:
    """Return an instant as China's clocks show it."""
    there = at.astimezone(SHANGHAI)
    return f"{chinese_date(there.date())}{there:%H:%M}"


def period(report: PrintedReport) -> str:
    """Return which days the report is about."""
    return f"统计期限：{report.year}年1月1日至12月31日"


def errata_heading(errata: Sequence[Erratum]) -> str:
    """Return what stands above the errata."""
    return f"勘误：本报告封存以后，有{len(errata)}个数字因后来录入的事实而有变化"


def erratum_sentence(one: Erratum) -> str:
    """Return what changed of a figure, by which records, entered when, by whom and why."""
    came = f"；增加{'、'.join(one.came)}" if one.came else ""
    went = f"；减少{'、'.join(one.went)}" if one.went else ""
    causes = "".join(map(_cause, one.causes))
    unknown = "" if causes else "没有后来录入的事实可以说明，请核对设置是否有改动。"
    change = f"{one.row}（{one.column}）：原为{one.was}，现为{one.now}"
    return f"{change}{came}{went}。{causes}{unknown}"


def _cause(cause: Cause) -> str:
    number = f"（{cause.number}）" if cause.number else ""
    reason = f"，理由：{cause.reason}" if cause.reason else ""
    return f"{local(cause.entered_at)}，{cause.actor}{kind_words(cause.kind)}{number}{reason}。"


def findings_heading(report: PrintedReport) -> str:
    """Return what stands above the findings; with who had the report issued all the same."""
    count = len(report.findings)
    if report.override is None:
        return f"本报告有未处理的核对问题（{count}项）"
    by, reason = report.override.by, report.override.reason
    return f"本报告有核对问题（{count}项），{by}决定照此封存，理由：{reason}"


def severity_word(finding: Finding) -> str:
    """Return how grave a finding is, in a word."""
    return "错误" if finding.severity is Severity.ERROR else "提醒"


def contact(office: OfficeFacts) -> tuple[str, ...]:
    """Return the office and how it is reached, in parts."""
    parts = (
        ("电话", office.phone),
        ("传真", office.fax),
        ("地址", office.address),
        ("邮编", office.postcode),
        ("网站", office.website),
    )
    return (office.name, *(f"{label}：{value}" for label, value in parts if value))


def contact_lines(office: OfficeFacts) -> tuple[str, ...]:
    """Return the office and how it is reached; what can be long has a line of its own."""
    name, *rest = contact(office)
    short = [part for part in rest if not part.startswith(("地址", "网站"))]
    long = [part for part in rest if part not in short]
    return ("　".join((name, *short)), *long)


def origin(report: PrintedReport) -> str:
    """Return when the report was frozen, or up to when its facts were counted."""
    if report.frozen_at is not None:
        return f"本报告于{local(report.frozen_at)}封存。"
    if report.as_known_on is not None:
        return f"本报告由登记数据生成，数据截至{local(report.as_known_on)}。"
    return ""


def members(report: PrintedReport) -> str:
    """Return the offices that a rolled-up report sums up."""
    if len(report.members) < 2:  # noqa: PLR2004 -- one office is no sum
        return ""
    return f"本报告汇总{len(report.members)}个机关：{'、'.join(report.members)}。"


def website(office: OfficeFacts) -> str:
    """Return the address that a phone is led to, or nothing."""
    said = "".join(office.website.split())
    if not said or len(said.encode()) > _LONGEST_CODE:
        return ""
    if said.startswith(("http://", "https://")):
        return said
    return "" if ":" in said.partition("/")[0].partition(".")[0] else f"http://{said}"


def paragraphs(section: PrintedSection) -> Iterator[str]:
    """Yield the paragraphs of a section: a line each."""
    yield from (line.strip() for line in section.text.splitlines() if line.strip())


def tables_in(report: PrintedReport, section: PrintedSection) -> tuple[PrintedTable, ...]:
    """Return the tables of a section; those whose section is gone stand in the last."""
    titles = {each.title for each in report.sections}
    last = section == report.sections[-1]
    return tuple(
        table
        for table in report.tables
        if table.section == section.title or (last and table.section not in titles)
    )


def foot(table: PrintedTable) -> str:
    """Return the blanks that people fill in by hand, on one line."""
    return "　".join(f"{blank}：＿＿＿＿" for blank in table.foot)
