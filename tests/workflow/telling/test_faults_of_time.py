"""Clocks that jump, a week without anybody, a server that refuses for two days: nothing is lost."""

from collections.abc import Callable
from datetime import date, timedelta

from notifications.channels.registry import by_name
from notifications.messages import Lang
from notifications.ports import Message, Notice, Outcome, Recipient, SendError
from tests.builders import a_request
from tests.fakes import FixedClock
from tests.notifications.fakes_notifications import RecordingChannel
from workflow.bootstrap import Office
from workflow.records.facts import StaffMember
from workflow.services.delivering import Round, send, tell

HEAD, OFFICER = "陈主任", "李四"


def staffed(office: Office) -> None:
    people = [StaffMember(name=HEAD, role="head_of_office"), StaffMember(name=OFFICER)]
    with office.work() as uow:
        uow.staff.add_many(people, actor="管理员", at=office.clock.now())


def told(office: Office, channel: RecordingChannel) -> Round:
    """Tell what should be said by now."""
    return tell(
        office.name,
        office.work,
        by_name(channel),
        office.clock,
        calendar=office.calendar,
        channel="console",
        lang=Lang.ZH,
    )


def a_notice(number: int) -> Notice:
    due = date(2025, 9, 29)  # Monday
    return Notice("reply-5d", f"净{number}", due, Recipient(OFFICER, "li"), "console", "主题", "")


class Refusing(RecordingChannel):
    """A server that refuses until an instant has come."""

    def __init__(self, until: Callable[[], bool]) -> None:
        super().__init__("console")
        self._is_over = until

    def send(self, message: Message) -> str | None:
        if not self._is_over():
            raise SendError("ConnectionRefusedError", retry=True)
        return super().send(message)


def test_after_a_week_away_all_that_is_still_true_is_said_once(
    office: Office, clock: FixedClock
) -> None:
    staffed(office)
    a_request(office, officer=OFFICER)
    channel = RecordingChannel("console")
    told(office, channel)
    before = len(channel.sent)

    clock.move(days=7)  # past the last day, 2025-09-29
    told(office, channel)
    after = len(channel.sent)
    told(office, channel)

    assert after > before
    assert len(channel.sent) == after
    keys = [message.key for message in channel.sent]
    assert len(keys) == len(set(keys))


def test_a_clock_that_is_put_back_says_nothing_twice(office: Office, clock: FixedClock) -> None:
    staffed(office)
    a_request(office, officer=OFFICER)
    channel = RecordingChannel("console")
    clock.move(days=7)
    told(office, channel)
    said = len(channel.sent)

    clock.move(days=-3)
    told(office, channel)
    clock.move(days=3)
    told(office, channel)

    assert said > 0
    assert len({message.key for message in channel.sent}) == len(channel.sent)


def test_a_lease_taken_before_the_clock_was_put_back_ends_all_the_same(
    office: Office, clock: FixedClock
) -> None:
    lease = timedelta(minutes=10)
    with office.work() as uow:
        uow.outbox.add([a_notice(1)])
        uow.outbox.claim(clock.now(), limit=1, lease=lease)
    clock.move(days=-1)
    channel = RecordingChannel("console")

    first = send(office.work, by_name(channel), clock, lang=Lang.ZH)
    clock.move(days=1, minutes=10)
    second = send(office.work, by_name(channel), clock, lang=Lang.ZH)

    assert (first.sent, second.sent) == (0, 1)


def test_a_server_that_refuses_for_two_days_loses_nothing(
    office: Office, clock: FixedClock
) -> None:
    staffed(office)
    with office.work() as uow:
        uow.outbox.add([a_notice(number) for number in range(8)])
    open_at = clock.now() + timedelta(days=2)
    channel = Refusing(lambda: clock.now() >= open_at)

    while clock.now() < open_at:
        send(office.work, by_name(channel), clock, lang=Lang.ZH)
        clock.move(minutes=30)

    with office.read() as view:
        given_up = [row for row in view.outbox.all() if row.status == "failed"]
        waiting = view.outbox.for_person(HEAD)
        refused = view.outbox.log.all(Outcome.FAILED)
    # Six tries of each within ten hours and a half; then the head of office knows of every one.
    assert len(given_up) == len(waiting) == len(refused) == 8
    assert {row.attempts for row in given_up} == {6}

    with office.work() as uow:
        assert all(uow.outbox.revive(row.dedup_key, clock.now()) for row in given_up)
    send(office.work, by_name(channel), clock, lang=Lang.ZH)

    assert sorted(message.reference for message in channel.sent) == [f"净{n}" for n in range(8)]
    with office.read() as view:
        assert {row.status for row in view.outbox.all()} == {"sent"}
