"""The units of systemd: they can be loaded, they are shut in, and they run commands there are."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.machine import program
from workflow.cli.app import COMMANDS

UNITS = sorted((ROOT / "docs/installing").glob("*.service"))
TIMER = ROOT / "docs/installing/disclosure-backup.timer"
INSTALLED = "/opt/disclosure/bin/disclosure"
# systemd rates exposure from 0 to 10, here in tenths; what is not shut in at all has 96.
MOST_EXPOSED = "20"


def analyze(*words: str) -> subprocess.CompletedProcess[str]:
    found = program("systemd-analyze", package="systemd")
    return subprocess.run(  # noqa: S603 - the machine's own
        [found, *words], capture_output=True, text=True, check=False
    )


@pytest.fixture(name="units")
def _units(tmp_path: Path) -> list[str]:
    """The units as they would be where the program is installed: here it is this interpreter."""
    for unit in (*UNITS, TIMER):
        text = unit.read_text("utf-8").replace(INSTALLED, sys.executable)
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    return [str(tmp_path / unit.name) for unit in (*UNITS, TIMER)]


def test_there_is_a_unit_for_the_desk_the_reminders_and_the_backup() -> None:
    assert [unit.stem for unit in UNITS] == [
        "disclosure-backup",
        "disclosure-serve",
        "disclosure-worker",
    ]


def test_systemd_finds_nothing_wrong_with_the_units(units: list[str]) -> None:
    found = analyze("verify", *units)

    assert found.stdout + found.stderr == ""
    assert found.returncode == 0


def test_systemd_does_find_what_is_wrong(units: list[str]) -> None:
    broken = Path(units[0])
    broken.write_text(broken.read_text("utf-8").replace("UMask", "Umask"), encoding="utf-8")

    assert "Umask" in analyze("verify", units[0]).stderr


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_is_shut_in(unit: Path) -> None:
    found = analyze("security", "--offline=true", f"--threshold={MOST_EXPOSED}", str(unit))

    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_runs_a_command_there_is(unit: Path) -> None:
    (line,) = re.findall(rf"^ExecStart=.*?{INSTALLED} (.*)$", unit.read_text("utf-8"), re.MULTILINE)

    name, *words = shlex.split(line.rstrip("'"))
    known = {option for each in COMMANDS[name].load(name).params for option in each.opts} | {
        option for each in COMMANDS[name].load(name).params for option in each.secondary_opts
    }
    assert {word for word in words if word.startswith("--")} <= known


def test_the_backup_is_taken_every_evening_by_the_clock_of_the_office() -> None:
    assert "OnCalendar=*-*-* 20:00:00 Asia/Shanghai" in TIMER.read_text("utf-8")
    assert "Persistent=yes" in TIMER.read_text("utf-8")
