"""The durable move on SQLite, from one client: the services beside the same rows written bare."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.lines import Effort, Line, Target, at_most
from tests.bench.offices import (
    MOVES,
    BareOffice,
    an_office,
    life_as_written,
    move,
    registered,
)
from tests.bench.timing import Contender, Work, alternate, rate
from workflow.bootstrap import Office

OURS, BARE = "services", "bare sqlite3"
TARGET = Target("×", must=at_most(2.0), aim=at_most(1.5))


def bench(effort: Effort) -> Iterator[Line]:
    """Live whole lives move by move, every move committed with synchronous=FULL."""
    lives = effort.of(25, 2)
    with TemporaryDirectory() as folder, ExitStack() as stack:
        path, bare_path = Path(folder) / "ours.db", Path(folder) / "bare.db"
        ours = stack.enter_context(an_office(path))
        theirs = stack.enter_context(an_office(bare_path))
        contenders = [
            Contender(OURS, lived(ours, lives)),
            Contender(BARE, _bare(theirs, bare_path, lives)),
        ]
        timings = alternate(contenders, effort.of(15, 1), effort.random)
        if not ours.verify().holds:
            raise AssertionError(ours.verify())
    yield Line(
        "durable move, one client",
        rate(timings.median(OURS)),
        f"{BARE} {rate(timings.median(BARE))}",
        timings.ratio(OURS, BARE),
        TARGET,
    )


def lived(office: Office, lives: int) -> Callable[[], Work]:
    """Return how whole lives are lived through the services, move by move."""

    def prepare() -> Work:
        numbers = registered(office, lives)

        def work() -> int:
            for number in numbers:
                for step in MOVES:
                    move(office, number, step)
            return len(numbers) * len(MOVES)

        return work

    return prepare


def _bare(office: Office, path: Path, lives: int) -> Callable[[], Work]:
    written = life_as_written(office, path)
    bare = BareOffice.on(path, office.id)

    def prepare() -> Work:
        numbers = registered(office, lives)

        def work() -> int:
            for number in numbers:
                for step in written:
                    bare.move(number, step)
            return len(numbers) * len(written)

        return work

    return prepare
