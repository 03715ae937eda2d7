"""From the first decision to the served reply through the services."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from states.case import EventKind, State
from states.deciding.draft import Stage, draft_of
from states.errors import MoveRefusedError
from states.matters import EarlierReplyCited, SearchRecorded
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from states.statute.outcomes import Outcome
from tests.builders import a_letter
from tests.replies import CLERK, HEAD, REVIEWER
from tests.workflow.services.desks import DAY, LETTER, Desk
from workflow.bootstrap import Office
from workflow.records.chain import Entry
from workflow.records.errors import StaleRequestError
from workflow.services.drafting.deciding import (
    DecideItem,
    WithdrawItem,
    decide_item,
    withdraw_item,
)
from workflow.services.drafting.evidence import (
    CiteEarlierReply,
    RecordSearch,
    cite_earlier_reply,
    record_search,
)
from workflow.services.drafting.issuing import (
    ApproveReply,
    IssueReply,
    approve_reply,
    issue_reply,
)
from workflow.services.drafting.reviewing import (
    ReviewItem,
    SendBack,
    SubmitDraft,
    review_item,
    send_back,
    submit_draft,
)
from workflow.services.drafting.serving import (
    RecordDelivery,
    RecordFailedService,
    ServeReply,
    Way,
    record_delivery,
    record_failed_service,
    serve_reply,
)


@pytest.fixture
def desk(office: Office) -> Desk:
    return Desk(office)


def test_a_reply_is_lived_from_the_first_decision_to_its_service(desk: Desk) -> None:
    desk.decide()
    desk.decide(Decision.WITHHOLD, title="会议记录", ground=Ground.DRAFT, reason="尚在讨论")
    desk.submit()
    desk.review("1")
    desk.approve(remark="同意")
    desk.issue()

    entry = desk.serve(Way.IN_PERSON)

    with desk.office.read() as view:
        row, case = view.requests.find(desk.number), view.requests.case(desk.number)
    assert entry.kind == EventKind.REPLY_SIGNED_FOR
    assert (row.state, row.outcome, row.closed_on, row.on_time) == (
        State.ANSWERED,
        Outcome.PARTLY_DISCLOSED,
        DAY,
        True,
    )
    assert draft_of(case).stage is Stage.SERVED
    assert desk.office.verify().holds


@pytest.mark.parametrize(
    ("way", "kind"),
    [
        (Way.POST, EventKind.REPLY_POSTED),
        (Way.IN_PERSON, EventKind.REPLY_SIGNED_FOR),
        (Way.INTERNET, EventKind.REPLY_SENT),
        (Way.EMAIL, EventKind.REPLY_SENT),
    ],
)
def test_each_way_of_service_is_the_fact_whose_day_decides(
    desk: Desk, way: Way, kind: EventKind
) -> None:
    a_letter(desk.office, desk.number, DAY)

    assert desk.serve(way).kind == kind


def test_items_number_themselves_and_take_the_words_of_the_request(desk: Desk) -> None:
    desk.decide()
    desk.decide(title="附图")
    desk.decide(item="1", where="来人自取")

    items = [item.decided for item in desk.file().draft.items]

    assert [(item.item, item.title, item.where) for item in items] == [
        ("1", "某路征地补偿方案", "来人自取"),
        ("2", "附图", ""),
    ]


def test_an_item_that_is_changed_keeps_the_title_it_had(desk: Desk) -> None:
    desk.decide(title="附图")
    desk.decide(Decision.NOT_HELD, item="1")

    (item,) = desk.file().draft.items
    assert (item.decided.title, item.decided.decision) == ("附图", Decision.NOT_HELD)


def test_items_that_are_named_and_not_numbered_are_left_out_of_the_count(desk: Desk) -> None:
    desk.decide(item="甲")
    desk.decide()

    assert [item.decided.item for item in desk.file().draft.items] == ["甲", "1"]


def test_an_item_is_taken_off_the_list(desk: Desk) -> None:
    desk.decide()
    desk.do(withdraw_item, WithdrawItem(**desk.by(CLERK), item="1", reason="重复列入"))

    assert desk.file().draft.items == ()


def test_evidence_is_kept_as_it_was_given(desk: Desk) -> None:
    desk.do(
        record_search,
        RecordSearch(**desk.by(CLERK), where="档案室 ", keywords="航拍图", items=("1",)),
    )
    desk.do(
        cite_earlier_reply,
        CiteEarlierReply(**desk.by(CLERK), letter_number=" 净1号", replied_on=date(2024, 5, 6)),
    )

    draft = desk.file().draft

    assert draft.searches == (SearchRecorded("档案室", "航拍图", CLERK, items=("1",)),)
    assert draft.earlier_replies == (EarlierReplyCited("净1号", date(2024, 5, 6)),)


def test_what_was_seen_and_has_changed_is_not_signed_for(desk: Desk) -> None:
    desk.decide()
    seen = desk.file().draft.digest
    desk.decide(item="1", where="来人自取")

    with pytest.raises(MoveRefusedError) as caught:
        desk.submit(seen=seen)

    assert [refusal.code for refusal in caught.value.refusals] == ["draft_changed"]


def test_a_step_on_an_old_version_is_told_what_was_done_meanwhile(desk: Desk) -> None:
    desk.decide()
    with desk.office.read() as view:
        seen = view.requests.find(desk.number).version
    desk.decide(item="1", where="来人自取")
    desk.submit()

    with pytest.raises(StaleRequestError) as caught:
        desk.review(expected_version=seen)

    assert [(change.kind, change.actor) for change in caught.value.changes] == [
        ("item_decided", CLERK),
        ("draft_submitted", CLERK),
    ]


def _commands(desk: Desk) -> list[tuple[Callable[..., Entry], Any]]:
    """Every command of a reply's life, in order, each with a key of its own."""

    def keyed(key: str, who: str = CLERK) -> dict[str, Any]:
        return desk.by(who, idempotency_key=key)

    return [
        (decide_item, DecideItem(**keyed("1"), decision=Decision.DISCLOSE)),
        (decide_item, DecideItem(**keyed("2"), decision=Decision.NOT_HELD, title="航拍图")),
        (decide_item, DecideItem(**keyed("3"), decision=Decision.REPEATED, title="批复")),
        (decide_item, DecideItem(**keyed("4"), decision=Decision.DISCLOSE, title="附图")),
        (withdraw_item, WithdrawItem(**keyed("5"), item="4")),
        (record_search, RecordSearch(**keyed("6"), where="档案室", keywords="航拍")),
        (
            cite_earlier_reply,
            CiteEarlierReply(**keyed("7"), letter_number="净1号", replied_on=DAY),
        ),
        (submit_draft, SubmitDraft(**keyed("8"))),
        (send_back, SendBack(**keyed("9", HEAD), reason="请改写", items=("1",))),
        (decide_item, DecideItem(**keyed("10"), decision=Decision.DISCLOSE, item="1")),
        (submit_draft, SubmitDraft(**keyed("11"))),
        (review_item, ReviewItem(**keyed("12", REVIEWER), item="1", passed=True, basis="不涉密")),
        (approve_reply, ApproveReply(**keyed("13", HEAD))),
        (issue_reply, IssueReply(**keyed("14"), letter_number=LETTER)),
        (serve_reply, ServeReply(**keyed("15"), way=Way.POST, tracking="1151")),
        (record_delivery, RecordDelivery(**keyed("16"), signer="张三")),
    ]


def test_every_command_twice_in_a_row_acts_once(desk: Desk) -> None:
    for service, command in _commands(desk):
        first = desk.do(service, command)
        with desk.office.read() as view:
            version = view.requests.find(desk.number).version

        again = desk.do(service, command)

        with desk.office.read() as view:
            assert view.requests.find(desk.number).version == version
        assert again == first
    assert desk.file().draft.stage is Stage.SERVED


def test_a_failed_service_is_made_good_with_the_first_day_kept(desk: Desk) -> None:
    a_letter(desk.office, desk.number, DAY)
    desk.serve()
    failed = RecordFailedService(**desk.by(CLERK, on=date(2025, 9, 18)), reason="查无此人")
    desk.do(record_failed_service, failed)

    desk.do(
        serve_reply,
        ServeReply(**desk.by(CLERK, on=date(2025, 9, 19)), way=Way.IN_PERSON, signer="张三"),
    )

    with desk.office.read() as view:
        row = view.requests.find(desk.number)
    assert (row.closed_on, row.on_time) == (DAY, True)
