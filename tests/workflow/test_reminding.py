"""Reminders from the records of an office to a real mailbox."""

import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from notifications.channels.email import EmailChannel, Security, SmtpServer
from notifications.channels.registry import by_name
from notifications.dispatch import drain
from notifications.ports import Recipient
from notifications.scheduler import run_forever
from states.statute.receipt import Channel
from states.steps import Role
from tests import databases
from tests.notifications.fakes_notifications import HandClock
from tests.notifications.post import HOST, PostOffice, open_post
from workflow.bootstrap import Installation, Office, open_installation
from workflow.records.facts import OfficeProfile, StaffMember
from workflow.services.intake import LogRequest, log_request
from workflow.services.moves import MakeMove, make_move
from workflow.services.reminding import CONSOLE, Planned, plan_reminders
from workflow.settings import Settings

OFFICER, HEAD = "陈经办", "林主任"
OFFICER_MAIL, HEAD_MAIL = "chen@office.example", "lin@office.example"

# Received on Friday 12 September 2025; the 20 working days from Monday the 15th are 15-19 (5),
# 22-26 (10), Sunday 28 worked (11), 29, 30 (13), 9, 10 October (15), Saturday 11 worked (16),
# 13, 14, 15 (19), and Thursday 16 October (国办发明电〔2024〕12号).
FIVE_LEFT = datetime(2025, 10, 10, 1, 0, tzinfo=UTC)  # Friday, 09:00 in Shanghai
LAST_DAY = datetime(2025, 10, 16, 1, 0, tzinfo=UTC)  # Thursday
RECEIVED_AT = datetime(2025, 9, 12, 1, 0, tzinfo=UTC)  # Friday


@pytest.fixture
def clock() -> HandClock:
    return HandClock(RECEIVED_AT)


@pytest.fixture
def installation(tmp_path: Path, clock: HandClock) -> Iterator[Installation]:
    settings = Settings(data_dir=tmp_path, database_url=databases.one())
    with open_installation(settings, clock) as opened:
        yield opened


@pytest.fixture
def office(installation: Installation, clock: HandClock) -> Office:
    """Return an office with a head, a clerk who left, and one request of the officer's."""
    founded = installation.establish(OfficeProfile(name="净峰镇人民政府"), actor=HEAD)
    staff = [
        StaffMember(name=OFFICER, email=OFFICER_MAIL),
        StaffMember(name=HEAD, role=Role.HEAD_OF_OFFICE.value, email=HEAD_MAIL),
        StaffMember(name="前任", email="gone@office.example", active=False),
    ]
    with founded.work() as uow:
        uow.staff.add_many(staff, actor=HEAD, at=clock.now())
    log(founded, "净公开申〔2025〕3号", case_officer=OFFICER)
    return founded


def log(office: Office, number: str, *, case_officer: str) -> None:
    """Log a request that was handed in on the day of receipt."""
    command = LogRequest(
        channel=Channel.IN_PERSON,
        applicant="王某",
        content="征地补偿方案",
        actor=OFFICER,
        role=Role.CLERK,
        number=number,
        case_officer=case_officer,
    )
    with office.work() as uow:
        log_request(command, uow, at=office.clock.now(), calendar=office.calendar)


def planned(office: Office, *, channel: str = "email") -> Planned:
    """Plan the reminders of an office as of now."""
    with office.work() as uow:
        return plan_reminders(
            uow, office.name, at=office.clock.now(), calendar=office.calendar, channel=channel
        )


def outbox(office: Office) -> list[tuple[str, str, str]]:
    """Return whom the outbox tells by which rule, and how far it got."""
    with office.read() as view:
        return [(row.rule, row.recipient, row.status) for row in view.outbox.all()]


def a_mailer(post: PostOffice, clock: HandClock) -> EmailChannel:
    """Return a channel to the server of the test."""
    sender = Recipient("", "gongkai@jingfeng.example")
    server = SmtpServer(HOST, sender, port=post.port, security=Security.NONE)
    return EmailChannel(server, clock.now)


def test_what_the_facts_say_is_due_goes_to_the_outbox_once(
    office: Office, clock: HandClock
) -> None:
    clock.at = FIVE_LEFT

    first, second = planned(office), planned(office)

    assert (first.added, second.added) == (1, 0)
    assert outbox(office) == [("reply-5d", f"{OFFICER} <{OFFICER_MAIL}>", "pending")]


def test_nothing_is_planned_while_six_days_are_left(office: Office, clock: HandClock) -> None:
    clock.at = FIVE_LEFT - timedelta(days=1)  # Thursday 9 October

    assert planned(office).added == 0


