"""Two offices with the same rows: one worked in through the services, one by bare `sqlite3`."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from states.case import Event, EventKind
from states.statute.receipt import Channel
from states.steps import Step
from tests.bench.steps import LIFE
from workflow.bootstrap import Office, open_installation
from workflow.records.derived import DERIVED_COLUMNS
from workflow.records.engine import PRAGMAS
from workflow.records.facts import NewFact, NewRequest, OfficeProfile, RequestFacts
from workflow.services.moves import MakeMove, make_move
from workflow.settings import Settings

AT = datetime(2023, 12, 29, 4, tzinfo=UTC)  # noon in China, the day the life is told
ACTOR = "经办人"
MOVES = LIFE[1:]  # the first of a life registers it
STANDING = (*DERIVED_COLUMNS, "event_count", "version")


class StillClock:
    """A clock that stands."""

    def now(self) -> datetime:
        return AT


@contextmanager
def an_office(path: Path) -> Iterator[Office]:
    """Open a new office in a new file of records."""
    settings = Settings(database_url=f"sqlite:///{path}")
    with open_installation(settings, StillClock()) as installation:
        yield installation.establish(OfficeProfile(name="测速镇人民政府"), actor=ACTOR)


def registered(office: Office, count: int) -> list[str]:
    """Register requests that came in hand on the first day of the life; return their numbers."""
    facts = RequestFacts(
        channel=Channel.IN_PERSON,
        applicant="张三",
        content="2022年度征地补偿安置方案及补偿款发放明细",
    )
    first = NewFact(Event(EventKind.SUBMITTED, LIFE[0].on))
    new = [NewRequest(facts, (first,))] * count
    with office.work() as uow:
        return uow.requests.add_many(new, actor=ACTOR, at=AT, calendar=office.calendar)


def move(office: Office, number: str, step: Step) -> None:
    """Make a move as the desk does: durable when this returns."""
    command = MakeMove(
        number=number,
        move=step.move,
        actor=step.actor or ACTOR,
        role=step.role,
        on=step.on,
        ref=step.ref,
        workdays=step.workdays,
        outcome=step.outcome,
        matter=step.matter,
    )
    with office.work() as uow:
        make_move(command, uow, at=AT, calendar=office.calendar)


class Written(NamedTuple):
    """What a step leaves on record: its event, and the columns of the request."""

    kind: str
    happened_on: str
    details: str
    standing: tuple[object, ...]


def life_as_written(office: Office, path: Path) -> list[Written]:
    """Live one life through the services, and return what each of its steps wrote."""
    (number,) = registered(office, 1)
    connection = sqlite3.connect(path)
    columns = ", ".join(STANDING)
    lived = []
    for step in MOVES:
        move(office, number, step)
        event = connection.execute(
            "SELECT kind, happened_on, details FROM event ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        row = connection.execute(
            f"SELECT {columns} FROM request WHERE number = ?",  # noqa: S608 -- our own column names
            (number,),
        ).fetchone()
        kind, on, details = event
        lived.append(Written(kind, on, details, row))
    connection.close()
    return lived


_READ = """
SELECT r.id, r.channel, r.version, o.chain_length, o.chain_head,
       e.seq, e.kind, e.happened_on, e.details, e.annuls, e.idempotency_key
FROM request r
JOIN office o ON o.id = r.office_id
JOIN event e ON e.office_id = r.office_id AND e.subject = 'request' AND e.subject_id = r.id
WHERE r.office_id = ? AND r.number = ?
ORDER BY e.position
"""
_EVENT = f"INSERT INTO event VALUES ({', '.join('?' * 14)})"  # noqa: S608 -- only question marks
_STAND = f"""
UPDATE request SET {", ".join(f"{name} = ?" for name in STANDING)}
WHERE office_id = ? AND id = ? AND version = ?
"""  # noqa: S608 -- our own column names
_HEAD = "UPDATE office SET chain_length = ?, chain_head = ? WHERE id = ?"


@dataclass(slots=True)
class BareOffice:
    """The same rows by prepared statements alone: nothing is judged, nothing reckoned."""

    connection: sqlite3.Connection
    office_id: int

    @classmethod
    def on(cls, path: Path, office_id: int) -> "BareOffice":
        """Connect as durably as the services do."""
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return cls(connection, office_id)

    def move(self, number: str, written: Written) -> None:
        """Write what a step leaves, in one transaction, with a real hash in the chain."""
        run, office = self.connection.execute, self.office_id
        run("BEGIN IMMEDIATE")
        rows = run(_READ, (office, number)).fetchall()
        row_id, _, version, length, head = rows[0][:5]
        seq, entered = length + 1, AT.isoformat(" ")
        said = (
            office,
            seq,
            "request",
            row_id,
            version,
            written.kind,
            written.happened_on,
            entered,
            ACTOR,
            written.details,
            None,
            None,
            head,
        )
        link = sha256("|".join(map(str, said)).encode()).hexdigest()
        run(_EVENT, (*said, link))
        run(_STAND, (*written.standing, office, row_id, version))
        run(_HEAD, (seq, link, office))
        run("COMMIT")
