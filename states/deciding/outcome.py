"""The outcome of a request follows from what was decided on its items.

The forms count a request once (the note to R3.2): partly disclosed where something is given and
something withheld, else the principal of its outcomes. Which is the principal no text says: the
order below is a convention (what was given before what was not, a refusal on the merits before the
rest, then the order of the catalogue).
"""

from collections.abc import Iterable

from states.matters import ItemDecided
from states.statute import decisions, grounds
from states.statute.outcomes import Outcome

GIVEN = frozenset({Outcome.DISCLOSED, Outcome.ALREADY_PUBLIC})
WITHHELD = frozenset(row.outcome for row in grounds.CATALOGUE.values())

# The first that is found among the items names the request. A special query is counted under
# 不予公开, yet withholds nothing by art. 14 to 16: beside something given it makes no part.
PRINCIPAL: tuple[Outcome, ...] = (
    Outcome.DISCLOSED,
    Outcome.ALREADY_PUBLIC,
    Outcome.STATE_SECRET,
    Outcome.PROHIBITED_BY_LAW,
    Outcome.ENDANGERS_SECURITY,
    Outcome.THIRD_PARTY_RIGHTS,
    Outcome.INTERNAL_AFFAIRS,
    Outcome.DELIBERATIVE,
    Outcome.ENFORCEMENT_FILE,
    Outcome.SPECIAL_QUERY,
    Outcome.NOT_HELD,
    Outcome.NOT_OURS,
    Outcome.NEEDS_CREATION,
    Outcome.STILL_UNCLEAR,
    Outcome.PETITION,
    Outcome.REPEATED,
    Outcome.PUBLISHED_MATTER,
    Outcome.EXCESSIVE,
    Outcome.CONFIRMATION_SOUGHT,
)
_RANK = {outcome: rank for rank, outcome in enumerate(PRINCIPAL)}


def outcome_of_item(item: ItemDecided) -> Outcome | None:
    """Return the outcome that one item would make alone; None where its ground is not named."""
    by_itself = decisions.rule(item.decision).outcome
    if by_itself is not None:
        return by_itself
    return None if item.ground is None else grounds.rule(item.ground).outcome


def outcome_of(items: Iterable[ItemDecided]) -> Outcome | None:
    """Return the outcome of a request; None where nothing is decided."""
    found = {outcome_of_item(item) for item in items}
    return merged(frozenset(outcome for outcome in found if outcome is not None))


def merged(found: frozenset[Outcome]) -> Outcome | None:
    """Return the one outcome that counts among those of the items."""
    if Outcome.PARTLY_DISCLOSED in found or (found & GIVEN and found & WITHHELD):
        return Outcome.PARTLY_DISCLOSED
    return min(found, key=_RANK.__getitem__, default=None)
