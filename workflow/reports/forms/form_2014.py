"""The national statistics table of 2014 to 2018 (国办发〔2014〕32号), made on request.

The wording of most rows is not verified (`labels_2014`), and for two outcomes more than one row
can be argued (`OutcomeRule.row_2014_verified`): both are said where they matter.
"""

from states.statute.outcomes import CATALOGUE, Outcome
from states.statute.practice import Practice
from states.statute.receipt import Channel
from workflow.records.counting import NO, YES, Condition, Register, Selection
from workflow.reports.forms.labels_2014 import (
    COLUMN,
    COLUMN_LABEL,
    FOOT,
    ROWS_2014,
    SUMS_2014,
    TABLE,
    Row2014,
)
from workflow.reports.forms.proactive_table import NORMATIVE
from workflow.reports.forms.shape import (
    Block,
    Counting,
    Form,
    FormColumn,
    FormRow,
    FormSection,
    FormTable,
    NoteRule,
    PartRule,
    RepliesRule,
    Source,
    SumRule,
)

KEY = "2014"
VERSION = 1

_PUBLICATIONS = Selection(Register.PUBLICATIONS)
_REQUESTS = Selection(Register.REQUESTS)
_MONEY = "万元"
_FIRST_REPLY, _LAST_REPLY = 26, 39
_WITHHELD, _GROUNDS = 29, range(30, 36)
_FEES = 49

_SECTIONS = (
    FormSection("一、概述", "overview"),
    FormSection("二、主动公开政府信息的情况", "proactive"),
    FormSection("三、政府信息依申请办理情况", "requests"),
    FormSection("四、因政府信息公开申请行政复议、提起行政诉讼的情况", "disputes"),
    FormSection("五、政府信息公开工作存在的主要问题及改进措施", "problems"),
    FormSection("六、附件", "annex"),
)


def _through(*channels: str) -> tuple[Selection, ...]:
    return (_PUBLICATIONS.narrowed(Condition("channels", frozenset(channels))),)


def _came(*channels: Channel) -> tuple[Selection, ...]:
    codes = frozenset(channel.value for channel in channels)
    return (_REQUESTS.narrowed(Condition("channel", codes)),)


def _with_outcome(outcomes: frozenset[Outcome], *, others: bool = False) -> tuple[Selection, ...]:
    codes = frozenset(map(str, outcomes))
    return (_REQUESTS.narrowed(Condition("outcome", codes, excluded=others)),)


def _outcomes(row: int) -> frozenset[Outcome]:
    return frozenset(outcome for outcome, rule in CATALOGUE.items() if rule.row_2014 == row)


# Not replies in the sense of the table: withdrawn, or not paid for.
_UNANSWERED = frozenset({Outcome.OTHERWISE_CONCLUDED, Outcome.NOT_PAID})
_ANY_GROUND = frozenset(outcome for row in _GROUNDS for outcome in _outcomes(row)) | {
    Outcome.WITHHELD_UNSPECIFIED
}

_LATE = Condition("on_time", frozenset({NO}))
_EXTENDED = Condition("extended", frozenset({YES}))
_NOT_EXTENDED = Condition("extended", frozenset({NO}))
_IN_TIME = (
    _REQUESTS.narrowed(_NOT_EXTENDED, Condition("on_time", frozenset({NO}), excluded=True)),
)
_LATER = (_REQUESTS.narrowed(_EXTENDED), _REQUESTS.narrowed(_NOT_EXTENDED, _LATE))


def _decided(register: Register, *results: str) -> tuple[Selection, ...]:
    conditions = (Condition("result", frozenset(results)),) if results else ()
    return (Selection(register, conditions),)


