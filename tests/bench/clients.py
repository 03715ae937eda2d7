"""The durable move from eight clients at once: throughput, the longest wait, and nothing lost."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from states.steps import Role, Step
from tests.bench.lines import Effort, Line, Target, at_least, at_most
from tests.bench.offices import (
    AT,
    MOVES,
    BareOffice,
    an_office,
    life_as_written,
    move,
    registered,
)
from tests.bench.timing import Contender, Work, alternate, rate, shown
from workflow.bootstrap import Office
from workflow.clock import legal_date
from workflow.records.errors import RecordsError

CLIENTS = 8
OURS, BARE = "services", "bare sqlite3, BEGIN IMMEDIATE"
THROUGHPUT = Target("× as many", aim=at_least(1.5))
WAIT = Target("ms", must=at_most(500), aim=at_most(50))
NOTHING = Target("", must=at_most(0))

Live = Callable[[str], Iterator[Callable[[], None]]]  # the moves of one request, to be called
Seat = Callable[[], Live]  # gives a client what it works with


def bench(effort: Effort) -> Iterator[Line]:
    """Let eight threads live lives of their own, then crowd upon a few requests."""
    waits: dict[str, list[float]] = {OURS: [], BARE: []}
    with TemporaryDirectory() as folder, ExitStack() as stack:
        path, bare_path = Path(folder) / "ours.db", Path(folder) / "bare.db"
        ours = stack.enter_context(an_office(path))
        theirs = stack.enter_context(an_office(bare_path))
        lives = effort.of(10, 1)
        timings = alternate(
            [
                Contender(OURS, _crowd(ours, _served(ours), lives, waits[OURS])),
                Contender(BARE, _crowd(theirs, _bare(theirs, bare_path), lives, waits[BARE])),
            ],
            effort.of(9, 1),
            effort.random,
        )
        locked, lost = _on_hot_rows(ours, path, effort.of(10, 2))
        if not ours.verify().holds:
            raise AssertionError(ours.verify())
    work = f"durable move, {CLIENTS} clients"
    beside = f"{BARE} {rate(timings.median(BARE))}"
    yield Line(work, rate(timings.median(OURS)), beside, timings.ratio(BARE, OURS), THROUGHPUT)
    longest, theirs_longest = max(waits[OURS]), max(waits[BARE])
    yield Line(
        f"{work}: longest wait",
        shown(longest),
        f"{BARE} {shown(theirs_longest)}",
        longest * 1_000,
        WAIT,
    )
    yield Line(f"{work} on 20 requests: lost", str(lost), "", lost, NOTHING)
    yield Line(f"{work} on 20 requests: “locked”", str(locked), "", locked, NOTHING)


def _crowd(office: Office, seat: Seat, lives: int, waits: list[float]) -> Callable[[], Work]:
    """Give each client requests of its own; the chain of the office is everybody's."""

    seats = [seat() for _ in range(CLIENTS)]

    def client(live: Live, share: list[str]) -> list[float]:
        return [_timed(made) for number in share for made in live(number)]

    def prepare() -> Work:
        numbers = registered(office, CLIENTS * lives)
        shares = [numbers[place::CLIENTS] for place in range(CLIENTS)]

        def work() -> int:
            with ThreadPoolExecutor(CLIENTS) as pool:
                waited = [wait for some in pool.map(client, seats, shares) for wait in some]
            waits.extend(waited)
            return len(waited)

        return work

    return prepare


def _timed(made: Callable[[], None]) -> float:
    begun = perf_counter()
    made()
    return perf_counter() - begun


def _served(office: Office) -> Seat:
    def live(number: str) -> Iterator[Callable[[], None]]:
        return (partial(move, office, number, step) for step in MOVES)

    return lambda: live


def _bare(office: Office, path: Path) -> Seat:
    written = life_as_written(office, path)

    def seat() -> Live:
        bare = BareOffice.on(path, office.id)

        def live(number: str) -> Iterator[Callable[[], None]]:
            return (partial(bare.move, number, step) for step in written)

        return live

    return seat


def _on_hot_rows(office: Office, path: Path, moves: int) -> tuple[int, int]:
    """Let every client consult somebody on each of the same requests: (locked, lost)."""
    numbers = registered(office, 20)

    def client(name: int) -> int:
        return sum(
            not _consulted(office, number, f"{name}.{turn}")
            for turn in range(moves)
            for number in numbers[name:] + numbers[:name]
        )

    with ThreadPoolExecutor(CLIENTS) as pool:
        locked = sum(pool.map(client, range(CLIENTS)))
    wanted = CLIENTS * moves * len(numbers) - locked
    return locked, wanted - _recorded(path, numbers)


def _consulted(office: Office, number: str, ref: str) -> bool:
    today = legal_date(AT)
    try:
        move(office, number, Step("consult_third_party", today, today, Role.CLERK, ref))
    except RecordsError:
        return False
    return True


def _recorded(path: Path, numbers: list[str]) -> int:
    """Return how many moves both the chain and the versions of the requests know of."""
    marks = ", ".join("?" * len(numbers))
    connection = sqlite3.connect(path)
    counts = connection.execute(
        f"""SELECT (SELECT sum(version - 2) FROM request WHERE number IN ({marks})),
                   (SELECT count(*) FROM event JOIN request ON subject_id = id
                    WHERE subject = 'request' AND position > 1 AND number IN ({marks}))""",  # noqa: S608 -- only question marks
        (*numbers, *numbers),
    ).fetchone()
    connection.close()
    by_version, by_events = counts
    return min(int(by_version), int(by_events))
