"""The worklist of an office of 100,000 requests over HTTP, and a search for two characters."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from tests.bench.lines import Effort, Line, Target, at_least, at_most
from tests.bench.loads import Loaded, fetched, load, serving
from tests.bench.million import OFFICE, build
from tests.bench.served import AT, StillClock
from tests.bench.timing import Contender, Work, alternate, shown
from workflow.bootstrap import Installation, open_installation
from workflow.records.engine import writing_engine
from workflow.records.facts import StaffMember
from workflow.records.schema import bring_up_to_date
from workflow.records.worklists import Wanted
from workflow.services.accounts import digest_of
from workflow.settings import Settings
from workflow.web.desk import SESSION_COOKIE

CONNECTIONS = 16
TOKEN = "of-the-bench"  # noqa: S105 -- opens the bench's own records alone
COOKIE = f"{SESSION_COOKIE}={TOKEN}"
RARE, ABSENT = "鱼塘", "机场"  # in one of 5,000 subjects, and in none
PAGES = Target("pages/s", must=at_least(200))
FLOOR = Target("× the floor", aim=at_most(5))
SLOWEST = Target("ms", must=at_most(100), aim=at_most(30))
CASE = Target("ms", must=at_most(200))
COLLAPSE = Target("× of one connection", aim=at_least(0.9))
SIZE = Target("kB")
FOUND = Target("ms", must=at_most(20))
# What is open has come in and no more; and some subjects are unlike the rest.
_BEGINNING = (
    "UPDATE request SET version = 2, event_count = 2 WHERE closed_on IS NULL",
    f"UPDATE request SET content = '某村{RARE}承包合同' WHERE id % 5000 = 7",  # noqa: S608 -- our own words
)
OURS, LIKE = "ours", "LIKE on one column"


def bench(effort: Effort) -> Iterator[Line]:
    """Fill an office, put load on its worklist, and search it."""
    count, seconds = effort.of(100_000, 2_000), effort.of(6, 1)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "office.db"
        settings = Settings(database_url=f"sqlite:///{path}")
        _fill(path, count, effort)
        with open_installation(settings, StillClock()) as installation:
            _sign_in(installation)
            yield from _searched(installation, path, count, effort)
        yield from _pages(path, count, seconds)


def _pages(path: Path, count: int, seconds: float) -> Iterator[Line]:
    def under(kind: str, given: Path, connections: int = CONNECTIONS) -> Loaded:
        with serving(kind, given) as port:
            return load(port, "/worklist", COOKIE, connections=connections, seconds=seconds)

    kept = path.with_name("page.html")
    with serving("desk", path) as port:
        kept.write_bytes(fetched(port, "/worklist", COOKIE))
        alone = load(port, "/worklist", COOKIE, connections=1, seconds=seconds)
        ours = load(port, "/worklist", COOKIE, connections=CONNECTIONS, seconds=seconds)
        case = load(port, f"/requests/{count}", COOKIE, connections=CONNECTIONS, seconds=seconds)
    floor, peer = under("bare", kept), under("tutorial", path)
    work = f"worklist page, {count:,} requests, {CONNECTIONS} connections"
    beside = f"raw ASGI {floor.rate:,.0f}/s, FastAPI + SQLModel {peer.rate:,.0f}/s"
    yield Line(work, f"{ours.rate:,.0f}/s", beside, ours.rate, PAGES)
    yield Line(
        f"{work}, to the floor", f"{ours.rate:,.0f}/s", beside, floor.rate / ours.rate, FLOOR
    )
    slowest = ours.slowest(0.01)
    beside = f"raw ASGI {shown(floor.slowest(0.01))}, SQLModel {shown(peer.slowest(0.01))}"
    yield Line(f"{work}: p99", shown(slowest), beside, slowest * 1_000, SLOWEST)
    waited = case.slowest(0.01)
    yield Line(
        f"case page, {CONNECTIONS} connections: p99",
        shown(waited),
        f"{case.rate:,.0f}/s",
        waited * 1_000,
        CASE,
    )
    ratio = ours.rate / alone.rate
    yield Line(
        f"{work}, to one", f"{ours.rate:,.0f}/s", f"one {alone.rate:,.0f}/s", ratio, COLLAPSE
    )


def _searched(installation: Installation, path: Path, count: int, effort: Effort) -> Iterator[Line]:
    office = installation.office()
    bare = sqlite3.connect(path)
    like = "SELECT id FROM request WHERE office_id = ? AND content LIKE ? ORDER BY id DESC LIMIT 26"

    def ours(wanted: str) -> Work:
        def work() -> int:
            with office.read() as view:
                view.requests.page(Wanted(text=wanted), limit=26)
            return 1

        return work

    def scan(wanted: str) -> Work:
        def work() -> int:
            bare.execute(like, (OFFICE, f"%{wanted}%")).fetchall()
            return 1

        return work

    for words, wanted in (("found in one of 5,000", RARE), ("found nowhere", ABSENT)):
        contenders = [
            Contender(OURS, lambda wanted=wanted: ours(wanted)),  # type: ignore[misc]
            Contender(LIKE, lambda wanted=wanted: scan(wanted)),  # type: ignore[misc]
        ]
        timings = alternate(contenders, effort.of(15, 1), effort.random)
        took = timings.median(OURS)
        yield Line(
            f"two-character Chinese search in four columns, {count:,} requests, {words}",
            shown(took),
            f"{LIKE} {shown(timings.median(LIKE))}",
            took * 1_000,
            FOUND,
        )
    bare.close()


def _fill(path: Path, count: int, effort: Effort) -> None:
    """Make the records of an office whose open requests are at their beginning."""
    engine = writing_engine(f"sqlite:///{path}")
    bring_up_to_date(engine)
    build(engine, count, effort.random, open_ones_begin=True)
    with engine.begin() as connection:
        for words in _BEGINNING:
            connection.execute(text(words))
    engine.dispose()


def _sign_in(installation: Installation) -> None:
    office = installation.office()
    with office.work() as uow:
        uow.staff.add_many([StaffMember(name="经办人", role="clerk")], actor="经办人", at=AT)
    with installation.work(office.id) as uow:
        uow.accounts.open("经办人", "bench", "no hash", must_change=False, at=AT)
        account = uow.accounts.by_login("bench")
        if account is None:
            raise AssertionError("the account is not there")
        uow.accounts.sign_in(account.id, digest_of(TOKEN), AT)
