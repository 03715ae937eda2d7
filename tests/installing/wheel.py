"""The wheel of the program, made as a user's installer would make it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def make_wheel(into: Path) -> Path:
    """Build the wheel; where its builder cannot be had, skip, and in CI fail."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(into), "."]
    made = subprocess.run(  # noqa: S603 - our own interpreter
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if made.returncode:
        reason = f"hatchling could not be had, or did not build: {made.stderr.strip()[-300:]}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return next(into.glob("*.whl"))
