"""What tests of the API share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workflow.web.furnished import furnish
from tests.workflow.web.visiting import Town, town

MARK = "东园秘密事项"
OWN = "净峰本镇事项"


@pytest.fixture(name="town")
def _town(tmp_path: Path) -> Iterator[Town]:
    """A town's desk on Mon 2025-09-22, and another town's beside it."""
    with town(tmp_path) as opened:
        yield opened


@pytest.fixture(name="furnished", scope="module")
def _furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Two offices with something in every register; the other has rows that this one has not."""
    with town(tmp_path_factory.mktemp("town")) as opened:
        furnish(opened.office, OWN)
        furnish(opened.other, MARK, copies=3)
        yield opened
