"""What stands of a draft: read off the facts, whatever was changed, sent back or annulled."""

from datetime import date

import pytest

from states.case import EventKind, State
from states.deciding.draft import Stage, draft_of
from states.matters import EarlierReplyCited, ItemReviewed, SearchRecorded
from states.statute.decisions import Decision
from states.statute.outcomes import Outcome
from tests.replies import CLERK, HEAD, REVIEWER, an_item
from tests.states.deciding.drafts import Desk, approved, issued
from tests.states.lives import a_case, fact

SEARCH = SearchRecorded("档案室", "航拍图", CLERK)


def refs(desk: Desk) -> list[str]:
    return [item.decided.item for item in desk.draft.items]


def outcome_on(desk: Desk) -> Outcome | None:
    return desk.draft.outcome


def test_a_reply_goes_through_its_stages_one_by_one() -> None:
    desk = Desk()
    stages = [desk.draft.stage]
    for step in (desk.decide, desk.submit, desk.review, desk.approve, desk.issue):
        step()
        stages.append(desk.draft.stage)
    desk.case = desk.case.after(fact("reply_posted", "2023-03-20", outcome=Outcome.DISCLOSED))
    stages.append(desk.draft.stage)

    assert stages == list(Stage)


def test_a_reply_that_gives_nothing_needs_no_review() -> None:
    desk = Desk()
    desk.decide(decision=Decision.WITHHOLD)
    desk.submit()

    assert desk.draft.stage is Stage.AWAITING_APPROVAL


def test_the_outcome_follows_from_the_items_on_the_list() -> None:
    desk = Desk()
    assert outcome_on(desk) is None
    desk.decide("1")
    assert outcome_on(desk) is Outcome.DISCLOSED
    desk.decide("2", Decision.WITHHOLD)
    assert outcome_on(desk) is Outcome.PARTLY_DISCLOSED
    desk.withdraw("1")

    assert outcome_on(desk) is Outcome.DELIBERATIVE


def test_items_stand_in_the_order_in_which_they_were_first_decided() -> None:
    desk = Desk()
    for item in ("2", "1", "3"):
        desk.decide(item)
    desk.decide("2", Decision.WITHHOLD)

    assert refs(desk) == ["2", "1", "3"]


def test_an_item_that_was_taken_off_comes_back_at_the_end_and_unreviewed() -> None:
    desk = Desk()
    desk.decide("1")
    desk.decide("2")
    desk.review("1")
    desk.withdraw("1")
    desk.decide("1")

    assert refs(desk) == ["2", "1"]
    assert desk.draft.items[1].reviewed is None


def test_taking_off_what_is_not_there_changes_nothing() -> None:
    desk = Desk()
    desk.decide()
    before = desk.draft
    desk.withdraw("9")

    assert desk.draft == before


def test_those_who_decided_what_stands_are_the_drafters() -> None:
    desk = Desk()
    desk.decide("1", by=CLERK)
    desk.decide("2", by=HEAD)
    assert desk.draft.drafters == {CLERK, HEAD}
    desk.decide("2", by=CLERK)

    assert desk.draft.drafters == {CLERK}


# --- what makes void, and what does not ------------------------------------------------------


def test_changing_an_item_voids_its_review_and_the_approval_and_nothing_else() -> None:
    desk = Desk()
    desk.decide("1")
    desk.decide("2")
    desk.submit()
    desk.review("1")
    desk.review("2")
    desk.approve()
    assert desk.draft.stage is Stage.APPROVED
    desk.decide("2", where="来人自取")

    one, two = desk.draft.items
    assert (one.is_cleared, two.is_cleared) == (True, False)
    assert (desk.draft.submitted, desk.draft.approval) == (None, None)
    assert desk.draft.uncleared == (two,)


def test_a_change_that_is_annulled_leaves_everything_as_it_was() -> None:
    desk = approved()
    before = desk.draft
    changed = desk.decide("1", where="来人自取")
    assert desk.draft.approval is None
    desk.annul(changed)

    assert desk.draft == before


def test_annulling_a_decision_brings_back_the_one_before_it_with_its_review() -> None:
    desk = Desk()
    desk.decide("1", Decision.DISCLOSE)
    desk.review("1")
    desk.decide("1", Decision.SEVER)
    severed = desk.case.events[-1]
    desk.review("1", passed=False)
    failed = desk.case.events[-1]
    desk.annul(severed)
    assert not desk.draft.items[0].is_cleared  # the last review was of another text
    desk.annul(failed)

    assert desk.draft.items[0].is_cleared


def test_deciding_the_same_by_another_hand_needs_another_review() -> None:
    desk = Desk()
    desk.decide("1", by=CLERK)
    desk.review("1", by="赵六")
    desk.decide("1", by="赵六")

    assert desk.draft.items[0].reviewed is None


def test_a_failed_review_stands_until_the_item_passes_or_changes() -> None:
    desk = Desk()
    desk.decide()
    desk.submit()
    desk.review(passed=False)
    assert (desk.draft.failed, desk.draft.stage) == (desk.draft.items, Stage.IN_REVIEW)
    desk.review(passed=True)
    assert (desk.draft.failed, desk.draft.stage) == ((), Stage.AWAITING_APPROVAL)
    desk.review(passed=False)
    desk.decide(where="来人自取")

    assert desk.draft.failed == ()


