"""The grounds for withholding, article by article."""

from datetime import date

import pytest

from states.statute.grounds import CATALOGUE, Ground, grounds_for, open_to, rule
from states.statute.instruments import OGI_2007, OGI_2019
from states.statute.outcomes import CATALOGUE as OUTCOMES
from states.statute.outcomes import Outcome, OutcomeFamily
from states.statute.versions import Law

OLD, NEW = date(2019, 5, 14), date(2019, 5, 15)  # Tue, Wed: the revision's first day

# 条例(2019) art. 14, 15, 16(1), 16(2), and what it leads to.
BY_ARTICLE = [
    (Ground.STATE_SECRET, (14, 0), Outcome.STATE_SECRET),
    (Ground.PROHIBITED_BY_LAW, (14, 0), Outcome.PROHIBITED_BY_LAW),
    (Ground.ENDANGERS_SECURITY, (14, 0), Outcome.ENDANGERS_SECURITY),
    (Ground.TRADE_SECRET, (15, 0), Outcome.THIRD_PARTY_RIGHTS),
    (Ground.PERSONAL_PRIVACY, (15, 0), Outcome.THIRD_PARTY_RIGHTS),
    (Ground.THIRD_PARTY_INTEREST, (15, 0), Outcome.THIRD_PARTY_RIGHTS),
    (Ground.PERSONNEL, (16, 1), Outcome.INTERNAL_AFFAIRS),
    (Ground.LOGISTICS, (16, 1), Outcome.INTERNAL_AFFAIRS),
    (Ground.WORKFLOW, (16, 1), Outcome.INTERNAL_AFFAIRS),
    (Ground.DISCUSSION_RECORD, (16, 2), Outcome.DELIBERATIVE),
    (Ground.DRAFT, (16, 2), Outcome.DELIBERATIVE),
    (Ground.CONSULTATION_LETTER, (16, 2), Outcome.DELIBERATIVE),
    (Ground.INTERNAL_REPORT, (16, 2), Outcome.DELIBERATIVE),
    (Ground.ENFORCEMENT_FILE, (16, 2), Outcome.ENFORCEMENT_FILE),
]

# 条例(2007) art. 8, 14(4), 23; rows 30 to 35 of the 2014 table.
UNDER_2007 = {
    Ground.STATE_SECRET: [(14, 4)],
    Ground.ENDANGERS_SECURITY: [(8, 0)],
    Ground.TRADE_SECRET: [(14, 4), (23, 0)],
    Ground.PERSONAL_PRIVACY: [(14, 4), (23, 0)],
}
ROWS_2014 = {
    Ground.STATE_SECRET: 30,
    Ground.TRADE_SECRET: 31,
    Ground.PERSONAL_PRIVACY: 32,
    Ground.ENDANGERS_SECURITY: 33,
    Ground.PERSONNEL: 34,
    Ground.LOGISTICS: 34,
    Ground.WORKFLOW: 34,
}


@pytest.mark.parametrize(("ground", "place", "outcome"), BY_ARTICLE)
def test_a_ground_stands_beside_its_article(
    ground: Ground, place: tuple[int, int], outcome: Outcome
) -> None:
    found = rule(ground)

    assert found.citation.instrument is OGI_2019
    assert (found.citation.article, found.citation.paragraph) == place
    assert found.outcome is outcome


def test_articles_14_and_15_bind_while_article_16_leaves_it_to_the_office() -> None:
    # 条例(2019) art. 14 不予公开, art. 15 不得公开; art. 16 可以不予公开.
    binding = {rule(ground).citation.article for ground in Ground if rule(ground).mandatory}
    left_open = {rule(ground).citation.article for ground in Ground if not rule(ground).mandatory}

    assert (binding, left_open) == ({14, 15}, {16})


def test_the_catalogue_holds_every_ground() -> None:
    assert list(CATALOGUE) == list(Ground) == [row[0] for row in BY_ARTICLE]


@pytest.mark.parametrize("ground", Ground)
def test_the_2007_text_knows_fewer_grounds(ground: Ground) -> None:
    cited = rule(ground).cited_under(Law.OGI_2007)

    assert [(place.article, place.paragraph) for place in cited] == UNDER_2007.get(ground, [])
    assert all(place.instrument is OGI_2007 for place in cited)


@pytest.mark.parametrize("ground", Ground)
def test_the_2014_table_splits_refusals_by_ground(ground: Ground) -> None:
    assert rule(ground).row_2014 == ROWS_2014.get(ground, 35)


def test_only_a_third_partys_interest_gives_way_to_consent_or_public_interest() -> None:
    yielding = {ground for ground in Ground if rule(ground).yields}

    assert yielding == set(grounds_for(Outcome.THIRD_PARTY_RIGHTS))


def test_a_request_is_judged_by_the_grounds_of_its_day_of_receipt() -> None:
    assert set(open_to(OLD)) == set(UNDER_2007)
    assert open_to(NEW) == tuple(Ground)


def test_the_day_of_the_revision_is_a_setting() -> None:
    assert set(open_to(NEW, revised_from=date(2019, 6, 1))) == set(UNDER_2007)


def test_each_refusal_on_the_merits_has_a_ground() -> None:
    refusals = {
        row.outcome
        for row in OUTCOMES.values()
        if row.family is OutcomeFamily.WITHHELD and row.code
    }

    reached = {outcome for outcome in Outcome if grounds_for(outcome)}

    assert reached == refusals - {Outcome.SPECIAL_QUERY}


def test_a_ground_is_named_in_both_languages() -> None:
    draft = rule(Ground.DRAFT)

    assert (draft.zh, draft.en) == ("过程稿", "draft")
    assert draft.cited_under(Law.OGI_2019) == (draft.citation,)
