"""What a register can be asked; what was annulled is left out unless it is asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from workflow.records.chain import Chain, Entry
from workflow.records.counting import ANNULLED
from workflow.records.dossiers import read_history
from workflow.records.errors import KeyReusedError, RowNotFoundError
from workflow.records.kinds import Facts, Kind, Row
from workflow.records.store import Store
from workflow.records.tables.requests import EventRow


@dataclass(frozen=True, slots=True)
class RowsWanted:
    """What a list is narrowed to; what is empty narrows nothing."""

    since: date | None = None
    until: date | None = None
    text: str = ""
    annulled: bool = False
    holding: dict[str, object] = field(default_factory=dict)
    unless: dict[str, object] = field(default_factory=dict)


EVERY_ROW = RowsWanted()


@dataclass(frozen=True, slots=True)
class Sorted:
    """The order of a list: by a column and then by id; `after` is where the last page ended."""

    by: str = ""
    descending: bool = True
    after: int | None = None


class Reading(Generic[Facts, Row]):
    """The rows of one kind that an office has, by their day and then by id."""

    def __init__(self, store: Store, chain: Chain, kind: Kind[Facts, Row]) -> None:
        """Read through a store; whoever writes enters what is written in the chain."""
        self._store = store
        self._chain = chain
        self.kind = kind

    def all(self) -> Sequence[Row]:
        """Return every row in its order."""
        return self._store.all(self._rows())

    def between(self, first: date, last: date) -> Sequence[Row]:
        """Return the rows whose day lies between two, both included."""
        on = self.kind.columns[self.kind.on]
        return self._store.all(self._rows().where(on >= first, on <= last))

    def where(self, **columns: object) -> Sequence[Row]:
        """Return the rows whose columns hold these values."""
        return self._store.all(self._rows().where(*self._holding(columns)))

    def page(self, wanted: RowsWanted = EVERY_ROW, *, limit: int | None = 50) -> Sequence[Row]:
        """Return a page of rows, the newest first; those without a day come before them."""
        columns, on = self.kind.columns, self.kind.on
        query = self._every(wanted.annulled).where(*self._clauses(wanted))
        if on:
            query = query.order_by(columns[on].is_not(None), columns[on].desc())
        return self._store.all(query.order_by(columns.id.desc()).limit(limit))

    def sheet(self, wanted: RowsWanted, order: Sorted, *, limit: int) -> Sequence[Row]:
        """Return the rows that come next in an order; a day that is missing counts as the last."""
        columns = self.kind.columns
        value = self._sorting(order.by or self.kind.on)
        query = self._every(wanted.annulled).where(*self._clauses(wanted))
        if order.after is not None:
            here = columns.id == order.after
            mine = columns.office_id == self._store.office_id
            last = select(value).where(mine, here).scalar_subquery()
            beyond = value < last if order.descending else value > last
            next_id = columns.id < order.after if order.descending else columns.id > order.after
            query = query.where(or_(beyond, and_(value == last, next_id)))
        keys = (value, columns.id)
        ordered = (key.desc() if order.descending else key.asc() for key in keys)
        return self._store.all(query.order_by(*ordered).limit(limit))

    def count(self, wanted: RowsWanted) -> int:
        """Return how many rows there are of those wanted."""
        columns = self.kind.columns
        query = select(func.count()).where(columns.office_id == self._store.office_id)
        if self.kind.is_annullable and not wanted.annulled:
            query = query.where(columns[ANNULLED].is_(False))
        return int(self._store.connection.scalar(query.where(*self._clauses(wanted))) or 0)

    def years(self) -> range:
        """Return the years in which rows have their day, without gaps."""
        on = self.kind.columns[self.kind.on]
        query = select(func.min(on), func.max(on)).where(
            self.kind.columns.office_id == self._store.office_id
        )
        first, last = self._store.connection.execute(query).one()
        return range(0) if first is None else range(first.year, last.year + 1)

    def find(self, row_id: int) -> Row:
        """Return a row, annulled or not, or raise RowNotFoundError."""
        query = self._every(annulled=True).where(self.kind.columns.id == row_id)
        found = self._store.first(query)
        if found is None:
            raise RowNotFoundError(self.kind.subject, row_id)
        return found

    def values(self, column: str) -> Sequence[object]:
        """Return what a column holds, each value once, in rows that are void too."""
        columns = self.kind.columns
        query = select(columns[column]).where(columns.office_id == self._store.office_id)
        return self._store.connection.execute(query.distinct()).scalars().all()

    def largest(self, column: str, **holding: object) -> int:
        """Return the largest number a column holds, in rows that are void too; 0 without any."""
        columns = self.kind.columns
        query = select(func.max(columns[column])).where(
            columns.office_id == self._store.office_id, *self._holding(holding)
        )
        return int(self._store.connection.scalar(query) or 0)

    def history(self, row_id: int) -> tuple[Entry, ...]:
        """Return all that was entered about a row, in the order of entry."""
        return read_history(self._store, self.kind.subject, row_id)

    def version(self, row_id: int) -> int:
        """Return how many events there are about a row."""
        last = self._store.connection.scalar(
            select(func.max(col(EventRow.position))).where(
                EventRow.office_id == self._store.office_id,
                EventRow.subject == self.kind.subject,
                EventRow.subject_id == row_id,
            )
        )
        return 0 if last is None else int(last) + 1

    def written_under(self, key: str | None) -> int | None:
        """Return the row that something was entered about under an idempotency key.

        Raises KeyReusedError where the key has served another register.
        """
        if key is None:
            return None
        event = self._store.first(
            select(EventRow).where(
                EventRow.office_id == self._store.office_id, EventRow.idempotency_key == key
            )
        )
        if event is None:
            return None
        if event.subject != self.kind.subject:
            raise KeyReusedError(key)
        return event.subject_id

    def _clauses(self, wanted: RowsWanted) -> Iterator[ColumnElement[bool]]:
        columns, on = self.kind.columns, self.kind.on
        if wanted.since is not None:
            yield columns[on] >= wanted.since
        if wanted.until is not None:
            yield columns[on] <= wanted.until
        if wanted.text:
            searched = (columns[name] for name in self.kind.searched)
            yield or_(*(column.contains(wanted.text, autoescape=True) for column in searched))
        yield from self._holding(wanted.holding)
        for name, value in wanted.unless.items():
            yield columns[name] != value

    def _sorting(self, name: str) -> ColumnElement[Any]:
        """Return what rows are sorted by: a column, with a value where it holds none."""
        if not name:
            return self.kind.columns.id
        column = self.kind.columns[name]
        return func.coalesce(column, date.max) if column.nullable else column

    def _holding(self, held: dict[str, object]) -> list[ColumnElement[bool]]:
        return [self.kind.columns[name] == value for name, value in held.items()]

    def _every(self, annulled: bool) -> SelectOfScalar[Row]:  # noqa: FBT001 - what narrows it
        columns = self.kind.columns
        query = select(self.kind.row).where(columns.office_id == self._store.office_id)
        if self.kind.is_annullable and not annulled:
            query = query.where(columns[ANNULLED].is_(False))
        return query

    def _rows(self) -> SelectOfScalar[Row]:
        columns, on = self.kind.columns, self.kind.on
        order = (columns[on], columns.id) if on else (columns.id,)
        return self._every(annulled=False).order_by(*order)
