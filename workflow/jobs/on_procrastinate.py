"""Jobs on procrastinate (extra `queue`): PostgreSQL keeps them, any number of workers run them."""

from importlib import import_module
from typing import Any

from workflow.bootstrap import Installation
from workflow.jobs.errors import QueueNeedsServerError
from workflow.jobs.running import JobName, Payload, run_job
from workflow.records.copying import SQLITE, kind_of
from workflow.records.engine import address_of
from workflow.services.errors import ExtraNotInstalledError

TASK = "disclosure.run_job"

_IS_SET_UP = "SELECT to_regclass('procrastinate_jobs') IS NOT NULL AS is_set_up"

# A job that failed is tried again so often, waiting longer each time; the outbox has its own.
_ATTEMPTS = 5


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

    def set_up(self) -> None:
        """Make the tables of the library, unless they are there."""
        with self._opened() as app:
            found = app.connector.execute_query_one(_IS_SET_UP)
            if not found["is_set_up"]:
                app.schema_manager.apply_schema()

    def put(self, name: JobName, key: str, payload: Payload) -> bool:
        """Queue a job, unless one of its key is waiting."""
        with self._opened() as app:
            try:
                app.configure_task(TASK, queueing_lock=f"{name}:{key}").defer(
                    name=name.value, payload=dict(payload)
                )
            except self._library.exceptions.AlreadyEnqueued:
                return False
        return True

    def work(self) -> None:
        """Run what waits, until nothing does."""
        app = self._library.App(connector=self._library.PsycopgConnector(conninfo=self._address))
        self._tell(app)
        app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)

    def work_forever(self) -> None:
        """Run what waits and what comes, until told to stop."""
        app = self._library.App(connector=self._library.PsycopgConnector(conninfo=self._address))
        self._tell(app)
        app.run_worker()

    def _opened(self) -> Any:  # noqa: ANN401 -- the library is not imported, so it has no types
        connector = self._library.SyncPsycopgConnector(conninfo=self._address)
        return self._library.App(connector=connector).open()

    def _tell(self, app: Any) -> None:  # noqa: ANN401 -- likewise
        """Let the task's body be the very job."""
        retry = self._library.RetryStrategy(max_attempts=_ATTEMPTS, exponential_wait=4)

        @app.task(name=TASK, retry=retry)  # type: ignore[untyped-decorator]
        def _run(name: str, payload: dict[str, str]) -> None:
            run_job(self._installation, name, payload)
