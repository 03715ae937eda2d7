"""The facts of a letter put together: on record, given by the clerk, and those of the law."""

from dataclasses import replace
from datetime import date

import pytest

from states.case import Case, Event, EventKind
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from tests.workflow.letters.correspondence import (
    IN_2017,
    TOWN,
    an_occasion,
    facts_of,
    without_request,
)
from workflow.letters.catalogue import letter
from workflow.letters.compose import facts_for, given_for
from workflow.letters.errors import (
    FactContradictedError,
    FactFixedError,
    FactMissingError,
    FactUnknownError,
    LetterNotInLawError,
    OutcomeForeignError,
    OutcomeMissingError,
    ReceiptUnknownError,
    RequestNeededError,
)
from workflow.letters.kinds import LetterKind
from workflow.letters.settings import LetterSettings
from workflow.records.canonical import JsonValue

K, E = LetterKind, EventKind
EARLY = date(2025, 9, 3)  # Wednesday
LATER = date(2025, 9, 10)  # Wednesday
CORRECTIONS: JsonValue = [{"point": "没有写明名称", "how": "请写明"}]


def withheld(*grounds: str) -> dict[str, JsonValue]:
    return {"withheld": [{"title": "某文", "ground": it, "reason": "某因"} for it in grounds]}


# --- who, where, when --------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "you"), [("natural_person", "您"), ("company", "贵单位")])
def test_an_applicant_is_addressed_as_what_they_are(kind: str, you: str) -> None:
    occasion = an_occasion()
    assert occasion.request is not None
    occasion = replace(occasion, request=replace(occasion.request, applicant_kind=kind))

    facts = facts_of(K.CORRECTION_NOTICE, occasion, {"corrections": CORRECTIONS})

    assert (facts["addressee"], facts["you"]) == ("张三", you)


@pytest.mark.parametrize(
    ("channel", "fact", "words"),
    [
        (Channel.IN_PERSON, E.SUBMITTED, "当面"),
        (Channel.POST_SIGNED, E.SIGNED_FOR, "以信函方式"),
        (Channel.POST_ORDINARY, E.CONFIRMED, "以信函方式"),
        (Channel.INTERNET, E.CONFIRMED, "通过互联网"),
        (Channel.FAX, E.CONFIRMED, "以传真方式"),
        (Channel.EMAIL, E.CONFIRMED, "以电子邮件方式"),
    ],
)
def test_a_letter_says_how_the_request_came(channel: Channel, fact: EventKind, words: str) -> None:
    case = Case.of(channel, [Event(fact, EARLY)])
    occasion = an_occasion()
    assert occasion.request is not None
    occasion = replace(occasion, request=replace(occasion.request, case=case))

    facts = facts_of(K.CORRECTION_NOTICE, occasion, {"corrections": CORRECTIONS})

    assert (facts["by_channel"], facts["received_on"]) == (words, "2025-09-03")


def test_a_letter_is_not_written_before_receipt_is_established() -> None:
    case = Case.of(Channel.POST_ORDINARY, [Event(E.ARRIVED, EARLY)])
    occasion = an_occasion()
    assert occasion.request is not None
    occasion = replace(occasion, request=replace(occasion.request, case=case))

    with pytest.raises(ReceiptUnknownError):
        facts_of(K.CORRECTION_NOTICE, occasion, {"corrections": CORRECTIONS})
    assert facts_of(K.REGISTRATION_FORM, occasion)["arrived_on"] == "2025-09-03"


def test_a_letter_on_a_request_is_not_written_without_one() -> None:
    with pytest.raises(RequestNeededError):
        facts_of(K.DISCLOSURE_REPLY, without_request(an_occasion()))


def test_a_correction_of_records_needs_no_request() -> None:
    given: dict[str, JsonValue] = {
        "addressee": "张三",
        "you": "您",
        "claimed_on": "2025-09-10",
        "claim": "出生日期",
        "result": "已更正",
        "reason": "已由甲改为乙",
    }

    facts = facts_of(K.RECORDS_CORRECTION_REPLY, without_request(an_occasion()), given)

    assert facts["result"] == "corrected"
    assert facts["basis"] == "《中华人民共和国政府信息公开条例》第四十一条"


