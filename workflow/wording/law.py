"""What the chart and the clock cannot do, in words."""

from states.chart.rows import MOVES
from states.errors import MoveNotOnChartError
from states.terms import label
from workflow.i18n import Lang, Text

LAW: dict[str, Text] = {
    "move_not_on_chart": Text(
        "申请现为“{state}”，不能办理“{move}”。",
        "The request is “{state}”; “{move}” cannot be done from there.",
    ),
    "not_on_chart": Text(
        "按其余的记录，申请那时为“{state}”，不能有这一步。",
        "By the other records the request was “{state}” then; this step could not be taken.",
    ),
    "move_unknown": Text(
        "没有“{move}”这一步；请核对名称。",
        "There is no step “{move}”; check its name.",
    ),
    "calendar_unknown": Text(
        "{day}超出日历范围，无法计算；请核对日期。",
        "{day} lies outside the calendar and cannot be reckoned; check the date.",
    ),
    "receipt_not_established": Text(
        "尚未确定收到申请之日，无法计算期限；请先登记收到。",
        "The day of receipt is not established, so nothing can be counted; record it first.",
    ),
    "event_missing": Text(
        "缺少“{value}”这一事实，无法计算；请先登记。",
        "The fact “{value}” is missing, so nothing can be counted; record it first.",
    ),
    "no_such_period": Text(
        "所适用的条例没有规定这一期限。",
        "The law that governs this request sets no such period.",
    ),
}


def not_on_chart_sentence(error: MoveNotOnChartError, lang: Lang) -> str:
    """Return why a step cannot be taken from where the request stands."""
    move = MOVES.get(error.move)
    if move is None:
        return LAW["move_unknown"].say(lang, move=error.move)
    step = Text(move.zh, move.en).say(lang)
    return LAW["move_not_on_chart"].say(lang, move=step, state=label("states", error.state, lang))
