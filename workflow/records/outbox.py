"""Notices to send, and the slots of the scheduler: what telling needs remembered."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import bindparam, exists, func, or_, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import SQLModel, col, select

from notifications.ports import RETRY_AFTER, Message, Notice, OutboxItem, Recipient
from states.case import State
from workflow.records.store import Prepared, Store, columns_of
from workflow.records.tables.requests import RequestRow
from workflow.records.tables.telling import FAILED, OutboxRow, SlotRow


class OutboxStatus(StrEnum):
    """What has become of a notice."""

    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"


def _unless_there(table: type[SQLModel]) -> dict[str, Prepared]:
    """Return, by dialect, the insert that leaves alone what is there already."""
    columns = columns_of(table)
    return {
        "sqlite": Prepared(sqlite_insert(table).on_conflict_do_nothing(), columns),
        "postgresql": Prepared(postgresql_insert(table).on_conflict_do_nothing(), columns),
    }


_ADD = _unless_there(OutboxRow)
_KNOWN = Prepared(
    select(col(OutboxRow.id)).where(
        col(OutboxRow.office_id) == bindparam("office"),
        col(OutboxRow.dedup_key) == bindparam("key"),
    )
)
_UNSENT = Prepared(
    select(col(OutboxRow.request_number)).where(
        col(OutboxRow.office_id) == bindparam("office"), FAILED
    )
)
_TAKE = _unless_there(SlotRow)


_MERGED = exists().where(
    col(RequestRow.office_id) == col(OutboxRow.office_id),
    col(RequestRow.number) == col(OutboxRow.request_number),
    col(RequestRow.state) == State.MERGED.value,
)


class OutboxTable:
    """The notices of one office, each kept once: the Outbox of `notifications.ports`."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        """Read and write through a store; a new notice is due for its first try now."""
        self._store = store
        self._now = now

    def knows(self, key: str) -> bool:
        """Say whether a notice of this key was ever added."""
        return bool(self._store.fetch(_KNOWN, {"office": self._store.office_id, "key": key}))

    def add(self, notices: Sequence[Notice]) -> int:
        """Keep the notices whose dedup key is new; return how many were."""
        if not notices:
            return 0
        now, first = self._now(), self._next_id()
        rows = [self._row(row_id, notice, now) for row_id, notice in enumerate(notices, first)]
        return self._store.run_many(_ADD[self._store.dialect.name], rows)

    def given_up(self) -> list[str]:
        """Return, for each notice that was given up, the request it was about; blank for none."""
        rows = self._store.fetch(_UNSENT, {"office": self._store.office_id})
        return [str(number) for (number,) in rows]

    def claim(self, now: datetime, *, limit: int, lease: timedelta) -> list[OutboxItem]:
        """Take pending items that are due for a try, oldest first, and count the attempt.

        What is said of a merged request waits: it is sent if the merger is annulled.
        """
        leased_until = col(OutboxRow.leased_until)
        rows = self._store.all(
            select(OutboxRow)
            .where(
                OutboxRow.office_id == self._store.office_id,
                OutboxRow.status == OutboxStatus.PENDING.value,
                col(OutboxRow.next_try_at) <= now,
                or_(leased_until.is_(None), leased_until <= now),
                ~_MERGED,
            )
            .order_by(col(OutboxRow.next_try_at), col(OutboxRow.id))
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        for row in rows:
            self._write(row.dedup_key, leased_until=now + lease, attempts=row.attempts + 1)
        return [_item(row) for row in rows]

    def sent(self, item: OutboxItem, at: datetime) -> None:
        """Write down that the item went out."""
        self._write(
            item.key,
            status=OutboxStatus.SENT.value,
            sent_at=at,
            leased_until=None,
            last_error="",
        )

    def failed(self, item: OutboxItem, at: datetime, error: str, *, retry: bool) -> None:
        """Write down why not; after the last of RETRY_AFTER the item is given up."""
        again = retry and item.attempts <= len(RETRY_AFTER)
        next_try = {"next_try_at": at + RETRY_AFTER[item.attempts - 1]} if again else {}
        self._write(
            item.key,
            status=(OutboxStatus.PENDING if again else OutboxStatus.FAILED).value,
            leased_until=None,
            last_error=error,
            **next_try,
        )

    def all(self, status: OutboxStatus | None = None) -> Sequence[OutboxRow]:
        """Return the notices, or those of one status, in the order they were added."""
        query = select(OutboxRow).where(OutboxRow.office_id == self._store.office_id)
        if status is not None:
            query = query.where(OutboxRow.status == status.value)
        return self._store.all(query.order_by(col(OutboxRow.id)))

    def latest(self, *, limit: int, status: OutboxStatus | None = None) -> Sequence[OutboxRow]:
        """Return the notices that were added last, or those of one status, the last first."""
        query = select(OutboxRow).where(OutboxRow.office_id == self._store.office_id)
        if status is not None:
            query = query.where(OutboxRow.status == status.value)
        return self._store.all(query.order_by(col(OutboxRow.id).desc()).limit(limit))

    def statuses(self, keys: Collection[str]) -> dict[str, str]:
        """Return what has become of notices, by their keys, as far as they were added."""
        query = select(OutboxRow.dedup_key, OutboxRow.status).where(
            OutboxRow.office_id == self._store.office_id, col(OutboxRow.dedup_key).in_(keys)
        )
        return {str(key): str(status) for key, status in self._store.connection.execute(query)}

    def _row(self, row_id: int, notice: Notice, now: datetime) -> dict[str, object]:
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
            "status": OutboxStatus.PENDING.value,
            "attempts": 0,
            "next_try_at": now,
            "leased_until": None,
            "last_error": "",
            "created_at": now,
            "sent_at": None,
        }

    def _write(self, key: str, **columns: object) -> None:
        self._store.connection.execute(
            update(OutboxRow)
            .where(
                col(OutboxRow.office_id) == self._store.office_id,
                col(OutboxRow.dedup_key) == key,
            )
            .values(**columns)
        )

    def _next_id(self) -> int:
        last = self._store.connection.scalar(
            select(func.max(col(OutboxRow.id))).where(OutboxRow.office_id == self._store.office_id)
        )
        return int(last or 0) + 1


class SlotTable:
    """Which runs of which job have been taken: the Slots of `notifications.ports`."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store; slots belong to no office."""
        self._store = store

    def take(self, job: str, slot: str, at: datetime) -> bool:
        """Take a slot; only the first to ask is told True."""
        values = {"job": job, "slot": slot, "taken_at": at}
        return bool(self._store.run(_TAKE[self._store.dialect.name], values))


def _item(row: OutboxRow) -> OutboxItem:
    recipient = Recipient.parse(row.recipient)
    message = Message(row.dedup_key, recipient, row.subject, row.body)
    return OutboxItem(row.channel, message, row.attempts + 1)