def test_the_office_is_reached_as_its_profile_says() -> None:
    office = replace(TOWN, phone="0595-1", settings=LetterSettings(contact_office="党政办"))

    facts = facts_of(K.CORRECTION_NOTICE, an_occasion(office=office), {"corrections": CORRECTIONS})

    assert (facts["contact_office"], facts["phone"]) == ("党政办", "0595-1")
    assert "address" not in facts


# --- the law -----------------------------------------------------------------------------


def test_a_request_of_before_may_2019_is_answered_under_the_2007_text() -> None:
    occasion = an_occasion(received_on=IN_2017, on=date(2017, 9, 29))

    facts = facts_of(K.NOT_OURS_REPLY, occasion, {"reason": "由省里制作"})

    assert facts["basis"] == "《中华人民共和国政府信息公开条例》第二十一条第（三）项"
    # Decided in 2017: art. 9 of the reconsideration law of that time, six months to sue.
    assert "《中华人民共和国行政复议法》第九条" in str(facts["remedy"])


@pytest.mark.parametrize("kind", [K.FEE_NOTICE, K.REASONS_NOTICE, K.EXCESSIVE_NOTICE])
def test_the_2007_text_knows_no_such_letter(kind: LetterKind) -> None:
    with pytest.raises(LetterNotInLawError) as refused:
        facts_of(kind, an_occasion(received_on=IN_2017))

    assert (refused.value.kind, refused.value.law) == (kind, "2007")


# --- what may be given -------------------------------------------------------------------


def test_every_fact_that_is_still_to_be_given_is_named_at_once() -> None:
    with pytest.raises(FactMissingError) as refused:
        facts_of(K.REASONS_NOTICE, an_occasion(), {"counted_from": "2025-07-01"})

    assert refused.value.facts == ("counted_to", "request_count", "to_explain", "explain_by")


@pytest.mark.parametrize("name", ["addressee", "received_on", "basis", "phone", "law"])
def test_what_stands_on_record_or_in_the_law_is_not_given(name: str) -> None:
    with pytest.raises(FactFixedError) as refused:
        facts_of(
            K.CORRECTION_NOTICE, an_occasion(), {"corrections": CORRECTIONS, name: "2025-09-01"}
        )
    assert refused.value.fact == name


def test_a_fact_of_another_letter_is_unknown() -> None:
    with pytest.raises(FactUnknownError) as refused:
        facts_of(K.CORRECTION_NOTICE, an_occasion(), {"withheld": []})

    assert refused.value.known == ("corrections", "correction_workdays")


def test_what_follows_by_law_is_not_given_with_it() -> None:
    with pytest.raises(FactFixedError):
        facts_of(K.EXTENSION_NOTICE, an_occasion(), {"new_due": "2025-10-17"})
    assert "new_due" in [fact.name for fact in given_for(letter(K.DELAY_NOTICE))]


def test_what_is_given_otherwise_than_recorded_is_refused() -> None:
    asked = Event(E.CORRECTION_REQUESTED, EARLY, workdays=10)
    given: dict[str, JsonValue] = {"corrections": CORRECTIONS, "correction_workdays": 15}

    with pytest.raises(FactContradictedError) as refused:
        facts_of(K.CORRECTION_NOTICE, an_occasion(asked), given)

    assert (refused.value.value, refused.value.recorded) == ("15", "10")


def test_what_is_given_as_it_is_recorded_is_no_contradiction() -> None:
    asked = Event(E.CORRECTION_REQUESTED, EARLY, workdays=10)
    given: dict[str, JsonValue] = {"corrections": CORRECTIONS, "correction_workdays": 10}

    facts = facts_of(K.CORRECTION_NOTICE, an_occasion(asked), given)

    assert facts["correction_workdays"] == 10


