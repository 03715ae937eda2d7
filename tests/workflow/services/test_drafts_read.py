"""What a reply tells its readers: what is wanting, what comes next, what was late."""

from datetime import date

import pytest

from states.case import EventKind
from states.deciding.draft import Stage
from states.errors import MoveRefusedError
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from states.steps import Role, Step
from tests.builders import MONDAY, a_letter, a_reply, a_request, an_annulment
from tests.replies import CLERK, HEAD, REVIEWER
from tests.workflow.services.desks import DAY, LETTER, Desk
from workflow.bootstrap import Office
from workflow.services.casefile import case_file
from workflow.services.drafting.evidence import (
    RecordSearch,
    record_search,
)
from workflow.services.drafting.lateness import LateReply, late_replies
from workflow.services.drafting.reviewing import (
    SendBack,
    send_back,
)
from workflow.services.worklist import NextStep, worklist


@pytest.fixture
def desk(office: Office) -> Desk:
    return Desk(office)


def test_what_is_wanting_shrinks_as_the_reply_goes_on(desk: Desk) -> None:
    assert desk.wanting() == ["no_items"]
    desk.decide(Decision.NOT_HELD)
    assert desk.wanting() == ["search_missing", "not_submitted", "not_approved", "not_dated"]
    desk.do(record_search, RecordSearch(**desk.by(CLERK), where="档案室", keywords="航拍"))
    desk.decide(title="附图")
    desk.submit()
    assert desk.wanting() == ["not_reviewed", "not_approved", "not_dated"]
    desk.review("2")
    assert desk.wanting() == ["not_approved", "not_dated"]
    desk.approve()
    assert desk.wanting() == ["not_dated"]
    desk.issue()
    assert desk.wanting() == []


def test_the_next_step_goes_from_drafting_to_service(desk: Desk) -> None:
    steps = [desk.file().next_step]
    for step in (desk.decide, desk.submit, desk.review, desk.approve, desk.issue, desk.serve):
        step()
        steps.append(desk.file().next_step)

    assert steps == [
        NextStep.DECIDE,
        NextStep.SUBMIT,
        NextStep.REVIEW,
        NextStep.APPROVE,
        NextStep.ISSUE,
        NextStep.SERVE,
        None,
    ]


def test_what_failed_or_was_sent_back_is_to_be_revised(desk: Desk) -> None:
    desk.decide()
    desk.submit()
    desk.review(passed=False)
    assert desk.file().next_step is NextStep.REVISE
    desk.review(passed=True)
    desk.do(send_back, SendBack(**desk.by(HEAD), reason="请改写"))

    assert desk.file().next_step is NextStep.REVISE


def test_the_worklist_says_what_comes_next_and_how_far_it_has_come(office: Office) -> None:
    desk = Desk(office)
    desk.decide()
    desk.submit()

    with office.read() as view:
        (line,) = worklist(view, today=MONDAY, calendar=office.calendar)

    assert (line.stage, line.next_step) == (Stage.IN_REVIEW, NextStep.ASSIGN)


def test_a_draft_is_told_in_plain_values(desk: Desk) -> None:
    desk.decide()
    desk.decide(Decision.SEVER, ground=Ground.DRAFT, part="第三段", reason="尚在讨论")
    desk.submit()
    desk.review("1")

    plain = desk.file().as_plain()

    one, two = plain["items"]
    assert (plain["stage"], plain["next"]) == ("in_review", "review")
    assert plain["outcome"] == "partly_disclosed"
    assert plain["submitted"] == {"by": CLERK, "on": DAY}
    assert (plain["approved"], plain["issued"]) == (None, None)
    assert (one["decision"], one["by"], one["review"]) == (
        "disclose",
        CLERK,
        {"passed": True, "basis": "不涉密", "by": REVIEWER, "on": DAY},
    )
    assert (two["ground"], two["part"], two["needs_review"], two["review"]) == (
        "draft",
        "第三段",
        True,
        None,
    )
    assert plain["wanting"][0] == {
        "code": "not_reviewed",
        "facts": {"items": "2"},
        "waivable": False,
        "basis": "条例(2019) 第十七条",
    }


def test_the_file_of_a_request_holds_its_reply(desk: Desk) -> None:
    a_letter(desk.office, desk.number, DAY)

    with desk.office.read() as view:
        step = Step("", MONDAY, MONDAY, Role.CLERK, actor=CLERK)
        plain = case_file(view, desk.number, step, desk.office.calendar).as_plain()

    assert plain["draft"]["issued"] == {"number": LETTER, "by": CLERK, "on": DAY}


def test_nothing_is_wanting_of_a_request_whose_receipt_is_not_established(office: Office) -> None:
    desk = Desk(office)
    an_annulment(office, desk.number, 3)

    assert (desk.file().next_step, desk.wanting()) == (None, [])


# --- lateness ----------------------------------------------------------------------------------


def test_late_replies_are_listed_with_their_reasons(office: Office) -> None:
    # 2025-08-18 + 20 working days = Mon 2025-09-15; 2025-09-01 + 20 = Sun 2025-09-28 (worked).
    late = a_request(office, submitted_on=date(2025, 8, 18))
    prompt = a_request(office)
    a_reply(office, late, date(2025, 9, 16), late_reason="经办人更换，交接不清")
    a_reply(office, prompt, date(2025, 9, 16))

    with office.read() as view:
        found = list(late_replies(view, 2025))
        earlier = list(late_replies(view, 2024))

    assert found == [
        LateReply(late, date(2025, 9, 15), date(2025, 9, 16), "经办人更换，交接不清", "")
    ]
    assert earlier == []


# --- annulling -----------------------------------------------------------------------------------


def test_annulling_a_decision_under_a_served_reply_names_all_that_rested_on_it(
    desk: Desk,
) -> None:
    decided = desk.decide()
    desk.submit()
    desk.review()
    desk.approve()
    desk.issue()
    desk.serve()

    unfit = an_annulment(desk.office, desk.number, decided.seq)

    assert [misfit.kind for misfit in unfit] == [
        EventKind.DRAFT_SUBMITTED,
        EventKind.ITEM_REVIEWED,
        EventKind.REPLY_APPROVED,
        EventKind.REPLY_DATED,
        EventKind.REPLY_POSTED,
    ]


def test_annulling_an_earlier_version_of_an_item_disturbs_nothing(desk: Desk) -> None:
    first = desk.decide()
    desk.decide(item="1", where="来人自取")
    desk.submit()
    desk.review()
    desk.approve()

    assert an_annulment(desk.office, desk.number, first.seq) == ()


@pytest.mark.parametrize(
    ("step", "may"),
    [
        ("decide", {Role.CLERK, Role.HEAD_OF_OFFICE}),
        ("review", {Role.REVIEWER}),
        ("approve", {Role.HEAD_OF_OFFICE}),
    ],
)
def test_only_whose_step_it_is_may_annul_it(desk: Desk, step: str, may: set[Role]) -> None:
    seqs = {"decide": desk.decide().seq}
    desk.submit()
    seqs["review"] = desk.review().seq
    seqs["approve"] = desk.approve().seq

    refused = set()
    for role in set(Role) - may:
        with pytest.raises(MoveRefusedError):
            an_annulment(desk.office, desk.number, seqs[step], role=role)
        refused.add(role)
    an_annulment(desk.office, desk.number, seqs[step], role=min(may), key="k")
    an_annulment(desk.office, desk.number, seqs[step], role=min(may), key="k")

    assert refused == set(Role) - may
