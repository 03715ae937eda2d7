"""The registers from the terminal: entered, listed, shown, put right, made void, concluded."""

import json
from datetime import date
from pathlib import Path

import pytest

from states.statute.outcomes import Outcome
from tests.builders import a_reply
from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.bootstrap import open_installation
from workflow.cli.app import ExitCode, Invocation
from workflow.settings import Settings

MONDAY = date(2025, 9, 22)

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    run("init", "净峰镇人民政府", "--short-name", "净峰镇")
    run("staff", "add", "王小兰")
    run("staff", "add", "赵审查", "--role", "保密审查员")
    capsys.readouterr()


def run(*arguments: object, on: date = MONDAY) -> int:
    return main([str(word) for word in arguments], said=Invocation(clock=FixedClock.on(on)))


def printed(capsys: Printed, *arguments: object, on: date = MONDAY) -> str:
    """Run a command that must succeed, and return what it printed."""
    capsys.readouterr()
    assert run(*arguments, on=on) == ExitCode.OK, capsys.readouterr().err
    return capsys.readouterr().out


def refused(capsys: Printed, *arguments: object) -> str:
    """Run a command that must be refused, and return why."""
    capsys.readouterr()
    assert run(*arguments) in {ExitCode.USAGE, ExitCode.FOUND}
    return capsys.readouterr().err


def rows(capsys: Printed, *arguments: object, on: date = MONDAY) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(printed(capsys, *arguments, "--json", on=on))
    return found


# --- every register --------------------------------------------------------------------------

REGISTERS = {
    "publication": ("add", "预算", "--formed", "2025-09-15"),
    "complaint": ("add", "--matter", "未按时公开", "--from", "张三"),
    "reconsideration": ("add", "--authority", "惠安县人民政府"),
    "lawsuit": ("add", "--court", "惠安县人民法院", "--direct"),
    "inquiry": ("add", "--content", "怎样申请", "--way", "电话"),
}
every_register = pytest.mark.parametrize("register", REGISTERS)


@every_register
def test_an_empty_register_says_how_to_begin(register: str, capsys: Printed) -> None:
    assert f"disclosure {register} add" in printed(capsys, register, "list")
    assert rows(capsys, register, "list") == []


@every_register
def test_what_was_entered_is_listed_and_shown_with_its_history(
    register: str, capsys: Printed
) -> None:
    printed(capsys, register, *REGISTERS[register])

    assert printed(capsys, register, "list").strip()
    (row,) = rows(capsys, register, "list")
    assert (row["id"], row["annulled"]) == (1, False)
    shown = json.loads(printed(capsys, register, "show", 1, "--json"))
    assert (shown["version"], shown["history"][0]["kind"]) == (1, "registered")
    assert "登记" in printed(capsys, register, "show", 1)
    assert "entered" in printed(capsys, "--lang", "en", register, "show", 1)


@every_register
def test_what_was_entered_wrongly_is_put_right_with_a_reason(
    register: str, capsys: Printed
) -> None:
    printed(capsys, register, *REGISTERS[register])

    printed(capsys, register, "amend", 1, "--set", "备注=已核对", "--reason", "补充")

    (row,) = rows(capsys, register, "list")
    assert row["note"] == "已核对"
    assert "补充" in printed(capsys, register, "show", 1)
    assert "--reason" in refused(capsys, register, "amend", 1, "--set", "备注=再改")


@every_register
def test_what_was_entered_by_mistake_is_made_void_and_stays(register: str, capsys: Printed) -> None:
    printed(capsys, register, *REGISTERS[register])

    printed(capsys, register, "annul", 1, "--reason", "重复登记")

    assert rows(capsys, register, "list") == []
    (row,) = rows(capsys, register, "list", "--annulled")
    assert row["annulled"] is True
    assert "已作废" in printed(capsys, register, "list", "--annulled")
    assert "重复登记" in printed(capsys, register, "show", 1)
    assert "作废" in refused(capsys, register, "amend", 1, "--set", "备注=改", "--reason", "改")
    assert "首尾相连" in printed(capsys, "verify")


