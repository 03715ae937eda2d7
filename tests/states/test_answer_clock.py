"""The answering period: every fact that moves it, and every flag a reader must see."""

from datetime import date

import pytest

from states.calendar.workdays import built_in
from states.case import Event
from states.clock.answer import Flag, answer_due
from states.errors import ClockQuestionError
from states.statute.outcomes import Outcome
from states.statute.practice import (
    ExclusionReading,
    FeeClock,
    Practice,
    ReasonsClock,
)
from states.statute.receipt import Channel
from tests.states.lives import a_case, fact, reckoned

CALENDAR = built_in()


RECEIVED = fact("received", "2023-03-06")  # due Mon 2023-04-03 (vector I01)


def test_a_date_without_receipt_cannot_be_reckoned() -> None:
    with pytest.raises(ClockQuestionError) as caught:
        answer_due(a_case(Channel.INTERNET, fact("submitted", "2024-03-01")), CALENDAR)

    assert (caught.value.code, caught.value.field) == ("receipt_not_established", "events")


def test_the_period_is_twenty_working_days_from_the_day_after_receipt() -> None:
    found = reckoned(RECEIVED)

    assert (found.due, found.count, found.counts_from) == (
        date(2023, 4, 3),
        20,
        date(2023, 3, 6),
    )
    assert (found.flags, found.original_due, found.conservative_due) == ((), None, None)
    assert not found.provisional


def test_a_case_is_overdue_from_the_day_after_its_due_date() -> None:
    assert Flag.OVERDUE not in reckoned(RECEIVED, as_of="2023-04-03").flags
    assert Flag.OVERDUE in reckoned(RECEIVED, as_of="2023-04-04").flags


def test_a_late_reply_stays_late_and_a_timely_one_stays_timely() -> None:
    late = fact("reply_posted", "2023-04-04", outcome=Outcome.DISCLOSED)
    timely = fact("reply_posted", "2023-04-03", outcome=Outcome.DISCLOSED)

    assert Flag.OVERDUE in reckoned(RECEIVED, late, as_of="2023-12-01").flags
    assert Flag.OVERDUE not in reckoned(RECEIVED, timely, as_of="2023-12-01").flags


def test_while_a_correction_is_awaited_the_old_date_stands_and_nothing_is_late() -> None:
    asked = fact("correction_requested", "2023-03-10")

    found = reckoned(RECEIVED, asked, as_of="2023-05-01")

    assert found.due == date(2023, 4, 3)
    assert found.flags == (Flag.AWAITING_CORRECTION,)


def test_a_correction_asked_for_after_the_due_date_hides_no_delay() -> None:
    asked = fact("correction_requested", "2023-04-04")

    assert Flag.OVERDUE in reckoned(RECEIVED, asked).flags


def test_a_correction_restarts_the_whole_period() -> None:
    # Corrected Tue 2023-03-21: vector B02, 2023-04-19.
    found = reckoned(
        RECEIVED,
        fact("correction_requested", "2023-03-15"),
        fact("correction_received", "2023-03-21"),
    )

    assert (found.due, found.counts_from) == (date(2023, 4, 19), date(2023, 3, 21))
    assert [str(citation) for citation in found.basis] == [
        "条例(2019) 第三十三条第二款",
        "条例(2019) 第三十条",
    ]
    assert (found.flags, found.conservative_due) == ((), None)


def test_after_a_late_notice_the_date_without_restart_is_the_safe_one() -> None:
    # The seventh working day was Wed 2023-03-15.
    found = reckoned(
        RECEIVED,
        fact("correction_requested", "2023-03-16"),
        fact("correction_received", "2023-03-21"),
    )

    assert found.due == date(2023, 4, 19)
    assert found.conservative_due == date(2023, 4, 3)
    assert found.flags == (Flag.CORRECTION_NOTICE_LATE,)


def test_only_the_first_correction_restarts() -> None:
    found = reckoned(
        RECEIVED,
        fact("correction_requested", "2023-03-10"),
        fact("correction_received", "2023-03-21"),
        fact("correction_requested", "2023-03-22"),
        fact("correction_received", "2023-03-24"),
    )

    assert found.counts_from == date(2023, 3, 21)


def test_a_correction_nobody_asked_for_moves_nothing() -> None:
    assert reckoned(RECEIVED, fact("correction_received", "2023-03-21")).due == date(2023, 4, 3)


