"""Empty the outbox into the channels: each item on its own, and none given up in silence."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from notifications.ports import (
    RETRY_AFTER,
    Channel,
    KeepsOpen,
    Outbox,
    OutboxItem,
    SendError,
)

# Longer than any channel may take over one message, so that a lease never ends under a sender.
LEASE = timedelta(minutes=10)

# A channel that fails so often in a row is left alone until the next drain.
_PATIENCE = 3

# How long to wait for the records, in seconds, before what came of a message is given up as
# unwritten: together less than a lease.
PAUSES = (0.1, 0.4, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 60.0)

_LOG = logging.getLogger(__name__)


class Fate(StrEnum):
    """What became of one attempt."""

    SENT = "sent"
    RETRIED = "retried"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DrainResult:
    """How many items were sent, given up, and left for another try."""

    sent: int
    failed: int
    retried: int


class HasOutbox(Protocol):
    """A unit of work, as far as telling is concerned."""

    @property
    def outbox(self) -> Outbox:
        """The outbox within the unit of work."""
        ...


Work = TypeVar("Work", bound=HasOutbox)
GivenUp = Callable[[Work, OutboxItem, str], None]


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one attempt, and when: yet to be written down."""

    item: OutboxItem
    at: datetime
    answer: str
    error: SendError | None

    @property
    def fate(self) -> Fate:
        """Whether the item was sent, is tried again, or is given up."""
        if self.error is None:
            return Fate.SENT
        if self.error.after is not None:
            return Fate.RETRIED
        again = self.error.retry and self.item.attempts <= len(RETRY_AFTER)
        return Fate.RETRIED if again else Fate.FAILED

    def write(self, outbox: Outbox) -> None:
        """Write it down."""
        error = self.error
        if error is None:
            outbox.sent(self.item, self.at, self.answer)
        else:
            retry = self.fate is Fate.RETRIED
            outbox.failed(self.item, self.at, error.code, retry=retry, after=error.after)

    def say(self) -> None:
        """Say in the log what was not sent, and why."""
        if self.error is None:
            return
        level = logging.ERROR if self.fate is Fate.FAILED else logging.WARNING
        event = "notice.%s channel=%s attempts=%d error=%s"
        _LOG.log(level, event, self.fate, self.item.channel, self.item.attempts, self.error.code)


def drain(
    work: Callable[[], AbstractContextManager[Work]],
    channels: Mapping[str, Channel],
    now: Callable[[], datetime],
    *,
    limit: int = 100,
    lease: timedelta = LEASE,
    given_up: GivenUp[Work] | None = None,
    pause: Callable[[float], None] = time.sleep,
) -> DrainResult:
    """Try up to `limit` waiting items, one at a time.

    What came of one is written down in the unit of work that claims the next, and nothing is open
    while a channel speaks: a stop in between leaves one item in doubt, which its lease gives back.
    `given_up` is told, within that unit of work, of each item that will not be tried again.
    """
    drainer = _Drainer(work, channels, now, lease, given_up, pause)
    with ExitStack() as connections:
        for channel in channels.values():
            if isinstance(channel, KeepsOpen):
                connections.enter_context(channel.kept_open())
        fates = drainer.drained(limit)
    return DrainResult(fates[Fate.SENT], fates[Fate.FAILED], fates[Fate.RETRIED])


@dataclass(slots=True)
class _Drainer(Generic[Work]):
    """One drain: which channels are in trouble, and what was not written down yet."""

    work: Callable[[], AbstractContextManager[Work]]
    channels: Mapping[str, Channel]
    now: Callable[[], datetime]
    lease: timedelta
    given_up: GivenUp[Work] | None
    pause: Callable[[float], None]
    left_alone: set[str] = field(default_factory=set)
    troubles: Counter[str] = field(default_factory=Counter)

    def drained(self, limit: int) -> Counter[Fate]:
        """Try up to so many items, and return what became of them."""
        fates: Counter[Fate] = Counter()
        attempt: Attempt | None = None
        while fates.total() < limit:
            item = self._step(attempt, claiming=True)
            attempt = None
            if item is None:
                break
            attempt = self._tried(item)
            fates[attempt.fate] += 1
        if attempt is not None:
            self._step(attempt, claiming=False)
        return fates

    def _step(self, attempt: Attempt | None, *, claiming: bool) -> OutboxItem | None:
        """Write down what came of the last item and claim the next, in one unit of work.

        What was sent must not be sent again because the records were away for a while.
        """
        if attempt is None:
            return self._written(None, claiming=claiming)
        for seconds in PAUSES:
            try:
                return self._written(attempt, claiming=claiming)
            except Exception as error:  # noqa: BLE001 - whatever keeps the records from writing
                _LOG.warning("notice.unwritten error=%s wait=%s", type(error).__name__, seconds)
                self.pause(seconds)
        return self._written(attempt, claiming=claiming)

    def _written(self, attempt: Attempt | None, *, claiming: bool) -> OutboxItem | None:
        with self.work() as opened:
            if attempt is not None:
                attempt.write(opened.outbox)
                self._tell_of(attempt, opened)
            if not claiming:
                return None
            found = opened.outbox.claim(
                self.now(), limit=1, lease=self.lease, without=self.left_alone
            )
        return found[0] if found else None

    def _tell_of(self, attempt: Attempt, opened: Work) -> None:
        if attempt.error is not None and attempt.fate is Fate.FAILED and self.given_up is not None:
            self.given_up(opened, attempt.item, attempt.error.code)

    def _tried(self, item: OutboxItem) -> Attempt:
        answer, error = self._send(item)
        attempt = Attempt(item, self.now(), answer, error)
        attempt.say()
        self._mind(item.channel, error)
        return attempt

    def _mind(self, channel: str, error: SendError | None) -> None:
        """Leave a channel alone that takes no more just now, or fails again and again."""
        if error is None or not error.retry:
            self.troubles[channel] = 0
            return
        self.troubles[channel] += 1
        if error.after is not None or self.troubles[channel] >= _PATIENCE:
            self.left_alone.add(channel)

    def _send(self, item: OutboxItem) -> tuple[str, SendError | None]:
        channel = self.channels.get(item.channel)
        if channel is None:
            return "", SendError("channel_not_set_up", retry=True)
        try:
            return channel.send(item.message) or "", None
        except SendError as error:
            return "", error
        except Exception as error:  # noqa: BLE001 - a channel's own fault must not stop the others
            return "", SendError(type(error).__name__, retry=True)
