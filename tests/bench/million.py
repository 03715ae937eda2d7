"""An office of a million requests and six times as many events, written as fast as can be."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from sqlalchemy import Connection, Engine, text

from states.case import EventKind
from states.statute.outcomes import CATALOGUE, Outcome
from states.statute.receipt import Channel
from workflow.records.tables.metadata import METADATA, TABLES
from workflow.reports.forms.labels import APPLICANT_COLUMNS

OFFICE = 1
YEAR = 2025  # the year reported on: the last but a few days
FIRST, LAST = date(2016, 1, 1), date(2026, 1, 20)
EVENTS_EACH = 6

_BATCH = 20_000
_THEN = datetime(2026, 1, 20, 2)  # noqa: DTZ001 - as the driver is given it, in UTC
_KINDS = ["natural_person"] * 15 + [column.key for column in APPLICANT_COLUMNS[1:]]
_CHANNELS = [channel.value for channel in Channel]
_OUTCOMES = [o.value for o in Outcome if CATALOGUE[o].code] + [Outcome.DISCLOSED.value] * 15
_FACTS = (
    EventKind.RECEIVED,
    EventKind.CORRECTION_REQUESTED,
    EventKind.CORRECTION_RECEIVED,
    EventKind.REPLY_DATED,
    EventKind.REPLY_SENT,
)

Row = tuple[Any, ...]
COLUMNS = tuple(TABLES["request"].columns.keys())


def build(engine: Engine, count: int, random: Random, *, open_ones_begin: bool = False) -> None:
    """Make the tables and fill them: rows first, indexes after.

    Where the open ones begin, they have come in, and no more is on record of them.
    """
    METADATA.create_all(engine)
    indexes = [index for name in ("request", "event") for index in TABLES[name].indexes]
    with engine.begin() as connection:
        for index in indexes:
            index.drop(connection)
        connection.execute(
            text(
                "INSERT INTO office (id, name, short_name, level, parent, phone, fax, address, "
                "postcode, website, letter_prefix, settings, chain_length, chain_head, created_at) "
                "VALUES (1, '测速市', '', 'city', '', '', '', '', '', '', '', '{}', :length, '', "
                "'2016-01-01 00:00:00')"
            ),
            {"length": count * EVENTS_EACH},
        )
        _fill(connection, count, random)
        _add_events(connection, "closed_on IS NOT NULL" if open_ones_begin else "true")
        for index in indexes:
            index.create(connection)


def _fill(connection: Connection, count: int, random: Random) -> None:
    rows = requests(count, random)
    cursor: Any = connection.connection.cursor()
    if connection.dialect.name == "postgresql":
        with cursor.copy(f"COPY request ({', '.join(COLUMNS)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join("?" * len(COLUMNS))
    insert = f"INSERT INTO request ({', '.join(COLUMNS)}) VALUES ({marks})"  # noqa: S608 -- our own columns
    while batch := list(islice(rows, _BATCH)):
        cursor.executemany(insert, _as_text(batch))


def _as_text(rows: Sequence[Row]) -> Iterator[list[object]]:
    for row in rows:
        yield [held.isoformat(" ") if isinstance(held, datetime) else held for held in row]


def requests(count: int, random: Random) -> Iterator[Row]:
    """Yield the requests by day of receipt; most are answered within some weeks."""
    days = (LAST - FIRST).days
    for place in range(1, count + 1):
        received_on = FIRST + timedelta(days=place * days // (count + 1))
        closed_on = received_on + timedelta(days=1 + int(random.expovariate(1 / 18)))
        is_closed = closed_on <= LAST
        values: dict[str, object] = {
            "office_id": OFFICE,
            "id": place,
            "number": f"测公开申〔{received_on.year}〕{place}号",
            "channel": random.choice(_CHANNELS),
            "applicant": f"申请人{place}",
            "applicant_kind": random.choice(_KINDS),
            "contact": "13800000000",
            "content": f"第{place}号地块征地补偿安置方案及补偿款发放明细",
            "note": "",
            "case_officer": "经办人",
            "registered_at": _THEN,
            "state": "answered" if is_closed else "received",
            "received_on": received_on.isoformat(),
            "received_year": received_on.year,
            "closed_on": closed_on.isoformat() if is_closed else None,
            "closed_year": closed_on.year if is_closed else None,
            "outcome": random.choice(_OUTCOMES) if is_closed else None,
            "on_time": random.random() < 0.97 if is_closed else None,
            "provisional": False,
            "event_count": EVENTS_EACH,
            "version": EVENTS_EACH,
        }
        yield tuple(values.get(name) for name in COLUMNS)


def _add_events(connection: Connection, whole: str) -> None:
    """Let the database write the events of every request, its registration first.

    Beyond its receipt, only of those that a condition holds for.
    """
    kinds = ("registered", *(kind.value for kind in _FACTS))
    for position, kind in enumerate(kinds):
        on = "closed_on" if kind == EventKind.REPLY_SENT.value else "received_on"
        connection.execute(
            text(
                "INSERT INTO event (office_id, seq, subject, subject_id, position, kind, "  # noqa: S608 -- our own words
                "happened_on, entered_at, actor, details, previous_hash, hash) "
                f"SELECT office_id, (id - 1) * {EVENTS_EACH} + {position + 1}, 'request', id, "
                f"{position}, '{kind}', coalesce({on}, received_on), registered_at, '经办人', "
                f"'{{}}', '', '' FROM request WHERE {position} < 2 OR {whole}"
            )
        )
