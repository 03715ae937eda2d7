from datetime import date

import pytest
from hypothesis import given

from states.calendar.workdays import built_in
from states.case import CLOSED_STATES, Case, Event
from states.clock.deadlines import (
    ClockKey,
    Deadline,
    correction_notice_due,
    correction_period_end,
    fee_payment_due,
    lapse_after,
    running,
)
from states.errors import ClockQuestionError
from states.statute.outcomes import Outcome
from states.statute.practice import LapseReading, Practice
from tests.states.lives import a_case, fact, lives

CALENDAR = built_in()
RECEIVED = fact("received", "2023-03-06")


def clocks(*facts: Event, as_of: str = "2023-03-13") -> dict[ClockKey, Deadline]:
    found = running(a_case(None, *facts), CALENDAR, date.fromisoformat(as_of))
    return {deadline.key: deadline for deadline in found}


def test_a_fresh_request_runs_the_reply_and_the_correction_notice() -> None:
    found = clocks(RECEIVED)

    assert {key: deadline.due for key, deadline in found.items()} == {
        ClockKey.CORRECTION_NOTICE: date(2023, 3, 15),
        ClockKey.REPLY: date(2023, 4, 3),
    }
    assert found[ClockKey.CORRECTION_NOTICE].citation.short == "条例(2019) 第三十条"
    assert not found[ClockKey.REPLY].paused


def test_a_closed_window_is_no_deadline_any_more() -> None:
    assert ClockKey.CORRECTION_NOTICE in clocks(RECEIVED, as_of="2023-03-15")
    assert set(clocks(RECEIVED, as_of="2023-03-16")) == {ClockKey.REPLY}


def test_the_soonest_clock_comes_first() -> None:
    found = running(a_case(None, RECEIVED), CALENDAR, date(2023, 3, 7))

    assert [deadline.key for deadline in found] == [ClockKey.CORRECTION_NOTICE, ClockKey.REPLY]


def test_the_2007_law_runs_no_correction_notice_clock() -> None:
    assert set(clocks(fact("received", "2017-05-10"))) == {ClockKey.REPLY}


def test_while_a_correction_is_awaited_its_period_runs_and_the_reply_is_paused() -> None:
    found = clocks(RECEIVED, fact("correction_requested", "2023-03-10", workdays=15))

    assert found[ClockKey.CORRECTION_PERIOD].due == date(2023, 3, 31)  # vector B03
    assert found[ClockKey.REPLY].paused
    assert ClockKey.CORRECTION_NOTICE not in found


def test_after_a_correction_no_second_notice_is_due() -> None:
    found = clocks(
        RECEIVED,
        fact("correction_requested", "2023-03-10"),
        fact("correction_received", "2023-03-14"),
    )

    assert set(found) == {ClockKey.REPLY}


def test_each_open_consultation_runs_its_own_clock() -> None:
    found = clocks(
        fact("received", "2023-05-08"),
        fact("third_party_consulted", "2023-05-15", ref="a"),
        fact("third_party_letter_delivered", "2023-05-17", ref="a"),
        fact("agency_consulted", "2023-05-15", ref="b"),
        fact("agency_consulted", "2023-05-15", ref="c", co_producer=False),
        as_of="2023-05-18",
    )

    opinion = found[ClockKey.THIRD_PARTY_OPINION]
    assert (opinion.due, opinion.ref) == (date(2023, 6, 7), "a")  # vector C02a
    agency = found[ClockKey.AGENCY_OPINION]
    assert (agency.due, agency.ref) == (date(2023, 6, 5), "b")
    assert agency.citation.short == "条例(2019) 第三十四条"
    assert found[ClockKey.REPLY].paused


def test_an_answered_consultation_runs_no_clock() -> None:
    found = clocks(
        fact("received", "2023-05-08"),
        fact("third_party_consulted", "2023-05-15"),
        fact("third_party_answered", "2023-05-16"),
        as_of="2023-05-18",
    )

    assert ClockKey.THIRD_PARTY_OPINION not in found


