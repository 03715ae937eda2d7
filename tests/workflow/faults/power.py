"""A machine whose power is cut, again and again, while four processes write to one office.

A cut is taken as it would leave the disk. All writers stand still before any file is read: a copy
made while somebody writes would mix a file of one moment with a log of another, which no power cut
does. Only then is read what they were told is done; then database, log and attachments are copied.
What had not been flushed may be lost or written in part: so the log behind its last whole
transaction is cut off or overwritten; pages of the database that the log still holds are
overwritten, as by a checkpoint that was under way; and the log's index (-shm), which is never
flushed, is left out, kept or overwritten. The next writers work on in the copy, as they would when
the power is back.

What this cannot show is a drive that says it has flushed and has not.
"""

import fcntl
import json
import os
import shutil
import signal
import sqlite3
import struct
import sys
import termios
import time
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from states.steps import Role
from tests.builders import TOWN
from tests.workflow.faults.writers import LONGEST_PAUSE, REFUSED, Writer, act, open_records, tell
from workflow.bootstrap import Office
from workflow.records.errors import AttachmentLostError
from workflow.services.attachments import AddFile, add_file, keep_file

WRITERS: Final = 4
BYTES_TOLD: Final = (20, 250)  # between which a cut may come: some three to thirty commands
LONGEST_WAIT: Final = 0.05  # seconds from then to the cut
PATIENCE: Final = 30.0  # seconds until so much must have been done
IN_ONE_OFFICE: Final = 25  # cuts, before another office is founded
A_FILE: Final = 1 / 4  # how often a file is added and not something else done
DATABASE: Final = "disclosure.db"
LOG, INDEX = f"{DATABASE}-wal", f"{DATABASE}-shm"
_HEADER, _FRAME = 32, 24  # bytes before the first page of a log, and before each page of it


@dataclass(slots=True)
class Outcome:
    """What became of the cuts: in what state they left the disk, and what was found wrong."""

    cuts: int = 0
    offices: int = 0
    told: int = 0
    files: int = 0
    with_log: int = 0
    torn_logs: int = 0
    torn_pages: int = 0
    without_index: int = 0
    faults: list[str] = field(default_factory=list)


def cut_again_and_again(directory: Path, cuts: int, seed: int) -> Outcome:
    """Cut the power so many times, and look each time at what the disk holds."""
    random = Random(seed)  # noqa: S311 -- moments to cut at, no secrets
    outcome = Outcome()
    place = directory
    told: set[str] = set()
    for cut in range(cuts):
        if cut % IN_ONE_OFFICE == 0:
            outcome.told += len(told)
            place, told = _founded(directory / f"office-{cut}"), set()
            outcome.offices += 1
        told |= _write_until_cut(place, cut * WRITERS, random)
        left = directory / f"after-{cut}"
        _leave(place, left, random, outcome)
        shutil.rmtree(place)
        place = left
        outcome.faults += [f"cut {cut}: {fault}" for fault in _faults(place, told, outcome)]
        outcome.cuts += 1
    outcome.told += len(told)
    return outcome


def _founded(place: Path) -> Path:
    place.mkdir()
    with open_records(place) as installation:
        installation.establish(TOWN, actor="管理员")
    return place


# --- writing, and the cut ----------------------------------------------------------------------


