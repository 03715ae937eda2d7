"""What the law or the tables do not allow to be said: L1 to L3."""

import re
from collections.abc import Iterator

from workflow.checking.naming import cell_name
from workflow.checking.prose.sentences import count_of
from workflow.checking.rules.rule import Checked, Fact, Fault
from workflow.reports.forms.labels import (
    CARRIED_OUT,
    DISPUTES,
    PROACTIVE,
    REGULATIONS,
    REQUESTS,
    TOTAL,
)

# 规章 are made by departments of the State Council and by the governments of provinces and of
# cities with districts (立法法): not by towns, counties or districts, nor by their departments. A
# general office reports for its government, and a name in 市 alone may be either kind of city.
_BELOW_A_CITY = re.compile(
    r"(?:镇|乡|街道|街道办事处)(?:人民政府|政府)?$"
    r"|(?:县|旗|(?<!自治)(?<!行政)(?<!新)区)(?:人民政府|政府)?$"
    r"|[省市县区旗镇乡州].{0,20}(?<!总)(?:局|委员会|中心|厅|队)$"
)
_OF_THE_STATE = re.compile("^(?:国家|中国|国务院|中华人民共和国)|办公[厅室]$")
_ALL_UPHELD = re.compile(
    r"(?:均|全部|都)(?:已|被|予以|获得?|得到|经)*+(?:复议机关|人民法院|法院)?(?:予以|依法)?维持"
)
_CASES = re.compile("复议后起诉|直接起诉|行政复议|行政诉讼|复议|诉讼")
_BLOCKS: dict[str, tuple[str, ...]] = {
    "复议后起诉": ("litigation_after_reconsideration",),
    "直接起诉": ("litigation_direct",),
    "行政复议": ("reconsideration",),
    "复议": ("reconsideration",),
    "行政诉讼": ("litigation_direct", "litigation_after_reconsideration"),
    "诉讼": ("litigation_direct", "litigation_after_reconsideration"),
}
_NOT_UPHELD = ("pending", "corrected", "other")
_ALL_DONE = re.compile(
    r"(?:均|全部|都)(?:已|按时|按期|按规定|依法|如期|及时|在规定[时期]限内|在法定[时期]限内)*+"
    r"(?:办结|办理完毕|处理完毕|答复完毕)"
    r"|(?<!按时)(?<!按期)(?<!及时)办结率(?:均)?(?:达到?|为)?100%"
)
_REQUESTS = re.compile("信息公开申请|依申请公开|公开的申请")
_OTHER_MATTERS = re.compile("复议|诉讼|热线|信访|留言|建议|提案|上年|去年|结转|来信")


def regulations_are_made_above(checked: Checked) -> Iterator[Fault]:
    """L1: below a city with districts no 规章 are made, so none is in force."""
    office = checked.report.office
    if not _BELOW_A_CITY.search(office) or _OF_THE_STATE.search(office):
        return
    for column, figure in checked.report.table(PROACTIVE).get(REGULATIONS.key, {}).items():
        if figure.value > 0:
            facts: dict[str, Fact] = {
                "office": office,
                "cell": cell_name(PROACTIVE, REGULATIONS.key, column),
            }
            where = f"{PROACTIVE}.{REGULATIONS.key}.{column}"
            yield Fault(where, figure.value, 0, facts)


def not_all_are_upheld(checked: Checked) -> Iterator[Fault]:
    """L2: not all cases were upheld while some are pending or ended otherwise."""
    for sentence in checked.sentences:
        for block in dict.fromkeys(_said_to_be_upheld(sentence.text)):
            figures = checked.report.table(DISPUTES).get(block, {})
            column = next((c for c in _NOT_UPHELD if c in figures and figures[c].value > 0), None)
            if column is not None:
                facts: dict[str, Fact] = {
                    "sentence": sentence.quoted,
                    "cell": cell_name(DISPUTES, block, column),
                    "n": figures[column].value,
                }
                yield Fault(sentence.where, facts=facts)


def _said_to_be_upheld(text: str) -> Iterator[str]:
    """Yield the blocks of 表四 that 均维持 is said of: the counts right before it, no others."""
    said = _ALL_UPHELD.search(text)
    before = text[: said.start()] if said else ""
    for clause in reversed(re.split("[，、]", before.rpartition("；")[2])):
        cases = _CASES.findall(clause)
        if cases:
            yield from _BLOCKS[cases[-1]]
        if clause and count_of(clause) is None:
            return


def not_all_are_done(checked: Checked) -> Iterator[Fault]:
    """L3: not all requests were finished while some are carried out of the year."""
    carried_out = checked.report.value(REQUESTS, CARRIED_OUT, TOTAL)
    if not carried_out:
        return
    for sentence in checked.sentences:
        words = sentence.text
        if not _ALL_DONE.search(words) or _OTHER_MATTERS.search(words):
            continue
        if _REQUESTS.search(words):
            facts: dict[str, Fact] = {
                "sentence": sentence.quoted,
                "cell": cell_name(REQUESTS, CARRIED_OUT, TOTAL),
                "n": carried_out,
            }
            yield Fault(sentence.where, facts=facts)
