"""Three workers share two thousand messages and are killed a hundred times: none is lost.

A message arrives again only where a kill struck between sending and writing down, and the log
tells of that doubt. `make test` sends fewer; HYPOTHESIS_PROFILE=nightly all of them.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from tests import databases
from tests.notifications.sink import ROOT, open_sink
from tests.workflow.faults.mailing import WORKERS, Mailing

IN_FULL = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
MESSAGES, KILLS = (2_000, 100) if IN_FULL else (300, 20)
DOMAIN = "office.example"

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.enable_socket,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork"),
]


@dataclass(frozen=True, slots=True)
class Sent:
    """What the server took, and what the records say of it."""

    keys: list[str]
    statuses: list[str]
    arrivals: Counter[str]
    doubts: Counter[str]
    logged: Counter[str]
    hit: int


def mailed(directory: Path, kills: int, lease: timedelta) -> Sent:
    """Send the messages, and return what became of them."""
    with open_sink(directory) as sink:
        mailing = Mailing(directory, databases.one(), sink.port, MESSAGES, kills, lease, seed=1)
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
            [sys.executable, "-m", "tests.workflow.faults.mailing", str(mailing)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
            timeout=150,
        )
        assert done.returncode == 0, done.stderr
        said = json.loads(done.stdout)
        named = {_message_id(key): key for key in said["keys"]}
        arrivals = Counter(named[one] for one in sink.taken())
    return Sent(
        said["keys"],
        said["statuses"],
        arrivals,
        Counter(said["doubts"]),
        Counter(said["sent"]),
        said["hit"],
    )


def _message_id(key: str) -> str:
    return f"<{sha256(key.encode()).hexdigest()[:32]}@{DOMAIN}>"


def test_with_no_kills_every_message_arrives_exactly_once(tmp_path: Path) -> None:
    databases.lay_out(tmp_path)

    sent = mailed(tmp_path, kills=0, lease=timedelta(minutes=10))

    assert len(sent.keys) == MESSAGES
    assert sent.statuses == ["sent"]
    assert sent.arrivals == Counter(sent.keys)
    assert sent.logged == Counter(sent.keys)
    assert not sent.doubts


def test_whoever_is_killed_loses_no_message_and_repeats_only_what_is_in_doubt(
    tmp_path: Path,
) -> None:
    databases.lay_out(tmp_path)

    sent = mailed(tmp_path, kills=KILLS, lease=timedelta(seconds=3))

    assert sent.hit > KILLS / 2  # or hardly anybody was at work when killed
    assert sent.statuses == ["sent"]
    assert set(sent.arrivals) == set(sent.keys)
    repeated = {key: count - 1 for key, count in sent.arrivals.items() if count > 1}
    assert {key: times for key, times in repeated.items() if times > sent.doubts[key]} == {}
    assert sent.doubts.total() <= KILLS
    assert WORKERS == 3
