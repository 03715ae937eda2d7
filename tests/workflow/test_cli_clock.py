import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from pydantic import BaseModel

from states.errors import (
    CalendarUnknownError,
    ClockQuestionError,
    MoveNotOnChartError,
    MoveRefusedError,
    Refusal,
    StatuteError,
)
from workflow.__main__ import main
from workflow.cli.app import COMMANDS, ExitCode
from workflow.cli.failures import CODES, failure_of
from workflow.i18n import Lang
from workflow.ledger.errors import BookTrouble, LedgerUnreadableError
from workflow.records.errors import NumberTakenError, RequestNotFoundError
from workflow.services.reminder_errors import ReminderNotGivenUpError

ROOT = Path(__file__).parents[2]
GOOD = {
    "id": "好",
    "question": "reply_due",
    "channel": "in_person",
    "events": [{"type": "received", "on": "2023-03-06"}],
}
BAD = GOOD | {"id": "bad", "question": "when"}


class Keyboard(io.BytesIO):
    def isatty(self) -> bool:
        return True


def give(
    monkeypatch: pytest.MonkeyPatch, *cases: object, to: type[io.BytesIO] = io.BytesIO
) -> None:
    """Put lines on standard input."""
    lines = [case if isinstance(case, str) else json.dumps(case) for case in cases]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(to("\n".join(lines).encode())))


def test_cases_are_answered_with_exit_code_0(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch, GOOD, GOOD)

    code = main(["clock", "--no-ledger"])

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == ExitCode.OK
    assert [(answer["id"], answer["due"]) for answer in answers] == [("好", "2023-04-03")] * 2


def test_a_faulty_line_makes_the_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch, BAD, GOOD)

    code = main(["clock"])

    first, second = capsys.readouterr().out.splitlines()
    assert code == ExitCode.USAGE
    assert json.loads(first)["error"]["code"] == "question_unknown"
    assert "ledger" in json.loads(second)


def test_nothing_asked_is_nothing_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch)

    assert main(["clock"]) == ExitCode.OK
    assert capsys.readouterr().out == ""


def test_a_fault_is_told_in_english_where_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch, BAD)

    main(["--lang", "en", "clock"])

    message = json.loads(capsys.readouterr().out)["error"]["message"]
    assert message.startswith("There is no question “when”; it should be one of: reply_due")


def test_the_day_of_asking_can_be_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch, GOOD)

    main(["clock", "--as-of", "2023-04-04"])

    assert json.loads(capsys.readouterr().out)["flags"] == ["overdue"]


def test_pretty_answers_are_the_same_answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch, GOOD)
    main(["clock"])
    plain = capsys.readouterr().out
    give(monkeypatch, GOOD)
    main(["clock", "--pretty"])
    pretty = capsys.readouterr().out

    assert json.loads(pretty) == json.loads(plain)
    assert len(pretty.splitlines()) > 1


def test_half_a_character_leaves_as_it_came(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch, GOOD | {"id": "\ud83d"})

    main(["clock", "--no-ledger"])

    assert json.loads(capsys.readouterr().out)["id"] == "\ud83d"


def test_someone_at_the_keyboard_is_told_what_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch, GOOD, to=Keyboard)

    main(["clock"])

    assert "Ctrl-D" in capsys.readouterr().err


