"""Service: of what was approved, reviewed and issued; with its proof; once, unless it failed."""

from dataclasses import replace
from datetime import date

import pytest

from states.calendar.workdays import built_in
from states.case import EventKind, State
from states.machine import fire
from states.matters import Carrier, ReplyDelivered, ReplyServed, ServiceFailed
from states.statute.decisions import Decision
from states.statute.outcomes import Outcome
from states.steps import Role, Step
from tests.replies import CLERK, PROOF
from tests.states.deciding.drafts import FAR, OLD, Desk, approved, issued

WAYS = ("post_reply", "hand_over_reply", "send_reply")
DUE = date(2023, 4, 3)  # Monday: 2023-03-06 + 20 working days (vector A01)
POSTED = date(2023, 3, 15)


def serve(desk: Desk, move: str = "post_reply", on: date = POSTED, **terms: object) -> Desk:
    """Serve through the chart."""
    step = Step(move, on, FAR, Role.CLERK, matter=PROOF, actor=CLERK, **terms)  # type: ignore[arg-type]
    desk.case = desk.case.after(fire(desk.case, step, built_in()))
    return desk


@pytest.mark.parametrize("move", WAYS)
def test_a_reply_is_served_when_it_is_approved_and_issued(move: str) -> None:
    assert issued().refused(move, PROOF) == {}


@pytest.mark.parametrize("move", WAYS)
def test_no_reply_is_served_without_approval_and_letter(move: str) -> None:
    assert set(Desk().refused(move, PROOF)) == {"no_items", "not_approved", "not_dated"}
    assert approved().refused(move, PROOF) == {"not_dated": "条例(2019) 第四十五条"}


@pytest.mark.parametrize("move", WAYS)
def test_a_change_after_the_letter_keeps_it_in_the_office(move: str) -> None:
    desk = issued()
    desk.decide("1", where="来人自取")

    assert set(desk.refused(move, PROOF)) == {"not_reviewed", "not_approved", "not_dated"}


def test_a_review_that_failed_since_keeps_the_letter_in_the_office() -> None:
    desk = issued()
    desk.review(passed=False)

    assert desk.refused("post_reply", PROOF) == {"not_reviewed": "条例(2019) 第十七条"}


def test_a_reply_is_not_served_before_its_letter() -> None:
    assert issued().refused("post_reply", PROOF, on=date(2023, 3, 10)) == {
        "before_last_draft_step": ""
    }


def test_the_outcome_is_not_typed_but_follows_from_the_items() -> None:
    desk = Desk()
    desk.decide("1")
    desk.decide("2", Decision.WITHHOLD)
    desk.submit()
    desk.review("1")
    desk.approve()
    desk.issue()

    found = desk.refused("post_reply", PROOF, outcome=Outcome.DISCLOSED)
    serve(desk)

    assert found == {"outcome_contradicts_items": "条例(2019) 第三十六条"}
    assert desk.case.outcome is Outcome.PARTLY_DISCLOSED


def test_an_outcome_that_is_named_rightly_is_let_pass() -> None:
    assert issued().refused("post_reply", PROOF, outcome=Outcome.DISCLOSED) == {}


# --- the proof, and lateness --------------------------------------------------------------


@pytest.mark.parametrize(
    ("move", "proof"),
    [("post_reply", "tracking"), ("hand_over_reply", "signer"), ("send_reply", "address")],
)
def test_service_is_proven_or_the_want_of_proof_acknowledged(move: str, proof: str) -> None:
    without = replace(PROOF, **{proof: " "})  # type: ignore[arg-type]
    desk = issued()

    assert desk.refused(move, without) == {"proof_missing": "送达解释(2016)"}
    assert desk.refused(move, None) == {"proof_missing": "送达解释(2016)"}
    assert desk.refused(move, without, acknowledged=("proof_missing",)) == {}


def test_a_private_courier_does_not_serve_a_reply() -> None:
    couriered = replace(PROOF, carrier=Carrier.COURIER)
    desk = issued()

    assert desk.refused("post_reply", couriered) == {"private_courier": "送达解释(2016)"}
    assert desk.refused("post_reply", couriered, acknowledged=("private_courier",)) == {}


