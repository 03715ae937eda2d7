import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.calendar.workdays import built_in
from states.case import EventKind
from states.statute.receipt import Channel
from tests.workflow.clock_asking import (
    CONSULTED,
    RECEIVED,
    Json,
    a_case,
    event,
    one,
)
from workflow.i18n import Lang
from workflow.services.clock.facts import OUTSIDE_KINDS
from workflow.services.clock.faults import FAULTS
from workflow.services.clock.lines import Tally, answer_lines
from workflow.services.clock.questions import QUESTIONS

FAULTY: list[tuple[str, object, str]] = [
    ("json_malformed", "{", ""),
    ("json_malformed", '{"id": 1} {"id": 2}', ""),
    ("json_malformed", "[" * 100_000, ""),
    ("not_utf8", b'{"id": "\xd6\xd0"}', ""),
    ("not_an_object", "[]", ""),
    ("id_missing", {"question": "reply_due"}, "id"),
    ("id_missing", {"id": None}, "id"),
    ("id_malformed", {"id": True}, "id"),
    ("id_malformed", {"id": ""}, "id"),
    ("id_malformed", {"id": ["x"]}, "id"),
    ("question_missing", {"id": "x"}, "question"),
    ("question_unknown", a_case(RECEIVED, question="when"), "question"),
    ("channel_unknown", a_case(RECEIVED, channel="pigeon"), "channel"),
    ("channel_unknown", a_case(RECEIVED, channel=["fax"]), "channel"),
    ("channel_missing", a_case(event("submitted", "2023-03-06"), channel=None), "channel"),
    ("events_missing", {"id": "x", "question": "reply_due"}, "events"),
    ("events_missing", a_case(), "events"),
    ("event_not_object", a_case("received"), "events[0]"),
    ("event_type_missing", a_case({"on": "2023-03-06"}), "events[0].type"),
    ("event_type_unknown", a_case(RECEIVED, event("lost", "2023-03-07")), "events[1].type"),
    ("event_type_unknown", a_case({"type": ["received"], "on": "2023-03-06"}), "events[0].type"),
    ("date_missing", a_case({"type": "received"}), "events[0].on"),
    ("date_malformed", a_case(event("received", "2023-02-30")), "events[0].on"),
    ("date_malformed", a_case(event("received", "20230306")), "events[0].on"),
    ("date_malformed", a_case(event("received", "2023-W10-1")), "events[0].on"),
    ("date_malformed", a_case({"type": "received", "on": 20230306}), "events[0].on"),
    ("date_malformed", a_case({"type": "received", "on": ["2023-03-06"]}), "events[0].on"),
    (
        "date_malformed",
        a_case(event("decision_served", "tomorrow"), question="remedy_due"),
        "events[0].on",
    ),
    (
        "dates_not_in_order",
        a_case(RECEIVED, event("reply_posted", "2023-03-05")),
        "events[1].on",
    ),
    (
        "dates_not_in_order",
        a_case(RECEIVED, event("delay_notified", "2023-03-10", new_due="2023-03-09")),
        "events[1].new_due",
    ),
    (
        "workdays_missing",
        a_case(RECEIVED, event("extension_notified", "2023-03-10")),
        "events[1].workdays",
    ),
    (
        "workdays_malformed",
        a_case(RECEIVED, event("extension_notified", "2023-03-10", workdays=0)),
        "events[1].workdays",
    ),
    (
        "workdays_malformed",
        a_case(RECEIVED, event("correction_requested", "2023-03-10", period_workdays=True)),
        "events[1].period_workdays",
    ),
    (
        "workdays_too_many",
        a_case(RECEIVED, event("extension_notified", "2023-03-10", workdays=21)),
        "events[1].workdays",
    ),
    (
        "workdays_too_many",  # 条例(2007) 第二十四条第二款: fifteen at most
        a_case(
            event("received", "2017-05-10"), event("extension_notified", "2017-06-01", workdays=16)
        ),
        "events[1].workdays",
    ),
    (
        "new_due_missing",
        a_case(RECEIVED, event("delay_notified", "2023-03-10")),
        "events[1].new_due",
    ),
    (
        "ref_malformed",
        a_case(RECEIVED, event("third_party_consulted", "2023-03-10", ref=1)),
        "events[1].ref",
    ),
    (
        "ref_malformed",
        a_case(CONSULTED, question="third_party_opinion_due", ref=1),
        "ref",
    ),
    (
        "co_producer_malformed",
        a_case(RECEIVED, event("agency_consulted", "2023-03-10", co_producer="yes")),
        "events[1].co_producer",
    ),
    (
        "correction_without_request",
        a_case(RECEIVED, event("correction_received", "2023-03-10")),
        "events[1].type",
    ),
    (
        "payment_without_notice",
        a_case(RECEIVED, event("fee_paid", "2023-03-10")),
        "events[1].type",
    ),
    (
        "consultation_unknown",
        a_case(RECEIVED, CONSULTED, event("third_party_answered", "2023-03-13", ref="b")),
        "events[2].ref",
    ),
    (
        "consultation_unknown",
        a_case(RECEIVED, CONSULTED, event("agency_answered", "2023-03-13", ref="a")),
        "events[2].ref",
    ),
    (
        "consultation_unknown",
        a_case(RECEIVED, event("third_party_letter_delivered", "2023-03-13")),
        "events[1].ref",
    ),
    (
        "consultation_unknown",
        a_case(CONSULTED, question="third_party_opinion_due", ref="b"),
        "ref",
    ),
    ("consultation_repeated", a_case(RECEIVED, CONSULTED, CONSULTED), "events[2].ref"),
    (
        "receipt_not_established",
        a_case(event("submitted", "2023-03-06"), channel="internet"),
        "events",
    ),
    ("event_missing", a_case(RECEIVED, question="timeliness"), "events"),
    ("event_missing", a_case(RECEIVED, question="correction_period_end"), "events"),
    ("event_missing", a_case(RECEIVED, question="third_party_opinion_due"), "events"),
    ("event_missing", a_case(RECEIVED, question="fee_payment_due"), "events"),
    ("event_missing", a_case(RECEIVED, question="fee_abandoned_on"), "events"),
    ("event_missing", a_case(RECEIVED, question="remedy_due"), "events"),
    (
        "no_such_period",
        a_case(event("received", "2017-05-10"), question="correction_notice_due"),
        "question",
    ),
    (
        "no_such_period",
        a_case(event("third_party_consulted", "2017-05-10"), question="third_party_opinion_due"),
        "question",
    ),
    (
        "no_statutory_end",
        a_case(
            event("agency_consulted", "2023-03-10", co_producer=False),
            question="joint_agency_opinion_due",
        ),
        "question",
    ),
    (
        "no_fee_then",
        a_case(event("fee_notice_delivered", "2020-12-01"), question="fee_payment_due"),
        "question",
    ),
    (
        "not_year_end",
        a_case(event("report_year_end", "2023-12-30"), question="annual_report_due_government"),
        "events[0].on",
    ),
    (
        "question_split",
        a_case(event("report_year_end", "2019-12-31"), question="annual_report_due"),
        "question",
    ),
    (
        "remedy_unknown",
        a_case(event("decision_served", "2024-03-05"), question="remedy_due", remedy="appeal"),
        "remedy",
    ),
    (
        "ground_unknown",
        a_case(event("decision_served", "2024-03-05", ground=17), question="remedy_due"),
        "events[0].ground",
    ),
    ("calendar_unknown", a_case(event("received", "2007-12-03")), "events[0].on"),
    (
        "calendar_unknown",
        a_case(event("decision_served", "9999-12-31"), question="remedy_due"),
        "events[0].on",
    ),
    (
        "calendar_unknown",  # the year is known, the date in the next is not
        a_case(event("report_year_end", "2056-12-31"), question="annual_report_due_department"),
        "events",
    ),
    (
        "calendar_unknown",
        a_case(event("report_year_end", "9999-12-31"), question="annual_report_due_department"),
        "events[0].on",
    ),
    (
        "calendar_unknown",
        a_case(
            RECEIVED,
            event("correction_requested", "2023-03-10", period_workdays=10**9),
            question="correction_period_end",
        ),
        "events[1].on",
    ),
]


