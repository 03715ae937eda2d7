"""Requests and events in parts by office: the same rows, the same answers, the same refusals."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from tests import databases
from tests.builders import MONDAY, a_request, an_installation
from tests.fakes import FixedClock
from workflow.bootstrap import Installation, Office, open_installation
from workflow.records.engine import address_of
from workflow.records.errors import NotPartitionableError, PartsWrongError
from workflow.records.facts import OfficeProfile
from workflow.records.partitioning import parts_of
from workflow.reports.annual import AnnualReport
from workflow.services.reporting import ReportWanted, report_year
from workflow.settings import Settings

PARTS = 4
NAMES = tuple(f"第{n}镇人民政府" for n in range(1, 7))


@pytest.mark.sqlite_only("a server can")
def test_a_file_is_not_put_into_parts(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, database_url="")
    with (
        open_installation(settings, FixedClock.on(MONDAY)) as installation,
        pytest.raises(NotPartitionableError),
    ):
        installation.into_parts(PARTS)


@pytest.fixture(scope="module")
def _server(request: pytest.FixtureRequest) -> Iterator[None]:
    """Run a server, where the whole run does not have one."""
    if request.config.getoption("--database") == "postgresql":
        yield
        return
    with databases.cluster():
        yield


@pytest.fixture
def county(tmp_path: Path, _server: None) -> Iterator[Installation]:
    """Six towns, the first with one request, the second with two, and so on."""
    with an_installation(tmp_path) as installation:
        for count, name in enumerate(NAMES, start=1):
            office = installation.establish(OfficeProfile(name=name), actor="管理员")
            for _ in range(count):
                a_request(office)
        yield installation


def _worklist(office: Office) -> list[tuple[str, int, date | None]]:
    with office.read() as view:
        return [(row.number, row.version, row.next_due) for row in view.requests.open_requests()]


def _report(office: Office) -> AnnualReport:
    wanted = ReportWanted(year=2025)
    with office.read() as view:
        return report_year(view, wanted, at=office.clock.now(), calendar=office.calendar)


def test_every_row_is_there_and_every_answer_the_same(county: Installation) -> None:
    before = [(_worklist(office), _report(office).printed) for office in county.offices()]

    done = county.into_parts(PARTS)

    # 1 + 2 + … + 6 requests.
    assert [(one.table, one.parts, one.done_before) for one in done] == [
        ("request", PARTS, False),
        ("event", PARTS, False),
    ]
    assert done[0].rows == 21
    assert [(_worklist(office), _report(office).printed) for office in county.offices()] == before
    assert all(office.verify().holds for office in county.offices())


def test_what_comes_after_is_numbered_without_a_gap_and_chained(county: Installation) -> None:
    office = county.office(NAMES[2])
    county.into_parts(PARTS)

    fourth = a_request(office)

    numbers = [number for number, _, _ in _worklist(office)]
    assert fourth == numbers[-1]
    # The third town had three: the serial number of the fourth is the next.
    assert [number.split("〕")[1] for number in numbers] == ["1号", "2号", "3号", "4号"]
    assert office.verify().holds


def test_in_parts_a_fact_still_cannot_be_changed_nor_removed(county: Installation) -> None:
    county.into_parts(PARTS)
    engine = create_engine(address_of(county.settings.database_url))
    with engine.connect() as connection:
        assert parts_of(connection, "event") == PARTS
        used = connection.scalar(text("SELECT tableoid::regclass::text FROM event LIMIT 1"))
    for table in ("event", used):
        for attempt in (
            f"UPDATE {table} SET actor = '他人'",  # noqa: S608 -- our own words
            f"DELETE FROM {table}",  # noqa: S608 -- likewise
            f"TRUNCATE {table} CASCADE",
        ):
            with engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
                connection.execute(text(attempt))
    engine.dispose()


def test_the_keys_indexes_and_references_are_those_of_before(county: Installation) -> None:
    engine = create_engine(address_of(county.settings.database_url))
    query = text(
        "SELECT c.relname, i.relname FROM pg_index JOIN pg_class i ON i.oid = indexrelid "
        "JOIN pg_class c ON c.oid = indrelid WHERE c.relname IN ('request', 'event') "
        "UNION ALL SELECT conrelid::regclass::text, conname FROM pg_constraint "
        "WHERE contype = 'f' AND conparentid = 0 AND "
        "(conrelid IN ('request'::regclass, 'event'::regclass) OR confrelid = 'request'::regclass) "
        "ORDER BY 1, 2"
    )
    with engine.connect() as connection:
        before = connection.execute(query).all()

    county.into_parts(PARTS)

    with engine.connect() as connection:
        assert connection.execute(query).all() == before
    engine.dispose()


def test_asked_twice_nothing_is_done_the_second_time(county: Installation) -> None:
    county.into_parts(PARTS)

    again = county.into_parts(PARTS * 2)

    assert [(one.parts, one.done_before) for one in again] == [(PARTS, True), (PARTS, True)]


@pytest.mark.parametrize("parts", [0, 1, 1_025])
def test_a_number_of_parts_that_makes_no_sense_is_refused(county: Installation, parts: int) -> None:
    with pytest.raises(PartsWrongError):
        county.into_parts(parts)
