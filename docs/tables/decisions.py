"""What may be decided on an item, what it needs, and the outcome that follows."""

from docs.tables.markdown import both, cited, code, page, table
from states.deciding.outcome import PRINCIPAL
from states.statute.decisions import CATALOGUE, Decision, DecisionRule, Need
from states.statute.versions import Law
from states.terms import label

_NEEDS = {
    Need.GROUND: both("不予公开的情形", "a ground"),
    Need.PART: both("哪些内容不予公开", "the part withheld"),
    Need.REASON: both("理由", "a reason"),
    Need.WHERE: both("获取的方式、途径或者办理的依据", "where or how"),
    Need.SEARCH: both("未检索到的检索记录", "a search that found nothing"),
    Need.EARLIER_REPLY: both("此前的答复", "an earlier reply"),
    Need.CORRECTION: both("已收到补正（2019年条例）", "a correction received (2019 text)"),
    Need.REASONS_ASKED: both("已要求说明理由", "reasons asked for"),
}


def _outcome(decision: Decision) -> str:
    outcome = CATALOGUE[decision].outcome
    return both("依情形而定", "by its ground") if outcome is None else label("outcomes", outcome)


def _then(rule: DecisionRule) -> str:
    known = Law.OGI_2007 in rule.laws
    return cited(rule.cited_under(Law.OGI_2007)) if known else "不适用"


def decisions_page() -> str:
    """Return every decision with its article and its needs, and how the outcome follows."""
    return page(
        "处理意见 · Decisions",
        "states/statute/decisions.py",
        "对每一项信息拟定一种处理意见；答复结果由各项得出，不由人填写。\n"
        "One decision for each item; the outcome follows from them and is not typed.",
        table(
            "处理意见 · decision | identifier | 单独一项时的结果 · alone it makes "
            "| 必须写明或者具备 · needs | 公开前审查 · reviewed | 条例(2019) | 条例(2007)",
            (
                (
                    both(rule.zh, rule.en),
                    code(rule.decision),
                    _outcome(rule.decision),
                    "；".join(_NEEDS[need] for need in Need if need in rule.needs),
                    "是" if rule.goes_out else "",
                    cited(rule.cited_under(Law.OGI_2019)),
                    cited(rule.cited_under(Law.OGI_2007))
                    if Law.OGI_2007 in rule.laws
                    else "不适用",
                )
                for rule in CATALOGUE.values()
            ),
        ),
        "## 结果怎样得出 · How the outcome follows",
        "1. 有一项区分处理的，或者有公开（含已主动公开）又有不予公开的：部分公开，只计这一种。\n"
        "2. 否则取下表中最先出现的一种。条文没有规定几项并存时以哪一种为准，这一顺序是惯例：\n"
        "   先看给了什么，再看拒绝了什么，其余依结果代码的顺序。\n\n"
        "1. Anything severed, or something given beside something withheld: partly disclosed.\n"
        "2. Else the first of this table that is found. No text says which prevails: the order is "
        "a convention.",
        table(
            "次序 · order | 结果 · outcome | identifier",
            (
                (place, both(label("outcomes", found), label("outcomes", found, "en")), code(found))
                for place, found in enumerate(PRINCIPAL, start=1)
            ),
        ),
    )
