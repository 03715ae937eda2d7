"""What a reply says of its items: read from the draft, so that no letter says otherwise."""

from collections.abc import Iterable

from states.case import Case
from states.deciding.draft import draft_of
from states.matters import EarlierReplyCited, ItemDecided, SearchRecorded
from states.statute.decisions import Decision
from states.statute.outcomes import Outcome
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
        **_earlier_reply(case),
    }
    return {name: value for name, value in told.items() if name in row.facts and value}


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
