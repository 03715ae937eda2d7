"""The outcome follows from the items: every decision on every ground, and every combination."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.deciding.outcome import PRINCIPAL, merged, outcome_of, outcome_of_item
from states.matters import ItemDecided
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from states.statute.outcomes import Outcome
from tests.replies import an_item

O = Outcome  # noqa: E741 -- the table below is read by column

# Which outcome an item makes alone: of what is withheld the ground says so (art. 14, 15, 16(1),
# 16(2)), of everything else the decision (art. 36 to 39).
BY_GROUND = {
    Ground.STATE_SECRET: O.STATE_SECRET,
    Ground.PROHIBITED_BY_LAW: O.PROHIBITED_BY_LAW,
    Ground.ENDANGERS_SECURITY: O.ENDANGERS_SECURITY,
    Ground.TRADE_SECRET: O.THIRD_PARTY_RIGHTS,
    Ground.PERSONAL_PRIVACY: O.THIRD_PARTY_RIGHTS,
    Ground.THIRD_PARTY_INTEREST: O.THIRD_PARTY_RIGHTS,
    Ground.PERSONNEL: O.INTERNAL_AFFAIRS,
    Ground.LOGISTICS: O.INTERNAL_AFFAIRS,
    Ground.WORKFLOW: O.INTERNAL_AFFAIRS,
    Ground.DISCUSSION_RECORD: O.DELIBERATIVE,
    Ground.DRAFT: O.DELIBERATIVE,
    Ground.CONSULTATION_LETTER: O.DELIBERATIVE,
    Ground.INTERNAL_REPORT: O.DELIBERATIVE,
    Ground.ENFORCEMENT_FILE: O.ENFORCEMENT_FILE,
}
BY_DECISION = {
    Decision.DISCLOSE: O.DISCLOSED,
    Decision.ALREADY_PUBLIC: O.ALREADY_PUBLIC,
    Decision.SPECIAL_QUERY: O.SPECIAL_QUERY,
    Decision.NOT_HELD: O.NOT_HELD,
    Decision.NOT_OURS: O.NOT_OURS,
    Decision.NEEDS_CREATION: O.NEEDS_CREATION,
    Decision.STILL_UNCLEAR: O.STILL_UNCLEAR,
    Decision.PETITION: O.PETITION,
    Decision.REPEATED: O.REPEATED,
    Decision.PUBLISHED_MATTER: O.PUBLISHED_MATTER,
    Decision.EXCESSIVE: O.EXCESSIVE,
    Decision.CONFIRMATION_SOUGHT: O.CONFIRMATION_SOUGHT,
}

# The outcomes an item can make, in the order of their codes O1 to O20, a bit for each.
KINDS = (
    O.ALREADY_PUBLIC,
    O.DISCLOSED,
    O.PARTLY_DISCLOSED,
    O.STATE_SECRET,
    O.PROHIBITED_BY_LAW,
    O.ENDANGERS_SECURITY,
    O.THIRD_PARTY_RIGHTS,
    O.INTERNAL_AFFAIRS,
    O.DELIBERATIVE,
    O.ENFORCEMENT_FILE,
    O.SPECIAL_QUERY,
    O.NOT_HELD,
    O.NOT_OURS,
    O.NEEDS_CREATION,
    O.STILL_UNCLEAR,
    O.PETITION,
    O.REPEATED,
    O.PUBLISHED_MATTER,
    O.EXCESSIVE,
    O.CONFIRMATION_SOUGHT,
)
PUBLIC, DISCLOSED, SEVERED = 1, 2, 4
WITHHELD = 0b1111111 << 3  # O4 to O10, the refusals of art. 14 to 16


def by_hand(mask: int) -> Outcome:
    """The rules in words: the note to R3.2 of the forms since 2019, and the convention beyond it.

    1. What is severed is disclosed in part. 2. So is what is given beside something withheld.
    3. Else whatever is disclosed makes the reply a disclosure. 4. Else, what is public already.
    5. Else the first by the order of the codes: refusals, cannot be provided, not processed.
    """
    if mask & SEVERED or (mask & (PUBLIC | DISCLOSED) and mask & WITHHELD):
        return O.PARTLY_DISCLOSED
    if mask & DISCLOSED:
        return O.DISCLOSED
    if mask & PUBLIC:
        return O.ALREADY_PUBLIC
    return KINDS[(mask & -mask).bit_length() - 1]


def test_every_combination_of_items_makes_one_outcome() -> None:
    wrong: list[tuple[frozenset[Outcome], Outcome | None]] = []
    chosen: list[frozenset[Outcome]] = [frozenset()]
    for bit, kind in enumerate(KINDS):
        with_it = [outcomes | {kind} for outcomes in chosen]
        first = 1 << bit
        for offset, outcomes in enumerate(with_it):
            if merged(outcomes) is not by_hand(first + offset):
                wrong.append((outcomes, merged(outcomes)))
        if bit < len(KINDS) - 1:
            chosen += with_it

    assert wrong == []


@pytest.mark.parametrize("decision", BY_DECISION)
def test_a_decision_makes_the_outcome_of_its_article(decision: Decision) -> None:
    assert outcome_of([an_item(decision)]) is BY_DECISION[decision]


@pytest.mark.parametrize("ground", Ground)
def test_what_is_withheld_has_the_outcome_of_its_ground(ground: Ground) -> None:
    assert outcome_of([an_item(Decision.WITHHOLD, ground=ground)]) is BY_GROUND[ground]


@pytest.mark.parametrize("ground", Ground)
def test_what_is_severed_is_disclosed_in_part_on_whatever_ground(ground: Ground) -> None:
    assert outcome_of([an_item(Decision.SEVER, ground=ground)]) is O.PARTLY_DISCLOSED


def test_every_decision_and_every_ground_is_in_the_tables() -> None:
    assert set(BY_DECISION) | {Decision.SEVER, Decision.WITHHOLD} == set(Decision)
    assert set(BY_GROUND) == set(Ground)
    assert {*BY_DECISION.values(), *BY_GROUND.values(), O.PARTLY_DISCLOSED} == set(KINDS)


def test_the_principal_is_stated_for_every_outcome_an_item_can_make() -> None:
    assert len(set(PRINCIPAL)) == len(PRINCIPAL)
    assert {*PRINCIPAL, O.PARTLY_DISCLOSED} == set(KINDS)


def test_nothing_decided_makes_no_outcome() -> None:
    assert outcome_of([]) is None


def test_an_item_withheld_on_no_ground_makes_no_outcome() -> None:
    nameless = ItemDecided("1", "某文件", Decision.WITHHOLD)

    assert outcome_of_item(nameless) is None
    assert outcome_of([nameless]) is None


ITEMS = st.lists(
    st.builds(
        lambda decision, ground: an_item(
            decision,
            ground=ground if decision in {Decision.SEVER, Decision.WITHHOLD} else None,
        ),
        st.sampled_from(Decision),
        st.sampled_from(Ground),
    ),
    min_size=1,
    max_size=6,
)


@given(ITEMS, st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_of_the_items_matters(
    items: list[ItemDecided], random: Random
) -> None:
    again = [*items, *random.choices(items, k=3)]
    random.shuffle(again)

    assert outcome_of(again) is outcome_of(items)


@given(ITEMS)
def test_a_reply_is_never_a_full_disclosure_while_something_is_withheld(
    items: list[ItemDecided],
) -> None:
    withholds = any(item.ground is not None for item in items)
    gives = any(item.decision in {Decision.DISCLOSE, Decision.SEVER} for item in items)

    if withholds:
        assert outcome_of(items) not in {O.DISCLOSED, O.ALREADY_PUBLIC}
    if gives:
        assert outcome_of(items) in {O.DISCLOSED, O.PARTLY_DISCLOSED}
