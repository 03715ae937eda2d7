"""Connections: how SQLite is made durable, and who may write through one."""

from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from workflow.records.canonical import canonical_json
from workflow.records.errors import DatabaseUnsupportedError, DriverMissingError
from workflow.records.identity_keys import KeyFile

BUSY_MILLISECONDS = 5_000

# An acknowledged record survives a power cut (FULL), and readers never wait for the writer (WAL).
PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # or REPLACE would remove an event unseen
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cache_size = -16000",
)

# The databases that records are kept in, and by which driver.
DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}

# On a connection with this option the unit of work begins and ends the transactions itself.
BY_HAND = "disclosure_by_hand"


# What PostgreSQL must be told of transactions that only read: one state, and no change.
_READING = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


# Where a connection has the keys of identity numbers; without them they stay sealed.
KEYS = "disclosure_keys"


def writing_engine(url: str, keys: KeyFile | None = None) -> Engine:
    """Return an engine whose transactions take the right to write at once."""
    return _engine(url, begin="BEGIN IMMEDIATE").execution_options(**{KEYS: keys})


def reading_engine(url: str, keys: KeyFile | None = None) -> Engine:
    """Return an engine whose transactions see one state of the records and cannot change it."""
    # A server may have been restarted since a connection was put back: it is asked before it is
    # used. One that writes is asked with the first thing it does (PooledWriter).
    engine = _engine(url, begin="BEGIN", last="PRAGMA query_only = ON", asked=True)
    engine = engine.execution_options(**{KEYS: keys})
    return engine if engine.dialect.name == "sqlite" else engine.execution_options(**_READING)


def _engine(url: str, begin: str, last: str = "", *, asked: bool = False) -> Engine:
    address = address_of(url)
    try:
        served = address.get_backend_name() != "sqlite"
        engine = create_engine(
            address, json_serializer=canonical_json, pool_pre_ping=asked and served
        )
    except ModuleNotFoundError as error:
        raise DriverMissingError(address.drivername) from error
    if engine.dialect.name == "sqlite":
        _refuse_memory(address)
        _prepare_sqlite(engine, begin, last)
    return engine


def address_of(url: str) -> URL:
    """Return the address of a database, with the driver that we use; others are refused."""
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise DatabaseUnsupportedError(url) from error
    driver = DRIVERS.get(address.get_backend_name())
    if driver is None:
        raise DatabaseUnsupportedError(address.render_as_string(hide_password=True))
    return address.set(drivername=driver)


def _refuse_memory(address: URL) -> None:
    """Refuse a database in memory: readers and the writer would each have their own."""
    if not address.database or ":memory:" in address.database:
        raise DatabaseUnsupportedError(address.render_as_string(hide_password=True))


def _prepare_sqlite(engine: Engine, begin: str, last: str) -> None:
    def connected(connection: SqliteConnection, _record: object) -> None:
        connection.isolation_level = None  # the driver must not begin by itself
        for pragma in (*PRAGMAS, last):
            connection.execute(pragma)

    def began(connection: Connection) -> None:
        if not connection.get_execution_options().get(BY_HAND):
            connection.exec_driver_sql(begin)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", began)
