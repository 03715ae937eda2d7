"""A whole process, measured from outside: its seconds and the most memory it had."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

CHILD = Path(__file__).with_name("child.py")
ROOT = CHILD.parents[2]


class Measured(NamedTuple):
    """What a process took."""

    seconds: float
    peak_mib: float


def _environment() -> dict[str, str]:
    """Return the environment, in which the project is found whether installed or not."""
    return os.environ | {"PYTHONPATH": str(ROOT)}


def measured(*command: str, given: Path | None = None) -> Measured:
    """Run a Python command line on a file, and return what it took; it must succeed."""
    whole = [sys.executable, str(CHILD), str(given or "/dev/null"), sys.executable, *command]
    done = subprocess.run(whole, capture_output=True, check=True, cwd=ROOT, env=_environment())  # noqa: S603 -- the bench's own words
    found = json.loads(done.stdout)
    if found["status"]:
        raise RuntimeError(command, done.stderr.decode())
    return Measured(found["seconds"], found["peak_kib"] / 1024)
