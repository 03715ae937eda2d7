"""An office's own templates and its settings for letters, from the terminal."""

import json
from pathlib import Path

import pytest

from tests.workflow.cli.letter_desk import letter, run, set_up_town
from workflow.cli.app import ExitCode
from workflow.letters.environment import built_in
from workflow.letters.kinds import LetterKind

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    set_up_town(tmp_path / "data", monkeypatch)
    capsys.readouterr()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "补正.jinja"
    file.write_text(
        built_in(LetterKind.CORRECTION_NOTICE.value).replace("一次性告知", "一并告知"),
        encoding="utf-8-sig",
    )
    return file


def test_the_template_in_use_is_shown(capsys: Printed) -> None:
    assert letter("template", "show", "L3") == ExitCode.OK
    assert capsys.readouterr().out == built_in("correction_notice")


def test_a_template_is_checked_before_anything_is_adopted(own: Path, capsys: Printed) -> None:
    assert letter("template", "check", "L3", str(own)) == ExitCode.OK

    said = capsys.readouterr().out
    assert said.startswith("“补正告知书”的模板可以使用：试写了 4 件，两部条例都写得出来。")
    assert "试写的第一件：" in said
    assert letter("template", "show", "L3", "--json") == ExitCode.OK
    assert json.loads(capsys.readouterr().out)["built_in"] is True


def test_what_a_template_leaves_out_is_said(capsys: Printed, tmp_path: Path) -> None:
    file = tmp_path / "短.jinja"
    source = built_in(LetterKind.CORRECTION_NOTICE.value)
    lines = (line for line in source.splitlines() if "contact_office" not in line)
    file.write_text("\n".join([*lines, "> （{{ contact_office }}）"]), encoding="utf-8")

    assert letter("template", "check", "L3", str(file)) == ExitCode.OK
    assert "没有用到（可以不用）：联系电话（phone）、地址（address）" in capsys.readouterr().out


def test_a_check_can_be_read_by_a_program(own: Path, capsys: Printed) -> None:
    assert letter("template", "check", "L3", str(own), "--json") == ExitCode.OK

    checked = json.loads(capsys.readouterr().out)
    assert (checked["tried"], checked["unsaid"]) == (4, [])


def test_a_template_is_adopted_and_reverted_by_those_who_may(own: Path, capsys: Printed) -> None:
    assert letter("template", "adopt", "L3", str(own)) == ExitCode.USAGE
    assert "您的角色不能办理" in capsys.readouterr().err

    assert run("--as", "陈主任", "letter", "template", "adopt", "L3", str(own)) == ExitCode.OK
    assert "已签发的不变" in capsys.readouterr().out
    assert letter("template", "show", "L3") == ExitCode.OK
    assert "一并告知" in capsys.readouterr().out
    assert letter("template", "show", "L3", "--built-in") == ExitCode.OK
    assert "一次性告知" in capsys.readouterr().out

    for words in ("已恢复内置模板", "用的就是内置模板"):
        assert run("--as", "陈主任", "letter", "template", "revert", "L3") == ExitCode.OK
        assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# 题目\n{{ content", "第 2 行写法有误"),
        ("# 题目\n{% include 'x' %}", "不允许的写法“Include”"),
        ("# 题目\n{{ 颜色 }}", "没有的事实：颜色"),
        ("# 题目\n{{ content }}", "没有写明必须写明的事实：addressee、"),
    ],
)
def test_a_template_that_cannot_serve_is_refused_with_why(
    source: str, words: str, capsys: Printed, tmp_path: Path
) -> None:
    file = tmp_path / "坏.jinja"
    file.write_text(source, encoding="utf-8")

    assert letter("template", "check", "L3", str(file)) == ExitCode.USAGE
    assert words in capsys.readouterr().err


def test_a_template_that_is_no_text_is_named(capsys: Printed, tmp_path: Path) -> None:
    file = tmp_path / "图.png"
    file.write_bytes(b"\x89PNG\xff")

    assert letter("template", "check", "L3", str(file)) == ExitCode.USAGE
    assert "不是 UTF-8 文本" in capsys.readouterr().err


def test_settings_are_shown_and_set(capsys: Printed) -> None:
    assert letter("settings") == ExitCode.OK
    said = capsys.readouterr().out
    assert "一审法院（court）：未设置" in said
    assert "告知类文书机关代字（numbers.notice）：净公开告" in said

    setting = ("--set", "court=惠安县人民法院", "--set", "numbers.notice=净信公告", "--json")
    assert run("--as", "陈主任", "letter", "settings", *setting) == ExitCode.OK
    now = json.loads(capsys.readouterr().out)
    assert (now["court"], now["numbers.notice"]) == ("惠安县人民法院", "净信公告")


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("court", "应写成 名称=内容"),
        ("颜色=红", "没有“颜色”这项设置；可以设置：承办机构（contact_office）"),
        ("department_kind=x", "部门类型“x”不在可选范围内；可选：ordinary、"),
        ("numbers.reply=净〔2025〕", "机关代字“净〔2025〕”不合要求"),
    ],
)
def test_a_setting_that_will_not_do_is_named(setting: str, words: str, capsys: Printed) -> None:
    assert run("--as", "陈主任", "letter", "settings", "--set", setting) == ExitCode.USAGE
    assert words in capsys.readouterr().err
