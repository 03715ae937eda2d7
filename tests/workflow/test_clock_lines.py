import json
from collections.abc import Iterator
from datetime import date
from itertools import islice, repeat

import pytest

from states.calendar.workdays import built_in
from states.statute.practice import FeeClock, Practice
from tests.workflow.clock_asking import (
    CONSULTED,
    FEE,
    RECEIVED,
    a_case,
    event,
    one,
)
from workflow.services.clock.lines import answer_lines


def test_an_answer_has_its_keys_in_the_order_of_the_contract() -> None:
    assert list(one(a_case(RECEIVED))) == [
        "id",
        "law",
        "counts_from",
        "due",
        "provisional",
        "flags",
        "suspended_workdays",
        "basis",
        "ledger",
    ]


def test_the_ledger_can_be_left_out() -> None:
    assert "ledger" not in one(a_case(RECEIVED), with_ledger=False)


def test_a_suspended_day_names_its_consultation_with_the_article() -> None:
    case = a_case(RECEIVED, CONSULTED, event("third_party_answered", "2023-03-13", ref="a"))

    suspended = [day for day in one(case)["ledger"] if day.get("why") == "suspended"]

    # Sent Friday 10 March, answered Monday 13 March: one working day lies between.
    assert suspended == [
        {
            "day": "2023-03-13",
            "why": "suspended",
            "ref": "a",
            "basis": "条例(2019) 第三十三条第三款",
        }
    ]


def test_a_count_into_an_unannounced_year_is_provisional() -> None:
    answer = one(a_case(event("received", "2026-12-14")))

    # Day 20 from Monday 14 December 2026, with 1 January 2027 off, is Tuesday 12 January.
    assert answer["due"] is None
    assert (answer["provisional"], answer["provisional_due"]) == (True, "2027-01-12")


def test_the_question_is_asked_as_of_the_given_day() -> None:
    case = a_case(RECEIVED)  # due Monday 3 April 2023

    assert one(case)["flags"] == []
    assert one(case, as_of=date(2023, 4, 4))["flags"] == ["overdue"]


def test_an_office_may_read_the_fee_rule_otherwise() -> None:
    case = a_case(RECEIVED, FEE, event("fee_paid", "2023-03-15"))

    # Restarted on Wednesday 15 March: day 20 is 13 April (5 April off). Suspended for the three
    # working days of 13 to 15 March only: 3 April and three more, 5 April off, is 7 April.
    assert one(case)["due"] == "2023-04-13"
    assert one(case, practice=Practice(fee_clock=FeeClock.SUSPEND))["due"] == "2023-04-07"


def test_the_fee_notice_is_due_within_the_period_that_it_ends() -> None:
    case = a_case(RECEIVED, FEE, event("fee_paid", "2023-03-15"), question="fee_notice_deadline")

    assert one(case)["due"] == "2023-04-03"


def test_a_reply_known_only_by_its_delivery_is_judged_by_that() -> None:
    case = a_case(RECEIVED, event("reply_delivered", "2023-04-10"), question="timeliness")

    answer = one(case)

    assert (answer["reply_date"], answer["on_time"]) == ("2023-04-10", False)


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        # Fifteen working days from Monday 13 March 2023: Monday 3 April.
        ({"ref": "b"}, "2023-04-03"),
        # The first still open is b; a was answered.
        ({}, "2023-04-03"),
        # Fifteen from Friday 10 March: Friday 31 March.
        ({"ref": "a"}, "2023-03-31"),
    ],
)
def test_an_opinion_is_due_from_the_consultation_asked_about(
    asked: dict[str, str], due: str
) -> None:
    case = a_case(
        CONSULTED,
        event("third_party_consulted", "2023-03-13", ref="b"),
        event("third_party_answered", "2023-03-14", ref="a"),
        question="third_party_opinion_due",
        **asked,
    )

    assert one(case)["due"] == due


@pytest.mark.parametrize(
    ("ground", "served_on", "first"),
    [
        # 复议法(2023) 第二十三条第一款第（四）项, in force from 2024-01-01.
        (14, "2024-03-05", True),
        ("15", "2024-03-05", True),
        (16, "2023-12-29", False),
        ("O1", "2024-03-05", False),
    ],
)
def test_a_refusal_since_2024_goes_to_reconsideration_first(
    ground: object, served_on: str, first: object
) -> None:
    case = a_case(event("decision_served", served_on, ground=ground), question="remedy_due")

    assert one(case)["reconsideration_first"] is first


def test_a_correction_notice_after_the_seventh_workday_is_marked() -> None:
    # Received Monday 6 March: the seventh working day is Wednesday the 15th.
    case = a_case(
        RECEIVED, event("correction_requested", "2023-03-16"), question="correction_notice_due"
    )

    answer = one(case)

    assert (answer["due"], answer["flags"]) == ("2023-03-15", ["correction_notice_late"])


def test_a_date_on_a_worked_weekend_is_marked() -> None:
    case = a_case(event("information_formed", "2024-09-09"), question="proactive_publication_due")

    answer = one(case)

    # Saturday 12 October 2024 is worked for National Day (vector A08).
    assert (answer["due"], answer["flags"]) == ("2024-10-12", ["makeup_day_due"])


def test_what_a_reader_cannot_encode_comes_back_as_it_was_given() -> None:
    assert one('{"id": "中\\ud800\\"", "question": 1}')["id"] == '中\ud800"'


def test_a_byte_order_mark_is_no_fault() -> None:
    assert one("\ufeff" + json.dumps(a_case(RECEIVED)))["due"] == "2023-04-03"


def test_lines_are_answered_one_by_one_as_they_come() -> None:
    endless: Iterator[str] = repeat(json.dumps(a_case(RECEIVED)))

    assert len(list(islice(answer_lines(endless, built_in()), 3))) == 3
