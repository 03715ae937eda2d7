"""Jobs on procrastinate (extra `queue`): PostgreSQL keeps them, any number of workers run them."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final

from workflow.bootstrap import Installation
from workflow.jobs.errors import QueueNeedsServerError
from workflow.jobs.running import JobName, Payload, run_job
from workflow.records.copying import SQLITE, kind_of
from workflow.records.engine import address_of
from workflow.records.foreign_tables import make_unless_there
from workflow.services.errors import ExtraNotInstalledError

TASK: Final = "disclosure.run_job"
# A job that failed is tried again so often, waiting longer each time; the outbox has its own.
_ATTEMPTS: Final = 5
# A worker that was not heard of for so many seconds is gone, and its job waits again.
_LOST_AFTER: Final = 30.0


class ProcrastinateQueue:
    """A queue in the installation's own PostgreSQL; a key waits there once."""

    def __init__(self, installation: Installation) -> None:
        """Use the database of the installation.

        Raises QueueNeedsServerError where it is a file, ExtraNotInstalledError without the library.
        """
        if kind_of(installation.settings.database) == SQLITE:
            raise QueueNeedsServerError
        try:
            library: Any = import_module("procrastinate")
        except ImportError as error:
            raise ExtraNotInstalledError("queue", "procrastinate") from error
        address = address_of(installation.settings.database).set(drivername="postgresql")
        self._address = address.render_as_string(hide_password=False)
        self._library = library
        self._installation = installation
        self._opened: Any = None

    def set_up(self) -> None:
        """Make the tables of the library, unless they are there; of many processes one makes them.

        Work for no office is done by one process at a time.
        """
        schema = self._library.App(connector=self._connector()).schema_manager.get_schema()
        with self._installation.work() as uow:
            make_unless_there(uow.connection, "procrastinate_jobs", schema)

    def put(self, name: JobName, key: str, payload: Payload, *, slot: str = "") -> bool:
        """Queue a job, unless one of its key is waiting, of whatever slot."""
        del slot
        if self._opened is None:
            with self._open():
                return self._put(name, key, payload)
        return self._put(name, key, payload)

    @contextmanager
    def putting(self) -> Iterator["ProcrastinateQueue"]:
        """Keep a connection while many jobs are put; jobs of workers that are gone wait again."""
        asyncio.run(self._put_back_lost())
        with self._open():
            yield self

    def work(self) -> None:
        """Run what waits, until nothing does."""
        asyncio.run(self._put_back_lost())
        self._worker().run_worker(
            wait=False,
            install_signal_handlers=False,
            listen_notify=False,
            delete_jobs="successful",
        )

    def work_forever(self) -> None:
        """Run what waits and what comes, until told to stop."""
        asyncio.run(self._put_back_lost())
        self._worker().run_worker(delete_jobs="successful")

    def _put(self, name: JobName, key: str, payload: Payload) -> bool:
        task = self._opened.configure_task(TASK, queueing_lock=f"{name}:{key}")
        try:
            task.defer(name=name.value, payload=dict(payload))
        except self._library.exceptions.AlreadyEnqueued:
            return False
        return True

    async def _put_back_lost(self) -> None:
        """Let the jobs wait again whose worker died over them: each may run a second time.

        Where another of the key waits already, that one will do.
        """
        async with self._library.App(connector=self._connector()).open_async() as app:
            jobs, failed = app.job_manager, self._library.jobs.Status.FAILED
            for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=_LOST_AFTER):
                try:
                    await jobs.retry_job(job)
                except self._library.exceptions.ConnectorException:
                    await jobs.finish_job(job, failed, delete_job=True)

    @contextmanager
    def _open(self) -> Iterator[None]:
        connector = self._library.SyncPsycopgConnector(conninfo=self._address)
        with self._library.App(connector=connector).open() as app:
            self._opened = app
            try:
                yield
            finally:
                self._opened = None

    def _connector(self) -> Any:  # noqa: ANN401 -- the library is not imported, so it has no types
        return self._library.PsycopgConnector(conninfo=self._address)

    def _worker(self) -> Any:  # noqa: ANN401 -- likewise
        """Return the library's application, whose task is the very job."""
        app = self._library.App(connector=self._connector())
        retry = self._library.RetryStrategy(max_attempts=_ATTEMPTS, exponential_wait=4)

        @app.task(name=TASK, retry=retry)  # type: ignore[untyped-decorator]
        def _run(name: str, payload: dict[str, str]) -> None:
            run_job(self._installation, name, payload)

        return app
