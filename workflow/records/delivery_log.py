"""What came of every attempt to send, kept for good: when, by which channel, and its answer."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select

from notifications.ports import OutboxItem, Outcome
from workflow.records.store import Store, unless_there
from workflow.records.tables.telling import DeliveryRow

# A line that is there already is the same line: writing it down was tried again.
_WRITE = unless_there(DeliveryRow)


class DeliveryLog:
    """The attempts of one office; insert only."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store."""
        self._store = store

    def write(
        self,
        item: OutboxItem,
        at: datetime,
        outcome: Outcome,
        answer: str,
        *,
        attempt: int | None = None,
    ) -> None:
        """Write down what came of an attempt; without a number, of the one that the item counts."""
        number = item.attempts if attempt is None else attempt
        self._line(item.key, at, number, outcome, item.channel, answer)

    def revived(self, key: str, at: datetime) -> None:
        """Write down that somebody had a notice tried again."""
        self._line(key, at, 0, Outcome.REVIVED, "", "")

    def of(self, key: str) -> Sequence[DeliveryRow]:
        """Return the attempts of one notice, in the order they were made."""
        return self._store.all(
            select(DeliveryRow)
            .where(
                DeliveryRow.office_id == self._store.office_id,
                DeliveryRow.dedup_key == key,
            )
            .order_by(col(DeliveryRow.at), col(DeliveryRow.attempt))
        )

    def all(self, outcome: Outcome | None = None) -> Sequence[DeliveryRow]:
        """Return the attempts of the office, or those of one outcome, the earliest first."""
        query = select(DeliveryRow).where(DeliveryRow.office_id == self._store.office_id)
        if outcome is not None:
            query = query.where(DeliveryRow.outcome == outcome.value)
        return self._store.all(query.order_by(col(DeliveryRow.at), col(DeliveryRow.dedup_key)))

    def _line(
        self, key: str, at: datetime, attempt: int, outcome: Outcome, channel: str, answer: str
    ) -> None:
        line = {
            "office_id": self._store.office_id,
            "dedup_key": key,
            "at": at,
            "attempt": attempt,
            "outcome": outcome.value,
            "channel": channel,
            "answer": answer,
        }
        self._store.run(_WRITE[self._store.dialect.name], line)
