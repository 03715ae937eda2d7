"""An office that issues its report."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import TOWN, an_installation
from tests.fakes import FixedClock
from tests.workflow.services.issuing import NEW_YEAR, Issuing


@pytest.fixture
def issuing(tmp_path: Path) -> Iterator[Issuing]:
    clock = FixedClock.on(NEW_YEAR)
    with an_installation(tmp_path, clock) as installation:
        yield Issuing(installation.establish(TOWN, actor="管理员"), clock)
