"""A clerk's work from the terminal: each command, its errors, and what it leaves behind."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.builders import TOWN
from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.bootstrap import open_installation
from workflow.cli.app import ExitCode, Invocation
from workflow.records.facts import StaffMember
from workflow.settings import Settings

MONDAY = date(2025, 9, 22)


@pytest.fixture(autouse=True)
def _town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office with a head, in a folder of its own."""
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    clock = FixedClock.on(MONDAY)
    with open_installation(Settings(), clock) as installation:
        office = installation.establish(TOWN, actor="管理员")
        with office.work() as uow:
            uow.staff.add_many(
                [StaffMember(name="陈主任", role="head_of_office")], actor="管理员", at=clock.now()
            )


def run(*arguments: str) -> int:
    return main(list(arguments), said=Invocation(clock=FixedClock.on(MONDAY)))


def log(*more: str) -> int:
    return run("request", "log", "--applicant", "张三", "--content", "征地批复", *more)


def move(number: str, name: str, *more: str) -> int:
    return run("request", "move", number, name, *more)


Printed = pytest.CaptureFixture[str]


def number_of(capsys: Printed) -> str:
    assert log("--submitted", "2025-09-01", "--json") == ExitCode.OK
    return str(json.loads(capsys.readouterr().out)["number"])


def test_a_request_is_logged_with_its_number_and_due_date(capsys: Printed) -> None:
    code = log("--submitted", "2025-09-01")

    # 2025-09-01 + 20 working days = Sun 2025-09-28, worked in exchange.
    assert code == ExitCode.OK
    assert capsys.readouterr().out.splitlines()[:2] == [
        "已登记：净公开申〔2025〕1号",
        "答复期限：2025-09-28",
    ]


def test_the_same_key_logs_a_request_once(capsys: Printed) -> None:
    for _ in range(2):
        assert log("--key", "表单-1") == ExitCode.OK

    capsys.readouterr()
    assert run("request", "list", "--json") == ExitCode.OK
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_an_unknown_channel_names_the_choices_and_writes_nothing(capsys: Printed) -> None:
    code = log("--channel", "飞鸽")

    assert code == ExitCode.USAGE
    said = capsys.readouterr().err
    assert "--channel “飞鸽”不在可选范围内" in said
    assert "当面、信函（签收）" in said
    assert run("request", "list") == ExitCode.OK
    assert capsys.readouterr().out == "没有待办的申请。\n"


@pytest.mark.parametrize(
    ("option", "said"), [("--applicant", "申请人不能为空"), ("--content", "申请内容为空")]
)
def test_a_blank_field_is_named(option: str, said: str, capsys: Printed) -> None:
    arguments = {"--applicant": "张三", "--content": "征地批复", option: "  "}

    code = run("request", "log", *(word for pair in arguments.items() for word in pair))

    assert code == ExitCode.USAGE
    assert said in capsys.readouterr().err


def test_a_day_that_is_none_is_named(capsys: Printed) -> None:
    assert log("--submitted", "2025-02-30") == ExitCode.USAGE
    assert "“2025-02-30”不是日期" in capsys.readouterr().err


def test_a_future_day_is_refused_with_both_dates(capsys: Printed) -> None:
    assert log("--submitted", "2025-09-23") == ExitCode.USAGE
    said = capsys.readouterr().err
    assert "提交日期“2025年9月23日”还没有到（今天是2025年9月22日）" in said


def test_errors_are_said_in_english_when_asked(capsys: Printed) -> None:
    code = run("--lang", "en", "request", "show", "无此号")

    assert code == ExitCode.FOUND
    assert capsys.readouterr().err == "There is no request “无此号”; check the number.\n"


def test_the_worklist_shows_light_and_next_step(capsys: Printed) -> None:
    log("--submitted", "2025-09-01")
    capsys.readouterr()

    assert run("request", "list") == ExitCode.OK

    said = capsys.readouterr().out
    assert "超期 0 │ 今日到期 0 │ 5日内 1 │ 停表 0 │ 无人经办 1 │ 共 1 件" in said
    assert "◆ 5" in said
    assert "张*" in said
    assert "张三" not in said


def test_the_worklist_can_be_searched_in_chinese(capsys: Printed) -> None:
    log()
    capsys.readouterr()

    for text, expected in (("征地", 1), ("低保", 0)):
        assert run("request", "list", "--search", text, "--json") == ExitCode.OK
        assert len(json.loads(capsys.readouterr().out)) == expected


def test_a_request_is_shown_with_history_and_explained_clock(capsys: Printed) -> None:
    number = number_of(capsys)

    assert run("request", "show", number) == ExitCode.OK

    said = capsys.readouterr().out
    for words in (
        "征地批复",
        "经过",
        "申请人提交申请",
        "答复期限 2025年9月28日",
        "第三十三条第二款",
    ):
        assert words in said


