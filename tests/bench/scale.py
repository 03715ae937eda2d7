"""A province on one PostgreSQL: one office's worklist and report, and all offices rolled up.

What is judged is what the database says its statements took; the seconds of a whole call stand
beside it. The floor is a count of all rows in the same run, for the machine is shared.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from sqlalchemy import Connection, Engine, create_engine, text

from tests.bench.explained import listening
from tests.bench.lines import Effort, Line, Target, at_most
from tests.bench.postgres import a_server
from tests.bench.province import PROVINCE, YEAR, establish, settle
from tests.bench.timing import shown
from workflow.records.canonical import canonical_json
from workflow.records.engine import reading_engine
from workflow.records.figures import Figures
from workflow.records.partitioning import partition
from workflow.records.store import Store
from workflow.records.worklists import Wanted, Worklists
from workflow.reports.annual import Asking, annual_report

WORKLIST = Target("ms", must=at_most(10), aim=at_most(3))
REPORT = Target("ms", must=at_most(50), aim=at_most(2))
ROLL_UP = Target("ms", must=at_most(1_000), aim=at_most(300))
SHOWN = Target("s")
PARTS = 64

# The server is thrown away, so that its log need not survive; nothing that is timed here writes.
_FOR_THE_FILL = (
    "ALTER SYSTEM SET fsync = off",
    "ALTER SYSTEM SET max_wal_size = '8GB'",
    "SELECT pg_reload_conf()",
)
_EVERY_ROW = text("SELECT count(*) FROM request")

Asked = Callable[[Connection, int], object]


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds in the database, sorted, and seconds of the whole call, likewise."""

    inside: list[float]
    whole: list[float]
    statements: int

    @property
    def p99(self) -> float:
        """What 99 of 100 stayed under, in the database."""
        return self.inside[max(0, -(-len(self.inside) * 99 // 100) - 1)]


def bench(effort: Effort) -> Iterator[Line]:
    """Fill a province, ask it, put it into parts by office, and ask it again."""
    offices, requests = effort.of(10_000, 500), effort.of(3_000_000, 20_000)
    with a_server() as address:
        filling = create_engine(address, json_serializer=canonical_json)
        with filling.connect() as connection:
            by_itself = connection.execution_options(isolation_level="AUTOCOMMIT")
            for statement in _FOR_THE_FILL:
                by_itself.execute(text(statement))
        establish(filling, offices, requests)
        settle(filling)
        size = f"{offices:,} offices, {requests:,} requests"
        yield from _asked(address, offices, f"{size}, whole", effort)
        begun = perf_counter()
        partition(filling, PARTS)
        took = perf_counter() - begun
        settle(filling)
        yield Line(f"{size}: put into {PARTS} parts", shown(took), "", took, SHOWN)
        yield from _asked(address, offices, f"{size}, {PARTS} parts", effort)
        filling.dispose()


def _asked(address: str, offices: int, name: str, effort: Effort) -> Iterator[Line]:
    engine = reading_engine(address)
    # As many of the offices that have much as of those that have little.
    some = [
        place
        for _ in range(effort.of(50, 5))
        for place in (
            effort.random.randrange(2, offices // 10),
            effort.random.randrange(offices // 10, offices),
        )
    ]
    floor = f"count of every row {shown(_floor(engine))}"
    for work, asked, whose, target in (
        ("worklist page", _worklist, some, WORKLIST),
        ("two-character search", _search, some, WORKLIST),
        ("report", _report, some, REPORT),
        ("province roll-up", _roll_up, [PROVINCE] * effort.of(3, 1), ROLL_UP),
    ):
        took = _took(engine, asked, whose)
        ours = (
            f"median {shown(median(took.inside) / 1_000)}, p99 {shown(took.p99 / 1_000)}; "
            f"{took.statements} statements; whole call {shown(median(took.whole))}"
        )
        yield Line(f"{name}: {work}, in the database", ours, floor, median(took.inside), target)
    engine.dispose()


def _floor(engine: Engine) -> float:
    seconds = []
    with engine.connect() as connection:
        for _ in range(3):
            begun = perf_counter()
            connection.execute(_EVERY_ROW).scalar_one()
            seconds.append(perf_counter() - begun)
    return median(seconds)


def _took(engine: Engine, asked: Asked, offices: list[int]) -> Took:
    inside, whole, statements = [], [], 0
    with engine.connect() as connection:
        asked(connection, offices[0])  # what is compiled once is compiled
        for office in offices:
            with listening(connection) as heard:
                begun = perf_counter()
                asked(connection, office)
                whole.append(perf_counter() - begun)
            inside.append(heard.milliseconds(connection))
            statements = len(heard.sent)
    return Took(sorted(inside), sorted(whole), statements)


def _worklist(connection: Connection, office: int) -> object:
    return Worklists(Store(connection, office)).open_page()


def _search(connection: Connection, office: int) -> object:
    return Worklists(Store(connection, office)).page(Wanted(text="征用"))  # which is in none


def _report(connection: Connection, office: int) -> object:
    return annual_report(Figures(connection), Asking(office=office, year=YEAR))


def _roll_up(connection: Connection, office: int) -> object:
    return annual_report(Figures(connection), Asking(office=office, year=YEAR, roll_up=True))
