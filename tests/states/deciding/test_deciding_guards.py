"""What may be decided on an item, and what it must say: each refusal with its article."""

from datetime import date

import pytest

from states.case import EventKind
from states.matters import (
    DraftSubmitted,
    EarlierReplyCited,
    ItemDecided,
    ItemWithdrawn,
    SearchRecorded,
)
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from states.steps import Role
from tests.replies import CLERK, HEAD, REVIEWER, an_item
from tests.states.deciding.drafts import DAY, OLD, Desk, approved
from tests.states.lives import a_case, fact

D = Decision


def deciding(decision: Decision, **said: object) -> dict[str, str]:
    return Desk().refused("decide_item", an_item(decision, **said))  # type: ignore[arg-type]


@pytest.mark.parametrize("decision", set(Decision) - {D.STILL_UNCLEAR, D.EXCESSIVE})
def test_every_decision_that_says_what_it_must_is_taken(decision: Decision) -> None:
    assert deciding(decision) == {}


@pytest.mark.parametrize("decision", [D.WITHHOLD, D.SEVER])
def test_what_is_withheld_has_its_ground(decision: Decision) -> None:
    article = {D.WITHHOLD: "条例(2019) 第三十六条第（三）项", D.SEVER: "条例(2019) 第三十七条"}

    assert deciding(decision, ground=None) == {"ground_missing": article[decision]}


def test_what_is_not_withheld_has_no_ground() -> None:
    assert deciding(D.NOT_HELD, ground=Ground.DRAFT) == {"ground_superfluous": ""}


def test_a_ground_is_one_of_the_law_that_governs_the_request() -> None:
    # 条例(2007) knows secrets, privacy and the securities; 过程稿 came with 第十六条 of 2019.
    desk = Desk(OLD, date(2017, 5, 15))

    found = desk.refused("decide_item", an_item(D.WITHHOLD, ground=Ground.DRAFT))
    known = desk.refused("decide_item", an_item(D.WITHHOLD, ground=Ground.STATE_SECRET))

    assert (found, known) == ({"ground_not_in_law": "条例(2019) 第十六条第二款"}, {})


def test_a_decision_is_one_of_the_law_that_governs_the_request() -> None:
    desk = Desk(OLD, date(2017, 5, 15))

    found = desk.refused("decide_item", an_item(D.CONFIRMATION_SOUGHT))

    assert found == {"decision_not_in_law": "条例(2007) 第二十一条"}


@pytest.mark.parametrize(
    ("decision", "article"),
    [
        (D.WITHHOLD, "条例(2019) 第三十六条第（三）项"),
        (D.SEVER, "条例(2019) 第三十七条"),
        (D.NOT_OURS, "条例(2019) 第三十六条第（五）项"),
        (D.NEEDS_CREATION, "条例(2019) 第三十八条"),
        (D.PETITION, "条例(2019) 第三十九条第一款"),
        (D.CONFIRMATION_SOUGHT, "条例(2019) 第三十六条"),  # no article of its own
    ],
)
def test_whatever_is_refused_has_its_reason(decision: Decision, article: str) -> None:
    assert deciding(decision, reason=" ") == {"reason_missing": article}


@pytest.mark.parametrize("decision", [D.DISCLOSE, D.ALREADY_PUBLIC, D.NOT_HELD, D.REPEATED])
def test_what_refuses_nothing_needs_no_reason(decision: Decision) -> None:
    assert deciding(decision, reason="") == {}


def test_severance_says_which_part_is_withheld() -> None:
    assert deciding(D.SEVER, part="") == {"part_missing": "条例(2019) 第三十七条"}


@pytest.mark.parametrize(
    ("decision", "article"),
    [
        (D.ALREADY_PUBLIC, "条例(2019) 第三十六条第（一）项"),
        (D.SPECIAL_QUERY, "条例(2019) 第三十六条第（七）项"),
        (D.PUBLISHED_MATTER, "条例(2019) 第三十九条第二款"),
    ],
)
def test_who_is_referred_elsewhere_is_told_where(decision: Decision, article: str) -> None:
    assert deciding(decision, where="") == {"where_missing": article}


def test_still_unclear_follows_only_upon_a_correction() -> None:
    corrected = a_case(
        None,
        fact("received", "2023-03-06"),
        fact("correction_requested", "2023-03-07"),
        fact("correction_received", "2023-03-10"),
    )

    assert deciding(D.STILL_UNCLEAR) == {"decision_needs_step": "条例(2019) 第三十条"}
    assert Desk(corrected).refused("decide_item", an_item(D.STILL_UNCLEAR)) == {}


