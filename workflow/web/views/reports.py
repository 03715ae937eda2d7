"""Reports as pages show them: the years and what comes next, a report with its links, a figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from urllib.parse import quote, urlencode

from states.steps import Role
from states.terms import TERMS, label
from workflow.clock import read_instant
from workflow.i18n import Lang, Text
from workflow.records.counting import Counted, Register
from workflow.reports.catalogue import FORMS
from workflow.reports.cells import CellKey
from workflow.reports.findings import Finding, Severity
from workflow.reports.printed import PrintedReport, from_kept
from workflow.services.report_drafts import Standing
from workflow.services.reporting import Opened, ReportWanted
from workflow.web.fields import Field, Filled, Kind, Submitted, choices_of, read_form

FIRST_YEAR, LAST_YEAR = 2008, 2999
FILES: Final = ("html", "docx", "pdf", "xlsx", "json")
ISSUING: Final = (Role.CLERK, Role.HEAD_OF_OFFICE)
PAGE: Final = 50  # records of a figure on one page

_FORM_NAMES: Final = {
    "2008": Text("2008年格式（统计表）", "form of 2008"),
    "2014": Text("2014年格式（全国统计表）", "form of 2014"),
    "2019": Text("2019年格式", "form of 2019"),
    "2021": Text("2021年格式", "form of 2021"),
}
_NOT_AN_INSTANT = Text(
    "“{words}”不是时刻；写作 2018-03-10（到当天结束）或 2018-03-10T09:30。",
    "“{words}” is no instant; write 2018-03-10 (to its end) or 2018-03-10T09:30.",
)
_STATES: Final = {
    "running": Text("年度未结束", "year not over"),
    "none": Text("未起草", "not drafted"),
    "draft": Text("草稿", "draft"),
    "frozen": Text("已封存", "frozen"),
    "published": Text("已公布", "published"),
}
_NEXT: Final = {
    "running": Text("查看到目前为止的数字", "See the figures so far"),
    "none": Text("生成草稿", "Make the draft"),
    "draft": Text("核对问题、补录数字，然后封存", "Settle the findings, enter figures, freeze"),
    "frozen": Text("公布，并登记公布日期", "Publish, and enter the day"),
    "published": Text("已完成", "Done"),
}
_REGISTERS: Final = {
    Register.PUBLICATIONS: "/registers/publications/{id}",
    Register.REQUESTS: "/requests/{id}",
    Register.COMPLAINTS: "/registers/complaints/{id}",
    Register.RECONSIDERATIONS: "/registers/reconsiderations/{id}",
    Register.LAWSUITS: "/registers/lawsuits/{id}",
}
# The terms that name what a record came to; a publication's category is in words already.
_KINDS: Final = {
    Register.REQUESTS: "outcomes",
    Register.RECONSIDERATIONS: "dispute_results",
    Register.LAWSUITS: "dispute_results",
}


@dataclass(frozen=True, slots=True)
class YearLine:
    """One year in the list of reports; the counts are of when it was drafted or frozen."""

    year: int
    state: str
    words: str
    due: date
    is_late: bool
    errors: int | None
    warnings: int | None
    url: str
    next_words: str
    next_address: str


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding with where it leads: the figure, and the requests it names."""

    severity: str
    word: str
    rule: str
    words: str
    cell: str
    records: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A record behind a figure; what is another office's has no address and no title."""

    number: str
    address: str
    on: date
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Choosing:
    """Which report a page is about, as its address says."""

    wanted: ReportWanted
    filled: Filled

    @property
    def query(self) -> str:
        """The part of an address that asks for the same report, or nothing."""
        typed = self.filled.typed
        said = {name: typed[name] for name in ("form", "known") if typed[name]}
        if typed["roll_up"]:
            said["roll_up"] = "1"
        return f"?{urlencode(said)}" if said else ""


def choose(year: int, sent: Submitted, lang: Lang) -> Choosing:
    """Return which report an address asks for; what cannot be read is said beside its field."""
    filled = read_form(_choosing(lang), sent, lang)
    known = filled.meant.get("known", "")
    instant = None
    try:
        instant = read_instant(known) if known else None
    except (ValueError, OverflowError):
        filled = filled.with_fault("known", _NOT_AN_INSTANT.say(lang, words=known))
    return Choosing(_wanted(year, filled, instant), filled)


