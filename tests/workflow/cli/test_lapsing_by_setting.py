"""The tick lapses by setting alone, in the system's name."""

import pytest

from tests.workflow.cli.desk import Keyboard, run


@pytest.fixture
def over(keyboard: Keyboard) -> str:
    """A request whose correction did not come by Fri 2025-09-12."""
    number = keyboard.log("甲-1")
    keyboard.say(
        *("request", "correct-ask", number, "--workdays", 5, "--on", "2025-09-05"),
        *("--defect", "内容描述:年度不明"),
    )
    return number


def test_without_the_setting_nothing_lapses_by_itself(keyboard: Keyboard, over: str) -> None:
    run("worker", "--once")

    assert keyboard.read("request", "show", over)["state"] == "awaiting_correction"


def test_with_the_setting_the_tick_lapses_and_says_so(
    keyboard: Keyboard, over: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCLOSURE_LAPSE_AUTOMATICALLY", "true")
    keyboard.capsys.readouterr()

    run("worker", "--once")

    assert "净峰镇人民政府：甲-1 期满，已按设置视为放弃。" in keyboard.capsys.readouterr().err
    shown = keyboard.read("request", "show", over)
    assert shown["state"] == "abandoned"
    assert (shown["history"][-1]["kind"], shown["history"][-1]["actor"]) == (
        "lapsed_uncorrected",
        "系统",
    )
    assert "首尾相连" in keyboard.say("verify")
