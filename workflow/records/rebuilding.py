"""Rows of the registers as they stood at a moment, rebuilt from what was entered about them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Date, Table, select
from sqlalchemy.orm import Session

from states.calendar.workdays import WorkCalendar
from states.case import Case, Event, EventKind
from states.statute.practice import Practice
from states.statute.receipt import Channel
from workflow.records.canonical import canonical_json
from workflow.records.chain import RecordKind
from workflow.records.counting import ANNULLED, NO, YES
from workflow.records.derived import KINDS, derive, restored
from workflow.records.moment import UpTo
from workflow.records.predicates import EXTENDED
from workflow.records.tables.metadata import TABLES
from workflow.records.tallies import Offices

_CHANNELS = frozenset(Channel)
_REQUEST = "request"
_SAID = frozenset({RecordKind.REGISTERED.value, RecordKind.AMENDED.value})
_BATCH = 500

Columns = dict[str, Any]  # a row's columns by name; their types are the table's


@dataclass(slots=True)
class _About:
    """What was entered about one row: its columns, and its facts, known then and standing now."""

    is_known: bool = True
    registered: Columns = field(default_factory=dict)
    known: list[Event] = field(default_factory=list)
    standing: list[Event] = field(default_factory=list)


class Touched(NamedTuple):
    """A record as it stands, and as it was known; nothing where it was not known."""

    office: int
    id: int
    now: Columns
    then: Columns | None


@dataclass(frozen=True, slots=True)
class Rebuilding:
    """Rows as they were known up to a moment, judged by a practice and a calendar."""

    connection: Connection | Session
    upto: UpTo
    practice: Practice
    calendar: WorkCalendar

    def touched(self, offices: Offices, subject: str) -> Iterator[Touched]:
        """Yield the requests that something was entered about since; of a small register, all."""
        for office in offices:
            if subject == _REQUEST:
                for some in self._since(office):
                    yield from self._both(office, subject, some)
            else:
                yield from self._both(office, subject)

    def _since(self, office: int) -> Iterator[list[int]]:
        """Yield the requests that an event of a later entry is about, some at a time."""
        event = TABLES["event"]
        query = (
            select(event.c.subject_id)
            .where(event.c.office_id == office, event.c.subject == _REQUEST)
            .where(~self.upto.before(event))
            .distinct()
        )
        found = list(self.connection.execute(query).scalars())
        for start in range(0, len(found), _BATCH):
            yield found[start : start + _BATCH]

    def _both(self, office: int, subject: str, some: list[int] | None = None) -> Iterator[Touched]:
        """Yield rows, all or some of them, in both readings."""
        table = TABLES[subject]
        query = select(table).where(table.c.office_id == office)
        said = self._said(office, subject, some)
        if some is not None:
            query = query.where(table.c.id.in_(some))
        for row in self.connection.execute(query).mappings():
            about = said[row["id"]]
            now = dict(row)
            then = now | _revived(table, about.registered) if about.is_known else None
            if then is not None and ANNULLED in then:
                then[ANNULLED] = False  # or its registration would not have stood
            if subject == _REQUEST:
                now |= _extended(about.standing)
                then = self._rebuilt(then, about.known) if then and about.known else None
            yield Touched(office, row["id"], now, then)

    def _rebuilt(self, columns: Columns, facts: list[Event]) -> Columns:
        channel = columns["channel"]
        case = Case.of(Channel(channel) if channel in _CHANNELS else None, facts, self.practice)
        return columns | derive(case, self.calendar).columns() | _extended(facts)

    def _said(self, office: int, subject: str, some: list[int] | None) -> defaultdict[int, _About]:
        """Return what was entered about the rows, as known then and as it stands."""
        event = TABLES["event"]
        known_then = self.upto.before(event).label("known_then")
        query = (
            select(event, known_then)
            .where(event.c.office_id == office, event.c.subject == subject)
            .order_by(event.c.subject_id, event.c.position)
        )
        if some is not None:
            query = query.where(event.c.subject_id.in_(some))
        rows = self.connection.execute(query).all()
        annulled = {row.annuls for row in rows}
        annulled_then = {row.annuls for row in rows if row.known_then}
        said: defaultdict[int, _About] = defaultdict(_About)
        for row in rows:
            about = said[row.subject_id]
            stood = bool(row.known_then) and row.seq not in annulled_then
            if row.kind == RecordKind.REGISTERED:
                about.is_known = stood
            if row.kind in _SAID and stood:
                is_registration = row.kind == RecordKind.REGISTERED
                about.registered |= row.details if is_registration else row.details["facts"]
            elif row.kind in KINDS:
                fact = restored(KINDS[row.kind], row.happened_on, canonical_json(row.details))
                about.known.extend([fact] * stood)
                about.standing.extend([fact] * (row.seq not in annulled))
        return said


def _extended(facts: list[Event]) -> Columns:
    is_extended = any(fact.kind is EventKind.EXTENSION_NOTIFIED for fact in facts)
    return {EXTENDED: YES if is_extended else NO}


def _revived(table: Table, said: Columns) -> Columns:
    """Return the columns of a table that an event wrote down, days as days again."""
    return {
        name: date.fromisoformat(held)
        if isinstance(held, str) and isinstance(table.c[name].type, Date)
        else held
        for name, held in said.items()
        if name in table.c
    }
