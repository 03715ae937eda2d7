"""Extensions and later dates: what gives the office more time, and what does not."""

from datetime import date

import pytest

from states.calendar.workdays import built_in
from states.clock.answer import Flag
from tests.states.lives import fact, reckoned

CALENDAR = built_in()


RECEIVED = fact("received", "2023-03-06")  # due Mon 2023-04-03 (vector I01)


def test_an_extension_runs_from_the_current_due_date() -> None:
    found = reckoned(RECEIVED, fact("extension_notified", "2023-04-03", workdays=5))

    # 04-04, 04-06, 04-07, 04-10, 04-11 (04-05 is Qingming).
    assert (found.due, found.original_due, found.count) == (
        date(2023, 4, 11),
        date(2023, 4, 3),
        25,
    )


def test_an_extension_notified_late_is_void_and_flagged() -> None:
    found = reckoned(RECEIVED, fact("extension_notified", "2023-04-04", workdays=5))

    assert (found.due, found.original_due) == (date(2023, 4, 3), None)
    assert found.flags == (Flag.EXTENSION_NOTICE_LATE, Flag.OVERDUE)


def test_a_second_notice_does_not_mend_a_late_one() -> None:
    found = reckoned(
        RECEIVED,
        fact("extension_notified", "2023-04-04", workdays=5),
        fact("extension_notified", "2023-04-05", workdays=5),
    )

    assert found.flags.count(Flag.EXTENSION_NOTICE_LATE) == 1


def test_an_extension_never_exceeds_the_law_and_has_a_length_of_its_own() -> None:
    longest = date(2023, 5, 4)  # D01's arithmetic: 40 working days from 2023-03-06

    for workdays in (0, 20, 35):
        assert (
            reckoned(RECEIVED, fact("extension_notified", "2023-04-03", workdays=workdays)).due
            == longest
        )


def test_a_second_extension_adds_nothing() -> None:
    once = fact("extension_notified", "2023-04-03", workdays=5)
    again = fact("extension_notified", "2023-04-04", workdays=5)

    assert reckoned(RECEIVED, once, again).due == date(2023, 4, 11)


def test_an_extension_granted_before_a_correction_is_not_lost() -> None:
    # Corrected 2023-03-21: 20 days end 2023-04-19; 5 more: 20, 21, Sun 23*, 24, 25.
    found = reckoned(
        RECEIVED,
        fact("extension_notified", "2023-03-08", workdays=5),
        fact("correction_requested", "2023-03-10"),
        fact("correction_received", "2023-03-21"),
    )

    assert (found.due, found.original_due) == (date(2023, 4, 25), date(2023, 4, 19))


def test_a_later_date_replaces_the_period_and_keeps_the_original_beside_it() -> None:
    found = reckoned(RECEIVED, fact("delay_notified", "2023-03-31", new_due=date(2023, 6, 30)))

    assert (found.due, found.original_due) == (date(2023, 6, 30), date(2023, 4, 3))
    assert found.basis[-1].short == "条例(2019) 第三十五条"


def test_a_later_date_notified_after_the_due_date_is_void_and_flagged() -> None:
    found = reckoned(RECEIVED, fact("delay_notified", "2023-04-04", new_due=date(2023, 6, 30)))

    assert found.due == date(2023, 4, 3)
    assert found.flags == (Flag.DELAY_NOTICE_LATE, Flag.OVERDUE)


@pytest.mark.parametrize("new_due", [None, date(2023, 4, 3)])
def test_a_delay_without_a_later_date_moves_nothing(new_due: date | None) -> None:
    found = reckoned(RECEIVED, fact("delay_notified", "2023-03-31", new_due=new_due))

    assert (found.due, found.original_due, found.flags) == (date(2023, 4, 3), None, ())


def test_the_2007_law_knows_no_later_date() -> None:
    found = reckoned(
        fact("received", "2017-05-10"),
        fact("delay_notified", "2017-05-20", new_due=date(2017, 8, 1)),
    )

    assert found.due == date(2017, 6, 1)


def test_an_extension_after_a_later_date_runs_from_that_date() -> None:
    # Fixed Fri 2023-06-30 + 3 working days: 07-03, 04, 05.
    found = reckoned(
        RECEIVED,
        fact("delay_notified", "2023-03-31", new_due=date(2023, 6, 30)),
        fact("extension_notified", "2023-06-30", workdays=3),
    )

    assert (found.due, found.original_due) == (date(2023, 7, 5), date(2023, 4, 3))


def test_a_later_date_after_an_extension_keeps_the_first_original() -> None:
    found = reckoned(
        RECEIVED,
        fact("extension_notified", "2023-04-03", workdays=5),
        fact("delay_notified", "2023-04-11", new_due=date(2023, 6, 30)),
    )

    assert (found.due, found.original_due) == (date(2023, 6, 30), date(2023, 4, 3))


def test_a_restart_never_takes_back_a_later_date_already_promised() -> None:
    # Paid 2023-04-10: a fresh count would end 2023-05-09, before the promised day.
    found = reckoned(
        RECEIVED,
        fact("delay_notified", "2023-03-31", new_due=date(2023, 6, 30)),
        fact("fee_notified", "2023-04-03"),
        fact("fee_paid", "2023-04-10"),
    )

    assert found.due == date(2023, 6, 30)


def test_a_restart_that_ends_later_than_the_promised_date_replaces_it() -> None:
    # Paid Mon 2023-06-05 + 20: 06-06..09 = 1..4, 12..16 = 5..9, 19..21 = 10..12,
    # Sun 25* = 13, 26..30 = 14..18, 07-03, 04 = 19, 20.
    found = reckoned(
        RECEIVED,
        fact("delay_notified", "2023-03-31", new_due=date(2023, 6, 9)),
        fact("fee_notified", "2023-05-04"),
        fact("fee_paid", "2023-06-05"),
    )

    assert found.due == date(2023, 7, 4)
    assert found.counts_from == date(2023, 6, 5)
