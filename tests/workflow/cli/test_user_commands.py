"""`disclosure user` from the terminal: who may sign in, and how the first of them comes to."""

import io
from datetime import date
from pathlib import Path

import pytest

from tests.workflow.cli.desk import Keyboard

PASSWORD = "潮平两岸阔风正一帆悬"  # noqa: S105 - of nobody


@pytest.fixture
def keyboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Keyboard:
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    found = Keyboard(capsys, date(2025, 9, 22))
    found.say("init", "净峰镇人民政府", "--short-name", "净峰镇")
    return found


def test_the_first_administrator_is_made_at_the_terminal(keyboard: Keyboard) -> None:
    said = keyboard.say("user", "add", "王管理", "--login", "wang", "--role", "管理员")

    assert "登录名 wang" in said
    assert "只显示这一次" in said
    (account,) = keyboard.read("user", "list")
    assert (account["login"], account["role"], account["must_change"]) == (
        "wang",
        "administrator",
        True,
    )


def test_a_password_may_be_given_and_is_not_shown(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))

    said = keyboard.say(
        "user", "add", "王管理", "--login", "wang", "--role", "管理员", "--password-stdin"
    )

    assert PASSWORD not in said
    assert keyboard.read("user", "list")[0]["must_change"] is False


def test_a_short_password_is_refused_with_how_long_it_must_be(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("123456\n"))

    assert "至少 10 个字符" in keyboard.refused(
        "user", "add", "王管理", "--login", "wang", "--role", "管理员", "--password-stdin"
    )
    assert "还没有账号" in keyboard.say("user", "list")
    assert "王管理" not in keyboard.say("staff", "list")


def test_a_login_is_given_out_once_and_never_again(keyboard: Keyboard) -> None:
    keyboard.say("user", "add", "王管理", "--login", "wang", "--role", "管理员")
    keyboard.say("user", "close", "wang")

    assert "已经用过" in keyboard.refused(
        "user", "add", "李四", "--login", "wang", "--role", "经办人"
    )
    assert "还没有账号" in keyboard.say("user", "list")


def test_whoever_is_not_on_the_staff_needs_a_role(keyboard: Keyboard) -> None:
    assert "李四" in keyboard.refused("user", "add", "李四", "--login", "li")


def test_a_reset_makes_a_new_password(keyboard: Keyboard) -> None:
    keyboard.say("user", "add", "王管理", "--login", "wang", "--role", "管理员")

    assert "密码：" in keyboard.say("user", "reset", "wang")
    assert "wang" in keyboard.say("user", "list")


def test_an_account_that_is_not_there_is_neither_reset_nor_closed(keyboard: Keyboard) -> None:
    assert "nobody" in keyboard.refused("user", "reset", "nobody")
    assert "nobody" in keyboard.refused("user", "close", "nobody")
