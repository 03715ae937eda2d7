"""The law read against the clock and the chart, line by line: where the two versions part."""

from dataclasses import fields
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.calendar.workdays import built_in
from states.case import Case, Event, State
from states.clock.answer import Flag, reckon
from states.clock.deadlines import ClockKey, lapse_after, running
from states.clock.ledger import Why, ledger_of
from states.errors import MoveRefusedError
from states.machine import fire
from states.statute.instruments import CIVIL_PROCEDURE
from states.statute.outcomes import Outcome
from states.statute.practice import (
    NOTES,
    Confidence,
    ExclusionReading,
    FeeClock,
    Practice,
    ReasonsClock,
)
from states.statute.receipt import Channel
from states.statute.versions import Law
from states.steps import Role, Step
from tests.states.lives import FAR, a_case, fact, received_lives, reckoned

CALENDAR = built_in()

# Mon 2023-03-06 under the 2019 text: the seventh working day is Wed 03-15, the twentieth Mon 04-03.
RECEIVED = fact("received", "2023-03-06")
# Wed 2017-05-10 under the 2007 text: 05-11, 12 = 1, 2; 15..19 = 3..7; 22..26 = 8..12; Sat 27* = 13;
# 28..30 Dragon Boat; 31 = 14; Thu 06-01 = 15.
OLD = fact("received", "2017-05-10")
OLD_DUE = date(2017, 6, 1)


def refused(case: Case, move: str, on: str, **terms: object) -> dict[str, str]:
    step = Step(move, date.fromisoformat(on), FAR, Role.HEAD_OF_OFFICE, **terms)  # type: ignore[arg-type]
    try:
        fire(case, step, CALENDAR)
    except MoveRefusedError as error:
        return {found.code: str(found.citation or "") for found in error.refusals}
    return {}


def reply_is_paused(
    *facts: Event, channel: Channel | None = None, as_of: str, practice: Practice | None = None
) -> bool:
    case = Case.of(channel, facts, practice or Practice())
    (reply,) = (
        deadline
        for deadline in running(case, CALENDAR, date.fromisoformat(as_of))
        if deadline.key is ClockKey.REPLY
    )
    return reply.paused


# --- correction ------------------------------


def test_under_the_2007_law_a_restart_cites_the_2007_text() -> None:
    found = reckoned(
        OLD,
        fact("correction_requested", "2017-05-12"),
        fact("correction_received", "2017-05-19"),
    )

    assert [str(citation) for citation in found.basis] == [
        "条例(2007) 第二十四条第二款",
        "条例(2007) 第二十一条第（四）项",
    ]


def test_under_the_2007_law_the_correction_period_cites_the_2007_text() -> None:
    case = a_case(None, OLD, fact("correction_requested", "2017-05-12"))

    found = {deadline.key: deadline for deadline in running(case, CALENDAR, date(2017, 5, 15))}

    period = found[ClockKey.CORRECTION_PERIOD]
    assert str(period.citation) == "条例(2007) 第二十一条第（四）项"


def test_the_2007_law_lets_a_correction_be_asked_for_again_and_come_late() -> None:
    asked = (OLD, fact("correction_requested", "2017-05-12", workdays=5))
    again = (*asked, fact("correction_received", "2017-05-16"))

    assert refused(a_case(None, *again), "request_correction", "2017-05-17") == {}
    assert refused(a_case(None, *asked), "receive_correction", "2017-07-03") == {}


def test_under_the_2007_law_nothing_is_proposed_to_lapse() -> None:
    case = a_case(None, OLD, fact("correction_requested", "2017-05-12"))

    assert lapse_after(case, CALENDAR) is None
    assert refused(case, "lapse_uncorrected", "2018-01-02") == {"not_in_2007_law": ""}


def test_where_the_2007_law_is_held_not_to_restart_waiting_hides_no_delay() -> None:
    facts = (OLD, fact("correction_requested", "2017-05-12"))
    practice = Practice(correction_restarts_2007=False)

    found = reckoned(*facts, as_of="2017-06-02", practice=practice)

    assert found.flags == (Flag.AWAITING_CORRECTION, Flag.OVERDUE)
    assert reply_is_paused(*facts, as_of="2017-05-31", practice=practice) is False


def test_a_second_correction_asked_for_against_the_law_hides_no_delay() -> None:
    # Corrected 2023-03-21: due Wed 2023-04-19 (vector B02).
    facts = (
        RECEIVED,
        fact("correction_requested", "2023-03-10"),
        fact("correction_received", "2023-03-21"),
        fact("correction_requested", "2023-03-22"),
    )

    assert reckoned(*facts, as_of="2023-04-20").flags == (Flag.AWAITING_CORRECTION, Flag.OVERDUE)
    assert reckoned(*facts, as_of="2023-04-19").flags == (Flag.AWAITING_CORRECTION,)
    assert reply_is_paused(*facts, as_of="2023-04-19") is False


