"""The outcome catalogue: names, codes, articles, and rows in four forms."""

from datetime import date

import pytest

from states.statute.outcomes import (
    CATALOGUE,
    Ending,
    Outcome,
    OutcomeFamily,
    RemedyClass,
    ReplyType2008,
    by_code,
    by_name,
    open_to,
    rule,
    type_2008,
)
from states.statute.versions import Law

O = Outcome  # noqa: E741 -- the table below is read by column
AGREED, PARTLY, WITHHELD, OTHER = ReplyType2008
CHOICE, FIRST, IN_PART, NONE = RemedyClass

Row = tuple[str | None, Outcome, str, str | None, ReplyType2008, int | None, RemedyClass]

# Code, outcome, ledger name; row of 2021, kind of 2008, row of 2014; remedy since 2024.
TABLE: list[Row] = [
    ("O1", O.ALREADY_PUBLIC, "已主动公开", "R3.1", AGREED, 26, CHOICE),
    ("O2", O.DISCLOSED, "予以公开", "R3.1", AGREED, 27, CHOICE),
    ("O3", O.PARTLY_DISCLOSED, "部分公开", "R3.2", PARTLY, 28, IN_PART),
    ("O4", O.STATE_SECRET, "不予公开-国家秘密", "R3.3.1", WITHHELD, 30, FIRST),
    ("O5", O.PROHIBITED_BY_LAW, "不予公开-法律法规禁止", "R3.3.2", WITHHELD, 35, FIRST),
    ("O6", O.ENDANGERS_SECURITY, "不予公开-三安全一稳定", "R3.3.3", WITHHELD, 33, FIRST),
    ("O7", O.THIRD_PARTY_RIGHTS, "不予公开-第三方合法权益", "R3.3.4", WITHHELD, 31, FIRST),
    ("O8", O.INTERNAL_AFFAIRS, "不予公开-内部事务信息", "R3.3.5", WITHHELD, 34, FIRST),
    ("O9", O.DELIBERATIVE, "不予公开-过程性信息", "R3.3.6", WITHHELD, 35, FIRST),
    ("O10", O.ENFORCEMENT_FILE, "不予公开-行政执法案卷", "R3.3.7", WITHHELD, 35, FIRST),
    ("O11", O.SPECIAL_QUERY, "不予公开-行政查询事项", "R3.3.8", OTHER, 39, CHOICE),
    ("O12", O.NOT_HELD, "无法提供-信息不存在", "R3.4.1", OTHER, 37, CHOICE),
    ("O13", O.NOT_OURS, "无法提供-非本机关", "R3.4.1", OTHER, 36, CHOICE),
    ("O14", O.NEEDS_CREATION, "无法提供-需另行制作", "R3.4.2", OTHER, 34, CHOICE),
    ("O15", O.STILL_UNCLEAR, "无法提供-补正后仍不明确", "R3.4.3", OTHER, 38, CHOICE),
    ("O16", O.PETITION, "不予处理-信访举报投诉", "R3.5.1", OTHER, 39, CHOICE),
    ("O17", O.REPEATED, "不予处理-重复申请", "R3.5.2", OTHER, 39, CHOICE),
    ("O18", O.PUBLISHED_MATTER, "不予处理-公开出版物", "R3.5.3", OTHER, 39, CHOICE),
    ("O19", O.EXCESSIVE, "不予处理-大量反复申请", "R3.5.4", OTHER, 39, CHOICE),
    ("O20", O.CONFIRMATION_SOUGHT, "不予处理-确认或重新出具", "R3.5.5", OTHER, 39, CHOICE),
    ("O21", O.NOT_CORRECTED, "其他处理-逾期不补正", "R3.6.1", OTHER, 38, CHOICE),
    ("O22", O.NOT_PAID, "其他处理-逾期不缴费", "R3.6.2", OTHER, None, CHOICE),
    ("O23", O.OTHERWISE_CONCLUDED, "其他处理-其他", "R3.6.3", OTHER, None, NONE),
    (None, O.WITHHELD_UNSPECIFIED, "不予公开", None, WITHHELD, None, FIRST),
    (None, O.OTHER_UNSPECIFIED, "其他", None, OTHER, None, CHOICE),
]