@every_register
def test_the_same_command_twice_under_one_key_acts_once(register: str, capsys: Printed) -> None:
    for _ in range(2):
        printed(capsys, register, *REGISTERS[register], "--key", "k")

    assert len(rows(capsys, register, "list")) == 1


@every_register
def test_a_row_there_is_not_is_said_to_be_unknown(register: str, capsys: Printed) -> None:
    assert run(register, "show", 9) == ExitCode.FOUND
    assert "没有编号为 9 的记录" in capsys.readouterr().err


@every_register
def test_a_list_can_be_narrowed_to_days_and_words(register: str, capsys: Printed) -> None:
    printed(capsys, register, *REGISTERS[register])

    assert rows(capsys, register, "list", "--search", "没有这样的字") == []
    assert "没有符合条件的" in printed(capsys, register, "list", "--until", "2001-01-01")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("备注", "缺少等号"),
        ("颜色=红", "没有“颜色”这个字段"),
        ("收到日期=昨天", "不是日期"),
        ("收到日期=", "必须填写"),
        ("查处结论=大概", "没有“大概”这一项"),
        ("收到日期=2025-12-01", "还没有到"),
        ("相关登记编号=甲99", "没有编号为“甲99”的申请"),
        ("经办人=路人", "没有名叫“路人”的在岗人员"),
    ],
)
def test_a_change_that_cannot_be_says_which_field_and_why(
    words: str, why: str, capsys: Printed
) -> None:
    printed(capsys, "complaint", *REGISTERS["complaint"])

    said = refused(capsys, "complaint", "amend", 1, "--set", words, "--reason", "改")

    assert why in said


def test_a_field_is_named_in_either_language_or_by_its_column(capsys: Printed) -> None:
    printed(capsys, "lawsuit", *REGISTERS["lawsuit"])

    for name, value in (("是否经复议", "是"), ("After reconsideration", "no"), ("paper", "裁定书")):
        printed(capsys, "lawsuit", "amend", 1, "--set", f"{name}={value}", "--reason", "改")

    (row,) = rows(capsys, "lawsuit", "list")
    assert (row["after_reconsideration"], row["paper"]) == (False, "ruling")
    assert "只能填 是 或 否" in refused(
        capsys, "lawsuit", "amend", 1, "--set", "是否经复议=也许", "--reason", "改"
    )


def test_a_change_upon_an_old_version_is_refused(capsys: Printed) -> None:
    printed(capsys, "complaint", *REGISTERS["complaint"])
    printed(capsys, "complaint", "amend", 1, "--set", "备注=甲", "--reason", "改")

    code = run("complaint", "amend", 1, "--set", "备注=乙", "--reason", "改", "--version", 1)

    assert code == ExitCode.FAILURE
    assert "刚被" in capsys.readouterr().err


# --- publications ----------------------------------------------------------------------------


def test_something_lives_from_formed_through_review_to_published(
    capsys: Printed, tmp_path: Path
) -> None:
    printed(capsys, "office", "set", "机构代码=QZ06913")
    said = printed(capsys, "--as", "王小兰", "publication", "add", "预算", "--formed", "2025-08-22",
                   "--category", "财政资金类", "--summary", "年度预算")  # fmt: skip
    assert "QZ06913-0500-2025-00001" in said
    assert "应当在 2025-09-19 以前公开" in said

    assert "▲ 超期 1" in printed(capsys, "publication", "due")
    (waiting,) = rows(capsys, "publication", "due")
    assert (waiting["due"], waiting["left"], waiting["light"]) == ("2025-09-19", -1, "red")
    assert "没有通过保密审查" in refused(capsys, "publication", "publish", 1)
    assert "您的角色不能" in refused(
        capsys, "--as", "王小兰", "publication", "review", 1, "--basis", "不涉密"
    )
    printed(capsys, "--as", "赵审查", "publication", "review", 1, "--basis", "不涉密")
    printed(capsys, "publication", "publish", 1, "--channels", "政府网站、政务公开栏")

    assert "没有待公开的信息" in printed(capsys, "publication", "due")
    (late,) = rows(capsys, "publication", "late")
    assert late["channels"] == ["website", "notice_board"]
    assert "预算" in printed(capsys, "publication", "catalogue")
    for ending in ("html", "docx", "txt"):
        out = tmp_path / f"目录.{ending}"
        assert str(out) in printed(capsys, "publication", "catalogue", "--out", out)
        assert out.stat().st_size > 100


