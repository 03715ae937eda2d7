"""Connections: how SQLite is made durable, and who may write through one."""

from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL

from workflow.records.canonical import canonical_json
from workflow.records.errors import DatabaseUnsupportedError

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

# On a connection with this option the unit of work begins and ends the transactions itself.
BY_HAND = "disclosure_by_hand"


def writing_engine(url: str) -> Engine:
    """Return an engine whose transactions take the right to write at once."""
    return _engine(url, begin="BEGIN IMMEDIATE")


def reading_engine(url: str) -> Engine:
    """Return an engine whose transactions see one state of the records and cannot change it."""
    return _engine(url, begin="BEGIN", last="PRAGMA query_only = ON")


def _engine(url: str, begin: str, last: str = "") -> Engine:
    address = make_url(url)
    engine = create_engine(address, json_serializer=canonical_json)
    if engine.dialect.name == "sqlite":
        _refuse_memory(address)
        _prepare_sqlite(engine, begin, last)
    return engine


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