@pytest.mark.parametrize(
    ("received", "asked", "paused"),
    [
        (RECEIVED, "2023-03-15", True),
        (RECEIVED, "2023-03-16", False),  # after the seventh day: the old date may yet hold
        (RECEIVED, "2023-04-04", False),  # after the due date: nothing was stopped
        (OLD, "2017-05-12", False),  # practice only: the old date is the safe one
    ],
)
def test_reminders_stop_only_where_the_correction_is_sure_to_restart_the_clock(
    received: Event,
    asked: str,
    paused: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    facts = (received, fact("correction_requested", asked))

    assert reply_is_paused(*facts, as_of=asked) is paused


def test_a_period_that_binds_the_applicant_is_over_by_the_later_reading_only() -> None:
    # Asked Mon 2024-09-23, ten working days: Fri 10-11 with the make-up days, Mon 10-14 without.
    case = a_case(
        None,
        fact("received", "2024-09-20"),
        fact("correction_requested", "2024-09-23", workdays=10),
    )

    assert refused(case, "receive_correction", "2024-10-14") == {}
    assert refused(case, "receive_correction", "2024-10-15") == {
        "correction_late": "条例(2019) 第三十条"
    }


def test_where_practice_is_divided_twice_the_safe_date_is_the_earliest_of_all() -> None:
    # Submitted Fri 2024-03-01: twentieth day Fri 03-29. Confirmed Tue 03-05: seventh day 03-14,
    # twentieth Tue 04-02. Asked late, corrected Mon 03-25: 26..29 = 1..4, 04-01..03 = 5..7,
    # Sun 07* = 8, 08..12 = 9..13, 15..19 = 14..18, 22, 23 = 19, 20.
    found = reckoned(
        fact("submitted", "2024-03-01"),
        fact("confirmed", "2024-03-05"),
        fact("correction_requested", "2024-03-15"),
        fact("correction_received", "2024-03-25"),
        channel=Channel.INTERNET,
    )

    assert (found.due, found.conservative_due) == (date(2024, 4, 23), date(2024, 3, 29))


# --- reasons and fee, which the 2007 text does not know ------------------------------


def test_the_2007_law_restarts_nothing_for_reasons() -> None:
    found = reckoned(
        OLD,
        fact("reasons_requested", "2017-05-12"),
        fact("reasons_received", "2017-05-19"),
        practice=Practice(reasons_clock=ReasonsClock.RESTARTS),
    )

    assert found.due == OLD_DUE


@pytest.mark.parametrize("clock", FeeClock)
@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2017-05-10", OLD_DUE),  # a fee of cost, 条例(2007) 第二十七条
        # 2020-12-02..04 = 1..3, 07..11 = 4..8, 14..18 = 9..13, 21..25 = 14..18, 28, 29 = 19, 20.
        ("2020-12-01", date(2020, 12, 29)),
    ],
)
def test_a_fee_for_a_request_before_2021_moves_no_date(
    clock: FeeClock, received: str, due: date
) -> None:
    first = date.fromisoformat(received)
    facts = (
        fact("received", received),
        fact("fee_notified", (first + timedelta(days=2)).isoformat()),
    )
    paid = fact("fee_paid", (first + timedelta(days=9)).isoformat())
    practice = Practice(fee_clock=clock)

    waiting = reckoned(*facts, as_of="2021-03-01", practice=practice)

    assert (waiting.due, Flag.OVERDUE in waiting.flags) == (due, True)
    assert reckoned(*facts, paid, practice=practice).due == due


def test_a_second_fee_notice_hides_no_delay() -> None:
    # Vector E02: paid 2021-03-15, due 2021-04-13.
    facts = (
        fact("received", "2021-02-08"),
        fact("fee_notified", "2021-02-26"),
        fact("fee_paid", "2021-03-15"),
        fact("fee_notified", "2021-03-22"),
    )

    assert Flag.OVERDUE in reckoned(*facts, as_of="2021-04-14").flags


def test_a_fee_known_only_by_its_delivery_is_awaited_too() -> None:
    facts = (fact("received", "2021-02-08"), fact("fee_notice_delivered", "2021-03-01"))

    found = reckoned(*facts, as_of="2021-06-01")

    # 2021-02-09, 10 = 1, 2; 11..17 Spring Festival; 18, 19 = 3, 4; Sat 20* = 5; 22..26 = 6..10;
    # 03-01..05 = 11..15; 08..12 = 16..20.
    assert (found.due, found.flags) == (date(2021, 3, 12), (Flag.AWAITING_PAYMENT,))
    assert reply_is_paused(*facts, as_of="2021-03-02") is True


def test_a_payment_is_late_by_the_later_reading_only() -> None:
    # Delivered Fri 2024-09-06: with Sat 09-14 and Sun 09-29 twenty working days end Fri 10-11,
    # without them (and without Sat 10-12) Tue 10-15.
    case = a_case(
        None,
        fact("received", "2024-09-02"),
        fact("fee_notified", "2024-09-05"),
        fact("fee_notice_delivered", "2024-09-06"),
    )

    assert refused(case, "pay_fee", "2024-10-15") == {}
    assert refused(case, "pay_fee", "2024-10-16") == {"payment_late": "收费办法(2020) 第六条"}


