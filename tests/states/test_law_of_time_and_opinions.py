"""Extensions and opinions under the law, line by line: what moves the date, and how far."""

from datetime import date

import pytest

from states.calendar.workdays import built_in
from states.case import Case, Event
from states.chart.rows import MOVES
from states.clock.answer import Flag
from states.clock.deadlines import ClockKey, running
from states.errors import MoveRefusedError
from states.machine import fire
from states.statute.practice import (
    Practice,
)
from states.statute.receipt import Channel
from states.statute.versions import Law
from states.steps import Role, Step
from tests.states.lives import FAR, a_case, fact, reckoned

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


# --- extension and later date ------------------------------


def test_a_period_extended_before_a_later_date_is_not_extended_after_it() -> None:
    found = reckoned(
        RECEIVED,
        fact("extension_notified", "2023-04-03", workdays=5),
        fact("delay_notified", "2023-04-11", new_due=date(2023, 6, 30)),
        fact("extension_notified", "2023-06-30", workdays=3),
    )

    assert (found.due, found.original_due) == (date(2023, 6, 30), date(2023, 4, 3))


def test_an_extension_while_the_clock_is_stopped_is_in_time_and_runs_from_the_moved_date() -> None:
    # Received Mon 2023-05-08: 05-09..12 = 1..4, 15..19 = 5..9, 22..26 = 10..14, 29..31 = 15..17.
    # Stopped (05-31, 06-12]; 06-13, 14, 15 = 18..20; five more: 16, 19, 20, 21, Sun 25*.
    found = reckoned(
        fact("received", "2023-05-08"),
        fact("agency_consulted", "2023-05-31", co_producer=False),
        fact("extension_notified", "2023-06-12", workdays=5),
    )

    assert (found.due, found.original_due) == (date(2023, 6, 25), date(2023, 6, 15))
    assert found.flags == (Flag.PAUSED, Flag.MAKEUP_DAY_DUE)


def test_an_extension_is_late_once_the_opinion_had_come_and_the_rest_had_run_out() -> None:
    # As above, answered Mon 06-05: 06-06, 07, 08 = 18..20.
    found = reckoned(
        fact("received", "2023-05-08"),
        fact("agency_consulted", "2023-05-31", co_producer=False),
        fact("agency_answered", "2023-06-05"),
        fact("extension_notified", "2023-06-12", workdays=5),
    )

    assert found.due == date(2023, 6, 8)
    assert found.flags == (Flag.EXTENSION_NOTICE_LATE, Flag.OVERDUE)


def test_the_head_of_office_consents_before_the_extension_is_notified() -> None:
    case = a_case(None, RECEIVED, fact("extension_approved", "2023-03-29"))

    assert refused(case, "extend", "2023-03-28", workdays=5) == {
        "extension_not_approved": "条例(2019) 第三十三条第二款"
    }
    assert refused(case, "extend", "2023-03-29", workdays=5) == {}


@pytest.mark.parametrize("kind", ["delay", "fee", "extension"])
def test_a_flag_stands_once_however_often_its_fact_occurs(kind: str) -> None:
    terms = {"new_due": date(2023, 6, 30)} if kind == "delay" else {}

    found = reckoned(
        RECEIVED,
        fact(f"{kind}_notified", "2023-04-04", **terms),
        fact(f"{kind}_notified", "2023-04-06", **terms),
    )

    assert found.flags.count(Flag(f"{kind}_notice_late")) == 1


def test_a_fee_notice_posted_late_is_late_once_though_its_delivery_is_known_too() -> None:
    found = reckoned(
        RECEIVED, fact("fee_notified", "2023-04-04"), fact("fee_notice_delivered", "2023-04-07")
    )

    assert found.flags.count(Flag.FEE_NOTICE_LATE) == 1


# --- consultations ------------------------------


def test_a_consultation_sent_on_the_due_date_comes_too_late_to_move_it() -> None:
    # The day of sending still counts, and it is the twentieth.
    found = reckoned(
        RECEIVED,
        fact("third_party_consulted", "2023-04-03"),
        fact("third_party_answered", "2023-04-14"),
    )

    assert (found.due, found.suspended_workdays) == (date(2023, 4, 3), 0)


