"""The outbox drained into a mail server of one's own: one worker, two workers, and no server."""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from email.message import EmailMessage
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import psycopg
from psycopg.sql import SQL, Identifier

from notifications.channels.registry import by_name
from notifications.dispatch import drain
from notifications.ports import Message
from tests.bench.lines import Effort, Line, Target, at_least
from tests.bench.postgres import a_server
from tests.notifications.post import HOST
from tests.notifications.sink import Sink, open_sink
from tests.workflow.faults.mailing import Mailing

SPEED = Target("messages/s", must=at_least(200))
ACKNOWLEDGED = Target("/s", must=at_least(200), aim=at_least(1_000))
SHARED = Target("× one worker", must=at_least(1.6))
_LEASE = timedelta(minutes=10)


class _Taken:
    """A channel that takes everything at once."""

    name = "email"

    def send(self, message: Message) -> str:
        del message
        return "taken"


def bench(effort: Effort) -> Iterator[Line]:
    """Drain on SQLite by one worker, and count what the records alone take."""
    count = effort.of(1_000, 20)
    with _sink() as sink:
        spoken = count / _by_hand(sink, count)
        speed = count / _drained(sink, "", count, workers=1)
    beside = f"smtplib alone {spoken:,.0f}/s"
    yield Line("outbox to an SMTP sink, one worker", f"{speed:,.0f}/s", beside, speed, SPEED)
    kept = count / _acknowledged(count)
    yield Line("reminders claimed and acknowledged", f"{kept:,.0f}/s", "", kept, ACKNOWLEDGED)


def bench_postgres(effort: Effort) -> Iterator[Line]:
    """Drain on PostgreSQL by one worker and by two, each a process."""
    count = effort.of(1_000, 20)
    with a_server() as address, _sink() as sink:
        one = count / _drained(sink, _database(address, "one"), count, workers=1)
        two = count / _drained(sink, _database(address, "two"), count, workers=2)
    work = "outbox to an SMTP sink on PostgreSQL, two workers"
    yield Line(work, f"{two:,.0f}/s", f"one worker {one:,.0f}/s", two / one, SHARED)


@contextmanager
def _sink() -> Iterator[Sink]:
    with TemporaryDirectory() as folder, open_sink(Path(folder)) as sink:
        yield sink


def _database(address: str, name: str) -> str:
    plain = address.replace("+psycopg", "")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
    return plain.replace("/postgres?", f"/{name}?")


def _drained(sink: Sink, database: str, count: int, *, workers: int) -> float:
    """Let so many processes empty an outbox, and return how long they took together."""
    with TemporaryDirectory() as folder:
        mailing = Mailing(Path(folder), database, sink.port, count, 0, _LEASE, seed=1)
        mailing.fill()
        fork = get_context("fork")
        started = fork.Barrier(workers + 1)
        processes = [fork.Process(target=_empty, args=(mailing, started)) for _ in range(workers)]
        for process in processes:
            process.start()
        started.wait()
        began = perf_counter()
        for process in processes:
            process.join()
        return perf_counter() - began


def _empty(mailing: Mailing, started: Barrier) -> None:
    with mailing.opened() as installation:
        started.wait()
        mailing.empty_in(installation)


def _acknowledged(count: int) -> float:
    """Claim and acknowledge so many, one unit of work each, and return how long it took."""
    with TemporaryDirectory() as folder:
        mailing = Mailing(Path(folder), "", 1, count, 0, _LEASE, seed=1)
        mailing.fill()
        with mailing.opened() as installation:
            office = installation.office()
            began = perf_counter()
            result = drain(office.work, by_name(_Taken()), office.clock.now, limit=count)
            seconds = perf_counter() - began
    if result.sent != count:
        raise AssertionError(result)
    return seconds


def _by_hand(sink: Sink, count: int) -> float:
    """Send so many letters by the library alone, over one connection."""
    with smtplib.SMTP(HOST, sink.port) as smtp:
        began = perf_counter()
        for number in range(count):
            mail = EmailMessage()
            mail["From"], mail["To"] = "desk@office.example", "陈经办 <chen@office.example>"
            mail["Subject"], mail["Message-ID"] = f"净{number}号", f"<{number}@office.example>"
            mail.set_content("请办理。\n")
            smtp.send_message(mail)
        return perf_counter() - began