def test_what_is_published_already_is_entered_with_its_review(capsys: Printed) -> None:
    entered = ("publication", "add", "通告", "--formed", "2025-09-15", "--published", "2025-09-19",
               "--channels", "政府网站")  # fmt: skip

    assert "没有通过保密审查" in refused(capsys, *entered)
    assert "--basis" in refused(capsys, *entered, "--reviewer", "赵审查")
    printed(capsys, *entered, "--reviewer", "赵审查", "--basis", "不涉密")

    (row,) = rows(capsys, "publication", "list")
    assert (row["review"], row["reviewed_on"]) == ("passed", "2025-09-19")
    assert "没有逾期的" in printed(capsys, "publication", "late")


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("--category", "皇帝类", "没有“皇帝类”这一类"),
        ("--channels", "飞鸽", "没有“飞鸽”这一项"),
    ],
)
def test_what_is_on_no_list_is_refused_with_the_list(
    option: str, value: str, why: str, capsys: Printed
) -> None:
    said = refused(capsys, "publication", "add", "预算", option, value)

    assert why in said


def test_without_the_code_of_the_office_the_way_to_a_number_is_told(capsys: Printed) -> None:
    assert "office set 机构代码" in printed(capsys, "publication", "add", "预算")


def test_an_index_number_of_another_length_is_doubted(capsys: Printed) -> None:
    assert run("publication", "add", "预算", "--index", "甲-1") == ExitCode.OK
    assert "不是 23 位" in capsys.readouterr().err


def test_the_categories_are_listed_with_their_codes(capsys: Printed) -> None:
    printed(capsys, "office", "set", "公开类别.2510=财政资金专栏")

    assert "2510　财政资金专栏" in printed(capsys, "publication", "categories")
    assert json.loads(printed(capsys, "publication", "categories", "--json"))["2510"]


def test_a_guide_that_lacks_something_says_what_and_how(capsys: Printed, tmp_path: Path) -> None:
    said = refused(capsys, "publication", "guide", "--out", tmp_path / "指南.html")
    assert "工作机构、地址、办公时间、电话、网站" in said
    assert "disclosure office set" in said

    printed(capsys, "office", "set", "工作机构=党政办", "地址=净峰街1号", "办公时间=周一至周五",
            "电话=0595-1", "网站=http://www.example.gov.cn")  # fmt: skip
    assert "政府信息公开指南" in printed(capsys, "publication", "guide")
    printed(capsys, "publication", "guide", "--out", tmp_path / "指南.html")
    assert "净峰街1号" in (tmp_path / "指南.html").read_text(encoding="utf-8")


def test_a_document_is_written_only_in_a_kind_that_there_is(capsys: Printed) -> None:
    assert "应以 .pdf" in refused(capsys, "publication", "catalogue", "--out", "目录.doc")


# --- complaints and disputes -----------------------------------------------------------------


def test_a_complaint_lives_to_its_end(capsys: Printed) -> None:
    printed(capsys, "complaint", *REGISTERS["complaint"])
    assert len(rows(capsys, "complaint", "list", "--open")) == 1

    printed(capsys, "complaint", "conclude", 1, "--finding", "属实", "--result", "督促整改")

    assert rows(capsys, "complaint", "list", "--open") == []
    assert "已于" in refused(capsys, "complaint", "conclude", 1, "--finding", "不属实")