def test_under_the_2007_law_the_restart_is_practice_with_the_old_date_beside_it() -> None:
    # Received Wed 2017-05-10: due Thu 2017-06-01 (vector F04). Corrected Fri 2017-05-19 +15:
    # 22-26 = 1..5, 27* = 6, 05-31..06-02 = 7..9, 06-05..09 = 10..14, 06-12 = 15.
    found = reckoned(
        fact("received", "2017-05-10"),
        fact("correction_requested", "2017-05-12"),
        fact("correction_received", "2017-05-19"),
    )

    assert found.due == date(2017, 6, 12)
    assert found.conservative_due == date(2017, 6, 1)
    assert Flag.CORRECTION_NOTICE_LATE not in found.flags


def test_an_office_may_hold_that_the_2007_law_does_not_restart() -> None:
    found = reckoned(
        fact("received", "2017-05-10"),
        fact("correction_requested", "2017-05-12"),
        fact("correction_received", "2017-05-19"),
        practice=Practice(correction_restarts_2007=False),
    )

    assert (found.due, found.conservative_due) == (date(2017, 6, 1), None)


def test_while_a_fee_is_awaited_the_old_date_stands_and_nothing_is_late() -> None:
    found = reckoned(RECEIVED, fact("fee_notified", "2023-03-10"), as_of="2023-06-01")

    assert (found.due, found.flags) == (date(2023, 4, 3), (Flag.AWAITING_PAYMENT,))


def test_payment_restarts_the_whole_period() -> None:
    # Vector E02: paid 2021-03-15 -> 2021-04-13.
    found = reckoned(
        fact("received", "2021-02-08"),
        fact("fee_notified", "2021-02-26"),
        fact("fee_notice_delivered", "2021-03-01"),
        fact("fee_paid", "2021-03-15"),
        fact("fee_paid", "2021-03-25"),
    )

    assert (found.due, found.counts_from) == (date(2021, 4, 13), date(2021, 3, 15))


def test_a_fee_known_only_by_its_delivery_restarts_too() -> None:
    found = reckoned(
        fact("received", "2021-02-08"),
        fact("fee_notice_delivered", "2021-03-01"),
        fact("fee_paid", "2021-03-15"),
    )

    assert found.due == date(2021, 4, 13)


def test_a_fee_notified_after_the_due_date_restarts_nothing() -> None:
    found = reckoned(RECEIVED, fact("fee_notified", "2023-04-04"), fact("fee_paid", "2023-04-10"))

    assert found.due == date(2023, 4, 3)
    assert found.flags == (Flag.FEE_NOTICE_LATE, Flag.OVERDUE)


def test_a_fee_notified_late_hides_no_delay() -> None:
    assert Flag.OVERDUE in reckoned(RECEIVED, fact("fee_notified", "2023-04-04")).flags


def test_an_office_may_hold_that_payment_only_suspends() -> None:
    # (2023-03-10, 2023-03-20] excludes 13..17 and 20: 6 working days. 20 + 6 from 03-06:
    # 04-03 is day 20; 04-04, 06, 07, 10, 11, 12 = 21..26.
    found = reckoned(
        RECEIVED,
        fact("fee_notified", "2023-03-10"),
        fact("fee_paid", "2023-03-20"),
        practice=Practice(fee_clock=FeeClock.SUSPEND),
    )

    assert (found.due, found.suspended_workdays) == (date(2023, 4, 12), 6)
    assert found.counts_from == date(2023, 3, 6)


@pytest.mark.parametrize("facts", [(), (fact("fee_notified", "2023-03-10"),)])
def test_nothing_is_suspended_before_payment(facts: tuple[Event, ...]) -> None:
    found = reckoned(RECEIVED, *facts, practice=Practice(fee_clock=FeeClock.SUSPEND))

    assert (found.due, found.suspended_workdays) == (date(2023, 4, 3), 0)


def test_asking_for_reasons_does_not_stop_the_clock() -> None:
    found = reckoned(
        RECEIVED, fact("reasons_requested", "2023-03-08"), fact("reasons_received", "2023-03-21")
    )

    assert found.due == date(2023, 4, 3)


def test_an_office_may_hold_that_the_reasons_restart_the_clock() -> None:
    found = reckoned(
        RECEIVED,
        fact("reasons_requested", "2023-03-08"),
        fact("reasons_received", "2023-03-21"),
        practice=Practice(reasons_clock=ReasonsClock.RESTARTS),
    )

    assert found.due == date(2023, 4, 19)


