"""What `disclosure import` and `disclosure export` say, beyond that they work."""

import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.cli.app import ExitCode, Invocation
from workflow.cli.ledger_pages import limited
from workflow.i18n import Lang

MONDAY = date(2025, 9, 22)
HEADER = "登记编号,收到方式,收到日期,申请人,申请内容,答复日期,答复类型,经办人"
GOOD = "甲1,当面,2025-09-01,张三,征地批复,2025-09-10,予以公开,王小兰"
# The 2007 text, in force until 14 May 2019, knows no lapse.
LAPSED = "甲2,当面,2018-06-01,李四,会议纪要,2018-07-02,其他处理-逾期不补正,"

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return a_ledger(tmp_path / "台账", GOOD)


def a_ledger(folder: Path, *rows: str, header: str = HEADER) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "申请.csv").write_text("\n".join([header, *rows]), encoding="utf-8")
    return folder


def run(*arguments: object) -> int:
    said = Invocation(clock=FixedClock.on(MONDAY))
    return main([str(word) for word in arguments], said=said)


def answer(capsys: Printed, *arguments: object) -> dict[str, object]:
    """Return what a command that must succeed says in JSON."""
    capsys.readouterr()
    assert run(*arguments, "--json") == ExitCode.OK
    told: dict[str, object] = json.loads(capsys.readouterr().out)
    return told


def actors(capsys: Printed, number: str) -> list[str]:
    history = answer(capsys, "request", "show", number)["history"]
    assert isinstance(history, Iterable)
    return [entry["actor"] for entry in history]


def test_a_difference_is_shown_and_left_until_the_update(ledger: Path, capsys: Printed) -> None:
    run("import", ledger)
    a_ledger(ledger, GOOD.replace("予以公开", "部分公开"))
    capsys.readouterr()

    assert run("import", ledger) == ExitCode.OK
    shown = capsys.readouterr().out
    left = answer(capsys, "request", "show", "甲1")
    assert run("--lang", "en", "import", ledger, "--update") == ExitCode.OK
    applied = capsys.readouterr().out

    assert "申请 第2行 答复类型：予以公开 → 部分公开" in shown
    assert left["outcome"] == "disclosed"
    assert "1 cell(s) were changed" in applied
    assert answer(capsys, "request", "show", "甲1")["outcome"] == "partly_disclosed"


def test_a_new_case_officer_is_named(ledger: Path, capsys: Printed) -> None:
    run("import", ledger)

    assert "新登记的经办人（未启用）：王小兰" in capsys.readouterr().out


def test_what_is_not_known_is_named(tmp_path: Path, capsys: Printed) -> None:
    ledger = a_ledger(tmp_path / "台账", f"{GOOD},x", header=f"{HEADER},领导批示")
    (ledger / "通讯录.csv").write_text("姓名,电话\n", encoding="utf-8")

    run("import", ledger)

    said = capsys.readouterr().out
    assert "申请：不认识的列，未读取：领导批示" in said
    assert "不认识的工作表，未读取：通讯录" in said


def test_what_the_law_of_the_day_did_not_have_stands_in_the_copy(
    tmp_path: Path, capsys: Printed
) -> None:
    ledger, copy = a_ledger(tmp_path / "台账", GOOD, LAPSED), tmp_path / "错误.xlsx"

    assert run("import", ledger, "--errors", copy) == ExitCode.USAGE

    said = capsys.readouterr().err
    assert "申请 第3行 答复类型：“其他处理-逾期不补正”不在可选范围内" in said
    assert "没有写入" in said
    rows = CalamineWorkbook.from_path(copy).get_sheet_by_name("申请").to_python()
    assert "不在可选范围内" in str(rows[2][-1])


def test_a_dry_run_of_a_good_ledger_ends_with_0_and_makes_no_office(
    ledger: Path, capsys: Printed
) -> None:
    assert run("import", ledger, "--dry-run") == ExitCode.OK

    assert "试运行，没有写入" in capsys.readouterr().err
    assert run("export", ledger.with_name("出")) == ExitCode.FOUND


def test_faults_in_json_carry_their_sentence(tmp_path: Path, capsys: Printed) -> None:
    ledger = a_ledger(tmp_path / "台账", LAPSED)

    assert run("import", ledger, "--json") == ExitCode.USAGE

    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert (fault["sheet"], fault["row"], fault["column"]) == ("申请", 2, "答复类型")
    assert fault["message"].startswith("“其他处理-逾期不补正”")


def test_the_office_is_named_where_there_are_several(ledger: Path, capsys: Printed) -> None:
    run("init", "净峰镇人民政府")
    run("init", "螺阳镇人民政府")
    capsys.readouterr()

    assert run("import", ledger) == ExitCode.USAGE
    assert "净峰镇人民政府、螺阳镇人民政府" in capsys.readouterr().err
    told = answer(capsys, "import", ledger, "--office", "螺阳镇人民政府")

    assert told["office"] == "螺阳镇人民政府"
    rows = answer(capsys, "export", ledger.with_name("出"), "--office", "净峰镇人民政府")["rows"]
    assert isinstance(rows, dict)
    assert rows["申请"] == 0


def test_the_system_account_acts_unless_a_member_of_staff_is_named(
    ledger: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "wangxl")
    run("init", "净峰镇人民政府")
    run("staff", "add", "陈主任")

    run("import", ledger)
    a_ledger(ledger, GOOD.replace("甲1", "甲3"))
    run("import", ledger, "--as", "陈主任")

    assert set(actors(capsys, "甲1")) == {"wangxl"}
    assert set(actors(capsys, "甲3")) == {"陈主任"}
    assert run("import", ledger, "--as", "路人") == ExitCode.USAGE


def test_what_an_export_leaves_out_is_named(tmp_path: Path, capsys: Printed) -> None:
    run("init", "净峰镇人民政府")
    run("staff", "add", "陈主任")
    asked = ("--applicant", "张三", "--content", "某批复")
    run("request", "log", "--number", "甲1", *asked, "--submitted", "2025-09-01")
    run("request", "log", "--number", "甲2", *asked, "--channel", "网上")
    run("request", "move", "甲1", "consult_third_party", "--on", "2025-09-02", "--ref", "某公司")
    capsys.readouterr()

    assert run("export", tmp_path / "出.xlsx") == ExitCode.OK

    said = capsys.readouterr().out
    assert "2 件申请有内容未写入" in said
    assert "甲1：征求第三方意见" in said
    assert "甲2：整件（收到日期尚未确定）" in said
    assert "陈主任" in said


def test_only_so_many_lines_are_shown_and_the_rest_is_counted() -> None:
    shown = list(limited(map(str, range(53)), Lang.ZH))

    assert len(shown) == 51
    assert shown[-1] == "  … 另有 3 处"


def test_a_bar_is_shown_on_a_terminal_only(
    ledger: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", ledger, "--dry-run")
    plain = capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    run("import", ledger)

    assert "正在读取" not in plain
    assert "正在读取 台账" in capsys.readouterr().err