# From Mon 2025-09-15: 16..19 = 1..4, Mon 22 = 5 working days, the summary period; the ordinary
# one ends on Sun 2025-09-28, worked in exchange.
def test_a_reconsideration_lives_to_its_end(capsys: Printed) -> None:
    for procedure, due in (("普通程序", "2025-09-28"), ("简易程序", "2025-09-22")):
        assert due in printed(capsys, "reconsideration", "add", "--applicant", "张三",
                              "--procedure", procedure, "--received", "2025-09-15")  # fmt: skip

    found = rows(capsys, "reconsideration", "list")
    assert [(row["id"], row["due"], row["left"]) for row in found] == [
        (2, "2025-09-22", 0),
        (1, "2025-09-28", 5),
    ]
    assert rows(capsys, "reconsideration", "list", "--late") == []
    printed(capsys, "reconsideration", "answer", 2)
    assert "复议答复" in printed(capsys, "reconsideration", "show", 1)
    assert "结果纠正" in printed(capsys, "reconsideration", "conclude", 2, "--decision", "部分撤销")
    assert [row["id"] for row in rows(capsys, "reconsideration", "list", "--open")] == [1]
    late = rows(capsys, "reconsideration", "list", "--late", on=date(2025, 9, 29))
    assert [row["id"] for row in late] == [1]


# Received on Mon 2025-09-15, + 15 days = Tue 09-30. A judgment served on Mon 2025-09-22 leaves
# 15 days, to Tue 10-07, in the holiday up to 10-08: Thu 10-09.
def test_a_suit_lives_to_its_end(capsys: Printed) -> None:
    said = printed(capsys, "lawsuit", "add", "--court", "惠安县人民法院", "--after-reconsideration",
                   "--co-defendant", "--received", "2025-09-15", "--officer", "王小兰")  # fmt: skip
    assert "2025-09-30" in said

    printed(capsys, "lawsuit", "answer", 1, "--on", "2025-09-19")
    assert "2025-10-09" in printed(capsys, "lawsuit", "judged", 1)
    printed(capsys, "lawsuit", "appeal", 1)
    printed(capsys, "lawsuit", "conclude", 1, "--decision", "驳回请求", "--result", "结果维持")

    (row,) = rows(capsys, "lawsuit", "list")
    assert (row["result"], row["co_defendant"], row["appellant"]) == ("upheld", True, "本机关")
    assert row["due"] is None


def test_what_a_decision_counts_as_can_be_set(capsys: Printed) -> None:
    printed(capsys, "office", "set", "争议结果.调解=结果纠正")
    printed(capsys, "reconsideration", *REGISTERS["reconsideration"])

    assert "结果纠正" in printed(capsys, "reconsideration", "conclude", 1, "--decision", "调解")


# --- refusals --------------------------------------------------------------------------------


def withhold(number: str) -> None:
    """Reply to a request by withholding what it asks for."""
    with open_installation(Settings(), FixedClock.on(MONDAY)) as installation:
        a_reply(installation.office(), number, outcome=Outcome.DELIBERATIVE)


def test_what_was_withheld_is_reviewed_from_the_terminal(capsys: Printed) -> None:
    assert "没有不予公开的记录" in printed(capsys, "refusals", "list")
    printed(capsys, "request", "log", "--applicant", "张三", "--content", "会议纪要")
    number = "净公开申〔2025〕1号"
    withhold(number)

    assert "没有到期的审查" in printed(capsys, "refusals", "due")
    (due,) = rows(capsys, "refusals", "due", "--until", "2026-12-31")
    assert (due["due"], due["ground"]) == ("2026-09-22", "discussion_record")
    assert "讨论记录" in printed(capsys, "refusals", "list")
    said = printed(capsys, "refusals", "review", number, "--basis", "情势没有变化")
    assert "下次审查：2026-09-22" in said
    said = printed(capsys, "refusals", "review", number, "--basis", "已公布", "--conclusion",
                   "可以公开")  # fmt: skip
    assert "disclosure publication add" in said
    assert "没有不予公开的内容" in refused(
        capsys, "refusals", "review", number, "--basis", "无", "--item", "附件"
    )
