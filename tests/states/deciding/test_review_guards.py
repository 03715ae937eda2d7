"""Review, sending back, approval and issue: by whom, of what, and what stands against them."""

from datetime import date

import pytest

from states.case import EventKind
from states.matters import (
    DraftSentBack,
    DraftSubmitted,
    EarlierReplyCited,
    ItemReviewed,
    ReplyApproved,
    ReplyDated,
    SearchRecorded,
)
from states.statute.decisions import Decision
from states.steps import Role
from tests.replies import CLERK, HEAD, REVIEWER
from tests.states.deciding.drafts import DAY, OLD, Desk, approved, issued
from tests.states.lives import a_case, fact

D = Decision
NEVER_MIND = "从未说过的一稿"


def submitted(*decisions: Decision, by: str = CLERK) -> Desk:
    desk = Desk()
    for place, decision in enumerate(decisions or (D.DISCLOSE,), start=1):
        desk.decide(str(place), decision, by=by)
    desk.submit()
    return desk


def review(desk: Desk, item: str = "1", basis: str = "不涉密") -> ItemReviewed:
    found = desk.draft.item(item)
    return ItemReviewed(item, True, basis, "" if found is None else found.digest)  # noqa: FBT003


def approval(desk: Desk) -> ReplyApproved:
    return ReplyApproved(desk.draft.digest)


def letter(desk: Desk, number: str = "净公复〔2023〕1号") -> ReplyDated:
    return ReplyDated(number, desk.draft.digest)


# --- review -------------------------------------------------------------------------------


def test_an_item_is_reviewed_once_the_draft_is_put_forward() -> None:
    desk = Desk()
    desk.decide()
    assert desk.refused("review_item", review(desk), REVIEWER) == {
        "not_submitted": "条例(2019) 第四十五条"
    }
    desk.submit()

    assert desk.refused("review_item", review(desk), REVIEWER) == {}


def test_nobody_reviews_what_they_decided() -> None:
    desk = submitted(by=REVIEWER)

    found = desk.refused("review_item", review(desk), REVIEWER)

    assert found == {"reviewer_is_drafter": "条例(2019) 第十七条"}
    assert desk.refused("review_item", review(desk), "赵六", role=Role.REVIEWER) == {}


def test_whoever_decided_one_item_may_review_another() -> None:
    desk = Desk()
    desk.decide("1", by=CLERK)
    desk.decide("2", by=REVIEWER)
    desk.submit()

    assert desk.refused("review_item", review(desk, "1"), REVIEWER) == {}
    assert "reviewer_is_drafter" in desk.refused("review_item", review(desk, "2"), REVIEWER)


def test_a_review_names_its_basis() -> None:
    desk = submitted()

    found = desk.refused("review_item", review(desk, basis=" "), REVIEWER)

    assert found == {"review_basis_missing": "条例(2019) 第十七条"}


def test_a_review_is_of_the_item_that_was_seen() -> None:
    desk = submitted()
    seen = review(desk)
    desk.decide("1", where="来人自取")
    desk.submit()

    assert set(desk.refused("review_item", seen, REVIEWER)) == {"draft_changed"}


def test_a_review_is_of_an_item_on_the_list() -> None:
    desk = submitted()

    assert set(desk.refused("review_item", review(desk, "9"), REVIEWER)) == {
        "item_unknown",
        "draft_changed",
    }


def test_what_is_withheld_may_be_reviewed_too() -> None:
    desk = submitted(D.WITHHOLD)

    assert desk.refused("review_item", review(desk), REVIEWER) == {}


def test_under_the_2007_law_a_review_rests_on_article_14() -> None:
    desk = Desk(OLD, date(2017, 5, 15))
    desk.decide()
    desk.submit()

    found = desk.refused("review_item", review(desk, basis=""), REVIEWER)

    assert found == {"review_basis_missing": "条例(2007) 第十四条第二款"}


# --- sending back -------------------------------------------------------------------------


def test_only_what_was_put_forward_is_sent_back() -> None:
    desk = Desk()
    desk.decide()
    back = DraftSentBack("请改写", desk.draft.digest)
    assert desk.refused("send_back", back, HEAD) == {"nothing_to_send_back": ""}
    desk.submit()
    assert desk.refused("send_back", back, HEAD) == {}

    assert approved().refused("send_back", back, REVIEWER) == {}


def test_sending_back_says_why_and_names_what_is_there() -> None:
    desk = submitted()
    digest = desk.draft.digest

    silent = desk.refused("send_back", DraftSentBack(" ", digest), HEAD)
    elsewhere = desk.refused("send_back", DraftSentBack("请改写", digest, ("1", "9")), HEAD)

    assert silent == {"send_back_reason_missing": ""}
    assert elsewhere == {"item_unknown": ""}


def test_what_was_sent_back_is_decided_again_before_it_goes_on() -> None:
    desk = submitted()
    desk.send_back("1")

    found = desk.refused("submit_draft", DraftSubmitted(desk.draft.digest))

    assert found == {"items_reopened": "条例(2019) 第四十五条"}
    desk.decide("1")
    assert desk.refused("submit_draft", DraftSubmitted(desk.draft.digest)) == {}


# --- approval -----------------------------------------------------------------------------


