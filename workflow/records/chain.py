"""The chain of events of an office: appended to, never changed; each link holds the one before.

A hash is taken over the canonical JSON of the previous hash and everything the event says.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import and_, bindparam, insert, select, update
from sqlmodel import col

from workflow.records.canonical import canonical_instant, quoted
from workflow.records.errors import KeyReusedError
from workflow.records.store import AsWritten, Prepared, Statement, Store, as_instant, columns_of
from workflow.records.tables.offices import OfficeRow
from workflow.records.tables.requests import EventRow

GENESIS = ""
NOTHING = "{}"


class RecordKind(StrEnum):
    """What the records themselves say of a row, beside the facts that the law knows."""

    REGISTERED = "registered"
    AMENDED = "amended"
    ANNULLED = "annulled"
    RECKONED = "reckoned"
    LINKED = "linked"
    KEPT_APART = "kept_apart"
    SPLIT_INTO = "split_into"
    SPLIT_FROM = "split_from"
    TOOK_IN = "took_in"
    LET_GO = "let_go"
    FILE_ADDED = "file_added"
    FILE_WITHDRAWN = "file_withdrawn"
    IDENTITY_SHOWN = "identity_shown"
    TAKEN_OUT = "taken_out"
    MADE_NAMELESS = "made_nameless"


class Draft(NamedTuple):
    """An event before it has its place in the chain; `details` is canonical JSON."""

    subject: str
    subject_id: int
    position: int
    kind: str
    happened_on: date
    details: str = NOTHING
    annuls: int | None = None
    idempotency_key: str | None = None


class Entry(NamedTuple):
    """An event as it was entered, with its place in the chain."""

    seq: int
    subject: str
    subject_id: int
    position: int
    kind: str
    happened_on: date
    entered_at: datetime
    actor: str
    details: str
    annuls: int | None
    idempotency_key: str | None
    previous_hash: str
    hash: str

    @property
    def terms(self) -> dict[str, object]:
        """What the event says beyond its kind and its day."""
        terms: dict[str, object] = json.loads(self.details)
        return terms


# The details are written as the text that was hashed, whatever the driver makes of JSON.
_NAMES = tuple("written" if name == "details" else name for name in Entry._fields)
_EVENT = Prepared(
    insert(EventRow).values(details=bindparam("written", type_=AsWritten())),
    [name for name in columns_of(EventRow) if name != "details"],
)
_HEAD = Prepared(
    select(col(OfficeRow.chain_length), col(OfficeRow.chain_head)).where(
        col(OfficeRow.id) == bindparam("office")
    )
)
_LAST_ENTERED = Prepared(
    select(col(EventRow.entered_at))
    .join(
        OfficeRow,
        and_(
            col(OfficeRow.id) == col(EventRow.office_id),
            col(OfficeRow.chain_length) == col(EventRow.seq),
        ),
    )
    .where(col(EventRow.office_id) == bindparam("office"))
)
_NEW_HEAD = Prepared(
    update(OfficeRow).where(col(OfficeRow.id) == bindparam("office")),
    ("chain_length", "chain_head"),
)


def link(
    previous_hash: str,
    place: tuple[int, int, str, int, int, str],
    days: tuple[str, str],
    said: tuple[str, int | None, str | None],
    details: str,
) -> str:
    """Return the hash of an event: over one canonical JSON array of all that it says.

    `place` is office, seq, subject, subject id, position and kind; `days` when it happened and
    when it was entered; `said` the actor, what it annuls and its idempotency key. The details
    come last and as they are written, so that nothing can be moved across their edge.
    """
    office, seq, subject, subject_id, position, kind = place
    actor, annuls, key = said
    text = (
        f'["{previous_hash}",{office},{seq},{quoted(subject)},{subject_id},{position},'
        f'{quoted(kind)},"{days[0]}","{days[1]}",{quoted(actor)},'
        f"{'null' if annuls is None else annuls},{'null' if key is None else quoted(key)},"
        f"{details}]"
    )
    return sha256(text.encode()).hexdigest()


class Chain:
    """The end of an office's chain, within one unit of work."""

    __slots__ = ("_head", "_length", "_store")

    def __init__(self, store: Store) -> None:
        """Append through this store."""
        self._store = store
        self._length = -1
        self._head = GENESIS

    def continue_from(self, length: int, head: str) -> None:
        """Take note of where the chain ends, where a query has brought it along."""
        if self._length < 0:
            self._length, self._head = length, head

    def end(self) -> str:
        """Return the hash of the last event: it is another as soon as anything was entered."""
        if self._length < 0:
            self._length, self._head = self._read_head()
        return self._head

    def append(self, drafts: Sequence[Draft], *, actor: str, at: datetime) -> list[Entry]:
        """Append events in order, and return them as entered.

        Raises KeyReusedError where an idempotency key has served before.
        """
        entries = self._linked(drafts, actor, at)
        if entries:
            self._write(entries)
        return entries

    def append_with(
        self, draft: Draft, beside: Statement, *, actor: str, at: datetime
    ) -> tuple[Entry, int]:
        """Append an event and write what follows from it; return how many rows that touched."""
        (entry,) = self._linked((draft,), actor, at)
        return entry, self._write([entry], beside)[-1]

    def last_entered_at(self) -> datetime | None:
        """Return when the last event was entered, or None where there is none."""
        rows = self._store.fetch(_LAST_ENTERED, {"office": self._store.office_id})
        return as_instant(rows[0][0]) if rows else None

    def _read_head(self) -> tuple[int, str]:
        ((length, head),) = self._store.fetch(_HEAD, {"office": self._store.office_id})
        return length, head

    def _linked(self, drafts: Sequence[Draft], actor: str, at: datetime) -> list[Entry]:
        if self._length < 0:
            self._length, self._head = self._read_head()
        office, seq, head = self._store.office_id, self._length, self._head
        entered = canonical_instant(at)
        entries = []
        for draft in drafts:
            subject, subject_id, position, kind, on, details, annuls, key = draft
            seq += 1
            previous, head = (
                head,
                link(
                    head,
                    (office, seq, subject, subject_id, position, kind),
                    (on.isoformat(), entered),
                    (actor, annuls, key),
                    details,
                ),
            )
            entries.append(Entry(seq, *draft[:5], at, actor, *draft[5:], previous, head))
        return entries

    def _write(self, entries: Sequence[Entry], *beside: Statement) -> list[int]:
        """Write events, the end of the chain after them, and what is written beside."""
        length, head = entries[-1].seq, entries[-1].hash
        end = {"office": self._store.office_id, "chain_length": length, "chain_head": head}
        events = [(_EVENT, self._row(entry)) for entry in entries]
        try:
            if len(events) > 1:
                self._store.run_many(_EVENT, [row for _, row in events])
                events = []
            touched = self._store.run_together([*events, (_NEW_HEAD, end), *beside])
        except self._store.duplicate as error:
            keys = [entry.idempotency_key for entry in entries if entry.idempotency_key]
            if keys:
                raise KeyReusedError(keys[0]) from error
            raise
        self._length, self._head = length, head
        return touched

    def _row(self, entry: Entry) -> dict[str, object]:
        row: dict[str, object] = dict(zip(_NAMES, entry, strict=True))
        row["office_id"] = self._store.office_id
        return row
