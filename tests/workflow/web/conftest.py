"""What tests of pages share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workflow.web.visiting import Town, town


@pytest.fixture(name="town")
def _town(tmp_path: Path) -> Iterator[Town]:
    """A town's desk on Mon 2025-09-22, and another town's beside it."""
    with town(tmp_path) as opened:
        yield opened
