"""The form of report years up to 2018, as a Fujian town printed it: fifteen rows, two columns."""

from states.statute.outcomes import Outcome, ReplyType2008, type_2008
from states.statute.practice import Practice
from states.statute.receipt import Channel
from workflow.records.counting import Condition, Register, Selection
from workflow.reports.forms.shape import (
    Block,
    CategoriesRule,
    Counting,
    Form,
    FormColumn,
    FormRow,
    FormSection,
    FormTable,
    NoteRule,
    PartRule,
    RepliesRule,
    SumRule,
)

KEY = "2008"
VERSION = 1
TABLE = "statistics"

PUBLISHED = "主动公开文件数"
ON_WEBSITE = "其中:1.政府网站公开"
IN_GAZETTE = "2.政府公报公开"
RECEIVED = "受理政府信息公开申请总数"
IN_PERSON = "其中:1.当面申请数"
ONLINE = "2.网上申请数"
BY_LETTER = "3.信函申请数"
REPLIES = "对申请的答复总数"
AGREED = "其中:1.同意公开答复数"
AGREED_PARTLY = "2.同意部分公开答复数"
WITHHELD = "3.不予公开答复数"
OTHER = "4.其他类型答复数"
COMPLAINTS = "接受行政申诉、举报数"
RECONSIDERATIONS = "行政复议数"
LAWSUITS = "行政诉讼数"

_ITEMS = "条"
_CASES = "件"

_COLUMNS = (
    FormColumn("year", "{year}年度"),
    FormColumn("cumulative", "历年累计", suffix="累计", cumulative=True),
)

_SECTIONS = (
    FormSection("一、概述", "overview"),
    FormSection("二、主动公开政府信息的情况", "proactive"),
    FormSection("三、政府信息依申请办理情况", "requests"),
    FormSection("四、因政府信息公开申请行政复议、提起行政诉讼的情况", "disputes"),
    FormSection("五、政府信息公开工作存在的主要问题及改进措施", "problems"),
    FormSection("六、附件", "annex"),
)

_EMAIL = frozenset({Channel.EMAIL})
_FAX = frozenset({Channel.FAX})


def _published(*channels: str) -> Selection:
    narrowing = (Condition("channels", frozenset(channels)),) if channels else ()
    return Selection(Register.PUBLICATIONS, narrowing)


def _received(channels: frozenset[Channel], *, others: bool = False) -> Selection:
    condition = Condition("channel", frozenset(channels), excluded=others)
    return Selection(Register.REQUESTS, (condition,))


def _closed(outcomes: frozenset[Outcome], *, others: bool = False) -> Selection:
    condition = Condition("outcome", frozenset(outcomes), excluded=others)
    return Selection(Register.REQUESTS, (condition,))


def _request_rows(practice: Practice) -> tuple[FormRow, ...]:
    by_letter = {Channel.POST_SIGNED, Channel.POST_ORDINARY}
    uncounted = frozenset() if practice.fax_counts_as_post_2008 else _FAX
    rows = (
        (RECEIVED, _received(uncounted, others=True), 0),
        (IN_PERSON, _received(frozenset({Channel.IN_PERSON})), 1),
        (ONLINE, _received(_EMAIL | {Channel.INTERNET}), 1),
        (BY_LETTER, _received((_FAX - uncounted) | by_letter), 1),
    )
    return tuple(_row(label, _ITEMS, selection, indent) for label, selection, indent in rows)


def _by_type(practice: Practice) -> dict[ReplyType2008 | None, frozenset[Outcome]]:
    kinds = {
        outcome: type_2008(
            outcome,
            special_query_is_other=practice.special_query_is_other_2008,
            abandonment_is_reply=practice.abandonment_is_reply_2008,
        )
        for outcome in Outcome
    }
    return {
        kind: frozenset(outcome for outcome in Outcome if kinds[outcome] is kind)
        for kind in (*ReplyType2008, None)
    }


def _reply_rows(practice: Practice) -> tuple[FormRow, ...]:
    by_type = _by_type(practice)
    rows = (
        # A request closed without an outcome is in the total, and breaks the sum: it must be seen.
        (REPLIES, _closed(by_type[None], others=True), 0),
        (AGREED, _closed(by_type[ReplyType2008.AGREED]), 1),
        (AGREED_PARTLY, _closed(by_type[ReplyType2008.AGREED_PARTLY]), 1),
        (WITHHELD, _closed(by_type[ReplyType2008.WITHHELD]), 1),
        (OTHER, _closed(by_type[ReplyType2008.OTHER]), 1),
    )
    return tuple(
        _row(label, _ITEMS, selection, indent, Counting.ENDED) for label, selection, indent in rows
    )


def _row(
    label: str,
    unit: str,
    selection: Selection,
    indent: int = 0,
    counting: Counting = Counting.BEGUN,
) -> FormRow:
    name = label.rpartition(".")[2]
    return FormRow(label, label, name, unit, (selection,), (counting,), indent=indent)


def _notes(practice: Practice) -> tuple[NoteRule, ...]:
    fax = (
        "“信函申请数”含传真申请，本年度{year}件，历年登记{cumulative}件。"
        if practice.fax_counts_as_post_2008
        else "另有传真申请未列入本表，本年度{year}件，历年登记{cumulative}件。"
    )
    return (
        NoteRule(
            _received(_EMAIL),
            "“网上申请数”含电子邮件申请，本年度{year}件，历年登记{cumulative}件。",
        ),
        NoteRule(_received(_FAX), fax),
    )


def form_2008(practice: Practice) -> Form:
    """Return the form, with its open questions answered as the office's practice has them."""
    rows = (
        _row(PUBLISHED, _ITEMS, _published()),
        _row(ON_WEBSITE, _ITEMS, _published("website"), 1),
        _row(IN_GAZETTE, _ITEMS, _published("gazette"), 1),
        *_request_rows(practice),
        *_reply_rows(practice),
        _row(COMPLAINTS, _CASES, Selection(Register.COMPLAINTS)),
        _row(RECONSIDERATIONS, _CASES, Selection(Register.RECONSIDERATIONS)),
        _row(LAWSUITS, _CASES, Selection(Register.LAWSUITS)),
    )
    table = FormTable(
        TABLE,
        "政府信息公开情况统计表（{year}年度）",
        (Block(rows, _COLUMNS),),
        rules=(
            SumRule("S1", RECEIVED, (IN_PERSON, ONLINE, BY_LETTER)),
            SumRule("S2", REPLIES, (AGREED, AGREED_PARTLY, WITHHELD, OTHER)),
            PartRule("S4", ON_WEBSITE, PUBLISHED),
            PartRule("S4", IN_GAZETTE, PUBLISHED),
        ),
        notes=_notes(practice),
        section="annex",
    )
    return Form(
        KEY,
        VERSION,
        "{office}{year}年政府信息公开工作年度报告",
        (table,),
        _SECTIONS,
        RepliesRule(
            "S7",
            TABLE,
            "year",
            REPLIES,
            (AGREED, AGREED_PARTLY, WITHHELD, OTHER),
            unanswered=frozenset(_by_type(practice)[None]),
        ),
        CategoriesRule(TABLE, PUBLISHED, "year", "proactive"),
        texts="form_2008",
        needs_ground=False,
    )
