"""What telling needs from outside: a channel that speaks, an outbox and slots that remember."""

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol, runtime_checkable

# Notices that wait on the desk itself: written is told.
IN_APP = "in_app"

# How long to wait after the first, second … failed attempt; after the last there is no other.
RETRY_AFTER = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is told, and where: an address the channel understands. Prints as `name <address>`."""

    name: str
    address: str

    @classmethod
    def parse(cls, line: str) -> "Recipient":
        """Read back what `str` printed; a line without brackets is an address alone."""
        name, opened, address = line.rpartition("<")
        return cls(name.rstrip(), address.removesuffix(">")) if opened else cls("", line)

    def __str__(self) -> str:
        """Print one line that an outbox can keep and `parse` reads back."""
        return f"{self.name} <{self.address}>".lstrip()


def dedup_key(
    rule: str, request_no: str, due_on: date, recipient: Recipient, channel: str, ref: str = ""
) -> str:
    """Return a key of stable parts only; a moved date or another address is another notice.

    `ref` tells apart several matters of one request, such as its consultations.
    """
    matter = f"{request_no}/{ref}" if ref else request_no
    return ":".join((rule, matter, due_on.isoformat(), recipient.address, channel))


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell one person by one channel, in its final words."""

    rule: str
    request_no: str
    due_on: date
    recipient: Recipient
    channel: str
    subject: str
    body: str
    ref: str = ""

    @property
    def dedup_key(self) -> str:
        """The key by which the outbox keeps it once."""
        return dedup_key(
            self.rule, self.request_no, self.due_on, self.recipient, self.channel, self.ref
        )


@dataclass(frozen=True, slots=True)
class Message:
    """What a channel is given; `key` is the same each time the same notice is tried.

    A channel that anybody may read over says no more than `reference` and how far `due_on` is.
    """

    key: str
    recipient: Recipient
    subject: str
    body: str
    reference: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """A claimed notice; `attempts` counts this attempt too, so the first is 1."""

    channel: str
    message: Message
    attempts: int

    @property
    def key(self) -> str:
        """The dedup key of the notice, by which the outbox knows the item."""
        return self.message.key


class SendError(Exception):
    """A message was not sent: why, and whether trying again can help.

    `after` is for a channel that takes no more just now: the message waits so long, and that it
    was offered does not count as an attempt.
    """

    def __init__(self, code: str, *, retry: bool, after: timedelta | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.retry = retry
        self.after = after


class Outcome(StrEnum):
    """What a line of the delivery log says of one attempt."""

    SENT = "sent"
    RETRIED = "retried"
    DEFERRED = "deferred"
    FAILED = "failed"
    DOUBTFUL = "doubtful"  # claimed before, and nobody wrote down what came of it
    REVIVED = "revived"  # somebody had a notice that was given up tried again


class Channel(Protocol):
    """A way of telling; `name` is what an outbox row and the settings call it."""

    @property
    def name(self) -> str:
        """The stable name of the channel."""
        ...

    def send(self, message: Message) -> str | None:
        """Hand the message over and return the answer, or raise SendError; nothing else fails."""
        ...


@runtime_checkable
class KeepsOpen(Protocol):
    """A channel that can keep its connection from one message to the next."""

    def kept_open(self) -> AbstractContextManager[None]:
        """Keep the connection for as long as the block lasts."""
        ...


class Outbox(Protocol):
    """The notices of one office, each kept once.

    Every call is atomic, and what `claim`, `sent` and `failed` write is durable when they return:
    two workers never hold the same item, and a notice once sent is not sent again.
    """

    def add(self, notices: Sequence[Notice]) -> int:
        """Keep the notices whose dedup key is new; return how many were."""
        ...

    def claim(
        self, now: datetime, *, limit: int, lease: timedelta, without: Collection[str] = ()
    ) -> list[OutboxItem]:
        """Take pending items that are due for a try, oldest first, and count the attempt.

        Nobody else gets them until the lease has run out; an item that was neither sent nor
        failed by then may be claimed again, and the log says that there is a doubt. Channels
        named in `without` are left alone.
        """
        ...

    def sent(self, item: OutboxItem, at: datetime, answer: str = "") -> None:
        """Write down that the item went out, and what the channel answered."""
        ...

    def failed(
        self,
        item: OutboxItem,
        at: datetime,
        error: str,
        *,
        retry: bool,
        after: timedelta | None = None,
    ) -> None:
        """Write down why not; `retry` waits RETRY_AFTER[attempts - 1], else it is given up.

        With `after` the item waits so long instead, and the attempt does not count.
        """
        ...


class Slots(Protocol):
    """Which runs of which job have been taken, across processes."""

    def take(self, job: str, slot: str, at: datetime) -> bool:
        """Take a slot; only the first to ask is told True."""
        ...
