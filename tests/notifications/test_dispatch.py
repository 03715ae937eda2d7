"""Emptying the outbox: each item on its own, once, and given up only aloud."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest

from notifications.channels.registry import by_name
from notifications.dispatch import LEASE, PAUSES, DrainResult, drain
from notifications.ports import RETRY_AFTER, Message, Notice, SendError
from tests.notifications.fakes_notifications import (
    HandClock,
    ListOutbox,
    OpenWork,
    RecordingChannel,
    broken,
)
from tests.notifications.offices import OFFICER

MORNING = datetime(2026, 12, 14, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai


def a_notice(number: int, channel: str = "console") -> Notice:
    """Return the notice of some request."""
    due = date(2026, 12, 21)  # Monday
    return Notice("reply-5d", f"{number}号", due, OFFICER, channel, f"主题{number}", "正文")


def an_outbox(*notices: Notice) -> ListOutbox:
    """Return an outbox that waits to be emptied."""
    outbox = ListOutbox()
    outbox.add(notices)
    return outbox


def drained(outbox: ListOutbox, channel: RecordingChannel, clock: HandClock) -> DrainResult:
    """Empty an outbox into one channel."""
    return drain(OpenWork(outbox), by_name(channel), clock.now)


def test_what_was_sent_is_not_sent_again() -> None:
    outbox, channel, clock = an_outbox(a_notice(1)), RecordingChannel(), HandClock(MORNING)

    first, second = drained(outbox, channel, clock), drained(outbox, channel, clock)

    assert (first.sent, second.sent) == (1, 0)
    assert [message.subject for message in channel.sent] == ["主题1"]


def test_one_failure_does_not_stop_the_rest() -> None:
    outbox = an_outbox(a_notice(1), a_notice(2), a_notice(3))
    channel = RecordingChannel("console", *broken(1, retry=False), *broken(1, retry=True))

    result = drained(outbox, channel, HandClock(MORNING))

    assert result == DrainResult(sent=1, failed=1, retried=1)
    assert outbox.statuses() == ["failed", "pending", "sent"]


def test_a_fault_of_the_channel_itself_is_tried_again() -> None:
    outbox = an_outbox(a_notice(1), a_notice(2))
    channel = RecordingChannel("console", ZeroDivisionError())

    result = drained(outbox, channel, HandClock(MORNING))

    assert result == DrainResult(sent=1, failed=0, retried=1)
    assert next(iter(outbox.rows.values())).errors == ["ZeroDivisionError"]


def test_a_channel_that_is_not_set_up_keeps_its_notices() -> None:
    outbox = an_outbox(a_notice(1, "email"))

    result = drained(outbox, RecordingChannel("console"), HandClock(MORNING))

    assert result == DrainResult(sent=0, failed=0, retried=1)


def test_a_notice_is_tried_six_times_then_given_up_aloud(
    caplog: pytest.LogCaptureFixture,
) -> None:
    outbox, clock = an_outbox(a_notice(1)), HandClock(MORNING)
    channel = RecordingChannel("console", *broken(10, retry=True))
    results = [drained(outbox, channel, clock)]

    with caplog.at_level(logging.ERROR):
        for pause in RETRY_AFTER:
            clock.push(pause)
            results.append(drained(outbox, channel, clock))

    assert [result.retried for result in results] == [1, 1, 1, 1, 1, 0]
    assert results[-1].failed == 1
    assert caplog.messages[-1] == "notice.failed channel=console attempts=6 error=smtp_451"


def test_a_notice_is_not_tried_before_its_time() -> None:
    outbox, clock = an_outbox(a_notice(1)), HandClock(MORNING)
    channel = RecordingChannel("console", *broken(1, retry=True))
    drained(outbox, channel, clock)

    clock.push(timedelta(seconds=59))
    early = drained(outbox, channel, clock)
    clock.push(timedelta(seconds=1))
    in_time = drained(outbox, channel, clock)

    assert (early.sent, in_time.sent) == (0, 1)


def test_what_another_worker_holds_is_left_alone() -> None:
    outbox, channel, clock = an_outbox(a_notice(1)), RecordingChannel(), HandClock(MORNING)
    outbox.claim(MORNING, limit=1, lease=LEASE)

    held = drained(outbox, channel, clock)
    clock.push(LEASE)
    given_back = drained(outbox, channel, clock)

    assert (held.sent, given_back.sent) == (0, 1)


def test_no_unit_of_work_is_open_while_a_channel_speaks() -> None:
    work = OpenWork(an_outbox(a_notice(1)))
    spoken: list[tuple[str, int]] = []

    class Watching:
        name = "console"

        def send(self, message: Message) -> None:
            spoken.append((message.subject, work.depth))

    drain(work, by_name(Watching()), HandClock(MORNING).now)

    assert spoken == [("主题1", 0)]


def test_a_drain_stops_at_its_limit() -> None:
    outbox, channel = an_outbox(a_notice(1), a_notice(2)), RecordingChannel()

    drain(OpenWork(outbox), by_name(channel), HandClock(MORNING).now, limit=1)

    assert len(channel.sent) == 1


def test_what_the_channel_answered_is_written_down() -> None:
    class Answering(RecordingChannel):
        def send(self, message: Message) -> str:
            super().send(message)
            return "errcode_0"

    outbox = an_outbox(a_notice(1))

    drained(outbox, Answering(), HandClock(MORNING))

    assert [row.answer for row in outbox.rows.values()] == ["errcode_0"]


def test_a_channel_that_takes_no_more_waits_without_an_attempt_being_counted() -> None:
    outbox, clock = an_outbox(*map(a_notice, range(5))), HandClock(MORNING)
    full = SendError("rate_limited", retry=True, after=timedelta(seconds=40))
    channel = RecordingChannel("console", full)

    first = drained(outbox, channel, clock)
    clock.push(timedelta(seconds=40))
    second = drained(outbox, channel, clock)

    assert (first.sent, first.retried, second.sent) == (0, 1, 5)
    assert {row.attempts for row in outbox.rows.values()} == {1}


def test_a_channel_that_fails_three_times_in_a_row_is_left_alone_until_the_next_drain() -> None:
    outbox, clock = an_outbox(*map(a_notice, range(5)), a_notice(9, "email")), HandClock(MORNING)
    down, other = RecordingChannel("console", *broken(9, retry=True)), RecordingChannel("email")

    result = drain(OpenWork(outbox), by_name(down, other), clock.now)

    assert result == DrainResult(sent=1, failed=0, retried=3)
    assert [row.attempts for row in outbox.rows.values()] == [1, 1, 1, 0, 0, 1]


def test_whoever_must_know_is_told_of_what_is_given_up() -> None:
    outbox, told = an_outbox(a_notice(1), a_notice(2)), list[tuple[str, str]]()
    channel = RecordingChannel("console", *broken(1, retry=False))

    drain(
        OpenWork(outbox),
        by_name(channel),
        HandClock(MORNING).now,
        given_up=lambda _work, item, error: told.append((item.message.subject, error)),
    )

    assert told == [("主题1", "smtp_550")]


def test_a_connection_is_kept_for_as_long_as_a_drain_lasts() -> None:
    heard: list[str] = []

    class Keeping(RecordingChannel):
        @contextmanager
        def kept_open(self) -> Iterator[None]:
            heard.append("opened")
            yield
            heard.append(f"closed after {len(self.sent)}")

    drained(an_outbox(a_notice(1), a_notice(2)), Keeping(), HandClock(MORNING))

    assert heard == ["opened", "closed after 2"]


class AwayWork(OpenWork):
    """Units of work on records that are away for so many of them, from the second on."""

    def __init__(self, outbox: ListOutbox, away: int) -> None:
        super().__init__(outbox)
        self.turns = 0
        self.away = away

    @contextmanager
    def __call__(self) -> Iterator[OpenWork]:
        self.turns += 1
        if 1 < self.turns <= 1 + self.away:
            raise ConnectionError
        with super().__call__() as opened:
            yield opened


def test_what_was_sent_is_written_down_when_the_records_are_back() -> None:
    outbox, channel, waited = an_outbox(a_notice(1)), RecordingChannel(), list[float]()
    work = AwayWork(outbox, away=4)

    result = drain(work, by_name(channel), HandClock(MORNING).now, pause=waited.append)

    assert (result.sent, outbox.statuses(), len(channel.sent)) == (1, ["sent"], 1)
    assert waited == list(PAUSES[:4])


def test_records_that_stay_away_are_told_of_in_the_end() -> None:
    work = AwayWork(an_outbox(a_notice(1)), away=99)

    with pytest.raises(ConnectionError):
        drain(work, by_name(RecordingChannel()), HandClock(MORNING).now, pause=lambda _: None)


def test_waiting_for_the_records_takes_less_than_a_lease() -> None:
    assert timedelta(seconds=sum(PAUSES)) < LEASE


def test_the_log_names_no_address(caplog: pytest.LogCaptureFixture) -> None:
    channel = RecordingChannel("console", SendError("smtp_550", retry=False))

    drained(an_outbox(a_notice(1)), channel, HandClock(MORNING))

    assert OFFICER.address not in caplog.text
