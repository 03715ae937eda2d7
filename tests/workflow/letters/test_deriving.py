"""What follows for a letter from the record and the law: its dates, its fee, its service.

Dates are worked out by hand. Received in person on Mon 2025-09-01, the 20th working day is Sun
2025-09-28, worked in exchange for the holiday (条例(2019) art. 33(2)).
"""

from dataclasses import replace
from datetime import date

import pytest

from states.case import Event, EventKind
from states.statute.outcomes import Outcome
from tests.workflow.letters.correspondence import (
    IN_2017,
    MONDAY,
    TOWN,
    an_occasion,
    facts_of,
)
from workflow.letters.errors import (
    FactMissingError,
    ProvisionalDateError,
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


# --- dates -------------------------------------------------------------------------------


def test_a_receipt_slip_promises_the_last_day_to_answer() -> None:
    facts = facts_of(K.RECEIPT_SLIP, an_occasion(on=date(2025, 9, 1)))

    assert facts["answer_due"] == "2025-09-28"
    assert facts["answer_workdays"] == 20
    assert facts["answer_basis"] == "《中华人民共和国政府信息公开条例》第三十三条第二款"


def test_under_the_2007_text_the_slip_promises_fifteen_working_days() -> None:
    # 2017-09-20 + 15 working days: 21, 22, 25 to 29, Sat 30 (worked), then October 9 to 13, 16, 17.
    facts = facts_of(K.RECEIPT_SLIP, an_occasion(received_on=IN_2017, on=IN_2017))

    assert (facts["answer_due"], facts["answer_workdays"]) == ("2017-10-17", 15)


def test_a_date_that_rests_on_unannounced_holidays_is_not_promised_unseen() -> None:
    received = date(2026, 12, 14)  # Monday; the 20th working day lies in 2027
    occasion = an_occasion(received_on=received, on=received)

    with pytest.raises(ProvisionalDateError):
        facts_of(K.RECEIPT_SLIP, occasion)

    seen = replace(occasion, accepts_provisional=True)
    assert str(facts_of(K.RECEIPT_SLIP, seen)["answer_due"]).startswith("2027-01")
    assert facts_of(K.REGISTRATION_FORM, occasion)["answer_by_law"]


@pytest.mark.parametrize("entered", [False, True])
def test_an_extension_names_the_old_date_and_the_new(entered: bool) -> None:  # noqa: FBT001
    # 2025-09-28 + 10: 29, 30, October 9, 10, Sat 11 (worked), 13 to 17.
    events = [Event(E.EXTENSION_APPROVED, LATER, workdays=10)]
    if entered:
        events.append(Event(E.EXTENSION_NOTIFIED, MONDAY, workdays=10))

    facts = facts_of(K.EXTENSION_NOTICE, an_occasion(*events), {"reason": "查档需时"})

    assert (facts["old_due"], facts["new_due"]) == ("2025-09-28", "2025-10-17")
    assert facts["extension_workdays"] == 10


def test_an_extension_asks_for_its_length_alone_where_that_is_lacking() -> None:
    with pytest.raises(FactMissingError) as refused:
        facts_of(K.EXTENSION_NOTICE, an_occasion(), {"reason": "查档需时"})

    assert refused.value.facts == ("extension_workdays",)


def test_a_later_date_stands_beside_the_one_it_replaces() -> None:
    given: dict[str, JsonValue] = {"reason": "件数较多", "new_due": "2025-11-14"}
    heard = Event(E.REASONS_RECEIVED, LATER)

    facts = facts_of(K.DELAY_NOTICE, an_occasion(heard), given)

    assert (facts["old_due"], facts["new_due"]) == ("2025-09-28", "2025-11-14")
    assert facts["reasons_received_on"] == "2025-09-10"


def test_a_later_date_on_record_is_the_one_that_is_told() -> None:
    told = Event(E.DELAY_NOTIFIED, MONDAY, new_due=date(2025, 11, 14))

    facts = facts_of(K.DELAY_NOTICE, an_occasion(told), {"reason": "件数较多"})

    assert (facts["old_due"], facts["new_due"]) == ("2025-09-28", "2025-11-14")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (Event(E.THIRD_PARTY_CONSULTED, EARLY, ref="a"), "第三方"),
        (Event(E.AGENCY_CONSULTED, EARLY, ref="a"), "共同制作该政府信息的行政机关"),
        (Event(E.AGENCY_CONSULTED, EARLY, ref="a", co_producer=False), "其他行政机关"),
    ],
)
def test_the_applicant_is_told_who_is_asked_and_since_when(sent: Event, words: str) -> None:
    facts = facts_of(K.CONSULTATION_NOTICE, an_occasion(sent))

    assert (facts["consulted"], facts["consulted_on"]) == (words, "2025-09-03")


