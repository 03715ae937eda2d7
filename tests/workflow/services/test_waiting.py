"""What waits for somebody in the office is told to whoever is to act, on its day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notifications.ports import Notice, Recipient
from states.deciding.draft import Draft, draft_of
from states.matters import DraftSubmitted, ItemReviewed
from states.steps import Role
from tests import replies
from tests.builders import (
    a_letter,
    a_member,
    a_move,
    a_publication,
    a_request,
    an_approval,
    by,
)
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.records.facts import RecordsCorrection
from workflow.services.records_corrections import log_records
from workflow.services.registers.publishing import enter_publication
from workflow.services.reminding import CONSOLE
from workflow.services.told import ToBeTold, to_be_told

CLERK, REVIEWER, HEAD = replies.CLERK, replies.REVIEWER, replies.HEAD
DAY = date(2025, 9, 15)  # Monday


@pytest.fixture(autouse=True)
def staffed(office: Office, clock: FixedClock) -> None:
    clock.instant = FixedClock.on(DAY).instant
    a_member(office, CLERK)
    a_member(office, REVIEWER, Role.REVIEWER)
    a_member(office, HEAD, Role.HEAD_OF_OFFICE)


def told(office: Office, on: date) -> dict[str, list[ToBeTold]]:
    with office.read() as view:
        found = to_be_told(view, office.name, on, office.calendar, CONSOLE)
    return {name: [*lines] for name, lines in found.items()}


def rules(office: Office, on: date, name: str) -> list[str]:
    return [line.rule for line in told(office, on).get(name, [])]


def submitted(office: Office, number: str) -> Draft:
    """Decide on an item, hand the draft in, and return it."""
    a_move(office, number, "decide_item", DAY, matter=replies.an_item())
    a_move(
        office, number, "submit_draft", DAY, matter=DraftSubmitted(draft_in(office, number).digest)
    )
    return draft_in(office, number)


def draft_in(office: Office, number: str) -> Draft:
    with office.read() as view:
        return draft_of(view.requests.case(number))


def test_a_draft_waits_for_its_reviewer_and_after_three_days_for_the_head(office: Office) -> None:
    number = a_request(office, submitted_on=DAY, officer=CLERK)
    submitted(office, number)

    assert rules(office, DAY, REVIEWER) == ["review"]
    # Three working days on: 16, 17, Thu 18.
    assert "review-3d-after" not in rules(office, date(2025, 9, 17), HEAD)
    assert "review-3d-after" in rules(office, date(2025, 9, 18), HEAD)


def test_a_reviewed_draft_waits_for_the_head_and_no_longer_for_the_reviewer(
    office: Office,
) -> None:
    number = a_request(office, submitted_on=DAY, officer=CLERK)
    (out,) = submitted(office, number).uncleared
    review = ItemReviewed("1", passed=True, basis="不涉及国家秘密", digest=out.digest)
    a_move(
        office,
        number,
        "review_item",
        DAY,
        actor=REVIEWER,
        role=Role.REVIEWER,
        matter=review,
        acknowledged=replies.AT_ONCE,
    )

    (approval,) = told(office, DAY)[HEAD]
    assert (approval.rule, approval.due_on) == ("approval", DAY)
    assert rules(office, DAY, REVIEWER) == []


@pytest.mark.parametrize("far", ["approved", "issued"])
def test_what_is_approved_waits_to_be_served_before_the_last_day(office: Office, far: str) -> None:
    number = a_request(office, submitted_on=DAY, officer=CLERK)
    (an_approval if far == "approved" else a_letter)(office, number, DAY)

    # Received Mon 09-15: 16..19 = 1..4, 22..26 = 5..9, Sun 28* = 10, 29, 30 = 12, 9, 10 Oct = 14,
    # Sat 11* = 15, 13..17 = 16..20: due Fri 2025-10-17; three before is Tue 10-14.
    assert "serve-3d" not in rules(office, date(2025, 10, 13), CLERK)
    assert "serve-3d" in rules(office, date(2025, 10, 14), CLERK)
    assert "serve-0d" in rules(office, date(2025, 10, 17), HEAD)


def test_an_answered_request_waits_for_nobody(office: Office) -> None:
    number = a_request(office, submitted_on=DAY, officer=CLERK)
    a_letter(office, number, DAY)
    a_move(office, number, "post_reply", DAY, matter=replies.PROOF)

    assert rules(office, date(2025, 10, 17), CLERK) == []


def test_a_correction_of_ones_own_records_has_reminders_of_its_own(office: Office) -> None:
    facts = RecordsCorrection(
        received_on=DAY,
        applicant="王五",
        record="户口登记地址",
        mistake="门牌号有误",
        evidence="户口本",
        case_officer=CLERK,
    )
    with office.work() as uow:
        log_records(facts, uow, actor=CLERK, role=Role.CLERK, at=office.clock.now())

    assert rules(office, date(2025, 10, 17), CLERK) == ["records-0d"]
    assert set(rules(office, date(2025, 10, 20), HEAD)) == {"records-overdue"}


def test_what_is_to_be_published_waits_for_its_review(office: Office) -> None:
    facts = replace(a_publication("预算公开说明"), published_on=None, formed_on=DAY, officer=CLERK)
    with office.work() as uow:
        enter_publication(facts, uow, by(office, CLERK))

    # Formed on Mon 09-15: 20 working days end on Fri 10-17; five before is Sat 10-11, worked.
    assert rules(office, date(2025, 10, 10), REVIEWER) == []
    assert rules(office, date(2025, 10, 11), REVIEWER) == ["secrecy-review"]


def test_the_missing_notice_of_next_year_is_told_each_week_from_november(office: Office) -> None:
    # 2026 is announced; of 2027 nobody has heard. 1 November 2026 is a Sunday.
    assert "next-calendar" not in rules(office, date(2026, 10, 30), HEAD)
    days = [date(2026, 11, 2) + timedelta(days=n) for n in range(14)]
    found = {
        line.key: line.due_on
        for day in days
        for line in told(office, day).get(HEAD, [])
        if line.rule == "next-calendar"
    }
    assert sorted(found.values()) == [date(2026, 11, 2), date(2026, 11, 9)]


def test_a_reminder_that_was_given_up_is_told_to_the_head(office: Office) -> None:
    notice = Notice("reply-1d", "甲1", DAY, Recipient(CLERK, "li@x.cn"), "email", "期限", "正文")
    with office.work() as uow:
        uow.outbox.add([notice])
        (item,) = uow.outbox.claim(office.clock.now(), limit=1, lease=timedelta(minutes=1))
        uow.outbox.failed(item, office.clock.now(), "smtp_550", retry=False)

    assert rules(office, DAY, HEAD) == ["failed-notice"]


def test_every_line_says_by_which_article_and_whether_it_comes_alone(office: Office) -> None:
    number = a_request(office, submitted_on=DAY, officer=CLERK)
    (line,) = told(office, date(2025, 10, 17))[CLERK]

    assert line.request_no == number
    assert line.basis == "《中华人民共和国政府信息公开条例》第三十三条第二款"
    assert line.singly
