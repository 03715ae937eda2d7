"""Questions asked of the requests of an office; the order is part of each answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from workflow.records.errors import RequestNotFoundError
from workflow.records.searching import has_text, searched_for
from workflow.records.store import Prepared, Store
from workflow.records.tables.offices import StaffRow
from workflow.records.tables.requests import RequestRow
from workflow.records.text_pairs import TextPairs

Query = SelectOfScalar[RequestRow]

_STREAMED = 1_000
_OPEN = col(RequestRow.closed_on).is_(None)

_OPEN_VERSIONS = Prepared(
    select(RequestRow.id, RequestRow.version).where(
        col(RequestRow.office_id) == bindparam("office"), _OPEN
    )
)


_DUE = Prepared(
    select(RequestRow.id, RequestRow.number, RequestRow.case_officer, RequestRow.channel)
    .where(
        col(RequestRow.office_id) == bindparam("office"),
        _OPEN,
        col(RequestRow.next_due) <= bindparam("day"),
    )
    .order_by(col(RequestRow.next_due), col(RequestRow.id))
)
_STAFF = Prepared(
    select(StaffRow.name)
    .where(col(StaffRow.office_id) == bindparam("office"))
    .order_by(col(StaffRow.id))
)


class AttendedRow(NamedTuple):
    """A request, no more of it than what it takes to remind of it."""

    id: int
    number: str
    case_officer: str
    channel: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; what is empty narrows nothing."""

    states: frozenset[str] = frozenset()
    case_officer: str | None = None
    officer_among: frozenset[str] | None = None
    officer_not_among: frozenset[str] | None = None
    text: str = ""
    due_by: date | None = None
    received_from: date | None = None
    received_until: date | None = None
    channel: str = ""
    outcome: str = ""
    on_time: bool | None = None
    closed: bool | None = None

    def clauses(self) -> Iterator[ColumnElement[bool]]:
        """Yield the conditions in the words of the database, but for the text."""
        if self.states:
            yield col(RequestRow.state).in_(sorted(self.states))
        yield from self._officers()
        if self.due_by is not None:
            yield col(RequestRow.next_due) <= self.due_by
        if self.received_from is not None:
            yield col(RequestRow.received_on) >= self.received_from
        if self.received_until is not None:
            yield col(RequestRow.received_on) <= self.received_until
        yield from self._endings()

    def _endings(self) -> Iterator[ColumnElement[bool]]:
        if self.channel:
            yield col(RequestRow.channel) == self.channel
        if self.outcome:
            yield col(RequestRow.outcome) == self.outcome
        if self.on_time is not None:
            yield col(RequestRow.on_time).is_(self.on_time)
        if self.closed is not None:
            yield ~_OPEN if self.closed else _OPEN

    def _officers(self) -> Iterator[ColumnElement[bool]]:
        officer = col(RequestRow.case_officer)
        if self.case_officer is not None:
            yield officer == self.case_officer
        if self.officer_among is not None:
            yield officer.in_(sorted(self.officer_among))
        if self.officer_not_among is not None:
            yield officer.not_in(sorted(self.officer_not_among))


EVERYTHING = Wanted()
_LARGEST = 2**63 - 1  # what the database can be asked for