def _wanted(year: int, filled: Filled, instant: datetime | None) -> ReportWanted:
    return ReportWanted(
        year=year,
        form_key=filled.meant.get("form") or None,
        as_known_on=instant,
        roll_up=bool(filled.meant.get("roll_up")),
    )


def form_choices(lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return the forms of a report by key, in words."""
    return tuple((key, _FORM_NAMES[key].say(lang)) for key in FORMS)


def _choosing(lang: Lang) -> tuple[Field, ...]:
    own = Text("该年度的格式", "the form of the year")
    return (
        Field(
            "form",
            Text("报告格式", "Form"),
            Kind.CHOICE,
            choices=choices_of(form_choices(lang)),
            blank=own,
        ),
        Field("known", Text("按此日已录入的事实", "As known on"), longest=40),
        Field("roll_up", Text("连同下级机关汇总", "With the offices below"), Kind.CHECK),
    )


def year_line(one: Standing, today: date, lang: Lang) -> YearLine:
    """Return a year as the list shows it."""
    state = _state_of(one, today)
    errors, warnings = _counted(one)
    return YearLine(
        one.year,
        state,
        _STATES[state].say(lang),
        one.due.due,
        state != "published" and today > one.due.due,
        errors,
        warnings,
        "" if one.published is None else one.published.url,
        _NEXT[state].say(lang),
        f"/reports/{one.year}/publish" if state == "frozen" else f"/reports/{one.year}",
    )


def _state_of(one: Standing, today: date) -> str:
    if one.published is not None:
        return "published"
    if one.frozen is not None:
        return "frozen"
    if one.draft is not None:
        return "draft"
    return "running" if one.year >= today.year else "none"


def _counted(one: Standing) -> tuple[int | None, int | None]:
    """Return how many errors and warnings there were, where that was written down."""
    if one.frozen is not None:
        return counts_of(from_kept(one.frozen.content).findings)
    if one.draft is not None:
        return one.draft.errors, one.draft.warnings
    return None, None


def counts_of(findings: tuple[Finding, ...]) -> tuple[int, int]:
    """Return how many findings are errors, and how many are warnings."""
    errors = sum(found.severity is Severity.ERROR for found in findings)
    return errors, len(findings) - errors


def cell_address(year: int, key: CellKey, query: str = "") -> str:
    """Return where a figure is opened."""
    parts = "/".join(quote(part, safe="") for part in (key.table, key.row, key.column))
    return f"/reports/{year}/cells/{parts}{query}"


def finding_lines(
    report: PrintedReport, ids: Mapping[str, int], query: str, lang: Lang
) -> list[FindingLine]:
    """Return the findings with their links; `ids` are the rows of the requests they name."""
    places = {
        str(key): key
        for table in report.all_tables
        for row, column, _ in table.figures
        for key in (CellKey(table.key, row.key, column.key),)
    }
    return [
        FindingLine(
            found.severity.value,
            _severity(found).say(lang),
            found.rule,
            found.message(lang),
            cell_address(report.year, places[found.where], query) if found.where in places else "",
            tuple(
                (number, f"/requests/{ids[number]}" if number in ids else "")
                for number in found.records
            ),
        )
        for found in report.findings
    ]


def _severity(found: Finding) -> Text:
    is_error = found.severity is Severity.ERROR
    return Text("✗ 错误", "✗ error") if is_error else Text("! 提醒", "! warning")


def record_lines(opened: Opened, office_id: int, offset: int, lang: Lang) -> list[RecordLine]:
    """Return a page of the records behind a figure."""
    return [
        RecordLine(
            one.number,
            _REGISTERS[one.register].format(id=one.id) if one.office == office_id else "",
            one.on,
            one.title if one.office == office_id else "",
            _kind_words(one, lang),
        )
        for one in opened.records[offset : offset + PAGE]
    ]


def _kind_words(one: Counted, lang: Lang) -> str:
    group = _KINDS.get(one.register, "")
    return label(group, one.kind, lang) if one.kind in TERMS.get(group, {}) else one.kind
