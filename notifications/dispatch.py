"""Empty the outbox into the channels: each item on its own, and none given up in silence."""

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from notifications.ports import RETRY_AFTER, Channel, Outbox, OutboxItem, SendError

# Longer than any channel may take over one message, so that a lease never ends under a sender.
LEASE = timedelta(minutes=10)

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


def drain(
    work: Callable[[], AbstractContextManager[HasOutbox]],
    channels: Mapping[str, Channel],
    now: Callable[[], datetime],
    *,
    limit: int = 100,
) -> DrainResult:
    """Try up to `limit` waiting items, one at a time.

    Claiming and writing down are units of work of their own and nothing is open while a channel
    speaks; a stop in between leaves one item, which its lease gives back.
    """
    fates: list[Fate] = []
    while len(fates) < limit:
        with work() as opened:
            claimed = opened.outbox.claim(now(), limit=1, lease=LEASE)
        if not claimed:
            break
        fates.append(_tried(claimed[0], work, channels, now))
    return DrainResult(fates.count(Fate.SENT), fates.count(Fate.FAILED), fates.count(Fate.RETRIED))


def _tried(
    item: OutboxItem,
    work: Callable[[], AbstractContextManager[HasOutbox]],
    channels: Mapping[str, Channel],
    now: Callable[[], datetime],
) -> Fate:
    error = _send(item, channels)
    fate = _fate(item, error)
    with work() as opened:
        if error is None:
            opened.outbox.sent(item, now())
        else:
            opened.outbox.failed(item, now(), error.code, retry=fate is Fate.RETRIED)
    if error is not None:
        level = logging.ERROR if fate is Fate.FAILED else logging.WARNING
        event = "notice.%s channel=%s attempts=%d error=%s"
        _LOG.log(level, event, fate, item.channel, item.attempts, error.code)
    return fate


def _fate(item: OutboxItem, error: SendError | None) -> Fate:
    if error is None:
        return Fate.SENT
    return Fate.RETRIED if error.retry and item.attempts <= len(RETRY_AFTER) else Fate.FAILED


def _send(item: OutboxItem, channels: Mapping[str, Channel]) -> SendError | None:
    channel = channels.get(item.channel)
    if channel is None:
        return SendError("channel_not_set_up", retry=True)
    try:
        channel.send(item.message)
    except SendError as error:
        return error
    except Exception as error:  # noqa: BLE001 - a channel's own fault must not stop the others
        return SendError(type(error).__name__, retry=True)
    return None