def test_who_answers_late_says_why() -> None:
    desk = issued()
    late = date(2023, 4, 4)

    assert desk.refused("post_reply", PROOF, on=DUE) == {}
    assert desk.refused("post_reply", PROOF, on=late) == {
        "late_reason_missing": "条例(2019) 第三十三条第二款"
    }
    reasoned = replace(PROOF, late_reason="经办人更换")
    assert desk.refused("post_reply", reasoned, on=late) == {}


def test_under_the_2007_law_lateness_is_by_article_24() -> None:
    # Received Wed 2017-05-10, due Thu 2017-06-01 (15 working days).
    desk = Desk(OLD, date(2017, 5, 31))
    desk.decide()
    desk.submit()
    desk.review()
    desk.approve()
    desk.issue()

    assert desk.refused("post_reply", PROOF, on=date(2017, 6, 1)) == {}
    assert desk.refused("post_reply", PROOF, on=date(2017, 6, 2)) == {
        "late_reason_missing": "条例(2007) 第二十四条第二款"
    }


# --- what becomes of it -------------------------------------------------------------------


def test_a_reply_is_served_once() -> None:
    desk = serve(issued())

    assert desk.refused("send_reply", PROOF, on=POSTED) == {"served_before": "送达解释(2016)"}


def test_a_service_that_failed_is_made_good_and_the_first_day_decides() -> None:
    desk = serve(issued(), on=DUE)
    desk.on = date(2023, 4, 12)
    desk.add(EventKind.SERVICE_FAILED, ServiceFailed("查无此人，退回"))

    early = desk.refused("hand_over_reply", PROOF, on=date(2023, 4, 11))
    serve(desk, "hand_over_reply", date(2023, 4, 14))  # after the due day, and no reason is asked

    assert early == {"before_last_move": ""}
    assert (desk.case.closed_on, desk.case.outcome) == (DUE, Outcome.DISCLOSED)
    assert desk.case.state is State.ANSWERED


def test_an_annulled_service_opens_the_request_again() -> None:
    desk = serve(issued())
    desk.annul(desk.case.events[-1])

    assert desk.case.state is State.RECEIVED
    assert desk.refused("post_reply", PROOF) == {}


def test_a_posted_reply_is_delivered_once() -> None:
    desk = serve(issued())
    desk.on = date(2023, 3, 20)
    assert desk.refused("record_reply_delivery", ReplyDelivered("张三")) == {}
    desk.add(EventKind.REPLY_DELIVERED, ReplyDelivered("张三"))

    assert desk.refused("record_reply_delivery", ReplyDelivered("张三")) == {
        "nothing_in_the_post": "送达解释(2016)"
    }


def test_what_was_not_posted_is_not_delivered_by_post() -> None:
    desk = serve(issued(), "send_reply")

    assert set(desk.refused("record_reply_delivery", ReplyDelivered(), on=POSTED)) == {
        "nothing_in_the_post"
    }


@pytest.mark.parametrize(
    ("move", "may_fail"), [("post_reply", True), ("send_reply", True), ("hand_over_reply", False)]
)
def test_what_was_signed_for_did_not_fail(
    move: str,
    may_fail: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    desk = serve(issued(), move)

    found = desk.refused("record_failed_service", ServiceFailed("退回"), on=POSTED)

    assert found == ({} if may_fail else {"no_service_to_fail": "送达解释(2016)"})


def test_a_failure_says_why_and_is_recorded_once() -> None:
    desk = serve(issued())
    assert set(desk.refused("record_failed_service", ServiceFailed(" "), on=POSTED)) == {
        "failure_reason_missing"
    }
    desk.on = POSTED
    desk.add(EventKind.SERVICE_FAILED, ServiceFailed("退回"))

    assert set(desk.refused("record_failed_service", ServiceFailed("退回"))) == {
        "no_service_to_fail"
    }


def test_delivery_and_failure_are_not_dated_before_the_service() -> None:
    desk = serve(issued())
    day_before = date(2023, 3, 14)

    for move, matter in (
        ("record_reply_delivery", ReplyDelivered()),
        ("record_failed_service", ServiceFailed("退回")),
    ):
        assert desk.refused(move, matter, on=day_before) == {"before_last_move": ""}


def test_a_service_says_what_proves_it() -> None:
    desk = serve(issued())

    assert desk.case.events[-1].matter == PROOF
    assert isinstance(PROOF, ReplyServed)
