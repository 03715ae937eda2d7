"""A real mail server in a process of its own: each letter it takes is a line in a file.

The line is written before the letter is acknowledged, so that whoever was told so is believed.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.notifications.post import HOST, free_port

ROOT = Path(__file__).parents[2]
_STARTS_WITHIN = 20.0


class _Taker:
    """Takes every letter, and writes down its Message-ID."""

    def __init__(self, file: Path) -> None:
        self._file = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    async def handle_DATA(  # noqa: N802 - aiosmtpd calls it by this name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        del server, session
        assert isinstance(envelope.content, bytes)
        head = envelope.content.partition(b"\r\n\r\n")[0]
        (named,) = [line for line in head.split(b"\r\n") if line.startswith(b"Message-ID:")]
        os.write(self._file, named.partition(b":")[2].strip() + b"\n")
        return "250 Accepted"


@dataclass(frozen=True, slots=True)
class Sink:
    """Where letters are taken, and the file that says which."""

    port: int
    file: Path

    def taken(self) -> list[str]:
        """Return the Message-ID of each letter, as often as it came."""
        return self.file.read_text(encoding="ascii").split()


@contextmanager
def open_sink(directory: Path) -> Iterator[Sink]:
    """Run a sink until the block ends."""
    sink = Sink(free_port(), directory / "taken")
    command = [sys.executable, "-m", "tests.notifications.sink", str(sink.port), str(sink.file)]
    with subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}
    ) as process:
        try:
            _wait_for(sink.file)
            yield sink
        finally:
            process.kill()


def _wait_for(file: Path) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while not file.exists():
        if time.monotonic() > until:
            raise TimeoutError(file)
        time.sleep(0.02)


def main(port: str, file: str) -> None:
    """Take letters until killed; the file appears once the server listens."""
    being_made = Path(file + ".new")
    controller = Controller(_Taker(being_made), hostname=HOST, port=int(port))
    controller.start()
    being_made.rename(file)
    threading.Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
