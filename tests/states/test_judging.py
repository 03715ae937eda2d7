"""Moves that ask, judge or tell: who may make them, on what, and that none moves a date."""

from datetime import date

import pytest

from states.calendar.workdays import built_in
from states.case import Case, Event
from states.chart.judging import JUDGING_MOVES
from states.chart.move import Move
from states.chart.rows import MOVES
from states.clock.answer import answer_due
from states.errors import MoveRefusedError
from states.guards.more_time import pending_extension
from states.machine import fire, offers
from states.matters import DraftSubmitted
from states.statute.decisions import Decision
from states.statute.opinions import Opinion
from states.steps import Role, Step
from tests.states.deciding.drafts import Desk
from tests.states.lives import FAR, a_case, fact

CALENDAR = built_in()

# Mon 2023-03-06: the twentieth working day is Mon 04-03.
RECEIVED = (fact("received", "2023-03-06"),)
REQUESTED = (*RECEIVED, fact("extension_requested", "2023-03-20", workdays=10))
APPROVED = (*REQUESTED, fact("extension_approved", "2023-03-21", workdays=10))
HEARD = (
    *RECEIVED,
    fact("reasons_requested", "2023-03-08"),
    fact("reasons_received", "2023-03-15"),
)
ASKED = (*RECEIVED, fact("third_party_consulted", "2023-03-08", ref="1"))


def codes(facts: tuple[Event, ...], move: str, on: str, **terms: object) -> dict[str, str]:
    """Return what is refused, with its article; the head of office tries."""
    step = Step(move, date.fromisoformat(on), FAR, Role.HEAD_OF_OFFICE, **terms)  # type: ignore[arg-type]
    try:
        fire(a_case(None, *facts), step, CALENDAR)
    except MoveRefusedError as error:
        return {found.code: str(found.citation or "") for found in error.refusals}
    return {}


def with_opinion(opinion: Opinion | None) -> tuple[Event, ...]:
    return (*ASKED, fact("third_party_answered", "2023-03-13", ref="1", opinion=opinion))


# --- extension ---------------------------------------------------------------------------


def test_an_extension_is_asked_for_with_its_length() -> None:
    assert codes(RECEIVED, "request_extension", "2023-03-20", workdays=10) == {}
    assert codes(RECEIVED, "request_extension", "2023-03-20") == {
        "extension_length": "条例(2019) 第三十三条第二款"
    }


def test_an_extension_that_waits_for_its_decision_is_not_asked_for_again() -> None:
    assert "extension_pending" in codes(REQUESTED, "request_extension", "2023-03-21", workdays=5)


def test_an_extension_may_be_asked_for_again_once_it_was_refused() -> None:
    refused = (*REQUESTED, fact("extension_refused", "2023-03-21"))

    assert codes(refused, "request_extension", "2023-03-22", workdays=5) == {}
    assert pending_extension(a_case(None, *refused)) is None


def test_an_extension_is_not_asked_for_after_the_period_unless_that_is_acknowledged() -> None:
    assert "after_answer_due" in codes(RECEIVED, "request_extension", "2023-04-04", workdays=5)


def test_only_the_head_of_office_refuses_an_extension() -> None:
    assert MOVES["refuse_extension"].roles == {Role.HEAD_OF_OFFICE}


def test_what_was_not_asked_for_cannot_be_refused() -> None:
    assert codes(RECEIVED, "refuse_extension", "2023-03-21") == {"extension_not_asked_for": ""}
    assert codes(APPROVED, "refuse_extension", "2023-03-22") == {"extension_not_asked_for": ""}
    assert codes(REQUESTED, "refuse_extension", "2023-03-17") == {"before_last_move": ""}
    assert codes(REQUESTED, "refuse_extension", "2023-03-21") == {}


def test_a_refusal_takes_back_an_earlier_consent() -> None:
    again = (
        *APPROVED,
        fact("extension_requested", "2023-03-22", workdays=20),
        fact("extension_refused", "2023-03-23"),
    )

    assert "extension_not_approved" in codes(again, "extend", "2023-03-24", workdays=10)


def test_an_extension_is_no_longer_than_was_approved() -> None:
    assert codes(APPROVED, "extend", "2023-03-22", workdays=10) == {}
    assert codes(APPROVED, "extend", "2023-03-22", workdays=11) == {
        "extension_beyond_approval": "条例(2019) 第三十三条第二款"
    }


def test_a_consent_may_leave_the_length_open_but_not_beyond_the_law() -> None:
    assert codes(REQUESTED, "approve_extension", "2023-03-21") == {}
    assert codes(REQUESTED, "approve_extension", "2023-03-21", workdays=21) == {
        "extension_length": "条例(2019) 第三十三条第二款"
    }
    left_open = (*RECEIVED, fact("extension_approved", "2023-03-21"))
    assert codes(left_open, "extend", "2023-03-22", workdays=20) == {}


# --- reasons for many requests -----------------------------------------------------------


@pytest.mark.parametrize("move", ["accept_reasons", "reject_reasons"])
def test_reasons_are_judged_once_they_were_given(move: str) -> None:
    assert codes(HEARD, move, "2023-03-16") == {}
    assert codes(RECEIVED, move, "2023-03-16") == {"reasons_not_given": "条例(2019) 第三十五条"}


@pytest.mark.parametrize("judged", ["reasons_accepted", "reasons_rejected"])
def test_reasons_are_not_judged_twice(judged: str) -> None:
    again = (*HEARD, fact(judged, "2023-03-16"))

    assert "reasons_judged_before" in codes(again, "accept_reasons", "2023-03-17")


