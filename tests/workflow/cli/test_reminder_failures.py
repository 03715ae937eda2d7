"""What was given up is listed with every attempt, and tried again when somebody says so."""

import json
from datetime import date

from notifications.ports import Notice, Recipient
from tests.fakes import FixedClock
from tests.workflow.cli.desk import Keyboard, run
from workflow.bootstrap import open_installation
from workflow.cli.app import ExitCode
from workflow.settings import Settings

NOTICE = Notice(
    "reply-5d",
    "净1",
    date(2025, 9, 29),
    Recipient("李四", "li@example.cn"),
    "email",
    "还有5个工作日",
    "正文",
)


def give_up() -> None:
    """Have a notice on record that was given up."""
    clock = FixedClock.on(date(2025, 9, 22))
    with open_installation(Settings(), clock) as installation:
        office = installation.office()
        with office.work() as uow:
            uow.outbox.add([NOTICE])
            (item,) = uow.outbox.claim(clock.now(), limit=1, lease=clock.now() - clock.now())
            uow.outbox.failed(item, clock.now(), "smtp_550", retry=False)


def test_an_office_in_which_all_left_says_so(keyboard: Keyboard) -> None:
    assert keyboard.say("reminders", "failures") == "没有未能发出的提醒。\n"


def test_what_was_given_up_is_listed_with_the_reason_and_its_key(keyboard: Keyboard) -> None:
    give_up()
    keyboard.capsys.readouterr()

    code = run("reminders", "failures")

    said = keyboard.capsys.readouterr().out
    assert code == ExitCode.FOUND
    assert "还有5个工作日" in said
    assert "试发 1 次：收件地址不存在（smtp_550）" in said
    assert NOTICE.dedup_key in said


def test_the_log_of_what_was_given_up_is_there_as_json(keyboard: Keyboard) -> None:
    give_up()
    keyboard.capsys.readouterr()

    run("reminders", "failures", "--json")

    (line,) = json.loads(keyboard.capsys.readouterr().out)
    assert line["key"] == NOTICE.dedup_key
    assert [(one["attempt"], one["outcome"], one["answer"]) for one in line["log"]] == [
        (1, "failed", "smtp_550")
    ]


def test_what_was_given_up_is_tried_again_when_somebody_says_so(keyboard: Keyboard) -> None:
    give_up()

    assert NOTICE.dedup_key in keyboard.say("reminders", "retry", NOTICE.dedup_key)
    assert keyboard.say("reminders", "failures") == "没有未能发出的提醒。\n"


def test_what_was_not_given_up_is_not_tried_again(keyboard: Keyboard) -> None:
    keyboard.capsys.readouterr()

    code = run("reminders", "retry", "nothing")

    said = keyboard.capsys.readouterr().err
    assert code == ExitCode.FOUND
    assert "disclosure reminders failures" in said
