"""One connection as the registers use it: prepared statements, and queries that give rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime
from typing import Any, TypeVar, cast

from sqlalchemy import JSON, Connection, Date
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.sql import ClauseElement
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Session, SQLModel
from sqlmodel.sql.expression import SelectOfScalar
from sqlmodel.sql.sqltypes import UTCDateTime

from workflow.records.canonical import canonical_instant, canonical_json
from workflow.records.engine import KEYS
from workflow.records.identity_keys import Identities
from workflow.records.tables.metadata import TABLES

Values = Mapping[str, object]
Statement = tuple["Prepared", Values]
Parameters = list[object] | dict[str, object]
Fetched = tuple[Any, ...]  # a row as the driver gives it; its types are the table's
Scalar = TypeVar("Scalar")
_Asked = tuple[object, ...]  # a statement with its values


class AsWritten(TypeDecorator[Any]):
    """JSON that is text already, and stays that very text."""

    impl = JSON
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> None:
        """Give the text to the driver as it is."""
        del dialect


class Prepared:
    """A statement compiled once for each dialect, then run on the driver's own cursor.

    `columns` are those that an insert or an update sets.
    """

    __slots__ = ("_columns", "_made", "_statement")

    def __init__(self, statement: ClauseElement, columns: Iterable[str] = ()) -> None:
        """Keep the statement; it is compiled when it is first used."""
        self._statement = statement
        self._columns = tuple(columns)
        self._made: dict[str, _Compiled] = {}

    def on(self, dialect: Dialect) -> "_Compiled":
        """Return the statement as the dialect has it."""
        made = self._made.get(dialect.name)
        if made is None:
            made = _Compiled(self._statement, self._columns, dialect)
            self._made[dialect.name] = made
        return made


class _Compiled:
    """A statement's text, and how its values are given to the driver."""

    __slots__ = ("_binders", "_names", "sql")

    def __init__(
        self, statement: ClauseElement, columns: tuple[str, ...], dialect: Dialect
    ) -> None:
        compiled: Any = statement.compile(dialect=dialect, column_keys=list(columns) or None)
        self.sql = str(compiled)
        self._names: list[str] | None = compiled.positiontup
        self._binders = [
            (name if self._names is None else place, binder)
            for place, name in enumerate(self._names or compiled.binds)
            if (binder := _binder(compiled.binds[name].type, dialect)) is not None
        ]

    def parameters(self, values: Values) -> Parameters:
        """Return the values as the driver takes them."""
        names = self._names
        given: Any = dict(values) if names is None else [values[name] for name in names]
        for place, binder in self._binders:
            given[place] = binder(given[place])
        return cast("Parameters", given)


def _binder(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], object] | None:
    """Return what makes the driver's value of ours; dates on SQLite are the text hashes use."""
    if dialect.name == "sqlite" and isinstance(kind, Date):
        return _day_text
    if dialect.name == "sqlite" and isinstance(kind, UTCDateTime):
        return _instant_text
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _instant_text(at: datetime | None) -> str | None:
    return None if at is None else canonical_instant(at)