CONSULTED = (
    fact("received", "2023-05-08"),
    fact("third_party_consulted", "2023-05-15", ref="a"),
    fact("third_party_answered", "2023-05-26", ref="a"),
)


@pytest.mark.parametrize(
    ("reading", "due", "excluded"),
    [
        # Vector C01 excludes (05-15, 05-26] = 9 days; without 05-26: 8; with 05-15: 10.
        (ExclusionReading.HALF_OPEN, date(2023, 6, 16), 9),
        (ExclusionReading.STRICT, date(2023, 6, 15), 8),
        (ExclusionReading.GENEROUS, date(2023, 6, 19), 10),
    ],
)
def test_the_end_days_of_a_consultation_follow_the_offices_reading(
    reading: ExclusionReading, due: date, excluded: int
) -> None:
    found = reckoned(*CONSULTED, practice=Practice(exclusion=reading))

    assert (found.due, found.suspended_workdays) == (due, excluded)


def test_an_open_consultation_without_statutory_end_pauses_to_the_day_asked() -> None:
    facts = (
        fact("received", "2023-05-08"),
        fact("agency_consulted", "2023-05-15", ref="x", co_producer=False),
    )

    early = reckoned(*facts, as_of="2023-05-26")
    late = reckoned(*facts, as_of="2023-06-02")

    assert (early.due, early.flags) == (date(2023, 6, 16), (Flag.PAUSED,))
    assert late.due == date(2023, 6, 26)  # five more: 19, 20, 21, Sun 25* and 26
    assert late.flags == (Flag.PAUSED,)


def test_a_paused_case_that_was_answered_is_no_longer_paused() -> None:
    found = reckoned(
        fact("received", "2023-05-08"),
        fact("agency_consulted", "2023-05-15", ref="x", co_producer=False),
        fact("reply_sent", "2023-05-26", outcome=Outcome.DISCLOSED),
        as_of="2023-12-01",
    )

    assert (found.due, found.flags) == (date(2023, 6, 16), ())


def test_a_due_date_on_a_make_up_day_says_so() -> None:
    # Vector A08: Sat 2024-10-12.
    found = reckoned(fact("received", "2024-09-09"))

    assert (found.due, found.flags) == (date(2024, 10, 12), (Flag.MAKEUP_DAY_DUE,))


def test_an_online_request_confirmed_by_the_next_working_day_has_one_date() -> None:
    # Submitted Fri 2024-03-01, confirmed Mon 2024-03-04.
    found = reckoned(
        fact("submitted", "2024-03-01"), fact("confirmed", "2024-03-04"), channel=Channel.INTERNET
    )

    assert found.conservative_due is None


@pytest.mark.parametrize("channel", [Channel.INTERNET, Channel.EMAIL])
def test_an_online_request_confirmed_later_shows_the_safe_date_too(channel: Channel) -> None:
    # From Fri 2024-03-01: 03-04..08 = 1..5, 11..15 = 6..10, 18..22 = 11..15, 25..29 = 16..20.
    found = reckoned(
        fact("submitted", "2024-03-01"), fact("confirmed", "2024-03-05"), channel=channel
    )

    assert found.due == date(2024, 4, 2)
    assert found.conservative_due == date(2024, 3, 29)


@pytest.mark.parametrize(
    ("channel", "facts"),
    [
        (Channel.FAX, (fact("submitted", "2024-03-01"), fact("confirmed", "2024-03-11"))),
        (Channel.INTERNET, (fact("confirmed", "2024-03-11"),)),
        (Channel.INTERNET, (fact("submitted", "2024-03-01"), fact("received", "2024-03-11"))),
        (Channel.EMAIL, (fact("submitted", "2017-03-01"), fact("confirmed", "2017-03-11"))),
    ],
)
def test_elsewhere_no_safe_date_is_shown(channel: Channel, facts: tuple[Event, ...]) -> None:
    assert reckoned(*facts, channel=channel).conservative_due is None


def test_a_count_into_an_unannounced_year_is_provisional() -> None:
    found = reckoned(fact("received", "2026-12-14"))

    assert (found.due, found.provisional) == (date(2027, 1, 12), True)


def test_a_later_date_that_was_fixed_is_certain_whatever_the_calendar() -> None:
    found = reckoned(
        fact("received", "2026-11-02"),
        fact("delay_notified", "2026-11-20", new_due=date(2027, 1, 29)),
    )

    assert (found.due, found.provisional) == (date(2027, 1, 29), False)