def test_requests_with_rejected_reasons_get_no_later_date() -> None:
    rejected = (*HEARD, fact("reasons_rejected", "2023-03-16"))
    later = {"new_due": date(2023, 6, 30)}

    assert codes(rejected, "delay", "2023-03-17", **later) == {
        "reasons_rejected": "条例(2019) 第三十五条"
    }
    assert codes(HEARD, "delay", "2023-03-17", **later) == {}


def refused_as_too_many(*facts: Event) -> dict[str, str]:
    """Return why a draft that says so is not put forward."""
    desk = Desk(a_case(None, *facts), on=date(2023, 3, 20))
    desk.decide(decision=Decision.EXCESSIVE)
    return desk.refused("submit_draft", DraftSubmitted(desk.draft.digest))


@pytest.mark.parametrize(
    ("judged", "refusal"),
    [
        ((), {"reasons_not_judged": "条例(2019) 第三十五条"}),
        ((fact("reasons_accepted", "2023-03-16"),), {"reasons_accepted": "条例(2019) 第三十五条"}),
        ((fact("reasons_rejected", "2023-03-16"),), {}),
    ],
)
def test_too_many_requests_is_a_reply_only_once_the_reasons_were_found_wanting(
    judged: tuple[Event, ...], refusal: dict[str, str]
) -> None:
    assert refused_as_too_many(*HEARD, *judged) == refusal


def test_reasons_that_never_came_need_no_judgement() -> None:
    assert refused_as_too_many(*HEARD[:2]) == {}


# --- consultations -----------------------------------------------------------------------


@pytest.mark.parametrize("party", ["third_party", "agency"])
def test_a_letter_of_consultation_is_delivered_once(party: str) -> None:
    asked = (*RECEIVED, fact(f"{party}_consulted", "2023-03-08", ref="1"))
    delivered = (*asked, fact(f"{party}_letter_delivered", "2023-03-10", ref="1"))
    move = f"record_{party}_delivery"

    assert codes(asked, move, "2023-03-10", ref="1") == {}
    assert codes(delivered, move, "2023-03-09", ref="1") == {"consultation_delivered": ""}
    assert "consultation_unknown" in codes(asked, move, "2023-03-10", ref="2")


@pytest.mark.parametrize("opinion", [Opinion.PARTLY, Opinion.DISAGREE, None])
def test_a_third_party_that_did_not_agree_may_be_told_of_disclosure(
    opinion: Opinion | None,
) -> None:
    # An opinion without its sense may be one recorded before senses were.
    assert codes(with_opinion(opinion), "notify_third_party", "2023-03-20", ref="1") == {}


def test_who_agreed_or_has_not_answered_is_told_nothing() -> None:
    agreed = codes(with_opinion(Opinion.AGREE), "notify_third_party", "2023-03-20", ref="1")
    waiting = codes(ASKED, "notify_third_party", "2023-03-20", ref="1")

    assert set(agreed) == set(waiting) == {"nobody_objected", "third_party_did_not_object"}


def test_who_is_told_is_one_of_those_that_were_asked() -> None:
    both = (*with_opinion(Opinion.DISAGREE), fact("agency_consulted", "2023-03-08", ref="2"))

    assert codes(both, "notify_third_party", "2023-03-20", ref="2") == {"consultation_unknown": ""}


def test_a_third_party_is_told_once() -> None:
    told = (
        *with_opinion(Opinion.DISAGREE),
        fact("third_party_notified", "2023-03-20", ref="1"),
        fact("third_party_notified", "2023-03-20", ref="2"),
    )

    assert codes(told, "notify_third_party", "2023-03-21", ref="1") == {
        "third_party_told_before": ""
    }


def test_a_third_party_may_be_told_with_the_reply_or_after_it() -> None:
    replied = (*with_opinion(Opinion.DISAGREE), fact("reply_posted", "2023-03-20"))

    assert codes(replied, "notify_third_party", "2023-03-21", ref="1") == {}


def test_an_opinion_goes_into_the_fact_it_is_given_with() -> None:
    step = Step(
        "receive_third_party_opinion",
        date(2023, 3, 13),
        FAR,
        Role.CLERK,
        ref="1",
        opinion=Opinion.PARTLY,
    )

    assert fire(a_case(None, *ASKED), step, CALENDAR).opinion is Opinion.PARTLY


# --- all of them -------------------------------------------------------------------------


@pytest.mark.parametrize("move", JUDGING_MOVES, ids=lambda move: move.name)
def test_what_is_judged_or_told_moves_no_date(move: Move) -> None:
    before = a_case(
        None,
        *HEARD,
        fact("fee_notified", "2023-03-17"),
        fact("third_party_consulted", "2023-03-16", ref="1"),
    )

    after = before.after(fact(move.fact, "2023-03-22", ref="1", workdays=10))

    day = date(2023, 3, 31)
    assert answer_due(after, CALENDAR, day) == answer_due(before, CALENDAR, day)
    assert after.state is before.state


def test_the_page_greys_out_what_nobody_has_asked_for() -> None:
    case: Case = a_case(None, *RECEIVED)
    step = Step("", date(2023, 3, 20), FAR, Role.HEAD_OF_OFFICE)

    lawful = {offer.move.name: offer.is_lawful for offer in offers(case, step, CALENDAR)}

    assert not lawful["refuse_extension"]
    assert not lawful["notify_third_party"]
    assert not lawful["accept_reasons"]
    assert lawful["request_extension"]
    assert lawful["name_right_office"]
