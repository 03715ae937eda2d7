"""`disclosure token` from the terminal."""

from datetime import date
from pathlib import Path

import pytest

from tests.workflow.cli.desk import Keyboard, run
from workflow.cli.app import ExitCode


@pytest.fixture
def keyboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Keyboard:
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    found = Keyboard(capsys, date(2025, 9, 22))
    found.say("init", "净峰镇人民政府", "--short-name", "净峰镇")
    found.say("staff", "add", "李四", "--role", "经办人")
    return found


def test_a_token_is_made_shown_once_listed_and_revoked(keyboard: Keyboard) -> None:
    assert "还没有令牌" in keyboard.say("token", "list")

    said = keyboard.say("token", "add", "李四", "--name", "县政务平台")

    assert "以李四的身份办理" in said
    assert "只显示这一次" in said
    token = next(word for word in said.replace("：", " ").split() if word.startswith("disclosure_"))
    listed = keyboard.say("token", "list")
    assert token not in listed
    assert "县政务平台" in listed
    assert "有效" in listed
    assert "已作废令牌 1" in keyboard.say("token", "revoke", "1")
    assert "早已作废" in keyboard.say("token", "revoke", "1")
    (kept,) = keyboard.read("token", "list")
    assert kept["revoked_at"] is not None


def test_a_token_of_nobody_is_refused(keyboard: Keyboard) -> None:
    assert "无此人" in keyboard.refused("token", "add", "无此人", "--name", "平台")


def test_a_token_that_is_not_there_is_not_found(keyboard: Keyboard) -> None:
    keyboard.capsys.readouterr()

    assert run("token", "revoke", "7") == ExitCode.FOUND
    assert "没有编号为 7 的记录" in keyboard.capsys.readouterr().err


def test_a_token_may_be_made_until_a_day(keyboard: Keyboard) -> None:
    keyboard.say("token", "add", "李四", "--name", "平台", "--until", "2025-12-31")

    assert "有效，至 2025-12-31" in keyboard.say("token", "list")
    keyboard.on = date(2026, 1, 1)
    assert "已到期 2025-12-31" in keyboard.say("token", "list")
    assert "已经过了" in keyboard.refused(
        "token", "add", "李四", "--name", "平台", "--until", "2025-12-31"
    )
