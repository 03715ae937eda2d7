"""The request table of the annual report, of an office of a million requests, on both databases."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import Connection, Engine, create_engine, text
from sqlmodel import Session, col, or_, select

from tests.bench.lines import Effort, Line, Target, at_least, at_most
from tests.bench.measured import measured
from tests.bench.million import OFFICE, YEAR, build
from tests.bench.postgres import a_server
from tests.bench.timing import Contender, Timings, Work, alternate, shown
from workflow.records.canonical import canonical_json
from workflow.records.engine import reading_engine
from workflow.records.figures import Figures
from workflow.records.tables.requests import RequestRow
from workflow.reports.annual import Asking, annual_report
from workflow.reports.catalogue import form_for
from workflow.reports.cells import Basis, Cell, CellKey, Year, count_cells, list_cell

CHILD = Path(__file__).with_name("reported.py")

OURS, RANGE, SCAN, ORM = "ours", "covering range count", "full covering scan", "ORM objects"
WHOLE = "whole report"

TO_SCAN = Target("×", must=at_most(4))
TO_RANGE = Target("×", aim=at_most(6))
TO_ORM = Target("× faster", must=at_least(15), aim=at_least(150))
LISTED = Target("ms", must=at_most(20))
MEMORY = Target("MiB", must=at_most(300))
SHOWN = Target("ms")

_EVE, _END = date(YEAR - 1, 12, 31), date(YEAR, 12, 31)
_FIRST_FEW = 50


@dataclass(frozen=True, slots=True)
class Kept:
    """An office in a database, and how its table is scanned with the least work."""

    name: str
    count: int
    connection: Connection

    @property
    def work(self) -> str:
        """What the lines are called."""
        return f"2021 request table, {self.count:,} requests, {self.name}"


def bench(effort: Effort) -> Iterator[Line]:
    """Time the table on SQLite, with its memory, and then on PostgreSQL."""
    count = effort.of(1_000_000, 3_000)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "million.db"
        filling = create_engine(f"sqlite:///{path}")
        build(filling, count, effort.random)
        filling.dispose()
        yield from _on(reading_engine(f"sqlite:///{path}"), "SQLite", count, effort)
        took = measured(str(CHILD), str(path))
    work = f"2021 request table, {count:,} requests, SQLite: peak memory"
    yield Line(work, f"{took.peak_mib:.0f} MiB", "", took.peak_mib, MEMORY)


def bench_postgres(effort: Effort) -> Iterator[Line]:
    """Time the same on a server of one's own."""
    count = effort.of(1_000_000, 3_000)
    with a_server() as address:
        engine = create_engine(address, json_serializer=canonical_json)
        build(engine, count, effort.random)
        with engine.connect() as connection:
            by_itself = connection.execution_options(isolation_level="AUTOCOMMIT")
            by_itself.execute(text("VACUUM ANALYZE"))
        yield from _on(engine, "PostgreSQL", count, effort)


def _on(engine: Engine, name: str, count: int, effort: Effort) -> Iterator[Line]:
    with engine.connect() as connection:
        kept = Kept(name, count, connection)
        _agrees(kept)
        timings = alternate(
            [
                Contender(OURS, _counting(kept)),
                Contender(RANGE, _asking(kept, _RANGE)),
                Contender(SCAN, _asking(kept, _SCAN)),
            ],
            effort.of(15, 1),
            effort.random,
        )
        slow = alternate(
            [
                Contender(OURS, _counting(kept)),
                Contender(ORM, _objects(kept)),
                Contender(WHOLE, _reporting(kept)),
            ],
            effort.of(3, 1),
            effort.random,
        )
        yield from _lines(kept, timings, slow)
        yield _lists(kept)
    engine.dispose()


