"""What a request waits for beside its reply, and from which day the office is to act on it."""

from datetime import date

import pytest

from states.calendar.workdays import built_in
from states.case import Case, Event
from states.clock.awaited import awaited
from states.clock.deadlines import ClockKey, Deadline
from states.statute.opinions import Opinion
from states.statute.outcomes import Outcome
from tests.states.lives import a_case, fact

CALENDAR = built_in()
RECEIVED = fact("received", "2023-03-06")  # Monday; due Mon 2023-04-03
# Asked on Wed 2023-03-08 to mend it within 5 working days: 9, 10, 13, 14, Wed 15.
UNCLEAR = (RECEIVED, fact("correction_requested", "2023-03-08", workdays=5))
# Vector C01: the letter delivered Wed 2023-05-17, its fifteenth working day Wed 06-07.
CONSULTED = (
    fact("received", "2023-05-08"),
    fact("third_party_consulted", "2023-05-15", ref="甲公司"),
    fact("third_party_letter_delivered", "2023-05-17", ref="甲公司"),
)
OBJECTING = (
    *CONSULTED,
    fact("third_party_answered", "2023-05-26", ref="甲公司", opinion=Opinion.DISAGREE),
)


def waits(case: Case, on: str) -> dict[ClockKey, Deadline]:
    return {found.key: found for found in awaited(case, CALENDAR, date.fromisoformat(on))}


def days(case: Case, on: str) -> dict[ClockKey, date]:
    return {key: found.due for key, found in waits(case, on).items()}


def test_nothing_waits_for_a_request_that_was_not_received_or_was_merged() -> None:
    asked = fact("reasons_requested", "2023-03-08")
    assert waits(a_case(None), "2023-03-31") == {}
    assert waits(a_case(None, RECEIVED, asked, fact("merged", "2023-03-09")), "2023-03-31") == {}


def test_from_the_day_after_its_period_an_uncorrected_request_may_lapse() -> None:
    case = a_case(None, *UNCLEAR)
    assert waits(case, "2023-03-15") == {}  # Wednesday, the last day
    found = waits(case, "2023-03-16")[ClockKey.LAPSE]
    assert found.due == date(2023, 3, 16)
    assert str(found.citation) == "条例(2019) 第三十条"


def test_the_office_is_told_of_silence_from_the_working_day_after_it() -> None:
    case = a_case(None, *CONSULTED)
    assert waits(case, "2023-06-07") == {}
    found = waits(case, "2023-06-08")[ClockKey.OPINION_SILENCE]
    assert (found.due, found.ref) == (date(2023, 6, 8), "甲公司")
    assert str(found.citation) == "条例(2019) 第三十二条"


def test_an_opinion_that_came_leaves_no_silence() -> None:
    assert ClockKey.OPINION_SILENCE not in waits(a_case(None, *OBJECTING), "2023-06-30")


def test_reasons_are_awaited_from_the_day_they_were_asked_for() -> None:
    asked = (RECEIVED, fact("reasons_requested", "2023-03-08"))
    assert days(a_case(None, *asked), "2023-03-20") == {ClockKey.REASONS: date(2023, 3, 8)}
    given = (*asked, fact("reasons_received", "2023-03-10"))
    assert waits(a_case(None, *given), "2023-03-20") == {}


EXTENSION = (RECEIVED, fact("extension_requested", "2023-03-20"))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (EXTENSION, {ClockKey.EXTENSION_DECISION: date(2023, 3, 20)}),
        ((*EXTENSION, fact("extension_refused", "2023-03-22")), {}),
        # Consented to, and to be told of before the period ends: Mon 2023-04-03.
        (
            (*EXTENSION, fact("extension_approved", "2023-03-22")),
            {ClockKey.EXTENSION_NOTICE: date(2023, 4, 3)},
        ),
        (
            (
                *EXTENSION,
                fact("extension_approved", "2023-03-22"),
                fact("extension_notified", "2023-03-23"),
            ),
            {},
        ),
        # Asked for once more after it was refused.
        (
            (
                *EXTENSION,
                fact("extension_refused", "2023-03-22"),
                fact("extension_requested", "2023-03-22"),
            ),
            {ClockKey.EXTENSION_DECISION: date(2023, 3, 22)},
        ),
    ],
)
def test_an_extension_waits_for_a_decision_and_then_to_be_told(
    facts: tuple[Event, ...], expected: dict[ClockKey, date]
) -> None:
    assert days(a_case(None, *facts), "2023-03-27") == expected


@pytest.mark.parametrize(
    ("outcome", "is_told"),
    [
        (Outcome.DISCLOSED, True),
        (Outcome.PARTLY_DISCLOSED, True),
        (Outcome.THIRD_PARTY_RIGHTS, False),
    ],
)
def test_who_objected_to_what_was_disclosed_is_told_from_the_next_working_day(
    outcome: Outcome, *, is_told: bool
) -> None:
    served = fact("reply_posted", "2023-06-02", outcome=outcome)  # Friday
    found = waits(a_case(None, *OBJECTING, served), "2023-06-05")
    assert {key: one.due for key, one in found.items()} == (
        {ClockKey.THIRD_PARTY_NOTICE: date(2023, 6, 5)} if is_told else {}
    )
    assert all(str(one.citation) == "条例(2019) 第三十二条" for one in found.values())


def test_of_a_closed_request_nothing_else_waits() -> None:
    case = a_case(None, *EXTENSION, fact("reply_posted", "2023-03-29", outcome=Outcome.DISCLOSED))
    assert waits(case, "2023-05-01") == {}
