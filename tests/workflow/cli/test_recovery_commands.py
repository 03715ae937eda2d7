"""`disclosure backup`, `restore` and `doctor` from the terminal: a drill of what must not fail."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from tests.workflow.cli.desk import Keyboard, run
from workflow.cli.app import ExitCode

pytestmark = pytest.mark.sqlite_only("a server copies its records by a program of its own")


@pytest.fixture
def keyboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Keyboard:
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path / "office"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    found = Keyboard(capsys, date(2025, 9, 22))
    found.say("init", "净峰镇人民政府", "--short-name", "净峰镇")
    found.log("净-1")
    return found


def test_an_office_is_brought_back_on_another_machine(
    keyboard: Keyboard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "key"
    key.write_text("a long sentence that nobody guesses\n")
    said = keyboard.say("backup", tmp_path / "b", "--key-file", key)
    assert "已加密" in said

    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path / "elsewhere"))
    assert "密钥" in keyboard.refused("restore", tmp_path / "b")
    said = keyboard.say("restore", tmp_path / "b", "--key-file", key)

    assert "首尾相连" in said
    assert keyboard.read("request", "show", "净-1")["number"] == "净-1"


def test_a_backup_for_a_program_says_what_it_holds(keyboard: Keyboard, tmp_path: Path) -> None:
    told = keyboard.read("backup", tmp_path / "b.zip")

    assert (told["encrypted"], told["attachments"]) == (False, 0)
    assert told["size"] == (tmp_path / "b.zip").stat().st_size


def test_a_backup_that_cannot_be_written_says_where(
    keyboard: Keyboard, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if os.getuid() == 0:
        target = Path("/proc/none/b.zip")  # where not even root may write
    else:
        target = tmp_path / "closed" / "b.zip"
        target.parent.mkdir(mode=0o500)

    assert run("backup", target, on=keyboard.on) == ExitCode.FAILURE
    assert str(target.parent) in capsys.readouterr().err


def test_the_doctor_says_of_each_fault_how_it_is_mended(
    keyboard: Keyboard, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run("doctor", on=keyboard.on) == ExitCode.FOUND

    said = capsys.readouterr().out
    assert "◆ 备份：还没有备份过；用 disclosure backup" in said
    assert "✓ 记录：“净峰镇人民政府”" in said


def test_the_doctor_tells_a_program(keyboard: Keyboard, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    run("doctor", "--quick", "--json", on=keyboard.on)

    told = json.loads(capsys.readouterr().out)
    assert "chain" not in {one["what"] for one in told}
    assert {one["what"] for one in told} >= {"clock", "folder", "backup", "fonts", "calendar"}
    assert all(one["words"] for one in told)
