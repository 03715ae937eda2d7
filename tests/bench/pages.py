"""The worklist and a case of an office of 100,000 requests, over HTTP."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from tests.bench.lines import Effort, Line, Target, at_least, at_most
from tests.bench.loads import Loaded, fetched, load, serving
from tests.bench.million import build
from tests.bench.served import AT, StillClock
from tests.bench.timing import shown
from workflow.bootstrap import Installation, open_installation
from workflow.records.engine import writing_engine
from workflow.records.facts import StaffMember
from workflow.records.schema import bring_up_to_date
from workflow.services.accounts import digest_of
from workflow.settings import Settings
from workflow.web.desk import SESSION_COOKIE

CONNECTIONS = 16
TOKEN = "of-the-bench"  # noqa: S105 -- opens the bench's own records alone
COOKIE = f"{SESSION_COOKIE}={TOKEN}"
PAGES = Target("pages/s", must=at_least(200))
FLOOR = Target("× the floor", aim=at_most(5))
SLOWEST = Target("ms", must=at_most(100), aim=at_most(30))
CASE = Target("ms", must=at_most(200))
COLLAPSE = Target("× of one connection", aim=at_least(0.9))
SIZE = Target("kB")
# What is open has come in and no more.
_BEGINNING = "UPDATE request SET version = 2, event_count = 2 WHERE closed_on IS NULL"


def bench(effort: Effort) -> Iterator[Line]:
    """Fill an office, and put load on its worklist."""
    count, seconds = effort.of(100_000, 2_000), effort.of(6, 1)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "office.db"
        settings = Settings(database_url=f"sqlite:///{path}")
        _fill(path, count, effort)
        with open_installation(settings, StillClock()) as installation:
            _sign_in(installation)
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


def _fill(path: Path, count: int, effort: Effort) -> None:
    """Make the records of an office whose open requests are at their beginning."""
    engine = writing_engine(f"sqlite:///{path}")
    bring_up_to_date(engine)
    build(engine, count, effort.random, open_ones_begin=True)
    with engine.begin() as connection:
        connection.execute(text(_BEGINNING))
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
