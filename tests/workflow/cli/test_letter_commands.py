"""Letters from the terminal: what there is, what is lacking, what was issued, and the files."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.workflow.cli.letter_desk import CORRECTION, NUMBER, issue, letter, run, set_up_town
from workflow.cli.app import ExitCode
from workflow.cli.letter.group import app

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    set_up_town(tmp_path / "data", monkeypatch)
    capsys.readouterr()


# --- which there are ---------------------------------------------------------------------


def test_every_letter_is_listed_with_its_code_and_its_laws(capsys: Printed) -> None:
    assert letter("kinds") == ExitCode.OK

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 29
    assert lines[3].split() == [
        "L3",
        "补正告知书",
        "correction_notice",
        "2007·2019",
        "申请人",
        "告知类",
        "收到之日起7个工作日内",
    ]


def test_the_letters_can_be_read_by_a_program(capsys: Printed) -> None:
    assert letter("kinds", "--json") == ExitCode.OK

    kinds = json.loads(capsys.readouterr().out)
    assert [kind["code"] for kind in kinds] == [f"L{number}" for number in range(1, 29)]
    assert kinds[15]["outcomes"][0] == "state_secret"
    assert kinds[2]["basis"]["2007"] == ["条例(2007) 第二十一条第（四）项"]


def test_a_letter_says_what_has_to_be_given(capsys: Printed) -> None:
    assert letter("kinds", "L16") == ExitCode.OK

    said = capsys.readouterr().out
    assert "办理结果：不予公开-国家秘密" in said
    assert "withheld" in said
    assert "不予公开的理由（ground）" in said


def test_the_skeleton_of_a_letter_can_be_filled_in_and_given_back(
    capsys: Printed, tmp_path: Path
) -> None:
    assert letter("kinds", "L3", "--json") == ExitCode.OK
    skeleton = json.loads(capsys.readouterr().out)["skeleton"]
    assert skeleton == {"corrections": [{"point": "", "how": ""}], "correction_workdays": 0}

    skeleton["corrections"][0] = {"point": "没有写明名称", "how": "请写明"}
    skeleton["correction_workdays"] = 10
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(skeleton), encoding="utf-8")

    assert letter("preview", "L3", NUMBER, "--facts", str(facts)) == ExitCode.OK
    assert "10个工作日内" in capsys.readouterr().out


def test_a_letter_that_needs_nothing_says_so(capsys: Printed) -> None:
    assert letter("kinds", "登记回执") == ExitCode.OK
    assert "不需要另外填写" in capsys.readouterr().out


# --- preview and issue -------------------------------------------------------------------


def test_a_preview_prints_the_letter_and_keeps_nothing(capsys: Printed) -> None:
    assert letter("preview", "L3", NUMBER, *CORRECTION) == ExitCode.OK

    said = capsys.readouterr().out
    assert "净公开告〔2025〕　　号" in said
    assert "征地<b>批复</b>" in said
    assert letter("list") == ExitCode.OK
    assert capsys.readouterr().out == "还没有签发文书。\n"


def test_a_preview_can_be_read_by_a_program(capsys: Printed) -> None:
    assert letter("preview", "L3", NUMBER, *CORRECTION, "--json") == ExitCode.OK

    shown = json.loads(capsys.readouterr().out)
    assert shown["facts"]["corrections"] == [{"point": "没有写明名称", "how": "请写明"}]
    assert shown["text"].startswith("净峰镇人民政府\n")


def test_what_is_set_several_times_is_a_list(capsys: Printed) -> None:
    counted = ("counted_from=2025-07-01", "counted_to=2025-08-31", "request_count=56")
    asked = ("to_explain=原因", "需要说明的事项=用途", "explain_by=2025-10-15")
    given = (word for it in (*counted, *asked) for word in ("--set", it))

    assert letter("preview", "说明理由告知书", NUMBER, *given) == ExitCode.OK

    said = capsys.readouterr().out
    assert "（一）原因。" in said
    assert "（二）用途。" in said
    assert "申请56件" in said


def test_an_issued_letter_is_named_by_its_number(capsys: Printed) -> None:
    assert issue() == ExitCode.OK

    said = capsys.readouterr()
    assert said.out == "已签发：净公开告〔2025〕1号　政府信息公开申请补正告知书\n"
    # The 7th working day after Mon 2025-09-01 was Wed 2025-09-10.
    assert said.err == "注意：这一文书应当最迟于2025年9月10日发出。\n"


def test_a_form_is_put_on_file_without_a_number(capsys: Printed) -> None:
    assert letter("issue", "登记表", NUMBER) == ExitCode.USAGE
    assert "没有“登记表”这种文书" in capsys.readouterr().err

    assert letter("issue", "申请登记表", NUMBER) == ExitCode.OK
    assert capsys.readouterr().out == "已存档：政府信息公开申请登记表（序号 1）\n"


def test_the_same_key_issues_once(capsys: Printed) -> None:
    for _ in range(2):
        assert issue("--key", "表单-1") == ExitCode.OK

    assert letter("list", "--json") == ExitCode.OK
    printed = capsys.readouterr().out
    assert len(json.loads(printed[printed.index("[") :])) == 1


def test_an_issued_letter_can_be_read_by_a_program(capsys: Printed) -> None:
    assert issue("--json") == ExitCode.OK

    row = json.loads(capsys.readouterr().out)
    assert (row["number"], row["request"]) == ("净公开告〔2025〕1号", NUMBER)
    assert row["issued_on"] == "2025-09-22"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("L3", NUMBER), "“补正告知书”还缺少：补正事项（corrections）。请写明（--set、--facts）。"),
        (("L3", NUMBER, "--set", "补正事项"), "--set “补正事项”应写成 名称=内容"),
        (("L3", NUMBER, "--set", "颜色=红"), "没有“颜色”这一项；可以填写：补正事项"),
        (("L3", NUMBER, *CORRECTION, "--set", "correction_workdays=十"), "应为不小于零的整数"),
        (("L3", NUMBER, "--set", "补正事项={坏"), "应为若干行，每行写明：需要补正的内容（point）"),
        (("L3", "无此号", *CORRECTION), "没有编号为“无此号”的申请"),
        (("L3",), "“补正告知书”须针对一件申请"),
        (("L3", NUMBER, *CORRECTION, "--on", "2025-09-23"), "2025年9月23日还没有到"),
        (("L3", NUMBER, *CORRECTION, "--on", "昨天"), "“昨天”不是日期"),
        (("L14", NUMBER, "--delivery", "飞鸽"), "--delivery “飞鸽”不在可选范围内"),
        (("L16", NUMBER, "--outcome", "不知道"), "--outcome “不知道”不在可选范围内"),
        (("L16", NUMBER, "--set", "withheld=某文|机密|某因"), "下列之一：国家秘密、"),
        (
            ("L3", NUMBER, *CORRECTION, "--out", "信.odt"),
            "应以 .pdf、.docx、.html、.txt 结尾",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_line_and_nothing_is_issued(
    arguments: tuple[str, ...], words: str, capsys: Printed
) -> None:
    code = letter("issue", *arguments)

    said = capsys.readouterr()
    assert code == (ExitCode.FOUND if "无此号" in arguments else ExitCode.USAGE)
    assert words in said.err
    assert said.err.count("\n") == 1
    assert letter("list") == ExitCode.OK
    assert capsys.readouterr().out == "还没有签发文书。\n"


@pytest.mark.parametrize("content", ["[]", "{坏", "", "“", "\xff"])
def test_a_file_of_facts_that_is_none_is_named(
    content: str, capsys: Printed, tmp_path: Path
) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(content, encoding="latin-1" if content == "\xff" else "utf-8")

    assert letter("issue", "L3", NUMBER, "--facts", str(facts)) == ExitCode.USAGE
    assert "内容应是一个 JSON 对象" in capsys.readouterr().err


def test_a_file_of_facts_that_is_not_there_is_named(capsys: Printed) -> None:
    assert letter("issue", "L3", NUMBER, "--facts", "没有.json") == ExitCode.FAILURE
    assert "没有“没有.json”这个文件" in capsys.readouterr().err


def test_a_reply_says_what_was_decided_and_approved_and_can_then_be_served(
    capsys: Printed,
) -> None:
    ground = ("--decision", "不予公开", "--ground", "国家秘密", "--reason")
    assert run("request", "decide", NUMBER, "--title", "某文", *ground, "尚未解密") == 0
    assert run("request", "decide", NUMBER, "--title", "某表", *ground, "同上") == 0
    assert run("request", "submit", NUMBER) == 0
    assert run("--as", "陈主任", "request", "approve", NUMBER) == 0
    capsys.readouterr()

    assert letter("issue", "L16", NUMBER) == 0

    assert capsys.readouterr().out.startswith("已签发：净公开复〔2025〕1号")
    assert letter("show", "净公开复[2025]1号") == ExitCode.OK
    said = capsys.readouterr().out
    assert "（二）某表。该政府信息属于国家秘密，理由是：同上。" in said
    assert "应当先申请行政复议" in said
    assert run("request", "serve", NUMBER, "--by", "邮寄", "--tracking", "1151234567890") == 0


def test_a_provisional_date_is_promised_only_when_told_to(capsys: Printed) -> None:
    late = date(2026, 12, 14)  # Monday
    asked = ("--applicant", "张三", "--content", "批复")
    assert run("request", "log", *asked, on=late) == ExitCode.OK
    number = "净公开申〔2026〕1号"

    assert run("letter", "issue", "L2", number, on=late) == ExitCode.USAGE
    assert "（--provisional）" in capsys.readouterr().err
    assert run("letter", "issue", "L2", number, "--provisional", on=late) == ExitCode.OK


# --- list, show, print -------------------------------------------------------------------


def test_letters_are_listed_by_what_is_asked(capsys: Printed) -> None:
    issue()
    letter("issue", "L2", NUMBER)
    capsys.readouterr()

    assert letter("list", "--kind", "L2") == ExitCode.OK
    said = capsys.readouterr().out
    assert "（无文号）" in said
    assert "净公开告" not in said
    assert letter("list", "--request", NUMBER, "--year", "2025", "--limit", "1") == ExitCode.OK
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_letter_is_shown_with_what_is_registered_of_it(capsys: Printed) -> None:
    issue()
    capsys.readouterr()

    assert letter("show", "1") == ExitCode.OK

    head, template, blank, *text = capsys.readouterr().out.splitlines()
    assert head.startswith("净公开告〔2025〕1号　补正告知书　2025年9月22日")
    assert template.startswith("模板：")
    assert blank == ""
    assert text[0] == "净峰镇人民政府"


def test_a_letter_in_json_carries_facts_and_text(capsys: Printed) -> None:
    issue()
    capsys.readouterr()

    assert letter("show", "1", "--json") == ExitCode.OK

    shown = json.loads(capsys.readouterr().out)
    assert shown["facts"]["addressee"] == "赟喆堃"
    assert shown["text"].endswith("\n")
    assert len(shown["template"]) == 64


def test_a_letter_that_is_not_there_is_not_found(capsys: Printed) -> None:
    assert letter("show", "净公开告〔2025〕9号") == ExitCode.FOUND
    assert "没有文号或者序号为“净公开告〔2025〕9号”的文书" in capsys.readouterr().err


def test_a_letter_is_printed_as_several_files_the_same_each_time(
    capsys: Printed, tmp_path: Path
) -> None:
    issue("--out", str(tmp_path / "一.pdf"))
    files = [tmp_path / f"二{ending}" for ending in (".pdf", ".docx", ".html", ".txt")]
    capsys.readouterr()

    assert letter("print", "1", *(word for it in files for word in ("--out", str(it)))) == 0

    said = capsys.readouterr().out
    assert said.splitlines() == [f"已写入：{file}" for file in files]
    assert files[0].read_bytes() == (tmp_path / "一.pdf").read_bytes()
    assert files[0].read_bytes().startswith(b"%PDF")
    assert "征地&lt;b&gt;批复&lt;/b&gt;" in files[2].read_text("utf-8")
    assert letter("print", "1") == ExitCode.OK
    assert capsys.readouterr().out == files[3].read_text("utf-8")


def test_no_command_removes_or_changes_a_letter() -> None:
    names = {command.name for command in app.registered_commands} | {
        command.name
        for group in app.registered_groups
        for command in group.typer_instance.registered_commands  # type: ignore[union-attr]
    }

    assert names == {
        "kinds",
        "list",
        "show",
        "preview",
        "issue",
        "print",
        "settings",
        "check",
        "adopt",
        "revert",
    }


def test_errors_are_said_in_english_when_asked(capsys: Printed) -> None:
    assert run("--lang", "en", "letter", "issue", "L3", NUMBER) == ExitCode.USAGE
    assert capsys.readouterr().err == (
        "“request for a correction” still lacks: what to correct (corrections). "
        "Give it (--set, --facts).\n"
    )
