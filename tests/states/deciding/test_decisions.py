"""The catalogue of decisions: article, what each needs, and what goes out."""

import pytest

from states.statute.decisions import CATALOGUE, Decision, Need, open_to, rule
from states.statute.versions import Law

D, N = Decision, Need

# What each decision must say or rest on, by its article: 条例(2019) 第三十六条第（一）至（七）项,
# 第三十七至三十九条, 第三十条, 第三十五条.
NEEDS = {
    D.DISCLOSE: set(),
    D.ALREADY_PUBLIC: {N.WHERE},  # 告知申请人获取该政府信息的方式、途径
    D.SEVER: {N.GROUND, N.PART, N.REASON},  # 对不予公开的内容说明理由
    D.WITHHOLD: {N.GROUND, N.REASON},  # 告知申请人不予公开并说明理由
    D.SPECIAL_QUERY: {N.WHERE},  # 依照有关法律、行政法规的规定办理
    D.NOT_HELD: {N.SEARCH},  # 经检索没有所申请公开信息的
    D.NOT_OURS: {N.REASON},  # 告知申请人并说明理由
    D.NEEDS_CREATION: {N.REASON},
    D.STILL_UNCLEAR: {N.REASON, N.CORRECTION},
    D.PETITION: {N.REASON},
    D.REPEATED: {N.EARLIER_REPLY},  # 已就申请人提出的政府信息公开申请作出答复
    D.PUBLISHED_MATTER: {N.WHERE},  # 可以告知获取的途径
    D.EXCESSIVE: {N.REASON, N.REASONS_ASKED},  # 可以要求申请人说明理由
    D.CONFIRMATION_SOUGHT: {N.REASON},
}
ARTICLES = {
    D.DISCLOSE: ("第三十六条第（二）项", "第二十一条第（一）项"),
    D.ALREADY_PUBLIC: ("第三十六条第（一）项", "第二十一条第（一）项"),
    D.SEVER: ("第三十七条", "第二十二条"),
    D.WITHHOLD: ("第三十六条第（三）项", "第二十一条第（二）项"),
    D.SPECIAL_QUERY: ("第三十六条第（七）项", ""),
    D.NOT_HELD: ("第三十六条第（四）项", "第二十一条第（三）项"),
    D.NOT_OURS: ("第三十六条第（五）项", "第二十一条第（三）项"),
    D.NEEDS_CREATION: ("第三十八条", ""),
    D.STILL_UNCLEAR: ("第三十条", "第二十一条第（四）项"),
    D.PETITION: ("第三十九条第一款", ""),
    D.REPEATED: ("第三十六条第（六）项", ""),
    D.PUBLISHED_MATTER: ("第三十九条第二款", ""),
    D.EXCESSIVE: ("第三十五条", ""),
    D.CONFIRMATION_SOUGHT: ("", ""),
}


def test_the_catalogue_holds_every_decision() -> None:
    assert list(CATALOGUE) == list(Decision)


@pytest.mark.parametrize("decision", Decision)
def test_a_decision_needs_what_its_article_asks(decision: Decision) -> None:
    assert rule(decision).needs == NEEDS[decision]


@pytest.mark.parametrize("decision", Decision)
def test_a_decision_names_its_articles_under_both_laws(decision: Decision) -> None:
    found = tuple(
        "".join(citation.place for citation in rule(decision).cited_under(law))
        for law in (Law.OGI_2019, Law.OGI_2007)
    )

    assert found == ARTICLES[decision]


def test_only_what_is_disclosed_or_severed_goes_out() -> None:
    assert {found for found in Decision if rule(found).goes_out} == {D.DISCLOSE, D.SEVER}


def test_the_2007_law_knows_no_excess_and_no_confirmation() -> None:
    assert set(open_to(Law.OGI_2019)) == set(Decision)
    assert set(Decision) - set(open_to(Law.OGI_2007)) == {D.EXCESSIVE, D.CONFIRMATION_SOUGHT}


def test_a_decision_is_named_in_both_languages() -> None:
    assert (rule(D.SEVER).zh, rule(D.SEVER).en) == ("区分处理", "sever")