_BEGUN: dict[int, tuple[Selection, ...]] = {
    1: (_PUBLICATIONS,),
    2: (NORMATIVE,),
    4: _through("gazette"),
    5: _through("website"),
    6: _through("weibo"),
    7: _through("wechat"),
    8: _through(
        "notice_board", "meeting", "press_conference", "press", "radio", "television",
        "reading_place",
    ),
    17: (_REQUESTS,),
    18: _came(Channel.IN_PERSON),
    19: _came(Channel.FAX),
    20: _came(Channel.INTERNET, Channel.EMAIL),
    21: _came(Channel.POST_SIGNED, Channel.POST_ORDINARY),
    48: (Selection(Register.COMPLAINTS),),
}  # fmt: skip
_ENDED: dict[int, tuple[Selection, ...]] = {
    22: (_REQUESTS,),
    23: _IN_TIME,
    24: _LATER,
    25: _with_outcome(_UNANSWERED, others=True),
    **{row: _with_outcome(_outcomes(row)) for row in range(_FIRST_REPLY, _LAST_REPLY + 1)},
    _WITHHELD: _with_outcome(_ANY_GROUND),
    40: _decided(Register.RECONSIDERATIONS),
    41: _decided(Register.RECONSIDERATIONS, "upheld"),
    42: _decided(Register.RECONSIDERATIONS, "corrected"),
    43: _decided(Register.RECONSIDERATIONS, "other"),
    44: _decided(Register.LAWSUITS),
    45: _decided(Register.LAWSUITS, "upheld"),
    46: _decided(Register.LAWSUITS, "corrected"),
    47: _decided(Register.LAWSUITS, "other"),
}

_NOTES = (
    NoteRule(
        _REQUESTS.narrowed(_LATE),
        "“延期办结数”含超过答复期限办结的，本年度{year}件。",
        Counting.ENDED,
    ),
    NoteRule(
        Selection(Register.RECONSIDERATIONS),
        "行政复议数量为本年度审结的件数；年末尚未审结{year}件。",
        Counting.CARRIED_OUT,
    ),
    NoteRule(
        Selection(Register.LAWSUITS),
        "行政诉讼数量为本年度审结的件数；年末尚未审结{year}件。",
        Counting.CARRIED_OUT,
    ),
)
_REMARK = "带“*”的行名未能与发文原件核对；所用表格的行名不同的，以原件为准。"


def _row(label: Row2014) -> FormRow:
    number = label.number
    if not number:
        return FormRow(
            label.label,
            label.label,
            source=Source.HEADING,
            indent=label.indent,
            verified=label.verified,
        )
    source, counted, counting = Source.COUNTED, _BEGUN.get(number), Counting.BEGUN
    if number in _ENDED:
        counted, counting = _ENDED[number], Counting.ENDED
    elif number == _FEES:
        source = Source.FEES
    elif counted is None:
        source, counted = Source.ENTERED, (NORMATIVE,) if number == _ISSUED else ()
    return FormRow(
        label.key,
        label.label,
        _of_what(number) + _bare(label.label),
        label.unit,
        counted or (),
        (counting,),
        source,
        label.indent,
        decimal=label.unit == _MONEY,
        verified=label.verified,
    )


_ISSUED = 3
_RECONSIDERED, _SUED = range(41, 44), range(45, 48)


def _of_what(number: int) -> str:
    """Return what tells apart the rows that reconsiderations and lawsuits both have."""
    if number in _RECONSIDERED:
        return "行政复议"
    return "行政诉讼" if number in _SUED else ""


def _bare(label: str) -> str:
    """Return a label without its number and its explanation."""
    name = label.partition("（不")[0]
    for mark in ("）", "、", ".", "："):
        head, found, rest = name.partition(mark)
        if found and len(head) <= len("（一"):
            return rest
    return name


def form_2014(_practice: Practice) -> Form:
    """Return the table, which leaves no question to an office's practice."""
    column = FormColumn(COLUMN, COLUMN_LABEL, proposed=True)
    table = FormTable(
        TABLE,
        "政府信息公开情况统计表（{year}年度）",
        (Block(tuple(_row(label) for label in ROWS_2014), (column,)),),
        rules=(
            *(
                SumRule(f"T{total}", str(total), tuple(map(str, parts)))
                for total, parts in SUMS_2014.items()
            ),
            *(PartRule("T1", str(part), "1") for part in (2, 4, 5, 6, 7, 8)),
            PartRule("T10", "11", "10"),
            PartRule("T12", "13", "12"),
        ),
        notes=_NOTES,
        remarks=(_REMARK,),
        foot=FOOT,
        section="annex",
    )
    parts = tuple(map(str, SUMS_2014[25]))
    return Form(
        KEY,
        VERSION,
        "{office}{year}年政府信息公开工作年度报告",
        (table,),
        _SECTIONS,
        RepliesRule("S7", TABLE, COLUMN, "25", parts, frozenset(map(str, _UNANSWERED))),
        texts="form_2014",
        arguable=frozenset(
            str(outcome) for outcome, rule in CATALOGUE.items() if not rule.row_2014_verified
        ),
    )