# --- receipt ------------------------------


@pytest.mark.parametrize(
    ("channel", "move", "came"),
    [
        (Channel.POST_SIGNED, "sign_for", "submitted"),
        (Channel.POST_ORDINARY, "confirm", "arrived"),
        (Channel.INTERNET, "confirm", "submitted"),
        (Channel.INTERNET, "establish_receipt", "submitted"),
    ],
)
def test_nothing_is_received_before_it_came(channel: Channel, move: str, came: str) -> None:
    case = a_case(channel, fact(came, "2024-03-05"))

    assert refused(case, move, "2024-03-04") == {"before_last_move": ""}
    assert refused(case, move, "2024-03-05") == {}


def test_a_submission_that_is_the_receipt_cites_the_law_of_its_time() -> None:
    assert refused(Case(Channel.INTERNET), "record_submission", "2011-06-01") == {
        "submission_is_receipt": "指导案例26号"
    }
    assert refused(Case(Channel.IN_PERSON), "record_submission", "2024-03-05") == {
        "submission_is_receipt": "条例(2019) 第三十一条第（一）项"
    }


def test_a_request_confirmed_on_a_weekend_counts_from_it() -> None:
    # Confirmed Sat 2024-03-02: day 1 is Mon 03-04, day 20 Fri 03-29.
    found = reckoned(
        fact("submitted", "2024-03-01"), fact("confirmed", "2024-03-02"), channel=Channel.INTERNET
    )

    assert (found.counts_from, found.due) == (date(2024, 3, 2), date(2024, 3, 29))


def test_a_letter_on_its_way_over_the_revision_falls_under_the_new_law() -> None:
    found = reckoned(
        fact("arrived", "2019-05-14"),
        fact("confirmed", "2019-05-15"),
        channel=Channel.POST_ORDINARY,
    )

    assert (found.law, found.due) == (Law.OGI_2019, date(2019, 6, 13))  # vector A13


# --- facts of one day, and facts entered late ------------------------------


def test_everything_may_happen_on_the_day_of_receipt() -> None:
    found = reckoned(
        RECEIVED,
        fact("correction_requested", "2023-03-06"),
        fact("correction_received", "2023-03-06"),
        fact("third_party_consulted", "2023-03-06"),
        fact("third_party_answered", "2023-03-06"),
        fact("fee_notified", "2023-03-06"),
        fact("fee_paid", "2023-03-06"),
    )

    assert (found.due, found.suspended_workdays) == (date(2023, 4, 3), 0)


def test_a_reply_on_the_day_of_the_correction_ends_the_request() -> None:
    case = a_case(
        None,
        RECEIVED,
        fact("correction_requested", "2023-03-10"),
        fact("correction_received", "2023-03-21"),
        fact("reply_sent", "2023-03-21", outcome=Outcome.DISCLOSED),
    )

    assert (case.state, case.closed_on) == (State.ANSWERED, date(2023, 3, 21))


@given(received_lives(), st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_nothing_between_days(case: Case, random: object) -> None:
    by_day: dict[date, list[Event]] = {}
    for event in case.events:
        by_day.setdefault(event.on, []).append(event)
    days = list(by_day)
    random.shuffle(days)  # type: ignore[attr-defined]

    again = Case.of(case.channel, (event for day in days for event in by_day[day]))

    assert again.events == case.events


# --- the settings ------------------------------


def test_every_setting_has_its_note_in_order() -> None:
    assert [note.setting for note in NOTES] == [field.name for field in fields(Practice)]
    assert all(note.zh and note.en for note in NOTES)


def test_what_was_not_verified_is_marked_so() -> None:
    unverified = {note.setting for note in NOTES if note.confidence is Confidence.UNVERIFIED}

    assert unverified == {"revised_from", "correction_period", "fee_clock", "six_months_from"}
    assert not CIVIL_PROCEDURE.verified


PRACTICES = st.builds(
    Practice,
    exclusion=st.sampled_from(ExclusionReading),
    fee_clock=st.sampled_from(FeeClock),
    reasons_clock=st.sampled_from(ReasonsClock),
    correction_restarts_2007=st.booleans(),
)


@given(received_lives(), PRACTICES)
def test_under_every_practice_the_ledger_agrees_with_the_date(
    case: Case, practice: Practice
) -> None:
    found = reckon(Case(case.channel, case.events, practice), CALENDAR)

    entries = list(ledger_of(found, CALENDAR))

    suspended = sum(entry.why is Why.SUSPENDED for entry in entries)
    assert suspended == found.suspended_workdays
    assert entries[-1].day == found.due
    if not any(event.new_due for event in case.events):
        assert entries[-1].number == found.count


@given(received_lives(), PRACTICES, st.integers(0, 90))
def test_a_date_that_is_held_is_never_late(case: Case, practice: Practice, days: int) -> None:
    as_of = case.events[-1].on + timedelta(days=days)

    found = reckon(Case(case.channel, case.events, practice), CALENDAR, as_of)

    assert not (found.held and Flag.OVERDUE in found.flags)
    assert len(set(found.flags)) == len(found.flags)
