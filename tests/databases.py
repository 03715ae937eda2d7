"""The database that tests work in: a file of each test's own, or one of a throw-away PostgreSQL.

`pytest --database postgresql` starts a cluster for the run and gives each test a database copied
from one that the migrations made.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from shutil import chown
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from psycopg.sql import SQL

from tests.machine import postgresql
from workflow.records.engine import writing_engine
from workflow.records.schema import bring_up_to_date

_TEMPLATE = "made_by_migrations"
_OWNER = "postgres"  # the server refuses to run as root
_serial = count(1)
_cluster: list[Path] = []  # the directory of its socket, while one runs


@cache
def _migrated() -> bytes:
    """Return a file that the migrations made: made once, for they take longer than most tests."""
    with TemporaryDirectory() as directory:
        file = Path(directory) / "made.db"
        engine = writing_engine(f"sqlite:///{file}")
        bring_up_to_date(engine)
        engine.dispose()  # the last to leave writes the log into the file
        return file.read_bytes()


def lay_out(directory: Path) -> None:
    """Put a database that is up to date where an installation looks for its own."""
    file = directory / "disclosure.db"
    if not _cluster and not file.exists():
        directory.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_migrated())


def one() -> str:
    """Return the address of a new database; blank for a file in the test's own directory."""
    if not _cluster:
        return ""
    name = f"test_{next(_serial)}"
    with _administered() as connection:
        connection.execute(SQL(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}"))
    return _address(name)


def empty() -> str:
    """Return the address of a new database of the server's in which nothing is."""
    name = f"empty_{next(_serial)}"
    with _administered() as connection:
        connection.execute(SQL(f"CREATE DATABASE {name}"))
    return _address(name)


def is_served() -> bool:
    """Whether tests work in a server's databases."""
    return bool(_cluster)


def restart() -> None:
    """Stop the server in the midst of whatever it does, and start it again."""
    _as_owner("pg_ctl", "-D", _cluster[0] / "data", "-m", "immediate", "-w", "restart")


@contextmanager
def cluster() -> Iterator[None]:
    """Run a PostgreSQL server that listens on a socket alone, for as long as needed."""
    # Its directory is short, as a socket's name must be, and one that the owner can reach.
    with TemporaryDirectory(prefix="pg-") as directory, _running(Path(directory)):
        yield


@contextmanager
def _running(home: Path) -> Iterator[None]:
    if os.getuid() == 0:
        chown(home, user=_OWNER)
    data = home / "data"
    _as_owner("initdb", "-D", data, "-A", "trust", "-U", _OWNER, "-E", "UTF8", "--locale=C.UTF-8")
    # Nothing here need survive a power cut.
    options = f"-k {home} -c listen_addresses='' -c fsync=off -c max_connections=200"
    _as_owner("pg_ctl", "-D", data, "-o", options, "-l", home / "log", "-w", "start")
    _cluster.append(home)
    try:
        with _administered() as connection:
            connection.execute(SQL(f"CREATE DATABASE {_TEMPLATE}"))
        engine = writing_engine(_address(_TEMPLATE))
        bring_up_to_date(engine)
        engine.dispose()
        yield
    finally:
        _cluster.clear()
        _as_owner("pg_ctl", "-D", data, "-m", "immediate", "stop")


def _administered() -> psycopg.Connection[Any]:
    address = f"host={_cluster[0]} user={_OWNER} dbname=postgres"
    return psycopg.connect(address, autocommit=True)


def _address(name: str) -> str:
    return f"postgresql://{_OWNER}@/{name}?host={_cluster[0]}"


def _as_owner(program: str, *arguments: object) -> None:
    """Run a program of the server as somebody who is not root."""
    command = [postgresql(program), *map(str, arguments)]
    if os.getuid() == 0:
        command = ["runuser", "-u", _OWNER, "--", *command]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 -- our own words
