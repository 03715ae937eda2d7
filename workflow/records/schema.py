"""The shape of the database: brought up to date when an installation is opened."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, inspect, text

from workflow.records.engine import BY_HAND

MIGRATIONS = Path(__file__).parent / "migrations"

# The newest migration; a new one puts its revision here.
HEAD = "0013"


def bring_up_to_date(engine: Engine) -> None:
    """Run the migrations that the database lacks; none, if it is up to date.

    Only looking takes no lock: records open while somebody else writes.
    """
    with engine.execution_options(**{BY_HAND: True}).connect() as looking:
        if _revision(looking) == HEAD:
            return
    with engine.connect() as connection:
        if _revision(connection) != HEAD:
            connection.rollback()
            command.upgrade(migrations(connection), "head")


def migrations(connection: Connection) -> Config:
    """Return what alembic must know to work over a connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _revision(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")))
