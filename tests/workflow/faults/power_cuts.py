"""The files of the records as a power cut leaves them, again and again under four writers.

All writers stand still at once, as in a cut: what they were told is done is read, the files are
copied as they are, without the memory that they share, and one writer dies for good. What a disk
had not yet been asked to keep cannot be taken from it here; that it was asked is another test.
"""

import json
import os
import select
import shutil
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from tests.builders import TOWN
from tests.workflow.faults.writers import PATIENCE, Writer, live, open_records

WRITERS = 4
LONGEST_WAIT = 0.05  # seconds between two cuts
DATABASE = "disclosure.db"
_AT_ONCE = 65_536


def cut_power(directory: Path, cuts: int, seed: int) -> dict[str, Any]:
    """Cut the power again and again; return what had been told before each cut."""
    random = Random(seed)  # noqa: S311 - moments to cut at, no secrets
    lives = iter(range(1, cuts + WRITERS + 1))

    def start() -> Writer:
        life = next(lives)
        writer = Writer.start(lambda pipe: live(directory, life, pipe))
        os.set_blocking(writer.pipe, False)
        return writer

    writers = [start() for _ in range(WRITERS)]
    told: list[str] = []
    heard: list[list[str]] = []
    for cut in range(cuts):
        # Nothing is cut before anything was done; and then at any moment.
        select.select([writer.pipe for writer in writers], [], [], PATIENCE)
        time.sleep(random.uniform(0, LONGEST_WAIT))
        for writer in writers:
            os.kill(writer.pid, signal.SIGSTOP)
        for writer in writers:
            os.waitpid(writer.pid, os.WUNTRACED)
        said = [line for writer in writers for line in _heard(writer)]
        told += said
        heard.append(said)
        _copy(directory, directory / f"cut-{cut}")
        place = random.randrange(WRITERS)
        _end(writers[place])
        writers[place] = start()
        for writer in writers:
            with suppress(ProcessLookupError):
                os.kill(writer.pid, signal.SIGCONT)
    for writer in writers:
        _end(writer)
    return {"told": told, "heard": heard}


def _heard(writer: Writer) -> list[str]:
    """Return what a writer has said since it was last listened to; its lines are whole."""
    said = b""
    with suppress(BlockingIOError):
        while piece := os.read(writer.pipe, _AT_ONCE):
            said += piece
    return said.decode().splitlines()


def _copy(directory: Path, place: Path) -> None:
    """Copy what is on the disk: the database and its log, not the memory beside them."""
    place.mkdir()
    for name in (DATABASE, f"{DATABASE}-wal"):
        with suppress(FileNotFoundError):
            shutil.copyfile(directory / name, place / name)


def _end(writer: Writer) -> None:
    os.kill(writer.pid, signal.SIGKILL)
    os.waitpid(writer.pid, 0)
    os.close(writer.pipe)


def main(directory: str, cuts: str, seed: str) -> None:
    """Make an office, cut its power, and print as JSON what was told before each cut."""
    path = Path(directory)
    with open_records(path) as installation:
        installation.establish(TOWN, actor="管理员")
    sys.stdout.write(json.dumps(cut_power(path, int(cuts), int(seed)), ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