def test_under_the_2007_law_a_notice_to_amend_needs_no_correction() -> None:
    # 条例(2007) 第二十一条第（四）项: unclear, told to amend: that is the reply.
    assert Desk(OLD, date(2017, 5, 15)).refused("decide_item", an_item(D.STILL_UNCLEAR)) == {}


def test_excess_is_found_only_after_reasons_were_asked_for() -> None:
    asked = a_case(None, fact("received", "2023-03-06"), fact("reasons_requested", "2023-03-08"))

    assert deciding(D.EXCESSIVE) == {"decision_needs_step": "条例(2019) 第三十五条"}
    assert Desk(asked).refused("decide_item", an_item(D.EXCESSIVE)) == {}


@pytest.mark.parametrize("said", [{"item": " "}, {"title": ""}])
def test_an_item_is_named(said: dict[str, str]) -> None:
    item = an_item(**{"item": "1", "title": "某文件"} | said)  # type: ignore[arg-type]

    assert Desk().refused("decide_item", item) == {"decision_unnamed": "条例(2019) 第三十六条"}


@pytest.mark.parametrize(
    ("move", "expected"),
    [
        ("decide_item", {"decision_unnamed"}),
        ("withdraw_item", {"item_unknown"}),
        ("record_search", {"search_undescribed"}),
        ("cite_earlier_reply", {"earlier_reply_unidentified"}),
        ("submit_draft", {"no_items", "draft_changed"}),
        (
            "review_item",
            {"not_submitted", "item_unknown", "review_basis_missing", "draft_changed"},
        ),
        (
            "send_back",
            {
                "nothing_to_send_back",
                "item_unknown",
                "send_back_reason_missing",
                "draft_changed",
            },
        ),
        ("approve_reply", {"no_items", "not_submitted", "draft_changed"}),
        ("date_reply", {"no_items", "not_approved", "letter_number_missing", "draft_changed"}),
    ],
)
def test_a_step_that_says_nothing_is_told_all_that_is_wanting(
    move: str, expected: set[str]
) -> None:
    roles = {"review_item": Role.REVIEWER, "approve_reply": Role.HEAD_OF_OFFICE}
    roles["send_back"] = Role.REVIEWER

    found = Desk().refused(move, None, role=roles.get(move, Role.CLERK))

    assert set(found) == expected


@pytest.mark.parametrize(
    "move",
    [
        "decide_item",
        "withdraw_item",
        "record_search",
        "cite_earlier_reply",
        "submit_draft",
        "review_item",
        "send_back",
        "approve_reply",
        "date_reply",
    ],
)
def test_nobody_takes_a_step_that_others_are_judged_by(move: str) -> None:
    assert "nobody_signs" in Desk().refused(move, None, actor=" ")


def test_an_item_names_consultations_that_were_sent() -> None:
    asked = a_case(
        None,
        fact("received", "2023-03-06"),
        fact("third_party_consulted", "2023-03-08", ref="甲"),
    )

    found = Desk(asked).refused("decide_item", an_item(consulted=("甲", "乙")))

    assert found == {"consultation_unknown": ""}
    assert Desk(asked).refused("decide_item", an_item(consulted=("甲",))) == {}


def test_nothing_is_decided_while_a_correction_is_awaited() -> None:
    asked = a_case(None, fact("received", "2023-03-06"), fact("correction_requested", "2023-03-10"))

    found = Desk(asked).refused("decide_item", an_item())

    assert found == {"correction_unsettled": "条例(2019) 第三十条"}


# --- evidence ------------------------------------------------------------------------------------


@pytest.mark.parametrize("wanting", ["where", "keywords", "searched_by"])
def test_a_search_says_where_by_which_words_and_who_searched(wanting: str) -> None:
    said = {"where": "档案室", "keywords": "航拍图", "searched_by": CLERK} | {wanting: " "}

    found = Desk().refused("record_search", SearchRecorded(**said))  # type: ignore[arg-type]

    assert found == {"search_undescribed": "条例(2019) 第三十六条第（四）项"}


def test_a_search_is_entered_when_it_is_needed_with_the_day_it_was_made() -> None:
    desk = approved()
    search = SearchRecorded("档案室", "航拍图", CLERK)

    assert desk.refused("record_search", search, on=date(2023, 3, 7)) == {}


