"""What a clause plainly states of a figure of the tables: which one, and how many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workflow.checking.prose.percentages import is_comparison
from workflow.checking.prose.sentences import Count, Sentence, count_of


class Topic(StrEnum):
    """A figure that texts state."""

    RECEIVED = "received"
    TAKEN_ON = "taken_on"
    CARRIED_IN = "carried_in"
    CARRIED_OUT = "carried_out"
    FINISHED = "finished"
    PERSONS = "persons"
    ORGANISATIONS = "organisations"
    DISCLOSED = "disclosed"
    PARTLY = "partly"
    WITHHELD = "withheld"
    UNAVAILABLE = "unavailable"
    UNPROCESSED = "unprocessed"
    OTHERWISE = "otherwise"
    RECONSIDERATIONS = "reconsiderations"
    LAWSUITS = "lawsuits"
    PUBLISHED = "published"
    PUBLISHED_IN_ALL = "published_in_all"
    NORMATIVE_ISSUED = "normative_issued"
    NORMATIVE_REPEALED = "normative_repealed"
    NORMATIVE_IN_FORCE = "normative_in_force"


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure as the text states it."""

    topic: Topic
    number: int
    sentence: Sentence


# Words that may stand before a statement without narrowing it: the year, the office itself. The
# quantifiers give nothing back, so that no text can make a search long.
_UNITS = "[省市州县区旗镇乡街道局院厅委办部门机关单位]"
_WE = (
    r"(?:(?:20\d\d)年度?|本年度?|今年|当年|全年|年度内|年内"
    rf"|[我本全]{_UNITS}{{1,3}}|共计?|总共|一共|合计|已|各级行政机关|行政机关|依法)*+"
)
_BY_ANYONE = r"(?:到|的|了|各类|公民、?法人和其他组织的?|群众)*+"
_DISCLOSURE = r"(?:政府信息公开|政府信息依申请公开|依申请公开政府信息|依申请公开|信息公开|政务公开)"
_ASKING = rf"{_BY_ANYONE}{_DISCLOSURE}?的?申请"
_ASKING_FOR_DISCLOSURE = rf"{_BY_ANYONE}{_DISCLOSURE}的?申请"
_IN_ALL = r"(?:总数|总量|数量|事项|案件)?(?:共计|总计|合计|共|为|达)?"
_OVER_IT = (
    r"(?:因|涉及|由|就|对|针对|关于|有关|引发|引起|发生|提起|申请人|申请|被|的|不服|工作|答复"
    r"|政府信息公开|政府信息依申请公开|信息公开|依申请公开)*+"
)

_PATTERNS: dict[Topic, str] = {
    Topic.RECEIVED: rf"{_WE}新收{_ASKING}{_IN_ALL}",
    Topic.TAKEN_ON: rf"{_WE}(?:收到|接到|接收|受理|收到并受理|接收到){_ASKING}{_IN_ALL}",
    Topic.CARRIED_IN: rf"{_WE}上一?年度?结转(?:至本年)?的?(?:{_ASKING})?(?:申请)?{_IN_ALL}",
    Topic.CARRIED_OUT: (
        rf"{_WE}结转[至到]?下一?年度?(?:继续)?(?:办理|处理)?的?(?:{_ASKING})?{_IN_ALL}"
    ),
    Topic.FINISHED: rf"{_WE}办结{_ASKING}{_IN_ALL}",
    Topic.PERSONS: r"(?:其中)?自然人(?:申请)?",
    Topic.ORGANISATIONS: r"(?:其中)?法人(?:或|和|及)其他组织(?:申请)?",
    Topic.DISCLOSED: r"(?:其中)?予以公开(?:的|答复)?",
    Topic.PARTLY: r"(?:其中)?部分公开(?:的|答复)?",
    Topic.WITHHELD: r"(?:其中)?不予公开(?:的|答复)?",
    Topic.UNAVAILABLE: r"(?:其中)?无法提供(?:的|答复)?",
    Topic.UNPROCESSED: r"(?:其中)?不予处理(?:的|答复)?",
    Topic.OTHERWISE: r"(?:其中)?其他处理(?:的|答复)?",
    Topic.RECONSIDERATIONS: rf"{_WE}{_OVER_IT}行政复议(?:案件|申请)?{_IN_ALL}",
    Topic.LAWSUITS: rf"{_WE}{_OVER_IT}行政诉讼(?:案件)?{_IN_ALL}",
    Topic.PUBLISHED: rf"{_WE}主动公开(?:各类)?(?:政府|政务)?(?:信息|文件){_IN_ALL}",
    Topic.PUBLISHED_IN_ALL: r"历年累计(?:主动公开(?:政府信息|信息|文件)?)?",
    Topic.NORMATIVE_ISSUED: rf"{_WE}制发(?:行政)?规范性文件{_IN_ALL}",
    Topic.NORMATIVE_REPEALED: rf"{_WE}废止(?:行政)?规范性文件{_IN_ALL}",
    Topic.NORMATIVE_IN_FORCE: rf"{_WE}现行有效的?(?:行政)?规范性文件{_IN_ALL}",
}
_STATES = {topic: re.compile(pattern) for topic, pattern in _PATTERNS.items()}

