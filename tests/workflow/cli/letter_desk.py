"""A terminal in an office with a head and one request, for tests of the commands on letters."""

from datetime import date
from pathlib import Path

import pytest

from tests.fakes import FixedClock
from tests.workflow.services.letters_written import TOWN
from workflow.__main__ import main
from workflow.bootstrap import open_installation
from workflow.cli.app import ExitCode, Invocation
from workflow.records.facts import StaffMember
from workflow.settings import Settings

MONDAY = date(2025, 9, 22)
NUMBER = "净公开申〔2025〕1号"
CORRECTION = ("--set", "补正事项=没有写明名称｜请写明")


def set_up_town(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Establish an office with a head; a request came in person on Mon 2025-09-01."""
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(directory))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    clock = FixedClock.on(MONDAY)
    staff = [
        StaffMember(name="陈主任", role="head_of_office"),
        StaffMember(name="监督", role="supervisor"),
    ]
    with open_installation(Settings(), clock) as installation:
        office = installation.establish(TOWN, actor="管理员")
        with office.work() as uow:
            uow.staff.add_many(staff, actor="管理员", at=clock.now())
    asked = ("--applicant", "赟喆堃", "--content", "征地<b>批复</b>", "--submitted", "2025-09-01")
    assert run("request", "log", *asked) == ExitCode.OK


def run(*arguments: str, on: date = MONDAY) -> int:
    """Run a command on a day."""
    return main(list(arguments), said=Invocation(clock=FixedClock.on(on)))


def letter(*arguments: str) -> int:
    """Run a command on letters."""
    return run("letter", *arguments)


def issue(*more: str) -> int:
    """Issue a request for a correction."""
    return letter("issue", "补正告知书", NUMBER, *CORRECTION, *more)