def test_someone_at_the_screen_sees_every_answer_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Keyboard()
    give(monkeypatch, GOOD)
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(screen))

    main(["clock", "--no-ledger"])

    assert json.loads(screen.getvalue())["due"] == "2023-04-03"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["clock", "--as-of", "2023-4-4"],
            "--as-of：“2023-4-4”不是日期；请写成 2023-05-08 的样子。",
        ),
        (
            ["clock", "--as-of", "20230404"],
            "--as-of：“20230404”不是日期；请写成 2023-05-08 的样子。",
        ),
        (["clock", "--as-of"], "选项 --as-of 的写法有误，或缺少值。"),
        (["clock", "--when"], "没有这个选项：--when。"),
        (["clock", "now"], "多余的参数：now。"),
        (["clok"], "没有命令“clok”；是否要用 'clock'？"),
        (["zzz"], "没有命令“zzz”。"),
    ],
)
def test_wrong_use_is_one_line_with_exit_code_2(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(arguments)

    said = capsys.readouterr()
    assert (code, said.out) == (ExitCode.USAGE, "")
    assert said.err == f"{sentence}用 -h 查看用法。\n"


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"], ["clock", "-h"]])
def test_help_is_in_chinese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code = main(arguments)

    page = capsys.readouterr().out
    assert code == ExitCode.OK
    assert "用法：" in page
    assert "选项:" in page
    assert not {"Usage", "Options", "Commands", "Show this message", "default"} & set(page.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_can_be_called(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name, "--help"]) == ExitCode.OK
    assert "用法：" in capsys.readouterr().out


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == ExitCode.OK
    assert capsys.readouterr().out.strip()


def test_a_debugged_failure_shows_where_it_happened(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--debug", "zzz"])

    assert "Traceback" in capsys.readouterr().err


def test_even_a_wrong_command_fails_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["--lang", "en", "zzz"])

    assert capsys.readouterr().err == "There is no command “zzz”. See -h for how to use it.\n"


def test_an_interruption_is_exit_code_130(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Interrupted(io.BytesIO):
        def __next__(self) -> bytes:
            raise KeyboardInterrupt

    give(monkeypatch, GOOD, to=Interrupted)

    assert main(["clock"]) == ExitCode.INTERRUPTED


# --- what goes wrong elsewhere -----------------------------------------------------------------


class Form(BaseModel):
    received_on: int


def invalid_form() -> Exception:
    try:
        Form.model_validate({})
    except ValueError as error:
        return error
    raise AssertionError


@pytest.mark.parametrize(
    ("error", "sentences", "code"),
    [
        (
            MoveRefusedError("extend", (Refusal("role_may_not", None),) * 2),
            ("您的角色不能办理这一步；请交由有权的人员办理。",) * 2,
            ExitCode.USAGE,
        ),
        (
            MoveNotOnChartError("jump", "received"),
            ("没有“jump”这一步；请核对名称。",),
            ExitCode.USAGE,
        ),
        (CalendarUnknownError(), ("超出日历范围，无法计算；请核对日期。",), ExitCode.USAGE),
        (
            ClockQuestionError("no_such_period", "question"),
            ("所适用的条例没有规定这一期限。",),
            ExitCode.USAGE,
        ),
        (StatuteError("other"), ("other",), ExitCode.USAGE),
        (
            RequestNotFoundError("2017-1"),
            ("没有编号为“2017-1”的申请；请核对编号。",),
            ExitCode.FOUND,
        ),
        (NumberTakenError("2017-1"), ("编号“2017-1”已经用过；请另取编号。",), ExitCode.USAGE),
        (
            LedgerUnreadableError(BookTrouble.NOT_FOUND, Path("台账.xlsx")),
            ("找不到“台账.xlsx”，请检查文件名和路径。",),
            ExitCode.USAGE,
        ),
        (invalid_form(), ("缺少收到日期；请填写。",), ExitCode.USAGE),
        (typer.BadParameter("太长。"), ("太长。用 -h 查看用法。",), ExitCode.USAGE),
        (
            OSError("disk\nfull"),
            ("程序出错（OSError：disk full），没有完成；加 --debug 重试可看到详情。",),
            ExitCode.FAILURE,
        ),
    ],
)
def test_an_error_becomes_its_sentence_with_its_exit_code(
    error: Exception, sentences: tuple[str, ...], code: ExitCode
) -> None:
    failure = failure_of(error, Lang.ZH)

    assert (failure.sentences, failure.code) == (sentences, code)


def test_what_is_not_found_is_exit_code_3() -> None:
    assert {kind for kind, code in CODES.items() if code is ExitCode.FOUND} == {
        kind for kind in CODES if kind.__name__.endswith("NotFoundError")
    } | {ReminderNotGivenUpError}


# --- as a program ------------------------------------------------------------------------------


def test_the_clock_needs_no_database() -> None:
    script = (
        "import sys; from workflow.__main__ import main; main(['clock']);"
        "sys.exit(sum(name in sys.modules for name in ('sqlalchemy', 'sqlmodel', 'alembic')))"
    )

    ended = subprocess.run(  # noqa: S603 -- our own interpreter, our own words
        [sys.executable, "-c", script], cwd=ROOT, input=b"", check=False
    )

    assert ended.returncode == 0


def test_a_reader_who_goes_away_leaves_no_trace() -> None:
    lines = (json.dumps(GOOD) + "\n").encode() * 2_000
    script = (
        "import subprocess, sys;"
        "clock = subprocess.Popen([sys.executable, '-m', 'workflow', 'clock'],"
        " stdin=sys.stdin, stdout=subprocess.PIPE);"
        "clock.stdout.readline(); clock.stdout.close(); clock.wait()"
    )

    ended = subprocess.run(  # noqa: S603 -- likewise
        [sys.executable, "-c", script], cwd=ROOT, input=lines, capture_output=True, check=False
    )

    assert ended.stderr == b""
