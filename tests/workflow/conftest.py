"""An office of its own for each test, in a directory that is thrown away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import MONDAY, TOWN, an_installation
from tests.fakes import FixedClock
from workflow.bootstrap import Installation, Office


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock.on(MONDAY)


@pytest.fixture
def installation(tmp_path: Path, clock: FixedClock) -> Iterator[Installation]:
    with an_installation(tmp_path, clock) as opened:
        yield opened


@pytest.fixture
def office(installation: Installation) -> Office:
    return installation.establish(TOWN, actor="管理员")
