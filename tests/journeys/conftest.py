"""The desk at which every journey begins."""

from datetime import date
from pathlib import Path

import pytest

from tests.journeys.clerk import Clerk
from tests.workflow.cli.desk import HEAD, REVIEWER


@pytest.fixture
def clerk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Clerk:
    """A clerk of a town with a head of office and a reviewer, on Mon 2025-03-03."""
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    clerk = Clerk(capsys, date(2025, 3, 3))
    clerk.say("init", "净峰镇人民政府", "--short-name", "净峰镇")
    clerk.say("staff", "add", HEAD, "--role", "工作机构负责人")
    clerk.say("staff", "add", REVIEWER, "--role", "保密审查员")
    return clerk
