"""Two characters sought in a very large office, and found as by reading every request."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from tests.bench.lines import Effort, Line, Target, at_least, at_most
from tests.bench.million import OFFICE, build
from tests.bench.served import StillClock
from tests.bench.timing import Contender, Work, alternate, shown
from workflow.bootstrap import Office, open_installation
from workflow.records.engine import writing_engine
from workflow.records.schema import bring_up_to_date
from workflow.records.text_pairs import rebuild_all
from workflow.records.worklists import Wanted
from workflow.settings import Settings

RARE, ABSENT, COMMON = "鱼塘", "机场", "补偿"  # in one of 5,000 subjects, in none, in nearly all
FOUND = Target("ms", must=at_most(20))
FASTER = Target("× faster", aim=at_least(20))
OURS, LIKE = "ours", "LIKE"
LIMIT = 26

_UNLIKE = f"UPDATE request SET content = '某村{RARE}承包合同' WHERE id % 5000 = 7"  # noqa: S608 -- our own words
_LIKE = """
SELECT id FROM request WHERE office_id = ?1
AND (content LIKE ?2 OR applicant LIKE ?2 OR note LIKE ?2 OR number LIKE ?2)
ORDER BY id DESC LIMIT ?3
"""


def bench(effort: Effort) -> Iterator[Line]:
    """Search offices of two sizes for what few hold, none, and nearly all."""
    for size, small in ((100_000, 5_000), (1_000_000, 10_000)):
        count = effort.of(size, small)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "office.db"
            _fill(path, count, effort)
            settings = Settings(database_url=f"sqlite:///{path}")
            with open_installation(settings, StillClock()) as installation:
                yield from _searched(installation.office(), path, count, effort)


def _searched(office: Office, path: Path, count: int, effort: Effort) -> Iterator[Line]:
    bare = sqlite3.connect(path)
    for words, wanted in (
        ("found in one of 5,000", RARE),
        ("found nowhere", ABSENT),
        ("found in nearly all", COMMON),
    ):
        if _ours(office, wanted) != _by_like(bare, wanted):
            raise AssertionError(f"{wanted} is not found as by reading")
        contenders = [
            Contender(OURS, lambda wanted=wanted: _again(lambda: _ours(office, wanted))),  # type: ignore[misc]
            Contender(LIKE, lambda wanted=wanted: _again(lambda: _by_like(bare, wanted))),  # type: ignore[misc]
        ]
        timings = alternate(contenders, effort.of(15, 1), effort.random)
        ours, theirs = timings.median(OURS), timings.median(LIKE)
        work = f"two-character Chinese search in four columns, {count:,} requests, {words}"
        beside = f"LIKE {shown(theirs)}, the same answers"
        yield Line(work, shown(ours), beside, ours * 1_000, FOUND)
        if wanted is ABSENT:  # nobody may stop early
            yield Line(f"{work}, to LIKE", shown(ours), beside, theirs / ours, FASTER)
    bare.close()


def _again(ask: Callable[[], object]) -> Work:
    def work() -> int:
        ask()
        return 1

    return work


def _ours(office: Office, wanted: str) -> list[int]:
    with office.read() as view:
        return [row.id for row in view.requests.page(Wanted(text=wanted), limit=LIMIT)]


def _by_like(bare: sqlite3.Connection, wanted: str) -> list[int]:
    return [row_id for (row_id,) in bare.execute(_LIKE, (OFFICE, f"%{wanted}%", LIMIT))]


def _fill(path: Path, count: int, effort: Effort) -> None:
    engine = writing_engine(f"sqlite:///{path}")
    bring_up_to_date(engine)
    build(engine, count, effort.random)
    with engine.begin() as connection:
        connection.execute(text(_UNLIKE))
        rebuild_all(connection)
    engine.dispose()
