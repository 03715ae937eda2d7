"""One connection by which the threads of a process share SQLite's one writer, in turn.

Writers of a process queue for it. Each unit of work is a savepoint in a transaction that its
neighbours share: whoever finishes while others wait passes the baton on and waits for the commit
of the group, so that one flush to disk serves many. Nobody returns before it.
"""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, get_ident

from sqlalchemy import Connection, Engine

from workflow.records.engine import BY_HAND
from workflow.records.errors import NestedWorkError, WriteFailedError, WriterBusyError

# A group ends here even while others wait, so that the first of it need not wait for long.
GROUP_LIMIT = 64

# How long another process may keep the database before a unit of work gives up.
PATIENCE_SECONDS = 60.0

# Between processes: how often to ask for the database, and, where another was met lately, how
# long to write on before stepping aside, so that it is not starved by one that never pauses.
_NAP = 0.001
_COURTESY = 0.002
_SLICE = 0.015
_LATELY = 5.0


class _Turn:
    """One thread's place in the queue, and what became of its commit."""

    __slots__ = ("error", "gate", "thread")

    def __init__(self) -> None:
        self.gate = Lock()
        self.gate.acquire()
        self.thread = get_ident()
        self.error: Exception | None = None


class SharedWriter:
    """The connection through which a process writes; one thread at a time holds the baton."""

    def __init__(self, engine: Engine, *, patience: float = PATIENCE_SECONDS) -> None:
        """Open the connection; whoever closes the writer closes it."""
        self.connection: Connection = engine.connect().execution_options(**{BY_HAND: True})
        self.connection.begin()  # by hand: only tells SQLAlchemy that we are inside one
        self._driver = self.connection.connection
        self._cursor = self._driver.cursor()
        self._driver_error: type[Exception] = engine.dialect.loaded_dbapi.Error
        self._patience = patience
        self._met_another_at = self._slice_from = -_LATELY
        self._lock = Lock()
        self._waiting: deque[_Turn] = deque()
        self._holder: _Turn | None = None
        self._group: list[_Turn] = []
        # Waiting is done here, by short naps: the driver's own grow to a tenth of a second.
        self._execute("PRAGMA busy_timeout = 0")

    def close(self) -> None:
        """Give the connection back."""
        self.connection.close()

    @contextmanager
    def working(self, _office_id: int, *, alone: bool = False) -> Iterator[Connection]:
        """Lend the connection for a unit of work: durable at the end of the block, or undone.

        Whoever has it is alone in any case.
        """
        del alone
        turn = self.enter()
        try:
            yield self.connection
        except BaseException:
            self.undo()
            raise
        self.leave(turn)

    def enter(self) -> _Turn:
        """Wait for the baton, and begin a unit of work."""
        turn = _Turn()
        self._take_baton(turn)
        try:
            if self._group:
                self._execute("SAVEPOINT unit_of_work")
            else:
                self._begin_immediate()
        except BaseException:
            self._step_aside()
            raise
        return turn

    def leave(self, turn: _Turn) -> None:
        """Return once the unit of work is durable; WriteFailedError if it could not be made so."""
        try:
            if self._group:
                self._execute("RELEASE unit_of_work")
        except self._driver_error as error:
            self._finish(error)
            raise WriteFailedError from error
        self._group.append(turn)
        if self._pass_baton_within_group():
            turn.gate.acquire()
        else:
            self._commit_group()
        if turn.error is not None:
            raise WriteFailedError from turn.error

    def undo(self) -> None:
        """Take back the unit of work, and see to it that its neighbours' are kept."""
        try:
            if self._group:
                self._execute("ROLLBACK TO unit_of_work")
                self._execute("RELEASE unit_of_work")
            else:
                self._driver.rollback()
        except self._driver_error as error:
            self._finish(error)
        else:
            self._step_aside()

    # --- the baton -----------------------------------------------------------------------

    def _take_baton(self, turn: _Turn) -> None:
        with self._lock:
            if self._holder is None:
                self._holder = turn
                return
            if self._holder.thread == turn.thread:
                raise NestedWorkError
            self._waiting.append(turn)
        try:
            turn.gate.acquire()
        except BaseException:
            self._decline(turn)
            raise

    def _decline(self, turn: _Turn) -> None:
        """Leave the queue, or pass on a baton that came just as the wait was interrupted."""
        with self._lock:
            if turn in self._waiting:
                self._waiting.remove(turn)
                return
        self._step_aside()

    def _step_aside(self) -> None:
        """Give up the baton without a unit of work, but not the neighbours' that are done."""
        if not self._group:
            self._pass_baton()
        elif not self._pass_baton_within_group():
            self._commit_group()

    def _pass_baton(self) -> None:
        with self._lock:
            self._hand_on()

    def _pass_baton_within_group(self) -> bool:
        """Pass the baton on to one who waits, if the group has room for another."""
        if len(self._group) >= GROUP_LIMIT:
            return False
        with self._lock:
            return bool(self._waiting) and self._hand_on()

    def _hand_on(self) -> bool:
        self._holder = self._waiting.popleft() if self._waiting else None
        if self._holder is not None:
            self._holder.gate.release()
        return True

    # --- the transaction -----------------------------------------------------------------

    def _begin_immediate(self) -> None:
        """Begin with the right to write; where another process has it, ask again soon."""
        asked_at = time.monotonic()
        if asked_at - self._met_another_at < _LATELY and asked_at - self._slice_from > _SLICE:
            time.sleep(_COURTESY)
            self._slice_from = asked_at
        while not self._began():
            self._met_another_at = self._slice_from = time.monotonic()
            if self._met_another_at - asked_at > self._patience:
                raise WriterBusyError(self._patience)
            time.sleep(_NAP)

    def _began(self) -> bool:
        try:
            self._execute("BEGIN IMMEDIATE")
        except self._driver_error as error:
            if _is_busy(error):
                return False
            raise WriteFailedError from error
        return True

    def _commit_group(self) -> None:
        """Make the group durable, tell its members, and only then let the next begin."""
        error = None
        try:
            # By name: the driver's own says nothing where SQLite has rolled back already.
            self._execute("COMMIT")
        except self._driver_error as caught:
            error = caught
        self._finish(error)

    def _finish(self, error: Exception | None) -> None:
        """End the group: kept, or with an error taken back as a whole."""
        group, self._group = self._group, []
        if error is not None:
            self._driver.rollback()
        for turn in group:
            turn.error = error
            turn.gate.release()
        self._pass_baton()

    def _execute(self, sql: str) -> None:
        self._cursor.execute(sql)


def _is_busy(error: Exception) -> bool:
    name = str(getattr(error, "sqlite_errorname", ""))
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
