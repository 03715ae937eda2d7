"""Notices to send: each kept once, and leased to one worker at a time."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Integer, and_, bindparam, exists, func, literal_column, or_, select, update
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.sql.sqltypes import UTCDateTime

from notifications.ports import (
    IN_APP,
    RETRY_AFTER,
    Message,
    Notice,
    OutboxItem,
    Outcome,
    Recipient,
)
from states.case import State
from workflow.records.delivery_log import DeliveryLog
from workflow.records.store import Fetched, Prepared, Store, as_day, unless_there
from workflow.records.tables.requests import RequestRow
from workflow.records.tables.telling import FAILED, OutboxRow


class OutboxStatus(StrEnum):
    """What has become of a notice."""

    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"
    # Said in the morning's digest, and never by itself.
    GATHERED = "gathered"


# How many channels a claim may leave alone; more than there are.
_MOST_WITHOUT = 8

_ADD = unless_there(OutboxRow)
_MINE = (
    col(OutboxRow.office_id) == bindparam("office"),
    col(OutboxRow.dedup_key) == bindparam("key"),
)
_KNOWN = Prepared(select(col(OutboxRow.id)).where(*_MINE))
_LAST = Prepared(
    select(func.max(col(OutboxRow.id))).where(col(OutboxRow.office_id) == bindparam("office"))
)
_UNSENT = Prepared(
    select(col(OutboxRow.request_number)).where(
        col(OutboxRow.office_id) == bindparam("office"), FAILED
    )
)
_MERGED = exists().where(
    col(RequestRow.office_id) == col(OutboxRow.office_id),
    col(RequestRow.number) == col(OutboxRow.request_number),
    col(RequestRow.state) == literal_column(f"'{State.MERGED.value}'"),
)
# In so many words, so that the partial index of what waits is used.
_PENDING = col(OutboxRow.status) == literal_column(f"'{OutboxStatus.PENDING.value}'")
_ON_DESK = col(OutboxRow.channel) == literal_column(f"'{IN_APP}'")
_NOW = bindparam("now", type_=UTCDateTime())
_WAITING = Prepared(
    select(
        col(OutboxRow.dedup_key),
        col(OutboxRow.channel),
        col(OutboxRow.recipient),
        col(OutboxRow.subject),
        col(OutboxRow.body),
        col(OutboxRow.request_number),
        col(OutboxRow.due_on),
        col(OutboxRow.attempts),
        col(OutboxRow.leased_until),
    )
    .where(
        col(OutboxRow.office_id) == bindparam("office"),
        _PENDING,
        col(OutboxRow.next_try_at) <= _NOW,
        or_(col(OutboxRow.leased_until).is_(None), col(OutboxRow.leased_until) <= _NOW),
        and_(*(col(OutboxRow.channel) != bindparam(f"but_{i}") for i in range(_MOST_WITHOUT))),
        ~_MERGED,
    )
    .order_by(col(OutboxRow.next_try_at), col(OutboxRow.id))
    .limit(bindparam("most", type_=Integer()))
    .offset(bindparam("skipped", type_=Integer()))  # SQLite would name one of its own
    .with_for_update(skip_locked=True)
)
_LEASE = Prepared(update(OutboxRow).where(*_MINE), ("leased_until", "attempts"))
_SENT = Prepared(
    update(OutboxRow).where(*_MINE), ("status", "sent_at", "leased_until", "last_error")
)
_FAILED = Prepared(
    update(OutboxRow).where(
        *_MINE,
        # Not where a later attempt has it, or one has sent it.
        _PENDING,
        col(OutboxRow.attempts) == bindparam("this_attempt"),
    ),
    ("status", "leased_until", "last_error", "next_try_at", "attempts"),
)
_REVIVED = Prepared(
    update(OutboxRow).where(*_MINE, col(OutboxRow.status) == bindparam("given_up")),
    ("status", "attempts", "next_try_at"),
)
_UNREAD = Prepared(
    select(func.count()).where(
        col(OutboxRow.office_id) == bindparam("office"),
        _ON_DESK,
        col(OutboxRow.recipient) == bindparam("reader"),
        col(OutboxRow.read_at).is_(None),
    )
)
_READ = Prepared(
    update(OutboxRow).where(
        *_MINE,
        col(OutboxRow.recipient) == bindparam("reader"),
        _ON_DESK,
        col(OutboxRow.read_at).is_(None),
    ),
    ("read_at",),
)


class OutboxTable:
    """The notices of one office, each kept once: the Outbox of `notifications.ports`."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        """Read and write through a store; a new notice is due for its first try now."""
        self._store = store
        self._now = now
        self.log = DeliveryLog(store)

    def knows(self, key: str) -> bool:
        """Say whether a notice of this key was ever added."""
        return bool(self._store.fetch(_KNOWN, self._key(key)))

    def add(self, notices: Sequence[Notice]) -> int:
        """Keep the notices whose dedup key is new; return how many were.

        One that waits on the desk is sent by being written.
        """
        if not notices:
            return 0
        now, first = self._now(), self._next_id()
        rows = [self._row(row_id, notice, now) for row_id, notice in enumerate(notices, first)]
        return self._store.run_many(_ADD[self._store.dialect.name], rows)

    def claim(
        self, now: datetime, *, limit: int, lease: timedelta, without: Collection[str] = ()
    ) -> list[OutboxItem]:
        """Take pending items that are due for a try, oldest first, and count the attempt.

        What is said of a merged request waits: it is sent if the merger is annulled. Of an item
        whose lease ran out nobody knows whether it was sent: the log says so.
        """
        left_alone = [*without, *[""] * _MOST_WITHOUT][:_MOST_WITHOUT]
        but = {f"but_{place}": name for place, name in enumerate(left_alone)}
        asked = {"skipped": 0, "office": self._store.office_id, "now": now, "most": limit, **but}
        items = []
        for row in self._store.fetch(_WAITING, asked):
            item, was_leased = _item(row), row[8] is not None
            if was_leased:
                self.log.write(item, now, Outcome.DOUBTFUL, "lease_ended", attempt=row[7])
            claimed = {"leased_until": now + lease, "attempts": item.attempts}
            self._store.run(_LEASE, claimed | self._key(item.key))
            items.append(item)
        return items

    def sent(self, item: OutboxItem, at: datetime, answer: str = "") -> None:
        """Write down that the item went out, and what the channel answered."""
        columns = {
            "status": OutboxStatus.SENT.value,
            "sent_at": at,
            "leased_until": None,
            "last_error": "",
        }
        self._store.run(_SENT, columns | self._key(item.key))
        self.log.write(item, at, Outcome.SENT, answer)

    def failed(
        self,
        item: OutboxItem,
        at: datetime,
        error: str,
        *,
        retry: bool,
        after: timedelta | None = None,
    ) -> None:
        """Write down why not; after the last of RETRY_AFTER the item is given up."""
        outcome = _outcome(item, retry=retry, after=after)
        wait = after
        if outcome is Outcome.RETRIED:
            wait = RETRY_AFTER[item.attempts - 1]
        given_up = outcome is Outcome.FAILED
        columns = {
            "status": (OutboxStatus.FAILED if given_up else OutboxStatus.PENDING).value,
            "leased_until": None,
            "last_error": error,
            "next_try_at": at + (wait or timedelta()),
            "attempts": item.attempts - (outcome is Outcome.DEFERRED),
            "this_attempt": item.attempts,
        }
        self._store.run(_FAILED, columns | self._key(item.key))
        self.log.write(item, at, outcome, error)

    def revive(self, key: str, at: datetime) -> bool:
        """Have a notice that was given up tried again from the start; False if it was not."""
        columns = {
            "status": OutboxStatus.PENDING.value,
            "attempts": 0,
            "next_try_at": at,
            "given_up": OutboxStatus.FAILED.value,
        }
        if not self._store.run(_REVIVED, columns | self._key(key)):
            return False
        self.log.revived(key, at)
        return True

    def all(self, status: OutboxStatus | None = None) -> Sequence[OutboxRow]:
        """Return the notices, or those of one status, in the order they were added."""
        query = select_rows(OutboxRow).where(OutboxRow.office_id == self._store.office_id)
        if status is not None:
            query = query.where(OutboxRow.status == status.value)
        return self._store.all(query.order_by(col(OutboxRow.id)))

    def given_up(self) -> list[str]:
        """Return, for each notice that was given up, the request it was about; blank for none."""
        rows = self._store.fetch(_UNSENT, {"office": self._store.office_id})
        return [str(number) for (number,) in rows]

    def latest(self, *, limit: int, status: OutboxStatus | None = None) -> Sequence[OutboxRow]:
        """Return the notices that were added last, or those of one status, the last first."""
        query = select_rows(OutboxRow).where(OutboxRow.office_id == self._store.office_id)
        if status is not None:
            query = query.where(OutboxRow.status == status.value)
        return self._store.all(query.order_by(col(OutboxRow.id).desc()).limit(limit))

    def statuses(self, keys: Collection[str]) -> dict[str, str]:
        """Return what has become of notices, by their keys, as far as they were added."""
        query = select(col(OutboxRow.dedup_key), col(OutboxRow.status)).where(
            col(OutboxRow.office_id) == self._store.office_id, col(OutboxRow.dedup_key).in_(keys)
        )
        return {str(key): str(status) for key, status in self._store.connection.execute(query)}

    def added_since(self, at: datetime) -> Sequence[OutboxRow]:
        """Return the notices that were added since then, in that order."""
        query = select_rows(OutboxRow).where(
            OutboxRow.office_id == self._store.office_id, col(OutboxRow.created_at) >= at
        )
        return self._store.all(query.order_by(col(OutboxRow.id)))

    def for_person(self, name: str, *, unread: bool = True) -> Sequence[OutboxRow]:
        """Return what waits on the desk for somebody, or all that ever did, the newest first."""
        query = select_rows(OutboxRow).where(
            OutboxRow.office_id == self._store.office_id,
            _ON_DESK,
            OutboxRow.recipient == str(on_desk(name)),
        )
        if unread:
            query = query.where(col(OutboxRow.read_at).is_(None))
        return self._store.all(query.order_by(col(OutboxRow.id).desc()))

    def unread_of(self, name: str) -> int:
        """Return how much waits on the desk for somebody."""
        asked = {"office": self._store.office_id, "reader": str(on_desk(name))}
        ((count,),) = self._store.fetch(_UNREAD, asked)
        return int(count)

    def told_to(self, name: str, *, limit: int) -> Sequence[OutboxRow]:
        """Return what somebody was told last by any channel, the last first; digests as one."""
        query = select_rows(OutboxRow).where(
            OutboxRow.office_id == self._store.office_id,
            col(OutboxRow.recipient).startswith(f"{name} <", autoescape=True),
            OutboxRow.status != OutboxStatus.GATHERED.value,
        )
        return self._store.all(query.order_by(col(OutboxRow.id).desc()).limit(limit))

    def mark_read(self, key: str, name: str, at: datetime) -> bool:
        """Write down that somebody read what waited for them; False where there was nothing."""
        columns = {"read_at": at, "reader": str(on_desk(name))}
        return bool(self._store.run(_READ, columns | self._key(key)))

    def _key(self, key: str) -> dict[str, object]:
        return {"office": self._store.office_id, "key": key}

    def _row(self, row_id: int, notice: Notice, now: datetime) -> Mapping[str, object]:
        status = OutboxStatus.SENT if notice.channel == IN_APP else OutboxStatus.PENDING
        return {
            "office_id": self._store.office_id,
            "id": row_id,
            "dedup_key": notice.dedup_key,
            "rule": notice.rule,
            "request_number": notice.request_no,
            "due_on": notice.due_on,
            "recipient": str(notice.recipient),
            "channel": notice.channel,
            "subject": notice.subject,
            "body": notice.body,
            "status": status.value,
            "attempts": 0,
            "next_try_at": now,
            "leased_until": None,
            "last_error": "",
            "created_at": now,
            "sent_at": now if status is OutboxStatus.SENT else None,
            "read_at": None,
        }

    def _next_id(self) -> int:
        ((last,),) = self._store.fetch(_LAST, {"office": self._store.office_id})
        return int(last or 0) + 1


def on_desk(name: str) -> Recipient:
    """Return how the desk reaches somebody: by name."""
    return Recipient(name, name)


def _outcome(item: OutboxItem, *, retry: bool, after: timedelta | None) -> Outcome:
    if after is not None:
        return Outcome.DEFERRED
    again = retry and item.attempts <= len(RETRY_AFTER)
    return Outcome.RETRIED if again else Outcome.FAILED


def _item(row: Fetched) -> OutboxItem:
    key, channel, recipient, subject, body, number, due_on, attempts, _ = row
    due = None if due_on is None else as_day(due_on)
    message = Message(key, Recipient.parse(recipient), subject, body, number, due)
    return OutboxItem(channel, message, attempts + 1)