class Store:
    """A connection to the records of one office, for as long as a unit of work or a view lasts."""

    __slots__ = (
        "_ahead",
        "_connection",
        "_cursor",
        "dialect",
        "duplicate",
        "identities",
        "next_dues",
        "office_id",
    )

    def __init__(self, connection: Connection, office_id: int) -> None:
        """Use the connection, whose transactions somebody else begins and ends."""
        self._connection = connection
        self.office_id = office_id
        self.identities = Identities(office_id, connection.get_execution_options().get(KEYS))
        self.dialect = connection.dialect
        self.duplicate: type[Exception] = connection.dialect.loaded_dbapi.IntegrityError
        # What was written of requests: by number, the next day on which a clock of theirs ends.
        self.next_dues: dict[str, date | None] = {}
        self._ahead: dict[_Asked, Sequence[Fetched]] = {}
        self._cursor = self._new_cursor()

    @property
    def connection(self) -> Connection:
        """The connection itself: whoever takes it may write, and what was read ahead is old."""
        self._ahead.clear()
        return self._connection

    def _new_cursor(self) -> DBAPICursor:
        return self._connection.connection.cursor()

    def run(self, statement: Prepared, values: Values) -> int:
        """Run a statement, and return how many rows it touched."""
        self._ahead.clear()  # what is written makes it old
        made = statement.on(self.dialect)
        self._cursor.execute(made.sql, made.parameters(values))
        return self._cursor.rowcount

    def run_together(self, statements: Sequence[Statement]) -> list[int]:
        """Run statements in order, a server in one journey; return how many rows each touched."""
        if self.dialect.name == "sqlite":
            return [self.run(statement, values) for statement, values in statements]
        self._ahead.clear()
        return [cursor.rowcount for cursor in self._in_one_journey(statements)]

    def read_ahead(self, *asked: Statement) -> None:
        """Fetch what is asked for next, from a server in one journey: each answer serves once."""
        if self.dialect.name == "sqlite":
            return  # a file is not far away
        for (statement, values), cursor in zip(asked, self._in_one_journey(asked), strict=True):
            self._ahead[_asked(statement, values)] = cursor.fetchall()

    def _in_one_journey(self, statements: Iterable[Statement]) -> list[DBAPICursor]:
        """Send statements without waiting for each answer, and return their cursors."""
        cursors = []
        with in_one_journey(self._connection):
            for statement, values in statements:
                made = statement.on(self.dialect)
                cursors.append(cursor := self._new_cursor())
                cursor.execute(made.sql, made.parameters(values))
        return cursors

    def run_many(self, statement: Prepared, rows: Iterable[Values]) -> int:
        """Run a statement for each of many rows, and return how many it touched in all."""
        self._ahead.clear()
        made = statement.on(self.dialect)
        given: list[Any] = [made.parameters(row) for row in rows]
        self._cursor.executemany(made.sql, given)
        return self._cursor.rowcount

    def fetch(self, statement: Prepared, values: Values) -> Sequence[Fetched]:
        """Return all rows, as the driver gives them."""
        if self._ahead:
            found = self._ahead.pop(_asked(statement, values), None)
            if found is not None:
                return found
        made = statement.on(self.dialect)
        self._cursor.execute(made.sql, made.parameters(values))
        return self._cursor.fetchall()

    def stream(self, statement: Prepared, values: Values, size: int = 1_000) -> Iterator[Fetched]:
        """Yield the rows a few at a time, as the driver gives them."""
        made = statement.on(self.dialect)
        cursor = self._new_cursor()
        try:
            cursor.execute(made.sql, made.parameters(values))
            while rows := cursor.fetchmany(size):
                yield from rows
        finally:
            cursor.close()

    def all(self, query: SelectOfScalar[Scalar]) -> Sequence[Scalar]:
        """Return everything a query finds; rows stand for themselves, tied to no session."""
        with Session(self.connection, join_transaction_mode="rollback_only") as session:
            return session.exec(query).all()

    def first(self, query: SelectOfScalar[Scalar]) -> Scalar | None:
        """Return the first that a query finds, or None."""
        with Session(self.connection, join_transaction_mode="rollback_only") as session:
            return session.exec(query).first()


def in_one_journey(connection: Connection) -> AbstractContextManager[object]:
    """Return the span in which a server is sent statements without waiting for each answer.

    What goes wrong is raised at its end; what was sent after it is not done.
    """
    if connection.dialect.name == "sqlite":
        return nullcontext()
    driver: Any = connection.connection.driver_connection
    return cast("AbstractContextManager[object]", driver.pipeline())


def _asked(statement: Prepared, values: Values) -> _Asked:
    return id(statement), *sorted(values.items())


def columns_of(table: type[SQLModel]) -> tuple[str, ...]:
    """Return the names of a table's columns, in order."""
    return tuple(TABLES[str(table.__tablename__)].columns.keys())


def unless_there(table: type[SQLModel]) -> dict[str, Prepared]:
    """Return, by dialect, the insert that leaves alone what is there already."""
    columns = columns_of(table)
    return {
        "sqlite": Prepared(sqlite_insert(table).on_conflict_do_nothing(), columns),
        "postgresql": Prepared(postgresql_insert(table).on_conflict_do_nothing(), columns),
    }


def as_day(value: str | date) -> date:
    """Return a date that a driver gave as a date or as text."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def as_instant(value: str | datetime) -> datetime:
    """Return the instant that a driver gave, aware, in UTC."""
    instant = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


def as_json(value: object) -> str:
    """Return the JSON text that a driver gave, as it stands or taken apart."""
    return value if isinstance(value, str) else canonical_json(value)
