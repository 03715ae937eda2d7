"""Figures that the text of a report speaks of and no official table prints.

Each opens like any other: `disclosure report cell 2026 supplement online year`.
"""

from states.statute.outcomes import CATALOGUE, Outcome, OutcomeFamily
from states.statute.practice import Practice
from states.statute.receipt import Channel
from workflow.records.counting import NO, YES, Condition, Register, Selection
from workflow.reports.forms.proactive_table import NORMATIVE
from workflow.reports.forms.shape import (
    Block,
    Counting,
    FormColumn,
    FormRow,
    FormTable,
    Layout,
)

KEY = "supplement"

_REQUESTS = Selection(Register.REQUESTS)
_PUBLICATIONS = Selection(Register.PUBLICATIONS)
_ENDED = (Counting.ENDED,)
_YEAR = FormColumn("year", "{year}年度")
_CUMULATIVE = FormColumn("cumulative", "历年累计", suffix="累计", cumulative=True)

PUBLISHED = "published"
RECEIVED = "received"


def supplement(practice: Practice) -> FormTable:
    """Return the table, with fax counted as the office's practice has it."""
    by_letter = {Channel.POST_SIGNED, Channel.POST_ORDINARY}
    fax = {Channel.FAX}
    if practice.fax_counts_as_post_2008:
        by_letter, fax = by_letter | fax, set()
    totals = (
        FormRow(PUBLISHED, "主动公开政府信息数", "主动公开数", "条", (_PUBLICATIONS,)),
        FormRow(RECEIVED, "收到申请数", "收到申请数", "件", (_REQUESTS,)),
        FormRow("closed", "办结数", "办结数", "件", (_REQUESTS,), _ENDED),
        FormRow("complaints", "申诉、举报", "申诉举报数", "件", (Selection(Register.COMPLAINTS),)),
        FormRow(
            "reconsiderations",
            "新收行政复议",
            "新收行政复议数",
            "件",
            (Selection(Register.RECONSIDERATIONS),),
        ),
        FormRow(
            "lawsuits", "新收行政诉讼", "新收行政诉讼数", "件", (Selection(Register.LAWSUITS),)
        ),
    )
    parts = (
        *(_published(code, label) for code, label in _CHANNELS.items()),
        FormRow("normative", "公开规范性文件", "公开规范性文件数", "件", (NORMATIVE,)),
        _came("in_person", "当面申请", {Channel.IN_PERSON}),
        _came("online", "网络申请（含电子邮件）", {Channel.INTERNET, Channel.EMAIL}),
        _came("letter", "信函申请", by_letter),
        _came("fax", "传真申请", fax),
        *(_family(family, label) for family, label in _FAMILIES.items()),
        _ended("on_time", "按期答复", "按期答复数", Condition("on_time", frozenset({YES}))),
        _ended("late", "超期答复", "超期答复数", Condition("on_time", frozenset({NO}))),
        _ended(
            "lapsed_unpaid",
            "逾期不缴费",
            "逾期不缴费数",
            Condition("outcome", frozenset({Outcome.NOT_PAID.value})),
        ),
    )
    return FormTable(
        KEY,
        "补充数据（不列入官方表格）",
        (Block(totals, (_YEAR, _CUMULATIVE), "总数"), Block(parts, (_YEAR,), "其中")),
        Layout.BLOCKS,
    )


# The results whose rows the official table parts by ground.
_FAMILIES = {
    OutcomeFamily.WITHHELD: "不予公开",
    OutcomeFamily.NOT_AVAILABLE: "无法提供",
    OutcomeFamily.NOT_PROCESSED: "不予处理",
    OutcomeFamily.OTHERWISE_CONCLUDED: "其他处理",
}
_CHANNELS = {"website": "政府网站公开", "gazette": "政府公报公开", "wechat": "微信公众号公开"}


def _published(code: str, label: str) -> FormRow:
    through = _PUBLICATIONS.narrowed(Condition("channels", frozenset({code})))
    return FormRow(code, label, label + "数", "条", (through,))


def _came(key: str, label: str, channels: set[Channel]) -> FormRow:
    name = label.partition("（")[0] + "数"
    came = _REQUESTS.narrowed(Condition("channel", frozenset(c.value for c in channels)))
    return FormRow(key, label, name, "件", (came,))


def _family(family: OutcomeFamily, label: str) -> FormRow:
    outcomes = frozenset(o.value for o, rule in CATALOGUE.items() if rule.family is family)
    return _ended(family.value, label, f"{label}合计数", Condition("outcome", outcomes))


def _ended(key: str, label: str, name: str, condition: Condition) -> FormRow:
    return FormRow(key, label, name, "件", (_REQUESTS.narrowed(condition),), _ENDED)