def _write_until_cut(place: Path, first: int, random: Random) -> set[str]:
    """Let four write until all of them stand still at once; return what they were told is done."""
    writers = [_started(place, first + each) for each in range(WRITERS)]
    _wait_until_told(writers, random.randrange(*BYTES_TOLD))
    time.sleep(random.uniform(0, LONGEST_WAIT))
    for writer in writers:
        os.kill(writer.pid, signal.SIGSTOP)
    for writer in writers:
        _, status = os.waitpid(writer.pid, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            raise RuntimeError("a writer ended of itself")
    # Nobody moves any more, and nobody will: what is in the pipes was told before the cut.
    return {word for writer in writers for word in writer.kill()}


def _wait_until_told(writers: list[Writer], enough: int) -> None:
    """Wait until so many bytes have been told in all: a slow machine is not cut before it wrote."""
    until = time.monotonic() + PATIENCE
    while sum(map(_waiting_in, writers)) < enough and time.monotonic() < until:
        time.sleep(LONGEST_PAUSE / 4)


def _waiting_in(writer: Writer) -> int:
    """Return how many bytes a writer has told that nobody has read yet."""
    (size,) = struct.unpack("i", fcntl.ioctl(writer.pipe, termios.FIONREAD, b"\0" * 4))
    return int(size)


def _started(place: Path, life: int) -> Writer:
    return Writer.start(lambda pipe: _live(place, life, pipe))


def _live(place: Path, life: int, pipe: int) -> None:
    """Give command after command, some with a file, and say each that was carried out."""
    random = Random(life)  # noqa: S311 -- commands to choose from, no secrets
    office = open_records(place).office()
    for turn in range(sys.maxsize):
        key = f"{life}-{turn}"
        with suppress(*REFUSED):
            if turn and random.random() < A_FILE:
                _add_a_file(office, random, key)
            else:
                with office.work() as uow:
                    act(office, uow, random, key)
            tell(pipe, key)
        time.sleep(random.uniform(0, LONGEST_PAUSE))


def _add_a_file(office: Office, random: Random, key: str) -> None:
    content = f"{key} {'申请书' * random.randrange(1, 4000)}".encode()
    kept = keep_file("申请书.txt", content, office.attachment_files)
    with office.work() as uow:
        number = random.choice(uow.requests.page(limit=12)).number
        command = AddFile(
            number=number, file=kept, actor="李四", role=Role.CLERK, idempotency_key=key
        )
        add_file(command, uow, at=office.clock.now(), calendar=office.calendar)


# --- what the cut leaves -----------------------------------------------------------------------


def _leave(place: Path, left: Path, random: Random, outcome: Outcome) -> None:
    """Copy what the disk holds, and spoil in it whatever no flush had made safe."""
    shutil.copytree(place, left)
    log, index = left / LOG, left / INDEX
    if log.exists() and log.stat().st_size > _HEADER:
        outcome.with_log += 1
        outcome.torn_pages += _tear_a_page(left / DATABASE, log, random)
        outcome.torn_logs += _tear_the_end(log, random)
    match random.randrange(3):
        case 0:
            index.unlink(missing_ok=True)
            outcome.without_index += 1
        case 1:
            index.write_bytes(random.randbytes(32_768))
        case _:
            pass


def whole(log: bytes) -> tuple[int, int, list[int]]:
    """Return where a log's last transaction ends, the size of a page, and which pages it holds.

    A frame counts as of this log if it has the log's salt; one that ends a transaction names the
    size of the database. (SQLite's own file format, "The Write-Ahead Log".)
    """
    (size,) = struct.unpack_from(">I", log, 8)
    salt = log[16:24]
    end, pages, held = _HEADER, [], 0
    for start in range(_HEADER, len(log) - _FRAME - size + 1, _FRAME + size):
        page, committed = struct.unpack_from(">II", log, start)
        if log[start + 8 : start + 16] != salt:
            break
        pages.append(page)
        if committed:
            end, held = start + _FRAME + size, len(pages)
    return end, size, pages[:held]


def _tear_the_end(log: Path, random: Random) -> bool:
    """Cut off what stands behind the last transaction, or write over it, in half of the cases."""
    held = log.read_bytes()
    end, size, _ = whole(held)
    behind = len(held) - end
    match random.randrange(4):
        case 0:
            log.write_bytes(held[: end + random.randrange(behind + 1)])
        case 1:
            torn = random.randbytes(behind or random.randrange(1, 2 * size))
            log.write_bytes(held[:end] + torn)
        case _:
            return False
    return True


def _tear_a_page(database: Path, log: Path, random: Random) -> bool:
    """Write over a page of the database that the log still holds: a checkpoint was writing it."""
    _, size, pages = whole(log.read_bytes())
    there = database.stat().st_size // size
    torn = [page for page in pages if 1 < page <= there]
    if not torn:
        return False
    with database.open("r+b") as held:
        held.seek((random.choice(torn) - 1) * size)
        held.write(random.randbytes(size))
    return True


# --- what must hold ----------------------------------------------------------------------------


def _faults(place: Path, told: set[str], outcome: Outcome) -> list[str]:
    """Open the records as the next morning does, and say what is missing or does not hold."""
    faults = []
    with open_records(place) as installation:
        office = installation.office()
        if not office.verify().holds:
            faults.append("the chain does not hold")
        with closing(sqlite3.connect(place / DATABASE)) as opened:
            keys = [
                key
                for (key,) in opened.execute(
                    "SELECT idempotency_key FROM event WHERE idempotency_key IS NOT NULL"
                )
            ]
            files = [digest for (digest,) in opened.execute("SELECT sha256 FROM attachment")]
            if opened.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                faults.append("pages do not hold together")
        for digest in files:
            try:
                office.attachment_files.read(digest)
            except AttachmentLostError:
                faults.append(f"the file {digest} is named and is not there")
    if lost := told - set(keys):
        faults.append(f"told and lost: {sorted(lost)}")
    if len(keys) != len(set(keys)):
        faults.append("entered twice under one key")
    outcome.files = max(outcome.files, len(files))
    return faults


def main(directory: str, cuts: str, seed: str) -> None:
    """Cut the power so many times, and print as JSON what was found."""
    outcome = cut_again_and_again(Path(directory), int(cuts), int(seed))
    sys.stdout.write(json.dumps(asdict(outcome), ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
