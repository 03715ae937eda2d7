"""Requests in which something waits for somebody: found by their facts, not one by one."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, bindparam, update
from sqlmodel import col, select

from states.case import EventKind
from workflow.records.dossiers import SUBJECT
from workflow.records.store import Prepared, Store
from workflow.records.tables.requests import EventRow, RequestRow
from workflow.records.tables.telling import OutboxRow
from workflow.records.worklists import AttendedRow

# How many keys are asked about in one query.
_AT_ONCE = 500


def open_with(store: Store, kinds: Collection[EventKind]) -> list[AttendedRow]:
    """Return the open requests with a fact of one of some kinds, in order of registration."""
    return _those_with(store, kinds, col(RequestRow.closed_on).is_(None))


def closed_since(
    store: Store, day: date, until: date, kinds: Collection[EventKind]
) -> list[AttendedRow]:
    """Return the requests closed between two days that have a fact of one of some kinds."""
    return _those_with(store, kinds, col(RequestRow.closed_on).between(day, until))


def _those_with(
    store: Store, kinds: Collection[EventKind], which: ColumnElement[bool]
) -> list[AttendedRow]:
    """Return some requests that have such a fact.

    The ids are asked for first: of a join, SQLite reads every event of the office.
    """
    mine = col(RequestRow.office_id) == store.office_id
    ids = store.all(select(RequestRow.id).where(mine, which).order_by(col(RequestRow.id)))
    found: list[AttendedRow] = []
    for start in range(0, len(ids), _AT_ONCE):
        query = select(EventRow.subject_id).where(
            col(EventRow.office_id) == store.office_id,
            col(EventRow.subject) == SUBJECT,
            col(EventRow.subject_id).in_(ids[start : start + _AT_ONCE]),
            col(EventRow.kind).in_(sorted(kind.value for kind in kinds)),
        )
        # In the order of its index: SQLite reads every event of the office without.
        query = query.order_by(col(EventRow.subject_id), col(EventRow.position))
        having = sorted(set(store.all(query)))
        if having:
            found.extend(_attended(store, col(RequestRow.id).in_(having)))
    return found


def ended_between(
    store: Store, outcomes: Collection[str], day: date, until: date
) -> Sequence[RequestRow]:
    """Return the requests that ended in one of some ways between two days."""
    return store.all(
        select(RequestRow)
        .where(
            RequestRow.office_id == store.office_id,
            col(RequestRow.closed_on).between(day, until),
            col(RequestRow.outcome).in_(sorted(outcomes)),
        )
        .order_by(col(RequestRow.id))
    )


def _attended(store: Store, *which: ColumnElement[bool]) -> list[AttendedRow]:
    columns = [getattr(RequestRow, name) for name in AttendedRow._fields]
    query = select(*columns).where(col(RequestRow.office_id) == store.office_id, *which)
    return [
        AttendedRow(*row) for row in store.connection.execute(query.order_by(col(RequestRow.id)))
    ]


def known_keys(store: Store, keys: Sequence[str]) -> frozenset[str]:
    """Return which notices were ever added, of many asked about at once."""
    return frozenset(_known(store, keys))


def _known(store: Store, keys: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(keys), _AT_ONCE):
        yield from store.all(
            select(OutboxRow.dedup_key).where(
                OutboxRow.office_id == store.office_id,
                col(OutboxRow.dedup_key).in_(keys[start : start + _AT_ONCE]),
            )
        )


_OF_KEY = (
    col(OutboxRow.office_id) == bindparam("office"),
    col(OutboxRow.dedup_key) == bindparam("key"),
    col(OutboxRow.attempts) == bindparam("tries"),
    col(OutboxRow.status) == bindparam("waiting"),
)
_UNTRIED = {"tries": 0, "waiting": "pending"}
_GATHERED = Prepared(update(OutboxRow).where(*_OF_KEY), ("status",))
_HELD = Prepared(update(OutboxRow).where(*_OF_KEY), ("next_try_at",))


def said_in_digest(store: Store, keys: Sequence[str]) -> None:
    """Let notices rest that a digest says in their place; they are never sent by themselves."""
    if keys:
        rows = [
            {**_UNTRIED, "office": store.office_id, "key": key, "status": "gathered"}
            for key in keys
        ]
        store.run_many(_GATHERED, rows)


def held_until(store: Store, keys: Sequence[str], moment: datetime) -> None:
    """Let notices that nobody has tried to send wait for a moment."""
    if keys:
        rows = [
            {**_UNTRIED, "office": store.office_id, "key": key, "next_try_at": moment}
            for key in keys
        ]
        store.run_many(_HELD, rows)
