"""A PostgreSQL server of one's own, in a directory that is thrown away."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from tests.bench.lines import UnavailableError

_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/local/bin", "/opt/homebrew/bin")
_USER = "postgres"


@contextmanager
def a_server() -> Iterator[str]:
    """Start a server that only a socket in its own directory reaches; yield its address."""
    programs = _programs()
    folder = Path(mkdtemp(prefix="bench-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, _USER)
        folder.chmod(0o700)
        data = folder / "data"
        _run(programs / "initdb", "-D", data, "-U", _USER, "-A", "trust", "-E", "UTF8")
        options = f"-c listen_addresses= -c unix_socket_directories={folder}"
        log = folder / "log"
        _run(programs / "pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")
        try:
            yield f"postgresql+psycopg://{_USER}@/postgres?host={folder}"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """Return where the newest server's programs are; one that root may not run needs its user."""
    found = [place for pattern in _PLACES for place in sorted(Path("/").glob(pattern.lstrip("/")))]
    for place in reversed(found):
        if (place / "initdb").exists():
            if os.geteuid() == 0:
                _require_user()
            return place
    raise UnavailableError("no PostgreSQL server (apt-get install postgresql)")


def _require_user() -> None:
    try:
        pwd.getpwnam(_USER)
    except KeyError:
        raise UnavailableError(f"PostgreSQL does not run as root, and no user {_USER}") from None


def _run(*command: object) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", _USER, "--", *words]
    done = subprocess.run(  # noqa: S603 -- the bench's own words
        words, capture_output=True, check=False, cwd="/"
    )
    if done.returncode:
        raise UnavailableError(f"{words}: {done.stderr.decode()[-300:]}")
