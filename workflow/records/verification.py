"""Proof that nothing was changed or removed: every link again, and every row from its events."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import groupby
from operator import itemgetter

from sqlalchemy import bindparam, select
from sqlmodel import SQLModel, col

from states.calendar.workdays import WorkCalendar
from states.statute.practice import Practice
from workflow.records import attachments, frozen, letters, offices, registers
from workflow.records.canonical import JsonValue, plain
from workflow.records.chain import GENESIS, Entry, RecordKind, link
from workflow.records.counting import ANNULLED
from workflow.records.derived import DERIVED_COLUMNS, derive
from workflow.records.dossiers import CHANNELS, SUBJECT, Line, as_registered, case_of
from workflow.records.filing import REGISTERED_COLUMNS
from workflow.records.intake import Envelope
from workflow.records.intake_verified import (
    BESIDE_NAMES,
    expected_beside,
    read_beside,
    with_what_is_beside,
)
from workflow.records.letter_proofs import number_lost, template_lost
from workflow.records.namelessness import relinked
from workflow.records.store import Fetched, Prepared, Store, as_json
from workflow.records.tables.attachments import AttachmentRow
from workflow.records.tables.letters import LetterRow
from workflow.records.tables.metadata import TABLES
from workflow.records.tables.offices import OfficeRow
from workflow.records.tables.reports import FrozenReportRow
from workflow.records.tables.requests import EventRow


class Fault(StrEnum):
    """What is wrong where the records do not hold."""

    EVENT_CHANGED = "event_changed"
    EVENT_MISSING = "event_missing"
    CHAIN_CUT_OFF = "chain_cut_off"
    ROW_CHANGED = "row_changed"
    ROW_MISSING = "row_missing"
    ROW_WITHOUT_EVENTS = "row_without_events"
    TEMPLATE_LOST = "template_lost"
    NUMBER_LOST = "number_lost"
    FILE_LOST = "file_lost"


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """The first place where the records do not hold.

    `seq` is the event at fault, or the last event about the row at fault; `columns` are those
    that do not hold what the events say.
    """

    seq: int
    what: Fault
    subject: str = ""
    subject_id: int = 0
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and the first break, if there is one."""

    events: int
    rows: int
    first_break: ChainBreak | None

    @property
    def holds(self) -> bool:
        """Whether nothing was changed or removed."""
        return self.first_break is None


_LINKS = Prepared(
    select(*(TABLES["event"].c[name] for name in Entry._fields))
    .where(col(EventRow.office_id) == bindparam("office"))
    .order_by(col(EventRow.seq))
)
_ABOUT = Prepared(
    select(
        col(EventRow.subject_id),
        *(TABLES["event"].c[name] for name in Line._fields),
    )
    .where(
        col(EventRow.office_id) == bindparam("office"),
        col(EventRow.subject) == bindparam("subject"),
    )
    .order_by(col(EventRow.subject_id), col(EventRow.position))
)
_END = Prepared(
    select(col(OfficeRow.chain_length), col(OfficeRow.chain_head)).where(
        col(OfficeRow.id) == bindparam("office")
    )
)


def _rows(table: type[SQLModel], names: tuple[str, ...], office: str = "office_id") -> Prepared:
    columns = TABLES[str(table.__tablename__)].c
    return Prepared(
        select(columns.id, *(columns[name] for name in names))
        .where(columns[office] == bindparam("office"))
        .order_by(columns.id)
    )


Expected = Callable[[list[Line]], dict[str, JsonValue]]


def _as_read(row: Fetched) -> Fetched:
    return row


@dataclass(frozen=True, slots=True)
class _Check:
    """One table to be compared with its events: its columns, and what they must hold.

    `reading` makes of a row as it was fetched its id and the values of the names.
    """

    subject: str
    names: tuple[str, ...]
    rows: Prepared
    expected: Expected
    sealed: frozenset[str] = frozenset()
    reading: Callable[[Fetched], Fetched] = _as_read


def verify(store: Store, calendar: WorkCalendar, practice: Practice) -> Verified:
    """Look at everything an office has on record, in little memory, up to the first break."""
    events, broken = _verify_chain(store)
    rows = 0
    for check in _checks(store, calendar, practice):
        if broken is not None:
            break
        seen, broken = _verify_rows(store, check)
        rows += seen
    return Verified(events, rows, broken or _verify_letters(store) or _verify_frozen(store))


def _verify_frozen(store: Store) -> ChainBreak | None:
    """Take the digest of every frozen report again, over what is kept of it."""
    for report in frozen.changed_reports(store):
        values = {"office": store.office_id, "subject": frozen.SUBJECT}
        lines = [row for row in store.fetch(_ABOUT, values) if row[0] == report]
        seq = lines[-1][1] if lines else 0
        return ChainBreak(seq, Fault.ROW_CHANGED, frozen.SUBJECT, report, ("digest",))
    return None


# --- the chain ---------------------------------------------------------------------------


def _verify_chain(store: Store) -> tuple[int, ChainBreak | None]:
    office, seq, head = store.office_id, 0, GENESIS
    # Of events that were written over since, an entry of the chain itself has the link.
    over = relinked(store.connection, office)
    for row in store.stream(_LINKS, {"office": office}):
        found, subject, subject_id, position, kind, on, at, actor = row[:8]
        details, annuls, key, previous, kept = row[8:]
        seq += 1
        if found != seq:
            return seq, ChainBreak(seq, Fault.EVENT_MISSING)
        before, head = (
            head,
            link(
                head,
                (office, seq, subject, subject_id, position, kind),
                (_text(on), _text(at)),
                (actor, annuls, key),
                as_json(details),
            ),
        )
        if seq in over and head == over[seq]:
            head = kept
        if head != kept or before != previous:
            return seq, ChainBreak(seq, Fault.EVENT_CHANGED, subject, subject_id)
    return seq, _verify_end(store, seq, head)