# The articles a reply rests on, as printed: the 2019 text, then the 2007 text.
ARTICLES = {
    O.ALREADY_PUBLIC: ("第三十六条第（一）项", "第二十一条第（一）项"),
    O.DISCLOSED: ("第三十六条第（二）项", "第二十一条第（一）项"),
    O.PARTLY_DISCLOSED: ("第三十七条", "第二十二条"),
    O.STATE_SECRET: (
        "第十四条 第三十六条第（三）项",
        "第十四条第四款 第二十一条第（二）项",
    ),
    O.PROHIBITED_BY_LAW: ("第十四条 第三十六条第（三）项", "第二十一条第（二）项"),
    O.ENDANGERS_SECURITY: ("第十四条 第三十六条第（三）项", "第八条 第二十一条第（二）项"),
    O.THIRD_PARTY_RIGHTS: (
        "第十五条 第三十二条 第三十六条第（三）项",
        "第十四条第四款 第二十三条 第二十一条第（二）项",
    ),
    O.INTERNAL_AFFAIRS: ("第十六条第一款 第三十六条第（三）项", "第二十一条第（二）项"),
    O.DELIBERATIVE: ("第十六条第二款 第三十六条第（三）项", "第二十一条第（二）项"),
    O.ENFORCEMENT_FILE: ("第十六条第二款 第三十六条第（三）项", "第二十一条第（二）项"),
    O.SPECIAL_QUERY: ("第三十六条第（七）项", ""),
    O.NOT_HELD: ("第三十六条第（四）项", "第二十一条第（三）项"),
    O.NOT_OURS: ("第三十六条第（五）项", "第二十一条第（三）项"),
    O.NEEDS_CREATION: ("第三十八条", ""),
    O.STILL_UNCLEAR: ("第三十条", "第二十一条第（四）项"),
    O.PETITION: ("第三十九条第一款", ""),
    O.REPEATED: ("第三十六条第（六）项", ""),
    O.PUBLISHED_MATTER: ("第三十九条第二款", ""),
    O.EXCESSIVE: ("第三十五条", ""),
    O.CONFIRMATION_SOUGHT: ("", ""),
    O.NOT_CORRECTED: ("第三十条", ""),
    O.NOT_PAID: ("第四十二条 第六条", ""),
    O.OTHERWISE_CONCLUDED: ("", ""),
    O.WITHHELD_UNSPECIFIED: ("第三十六条第（三）项", "第二十一条第（二）项"),
    O.OTHER_UNSPECIFIED: ("", ""),
}

NOT_IN_2007 = {O.EXCESSIVE, O.CONFIRMATION_SOUGHT, O.NOT_CORRECTED, O.NOT_PAID}
UNSPECIFIED = {O.WITHHELD_UNSPECIFIED, O.OTHER_UNSPECIFIED}


def test_the_catalogue_holds_every_outcome_in_the_order_of_its_code() -> None:
    assert list(CATALOGUE) == list(Outcome) == [row[1] for row in TABLE]


@pytest.mark.parametrize("expected", TABLE, ids=lambda row: str(row[1]))
def test_an_outcome_has_its_place_in_each_form(expected: Row) -> None:
    found = rule(expected[1])

    row = (found.code, found.outcome, found.zh, found.row_2021)
    assert (*row, found.type_2008, found.row_2014, found.remedy_class) == expected


@pytest.mark.parametrize(("code", "outcome"), [row[:2] for row in TABLE])
def test_the_2019_form_has_one_row_for_all_other_endings(
    code: str | None, outcome: Outcome
) -> None:
    found = rule(outcome)

    expected = "R3.6" if code in {"O21", "O22", "O23"} else found.row_2021
    assert found.row_2019 == expected


@pytest.mark.parametrize("outcome", Outcome)
def test_an_outcome_cites_its_articles_under_each_version(outcome: Outcome) -> None:
    found = rule(outcome)
    now, then = found.cited_under(Law.OGI_2019), found.cited_under(Law.OGI_2007)

    assert " ".join(place.place for place in now) == ARTICLES[outcome][0]
    assert " ".join(filter(None, (place.place for place in then))) == ARTICLES[outcome][1]


def test_under_the_2007_text_repetition_rests_on_the_opinions_of_2008() -> None:
    (citation,) = rule(O.REPEATED).cited_under(Law.OGI_2007)

    assert citation.short == "施行意见(2008)"


