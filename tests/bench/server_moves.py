"""The durable move on PostgreSQL, from one client: the services beside the same rows bare."""

from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256

import psycopg
from sqlalchemy import text
from sqlalchemy.engine import make_url

from tests.bench.lines import Effort, Line, Target, at_most
from tests.bench.moves import lived
from tests.bench.offices import ACTOR, AT, MOVES, STANDING, StillClock, Written, move, registered
from tests.bench.postgres import a_server
from tests.bench.timing import Contender, Work, alternate, rate
from workflow.bootstrap import Office, open_installation
from workflow.records.facts import OfficeProfile
from workflow.settings import Settings

OURS, BARE = "services", "psycopg alone"
TARGET = Target("×", must=at_most(1.5), aim=at_most(0.8))
# The five statements of a move, between BEGIN and COMMIT.
_TAKE = "SELECT pg_advisory_xact_lock(%s)"
_READ = """
SELECT r.id, r.version, o.chain_length, o.chain_head, e.seq, e.kind, e.happened_on, e.details
FROM request r
JOIN office o ON o.id = r.office_id
JOIN event e ON e.office_id = r.office_id AND e.subject = 'request' AND e.subject_id = r.id
WHERE r.office_id = %s AND r.number = %s
ORDER BY e.position
"""
_EVENT = f"INSERT INTO event VALUES ({', '.join(['%s'] * 14)})"  # noqa: S608 - only marks
_STAND = f"""
UPDATE request SET {", ".join(f"{name} = %s" for name in STANDING)}
WHERE office_id = %s AND id = %s AND version = %s
"""  # noqa: S608 - our own column names
_HEAD = "UPDATE office SET chain_length = %s, chain_head = %s WHERE id = %s"


def bench(effort: Effort) -> Iterator[Line]:
    """Live whole lives move by move on a server of one's own, every move committed."""
    lives = effort.of(25, 2)
    with a_server() as address:
        url = make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
        with (
            open_installation(Settings(database_url=url), StillClock()) as installation,
            psycopg.connect(url) as bare,
        ):
            office = installation.establish(OfficeProfile(name="测速镇人民政府"), actor=ACTOR)
            written = _life(office)
            beside = installation.establish(OfficeProfile(name="并列镇人民政府"), actor=ACTOR)
            contenders = [
                Contender(OURS, lived(office, lives)),
                Contender(BARE, _bare(beside, bare, written, lives)),
            ]
            timings = alternate(contenders, effort.of(15, 1), effort.random)
            if not office.verify().holds:
                raise AssertionError(office.verify())
    yield Line(
        "durable move, PostgreSQL",
        rate(timings.median(OURS)),
        f"{BARE} {rate(timings.median(BARE))}",
        timings.ratio(OURS, BARE),
        TARGET,
    )


def _life(office: Office) -> list[Written]:
    """Live one life through the services, and return what each of its steps wrote."""
    (number,) = registered(office, 1)
    lived = []
    for step in MOVES:
        move(office, number, step)
        with office.read() as view:
            run = view.connection.execute
            kind, on, details = run(
                text("SELECT kind, happened_on, details::text FROM event ORDER BY seq DESC LIMIT 1")
            ).one()
            columns = ", ".join(STANDING)
            row = run(
                text(f"SELECT {columns} FROM request WHERE number = :number"),  # noqa: S608 - our own
                {"number": number},
            ).one()
        lived.append(Written(kind, _day(on), str(details), tuple(row)))
    return lived


def _day(on: date | str) -> str:
    return on.isoformat() if isinstance(on, date) else on


def _bare(
    office: Office, connection: psycopg.Connection, written: list[Written], lives: int
) -> Callable[[], Work]:
    def prepare() -> Work:
        numbers = registered(office, lives)

        def work() -> int:
            for number in numbers:
                for step in written:
                    _move(connection, office.id, number, step)
            return len(numbers) * len(written)

        return work

    return prepare


def _move(connection: psycopg.Connection, office: int, number: str, written: Written) -> None:
    """Write what a step leaves, in one transaction, with a real hash in the chain."""
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute(_TAKE, (office,))
        cursor.execute(_READ, (office, number))
        row_id, version, length, head = cursor.fetchall()[0][:4]
        seq, kind, on = length + 1, written.kind, written.happened_on
        said = (office, seq, "request", row_id, version, kind, on, AT, ACTOR, written.details)
        link = sha256("|".join(map(str, (*said, head))).encode()).hexdigest()
        cursor.execute(_EVENT, (*said, None, None, head, link))
        cursor.execute(_STAND, (*written.standing, office, row_id, version))
        cursor.execute(_HEAD, (seq, link, office))
