"""A request and its events, read in one statement and rebuilt as a case."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Text, bindparam, cast, select
from sqlmodel import col

from states.case import Case, Event
from states.statute.practice import Practice
from states.statute.receipt import Channel
from workflow.records.canonical import JsonValue
from workflow.records.chain import Chain, Entry, RecordKind
from workflow.records.derived import KINDS, restored
from workflow.records.errors import RequestNotFoundError
from workflow.records.store import (
    Fetched,
    Prepared,
    Statement,
    Store,
    as_day,
    as_instant,
    as_json,
)
from workflow.records.tables.metadata import TABLES
from workflow.records.tables.offices import OfficeRow
from workflow.records.tables.requests import EventRow, RequestRow

SUBJECT = "request"
CHANNELS: dict[str, Channel] = {channel.value: channel for channel in Channel}


# How many requests are read in one query.
_AT_ONCE = 500


class Line(NamedTuple):
    """As much of an event as a case is rebuilt from."""

    seq: int
    kind: str
    happened_on: str | date
    details: object
    annuls: int | None = None
    idempotency_key: str | None = None


class Dossier(NamedTuple):
    """A request as a unit of work has it before it; `version` counts its events."""

    id: int
    number: str
    channel: Channel | None
    version: int
    lines: tuple[Line, ...]
    case: Case

    def keyed(self, key: str) -> Line | None:
        """Return the event that was entered with an idempotency key."""
        for line in self.lines:
            if line.idempotency_key == key:
                return line
        return None

    def facts(self) -> list[tuple[int, Event]]:
        """Return the facts that stand, in the order of entry, with their sequence numbers."""
        return [(line.seq, _fact(line)) for line in standing(self.lines)]


_COLUMNS = (
    col(EventRow.seq),
    col(EventRow.kind),
    col(EventRow.happened_on),
    cast(col(EventRow.details), Text),  # or PostgreSQL's driver takes apart what is read again
    col(EventRow.annuls),
    col(EventRow.idempotency_key),
)
_DOSSIER = Prepared(
    select(
        col(RequestRow.id),
        col(RequestRow.channel),
        col(RequestRow.version),
        col(OfficeRow.chain_length),
        col(OfficeRow.chain_head),
        *_COLUMNS,
    )
    .join(OfficeRow, col(OfficeRow.id) == col(RequestRow.office_id))
    .join(
        EventRow,
        (col(EventRow.office_id) == col(RequestRow.office_id))
        & (col(EventRow.subject) == bindparam("subject"))
        & (col(EventRow.subject_id) == col(RequestRow.id)),
    )
    .where(
        col(RequestRow.office_id) == bindparam("office"),
        col(RequestRow.number) == bindparam("number"),
    )
    .order_by(col(EventRow.position))
)
_HISTORY = Prepared(
    select(*(TABLES["event"].c[name] for name in Entry._fields))
    .where(
        col(EventRow.office_id) == bindparam("office"),
        col(EventRow.subject) == bindparam("subject"),
        col(EventRow.subject_id) == bindparam("id"),
    )
    .order_by(col(EventRow.position))
)


def read_dossier(store: Store, chain: Chain, number: str, practice: Practice) -> Dossier:
    """Return a request with all its events, or raise RequestNotFoundError."""
    rows = store.fetch(*asking_dossier(store, number))
    if not rows:
        raise RequestNotFoundError(number)
    request_id, channel, version, length, head = rows[0][:5]
    chain.continue_from(length, head)
    lines = tuple(Line._make(row[5:]) for row in rows)
    return Dossier(
        request_id,
        number,
        CHANNELS.get(channel),
        version,
        lines,
        case_of(CHANNELS.get(channel), lines, practice),
    )


def asking_dossier(store: Store, number: str) -> Statement:
    """Return what is asked for a request with all its events."""
    return _DOSSIER, {"office": store.office_id, "number": number, "subject": SUBJECT}


def read_lines(store: Store, row_ids: Sequence[int]) -> dict[int, list[Line]]:
    """Return the events of several requests by their ids, each in the order of entry."""
    found: dict[int, list[Line]] = {}
    for start in range(0, len(row_ids), _AT_ONCE):
        some = list(row_ids[start : start + _AT_ONCE])
        query = (
            select(col(EventRow.subject_id), *_COLUMNS)
            .where(
                col(EventRow.office_id) == store.office_id,
                col(EventRow.subject) == SUBJECT,
                col(EventRow.subject_id).in_(some),
            )
            .order_by(col(EventRow.subject_id), col(EventRow.position))
        )
        for row in store.connection.execute(query):
            found.setdefault(row[0], []).append(Line._make(row[1:]))
    return found


def case_of(channel: Channel | None, lines: Iterable[Line], practice: Practice) -> Case:
    """Return the case that the events make; what was annulled is left out."""
    return Case.of(channel, [_fact(line) for line in standing(lines)], practice)


def standing(lines: Iterable[Line]) -> list[Line]:
    """Return the events that record facts and were not annulled, in the order of entry."""
    lines = tuple(lines)
    annulled = {line.annuls for line in lines}
    return [line for line in lines if line.kind in KINDS and line.seq not in annulled]


def _fact(line: Line) -> Event:
    """Return the fact that an event records."""
    return restored(KINDS[line.kind], line.happened_on, as_json(line.details))


def as_registered(lines: Iterable[Line]) -> dict[str, JsonValue]:
    """Return what was registered about a row, with the amendments made to it since."""
    facts: dict[str, JsonValue] = {}
    for line in lines:
        if line.kind == RecordKind.REGISTERED:
            facts.update(json.loads(as_json(line.details)))
        elif line.kind == RecordKind.AMENDED:
            facts.update(json.loads(as_json(line.details))["facts"])
    return facts


def read_history(store: Store, subject: str, subject_id: int) -> tuple[Entry, ...]:
    """Return every event about a row, annulled ones too, in the order of entry."""
    rows = store.fetch(_HISTORY, {"office": store.office_id, "subject": subject, "id": subject_id})
    return tuple(map(entry_of, rows))


def entry_of(row: Fetched) -> Entry:
    """Return an event as entered from a row whose columns are those of an Entry."""
    entry = Entry._make(row)
    return entry._replace(
        happened_on=as_day(entry.happened_on),
        entered_at=as_instant(entry.entered_at),
        details=as_json(entry.details),
    )
