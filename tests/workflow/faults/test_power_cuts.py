"""The power is cut under four writers: whatever was told is done is in the files, and they hold.

`make test` cuts it a dozen times; HYPOTHESIS_PROFILE=nightly three hundred times.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.workflow.faults.power_cuts import DATABASE
from tests.workflow.faults.writers import open_records

ROOT = Path(__file__).parents[3]
IN_FULL = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
CUTS, ROUNDS = (50, 6) if IN_FULL else (12, 1)  # each round in records of its own

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.mark.parametrize("seed", range(1, ROUNDS + 1))
def test_after_a_power_cut_all_that_was_told_is_there_and_verifies(
    tmp_path: Path, seed: int
) -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [
            *(sys.executable, "-m", "tests.workflow.faults.power_cuts"),
            *(str(tmp_path), str(CUTS), str(seed)),
        ],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    heard: list[list[str]] = json.loads(done.stdout)["heard"]

    told: set[str] = set()
    with_a_log = 0
    for cut, said in enumerate(heard):
        told |= {*said}
        place = tmp_path / f"cut-{cut}"
        with_a_log += (place / f"{DATABASE}-wal").exists()
        assert told <= keys_of(place), cut
    # Something was under way, and most of it was in the log alone.
    assert len(told) > CUTS
    assert with_a_log > CUTS // 2


def keys_of(place: Path) -> set[str]:
    """Open the files as whoever starts the program after the cut, and return what is in them."""
    with open_records(place) as installation:
        office = installation.office()
        assert office.verify().holds
        with office.read() as view:
            found = view.connection.execute(
                text("SELECT idempotency_key FROM event WHERE idempotency_key IS NOT NULL")
            )
            return {str(key) for (key,) in found}
