"""Units of work and views: all of a change or none of it, and the records at one moment.

Nothing else commits than the writers named here: one connection that the threads of a process
share on SQLite, one for each unit of work on PostgreSQL.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Engine

from states.statute.practice import Practice
from workflow.records.pooled_writer import PooledWriter
from workflow.records.shared_writer import SharedWriter
from workflow.records.view import View


class UnitOfWork(View):
    """The registers of one office within a transaction; nothing stays unless all of it does."""

    def of(self, office_id: int) -> "UnitOfWork":
        """Return the same unit of work, for another office."""
        return UnitOfWork(self.connection, office_id, self.practice, self._now)


Writer = SharedWriter | PooledWriter


def writer_for(engine: Engine) -> Writer:
    """Return what writes through an engine, as its database has it."""
    return SharedWriter(engine) if engine.dialect.name == "sqlite" else PooledWriter(engine)


@contextmanager
def unit_of_work(
    writer: Writer,
    office_id: int,
    practice: Practice,
    now: Callable[[], datetime],
    *,
    alone: bool = False,
) -> Iterator[UnitOfWork]:
    """Work for an office: all of it is durable at the end of the block, or none is kept."""
    with writer.working(office_id, alone=alone) as connection:
        yield UnitOfWork(connection, office_id, practice, now)


@contextmanager
def view(
    engine: Engine, office_id: int, practice: Practice, now: Callable[[], datetime]
) -> Iterator[View]:
    """Look at an office's records as they stand at one moment; nothing can be written."""
    with engine.connect() as connection, connection.begin():
        yield View(connection, office_id, practice, now)