def test_an_earlier_reply_has_its_number_and_is_earlier() -> None:
    desk = Desk()
    article = {"earlier_reply_unidentified": "条例(2019) 第三十六条第（六）项"}

    assert desk.refused("cite_earlier_reply", EarlierReplyCited("净1号", DAY)) == {}
    assert desk.refused("cite_earlier_reply", EarlierReplyCited(" ", DAY)) == article
    tomorrow = EarlierReplyCited("净1号", date(2023, 3, 14))
    assert desk.refused("cite_earlier_reply", tomorrow) == article


def test_under_the_2007_law_an_earlier_reply_rests_on_the_opinions_of_2008() -> None:
    desk = Desk(OLD, date(2017, 5, 15))

    found = desk.refused("cite_earlier_reply", EarlierReplyCited("", date(2017, 1, 3)))

    assert found == {"earlier_reply_unidentified": "施行意见(2008)"}


# --- order and persons ----------------------------------------------------------------------------


def test_a_step_of_the_draft_is_not_dated_before_the_last_one() -> None:
    desk = Desk(on=date(2023, 3, 15))
    desk.decide()

    assert desk.refused("decide_item", an_item(item="2"), on=date(2023, 3, 14)) == {
        "before_last_draft_step": ""
    }
    assert desk.refused("decide_item", an_item(item="2"), on=date(2023, 3, 15)) == {}


def test_nothing_is_drafted_before_receipt() -> None:
    assert Desk().refused("decide_item", an_item(), on=date(2023, 3, 5)) == {"before_receipt": ""}


@pytest.mark.parametrize(
    ("move", "may"),
    [
        ("decide_item", {Role.CLERK, Role.HEAD_OF_OFFICE}),
        ("withdraw_item", {Role.CLERK, Role.HEAD_OF_OFFICE}),
        ("record_search", {Role.CLERK, Role.HEAD_OF_OFFICE}),
        ("cite_earlier_reply", {Role.CLERK, Role.HEAD_OF_OFFICE}),
        ("submit_draft", {Role.CLERK, Role.HEAD_OF_OFFICE}),
        ("review_item", {Role.REVIEWER}),
        ("send_back", {Role.REVIEWER, Role.HEAD_OF_OFFICE}),
        ("approve_reply", {Role.HEAD_OF_OFFICE}),
        ("date_reply", {Role.CLERK, Role.HEAD_OF_OFFICE}),
    ],
)
def test_each_step_of_a_draft_has_its_roles(move: str, may: set[Role]) -> None:
    refused = {
        role for role in Role if "role_may_not" in Desk().refused(move, None, HEAD, role=role)
    }

    assert set(Role) - refused == may


def test_taking_an_item_off_needs_an_item() -> None:
    desk = Desk()
    desk.decide("1")

    assert desk.refused("withdraw_item", ItemWithdrawn("1")) == {}
    assert desk.refused("withdraw_item", ItemWithdrawn("2")) == {"item_unknown": ""}


def test_a_step_keeps_who_answers_for_it() -> None:
    desk = Desk()
    desk.decide("1", by=REVIEWER)

    assert [event.by for event in desk.case.events] == ["", REVIEWER]


def test_what_is_put_forward_is_what_was_seen() -> None:
    desk = Desk()
    desk.decide("1")

    assert desk.refused("submit_draft", DraftSubmitted("另一稿")) == {
        "draft_changed": "条例(2019) 第四十五条"
    }
    assert desk.refused("submit_draft", DraftSubmitted(desk.draft.digest)) == {}


def test_the_2007_law_has_no_article_on_auditing_replies() -> None:
    desk = Desk(OLD, date(2017, 5, 15))
    desk.decide("1")

    assert desk.refused("submit_draft", DraftSubmitted("另一稿")) == {"draft_changed": ""}


def test_the_same_draft_is_put_forward_once() -> None:
    desk = Desk()
    desk.decide("1")
    desk.submit()

    assert desk.refused("submit_draft", DraftSubmitted(desk.draft.digest)) == {
        "submitted_before": ""
    }
    desk.add(EventKind.ITEM_DECIDED, ItemDecided("1", "改了名称", D.DISCLOSE))
    assert desk.refused("submit_draft", DraftSubmitted(desk.draft.digest)) == {}
