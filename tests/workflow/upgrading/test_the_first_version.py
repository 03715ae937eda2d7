"""A database that the first version wrote (commit 65cbf07: Jingfeng's ledger and the sample
office), opened by this one: nothing is lost, and the table is the same."""

import lzma
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.fakes import FixedClock
from workflow.bootstrap import Installation, open_installation
from workflow.clock import Clock
from workflow.demo.jingfeng import YEAR, compare
from workflow.records.schema import HEAD
from workflow.services.reporting import ReportWanted, report_year
from workflow.settings import Settings

KEPT = Path(__file__).with_name("first_version.db.xz")
AFTERWARDS = date(2026, 11, 25)  # Wednesday; the database was made on Monday
JINGFENG, SAMPLE = "净峰镇人民政府", "海湾镇人民政府（示范）"
# Counted by the first version itself when it verified what it had written.
EVENTS = {JINGFENG: 76, SAMPLE: 145}

Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture(name="old")
def _old(tmp_path: Path) -> Path:
    path = tmp_path / "disclosure.db"
    path.write_bytes(lzma.decompress(KEPT.read_bytes()))
    return path


@pytest.fixture(name="installation")
def _installation(old: Path) -> Iterator[Installation]:
    clock: Clock = FixedClock.on(AFTERWARDS)
    with open_installation(Settings(data_dir=old.parent, database_url=""), clock) as opened:
        yield opened


def tables_of(path: Path) -> dict[str, list[str]]:
    """Every table with its columns, as the first version had them."""
    with closing(sqlite3.connect(path)) as database:
        names = database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return {
            name: [row[1] for row in database.execute(f"PRAGMA table_info({name})")]
            for (name,) in names.fetchall()
            if name != "alembic_version"
        }


def _all(name: str, columns: list[str]) -> str:
    return f"SELECT {', '.join(columns)} FROM {name}"  # noqa: S608 - a test's own


def rows_of(path: Path, tables: dict[str, list[str]]) -> Rows:
    """What stands in some columns of some tables."""
    with closing(sqlite3.connect(path)) as database:
        return {
            name: sorted(database.execute(_all(name, columns)).fetchall(), key=repr)
            for name, columns in tables.items()
        }


def test_every_row_and_every_fact_is_there_after_the_upgrade(old: Path) -> None:
    tables = tables_of(old)
    before = rows_of(old, tables)

    with open_installation(Settings(data_dir=old.parent, database_url="")):
        pass

    assert len(before["event"]) == sum(EVENTS.values())
    assert rows_of(old, tables) == before


def test_the_upgraded_database_is_of_this_version(old: Path, installation: Installation) -> None:
    assert installation.offices()
    with closing(sqlite3.connect(old)) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]


@pytest.mark.parametrize("name", EVENTS)
def test_the_chain_of_the_first_version_still_holds(installation: Installation, name: str) -> None:
    verified = installation.office(name).verify()

    assert verified.first_break is None
    assert verified.events == EVENTS[name]


def test_the_table_of_2017_is_still_the_one_that_was_published(installation: Installation) -> None:
    office = installation.office(JINGFENG)
    with office.read() as view:
        report = report_year(
            view, ReportWanted(year=YEAR), at=office.clock.now(), calendar=office.calendar
        )

    rows = compare(report)
    assert rows
    assert [row.label for row in rows if not row.agrees] == []


def test_work_goes_on_after_the_upgrade(installation: Installation) -> None:
    office = installation.office(SAMPLE)
    with office.work() as uow:
        row = uow.requests.page()[0]
        case = uow.requests.case(row.number)

    assert case.received_on is not None
    assert row.state == case.state
