"""What lapses, for want of what, and after which of two days."""

from datetime import date

from states.calendar.workdays import built_in
from states.case import Case, Event
from states.clock.lapsing import Lapse, Readings, lapse_of, readings
from states.statute.practice import LapseReading, Practice
from tests.states.lives import fact

CALENDAR = built_in()

# Asked Mon 2024-09-23 for 10 working days: 24..27 = 1..4, Sun 29* = 5, 30 = 6, National Day,
# 10-08..11 = 7..10; with no worked weekend counted 30 = 5, 08..11 = 6..9, Mon 10-14 = 10.
ASKED = (
    fact("received", "2024-09-20"),
    fact("correction_requested", "2024-09-23", workdays=10),
)
# Vector E01: delivered Mon 2021-03-01, the twentieth working day is Mon 03-29.
CHARGED = (
    fact("received", "2021-02-08"),
    fact("fee_notified", "2021-02-26"),
    fact("fee_notice_delivered", "2021-03-01"),
)


def lapse(*facts: Event, practice: Practice | None = None) -> Lapse | None:
    return lapse_of(Case.of(None, facts, practice or Practice()), CALENDAR)


def test_both_readings_of_a_period_are_told() -> None:
    found = readings(date(2024, 9, 23), 10, CALENDAR)

    assert found == Readings(date(2024, 10, 11), date(2024, 10, 14))


def test_a_correction_lapses_under_article_30_after_the_later_reading() -> None:
    found = lapse(*ASKED)

    assert found is not None
    assert (found.move, found.since, found.workdays) == (
        "lapse_uncorrected",
        date(2024, 9, 23),
        10,
    )
    assert found.after == date(2024, 10, 14)
    assert str(found.citation) == "条例(2019) 第三十条"
    assert not found.provisional


def test_the_office_may_take_the_text_at_its_word() -> None:
    found = lapse(*ASKED, practice=Practice(lapse=LapseReading.STATUTORY))

    assert found is not None
    assert found.after == date(2024, 10, 11)


def test_a_notice_that_names_no_period_gives_the_offices_own() -> None:
    # Asked Fri 2023-03-10: the fifteenth working day is Fri 03-31 (vector B03).
    found = lapse(fact("received", "2023-03-06"), fact("correction_requested", "2023-03-10"))

    assert found is not None
    assert (found.workdays, found.after) == (15, date(2023, 3, 31))


def test_an_unpaid_fee_lapses_under_article_6_of_the_measures() -> None:
    found = lapse(*CHARGED)

    assert found is not None
    assert (found.move, found.after) == ("lapse_unpaid", date(2021, 3, 29))
    assert str(found.citation) == "收费办法(2020) 第六条"


def test_part_of_the_fee_does_not_keep_the_request_alive() -> None:
    found = lapse(*CHARGED, fact("fee_part_paid", "2021-03-10"))

    assert found is not None
    assert found.after == date(2021, 3, 29)


def test_a_fee_notice_that_was_not_delivered_lapses_nothing() -> None:
    assert lapse(*CHARGED[:2]) is None


def test_what_waits_on_nobody_does_not_lapse() -> None:
    assert lapse(*ASKED[:1]) is None
    assert lapse(*ASKED, fact("correction_received", "2024-09-27")) is None


def test_the_2007_text_knows_no_lapse() -> None:
    assert lapse(fact("received", "2017-05-10"), fact("correction_requested", "2017-05-12")) is None


def test_nothing_lapses_before_it_was_received() -> None:
    assert lapse(fact("correction_requested", "2024-09-23")) is None


def test_a_period_that_ends_in_an_unannounced_year_is_provisional() -> None:
    found = lapse(fact("received", "2026-12-14"), fact("correction_requested", "2026-12-18"))

    assert found is not None
    assert found.provisional