def _verify_end(store: Store, seq: int, head: str) -> ChainBreak | None:
    """Compare the last event with the end that the office keeps."""
    ((length, kept),) = store.fetch(_END, {"office": store.office_id})
    if (length, kept) == (seq, head):
        return None
    return ChainBreak(min(seq, length) + 1, Fault.CHAIN_CUT_OFF)


def _text(value: object) -> str:
    """Return a day or an instant as the hash was taken over it."""
    return value if isinstance(value, str) else str(plain(value))


# --- the rows ----------------------------------------------------------------------------


def _verify_rows(store: Store, check: _Check) -> tuple[int, ChainBreak | None]:
    seen = 0
    for row_id, row, lines in _paired(store, check):
        seen += 1
        last = lines[-1].seq if lines else 0
        if row is None:
            return seen, ChainBreak(last, Fault.ROW_MISSING, check.subject, row_id)
        if not lines:
            return seen, ChainBreak(last, Fault.ROW_WITHOUT_EVENTS, check.subject, row_id)
        expected = check.expected(lines)
        wrong = tuple(
            name
            for name, value in zip(check.names, check.reading(row)[1:], strict=True)
            if _as_entered(check, name, value, expected[name]) != expected[name]
        )
        if wrong:
            return seen, ChainBreak(last, Fault.ROW_CHANGED, check.subject, row_id, wrong)
    return seen, None


def _verify_letters(store: Store) -> ChainBreak | None:
    """Look for a letter that can no longer be made again, and for a number that nobody bears."""
    for what, lost in (
        (Fault.TEMPLATE_LOST, template_lost(store)),
        (Fault.NUMBER_LOST, number_lost(store)),
    ):
        if lost is not None:
            return ChainBreak(0, what, letters.SUBJECT, lost.letter_id, (lost.named,))
    return None


def _as_entered(check: _Check, name: str, value: object, expected: JsonValue) -> JsonValue:
    """Return a column as its event has it: what it holds, or the digest of that."""
    if name in check.sealed:
        return letters.sealed_digest(as_json(value))
    return _as_kept(value, expected)


def _as_kept(value: object, expected: JsonValue) -> JsonValue:
    """Return a column as JSON has it; a driver may give a document as text."""
    if isinstance(value, str) and isinstance(expected, dict):
        document: JsonValue = json.loads(value)
        return document
    return plain(value)


def _paired(store: Store, check: _Check) -> Iterator[tuple[int, Fetched | None, list[Line]]]:
    """Yield each row with the events about it, either of which may be lacking."""
    about = store.stream(_ABOUT, {"office": store.office_id, "subject": check.subject})
    groups = groupby(about, key=itemgetter(0))
    rows = store.stream(check.rows, {"office": store.office_id})
    row, group = next(rows, None), next(groups, None)
    while row is not None or group is not None:
        row_id = min(found[0] for found in (row, group) if found is not None)
        mine, lines = None, []
        if group is not None and group[0] == row_id:
            lines = [Line._make(line[1:]) for line in group[1]]
            group = next(groups, None)
        if row is not None and row[0] == row_id:
            mine, row = row, next(rows, None)
        yield row_id, mine, lines


def _checks(store: Store, calendar: WorkCalendar, practice: Practice) -> Iterator[_Check]:
    def request(lines: list[Line]) -> dict[str, JsonValue]:
        facts = as_registered(lines)
        case = case_of(CHANNELS.get(str(facts["channel"])), lines, practice)
        derived = derive(case, calendar).columns()
        count = len(lines)
        return {
            **facts,
            **expected_beside(facts),
            **{name: plain(value) for name, value in derived.items()},
            "event_count": count,
            "version": count,
        }

    names = (*REGISTERED_COLUMNS, *DERIVED_COLUMNS, "event_count", "version")
    yield _Check(
        SUBJECT,
        (*names, *BESIDE_NAMES),
        with_what_is_beside(names),
        request,
        reading=partial(read_beside, Envelope(store), len(names) + 1),
    )
    for kind in registers.KINDS:
        held = (*kind.names, ANNULLED) if kind.is_annullable else kind.names
        yield _Check(kind.subject, held, _rows(kind.row, held), _said(kind.defaults))
    yield _Check(
        letters.SUBJECT,
        letters.COLUMNS,
        _rows(LetterRow, letters.COLUMNS),
        as_registered,
        letters.SEALED,
    )
    files = attachments.COLUMNS
    yield _Check(attachments.SUBJECT, files, _rows(AttachmentRow, files), as_registered)
    issued = frozen.EVENT_COLUMNS
    yield _Check(frozen.SUBJECT, issued, _rows(FrozenReportRow, issued), as_registered)
    profile = offices.PROFILE_COLUMNS
    said = _said(offices.PROFILE_DEFAULTS)
    yield _Check(offices.SUBJECT, profile, _rows(OfficeRow, profile, "id"), said)


def _said(defaults: Mapping[str, JsonValue]) -> Expected:
    """Return what rows of a register must hold; of a column not yet there then, the default."""

    def expected(lines: list[Line]) -> dict[str, JsonValue]:
        annulled = any(line.kind == RecordKind.ANNULLED for line in lines)
        return {**defaults, **as_registered(lines), ANNULLED: annulled}

    return expected