def test_a_request_that_is_closed_is_silent(office: Office, clock: HandClock) -> None:
    clock.at = FIVE_LEFT
    withdrawal = MakeMove(
        number="净公开申〔2025〕3号", move="withdraw", actor=OFFICER, role=Role.CLERK
    )
    with office.work() as uow:
        make_move(withdrawal, uow, at=clock.now(), calendar=office.calendar)

    assert planned(office).added == 0


def test_a_request_of_nobody_is_told_to_the_head(office: Office, clock: HandClock) -> None:
    clock.at = RECEIVED_AT
    log(office, "净公开申〔2025〕4号", case_officer="")
    clock.at = FIVE_LEFT

    planned(office)

    assert [(rule, recipient) for rule, recipient, _ in outbox(office)] == [
        ("reply-5d", f"{OFFICER} <{OFFICER_MAIL}>"),
        ("reply-5d", f"{HEAD} <{HEAD_MAIL}>"),
        ("unattended", f"{HEAD} <{HEAD_MAIL}>"),
    ]


def test_without_a_mail_server_the_console_calls_people_by_name(
    office: Office, clock: HandClock
) -> None:
    clock.at = FIVE_LEFT

    planned(office, channel=CONSOLE)

    assert [recipient for _, recipient, _ in outbox(office)] == [f"{OFFICER} <{OFFICER}>"]


def test_an_office_that_nobody_can_be_told_in_says_so(installation: Installation) -> None:
    founded = installation.establish(OfficeProfile(name="东岭镇人民政府"), actor=HEAD)

    assert planned(founded) == Planned(added=0, somebody_to_tell=False)


def test_planning_that_is_undone_leaves_nothing_to_send(office: Office, clock: HandClock) -> None:
    clock.at = FIVE_LEFT

    def planned_then_undone() -> None:
        with office.work() as uow:
            plan_reminders(uow, office.name, at=clock.now(), calendar=office.calendar)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        planned_then_undone()

    assert outbox(office) == []


def log_late(office: Office, *, undone: bool = False) -> str:
    """Log a request whose period is nearly over; then think better of it."""
    late = LogRequest(
        channel=Channel.IN_PERSON,
        applicant="李某",
        content="宅基地审批",
        actor=OFFICER,
        role=Role.CLERK,
        case_officer=OFFICER,
        submitted_on=RECEIVED_AT.date(),
    )
    with office.work() as uow:
        number = log_request(late, uow, at=office.clock.now(), calendar=office.calendar)
        if undone:
            raise ZeroDivisionError
    return number


def test_a_request_entered_late_is_told_in_the_transaction_that_enters_it(
    office: Office, clock: HandClock
) -> None:
    clock.at = LAST_DAY

    number = log_late(office)

    with office.read() as view:
        told = {(row.rule, row.request_number) for row in view.outbox.all()}
    assert told == {("reply-0d", number)}


def test_a_fact_far_from_any_date_tells_nobody(office: Office) -> None:
    log_late(office)

    assert outbox(office) == []


def test_a_fact_that_is_undone_tells_nobody(office: Office, clock: HandClock) -> None:
    clock.at = LAST_DAY

    with pytest.raises(ZeroDivisionError):
        log_late(office, undone=True)

    assert outbox(office) == []


@pytest.mark.enable_socket
def test_two_ticks_of_the_worker_send_each_letter_once(office: Office, clock: HandClock) -> None:
    clock.at = LAST_DAY
    ticks: list[int] = []

    def tick() -> None:
        planned(office)
        ticks.append(drain(office.work, channels, clock.now).sent)
        if len(ticks) == 2:
            os.kill(os.getpid(), signal.SIGTERM)

    with open_post(PostOffice()) as post:
        channels = by_name(a_mailer(post, clock))
        run_forever(tick, hour="*", minute="*", second="*")

    assert ticks == [2, 0]
    assert [letter["Subject"] for letter in post.letters] == [
        "【信息公开】净公开申〔2025〕3号 今天到期（2025年10月16日 周四）"
    ] * 2
    assert post.recipients == [OFFICER_MAIL, HEAD_MAIL]


@pytest.mark.enable_socket
def test_a_refused_letter_is_kept_with_the_answer_of_the_server(
    office: Office, clock: HandClock
) -> None:
    clock.at = LAST_DAY
    planned(office)

    with open_post(PostOffice("550 No such user", "451 Try later")) as post:
        drain(office.work, by_name(a_mailer(post, clock)), clock.now)

    with office.read() as view:
        kept = [(row.status, row.last_error, row.next_try_at) for row in view.outbox.all()]
    assert [row[:2] for row in kept] == [("failed", "smtp_550"), ("pending", "smtp_451")]
    assert kept[1][2] == LAST_DAY + timedelta(minutes=1)
