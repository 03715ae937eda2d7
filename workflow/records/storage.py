"""What the disk or the server has against it, told by its name instead of by a driver's."""

import os
import shutil
import sqlite3
from pathlib import Path
from types import TracebackType

from sqlalchemy.exc import DBAPIError

from workflow.records.engine import address_of
from workflow.records.errors import (
    StorageDamagedError,
    StorageError,
    StorageFullError,
    StorageReadOnlyError,
    StorageUnreachableError,
    WriteFailedError,
)

# The primary result codes of SQLite: https://www.sqlite.org/rescode.html
_READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 8, 10, 11, 13, 14, 26
_PRIMARY = 0xFF
# SQLite needs room for a page and the memory beside the log; with less, it says many things.
_LEAST_ROOM = 64 * 1024
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_DISK_FULL, _READ_ONLY, _DAMAGED = "53100", "25006", ("XX001", "XX002")
_UNREACHABLE = ("08", "57P")


class StorageNamed:
    """A block in which the trouble of a database is raised as a StorageError that names it."""

    def __init__(self, url: str) -> None:
        """Name the database of an address."""
        self._url = url

    def __enter__(self) -> None:
        """Begin; it costs nothing where nothing goes wrong."""

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        """Raise what the trouble was; whatever else was raised goes on as it is."""
        if error is None or isinstance(error, StorageError):
            return
        told = trouble_of(error, self._url)
        if told is not None:
            raise told from error


def trouble_of(error: BaseException, url: str) -> StorageError | None:
    """Return what the storage has against it, or None where an error is of another kind."""
    if isinstance(error, WriteFailedError) and error.__cause__ is not None:
        return trouble_of(error.__cause__, url)
    driver = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(driver, sqlite3.Error):
        return _of_file(driver, url)
    if hasattr(driver, "sqlstate"):
        return _of_server(driver, url)
    return None


def _of_file(error: sqlite3.Error, url: str) -> StorageError | None:
    file = Path(address_of(url).database or "")
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code in {_CORRUPT, _NOTADB}:
        return StorageDamagedError(str(file))
    if code not in {_READONLY, _IOERR, _FULL, _CANTOPEN}:
        return None
    # Without room or leave for the memory beside its log, SQLite fails to open or to read.
    if code == _READONLY or _may_not_write(file.parent):
        return StorageReadOnlyError(str(file))
    if code == _FULL or _room_in(file.parent) < _LEAST_ROOM:
        return StorageFullError(str(file))
    return StorageUnreachableError(str(file))


def _may_not_write(folder: Path) -> bool:
    """Say whether a folder lies on a disk that nothing may be written to."""
    if not folder.is_dir() or not hasattr(os, "statvfs"):
        return False
    return bool(os.statvfs(folder).f_flag & os.ST_RDONLY) or not os.access(folder, os.W_OK)


def _room_in(folder: Path) -> int:
    return shutil.disk_usage(folder).free if folder.is_dir() else _LEAST_ROOM


def _of_server(error: object, url: str) -> StorageError | None:
    state = getattr(error, "sqlstate", None)
    address = address_of(url)
    place = address.set(drivername=address.get_backend_name()).render_as_string(hide_password=True)
    if state == _DISK_FULL:
        return StorageFullError(place)
    if state == _READ_ONLY:
        return StorageReadOnlyError(place)
    if state in _DAMAGED:
        return StorageDamagedError(place)
    # Without a state, the server did not get as far as having one.
    if type(error).__name__ == "OperationalError" and (
        state is None or state.startswith(_UNREACHABLE)
    ):
        return StorageUnreachableError(place)
    return None
