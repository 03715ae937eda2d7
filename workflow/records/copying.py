"""The records of an installation copied as they stand at one moment, while others write."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import create_engine, inspect
from sqlalchemy.engine import URL

from workflow.records.engine import address_of
from workflow.records.schema import HEAD

SQLITE, POSTGRESQL = "sqlite", "postgresql"
# What the copy is called within a backup, by the database it is of.
COPIES: Final = {SQLITE: "disclosure.db", POSTGRESQL: "disclosure.pgdump"}
_MINUTES_ALLOWED: Final = 60


class CopyFailedError(Exception):
    """A copy could not be made or read back: by which program, and what it said."""

    def __init__(self, program: str, said: str) -> None:
        """Keep both."""
        super().__init__(program, said)
        self.program = program
        self.said = said


def kind_of(url: str) -> str:
    """Return which database an address is of."""
    return address_of(url).get_backend_name()


def copy_records(url: str, target: Path) -> None:
    """Copy the records into a file, as they stand at one moment; nobody waits for it."""
    address = address_of(url)
    if kind_of(url) == SQLITE:
        with (
            closing(sqlite3.connect(f"file:{address.database}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)  # in one step, hence of one moment
            copy.execute("PRAGMA journal_mode = DELETE")
    else:
        _run(address, "pg_dump", "--format=custom", "--no-owner", f"--file={target}")


def put_back_records(url: str, source: Path) -> None:
    """Put a copy where an installation looks for its records: where none are."""
    address = address_of(url)
    if kind_of(url) == SQLITE:
        target = Path(str(address.database))
        with source.open("rb") as held:
            os.fsync(held.fileno())
        source.replace(target)
    else:
        _run(
            address,
            "pg_restore",
            "--single-transaction",
            "--no-owner",
            "--exit-on-error",
            f"--dbname={address.database}",
            str(source),
        )


def are_there_records(url: str) -> bool:
    """Say whether records lie at an address already."""
    address = address_of(url)
    if kind_of(url) == SQLITE:
        return Path(str(address.database)).exists()
    engine = create_engine(address)
    try:
        return bool(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def revision_of(copy: Path) -> str:
    """Return the revision of a copy of SQLite records; blank where it is none, or is damaged."""
    try:
        with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as opened:
            if opened.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return ""
            found = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError:
        return ""
    return str(found[0]) if found else ""


def is_known(revision: str) -> bool:
    """Say whether this version of the program can read records of a revision."""
    return revision <= HEAD


def is_sound(url: str) -> bool:
    """Say whether the pages of a SQLite file hold together; a server sees to its own."""
    if kind_of(url) != SQLITE:
        return True
    path = Path(str(address_of(url).database))
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as opened:
            return bool(opened.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def _run(address: URL, program: str, *arguments: str) -> None:
    """Run a program of the server; of a failure is kept what it said last, no password."""
    environment = os.environ | {
        "PGHOST": address.host or str(address.query.get("host", "")),
        "PGPORT": str(address.port or ""),
        "PGUSER": address.username or "",
        "PGPASSWORD": address.password or "",
        "PGDATABASE": address.database or "",
    }
    try:
        done = subprocess.run(  # noqa: S603 - the server's own program, our own arguments
            [program, *arguments],
            env={name: value for name, value in environment.items() if value},
            capture_output=True,
            text=True,
            check=False,
            timeout=_MINUTES_ALLOWED * 60,
        )
    except FileNotFoundError as error:
        raise CopyFailedError(program, "") from error
    if done.returncode != 0:
        raise CopyFailedError(program, (done.stderr.strip().splitlines() or [""])[-1])