class Worklists:
    """What the requests of an office can be asked without rebuilding any."""

    def __init__(self, store: Store) -> None:
        """Ask through a store."""
        self._store = store
        self.text_pairs = TextPairs(store)

    def find(self, number: str) -> RequestRow:
        """Return the row of a request, or raise RequestNotFoundError."""
        row = self._store.first(self._rows().where(RequestRow.number == number))
        if row is None:
            raise RequestNotFoundError(number)
        return row

    def number_of(self, row_id: int) -> str:
        """Return the number of a request by its row, or raise RequestNotFoundError."""
        if not 0 < row_id <= _LARGEST:
            raise RequestNotFoundError(str(row_id))
        number = self._store.first(
            select(RequestRow.number).where(
                RequestRow.office_id == self._store.office_id, RequestRow.id == row_id
            )
        )
        if number is None:
            raise RequestNotFoundError(str(row_id))
        return number

    def ids_of(self, numbers: Sequence[str]) -> dict[str, int]:
        """Return the rows of those numbers that are of requests of the office."""
        if not numbers:
            return {}
        found = self._rows().where(col(RequestRow.number).in_(sorted({*numbers})))
        return {row.number: row.id for row in self._store.all(found)}

    def rows_of(self, row_ids: Sequence[int]) -> Sequence[RequestRow]:
        """Return the rows of some requests, in order."""
        found = self._rows().where(col(RequestRow.id).in_(row_ids))
        return self._store.all(found.order_by(col(RequestRow.id)))

    def open_requests(self) -> Sequence[RequestRow]:
        """Return the open requests by their next due date; those without one come last."""
        return [*self.open_page(limit=None)]

    def answer_due_by(self, day: date) -> Sequence[RequestRow]:
        """Return the open requests to be answered on or before a day, soonest first."""
        return self._store.all(
            self._rows()
            .where(_OPEN, col(RequestRow.answer_due) <= day)
            .order_by(col(RequestRow.answer_due), col(RequestRow.id))
        )

    def next_due_by(self, day: date) -> list[AttendedRow]:
        """Return the open requests of which some clock may end on or before a day."""
        asked = {"office": self._store.office_id, "day": day}
        return [*map(AttendedRow._make, self._store.fetch(_DUE, asked))]

    def open_or_provisional(self) -> Sequence[RequestRow]:
        """Return the requests whose dates a new holiday notice may move."""
        return self._store.all(
            self._rows()
            .where(or_(_OPEN, col(RequestRow.provisional).is_(True)))
            .order_by(col(RequestRow.id))
        )

    def answered_late(self, year: int) -> Sequence[RequestRow]:
        """Return the requests whose reply was served in a year, after its day, in that order."""
        closed_on = col(RequestRow.closed_on)
        return self._store.all(
            self._rows()
            .where(closed_on >= date(year, 1, 1), closed_on <= date(year, 12, 31))
            .where(col(RequestRow.on_time).is_(False))
            .order_by(closed_on, col(RequestRow.id))
        )

    def open_page(
        self,
        wanted: Wanted = EVERYTHING,
        *,
        after: RequestRow | None = None,
        limit: int | None = 50,
    ) -> Sequence[RequestRow]:
        """Return a page of open requests by next due date and id, after the last row seen."""
        found: list[RequestRow] = []
        query = self._narrowed(wanted).where(_OPEN)
        if after is None or after.next_due is not None:
            dated = query.where(col(RequestRow.next_due).is_not(None), *_later(after))
            ordered = dated.order_by(col(RequestRow.next_due), col(RequestRow.id))
            found.extend(self._store.all(ordered.limit(limit)))
        if limit is None or len(found) < limit:
            past = after.id if after is not None and after.next_due is None else 0
            undated = query.where(col(RequestRow.next_due).is_(None), col(RequestRow.id) > past)
            rest = None if limit is None else limit - len(found)
            found.extend(self._store.all(undated.order_by(col(RequestRow.id)).limit(rest)))
        return found

    def page(
        self, wanted: Wanted = EVERYTHING, *, before_id: int | None = None, limit: int | None = 50
    ) -> Sequence[RequestRow]:
        """Return a page of all requests, open and closed, the newest first."""
        query = self._narrowed(wanted)
        if before_id is not None:
            query = query.where(col(RequestRow.id) < before_id)
        return self._store.all(query.order_by(col(RequestRow.id).desc()).limit(limit))

    def open_versions(self) -> list[tuple[int, int]]:
        """Return the open requests by their rows, each with its version."""
        rows = self._store.fetch(_OPEN_VERSIONS, {"office": self._store.office_id})
        return [(int(row_id), int(version)) for row_id, version in rows]

    def open_officers(self) -> frozenset[str]:
        """Return whose the open requests are; the empty name is of the unassigned."""
        query = select(RequestRow.case_officer).where(
            RequestRow.office_id == self._store.office_id, _OPEN
        )
        return frozenset(self._store.all(query.distinct()))

    def officers(self) -> list[str]:
        """Return everybody on the staff list who may have had a request, in their order."""
        rows = self._store.fetch(_STAFF, {"office": self._store.office_id})
        return [str(name) for (name,) in rows]

    def ended_as(self, outcomes: frozenset[str]) -> Sequence[RequestRow]:
        """Return the requests that ended in one of some ways, in the order of registration."""
        return self._store.all(
            self._rows()
            .where(col(RequestRow.outcome).in_(sorted(outcomes)))
            .order_by(col(RequestRow.id))
        )

    def each(self) -> Iterator[RequestRow]:
        """Yield every request in the order of registration, a few in memory at a time."""
        last = 0
        while rows := self._store.all(
            self._rows()
            .where(col(RequestRow.id) > last)
            .order_by(col(RequestRow.id))
            .limit(_STREAMED)
        ):
            yield from rows
            last = rows[-1].id

    def _narrowed(self, wanted: Wanted) -> Query:
        query = self._rows().where(*wanted.clauses())
        if not wanted.text:
            return query
        row_ids = self.text_pairs.rows_with(wanted.text)
        if row_ids is None:
            return query.where(has_text(wanted.text, searched_for(wanted.text)))
        return query.where(col(RequestRow.id).in_(row_ids))

    def _rows(self) -> Query:
        return select(RequestRow).where(RequestRow.office_id == self._store.office_id)


def _later(after: RequestRow | None) -> list[ColumnElement[bool]]:
    """Return the condition of coming after a row in the order by next due date and id."""
    if after is None:
        return []
    due, row_id = col(RequestRow.next_due), col(RequestRow.id)
    return [or_(due > after.next_due, and_(due == after.next_due, row_id > after.id))]
