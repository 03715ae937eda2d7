"""Connections to PostgreSQL, one for each unit of work; an office is written by one at a time.

PostgreSQL takes many writers, so nothing is shared but the chain of an office: a unit of work
begins by taking the office for itself, before this process and every other, until it ends.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident
from time import monotonic
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from workflow.records.calendars import COUNT_NOTICES, COUNTED
from workflow.records.errors import NestedWorkError, WriteFailedError, WriterBusyError
from workflow.records.store import in_one_journey

# No office has this number: whoever writes for one holds it with all others who do, or alone.
_ALL = -1
_TAKE_OFFICE = "SELECT pg_advisory_xact_lock_shared(%s), pg_advisory_xact_lock(%s)"
# What a server says that was told to wait for locks so long and no longer.
_LOCK_NOT_AVAILABLE = "55P03"
_TAKE_ALL = "SELECT pg_advisory_xact_lock(%s), pg_advisory_xact_lock(%s)"


class PooledWriter:
    """The connections through which a process writes; as many units of work as it has threads."""

    def __init__(self, engine: Engine) -> None:
        """Take connections from the engine's pool, and give each back after its unit of work."""
        self._engine = engine
        self._at_work: set[int] = set()
        self._driver_error: type[Exception] = engine.dialect.loaded_dbapi.OperationalError

    def close(self) -> None:
        """Keep nothing: every connection was given back."""

    @contextmanager
    def working(self, office_id: int, *, alone: bool = False) -> Iterator[Connection]:
        """Lend a connection for a unit of work: durable at the end of the block, or undone.

        Alone, it waits until nobody writes for any office, and nobody does until it ends.
        """
        thread = get_ident()
        if thread in self._at_work:
            raise NestedWorkError
        self._at_work.add(thread)
        try:
            with self._begun(office_id, alone=alone) as connection:
                yield connection
                _make_durable(connection)
        finally:
            self._at_work.discard(thread)

    def _begun(self, office_id: int, *, alone: bool) -> Connection:
        """Return a connection that has taken the office.

        One whose server was restarted since it was put back is replaced: nothing was done on it.
        """
        for is_last in (False, True):
            connection = self._engine.connect()
            try:
                self._take(connection, office_id, alone=alone)
            except BaseException as error:
                is_lost = isinstance(error, self._driver_error) and self._is_lost(connection, error)
                if is_lost:
                    connection.invalidate()
                connection.close()
                if is_last or not is_lost:
                    raise
                self._engine.dispose()  # the others that were put back are of the same server
            else:
                return connection
        raise AssertionError  # pragma: no cover - the last turn returns or raises

    def _is_lost(self, connection: Connection, error: Any) -> bool:  # noqa: ANN401 - the driver's
        driver = connection.connection.driver_connection
        return self._engine.dialect.is_disconnect(error, driver, None)

    def _take(self, connection: Connection, office_id: int, *, alone: bool) -> None:
        """Wait for an office, or for all; WriterBusyError where the server waits no longer."""
        since = monotonic()
        connection.begin()
        try:
            with in_one_journey(connection):  # the beginning goes with it
                cursor, counting = (connection.connection.cursor() for _ in range(2))
                cursor.execute(_TAKE_ALL if alone else _TAKE_OFFICE, (_ALL, office_id))
                counting.execute(COUNT_NOTICES)
            (connection.info[COUNTED],) = counting.fetchone() or (None,)
        except self._driver_error as error:
            if getattr(error, "sqlstate", None) == _LOCK_NOT_AVAILABLE:
                raise WriterBusyError(round(monotonic() - since, 1)) from error
            raise


def _make_durable(connection: Connection) -> None:
    """Commit, or raise WriteFailedError where the database will not."""
    try:
        connection.commit()
    except DBAPIError as error:
        raise WriteFailedError from error
