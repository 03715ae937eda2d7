"""Absences, hand-overs, assignment and the office's own settings from the terminal."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.cli.app import ExitCode, Invocation

MONDAY = date(2025, 9, 22)
NUMBER = "净公开申〔2025〕1号"

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    run("init", "净峰镇人民政府", "--short-name", "净峰镇")
    for name in ("王小兰", "李四", "赵六"):
        run("staff", "add", name)
    run("staff", "add", "陈主任", "--role", "工作机构负责人")
    # 2025-08-18 + 20 working days = Mon 2025-09-15: five working days overdue on Mon 2025-09-22.
    run("request", "log", "--applicant", "张三", "--content", "征地批复", "--officer", "王小兰",
        "--submitted", "2025-08-18")  # fmt: skip
    capsys.readouterr()


def run(*arguments: object) -> int:
    said = Invocation(clock=FixedClock.on(MONDAY))
    return main([str(word) for word in arguments], said=said)


def printed(capsys: Printed, *arguments: object) -> str:
    capsys.readouterr()
    assert run(*arguments) == ExitCode.OK, capsys.readouterr().err
    return capsys.readouterr().out


def refused(capsys: Printed, *arguments: object) -> str:
    capsys.readouterr()
    assert run(*arguments) == ExitCode.USAGE
    return capsys.readouterr().err


def officer(capsys: Printed) -> object:
    return json.loads(printed(capsys, "request", "show", NUMBER, "--json"))["case_officer"]


# --- hand-over -------------------------------------------------------------------------------


def test_a_hand_over_is_listed_first_and_then_done(capsys: Printed, tmp_path: Path) -> None:
    listed = printed(capsys, "handover", "--from", "王小兰", "--list-only")
    assert "工作移交清单" in listed
    assert NUMBER in listed
    assert "超期 5" in listed
    assert "接收人（签名）" in listed
    assert officer(capsys) == "王小兰"

    files = [tmp_path / f"清单.{ending}" for ending in ("html", "docx", "txt")]
    outs = [word for file in files for word in ("--out", file)]
    said = printed(capsys, "handover", "--from", "王小兰", "--to", "李四", *outs)

    assert "已移交 1 项" in said
    assert "其中已逾期 1 项，仍为逾期" in said
    assert officer(capsys) == "李四"
    assert all(file.stat().st_size > 100 for file in files)
    assert f"申请 {NUMBER}" in printed(capsys, "staff", "handovers")
    (row,) = json.loads(printed(capsys, "staff", "handovers", "--json"))
    assert (row["giver"], row["receiver"], row["matters"]) == (
        "王小兰",
        "李四",
        [f"request {NUMBER}"],
    )
    assert "▲ 超期 5" in printed(capsys, "request", "list")


def test_the_same_hand_over_twice_under_one_key_moves_once(capsys: Printed) -> None:
    words = ("handover", "--from", "王小兰", "--to", "李四", "--key", "k")
    printed(capsys, *words)

    assert run(*words) == ExitCode.OK

    assert "已经办过" in capsys.readouterr().err
    assert len(json.loads(printed(capsys, "staff", "handovers", "--json"))) == 1


def test_a_hand_over_for_another_program_names_every_matter(capsys: Printed) -> None:
    found = json.loads(
        printed(capsys, "handover", "--from", "王小兰", "--to", "李四", "--list-only", "--json")
    )

    assert found["handed_over"] is False
    (matter,) = found["matters"]
    assert (matter["reference"], matter["left"], matter["next_step"]) == (NUMBER, -5, "decide")


def test_a_hand_over_has_somebody_to_receive_it(capsys: Printed) -> None:
    assert "--to" in refused(capsys, "handover", "--from", "王小兰")


def test_one_who_has_nothing_is_said_to_have_nothing(capsys: Printed) -> None:
    assert "赵六没有需要移交的事项" in printed(capsys, "handover", "--from", "赵六", "--to", "李四")
    assert "还没有交接记录" in printed(capsys, "staff", "handovers")


def test_nothing_is_handed_to_somebody_absent(capsys: Printed) -> None:
    printed(capsys, "staff", "absent", "李四", "--deputy", "赵六")

    said = refused(capsys, "handover", "--from", "王小兰", "--to", "李四")

    assert "代理人：赵六" in said


def test_leaving_hands_everything_over_in_the_same_step(capsys: Printed) -> None:
    said = printed(capsys, "staff", "leave", "王小兰", "--to", "李四")

    assert "已移交 1 项给李四" in said
    assert officer(capsys) == "李四"


def test_leaving_without_a_hand_over_says_what_is_left_and_how(capsys: Printed) -> None:
    assert run("staff", "leave", "王小兰") == ExitCode.OK

    said = capsys.readouterr()
    assert "已离岗" in said.out
    assert f"申请 {NUMBER}" in said.err
    assert "disclosure handover --from 王小兰" in said.err
    assert "！王小兰离岗" in printed(capsys, "request", "list")


# --- absence and deputies --------------------------------------------------------------------


def test_an_absence_marks_the_list_until_there_is_a_deputy(capsys: Printed) -> None:
    assert run("staff", "absent", "王小兰", "--until", "2025-09-26") == ExitCode.OK
    assert "没有代理人：1 项" in capsys.readouterr().err
    assert "！王小兰不在" in printed(capsys, "request", "list")
    assert "无人经办 1" in printed(capsys, "request", "list")

    printed(capsys, "staff", "back", "王小兰")
    printed(capsys, "staff", "absent", "王小兰", "--deputy", "李四")

    assert "无人经办 0" in printed(capsys, "request", "list")
    assert "不在岗（代理：李四）" in printed(capsys, "staff", "list")
    found = {row["name"]: row for row in json.loads(printed(capsys, "staff", "list", "--json"))}
    assert (found["王小兰"]["absent"], found["王小兰"]["deputy"]) == (True, "李四")


def test_what_a_deputy_does_is_noted_in_the_history(capsys: Printed) -> None:
    printed(capsys, "staff", "absent", "王小兰", "--deputy", "李四")

    printed(capsys, "--as", "李四", "request", "decide", NUMBER, "--decision", "予以公开")

    assert "代王小兰办理" in printed(capsys, "request", "show", NUMBER)


def test_the_deputy_of_the_head_approves_in_their_place(capsys: Printed) -> None:
    printed(capsys, "request", "log", "--applicant", "李某", "--content", "预算", "--submitted",
            "2025-09-19")  # fmt: skip
    number = "净公开申〔2025〕2号"
    approve = ("request", "move", number, "approve_extension")
    assert "您的角色不能" in refused(capsys, "--as", "赵六", *approve)
    assert "不是“陈主任”的代理人" in refused(capsys, "--as", "赵六", "--for", "陈主任", *approve)
    printed(capsys, "staff", "absent", "陈主任", "--deputy", "赵六")

    printed(capsys, "--as", "赵六", "--for", "陈主任", *approve)

    history = json.loads(printed(capsys, "request", "show", number, "--json"))["history"]
    assert (history[-1]["actor"], history[-1]["terms"]["on_behalf_of"]) == ("赵六", "陈主任")


def test_coming_back_without_having_been_away_is_refused(capsys: Printed) -> None:
    assert "并未登记为不在岗" in refused(capsys, "staff", "back", "王小兰")


# --- assignment ------------------------------------------------------------------------------


def test_a_request_is_assigned_to_somebody_on_duty_alone(capsys: Printed) -> None:
    printed(capsys, "request", "assign", NUMBER, "李四")
    assert officer(capsys) == "李四"
    assert "已经" not in refused(capsys, "request", "assign", NUMBER, "李四")

    printed(capsys, "staff", "leave", "赵六")
    assert "没有名叫“赵六”的在岗人员" in refused(capsys, "request", "assign", NUMBER, "赵六")
    assert "没有名叫“赵六”的在岗人员" in refused(
        capsys, "request", "log", "--applicant", "张三", "--content", "批复", "--officer", "赵六"
    )


def test_an_assignment_upon_an_old_version_is_refused(capsys: Printed) -> None:
    code = run("request", "assign", NUMBER, "李四", "--version", 1)

    assert code == ExitCode.FAILURE
    assert "有了改动" in capsys.readouterr().err


# --- the office ------------------------------------------------------------------------------


def test_the_profile_and_the_settings_are_shown_and_set(capsys: Printed) -> None:
    printed(capsys, "office", "set", "电话=0595-87801209", "行政层级=县", "office_code=QZ06913",
            "--reason", "机构调整")  # fmt: skip

    found = json.loads(printed(capsys, "office", "show", "--json"))
    assert (found["phone"], found["level"], found["settings"]["office_code"]) == (
        "0595-87801209",
        "county",
        "QZ06913",
    )
    shown = printed(capsys, "office", "show")
    assert "QZ06913" in shown
    assert "（默认）" in shown
    printed(capsys, "--lang", "en", "office", "show")
    printed(capsys, "office", "set", "机构代码=")
    assert json.loads(printed(capsys, "office", "show", "--json"))["settings"]["office_code"] == ""


def test_a_table_of_settings_can_be_given_whole(capsys: Printed) -> None:
    printed(capsys, "office", "set", '争议结果={"settled": "corrected"}')

    found = json.loads(printed(capsys, "office", "show", "--json"))["settings"]
    assert found["dispute_results"] == {"settled": "corrected"}
    assert "和解　结果纠正" in printed(capsys, "office", "show")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("颜色=红", "没有“颜色”这一项"),
        ("电话", "缺少等号"),
        ("电话.1=2", "没有下级的项"),
        ("名称=", "机关名称不能为空"),
        ("行政层级=皇朝", "不在可选范围内"),
        ("机构代码=小写", "office_code"),
        ("登记编号格式={prefix}号", "编号格式“{prefix}号”中“{year}”不合要求"),
        ("争议结果.调解=大概", "不在可选范围内"),
        ("简称=净峰镇", "没有更改"),
    ],
)
def test_what_cannot_be_set_says_which_and_why(words: str, why: str, capsys: Printed) -> None:
    assert why in refused(capsys, "office", "set", words)
