"""Third parties: asked before anything is withheld for their sake, and heard before it goes out."""

from collections.abc import Mapping
from datetime import date

import pytest

from states.case import Case, Event, EventKind
from states.matters import DraftSubmitted, ReplyApproved, ReplyDated
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from states.statute.opinions import Opinion
from tests.replies import HEAD
from tests.states.deciding.drafts import DAY, Desk
from tests.states.lives import a_case, fact

D = Decision
Said = Mapping[str, object]


def approval(desk: Desk) -> ReplyApproved:
    return ReplyApproved(desk.draft.digest)


def letter(desk: Desk) -> ReplyDated:
    return ReplyDated("净公复〔2023〕1号", desk.draft.digest)


def consulted(**opinions: str) -> Case:
    """Return a request on which third parties were asked; a blank opinion has not come."""
    facts: list[Event] = [fact("received", "2023-03-06")]
    for ref, opinion in opinions.items():
        facts.append(fact("third_party_consulted", "2023-03-07", ref=ref))
        if opinion:
            answered = Event(
                EventKind.THIRD_PARTY_ANSWERED, date(2023, 3, 10), ref, opinion=Opinion(opinion)
            )
            facts.append(answered)
    return a_case(None, *facts)


def submitting(case: Case, *items: Said) -> dict[str, str]:
    desk = Desk(case)
    for place, said in enumerate(items, start=1):
        desk.decide(str(place), **said)  # type: ignore[arg-type]
    return desk.refused("submit_draft", DraftSubmitted(desk.draft.digest))


SECRET: dict[str, object] = {"decision": D.WITHHOLD, "ground": Ground.TRADE_SECRET}
SEVERED: dict[str, object] = {"decision": D.SEVER, "ground": Ground.PERSONAL_PRIVACY}
OPEN: dict[str, object] = {"decision": D.DISCLOSE}


@pytest.mark.parametrize("item", [SECRET, SEVERED])
def test_what_is_withheld_for_a_third_party_is_withheld_after_asking(
    item: Said,
) -> None:
    assert submitting(consulted(), item) == {"third_party_not_asked": "条例(2019) 第三十二条"}
    assert submitting(consulted(甲="disagree"), item) == {}
    assert submitting(consulted(甲=""), item) == {}


def test_what_is_withheld_on_another_ground_asks_nobody() -> None:
    assert submitting(consulted(), {"decision": D.WITHHOLD, "ground": Ground.DRAFT}) == {}


def test_a_third_party_that_could_not_be_asked_is_acknowledged() -> None:
    desk = Desk()
    desk.decide("1", D.WITHHOLD, ground=Ground.PERSONAL_PRIVACY)
    knowing = ("third_party_not_asked",)
    digest = DraftSubmitted(desk.draft.digest)
    assert desk.refused("submit_draft", digest, acknowledged=knowing) == {}
    desk.submit()
    assert set(desk.refused("approve_reply", approval(desk), HEAD)) == {"third_party_not_asked"}
    assert desk.refused("approve_reply", approval(desk), HEAD, acknowledged=knowing) == {}

    desk.case = desk.case.after(
        Event(EventKind.REPLY_APPROVED, DAY, acknowledged=knowing, matter=approval(desk), by=HEAD)
    )

    assert desk.refused("date_reply", letter(desk)) == {}


@pytest.mark.parametrize("item", [SECRET, SEVERED])
def test_what_a_third_party_agrees_to_is_not_withheld_for_their_sake(
    item: Said,
) -> None:
    assert submitting(consulted(甲="agree"), item) == {"third_party_agreed": "条例(2019) 第十五条"}
    assert submitting(consulted(甲="agree", 乙="partly"), item) == {}


