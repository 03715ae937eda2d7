"""What the tests of telling stand on instead of a database, a clock and a channel."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from notifications.ports import (
    RETRY_AFTER,
    Channel,
    Message,
    Notice,
    Outbox,
    OutboxItem,
    SendError,
)


class HandClock:
    """A clock that only moves when it is pushed."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def push(self, by: timedelta) -> None:
        self.at += by


@dataclass(slots=True)
class Kept:
    """A row of the outbox."""

    notice: Notice
    status: str = "pending"
    attempts: int = 0
    next_try_at: datetime | None = None
    leased_until: datetime | None = None
    sent_at: datetime | None = None
    answer: str = ""
    errors: list[str] = field(default_factory=list)

    def may_be_tried(self, now: datetime) -> bool:
        waits = self.next_try_at is not None and self.next_try_at > now
        leased = self.leased_until is not None and self.leased_until > now
        return self.status == "pending" and not waits and not leased


class ListOutbox:
    """An outbox in memory."""

    def __init__(self) -> None:
        self.rows: dict[str, Kept] = {}

    def add(self, notices: Sequence[Notice]) -> int:
        before = len(self.rows)
        for notice in notices:
            self.rows.setdefault(notice.dedup_key, Kept(notice))
        return len(self.rows) - before

    def claim(
        self, now: datetime, *, limit: int, lease: timedelta, without: Collection[str] = ()
    ) -> list[OutboxItem]:
        waiting = [row for row in self.rows.values() if row.may_be_tried(now)]
        rows = [row for row in waiting if row.notice.channel not in without][:limit]
        for row in rows:
            row.leased_until = now + lease
            row.attempts += 1
        return [_item(row) for row in rows]

    def sent(self, item: OutboxItem, at: datetime, answer: str = "") -> None:
        row = self.rows[item.key]
        row.answer = answer
        row.status, row.sent_at, row.leased_until = "sent", at, None

    def failed(
        self,
        item: OutboxItem,
        at: datetime,
        error: str,
        *,
        retry: bool,
        after: timedelta | None = None,
    ) -> None:
        row = self.rows[item.key]
        row.errors.append(error)
        row.leased_until = None
        if after is not None:
            row.next_try_at = at + after
            row.attempts -= 1
        elif retry:
            row.next_try_at = at + RETRY_AFTER[item.attempts - 1]
        else:
            row.status = "failed"

    def statuses(self) -> list[str]:
        return [row.status for row in self.rows.values()]


def _item(row: Kept) -> OutboxItem:
    notice = row.notice
    message = Message(
        notice.dedup_key,
        notice.recipient,
        notice.subject,
        notice.body,
        notice.request_no,
        notice.due_on,
    )
    return OutboxItem(notice.channel, message, row.attempts)


class OpenWork:
    """Units of work on one outbox; `depth` says how many are open."""

    def __init__(self, outbox: Outbox) -> None:
        self.outbox = outbox
        self.depth = 0

    @contextmanager
    def __call__(self) -> Iterator["OpenWork"]:
        self.depth += 1
        yield self
        self.depth -= 1


class RecordingChannel:
    """Keeps what it is given, after raising what it was told to raise, once each."""

    def __init__(self, name: str = "console", *raising: Exception) -> None:
        self.name = name
        self.sent: list[Message] = []
        self._raising = list(raising)

    def send(self, message: Message) -> str | None:
        if self._raising:
            raise self._raising.pop(0)
        self.sent.append(message)
        return None


def broken(times: int, *, retry: bool) -> list[SendError]:
    """Return so many failures of one kind."""
    return [SendError("smtp_451" if retry else "smtp_550", retry=retry) for _ in range(times)]


# Each fake keeps the promise it stands for, and mypy says so.
_CHANNEL: Channel = RecordingChannel()
_OUTBOX: Outbox = ListOutbox()