def test_payment_is_due_twenty_working_days_after_delivery() -> None:
    # Vector E01: 2021-03-01 -> 2021-03-29.
    charged = (fact("received", "2021-02-08"), fact("fee_notified", "2021-02-26"))
    delivered = fact("fee_notice_delivered", "2021-03-01")

    assert ClockKey.FEE_PAYMENT not in clocks(*charged, as_of="2021-03-02")
    assert clocks(*charged, delivered, as_of="2021-03-02")[ClockKey.FEE_PAYMENT].due == date(
        2021, 3, 29
    )


def test_a_provisional_date_is_marked_on_its_clock() -> None:
    found = clocks(fact("received", "2026-12-14"), as_of="2026-12-14")

    assert found[ClockKey.REPLY].provisional
    assert not found[ClockKey.CORRECTION_NOTICE].provisional


@pytest.mark.parametrize(
    "facts",
    [
        (),
        (fact("submitted", "2023-03-06"),),
        (RECEIVED, fact("withdrawn", "2023-03-09")),
        (RECEIVED, fact("reply_sent", "2023-03-09", outcome=Outcome.DISCLOSED)),
    ],
)
def test_nothing_runs_before_receipt_or_after_the_end(facts: tuple[Event, ...]) -> None:
    assert clocks(*facts) == {}


@given(lives())
def test_an_open_received_case_always_runs_its_reply_clock(case: Case) -> None:
    found = running(case, CALENDAR, date(2026, 1, 5))

    expects = case.receipt is not None and case.state not in CLOSED_STATES
    assert any(deadline.key is ClockKey.REPLY for deadline in found) is expects
    assert list(found) == sorted(found, key=lambda deadline: deadline.due)


def test_the_correction_notice_is_due_on_the_seventh_working_day() -> None:
    # Vector B01: 2023-06-16 -> 2023-06-28.
    assert correction_notice_due(a_case(None, fact("received", "2023-06-16")), CALENDAR) == date(
        2023, 6, 28
    )


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ((fact("submitted", "2023-03-06"),), "receipt_not_established"),
        ((fact("received", "2017-05-10"),), "no_such_period"),
    ],
)
def test_a_notice_date_that_does_not_exist_is_an_error(facts: tuple[Event, ...], code: str) -> None:
    with pytest.raises(ClockQuestionError) as caught:
        correction_notice_due(a_case(None, *facts), CALENDAR)

    assert caught.value.code == code


def test_a_correction_period_has_the_offices_default_length() -> None:
    facts = (RECEIVED, fact("correction_requested", "2023-03-10"))

    assert correction_period_end(a_case(None, *facts), CALENDAR) == date(2023, 3, 31)
    assert correction_period_end(
        Case.of(None, facts, Practice(correction_period=5)), CALENDAR
    ) == date(2023, 3, 17)


def test_without_its_notice_a_period_cannot_be_asked_for() -> None:
    for question in (correction_period_end, fee_payment_due):
        with pytest.raises(ClockQuestionError) as caught:
            question(a_case(None, RECEIVED), CALENDAR)
        assert caught.value.code == "event_missing"


def test_only_what_waits_on_the_applicant_can_lapse() -> None:
    assert lapse_after(a_case(None, RECEIVED), CALENDAR) is None
    assert lapse_after(a_case(None, RECEIVED, fact("fee_notified", "2023-03-10")), CALENDAR) is None


def test_a_lapse_waits_for_the_later_of_the_two_readings() -> None:
    # Asked Mon 2024-09-23 for 10 working days: with make-up days Fri 10-11, without Mon 10-14.
    facts = (
        fact("received", "2024-09-20"),
        fact("correction_requested", "2024-09-23", workdays=10),
    )

    assert lapse_after(a_case(None, *facts), CALENDAR) == date(2024, 10, 14)
    assert lapse_after(
        Case.of(None, facts, Practice(lapse=LapseReading.STATUTORY)), CALENDAR
    ) == date(2024, 10, 11)


def test_an_unpaid_fee_lapses_after_twenty_working_days_by_both_readings() -> None:
    facts = (
        fact("received", "2021-02-08"),
        fact("fee_notified", "2021-02-26"),
        fact("fee_notice_delivered", "2021-03-01"),
    )

    assert lapse_after(a_case(None, *facts), CALENDAR) == date(2021, 3, 29)