def _lines(kept: Kept, timings: Timings, slow: Timings) -> Iterator[Line]:
    ours = shown(timings.median(OURS))
    for floor, target in ((SCAN, TO_SCAN), (RANGE, TO_RANGE)):
        beside = f"{floor} {shown(timings.median(floor))}"
        yield Line(kept.work, ours, beside, timings.ratio(OURS, floor), target)
    beside = f"{ORM} {shown(slow.median(ORM))}"
    yield Line(kept.work, shown(slow.median(OURS)), beside, slow.ratio(ORM, OURS), TO_ORM)
    whole = slow.median(WHOLE)
    yield Line(f"{kept.work}: {WHOLE}, checked", shown(whole), "", whole * 1_000, SHOWN)


_RANGE = (
    "SELECT count(*) FROM request "
    "WHERE office_id = :office AND closed_on > :eve AND closed_on <= :end"
)
# Over the smallest index that holds a year: every entry is read once.
_SCAN = "SELECT count(*) FROM request WHERE office_id = :office AND closed_on > '0001-01-01'"


def _asking(kept: Kept, sql: str) -> Callable[[], Work]:
    given = {"office": OFFICE, "eve": _EVE.isoformat(), "end": _END.isoformat()}
    if kept.connection.dialect.name == "postgresql":
        given |= {"eve": _EVE, "end": _END}
    statement = text(sql)

    def work() -> int:
        kept.connection.execute(statement, given).scalar_one()
        return 1

    return lambda: work


def _cells(kept: Kept) -> dict[CellKey, Cell]:
    return count_cells(
        Figures(kept.connection),
        (OFFICE,),
        form_for(YEAR),
        Year(YEAR),
        Basis(),
        tables=["requests"],
    )


def _counting(kept: Kept) -> Callable[[], Work]:
    def work() -> int:
        _cells(kept)
        return 1

    return lambda: work


def _reporting(kept: Kept) -> Callable[[], Work]:
    def work() -> int:
        annual_report(Figures(kept.connection), Asking(office=OFFICE, year=YEAR))
        return 1

    return lambda: work


def _objects(kept: Kept) -> Callable[[], Work]:
    """Load what came in and what was closed in the year as objects, and count them."""

    def work() -> int:
        wanted = select(RequestRow).where(
            RequestRow.office_id == OFFICE,
            or_(
                col(RequestRow.closed_on).between(date(YEAR, 1, 1), _END),
                col(RequestRow.received_on).between(date(YEAR, 1, 1), _END),
            ),
        )
        with Session(kept.connection) as session:
            rows = session.exec(wanted).all()
            counts = Counter((row.outcome, row.applicant_kind, row.closed_year) for row in rows)
        if not counts:
            raise AssertionError(counts)
        return 1

    return lambda: work


def _agrees(kept: Kept) -> None:
    """Compare the table with a plain count of what it is made of."""
    cells = _cells(kept)

    def figure(row: str) -> int | object:
        return cells[CellKey("requests", row, "total")].value

    closed = kept.connection.execute(
        text("SELECT count(*) FROM request WHERE closed_year = :year"), {"year": YEAR}
    ).scalar_one()
    received = kept.connection.execute(
        text("SELECT count(*) FROM request WHERE received_year = :year"), {"year": YEAR}
    ).scalar_one()
    if (figure("R1"), figure("R3.7")) != (received, closed) or not closed:
        raise AssertionError(figure("R1"), received, figure("R3.7"), closed)


def _lists(kept: Kept) -> Line:
    """Open the first records behind every figure, and keep the slowest."""
    figures, slowest, place = Figures(kept.connection), 0.0, ""
    cells = [cell for cell in _cells(kept).values() if cell.value]
    for cell in cells:
        seconds = min(_timed(figures, cell) for _ in range(3))
        if seconds > slowest:
            slowest, place = seconds, str(cell.key)
    work = f"list behind a figure, first {_FIRST_FEW}, slowest of {len(cells)}, {kept.name}"
    return Line(work, shown(slowest), place, slowest * 1_000, LISTED)


def _timed(figures: Figures, cell: Cell) -> float:
    begun = perf_counter()
    found = list_cell(figures, cell, limit=_FIRST_FEW)
    if len(found) != min(_FIRST_FEW, int(cell.value)):
        raise AssertionError(cell.key, len(found), cell.value)
    return perf_counter() - begun