def test_a_reply_is_approved_when_everything_that_goes_out_was_reviewed() -> None:
    desk = submitted(D.DISCLOSE, D.SEVER, D.WITHHOLD)
    desk.review("1")
    assert desk.refused("approve_reply", approval(desk), HEAD) == {
        "not_reviewed": "条例(2019) 第十七条"
    }
    desk.review("2", passed=False)
    assert "not_reviewed" in desk.refused("approve_reply", approval(desk), HEAD)
    desk.review("2")

    assert desk.refused("approve_reply", approval(desk), HEAD) == {}


def test_nobody_approves_a_reply_of_which_they_decided_an_item() -> None:
    desk = Desk()
    desk.decide("1", D.WITHHOLD, by=CLERK)
    desk.decide("2", D.WITHHOLD, by=HEAD)
    desk.submit()

    found = desk.refused("approve_reply", approval(desk), HEAD)

    assert found == {"approver_is_drafter": "条例(2019) 第四十五条"}
    desk.decide("2", D.WITHHOLD, by=CLERK)
    desk.submit()
    assert desk.refused("approve_reply", approval(desk), HEAD) == {}


def test_an_approval_is_of_what_was_put_forward_and_seen() -> None:
    desk = submitted(D.WITHHOLD)
    seen = approval(desk)
    desk.decide("1", D.WITHHOLD, reason="另有理由")

    assert set(desk.refused("approve_reply", seen, HEAD)) == {"not_submitted", "draft_changed"}


def test_the_same_reply_is_approved_once() -> None:
    desk = approved()

    assert desk.refused("approve_reply", approval(desk), HEAD) == {"approved_before": ""}


@pytest.mark.parametrize(
    ("decision", "code", "article"),
    [
        (D.NOT_HELD, "search_missing", "条例(2019) 第三十六条第（四）项"),
        (D.REPEATED, "earlier_reply_missing", "条例(2019) 第三十六条第（六）项"),
    ],
)
def test_some_decisions_need_their_evidence_before_they_go_on(
    decision: Decision, code: str, article: str
) -> None:
    desk = submitted(decision)

    assert desk.refused("approve_reply", approval(desk), HEAD) == {code: article}
    assert desk.refused("submit_draft", DraftSubmitted(desk.draft.digest))[code] == article


@pytest.mark.parametrize(
    ("items", "found", "enough"),
    [
        ((), False, True),
        (("1",), False, True),
        (("2",), False, False),  # somebody looked for another item
        ((), True, False),  # somebody looked, and found it
    ],
)
def test_a_search_must_be_for_the_item_and_have_found_nothing(
    items: tuple[str, ...],
    found: bool,  # noqa: FBT001 -- a column of the table
    enough: bool,  # noqa: FBT001 -- likewise
) -> None:
    desk = Desk()
    desk.decide("1", D.NOT_HELD)
    search = SearchRecorded("档案室", "航拍图", CLERK, found=found, items=items)
    desk.add(EventKind.SEARCH_RECORDED, search)

    refused = desk.refused("submit_draft", DraftSubmitted(desk.draft.digest))

    assert (refused == {}) is enough


@pytest.mark.parametrize(("items", "enough"), [((), True), (("1",), True), (("2",), False)])
def test_an_earlier_reply_must_be_to_the_item(
    items: tuple[str, ...],
    enough: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    desk = Desk()
    desk.decide("1", D.REPEATED)
    desk.add(EventKind.EARLIER_REPLY_CITED, EarlierReplyCited("净1号", DAY, items))

    refused = desk.refused("submit_draft", DraftSubmitted(desk.draft.digest))

    assert (refused == {}) is enough


def test_a_decision_whose_step_was_annulled_does_not_go_on() -> None:
    corrected = (
        fact("correction_requested", "2023-03-07"),
        fact("correction_received", "2023-03-10"),
    )
    desk = Desk(a_case(None, fact("received", "2023-03-06"), *corrected))
    desk.decide("1", D.STILL_UNCLEAR)
    for event in corrected:
        desk.annul(event)

    found = desk.refused("submit_draft", DraftSubmitted(desk.draft.digest))

    assert found == {"decision_needs_step": "条例(2019) 第三十条"}


# --- the letter ---------------------------------------------------------------------------


def test_a_letter_is_issued_of_an_approved_reply_under_its_number() -> None:
    desk = submitted(D.WITHHOLD)
    assert desk.refused("date_reply", letter(desk)) == {"not_approved": "条例(2019) 第四十五条"}
    desk.approve()

    assert desk.refused("date_reply", letter(desk, " ")) == {"letter_number_missing": ""}
    assert set(desk.refused("date_reply", ReplyDated("净1号", NEVER_MIND))) == {"draft_changed"}
    assert desk.refused("date_reply", letter(desk)) == {}


def test_an_approved_reply_is_issued_once() -> None:
    desk = issued()

    assert desk.refused("date_reply", letter(desk)) == {"dated_before": ""}


def test_a_letter_is_not_issued_of_an_item_that_failed_since() -> None:
    desk = approved()
    desk.review(passed=False)

    assert desk.refused("date_reply", letter(desk)) == {"not_reviewed": "条例(2019) 第十七条"}
