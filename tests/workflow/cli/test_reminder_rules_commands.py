"""Which rules speak in an office, listed and set at the keyboard."""

import json

import pytest

from notifications.rules import ALL_RULES
from tests.workflow.cli.desk import Keyboard, run


def listed(keyboard: Keyboard) -> dict[str, dict[str, object]]:
    return {line["rule"]: line for line in json.loads(keyboard.say("reminders", "rules", "--json"))}


def test_every_rule_is_listed_as_usual(keyboard: Keyboard) -> None:
    found = listed(keyboard)

    assert [*found] == [rule.id for rule in ALL_RULES]
    assert all(line["on"] and line["days_before"] == line["usual_days"] for line in found.values())
    assert "剩5个工作日" in keyboard.say("reminders", "rules")


def test_a_rule_is_moved_switched_off_and_as_usual_again(keyboard: Keyboard) -> None:
    assert "reply-5d" in keyboard.say("reminders", "set", "reply-5d", "--days", "3")
    assert listed(keyboard)["reply-5d"]["days_before"] == 3
    assert "（默认5）" in keyboard.say("reminders", "rules")

    keyboard.say("reminders", "set", "reply-5d", "--off")
    assert listed(keyboard)["reply-5d"]["on"] is False
    assert "停用" in keyboard.say("reminders", "rules")

    keyboard.say("reminders", "set", "reply-5d", "--on")
    assert listed(keyboard)["reply-5d"]["days_before"] == 5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("reply-5d",), "其中一项"),
        (("reply-5d", "--off", "--days", "3"), "其中一项"),
        (("no-such-rule", "--off"), "no-such-rule"),
        (("reply-5d", "--days", "11"), "11"),
        (("reply-0d", "--days", "3"), "reply-0d"),
    ],
)
def test_what_cannot_be_set_is_refused_in_words(
    keyboard: Keyboard, words: tuple[str, ...], said: str
) -> None:
    before = listed(keyboard)

    assert run("reminders", "set", *words) != 0

    assert said in keyboard.capsys.readouterr().err
    assert listed(keyboard) == before