def test_the_row_of_the_2014_table_is_arguable_for_two_outcomes() -> None:
    arguable = {row.outcome for row in CATALOGUE.values() if not row.row_2014_verified}

    assert arguable == {O.THIRD_PARTY_RIGHTS, O.INTERNAL_AFFAIRS}


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome not in UNSPECIFIED])
def test_the_family_is_the_section_of_the_form(outcome: Outcome) -> None:
    section = int(str(rule(outcome).row_2021)[3])

    assert list(OutcomeFamily).index(rule(outcome).family) == section - 1


def test_an_outcome_is_named_in_english_too() -> None:
    assert rule(O.NOT_OURS).en == "Cannot be provided: another organ's"


@pytest.mark.parametrize("outcome", Outcome)
def test_a_name_in_the_ledger_leads_back_to_its_outcome(outcome: Outcome) -> None:
    assert by_name(rule(outcome).zh) is outcome


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        ("同意公开", O.DISCLOSED),
        ("同意部分公开", O.PARTLY_DISCLOSED),
        ("不予公开", O.WITHHELD_UNSPECIFIED),
        ("其他", O.OTHER_UNSPECIFIED),
    ],
)
def test_the_four_words_of_the_oldest_form_are_known(word: str, outcome: Outcome) -> None:
    assert by_name(word) is outcome


def test_an_unknown_name_is_no_outcome() -> None:
    assert by_name("不公开") is None


def test_a_code_leads_to_its_outcome() -> None:
    assert by_code("O4") is O.STATE_SECRET
    assert by_code("O23") is O.OTHERWISE_CONCLUDED


def test_an_unfinished_request_has_no_outcome() -> None:
    # O24 is 未办结: row R4, not a result.
    assert by_code("O24") is None


def test_lapse_is_told_from_withdrawal() -> None:
    endings = {row.outcome: row.ending for row in CATALOGUE.values() if not row.is_answer}

    assert endings == {
        O.NOT_CORRECTED: Ending.LAPSE,
        O.NOT_PAID: Ending.LAPSE,
        O.OTHERWISE_CONCLUDED: Ending.WITHDRAWAL,
    }


def test_the_2007_text_knows_no_refusal_of_excess_or_lapse() -> None:
    day = date(2019, 5, 14)  # Tuesday, the last day of the 2007 text

    assert set(open_to(day)) == set(Outcome) - NOT_IN_2007


def test_the_revised_text_needs_the_ground_named() -> None:
    day = date(2021, 1, 1)  # Friday, the first day of the fee

    assert set(open_to(day)) == set(Outcome) - UNSPECIFIED


def test_before_2021_no_request_lapses_for_want_of_payment() -> None:
    day = date(2020, 12, 31)  # Thursday

    assert set(open_to(day)) == set(Outcome) - UNSPECIFIED - {O.NOT_PAID}


def test_before_the_regulations_there_is_no_outcome() -> None:
    assert open_to(date(2008, 4, 30)) == ()  # Wednesday, the eve of the 2007 text


def test_the_day_of_the_revision_is_a_setting() -> None:
    day = date(2019, 5, 20)  # Monday

    assert O.NOT_CORRECTED in open_to(day)
    assert O.NOT_CORRECTED not in open_to(day, revised_from=date(2019, 6, 1))


@pytest.mark.parametrize("outcome", Outcome)
def test_without_settings_the_oldest_form_takes_the_default_kind(outcome: Outcome) -> None:
    assert type_2008(outcome) is rule(outcome).type_2008


def test_an_office_may_count_special_queries_as_withheld() -> None:
    assert type_2008(O.SPECIAL_QUERY, special_query_is_other=False) is WITHHELD


@pytest.mark.parametrize("outcome", [O.NOT_CORRECTED, O.NOT_PAID])
def test_an_office_may_count_deemed_abandonment_as_no_reply(outcome: Outcome) -> None:
    assert type_2008(outcome, abandonment_is_reply=False) is None


def test_a_withdrawal_counts_whatever_is_said_of_abandonment() -> None:
    assert type_2008(O.OTHERWISE_CONCLUDED, abandonment_is_reply=False) is OTHER
