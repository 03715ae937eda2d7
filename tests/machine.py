"""What a test needs of the machine beyond Python: named where missing, and in CI never missing."""

import os
import shutil
from pathlib import Path

import pytest

_POSTGRESQL = Path("/usr/lib/postgresql")


def program(*names: str, package: str) -> str:
    """Return the path of the first of some programs that is there; without one, skip or fail."""
    for name in names:
        if (found := shutil.which(name)) is not None:
            return found
    return _missing(package)


def postgresql(name: str) -> str:
    """Return the path of a server program of PostgreSQL, which no search path names."""
    found = sorted(_POSTGRESQL.glob(f"*/bin/{name}"))
    return str(found[-1]) if found else _missing("postgresql")


def _missing(package: str) -> str:
    """Skip with what to install; in CI, which installs it, fail."""
    reason = f"{package} is not installed: sudo apt-get install {package}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
