"""Merging, linking, keeping apart, splitting, putting right, and the slip, from the terminal."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.builders import TOWN
from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.bootstrap import open_installation
from workflow.cli.app import ExitCode, Invocation
from workflow.cli.request import asking
from workflow.settings import Settings

MONDAY = date(2025, 9, 22)
ONE, TWO, THREE = (f"净公开申〔2025〕{serial}号" for serial in (1, 2, 3))

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _two_requests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    """An office in a folder of its own, with two requests for the same."""
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with open_installation(Settings(), FixedClock.on(MONDAY)) as installation:
        installation.establish(TOWN, actor="管理员")
    for day in ("2025-09-01", "2025-09-03"):
        log("--submitted", day)
    capsys.readouterr()


def run(*arguments: str) -> int:
    return main(list(arguments), said=Invocation(clock=FixedClock.on(MONDAY)))


def log(*more: str) -> int:
    return run("request", "log", "--applicant", "张三", "--content", "某路征地补偿方案", *more)


def shown(capsys: Printed, number: str = ONE) -> dict[str, Any]:
    capsys.readouterr()
    assert run("request", "show", number, "--json") == ExitCode.OK
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def merge(*more: str) -> int:
    return run("request", "merge", TWO, "--into", ONE, "--reason", "重复提交", *more)


def test_a_merger_says_its_effect_before_it_is_made(capsys: Printed) -> None:
    assert merge() == ExitCode.OK

    effect, done = capsys.readouterr().out.splitlines()
    assert effect.startswith(f"合并：“{TWO}”并入“{ONE}”")
    assert f"年度报告只统计“{ONE}”一件" in effect
    assert done == f"已合并：{TWO} 并入 {ONE}"


def test_a_merger_of_last_year_says_that_its_figures_change(capsys: Printed) -> None:
    log("--submitted", "2024-09-02")
    log("--submitted", "2024-09-02")
    capsys.readouterr()
    numbers = "净公开申〔2024〕1号", "净公开申〔2024〕2号"

    run("request", "merge", numbers[1], "--into", numbers[0], "--reason", "重复提交")

    assert f"“{numbers[1]}”收到于2024年" in capsys.readouterr().out


def test_a_merger_that_is_not_confirmed_is_not_made(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "at_keyboard", lambda: True)
    monkeypatch.setattr("typer.confirm", lambda _question: False)

    assert merge() == ExitCode.FAILURE
    assert shown(capsys, TWO)["state"] == "received"


def test_a_program_is_told_the_effect_with_the_answer(capsys: Printed) -> None:
    assert merge("--json") == ExitCode.OK

    said = json.loads(capsys.readouterr().out)
    assert said["state"] == "merged"
    assert said["effects"][0].startswith("合并：")


def test_a_merged_request_shows_where_it_went_and_no_clock(capsys: Printed) -> None:
    merge()
    capsys.readouterr()

    run("request", "show", TWO)

    said = capsys.readouterr().out
    assert "已合并" in said
    assert f"并入      {ONE}" in said
    assert "答复期限" not in said
    run("request", "show", ONE)
    assert TWO in capsys.readouterr().out


def test_a_refused_merger_names_reason_and_article(capsys: Printed) -> None:
    run("request", "move", ONE, "withdraw")
    capsys.readouterr()

    assert merge() == ExitCode.USAGE

    said = capsys.readouterr().err
    assert f"“{ONE}”已经办结（已撤回）" in said
    assert "第三十六条第（六）项" in said


def test_a_plain_step_cannot_merge(capsys: Printed) -> None:
    assert run("request", "move", TWO, "merge_into", "--ref", ONE) == ExitCode.USAGE
    assert "disclosure request merge" in capsys.readouterr().err


def test_a_merger_is_annulled_by_the_command_for_every_record(capsys: Printed) -> None:
    merge()
    seq = shown(capsys, TWO)["history"][-1]["seq"]

    assert run("request", "annul", TWO, str(seq), "--reason", "不是同一事项") == ExitCode.OK

    assert shown(capsys, TWO)["state"] == "received"
    assert shown(capsys)["relations"] == []


@pytest.mark.parametrize(
    ("command", "done", "kind"),
    [("link", "已关联", "linked"), ("keep-apart", "已记明分别办理", "kept_apart")],
)
def test_two_requests_are_decided_about_with_the_effect_said(
    capsys: Printed, command: str, done: str, kind: str
) -> None:
    assert run("request", command, ONE, TWO, "--reason", "年度不同") == ExitCode.OK

    effect, said = capsys.readouterr().out.splitlines()[:2]
    assert "年度报告仍统计为两件" in effect
    assert said == f"{done}：{ONE} 与 {TWO}"
    assert shown(capsys, TWO)["relations"][0]["kind"] == kind


def test_a_request_is_not_linked_with_itself(capsys: Printed) -> None:
    assert run("request", "link", ONE, ONE, "--reason", "x") == ExitCode.USAGE
    assert "不能与它自己比较" in capsys.readouterr().err


def test_a_split_says_its_effect_and_every_number(capsys: Printed) -> None:
    parts = ("--part", "某路征地补偿方案", "--part", "某村低保名单")

    assert run("request", "split", ONE, *parts) == ExitCode.OK

    effect, *numbers = capsys.readouterr().out.splitlines()
    assert "年度报告按 2 件统计。应当告知申请人。" in effect
    assert numbers == [f"已拆分：{ONE}　某路征地补偿方案", f"已拆分：{THREE}　某村低保名单"]
    assert shown(capsys, THREE)["relations"][0]["kind"] == "split_from"


def test_a_split_is_told_to_a_program(capsys: Printed) -> None:
    assert run("request", "split", ONE, "--part", "甲", "--part", "乙", "--json") == ExitCode.OK
    assert json.loads(capsys.readouterr().out)["numbers"] == [ONE, THREE]


def test_a_split_into_one_part_is_refused(capsys: Printed) -> None:
    assert run("request", "split", ONE, "--part", "甲") == ExitCode.USAGE
    assert "至少要两项" in capsys.readouterr().err


def test_a_split_after_work_began_is_refused(capsys: Printed) -> None:
    run("request", "move", ONE, "consult_third_party", "--ref", "甲")

    assert run("request", "split", ONE, "--part", "甲", "--part", "乙") == ExitCode.USAGE
    assert "“征求第三方意见”，开始办理之后不能拆分" in capsys.readouterr().err


def test_a_registration_is_put_right(capsys: Printed) -> None:
    code = run(
        *("request", "amend", ONE, "--reason", "录入错误", "--applicant", "张叁"),
        *("--phone", "13800000000", "--form", "电子", "--written"),
    )

    assert code == ExitCode.OK
    assert f"已更正登记内容：{ONE}" in capsys.readouterr().out
    found = shown(capsys)
    assert (found["applicant"], found["details"]["phone"]) == ("张叁", "13800000000")
    assert found["intake"]["provision_form"] == "electronic"


def test_what_no_longer_fits_with_the_registration_put_right_is_listed(capsys: Printed) -> None:
    run("request", "move", ONE, "consult_third_party", "--ref", "甲", "--on", "2025-09-03")
    capsys.readouterr()

    run("request", "amend", ONE, "--reason", "实为网上提交", "--channel", "网上")

    said = capsys.readouterr().out
    assert "更正之后，下列记录不再符合规定" in said
    assert "征求第三方意见" in said


def test_nothing_to_put_right_is_said(capsys: Printed) -> None:
    assert run("request", "amend", ONE, "--reason", "x") == ExitCode.USAGE
    assert "没有要更正的" in capsys.readouterr().err


def test_a_slip_is_shown_or_written_as_a_file(capsys: Printed, tmp_path: Path) -> None:
    assert run("request", "slip", ONE) == ExitCode.OK
    assert "登记回执" in capsys.readouterr().out

    for name in ("回执.html", "回执.txt", "回执.docx"):
        assert run("request", "slip", ONE, "--out", str(tmp_path / name)) == ExitCode.OK
        assert (tmp_path / name).stat().st_size > 100


def test_a_slip_is_kept_on_file_if_asked(capsys: Printed) -> None:
    for _ in range(2):
        assert run("request", "slip", ONE, "--keep", "--key", "回执", "--json") == ExitCode.OK

    said = capsys.readouterr().out
    assert '"request_number": "净公开申〔2025〕1号"' in said
    assert run("letter", "list", "--json") == ExitCode.OK
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_a_slip_of_another_kind_of_file_is_refused(capsys: Printed) -> None:
    assert run("request", "slip", ONE, "--out", "回执.xls") == ExitCode.USAGE
    assert ".pdf" in capsys.readouterr().err


def test_the_pattern_of_numbers_is_shown_and_set(capsys: Printed) -> None:
    assert run("office", "set", "number_pattern={prefix}〔{year}〕{serial:03}") == ExitCode.OK

    log()
    assert "已登记：净〔2025〕003" in capsys.readouterr().out
    run("office", "show", "--json")
    settings = json.loads(capsys.readouterr().out)["settings"]
    assert settings["number_pattern"] == "{prefix}〔{year}〕{serial:03}"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("number_pattern={year}",), "“{serial}”不合要求"), ((), "缺少 键=值")],
)
def test_a_setting_that_is_none_is_refused(
    arguments: tuple[str, ...], said: str, capsys: Printed
) -> None:
    assert run("office", "set", *arguments) == ExitCode.USAGE
    assert said in capsys.readouterr().err


def test_an_office_begins_with_a_pattern_of_its_own(capsys: Printed) -> None:
    code = run("init", "辋川镇人民政府", "--number-pattern", "辋〔{year}〕{serial}")

    assert code == ExitCode.OK
    run("--office", "辋川镇人民政府", "office", "show", "--json")
    settings = json.loads(capsys.readouterr().out.partition("\n")[2])["settings"]
    assert settings["number_pattern"] == "辋〔{year}〕{serial}"


def test_an_export_names_what_is_merged_and_what_has_no_column(
    capsys: Printed, tmp_path: Path
) -> None:
    merge()
    log("--address", "净峰街1号")
    capsys.readouterr()

    assert run("export", str(tmp_path / "台账.xlsx")) == ExitCode.OK

    said = capsys.readouterr().out
    assert f"1 件不写入台账：{TWO}" in said
    assert "不在台账内，涉及 2 件" in said
