"""A ledger of ten thousand requests with their histories, imported by a process of its own."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from tests.bench.lines import Effort, Line, Target, at_most
from tests.bench.measured import measured
from tests.bench.timing import Contender, Work, alternate, shown
from workflow.bootstrap import open_installation
from workflow.ledger.rows import RequestLine
from workflow.ledger.sheets import REQUESTS
from workflow.ledger.writing import write_book
from workflow.records.engine import PRAGMAS
from workflow.settings import Settings

SECONDS = Target("s", must=at_most(60), aim=at_most(15))
MEMORY = Target("MiB", must=at_most(500))
FLOOR = "executemany of the same rows"
TABLES = ("office", "request", "event")
FIRST, LAST = date(2019, 6, 3).toordinal(), date(2023, 6, 30).toordinal()
CHILD = Path(__file__).with_name("imported.py")

Row = tuple[object, ...]


def bench(effort: Effort) -> Iterator[Line]:
    """Import a workbook; then write what came of it into an empty database, bare."""
    count = effort.of(10_000, 100)
    with TemporaryDirectory() as name:
        folder = Path(name)
        book, records = folder / "book.xlsx", folder / "records.db"
        write_book(book, {REQUESTS.name: list(_requests(count, effort.random))})
        took = measured(str(CHILD), str(book), str(records))
        rows = _rows(records)
        if len(rows["request"]) != count:
            raise AssertionError(len(rows["request"]))
        floor = alternate(
            [Contender(FLOOR, _executing_many(folder, rows))], effort.of(3, 1), effort.random
        ).median(FLOOR)
    work = f"import of {count:,} requests, {len(rows['event']):,} events"
    beside = f"{FLOOR} {shown(floor)}"
    yield Line(work, f"{took.seconds:.1f} s", beside, took.seconds, SECONDS)
    yield Line(f"{work}: peak memory", f"{took.peak_mib:.0f} MiB", "", took.peak_mib, MEMORY)


def _requests(count: int, random: Random) -> Iterator[RequestLine]:
    for index in range(count):
        received_on = date.fromordinal(random.randint(FIRST, LAST))
        yield RequestLine(
            number=f"测公开申〔{received_on.year}〕{index + 1}号",
            channel=random.choice((Channel.IN_PERSON, Channel.POST_SIGNED)),
            received_on=received_on,
            applicant=f"申请人{index}",
            content=f"第{index}号地块征地补偿安置方案及补偿款发放明细",
            outcome=Outcome.DISCLOSED,
            **_course(index, received_on),
        )


def _course(index: int, received_on: date) -> dict[str, date]:
    """Return what happened, in one of four ways."""
    after = {
        0: {"answered_on": 14},
        1: {"correction_requested_on": 3, "correction_received_on": 9, "answered_on": 20},
        2: {"third_party_consulted_on": 4, "third_party_answered_on": 12, "answered_on": 24},
        3: {"extension_notified_on": 16, "answered_on": 40},
    }[index % 4]
    return {name: received_on + timedelta(days=days) for name, days in after.items()}


def _rows(records: Path) -> dict[str, list[Row]]:
    connection = sqlite3.connect(records)
    rows = {
        table: connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 -- our own tables
        for table in TABLES
    }
    connection.close()
    return rows


def _executing_many(folder: Path, rows: dict[str, list[Row]]) -> Callable[[], Work]:
    """Insert the rows into a new database of the same shape, in one transaction."""
    made = iter(range(1_000))

    def prepare() -> Work:
        path = folder / f"bare-{next(made)}.db"
        with open_installation(Settings(database_url=f"sqlite:///{path}")):
            pass  # only the tables

        def work() -> int:
            connection = sqlite3.connect(path, isolation_level=None)
            for pragma in PRAGMAS:
                connection.execute(pragma)
            connection.execute("BEGIN IMMEDIATE")
            for table, lines in rows.items():
                marks = ", ".join("?" * len(lines[0]))
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", lines)  # noqa: S608 -- our own tables
            connection.execute("COMMIT")
            connection.close()
            return 1

        return work

    return prepare
