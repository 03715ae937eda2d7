"""The default: jobs run in the process that queues them, each slot once among all processes."""

from collections import deque
from contextlib import AbstractContextManager, nullcontext

from workflow.bootstrap import Installation
from workflow.jobs.running import JobName, Payload, run_job


class QueueAtHand:
    """Takes a slot of the records for each job, and runs what it took in turn."""

    def __init__(self, installation: Installation) -> None:
        """Run jobs of one installation."""
        self._installation = installation
        self._waiting: deque[tuple[JobName, Payload]] = deque()

    def put(self, name: JobName, key: str, payload: Payload, *, slot: str = "") -> bool:
        """Queue a job, unless this or another process has taken its key in this slot before."""
        taken = f"{key}:{slot}" if slot else key
        with self._installation.work() as uow:
            is_ours = uow.slots.take(name.value, taken, self._installation.clock.now())
        if is_ours:
            self._waiting.append((name, payload))
        return is_ours

    def putting(self) -> AbstractContextManager["QueueAtHand"]:
        """Return the queue itself: it is always open, and loses nothing but with the process."""
        return nullcontext(self)

    def work(self) -> None:
        """Run what waits, until nothing does."""
        while self._waiting:
            name, payload = self._waiting.popleft()
            run_job(self._installation, name, payload)