def test_a_consultation_that_is_not_on_record_is_given() -> None:
    with pytest.raises(FactMissingError) as refused:
        facts_of(K.CONSULTATION_NOTICE, an_occasion())

    assert refused.value.facts == ("consulted", "consulted_on")


@pytest.mark.parametrize(("received", "given", "days"), [(None, {}, 15), (IN_2017, {}, 15)])
def test_a_third_party_has_fifteen_working_days(
    received: date | None, given: dict[str, JsonValue], days: int
) -> None:
    occasion = an_occasion() if received is None else an_occasion(received_on=received)
    asked: dict[str, JsonValue] = {
        "third_party": "王五",
        "interest": "商业秘密",
        "concerned": ["合同"],
    }

    facts = facts_of(K.THIRD_PARTY_CONSULTATION, occasion, {**asked, **given})

    assert facts["opinion_workdays"] == days


def test_a_notice_that_still_is_unclear_names_both_days() -> None:
    corrected = [Event(E.CORRECTION_REQUESTED, EARLY), Event(E.CORRECTION_RECEIVED, LATER)]

    facts = facts_of(K.STILL_UNCLEAR_NOTICE, an_occasion(*corrected), {"unclear": ["项目"]})

    assert (facts["asked_on"], facts["corrected_on"]) == ("2025-09-03", "2025-09-10")


@pytest.mark.parametrize(
    ("events", "outcome", "fact"),
    [
        ([], Outcome.NOT_CORRECTED, "notice_on"),
        ([], Outcome.NOT_PAID, "notice_on"),
        ([Event(E.FEE_NOTIFIED, EARLY)], Outcome.NOT_PAID, "period_end"),
        ([], Outcome.OTHERWISE_CONCLUDED, "withdrawn_on"),
    ],
)
def test_nothing_is_concluded_without_its_fact_on_record(
    events: list[Event], outcome: Outcome, fact: str
) -> None:
    with pytest.raises(FactMissingError) as refused:
        facts_of(K.CONCLUSION_NOTICE, an_occasion(*events, outcome=outcome))

    assert refused.value.facts == (fact,)


def test_a_lapse_names_the_notice_and_the_end_of_its_period() -> None:
    # Asked on Wed 2025-09-03 for ten working days: the tenth is Wed 2025-09-17.
    asked = Event(E.CORRECTION_REQUESTED, EARLY, workdays=10)

    facts = facts_of(K.CONCLUSION_NOTICE, an_occasion(asked, outcome=Outcome.NOT_CORRECTED))

    assert (facts["notice_on"], facts["period_end"]) == ("2025-09-03", "2025-09-17")


# --- the fee -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("way", "units", "before", "total", "article"),
    [
        # The tables of 收费办法(2020): pieces 26 to 37 of the month; 250 pages of one request.
        ("pieces", 12, 25, 1900, "第四条"),
        ("按件计收", 10, 0, 0, "第四条"),
        ("pages", 250, 0, 4700, "第五条"),
        ("pages", 31, 7, 10, "第五条"),
    ],
)
def test_a_fee_is_computed_line_by_line_from_the_tariff(
    way: str, units: int, before: int, total: int, article: str
) -> None:
    given: dict[str, JsonValue] = {
        "fee_way": way,
        "fee_units": units,
        "fee_before": before,
        "payment_way": "到窗口缴纳",
    }

    facts = facts_of(K.FEE_NOTICE, an_occasion(), given)

    lines = facts["fee_lines"]
    assert isinstance(lines, list)
    amounts = [line["amount"] for line in lines if isinstance(line, dict)]
    assert (
        facts["fee_total"] == total == sum(amount for amount in amounts if isinstance(amount, int))
    )
    assert facts["basis"] == (
        "《中华人民共和国政府信息公开条例》第四十二条和"
        f"《政府信息公开信息处理费管理办法》{article}、第六条"
    )
    assert facts["payment_workdays"] == 20


def test_the_way_to_pay_may_be_set_once_for_all() -> None:
    office = replace(TOWN, settings=LetterSettings(payment_way="扫码缴纳"))
    given: dict[str, JsonValue] = {"fee_way": "pages", "fee_units": 31}

    facts = facts_of(K.FEE_NOTICE, an_occasion(office=office), given)

    assert facts["payment_way"] == "扫码缴纳"


# --- service -----------------------------------------------------------------------------


def test_a_proof_of_service_offers_the_letter_that_was_issued_last() -> None:
    last: JsonValue = {"title": "政府信息公开申请答复书", "number": "净公开复〔2025〕3号"}
    assert isinstance(last, dict)
    occasion = replace(an_occasion(delivery="post"), served=(last, {"title": "回执", "number": ""}))

    facts = facts_of(K.SERVICE_RECEIPT, occasion)

    assert (facts["served"], facts["delivery"], facts["recipient"]) == ([last], "post", "张三")
