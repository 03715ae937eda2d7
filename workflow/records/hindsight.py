"""The registers as they stood at an instant: what was entered later is not known yet."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Date, Table, select
from sqlalchemy.orm import Session

from states.case import Case, Event
from states.statute.practice import DEFAULT_PRACTICE, Practice
from states.statute.receipt import Channel
from workflow.records.canonical import canonical_json
from workflow.records.chain import RecordKind
from workflow.records.derived import KINDS, restored
from workflow.records.figures import (
    Counted,
    CountedSpan,
    Figures,
    Opening,
    Register,
    Selection,
)
from workflow.records.tables.metadata import TABLES

_CHANNELS = frozenset(Channel)
_REQUESTS = frozenset({Register.REQUESTS_RECEIVED, Register.REQUESTS_CLOSED})

_Columns = dict[str, Any]  # a row's columns by name; their types are the table's


@dataclass(frozen=True, slots=True)
class _Known:
    """A record with its columns as they were known."""

    id: int
    columns: _Columns


class FiguresAsKnownOn(Figures):
    """The figures as everything entered up to an instant would have had them.

    Requests are rebuilt from their events. A row of another register counts as its registration
    and amendments had it by then; a row that no event speaks of was always known.
    """

    def __init__(
        self,
        connection: Connection | Session,
        instant: datetime,
        practice: Practice = DEFAULT_PRACTICE,
    ) -> None:
        """Read over this connection, as of this instant."""
        super().__init__(connection)
        self._instant = instant
        self._practice = practice
        self._cache: dict[tuple[int, str], list[_Known]] = {}

    def counted(self, office: int, selection: Selection, span: CountedSpan) -> tuple[Counted, ...]:
        """Return the records whose day, as known then, lies in the span."""
        on = selection.source.on
        return self._list(
            selection,
            (known for known in self._known(office, selection) if span.holds(known.columns[on])),
        )

    def number(self, office: int, selection: Selection, span: CountedSpan) -> int:
        """Return how many records `counted` would list."""
        return len(self.counted(office, selection, span))

    def open_after(self, office: int, selection: Selection, day: date) -> tuple[Counted, ...]:
        """Return the requests that, as known then, were open at the end of a day."""
        upto = CountedSpan(None, day)
        return self._list(
            selection,
            (
                known
                for known in self._known(office, selection)
                if upto.holds(known.columns["received_on"])
                and not upto.holds(known.columns["closed_on"])
            ),
        )

    def openings(self, office: int) -> tuple[Opening, ...]:
        """Return the opening balances known then, earliest first."""
        rows = (known.columns for known in self._rows(office, "opening_balance"))
        found = (Opening(row["indicator"], row["as_of_on"], row["amount"]) for row in rows)
        return tuple(sorted(found, key=lambda opening: opening.on))

    def narratives(self, office: int, year: int) -> dict[str, str]:
        """Return the office's own text for a year's report, as it stood then."""
        rows = (known.columns for known in self._rows(office, "narrative"))
        return {row["section"]: row["body"] for row in rows if row["year"] == year}

    def _known(self, office: int, selection: Selection) -> Iterator[_Known]:
        table = selection.source.table
        if (office, table) not in self._cache:
            read = self._requests if selection.register in _REQUESTS else self._rows
            self._cache[office, table] = read(office, table)
        for known in self._cache[office, table]:
            if all(c.admits(known.columns[c.column]) for c in selection.required):
                yield known

    def _list(self, selection: Selection, found: Iterator[_Known]) -> tuple[Counted, ...]:
        source = selection.source
        records = (
            Counted(
                selection.register,
                known.id,
                str(known.columns[source.number] or known.id),
                known.columns[source.on],
                known.columns[source.title],
                known.columns[source.kind] or "",
            )
            for known in found
        )
        return tuple(sorted(records, key=lambda record: (record.on, record.id)))

    def _rows(self, office: int, subject: str) -> list[_Known]:
        table = TABLES[subject]
        rows = self.connection.execute(select(table).where(table.c.office_id == office)).mappings()
        said, unknown = self._said(office, subject)
        return [
            _Known(row["id"], dict(row) | _revived(table, said.get(row["id"], {})))
            for row in rows
            if row["id"] not in unknown
        ]

    def _said(self, office: int, subject: str) -> tuple[dict[int, _Columns], set[int]]:
        """Return what rows were said to hold by then, and the rows not, or no longer, on record."""
        event = TABLES["event"]
        query = (
            select(event)
            .where(
                event.c.office_id == office,
                event.c.subject == subject,
                event.c.kind.in_((RecordKind.REGISTERED, RecordKind.AMENDED)),
            )
            .order_by(event.c.seq)
        )
        annulled = self._annulled(office, subject)
        said: defaultdict[int, _Columns] = defaultdict(dict)
        unknown: set[int] = set()
        for row in self.connection.execute(query):
            is_registration = row.kind == RecordKind.REGISTERED
            if row.entered_at <= self._instant and row.seq not in annulled:
                said[row.subject_id] |= row.details if is_registration else row.details["facts"]
            elif is_registration:
                unknown.add(row.subject_id)
        return said, unknown

    def _requests(self, office: int, subject: str) -> list[_Known]:
        events = self._events(office, subject)
        return [
            self._as_rebuilt(known, events[known.id])
            for known in self._rows(office, subject)
            if known.id in events
        ]

    def _as_rebuilt(self, known: _Known, events: list[Event]) -> _Known:
        channel = known.columns["channel"]
        case = Case.of(Channel(channel) if channel in _CHANNELS else None, events, self._practice)
        facts = {
            "state": case.state.value,
            "received_on": case.received_on,
            "closed_on": case.closed_on,
            "outcome": case.outcome,
        }
        return _Known(known.id, known.columns | facts)

    def _events(self, office: int, subject: str) -> dict[int, list[Event]]:
        event = TABLES["event"]
        annulled = self._annulled(office, subject)
        query = (
            select(event)
            .where(
                event.c.office_id == office,
                event.c.subject == subject,
                event.c.entered_at <= self._instant,
            )
            .order_by(event.c.subject_id, event.c.position)
        )
        found: defaultdict[int, list[Event]] = defaultdict(list)
        for row in self.connection.execute(query):
            if row.kind in KINDS and row.seq not in annulled:
                found[row.subject_id].append(
                    restored(KINDS[row.kind], row.happened_on, canonical_json(row.details))
                )
        return found

    def _annulled(self, office: int, subject: str) -> set[int]:
        event = TABLES["event"]
        query = select(event.c.annuls).where(
            event.c.office_id == office,
            event.c.subject == subject,
            event.c.annuls.is_not(None),
            event.c.entered_at <= self._instant,
        )
        return set(self.connection.execute(query).scalars())


def _revived(table: Table, said: _Columns) -> _Columns:
    """Return the columns of a table that an event wrote down, days as days again."""
    return {
        name: date.fromisoformat(held)
        if isinstance(held, str) and isinstance(table.c[name].type, Date)
        else held
        for name, held in said.items()
        if name in table.c
    }