def test_a_review_that_fails_after_the_approval_takes_the_reply_back_into_review() -> None:
    desk = issued()
    desk.review(passed=False)

    assert desk.draft.approval is not None
    assert desk.draft.stage is Stage.IN_REVIEW


def test_a_review_of_what_is_not_on_the_list_counts_for_nothing() -> None:
    desk = Desk()
    desk.review("1")
    desk.decide("1")

    assert desk.draft.items[0].review is None


@pytest.mark.parametrize(
    ("kind", "matter"),
    [
        (EventKind.SEARCH_RECORDED, SEARCH),
        (EventKind.EARLIER_REPLY_CITED, EarlierReplyCited("净公复〔2022〕3号", date(2022, 5, 6))),
    ],
)
def test_new_evidence_is_another_draft_but_no_other_item(
    kind: EventKind, matter: SearchRecorded | EarlierReplyCited
) -> None:
    desk = approved()
    evidence = desk.add(kind, matter)

    assert (desk.draft.approval, desk.draft.submitted) == (None, None)
    assert desk.draft.items[0].is_cleared
    desk.annul(evidence)
    assert desk.draft.stage is Stage.APPROVED


def test_an_approval_is_of_the_request_as_it_reads() -> None:
    desk = approved()
    desk.case = desk.case.after(fact("correction_received", "2023-03-15"))

    assert desk.draft.approval is None
    assert desk.draft.items[0].is_cleared


def test_a_letter_is_of_the_draft_that_was_issued() -> None:
    desk = issued()
    desk.decide("2", Decision.WITHHOLD)
    desk.submit()
    desk.approve()

    assert desk.draft.letter is None
    assert desk.draft.stage is Stage.APPROVED


# --- sending back ------------------------------------------------------------------------------


def test_sending_back_reopens_the_items_it_names_and_nothing_else() -> None:
    desk = Desk()
    desk.decide("1")
    desk.decide("2")
    desk.submit()
    desk.review("1")
    desk.review("2")
    desk.approve()
    desk.issue()
    desk.send_back("2")

    one, two = desk.draft.items
    assert (one.reopened, one.is_cleared) == (False, True)
    assert (two.reopened, two.is_cleared) == (True, False)
    assert (desk.draft.submitted, desk.draft.approval, desk.draft.letter) == (None, None, None)
    assert (desk.draft.stage, desk.draft.reopened) == (Stage.DRAFTING, (two,))


def test_sending_back_without_naming_items_reopens_them_all() -> None:
    desk = Desk()
    desk.decide("1")
    desk.decide("2", Decision.WITHHOLD)
    desk.submit()
    desk.send_back()

    assert desk.draft.reopened == desk.draft.items


def test_what_was_sent_back_and_decided_as_before_is_reviewed_again() -> None:
    desk = approved()
    desk.send_back("1")
    desk.decide("1")

    assert (desk.draft.reopened, desk.draft.items[0].reviewed) == ((), None)
    assert desk.draft.approval is None


def test_sending_back_what_is_not_there_reopens_nothing() -> None:
    desk = approved()
    desk.send_back("9")

    assert desk.draft.reopened == ()
    assert desk.draft.items[0].is_cleared


def test_a_send_back_that_is_annulled_never_was() -> None:
    desk = issued()
    before = desk.draft
    back = desk.send_back()
    desk.annul(back)

    assert desk.draft == before


# --- what lies outside ---------------------------------------------------------------------------


def test_a_reply_served_before_the_program_was_used_has_nothing_decided() -> None:
    case = a_case(
        None,
        fact("received", "2023-03-06"),
        fact("reply_posted", "2023-03-20", outcome=Outcome.DISCLOSED),
    )

    draft = draft_of(case)

    assert (draft.stage, draft.items, case.state) == (Stage.SERVED, (), State.ANSWERED)


def test_a_withdrawn_request_was_not_served() -> None:
    desk = approved()
    desk.case = desk.case.after(fact("withdrawn", "2023-03-15"))

    assert desk.draft.stage is Stage.APPROVED


def test_a_fact_that_says_nothing_is_passed_over() -> None:
    case = a_case(None, fact("received", "2023-03-06"), fact("item_decided", "2023-03-13"))

    assert draft_of(case).stage is Stage.NOTHING


def test_a_draft_is_worked_out_once_for_each_case() -> None:
    desk = approved()

    assert desk.draft is desk.draft


def test_an_item_is_found_by_its_reference() -> None:
    desk = Desk()
    decided = desk.decide("甲")

    found = desk.draft.item("甲")

    assert found is not None
    assert (found.decided, found.by) == (decided.matter, CLERK)
    assert desk.draft.item("乙") is None


def test_a_review_names_who_made_it() -> None:
    desk = Desk()
    desk.put(an_item())
    event = desk.review()

    review = desk.draft.items[0].review
    assert (review, desk.draft.items[0].reviewed) == (event, event.matter)
    assert event.by == REVIEWER
    assert isinstance(event.matter, ItemReviewed)
