"""An office of its own, with a head, for tests of commands that ask for one."""

from datetime import date
from pathlib import Path

import pytest

from tests import databases
from tests.builders import TOWN
from tests.fakes import FixedClock
from tests.workflow.cli.desk import Keyboard
from workflow.bootstrap import open_installation
from workflow.records.facts import StaffMember
from workflow.settings import Settings


@pytest.fixture(autouse=True)
def _laid_out(tmp_path: Path) -> None:
    """Save each test the migrations, wherever under its directory it keeps its records."""
    databases.lay_out(tmp_path)
    databases.lay_out(tmp_path / "data")


@pytest.fixture
def keyboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Keyboard:
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    clock = FixedClock.on(date(2025, 9, 22))
    with open_installation(Settings(), clock) as installation:
        office = installation.establish(TOWN, actor="管理员")
        with office.work() as uow:
            uow.staff.add_many(
                [
                    StaffMember(name="陈主任", role="head_of_office"),
                    StaffMember(name="李四"),
                    StaffMember(name="王监督", role="supervisor"),
                ],
                actor="管理员",
                at=clock.now(),
            )
    return Keyboard(capsys)