@pytest.mark.parametrize(("code", "case", "field"), FAULTY)
def test_a_fault_stands_in_place_of_the_answer(code: str, case: object, field: str) -> None:
    answer = one(case)

    assert answer["error"]["code"] == code
    assert answer["error"]["field"] == field
    assert set(answer) == {"id", "error"}


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("case", [case for _, case, _ in FAULTY])
def test_a_message_is_one_sentence_with_nothing_left_open(case: object, lang: Lang) -> None:
    message = one(case, lang=lang)["error"]["message"]

    assert "\n" not in message
    assert len(message) < 400
    assert message.endswith("。" if lang is Lang.ZH else ".")
    assert not any(gap in message for gap in ("{value}", "{field}", "{hint}", "None"))


def test_every_fault_that_has_a_sentence_is_shown_by_an_example() -> None:
    assert {code for code, _, _ in FAULTY} == set(FAULTS)


def test_a_faulty_line_without_identifier_answers_null() -> None:
    assert one("nonsense")["id"] is None


def test_the_lines_after_a_fault_are_still_answered_in_order() -> None:
    tally = Tally()
    lines = [
        json.dumps(a_case(RECEIVED, id=1)),
        "",
        "  \n",
        "?",
        json.dumps(a_case(RECEIVED, id=3)),
    ]

    answers = [json.loads(line) for line in answer_lines(lines, built_in(), tally=tally)]

    assert [answer["id"] for answer in answers] == [1, None, 3]
    assert (tally.answered, tally.faulty) == (2, 1)


