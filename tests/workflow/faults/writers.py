"""Processes that write to one office: killed at random moments, or all at once for its numbers.

The process that is started reads the program once and forks the writers, so that another stands
ready as soon as one is killed. What a writer was told is done, it says through a pipe at once; the
pipe outlives it.
"""

import json
import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from states.errors import StatuteError
from states.statute.outcomes import Outcome
from states.steps import Role
from tests.builders import MONDAY, TOWN
from tests.fakes import FixedClock
from workflow.bootstrap import Installation, Office, open_installation
from workflow.records.errors import RecordsError
from workflow.records.facts import Beside, PersonalDetails
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.amending import Annul, annul
from workflow.services.errors import ServiceError
from workflow.services.intake import log_request
from workflow.services.intake_form import RequestForm
from workflow.services.moves import MakeMove, make_move
from workflow.services.registering import AmendRegistration, amend_registration
from workflow.services.relating import (
    KeepApart,
    LinkRequests,
    MergeRequest,
    keep_apart,
    link,
    merge,
)
from workflow.services.splitting import SplitRequest, split
from workflow.settings import Settings

WRITERS = 3
LONGEST_WAIT = 0.04  # seconds before a writer is killed that was heard of
LONGEST_PAUSE = 0.02  # seconds between two commands of one writer
PATIENCE = 10.0  # seconds until one is killed that was not
UNHEARD = 1 / 8  # how often one is killed although nothing was heard of it yet
YEARS = (date(2024, 9, 2), date(2025, 9, 1))  # two Mondays
RECENT = 12

REFUSED = (StatuteError, RecordsError, ServiceError)
Service = Callable[..., object]
Write = Callable[[int], None]  # what a writer does, given the pipe that it tells


def open_records(directory: Path) -> Installation:
    """Open the records in a file, whatever database the tests work in otherwise."""
    settings = Settings(database_url=f"sqlite:///{directory / 'disclosure.db'}")
    return open_installation(settings, FixedClock.on(MONDAY))


@dataclass(slots=True)
class Writer:
    """A process that writes, and what it says it was told is done."""

    pid: int
    pipe: int

    @classmethod
    def start(cls, write: Write) -> "Writer":
        """Fork a writer."""
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            _work(write, writing)
        os.close(writing)
        return cls(pid, reading)

    def kill(self) -> list[str]:
        """Kill the writer, and return all it said."""
        os.kill(self.pid, signal.SIGKILL)
        return self.said()

    def said(self) -> list[str]:
        """Wait for the writer's end, and return all it said."""
        _, status = os.waitpid(self.pid, 0)
        with os.fdopen(self.pipe, encoding="utf-8") as pipe:
            lines = pipe.read().splitlines()
        if status not in {0, signal.SIGKILL.value}:
            raise RuntimeError(status, lines)
        return lines


def _work(write: Write, pipe: int) -> None:
    """Write until the end, and leave without a word of the process that was forked."""
    status = 1
    try:
        write(pipe)
        status = 0
    except BaseException:
        traceback.print_exc()  # else nobody learns why a writer ended of itself
        sys.stderr.flush()
        raise
    finally:
        os._exit(status)


def tell(pipe: int, words: str) -> None:
    os.write(pipe, f"{words}\n".encode())


# --- killed at random moments ------------------------------------------------------------------


def be_killed(directory: Path, kills: int, seed: int) -> dict[str, Any]:
    """Let writers write and kill them one after another; return what they were told is done."""
    random = Random(seed)  # noqa: S311 -- moments to kill at, no secrets
    lives = iter(range(1, kills + WRITERS + 1))

    def start() -> Writer:
        life = next(lives)
        return Writer.start(lambda pipe: live(directory, life, pipe))

    writers = [start() for _ in range(WRITERS)]
    told: list[str] = []
    for _ in range(kills):
        place = random.randrange(WRITERS)
        if random.random() > UNHEARD:
            select.select([writers[place].pipe], [], [], PATIENCE)
        time.sleep(random.uniform(0, LONGEST_WAIT))
        told += writers[place].kill()
        writers[place] = start()
    for writer in writers:
        told += writer.kill()
    return {"kills": kills, "told": told}


