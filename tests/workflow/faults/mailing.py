"""Processes that send what waits in one outbox: left alone, or killed at random moments.

The process that is started reads the program once and forks the workers, so that another stands
ready as soon as one is killed.
"""

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from random import Random

from notifications.messages import Lang
from notifications.ports import Notice, Outcome, Recipient
from tests.builders import TOWN
from tests.notifications.post import HOST
from workflow.bootstrap import Installation, open_installation
from workflow.records.outbox import OutboxStatus
from workflow.services.channels import channels_of
from workflow.services.delivering import send
from workflow.settings import Settings, SmtpSettings

WORKERS = 3
LONGEST_WAIT = 0.12  # before a kill, in seconds
REST = 0.05  # of a worker that finds nothing to send
_DUE = date(2026, 12, 21)  # Monday
_AT_MOST = 100.0  # seconds


@dataclass(frozen=True, slots=True)
class Mailing:
    """What is sent, by way of which server, and for how long a message is leased."""

    directory: Path
    database: str
    port: int
    messages: int
    kills: int
    lease: timedelta
    seed: int

    @classmethod
    def parse(cls, said: str) -> "Mailing":
        """Read back what `str` printed."""
        directory, database, port, messages, kills, lease, seed = json.loads(said)
        seconds = timedelta(seconds=lease)
        return cls(Path(directory), database, port, messages, kills, seconds, seed)

    def __str__(self) -> str:
        lease = self.lease.total_seconds()
        words = (self.database, self.port, self.messages, self.kills, lease, self.seed)
        return json.dumps([str(self.directory), *words])

    def opened(self) -> Installation:
        """Open the records, on the machine's own time."""
        smtp = SmtpSettings(host=HOST, port=self.port, starttls=False, sender="desk@office.example")
        settings = Settings(data_dir=self.directory, database_url=self.database, smtp=smtp)
        return open_installation(settings)

    def fill(self) -> None:
        """Put the messages into the outbox."""
        officer = Recipient("陈经办", "chen@office.example")
        notices = [
            Notice(
                "reply-5d", f"净{number}号", _DUE, officer, "email", f"净{number}号", "请办理。\n"
            )
            for number in range(self.messages)
        ]
        with (
            self.opened() as installation,
            installation.establish(TOWN, actor="管理员").work() as uow,
        ):
            uow.outbox.add(notices)

    def empty(self) -> None:
        """Send what waits until nothing does."""
        with self.opened() as installation:
            self.empty_in(installation)

    def empty_in(self, installation: Installation) -> None:
        """Send what waits in opened records until nothing does."""
        office = installation.office()
        channels = channels_of(installation.settings, installation.clock, StringIO())
        while True:
            send(office.work, channels, office.clock, lang=Lang.ZH, lease=self.lease)
            with office.read() as view:
                if not view.outbox.all(OutboxStatus.PENDING):
                    return
            time.sleep(REST)

    def said(self) -> dict[str, object]:
        """Return what the records say became of the messages."""
        with self.opened() as installation, installation.office().read() as view:
            rows, log = view.outbox.all(), view.outbox.log
            return {
                "statuses": sorted({row.status for row in rows}),
                "keys": [row.dedup_key for row in rows],
                "doubts": [row.dedup_key for row in log.all(Outcome.DOUBTFUL)],
                "sent": [row.dedup_key for row in log.all(Outcome.SENT)],
            }


def forked(work: Callable[[], None]) -> int:
    """Work in a process of its own, which leaves without a word of the one it came from."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        work()
        status = 0
    except BaseException:
        traceback.print_exc()  # else nobody learns why a worker ended of itself
        sys.stderr.flush()
        raise
    finally:
        os._exit(status)


def run(mailing: Mailing) -> int:
    """Let three workers send and kill so many; return how many were at work when killed."""
    random = Random(mailing.seed)  # noqa: S311 -- moments to kill at, no secrets
    workers = [forked(mailing.empty) for _ in range(WORKERS)]
    hit = 0
    for _ in range(mailing.kills):
        time.sleep(random.uniform(0, LONGEST_WAIT))
        place = random.randrange(WORKERS)
        os.kill(workers[place], signal.SIGKILL)
        hit += _ended(workers[place]) == signal.SIGKILL
        workers[place] = forked(mailing.empty)
    until = time.monotonic() + _AT_MOST
    for worker in workers:
        if _ended(worker):
            raise RuntimeError("a worker ended of itself")
        if time.monotonic() > until:
            raise TimeoutError
    return hit


def _ended(worker: int) -> int:
    """Wait for a worker's end, and return the signal or the status."""
    _, status = os.waitpid(worker, 0)
    return status


def main(words: str) -> None:
    """Fill an outbox, let the workers empty it, and print what the records say."""
    mailing = Mailing.parse(words)
    mailing.fill()
    began = time.monotonic()
    hit = run(mailing)
    seconds = time.monotonic() - began
    said = mailing.said() | {"hit": hit, "seconds": seconds}
    sys.stdout.write(json.dumps(said, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
