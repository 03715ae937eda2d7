"""The database: made by migrations alone, durable, and refusing what must not be."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests import databases
from tests.builders import a_request
from workflow.bootstrap import Office
from workflow.records.engine import reading_engine, writing_engine
from workflow.records.errors import DatabaseUnsupportedError
from workflow.records.schema import HEAD, bring_up_to_date, migrations
from workflow.records.tables.metadata import METADATA


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return writing_engine(f"sqlite:///{tmp_path}/empty.db")


def _differences(connection: Connection) -> list[object]:
    """Return in what a database is not as the tables say; an index may be of one kind alone."""
    kind = connection.dialect.name
    context = MigrationContext.configure(
        connection,
        opts={
            "compare_type": True,
            "include_object": lambda one, *_: one.info.get("only", kind) == kind,
        },
    )
    return list(compare_metadata(context, METADATA))


def test_an_empty_database_is_brought_to_what_the_tables_say(engine: Engine) -> None:
    bring_up_to_date(engine)

    with engine.connect() as connection:
        assert _differences(connection) == []
    engine.dispose()


@pytest.mark.thorough
def test_a_server_is_brought_to_what_the_tables_say() -> None:
    with databases.cluster():
        engine = writing_engine(databases.one())
        bring_up_to_date(engine)

        with engine.connect() as connection:
            assert _differences(connection) == []
        engine.dispose()


def test_the_newest_migration_is_the_one_that_is_named(engine: Engine) -> None:
    with engine.connect() as connection:
        scripts = ScriptDirectory.from_config(migrations(connection))

    assert scripts.get_heads() == [HEAD]
    engine.dispose()


def test_bringing_up_to_date_twice_changes_nothing(engine: Engine) -> None:
    bring_up_to_date(engine)
    bring_up_to_date(engine)

    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM alembic_version")) == 1
    engine.dispose()


def test_the_migrations_lead_back_to_nothing(engine: Engine) -> None:
    bring_up_to_date(engine)

    with engine.connect() as connection:
        command.downgrade(migrations(connection), "base")

    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()


@pytest.mark.parametrize("statement", ["UPDATE event SET actor = 'x'", "DELETE FROM event"])
def test_the_database_itself_refuses_to_alter_events(office: Office, statement: str) -> None:
    a_request(office)
    engine = writing_engine(office.installation.settings.database)

    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as database:
        database.exec_driver_sql(statement)

    engine.dispose()


@pytest.mark.sqlite_only("REPLACE is a word of SQLite")
def test_the_program_cannot_replace_an_event(office: Office) -> None:
    a_request(office)
    replace = text("INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 1")

    with pytest.raises(IntegrityError, match="append-only"), office.work() as uow:
        uow.connection.execute(replace)


@pytest.mark.parametrize(
    ("pragma", "value"),
    # 2 is FULL: a record that was acknowledged survives a power cut.
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5_000)],
)
def test_every_connection_is_set_up_to_be_durable(
    tmp_path: Path, pragma: str, value: object
) -> None:
    for make in (writing_engine, reading_engine):
        engine = make(f"sqlite:///{tmp_path}/empty.db")
        with engine.connect() as connection:
            assert connection.scalar(text(f"PRAGMA {pragma}")) == value
        engine.dispose()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_records_are_not_kept_in_memory(url: str) -> None:
    with pytest.raises(DatabaseUnsupportedError):
        writing_engine(url)


def test_the_years_of_requests_that_were_there_before_are_filled_in(engine: Engine) -> None:
    with engine.connect() as connection:
        command.upgrade(migrations(connection), "0001")
    with engine.connect() as connection:
        connection.execute(
            text(
                "INSERT INTO office VALUES (1, '净峰镇', '', 'town', '', '', '', '', '', '', '', "
                "'{}', 0, '', '2026-01-05 00:00:00')"
            )
        )
        for place, received, closed in ((1, "2025-12-31", "2026-01-05"), (2, None, None)):
            connection.execute(
                text(
                    "INSERT INTO request (office_id, id, number, channel, applicant, "
                    "applicant_kind, contact, content, note, case_officer, registered_at, state, "
                    "received_on, provisional, closed_on, event_count, version) VALUES "
                    "(1, :id, :number, '', '', '', '', '', '', '', '2026-01-05 00:00:00', '', "
                    ":received, 0, :closed, 1, 1)"
                ),
                {"id": place, "number": str(place), "received": received, "closed": closed},
            )
        connection.commit()

    bring_up_to_date(engine)

    with engine.connect() as connection:
        years = connection.execute(
            text("SELECT received_year, closed_year FROM request ORDER BY id")
        ).all()
    assert [tuple(row) for row in years] == [(2025, 2026), (0, None)]
    engine.dispose()