def live(directory: Path, life: int, pipe: int) -> None:
    """Give command after command, each under its own key, and say each that was carried out."""
    random = Random(life)  # noqa: S311 -- commands to choose from, no secrets
    office = open_records(directory).office()
    for turn in range(sys.maxsize):
        key = f"{life}-{turn}"
        with suppress(*REFUSED):
            with office.work() as uow:
                act(office, uow, random, key)
            tell(pipe, key)
        # SQLite queues nobody: who never pauses locks the others out.
        time.sleep(random.uniform(0, LONGEST_PAUSE))


def act(office: Office, uow: UnitOfWork, random: Random, key: str) -> None:
    """Give one command of many, on requests that are there if it needs any."""
    rows = uow.requests.page(limit=RECENT)
    by = {"actor": "李四", "role": Role.CLERK, "idempotency_key": key}
    given: dict[str, Any] = {"at": office.clock.now(), "calendar": office.calendar}
    if len(rows) < RECENT or random.random() < 1 / 3:
        log_request(_form(random).command(actor="李四", role=Role.CLERK, key=key), uow, **given)
        return
    one, other = (row.number for row in random.sample(rows, 2))
    service, command = random.choice(list(_commands(uow, random, one, other, by)))
    service(command, uow, **given)


def _form(random: Random) -> RequestForm:
    said: dict[str, object] = {
        "applicant": random.choice(("张三", "王五")),
        "content": f"第{random.randrange(100)}号地块征地补偿方案",
        "submitted_on": random.choice(YEARS),
        "phone": random.choice(("", "13800000000")),
        "oral": random.random() < 1 / 2,
    }
    return RequestForm.filled_in(said, today=MONDAY)


def _commands(
    uow: UnitOfWork, random: Random, one: str, other: str, by: dict[str, Any]
) -> Iterator[tuple[Service, object]]:
    """Yield commands that touch several rows; some will be refused."""
    waived = ("merge_of_two_applicants",)
    pair = {"number": one, "reason": "并发", **by}
    yield merge, MergeRequest(into=other, acknowledged=waived, **pair)
    yield link, LinkRequests(other=other, **pair)
    yield keep_apart, KeepApart(other=other, **pair)
    yield split, SplitRequest(parts=("甲村征地方案", "乙村低保名单", "会议纪要"), **pair)
    phone = f"138{random.randrange(10**8):08}"
    beside = Beside(details=PersonalDetails(phone=phone))
    changes = {"content": f"第{phone}号方案"}
    yield amend_registration, AmendRegistration(changes=changes, beside=beside, **pair)
    yield make_move, MakeMove(number=one, move="consult_third_party", ref=phone, **by)
    yield make_move, MakeMove(number=one, move="post_reply", outcome=Outcome.DISCLOSED, **by)
    facts = uow.requests.dossier(one).facts()
    if facts:
        yield annul, Annul(seq=facts[-1][0], **pair)


# --- numbers -----------------------------------------------------------------------------------


def take_numbers(directory: Path, processes: int, each: int) -> dict[str, Any]:
    """Let processes register requests all at once, some of which fail; return their numbers."""

    def register(pipe: int) -> None:
        office = open_records(directory).office()
        for turn in range(each):
            _fail_to_register(office, turn)
            tell(pipe, _register(office, turn))

    writers = [Writer.start(register) for _ in range(processes)]
    return {"told": [number for writer in writers for number in writer.said()]}


def _register(office: Office, turn: int) -> str:
    said: dict[str, object] = {
        "applicant": "张三",
        "content": "某路方案",
        "submitted_on": YEARS[turn % 2],
    }
    command = RequestForm.filled_in(said, today=MONDAY).command(actor="李四", role=Role.CLERK)
    with office.work() as uow:
        return log_request(command, uow, at=office.clock.now(), calendar=office.calendar)


def _fail_to_register(office: Office, turn: int) -> None:
    """Take a number now and then, and fail before it is kept."""
    if turn % 10 == 0:
        with suppress(ZeroDivisionError), office.work() as uow:
            uow.requests.numbering.next(YEARS[turn % 2].year)
            raise ZeroDivisionError


def main(what: str, directory: str, *sizes: str) -> None:
    """Make an office, let the processes write, and print as JSON what they were told."""
    path = Path(directory)
    with open_records(path) as installation:
        installation.establish(TOWN, actor="管理员")
    run = {"kills": be_killed, "numbers": take_numbers}[what]
    sys.stdout.write(json.dumps(run(path, *map(int, sizes)), ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