def test_days_excluded_by_separate_consultations_add_up() -> None:
    # 03-09, 10 and 03-16 do not count: three days on from Mon 04-03: 04-04, 06, 07.
    found = reckoned(
        RECEIVED,
        fact("third_party_consulted", "2023-03-08", ref="a"),
        fact("third_party_answered", "2023-03-10", ref="a"),
        fact("agency_consulted", "2023-03-15", ref="b"),
        fact("agency_answered", "2023-03-16", ref="b"),
    )

    assert (found.due, found.suspended_workdays) == (date(2023, 4, 7), 3)


def test_an_opinion_after_its_statutory_end_moves_nothing_any_more() -> None:
    # Vector C02b: delivered 2023-05-17, fifteen working days end 06-07; due 06-29.
    found = reckoned(
        fact("received", "2023-05-08"),
        fact("third_party_consulted", "2023-05-15"),
        fact("third_party_letter_delivered", "2023-05-17"),
        fact("third_party_answered", "2023-06-20"),
    )

    assert (found.due, found.suspended_workdays) == (date(2023, 6, 29), 17)


def test_another_organ_that_made_nothing_stops_the_clock_for_as_long_as_it_takes() -> None:
    # Five days used through Mon 2023-05-15; answered Fri 07-14. 07-17..21 = 6..10,
    # 24..28 = 11..15, 07-31..08-04 = 16..20.
    found = reckoned(
        fact("received", "2023-05-08"),
        fact("agency_consulted", "2023-05-15", co_producer=False),
        fact("agency_answered", "2023-07-14"),
    )

    assert found.due == date(2023, 8, 4)


def test_a_co_producer_stops_it_for_fifteen_working_days_at_most() -> None:
    # Sent 2023-05-15, not known to be delivered: fifteen working days end Mon 06-05.
    # 06-06..09 = 6..9, 12..16 = 10..14, 19..21 = 15..17, Sun 25* = 18, 26, 27 = 19, 20.
    found = reckoned(
        fact("received", "2023-05-08"),
        fact("agency_consulted", "2023-05-15"),
        fact("agency_answered", "2023-07-14"),
    )

    assert found.due == date(2023, 6, 27)


def test_under_the_2007_law_a_third_party_stops_the_clock_without_a_cap() -> None:
    # Three days used through Mon 2017-05-15; answered Fri 07-14. 07-17..21 = 4..8,
    # 24..28 = 9..13, 31 = 14, Tue 08-01 = 15.
    found = reckoned(
        OLD,
        fact("third_party_consulted", "2017-05-15"),
        fact("third_party_answered", "2017-07-14"),
    )

    assert found.due == date(2017, 8, 1)


def test_a_restart_keeps_of_a_consultation_only_what_lies_after_it() -> None:
    # Corrected Wed 2023-05-24, opinion Wed 05-31: 25, 26, 29, 30, 31 do not count.
    # 06-01, 02 = 1, 2; 05..09 = 3..7; 12..16 = 8..12; 19..21 = 13..15; Sun 25* = 16;
    # 26..29 = 17..20.
    found = reckoned(
        fact("received", "2023-05-08"),
        fact("third_party_consulted", "2023-05-15"),
        fact("correction_requested", "2023-05-16"),
        fact("correction_received", "2023-05-24"),
        fact("third_party_answered", "2023-05-31"),
    )

    assert (found.due, found.suspended_workdays) == (date(2023, 6, 29), 5)


def test_a_consultation_begun_after_the_due_date_holds_no_reminder() -> None:
    late = (RECEIVED, fact("agency_consulted", "2023-04-06", co_producer=False))

    assert reply_is_paused(*late, as_of="2023-04-10") is False
    in_time = (RECEIVED, fact("agency_consulted", "2023-03-31", co_producer=False))
    assert reply_is_paused(*in_time, as_of="2023-04-10") is True


def test_the_2007_text_is_not_cited_for_consulting_other_organs() -> None:
    assert MOVES["consult_agency"].citation(Law.OGI_2007) is None
    assert str(MOVES["consult_agency"].citation(Law.OGI_2019)) == "条例(2019) 第三十四条"
