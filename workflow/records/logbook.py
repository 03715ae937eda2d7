"""The chain of an office as a log: its end, and its entries from the latest back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from sqlalchemy import select
from sqlmodel import col

from workflow.clock import SHANGHAI
from workflow.records.chain import Entry
from workflow.records.dossiers import entry_of
from workflow.records.store import Store
from workflow.records.tables.metadata import TABLES
from workflow.records.tables.offices import OfficeRow
from workflow.records.tables.requests import EventRow, RequestRow

_COLUMNS: Final = tuple(TABLES["event"].c[name] for name in Entry._fields)


@dataclass(frozen=True, slots=True)
class LogWanted:
    """What the log is narrowed to; what is empty narrows nothing. `before` is a place in it."""

    actor: str = ""
    kind: str = ""
    subject: str = ""
    day: date | None = None
    before: int | None = None


def chain_end(store: Store) -> tuple[int, str]:
    """Return how long the chain of the office is, and the hash that it ends with."""
    query = select(col(OfficeRow.chain_length), col(OfficeRow.chain_head)).where(
        col(OfficeRow.id) == store.office_id
    )
    length, head = store.connection.execute(query).one()
    return int(length), str(head)


def entries(store: Store, wanted: LogWanted, *, limit: int) -> tuple[Entry, ...]:
    """Return the latest entries of those wanted, the last one first."""
    query = select(*_COLUMNS).where(col(EventRow.office_id) == store.office_id)
    for column, value in (
        (EventRow.actor, wanted.actor),
        (EventRow.kind, wanted.kind),
        (EventRow.subject, wanted.subject),
    ):
        if value:
            query = query.where(col(column) == value)
    if wanted.day is not None:
        query = query.where(
            col(EventRow.entered_at) >= _start(wanted.day),
            col(EventRow.entered_at) < _start(date.fromordinal(wanted.day.toordinal() + 1)),
        )
    if wanted.before is not None:
        query = query.where(col(EventRow.seq) < wanted.before)
    rows = store.connection.execute(query.order_by(col(EventRow.seq).desc()).limit(limit))
    return tuple(entry_of(tuple(row)) for row in rows)


def numbers_of(store: Store, row_ids: Collection[int]) -> dict[int, str]:
    """Return the numbers of requests by their rows, all at once."""
    query = select(col(RequestRow.id), col(RequestRow.number)).where(
        col(RequestRow.office_id) == store.office_id, col(RequestRow.id).in_(row_ids)
    )
    return {int(row_id): str(number) for row_id, number in store.connection.execute(query)}


def _start(day: date) -> datetime:
    """Return when a day begins, where the office is."""
    return datetime.combine(day, time(), SHANGHAI)
