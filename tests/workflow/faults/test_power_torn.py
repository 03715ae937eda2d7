"""The power is cut while four processes write: all that was told is done is there, and holds.

Twelve cuts in the usual run, three hundred by `make faults`. That a transaction is flushed before
it is told is asked of the connection itself: `test_schema.py` wants `synchronous = FULL`.
"""

import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.workflow.faults.power import IN_ONE_OFFICE, Outcome, whole

ROOT = Path(__file__).parents[3]
SECONDS_A_CUT = 10

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="pipes are counted as Linux does it"),
    pytest.mark.sqlite_only("a server sees to its own files"),
]


def test_a_power_cut_loses_nothing_that_was_told(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    cuts: int = request.config.getoption("--power-cuts")
    began = time.monotonic()
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-m", "tests.workflow.faults.power", str(tmp_path), str(cuts), "1"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS_A_CUT * cuts,
    )
    assert done.returncode == 0, done.stderr
    outcome = Outcome(**json.loads(done.stdout))
    print(f"\n{outcome} in {time.monotonic() - began:.0f} s")  # noqa: T201 - shown by `make faults`

    assert outcome.faults == []
    assert outcome.cuts == cuts
    assert outcome.offices == -(-cuts // IN_ONE_OFFICE)
    # Enough was under way for all this to mean something.
    assert outcome.told > 5 * cuts
    assert outcome.files > 0
    assert outcome.with_log > cuts / 2
    assert outcome.torn_pages > cuts / 2
    assert outcome.torn_logs > 0
    assert outcome.without_index > 0


def test_where_the_last_transaction_of_a_log_ends_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "some.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as writing:
        writing.execute("PRAGMA journal_mode = WAL")
        writing.execute("CREATE TABLE t (n)")
        writing.execute("INSERT INTO t VALUES (1)")
        before = (tmp_path / "some.db-wal").read_bytes()
        writing.execute("INSERT INTO t VALUES (2)")
        log = (tmp_path / "some.db-wal").read_bytes()
        held = file.read_bytes()

    def rows(wal: bytes) -> list[int]:
        copy = tmp_path / "copy.db"
        copy.write_bytes(held)
        (tmp_path / "copy.db-wal").write_bytes(wal)
        with closing(sqlite3.connect(copy)) as reading:
            return [n for (n,) in reading.execute("SELECT n FROM t")]

    end, size, pages = whole(log)
    assert end == len(log)
    assert len(pages) == (end - 32) / (24 + size)
    assert rows(log + b"\x5a" * 5_000) == [1, 2]
    # One byte less, and a transaction is lost: a judge who saw no difference would see nothing.
    assert rows(log[: end - 1]) == [1]
    assert whole(log[: end - 1])[0] == len(before)