# Topics that need company: only beside the whole they are part of do they mean this year's table.
_PARTS = frozenset(
    {Topic.DISCLOSED, Topic.PARTLY, Topic.WITHHELD, Topic.UNAVAILABLE, Topic.UNPROCESSED}
    | {Topic.OTHERWISE, Topic.PERSONS, Topic.ORGANISATIONS}
)
_WHOLES = frozenset({Topic.RECEIVED, Topic.TAKEN_ON, Topic.FINISHED})
_ANSWERED = re.compile(r"(?:答复|办理|处理)" + _ASKING + _IN_ALL)
_OVER_DISCLOSURE = re.compile("信息公开|依申请公开|主动公开")
# What makes a statement one about another year, or about a part of the office only.
_NARROWED = re.compile(
    r"本级|通过|下属|所属|各镇|各乡|各部门|各单位|各街道|去年|往年|上年(?!度?结转)|历年(?!累计)"
    r"|同期|以来|五年|三年|季度|月份|截至|办公室|平台"
)
_A_YEAR = re.compile(r"(20\d\d)年")

_NO = r"(?:未|没有|无)(?:发生|出现|产生|收到|接到)?"
# What is denied ends here: 未收到…申请 is no 未收到…申请人的投诉.
_AND_NO_MORE = r"(?=$|[，；、]|的?情况|的?情形|的?事项|和|及|或|与|以及|等)"
_NONE = (
    (
        Topic.TAKEN_ON,
        re.compile(
            rf"(?:未|没有|无)(?:收到|接到|接收到|受理)过?(?:任何)?{_ASKING_FOR_DISCLOSURE}"
            rf"{_AND_NO_MORE}"
        ),
    ),
    (
        Topic.RECONSIDERATIONS,
        re.compile(rf"{_NO}{_OVER_IT}行政复议(?:案件|申请)?{_AND_NO_MORE}"),
    ),
    (
        Topic.LAWSUITS,
        re.compile(
            rf"{_NO}{_OVER_IT}(?:行政复议(?:案件|申请)?(?:、|和|及|或|或者|以及|与))?"
            rf"{_OVER_IT}行政诉讼(?:案件)?{_AND_NO_MORE}"
        ),
    ),
)
# None were lost, quashed or put right: that is not to say that there were none.
_LOST = re.compile("败诉|纠正|纠错|撤销|违法|责令")


def statements(sentences: Sequence[Sentence], year: int | None) -> Iterator[Statement]:
    """Yield the figures that the text states of the office's whole year."""
    before: Sentence | None = None
    for sentence in sentences:
        if _OVER_DISCLOSURE.search(sentence.text + sentence.section):
            goes_on = before is not None and before.paragraph == sentence.paragraph
            yield from _counted(sentence, year, among_requests=goes_on and _speaks_of_all(before))
            yield from _denied(sentence, year)
        before = sentence


def _speaks_of_all(sentence: Sentence | None) -> bool:
    """Whether a sentence states how many requests were received, answered or finished in all."""
    counts = [count_of(clause) for clause in sentence.clauses] if sentence else []
    return any(
        topic_of(count) in _WHOLES or _ANSWERED.search(count.label)
        for count in counts
        if count is not None
    )


def _counted(sentence: Sentence, year: int | None, *, among_requests: bool) -> Iterator[Statement]:
    before: Topic | None = None
    for clause in sentence.clauses:
        if is_comparison(clause):
            continue
        if _is_narrowed(clause, year):
            return
        count = count_of(clause)
        if count is None or count.rest:
            continue
        topic = topic_of(count)
        among_requests |= topic in _WHOLES or _ANSWERED.search(count.label) is not None
        is_plain = topic not in _PARTS or among_requests
        if topic is Topic.PUBLISHED_IN_ALL and before is not Topic.PUBLISHED:
            is_plain = False
        if topic is not None and is_plain:
            yield Statement(topic, count.number, sentence)
        before = topic


def _denied(sentence: Sentence, year: int | None) -> Iterator[Statement]:
    narrowed = any(_is_narrowed(clause, year) for clause in sentence.clauses)
    if not narrowed and not _LOST.search(sentence.text):
        for topic, denies in _NONE:
            if denies.search(sentence.text):
                yield Statement(topic, 0, sentence)


def _is_narrowed(clause: str, year: int | None) -> bool:
    others = {int(digits) for digits in _A_YEAR.findall(clause)} - {year}
    return bool(others) or _NARROWED.search(clause) is not None


def topic_of(count: Count) -> Topic | None:
    """Return which figure of the tables the words before a count name, or None."""
    return next((t for t, states in _STATES.items() if states.fullmatch(count.label)), None)