def test_a_suggestion_gives_way_to_the_clerk() -> None:
    given: dict[str, JsonValue] = {
        "third_party": "王五",
        "interest": "个人隐私",
        "concerned": ["登记表"],
    }

    assert facts_of(K.THIRD_PARTY_CONSULTATION, an_occasion(), given)["you"] == "贵单位"
    facts = facts_of(K.THIRD_PARTY_CONSULTATION, an_occasion(), {**given, "you": "您"})
    assert facts["you"] == "您"


def test_what_is_given_blank_is_not_given() -> None:
    given: dict[str, JsonValue] = {"corrections": CORRECTIONS, "correction_workdays": ""}

    assert facts_of(K.CORRECTION_NOTICE, an_occasion(), given)["correction_workdays"] == 15


# --- outcomes ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grounds", "outcome"),
    [
        (("state_secret",), Outcome.STATE_SECRET),
        (("国家秘密",), Outcome.STATE_SECRET),
        (("trade_secret", "personal_privacy"), Outcome.THIRD_PARTY_RIGHTS),
        (("draft", "internal_report"), Outcome.DELIBERATIVE),
    ],
)
def test_the_outcome_of_a_refusal_follows_from_its_grounds(
    grounds: tuple[str, ...], outcome: Outcome
) -> None:
    _, found = facts_for(K.WITHHOLDING_REPLY, an_occasion(), withheld(*grounds))

    assert found is outcome


def test_of_several_grounds_the_principal_outcome_is_named() -> None:
    given = withheld("state_secret", "draft")

    with pytest.raises(OutcomeMissingError) as refused:
        facts_for(K.WITHHOLDING_REPLY, an_occasion(), given)
    assert refused.value.outcomes == ("state_secret", "deliberative")

    named = an_occasion(outcome=Outcome.DELIBERATIVE)
    assert facts_for(K.WITHHOLDING_REPLY, named, given)[1] is Outcome.DELIBERATIVE


def test_an_outcome_that_the_grounds_do_not_bear_out_is_refused() -> None:
    with pytest.raises(OutcomeForeignError):
        facts_for(
            K.WITHHOLDING_REPLY, an_occasion(outcome=Outcome.DELIBERATIVE), withheld("personnel")
        )


def test_a_letter_with_one_outcome_need_not_be_told_of_it() -> None:
    _, outcome = facts_for(K.NOT_OURS_REPLY, an_occasion(), {"reason": "由省里制作"})

    assert outcome is Outcome.NOT_OURS


def test_a_letter_with_one_outcome_answers_with_no_other() -> None:
    with pytest.raises(OutcomeForeignError):
        facts_for(K.NOT_OURS_REPLY, an_occasion(outcome=Outcome.NOT_HELD), {"reason": "甲"})


def test_under_the_2007_text_nothing_is_concluded_but_by_withdrawal() -> None:
    withdrawn = Event(E.WITHDRAWN, date(2017, 9, 26))
    occasion = an_occasion(withdrawn, received_on=IN_2017, on=date(2017, 9, 29))

    facts, outcome = facts_for(K.CONCLUSION_NOTICE, occasion, {})

    assert outcome is Outcome.OTHERWISE_CONCLUDED
    assert (facts["withdrawn_on"], facts["basis"], facts["remedy"]) == ("2017-09-26", "", "")


def test_each_item_withheld_names_its_own_article() -> None:
    facts = facts_of(
        K.PARTIAL_DISCLOSURE_REPLY,
        an_occasion(),
        {"provided": [{"title": "方案"}], "provision": "邮寄", **withheld("draft", "trade_secret")},
    )

    rows = facts["withheld"]
    assert isinstance(rows, list)
    articles = [row["article"] for row in rows if isinstance(row, dict)]
    assert articles == [
        "《中华人民共和国政府信息公开条例》第十六条第二款",
        "《中华人民共和国政府信息公开条例》第十五条",
    ]