def test_a_request_in_json_carries_its_ledger(capsys: Printed) -> None:
    number = number_of(capsys)

    assert run("request", "show", number, "--json") == ExitCode.OK

    shown = json.loads(capsys.readouterr().out)
    assert shown["clock"]["due"] == "2025-09-28"
    assert shown["clock"]["ledger"][0] == {"day": "2025-09-02", "number": 1}
    assert shown["clock"]["ledger"][-1] == {"day": "2025-09-28", "number": 20}
    assert {"day": "2025-09-06", "why": "weekend"} in shown["clock"]["ledger"]
    assert [entry["kind"] for entry in shown["history"]] == ["registered", "submitted"]


def test_a_lawful_step_is_taken_and_said(capsys: Printed) -> None:
    number = number_of(capsys)

    code = run(
        "request", "move", number, "consult_third_party", "--ref", "甲", "--on", "2025-09-10"
    )

    assert code == ExitCode.OK
    said = capsys.readouterr().out
    assert "consult_third_party" in said or "征求第三方意见" in said
    # (09-10, +15 = Tue 09-30] is taken out: 15 working days later than 2025-09-28.
    assert "答复期限：2025-10-24" in said


def test_an_unlawful_step_names_every_article_and_changes_nothing(capsys: Printed) -> None:
    number = number_of(capsys)

    code = move(number, "extend", "--workdays", "30")

    assert code == ExitCode.USAGE
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert all("《中华人民共和国政府信息公开条例》第三十三条第二款" in line for line in said)
    run("request", "show", number, "--json")
    assert json.loads(capsys.readouterr().out)["version"] == 2


def test_what_only_the_head_may_do_is_done_as_the_head(capsys: Printed) -> None:
    number = number_of(capsys)

    assert move(number, "approve_extension") == ExitCode.USAGE
    assert "您的角色不能办理这一步" in capsys.readouterr().err
    assert run("--as", "陈主任", "request", "move", number, "approve_extension") == ExitCode.OK


def test_somebody_unknown_cannot_act(capsys: Printed) -> None:
    assert run("--as", "路人", "request", "list") == ExitCode.USAGE
    assert "没有名叫“路人”的在岗人员" in capsys.readouterr().err


def test_a_stale_page_is_told_who_did_what_meanwhile(capsys: Printed) -> None:
    number = number_of(capsys)
    move(number, "consult_third_party", "--ref", "甲")
    capsys.readouterr()

    code = move(number, "withdraw", "--version", "2")

    assert code == ExitCode.FAILURE
    said = capsys.readouterr().err
    assert f"申请“{number}”在您查看之后有了改动" in said
    assert "2025-09-22 10:00征求第三方意见" in said


def test_the_steps_from_here_are_listed_with_why_not(capsys: Printed) -> None:
    number = number_of(capsys)

    assert run("request", "steps", number, "--json") == ExitCode.OK

    steps = {step["move"]: step for step in json.loads(capsys.readouterr().out)}
    assert steps["withdraw"]["lawful"]
    assert not steps["extend"]["lawful"]
    assert "pay_fee" not in steps
    assert run("request", "steps", number) == ExitCode.OK
    assert "征求第三方意见" in capsys.readouterr().out


def test_a_wrong_entry_is_annulled_with_a_reason_and_kept_in_the_history(capsys: Printed) -> None:
    number = number_of(capsys)
    move(number, "consult_third_party", "--ref", "甲", "--on", "2025-09-10")
    capsys.readouterr()
    run("request", "show", number, "--json")
    seq = json.loads(capsys.readouterr().out)["history"][-1]["seq"]

    assert run("request", "annul", number, str(seq), "--reason", "录错了") == ExitCode.OK

    capsys.readouterr()
    run("request", "show", number, "--json")
    shown = json.loads(capsys.readouterr().out)
    assert shown["answer_due"] == "2025-09-28"
    assert [entry["kind"] for entry in shown["history"]][-2:] == [
        "third_party_consulted",
        "annulled",
    ]
    assert shown["history"][-2]["annulled_by"] == shown["history"][-1]["seq"]


def test_what_no_longer_fits_after_an_annulment_is_listed(capsys: Printed) -> None:
    number = number_of(capsys)
    move(number, "consult_third_party", "--ref", "甲", "--on", "2025-09-10")
    run(
        "request",
        "move",
        number,
        "receive_third_party_opinion",
        "--ref",
        "甲",
        "--on",
        "2025-09-12",
    )
    capsys.readouterr()
    run("request", "show", number, "--json")
    history = json.loads(capsys.readouterr().out)["history"]
    consulted = next(entry for entry in history if entry["kind"] == "third_party_consulted")

    run("request", "annul", number, str(consulted["seq"]), "--reason", "并未征求")

    said = capsys.readouterr().out
    assert "不再符合规定" in said
    assert "收到第三方意见" in said


def test_an_annulment_without_a_reason_is_refused(capsys: Printed) -> None:
    number = number_of(capsys)

    assert run("request", "annul", number, "2", "--reason", " ") == ExitCode.USAGE
    assert "--reason 不能为空" in capsys.readouterr().err
