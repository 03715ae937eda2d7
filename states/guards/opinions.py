"""What third parties said of an item, as far as it binds the office (条例(2019) 第十五、三十二条).

An item is concerned by the consultations it names; one that names none, by those no item names.
"""

from collections.abc import Sequence

from states.case import Case, EventKind
from states.deciding.draft import Draft, Item
from states.statute.decisions import Decision
from states.statute.grounds import rule
from states.statute.opinions import Opinion

Said = Opinion | None


def concerned(case: Case, draft: Draft, item: Item) -> tuple[Said, ...]:
    """Return what the third parties whom an item concerns said of it, None where nothing."""
    said = _said(case)
    if not said:
        return ()
    if named := item.decided.consulted:
        return tuple(opinion for ref, opinion in said.items() if ref in named)
    elsewhere = {ref for other in draft.items for ref in other.decided.consulted}
    return tuple(opinion for ref, opinion in said.items() if ref not in elsewhere)


def _said(case: Case) -> dict[str, Said]:
    """Return what third parties said, by consultation; worked out once for each case."""
    said: dict[str, Said] | None = case.__dict__.get("third_parties")
    if said is None:
        said = case.__dict__["third_parties"] = {}
        for event in case.events:
            if event.kind is EventKind.THIRD_PARTY_CONSULTED:
                said.setdefault(event.ref, None)
            elif event.kind is EventKind.THIRD_PARTY_ANSWERED:
                said[event.ref] = said.get(event.ref) or event.opinion
    return said


def is_withheld_for_third_party(item: Item) -> bool:
    """Say whether an item is withheld, as a whole or in part, for a third party's sake."""
    ground = item.decided.ground
    return ground is not None and rule(ground).yields


def agrees_throughout(opinions: Sequence[Said]) -> bool:
    """Say whether everybody concerned agreed to disclosure."""
    return bool(opinions) and all(opinion is Opinion.AGREE for opinion in opinions)


def objection_is_overruled(item: Item, opinions: Sequence[Said]) -> bool:
    """Say whether an item that goes out does so although somebody concerned objects to that.

    An objection is heeded by withholding a part for the third party's sake, and one to a part by
    withholding any.
    """
    decision = item.decided.decision
    if decision is Decision.DISCLOSE:
        return Opinion.DISAGREE in opinions or Opinion.PARTLY in opinions
    return Opinion.DISAGREE in opinions and not is_withheld_for_third_party(item)