DAYS = st.dates(date(2006, 1, 1), date(2060, 1, 1)).map(str) | st.sampled_from(
    ["0001-01-01", "9999-12-31", "2023-13-01", ""]
)
SMALL: st.SearchStrategy[object] = (
    st.none() | st.booleans() | st.integers(-2, 40) | st.text(max_size=2) | st.just([])
)
EVENTS = st.fixed_dictionaries(
    {"type": st.sampled_from([*EventKind, *OUTSIDE_KINDS, "lost"]) | SMALL, "on": DAYS | SMALL},
    optional={
        "ref": SMALL,
        "workdays": SMALL,
        "period_workdays": SMALL,
        "new_due": DAYS,
        "co_producer": SMALL,
        "ground": SMALL,
    },
)
CASES = st.fixed_dictionaries(
    {
        "id": st.just("x"),
        "question": st.sampled_from([*QUESTIONS]),
        "events": st.lists(EVENTS, max_size=6).map(
            lambda events: sorted(events, key=lambda event: str(event["on"]))
        ),
    },
    optional={
        "channel": st.sampled_from([*Channel]) | SMALL,
        "ref": SMALL,
        "remedy": st.sampled_from(["litigation", "litigation_after_reconsideration"]) | SMALL,
    },
)


@given(CASES)
def test_whatever_is_asked_there_is_one_answer_or_one_fault(case: Json) -> None:
    answer = one(case)

    assert answer["id"] == "x"
    assert ("error" in answer) != ("counts_from" in answer)


@given(st.text(max_size=40) | st.binary(max_size=40))
def test_whatever_stands_on_a_line_it_is_not_the_end(line: str | bytes) -> None:
    answers = list(answer_lines([line], built_in()))

    assert len(answers) <= 1
    assert all("error" in json.loads(answer) for answer in answers)
