"""What a reply says of its items: read from the draft, so that no letter says otherwise."""

from collections.abc import Iterable

from states.case import Case
from states.deciding.draft import draft_of
from states.matters import EarlierReplyCited, ItemDecided, SearchRecorded
from states.statute import decisions
from states.statute.decisions import Decision
from states.statute.outcomes import Outcome
from states.statute.versions import law_on
from workflow.letters.citing import cited_in_full
from workflow.letters.facts import Facts
from workflow.letters.kinds import LetterRule
from workflow.records.canonical import JsonValue

_GOES_OUT = frozenset({Decision.DISCLOSE, Decision.SEVER})
_TO_BE_FOUND = frozenset({Decision.ALREADY_PUBLIC, Decision.PUBLISHED_MATTER})


def drafted_outcome(row: LetterRule, case: Case) -> Outcome | None:
    """Return the outcome that the items decide, for a letter that answers; else None."""
    return draft_of(case).outcome if row.outcomes else None


def told_by_items(row: LetterRule, case: Case) -> Facts:
    """Return the facts of a reply that its items decide; none before anything is decided."""
    items = [item.decided for item in draft_of(case).items]
    if not row.outcomes or not items:
        return {}
    told: Facts = {
        "provided": _provided(row, items),
        "withheld": [_withheld(item) for item in items if item.ground is not None],
        "published": [_public(item) for item in items if item.decision in _TO_BE_FOUND],
        "searches": _searches(case),
        "reason": "；".join(dict.fromkeys(item.reason for item in items if item.reason)),
        "besides": [_beside(item, case) for item in items if not _is_told(row, item)],
        **_earlier_reply(case),
    }
    return {name: value for name, value in told.items() if name in row.facts and value}


# What an item of another kind than the letter's own is told in a sentence.
_SENTENCES: dict[Decision, str] = {
    Decision.ALREADY_PUBLIC: "已经主动公开",
    Decision.SPECIAL_QUERY: "属于专门规定的查询事项",
    Decision.NOT_HELD: "经检索，该政府信息不存在",
    Decision.NOT_OURS: "不属于本机关负责公开",
    Decision.NEEDS_CREATION: "没有现成的政府信息，需要加工、分析，不予提供",
    Decision.STILL_UNCLEAR: "补正之后内容仍不明确，无法提供",
    Decision.PETITION: "属于信访、投诉、举报等事项，不作为政府信息公开申请处理",
    Decision.REPEATED: "此前已经答复，不再重复处理",
    Decision.PUBLISHED_MATTER: "属于公开出版物",
    Decision.EXCESSIVE: "属于没有正当理由的大量、反复申请，不予处理",
    Decision.CONFIRMATION_SOUGHT: "要求确认或者重新出具已经获取的信息，不予处理",
}
_WHERE: dict[Decision, str] = {
    Decision.NOT_OURS: "，请向{where}提出",
    Decision.SPECIAL_QUERY: "，请向{where}查询",
}
_FOUND_AT = "，获取的方式和途径：{where}"


def _is_told(row: LetterRule, item: ItemDecided) -> bool:
    """Whether the letter has a place of its own for an item."""
    if item.decision is Decision.SEVER or item.ground is not None:
        return "withheld" in row.facts
    if item.decision in _TO_BE_FOUND and ("provided" in row.facts or "published" in row.facts):
        return True
    outcome = decisions.rule(item.decision).outcome
    return outcome in row.outcomes or (
        item.decision is Decision.DISCLOSE and "provided" in row.facts
    )


def _beside(item: ItemDecided, case: Case) -> str:
    """Return the sentence that tells an item: what was decided, why, where to turn, by what."""
    where = _WHERE.get(item.decision, _FOUND_AT).format(where=item.where) if item.where else ""
    reason = f"，理由是：{item.reason}" if item.reason else ""
    law = law_on(case.events[0].on) if case.receipt is None else case.receipt.law
    article = cited_in_full(decisions.rule(item.decision).cited_under(law))
    basis = f"（依据{article}）" if article else ""
    return f"{item.title}：{_SENTENCES[item.decision]}{reason}{where}{basis}"


def suggested_by_items(row: LetterRule, case: Case) -> Facts:
    """Return what the items suggest for facts that the clerk may word otherwise."""
    items = [item.decided for item in draft_of(case).items]
    where = next((item.where for item in items if item.where), "")
    rule = next((item.reason for item in items if item.decision is Decision.SPECIAL_QUERY), "")
    told: Facts = {"right_organ": where, "where_to_ask": where, "special_rule": rule}
    return {name: value for name, value in told.items() if name in row.facts and value}


def _provided(row: LetterRule, items: Iterable[ItemDecided]) -> list[JsonValue]:
    """Return what goes out; beside what is withheld, what is public already goes with it."""
    beside = _TO_BE_FOUND if "withheld" in row.facts or "published" not in row.facts else ()
    return [
        {"title": item.title, "form": item.where} if item.where else {"title": item.title}
        for item in items
        if item.decision in _GOES_OUT or item.decision in beside
    ]


def _withheld(item: ItemDecided) -> JsonValue:
    title = f"{item.title}中的{item.part}" if item.part else item.title
    return {"title": title, "ground": str(item.ground), "reason": item.reason}


def _public(item: ItemDecided) -> JsonValue:
    return {"title": item.title, "place": item.where}


def _searches(case: Case) -> list[JsonValue]:
    return [
        {
            "place": event.matter.where,
            "keywords": event.matter.keywords,
            "searched_on": event.on.isoformat(),
        }
        for event in case.events
        if isinstance(event.matter, SearchRecorded)
    ]


def _earlier_reply(case: Case) -> Facts:
    for event in case.events:
        if isinstance(event.matter, EarlierReplyCited):
            cited = event.matter
            return {
                "earlier_number": cited.number,
                "earlier_on": cited.replied_on.isoformat(),
            }
    return {}