@pytest.mark.parametrize(
    ("item", "opinion", "answered"),
    [
        (OPEN, "agree", True),
        (OPEN, "disagree", False),
        (OPEN, "partly", False),
        (SEVERED, "disagree", True),  # what concerns them is withheld
        (SEVERED, "partly", True),
        ({"decision": D.SEVER, "ground": Ground.DRAFT}, "disagree", False),
        ({"decision": D.SEVER, "ground": Ground.DRAFT}, "partly", True),
        ({"decision": D.ALREADY_PUBLIC}, "disagree", True),
    ],
)
def test_what_goes_out_against_an_objection_says_why(
    item: Said,
    opinion: str,
    answered: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    expected = {} if answered else {"objection_unanswered": "条例(2019) 第三十二条"}

    assert submitting(consulted(甲=opinion), item) == expected
    reasoned = {**item, "public_interest": "事关公共安全"}
    assert submitting(consulted(甲=opinion), reasoned) == {}


def test_under_the_2007_law_objections_rest_on_article_23() -> None:
    answer = Event(
        EventKind.THIRD_PARTY_ANSWERED, date(2017, 5, 12), "甲", opinion=Opinion.DISAGREE
    )
    case = a_case(
        None,
        fact("received", "2017-05-10"),
        fact("third_party_consulted", "2017-05-11", ref="甲"),
        answer,
    )
    desk = Desk(case, date(2017, 5, 15))
    desk.decide("1")

    found = desk.refused("submit_draft", DraftSubmitted(desk.draft.digest))

    assert found == {"objection_unanswered": "条例(2007) 第二十三条"}


def test_an_item_is_concerned_by_the_consultations_it_names() -> None:
    case = consulted(甲="disagree", 乙="agree")
    secret = SECRET | {"consulted": ("甲",)}

    assert submitting(case, secret, OPEN | {"consulted": ("乙",)}) == {}
    assert set(submitting(case, secret, OPEN | {"consulted": ("甲", "乙")})) == {
        "objection_unanswered"
    }


def test_an_item_that_names_none_is_concerned_by_those_no_other_names() -> None:
    case = consulted(甲="disagree")

    assert submitting(case, SECRET | {"consulted": ("甲",)}, OPEN) == {}
    assert set(submitting(case, SECRET, OPEN)) == {"objection_unanswered"}


def test_an_answer_of_which_nothing_is_known_objects_to_nothing() -> None:
    case = consulted(甲="").after(fact("third_party_answered", "2023-03-09", ref="甲"))

    assert submitting(case, OPEN) == {}


def test_an_opinion_that_comes_after_the_approval_is_heard_before_the_letter() -> None:
    desk = Desk(consulted(甲=""))
    desk.decide("1")
    desk.submit()
    desk.review("1")
    desk.approve()
    assert desk.refused("date_reply", letter(desk)) == {}
    answer = Event(
        EventKind.THIRD_PARTY_ANSWERED, date(2023, 3, 14), "甲", opinion=Opinion.DISAGREE
    )
    desk.case = desk.case.after(answer)

    assert desk.refused("date_reply", letter(desk), on=date(2023, 3, 15)) == {
        "objection_unanswered": "条例(2019) 第三十二条"
    }


def test_a_reply_waits_for_opinions_that_may_still_come() -> None:
    # Asked Tue 2023-03-07, undelivered: 15 working days end on Tue 2023-03-28.
    desk = Desk(consulted(甲=""), date(2023, 3, 28))
    desk.decide("1", D.WITHHOLD)
    desk.submit()

    waiting = desk.refused("approve_reply", approval(desk), HEAD)
    knowing = desk.refused("approve_reply", approval(desk), HEAD, acknowledged=("opinion_awaited",))
    over = desk.refused("approve_reply", approval(desk), HEAD, on=date(2023, 3, 29))

    assert waiting == {"opinion_awaited": "条例(2019) 第三十三条第三款"}
    assert (knowing, over) == ({}, {})


def test_another_organ_whose_time_nothing_ends_is_waited_for() -> None:
    asked = fact("agency_consulted", "2023-03-07", ref="县水利局", co_producer=False)
    desk = Desk(a_case(None, fact("received", "2023-03-06"), asked), date(2023, 6, 1))
    desk.decide("1", D.WITHHOLD)
    desk.submit()

    assert set(desk.refused("approve_reply", approval(desk), HEAD)) == {"opinion_awaited"}
