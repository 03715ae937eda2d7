"""Reminders of the registers, of requests nobody attends to, and in the place of the absent."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from states.statute.outcomes import Outcome
from states.steps import Role
from tests.builders import a_member, a_reply, a_request, by
from tests.notifications.fakes_notifications import HandClock
from workflow.bootstrap import Installation, Office, open_installation
from workflow.records.facts import (
    OfficeProfile,
)
from workflow.records.mail import IncomingMail
from workflow.records.register_facts import (
    Lawsuit,
    Publication,
    Reconsideration,
)
from workflow.services.registers.books import LAWSUITS, RECONSIDERATIONS
from workflow.services.registers.entering import enter, put_right
from workflow.services.registers.mail_book import enter_incoming
from workflow.services.registers.publishing import enter_publication
from workflow.services.reminding import plan_reminders
from workflow.services.staffing import BeAbsent, be_absent, leave
from workflow.settings import Settings

OFFICER, DEPUTY, HEAD = "陈经办", "王代理", "林主任"
MONDAY = datetime(2025, 9, 15, 1, 0, tzinfo=UTC)  # 09:00 in Shanghai
TODAY = date(2025, 9, 15)


@pytest.fixture
def clock() -> HandClock:
    return HandClock(MONDAY)


@pytest.fixture
def installation(tmp_path: Path, clock: HandClock) -> Iterator[Installation]:
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'desk.db'}")
    with open_installation(settings, clock) as opened:
        yield opened


@pytest.fixture
def office(installation: Installation) -> Office:
    founded = installation.establish(OfficeProfile(name="净峰镇人民政府"), actor=HEAD)
    a_member(founded, OFFICER)
    a_member(founded, DEPUTY)
    a_member(founded, HEAD, Role.HEAD_OF_OFFICE)
    return founded


def told(office: Office, clock: HandClock, on: date) -> list[tuple[str, str, str]]:
    """Plan at nine on a day, and return what is new: the rule, of what, and to whom."""
    clock.at = datetime(on.year, on.month, on.day, 1, 0, tzinfo=UTC)
    with office.read() as view:
        before = {row.id for row in view.outbox.all()}
    with office.work() as uow:
        plan_reminders(
            uow, office.name, at=clock.now(), calendar=office.calendar, channel="console"
        )
    with office.read() as view:
        new = [row for row in view.outbox.all() if row.id not in before]
    return [(row.rule, row.request_number, row.recipient.partition(" ")[0]) for row in new]


def away(office: Office, name: str, deputy: str = "", until_on: date | None = None) -> None:
    command = BeAbsent(
        name=name, deputy=deputy, until_on=until_on, actor=HEAD, role=Role.HEAD_OF_OFFICE
    )
    with office.work() as uow:
        be_absent(command, uow, at=office.clock.now())


# --- disputes --------------------------------------------------------------------------------


# Received on Mon 2025-09-15: due Sun 09-28 (worked); three working days before is Wed 09-24
# (25 = 1, 26 = 2, 28 = 3), one before is Fri 09-26.
def test_a_reconsideration_is_told_as_its_ten_days_run_out(
    office: Office, clock: HandClock
) -> None:
    facts = Reconsideration(received_on=TODAY, officer=OFFICER)
    with office.work() as uow:
        enter(RECONSIDERATIONS, facts, uow, by(office, OFFICER))

    days = {
        day: [rule for rule, _, _ in told(office, clock, date(2025, 9, day))]
        for day in (23, 24, 25, 26, 28, 29)
    }

    assert days == {
        23: [],
        24: ["reconsideration-3d"] * 2,
        25: [],
        26: ["reconsideration-1d"] * 2,
        28: ["reconsideration-0d"] * 2,
        29: ["reconsideration-overdue"] * 2,
    }


def test_an_answered_reconsideration_is_silent(office: Office, clock: HandClock) -> None:
    facts = Reconsideration(received_on=TODAY, officer=OFFICER)
    with office.work() as uow:
        row_id = enter(RECONSIDERATIONS, facts, uow, by(office, OFFICER))
        put_right(
            RECONSIDERATIONS, row_id, {"answered_on": TODAY}, "答复", uow, by(office, OFFICER)
        )

    assert told(office, clock, date(2025, 9, 29)) == []


# Mon 2025-09-15 + 15 calendar days = Tue 2025-09-30; five working days before is Tue 09-23
# (24, 25, 26, 28, 29 … 30 = 6th), so Wed 09-24: 25, 26, 28, 29, 30.
def test_a_suit_is_told_five_working_days_before_its_fifteenth_day(
    office: Office, clock: HandClock
) -> None:
    facts = Lawsuit(received_on=TODAY, after_reconsideration=False, officer=OFFICER)
    with office.work() as uow:
        enter(LAWSUITS, facts, uow, by(office, OFFICER))

    assert told(office, clock, date(2025, 9, 23)) == []
    assert told(office, clock, date(2025, 9, 24)) == [
        ("lawsuit-5d", "诉讼1", OFFICER),
        ("lawsuit-5d", "诉讼1", HEAD),
    ]


# Served on Mon 2025-09-15: an appeal up to Tue 09-30.
def test_an_appeal_is_told_while_it_is_open_and_never_as_overdue(
    office: Office, clock: HandClock
) -> None:
    facts = Lawsuit(
        received_on=date(2025, 7, 1),
        after_reconsideration=False,
        officer=OFFICER,
        paper="judgment",
        served_on=TODAY,
    )
    with office.work() as uow:
        enter(LAWSUITS, facts, uow, by(office, OFFICER))

    assert [rule for rule, _, _ in told(office, clock, date(2025, 9, 29))] == ["appeal-1d"] * 2
    assert told(office, clock, date(2025, 10, 9)) == []


# --- publications ----------------------------------------------------------------------------


# Formed on Mon 2025-09-15: 16..19 = 1..4, 22..26 = 5..9, Sun 28 = 10, 29, 30 = 12, 10-09, 10 = 14,
# Sat 11 = 15, 13..17 = 16..20: due Fri 2025-10-17; five working days before is Sat 10-11.
def test_what_waits_to_be_published_is_told_to_its_officer_and_then_to_the_head(
    office: Office, clock: HandClock
) -> None:
    facts = Publication(title="2025年预算调整", formed_on=TODAY, officer=OFFICER)
    with office.work() as uow:
        enter_publication(facts, uow, by(office, OFFICER))

    assert told(office, clock, date(2025, 10, 10)) == []
    assert told(office, clock, date(2025, 10, 11)) == [
        ("publication-5d", "公开1", OFFICER),
        ("secrecy-review", "公开1", HEAD),  # there is no reviewer
    ]
    assert told(office, clock, date(2025, 10, 17)) == [
        ("publication-0d", "公开1", OFFICER),
        ("publication-0d", "公开1", HEAD),
    ]
    assert [rule for rule, _, _ in told(office, clock, date(2025, 10, 20))] == [
        "publication-overdue"
    ] * 2


# --- letters and refusals --------------------------------------------------------------------


def test_a_letter_that_nobody_entered_as_anything_is_told_the_next_working_day(
    office: Office, clock: HandClock
) -> None:
    mail = IncomingMail(year=0, serial=0, received_on=TODAY, sender="张三")
    with office.work() as uow:
        enter_incoming(mail, uow, by(office, OFFICER))

    assert told(office, clock, TODAY) == []
    assert told(office, clock, date(2025, 9, 16)) == [
        ("mail-not-entered", "收〔2025〕1号", name) for name in (OFFICER, DEPUTY, HEAD)
    ]
    assert told(office, clock, date(2025, 9, 17)) == []


def test_the_refusals_of_a_month_are_told_together_at_its_end(
    office: Office, clock: HandClock
) -> None:
    for content in ("会议纪要", "请示"):
        number = a_request(office, content=content, officer=OFFICER)
        a_reply(office, number, TODAY, Outcome.DELIBERATIVE)

    # The reviews are due on 2026-09-15; the last working day of that month is Wed 09-30.
    assert told(office, clock, date(2026, 9, 29)) == []
    assert told(office, clock, date(2026, 9, 30)) == [
        ("refusal-review-0d", "评估审查2026-09", HEAD)
    ]
    with office.read() as view:
        assert "2件" in view.outbox.all()[-1].subject


# --- nobody attends --------------------------------------------------------------------------


def rules_about(found: list[tuple[str, str, str]], rule: str) -> list[tuple[str, str]]:
    return [(number, who) for name, number, who in found if name == rule]


def test_an_unassigned_request_is_told_to_the_head_once(office: Office, clock: HandClock) -> None:
    number = a_request(office, submitted_on=TODAY)

    first = told(office, clock, TODAY)
    again = told(office, clock, date(2025, 9, 16))

    assert first == [("unattended", number, HEAD)]
    assert again == []


def test_the_requests_of_one_who_left_are_told_to_the_head(
    office: Office, clock: HandClock
) -> None:
    number = a_request(office, submitted_on=TODAY, officer=OFFICER)
    assert told(office, clock, TODAY) == []
    clock.at = MONDAY + timedelta(days=1)
    with office.work() as uow:
        leave(OFFICER, uow, actor=HEAD, at=clock.now())

    assert told(office, clock, date(2025, 9, 16)) == [("unattended", number, HEAD)]
    with office.read() as view:
        (row,) = view.outbox.all()
    assert row.due_on == date(2025, 9, 16)
    assert OFFICER in row.body


def test_the_requests_of_one_who_is_away_go_to_the_deputy(office: Office, clock: HandClock) -> None:
    a_request(office, submitted_on=date(2025, 9, 12), officer=OFFICER)  # due Thu 2025-10-16
    away(office, OFFICER, DEPUTY)

    assert told(office, clock, date(2025, 10, 10)) == [("reply-5d", "净公开申〔2025〕1号", DEPUTY)]


def test_what_has_no_deputy_is_told_to_the_head(office: Office, clock: HandClock) -> None:
    number = a_request(office, submitted_on=date(2025, 9, 12), officer=OFFICER)
    away(office, OFFICER)

    assert told(office, clock, TODAY) == [("unattended", number, HEAD)]
    assert told(office, clock, date(2025, 10, 10)) == [("reply-5d", number, HEAD)]


def test_the_head_who_is_away_is_stood_in_for(office: Office, clock: HandClock) -> None:
    number = a_request(office, submitted_on=TODAY)
    away(office, HEAD, DEPUTY)

    assert told(office, clock, TODAY) == [("unattended", number, DEPUTY)]


def test_a_request_that_is_alone_again_is_told_again(office: Office, clock: HandClock) -> None:
    number = a_request(office, submitted_on=date(2025, 9, 12), officer=OFFICER)
    away(office, OFFICER, until_on=date(2025, 9, 16))
    assert rules_about(told(office, clock, TODAY), "unattended") == [(number, HEAD)]
    assert rules_about(told(office, clock, date(2025, 9, 17)), "unattended") == []

    clock.at = MONDAY + timedelta(days=3)
    away(office, OFFICER)

    assert rules_about(told(office, clock, date(2025, 9, 18)), "unattended") == [(number, HEAD)]
