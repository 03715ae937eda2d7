"""The heavy jobs: planning for an office, sending what waits for it, rendering a letter."""

import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from notifications.messages import Lang
from workflow.bootstrap import Installation
from workflow.jobs.errors import JobUnknownError
from workflow.services.channels import channels_of
from workflow.services.delivering import plan, send
from workflow.services.letters.writing import reprint
from workflow.services.printing import write_document
from workflow.services.reminding import channel_for

Payload = Mapping[str, str]


class JobName(StrEnum):
    """What may be queued; each job may run again without doing anything twice."""

    SWEEP = "sweep"
    SEND = "send"
    RENDER = "render"


class Queue(Protocol):
    """Where jobs wait to be run: each key once for as long as its job waits."""

    def put(self, name: JobName, key: str, payload: Payload, *, slot: str = "") -> bool:
        """Queue a job; False where one of the key is waiting, or was taken in this slot of time."""
        ...

    def putting(self) -> AbstractContextManager["Queue"]:
        """Return the queue as it is put to many times over; what was lost waits again."""
        ...

    def work(self) -> None:
        """Run what waits, until nothing does."""
        ...


def run_job(installation: Installation, name: str, payload: Payload) -> None:
    """Run a job; whoever queued it, and wherever, it is the same."""
    run = _JOBS.get(name)
    if run is None:
        raise JobUnknownError(name, tuple(_JOBS))
    run(installation, payload)


def _sweep(installation: Installation, payload: Payload) -> None:
    """Put what should have been said by today into an office's outbox."""
    settings, office = installation.settings, installation.office(payload["office"])
    channels = channels_of(settings, office.clock, sys.stdout)
    with office.work() as uow:
        plan(
            uow,
            office.name,
            channels,
            at=office.clock.now(),
            calendar=office.calendar,
            channel=payload.get("channel") or channel_for(settings),
            lang=Lang(settings.lang),
            settings=settings,
        )


def _send(installation: Installation, payload: Payload) -> None:
    """Send what waits in an office's outbox."""
    settings, office = installation.settings, installation.office(payload["office"])
    channels = channels_of(settings, office.clock, sys.stdout)
    send(office.work, channels, office.clock, lang=Lang(settings.lang))


def _render(installation: Installation, payload: Payload) -> None:
    """Write an issued letter as a file, the same to the byte as when it went out."""
    office = installation.office(payload["office"])
    with office.read() as view:
        letter = reprint(view.letters.find(payload["letter"]), view)
    write_document(letter.document, Path(payload["file"]))


_JOBS: Mapping[str, Callable[[Installation, Payload], None]] = {
    JobName.SWEEP: _sweep,
    JobName.SEND: _send,
    JobName.RENDER: _render,
}
