"""An office run from the terminal: founded, staffed, filled from its ledger, reported, proved."""

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest

import workflow.demo
from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.cli.app import COMMANDS, ExitCode, Invocation
from workflow.ledger.book import read_book

JINGFENG = Path(workflow.demo.__path__[0]) / "jingfeng"
MONDAY = date(2025, 9, 22)

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)


def run(*arguments: object, on: date = MONDAY) -> int:
    return main([str(word) for word in arguments], said=Invocation(clock=FixedClock.on(on)))


def printed(capsys: Printed, *arguments: object) -> str:
    """Run a command that must succeed, and return what it printed."""
    capsys.readouterr()
    assert run(*arguments) == ExitCode.OK
    return capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_chinese(name: str, capsys: Printed) -> None:
    assert "用法" in printed(capsys, name, "-h")


def test_an_office_is_founded_once(capsys: Printed) -> None:
    assert "已建立机关" in printed(capsys, "init", "海湾镇人民政府", "--short-name", "海湾镇")
    assert run("init", "海湾镇人民政府") == ExitCode.USAGE
    assert "已经建立" in capsys.readouterr().err


def test_staff_come_and_go(capsys: Printed) -> None:
    run("init", "海湾镇人民政府")

    assert "陈主任" in printed(capsys, "staff", "add", "陈主任", "--role", "工作机构负责人")
    assert "陈主任" in printed(capsys, "staff", "list")
    printed(capsys, "staff", "leave", "陈主任")

    (member,) = json.loads(printed(capsys, "staff", "list", "--json"))
    assert (member["name"], member["active"]) == ("陈主任", False)
    assert run("staff", "leave", "路人") != ExitCode.OK
    assert run("staff", "add", "李四", "--role", "皇帝") == ExitCode.USAGE


def test_a_ledger_is_imported_once_and_comes_out_equal(tmp_path: Path, capsys: Printed) -> None:
    first = json.loads(printed(capsys, "import", JINGFENG, "--json"))
    again = json.loads(printed(capsys, "import", JINGFENG, "--json"))

    assert first["sheets"]["主动公开"]["added"] == 67
    assert again["sheets"]["主动公开"]["unchanged"] == 67
    assert "主动公开" in printed(capsys, "import", JINGFENG)
    assert "主动公开" in printed(capsys, "--lang", "en", "export", tmp_path / "out.xlsx")
    printed(capsys, "export", tmp_path / "out", "--json")
    for written in (tmp_path / "out.xlsx", tmp_path / "out"):
        book = read_book(written, today=MONDAY)
        assert book.faults == ()
        assert len(book.lines["主动公开"]) == 67


def a_faulty_ledger(folder: Path) -> Path:
    folder.mkdir()
    (folder / "申请.csv").write_text(
        "登记编号,收到方式,收到日期,申请人,申请内容\n"
        "甲1,当面,2025-09-01,张三,征地批复\n甲2,飞鸽,2025/6/31,李四,会议纪要\n",
        encoding="utf-8",
    )
    return folder


def test_faults_are_named_and_nothing_is_written(tmp_path: Path, capsys: Printed) -> None:
    ledger = a_faulty_ledger(tmp_path / "台账")
    copy = tmp_path / "错误.xlsx"

    assert run("import", ledger, "--dry-run") == ExitCode.FOUND
    assert run("import", ledger, "--errors", copy) == ExitCode.USAGE

    said = capsys.readouterr().err
    assert "收到方式" in said
    assert "2025/6/31" in said
    assert copy.exists()
    assert run("request", "list") == ExitCode.FOUND  # not even the office was made


def test_the_good_rows_are_kept_when_asked(tmp_path: Path, capsys: Printed) -> None:
    ledger = a_faulty_ledger(tmp_path / "台账")

    assert run("--lang", "en", "import", ledger, "--keep-good") == ExitCode.USAGE

    capsys.readouterr()
    rows = json.loads(printed(capsys, "request", "list", "--json"))
    assert [row["number"] for row in rows] == ["甲1"]


def test_the_annotated_copy_never_overwrites_the_ledger(tmp_path: Path, capsys: Printed) -> None:
    ledger = a_faulty_ledger(tmp_path / "台账")

    assert run("import", ledger, "--errors", ledger) == ExitCode.USAGE
    assert "不能写到台账本身" in capsys.readouterr().err


def test_the_report_of_2017_is_printed_and_written(tmp_path: Path, capsys: Printed) -> None:
    run("import", JINGFENG)
    figures, page = tmp_path / "r.json", tmp_path / "r.html"

    table = printed(capsys, "report", "annual", 2017)
    printed(capsys, "report", "annual", 2017, "--out", figures, "--out", page)

    assert "227" in table
    statistics = json.loads(figures.read_text(encoding="utf-8"))["tables"]["statistics"]
    assert statistics["主动公开文件数"]["cumulative"] == 227
    assert "净峰镇" in page.read_text(encoding="utf-8")
    assert json.loads(printed(capsys, "report", "annual", 2017, "--json"))["findings"] == []


def test_a_figure_opens_onto_its_records(capsys: Printed) -> None:
    run("import", JINGFENG)

    assert "160" in printed(capsys, "report", "cell", 2017, "statistics", 1, "cumulative")
    cell = printed(capsys, "report", "cell", 2017, "statistics", "主动公开文件数", "year", "--json")
    assert cell.count("2017-0") >= 60


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("annual", 2017, "--format", "1999"), "没有“1999”年度报告格式"),
        (("annual", 2017, "--out", "r.odt"), "文件名应以"),
        (("cell", 2017, "statistics", 99, "year"), "没有“99”这一行"),
        (("cell", 2017, "nothing", 1, "year"), "nothing"),
    ],
)
def test_a_question_without_answer_says_what_there_is(
    arguments: tuple[object, ...], words: str, capsys: Printed
) -> None:
    run("init", "海湾镇人民政府")

    assert run("report", *arguments) == ExitCode.USAGE
    assert words in capsys.readouterr().err


def test_a_report_with_an_error_is_written_and_says_so(tmp_path: Path, capsys: Printed) -> None:
    ledger = tmp_path / "台账"
    ledger.mkdir()
    (ledger / "报告内容.csv").write_text(
        "年度,章节,正文\n2017,一、概述,共{{ 没有的数 }}条\n", encoding="utf-8"
    )
    run("import", ledger)

    assert run("report", "annual", 2017, "--out", tmp_path / "r.json") == ExitCode.FOUND
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["findings"]
    assert "没有的数" in "".join(capsys.readouterr())


def test_verify_holds_until_somebody_changes_the_file(tmp_path: Path, capsys: Printed) -> None:
    run("import", JINGFENG)
    assert "✓" in printed(capsys, "verify")

    with sqlite3.connect(tmp_path / "data" / "disclosure.db") as database:
        database.execute("UPDATE publication SET title = '改过' WHERE id = 5")
    database.close()

    assert run("verify") == ExitCode.FOUND
    assert run("verify", "--json") == ExitCode.FOUND


def a_notice(path: Path, days: list[tuple[str, str, bool]]) -> Path:
    notice = {
        "year": 2027,
        "papers": ["https://example.invalid/2027"],
        "days": [{"name": name, "date": day, "isOffDay": off} for name, day, off in days],
    }
    path.write_text(json.dumps(notice, ensure_ascii=False), encoding="utf-8")
    return path


# An invented notice: New Year's Day on 1 and 4 January 2027, worked on Sat 9 January.
INVENTED = [
    ("元旦", "2027-01-01", True),
    ("元旦", "2027-01-04", True),
    ("元旦", "2027-01-09", False),
    *(("春节", f"2027-02-{day:02}", True) for day in range(5, 13)),
    ("清明节", "2027-04-05", True),
    ("劳动节", "2027-05-03", True),
    ("劳动节", "2027-05-04", True),
    *(("国庆节", f"2027-10-{day:02}", True) for day in range(1, 8)),
]


def test_a_loaded_notice_makes_provisional_dates_certain(tmp_path: Path, capsys: Printed) -> None:
    december = date(2026, 12, 14)
    run("init", "海湾镇人民政府", on=december)
    run("request", "log", "--applicant", "张三", "--content", "批复", on=december)
    notice = a_notice(tmp_path / "2027.json", INVENTED)
    capsys.readouterr()

    assert run("calendar", "load", notice, "--yes", on=december) == ExitCode.OK

    # 12-15..18 = 1..4, 21..25 = 5..9, 28..31 = 10..13, 01-05..08 = 14..17, Sat 09* = 18,
    # 11 = 19, 12 = 20: the same day as the provisional count, now certain.
    capsys.readouterr()
    assert run("request", "list", "--json", on=december) == ExitCode.OK
    (line,) = json.loads(capsys.readouterr().out)
    assert (line["due"], line["provisional"]) == ("2027-01-12", False)
    assert run("calendar", "show", 2027, on=december) == ExitCode.OK
    assert run("calendar", "check", 2027, on=december) == ExitCode.OK


def test_a_faulty_notice_is_refused(tmp_path: Path, capsys: Printed) -> None:
    run("init", "海湾镇人民政府")
    notice = a_notice(tmp_path / "2027.json", [("元旦", "2027-01-06", False)])

    assert run("calendar", "load", notice, "--yes") != ExitCode.OK
    assert run("calendar", "check", notice) == ExitCode.FOUND
    assert "2027" in "".join(capsys.readouterr())


def test_the_calendar_shows_a_year_and_says_what_is_missing(capsys: Printed) -> None:
    assert "国办发明电〔2025〕7号" in printed(capsys, "calendar", "show", 2026)
    printed(capsys, "--lang", "en", "calendar", "show", 2030)
    assert run("calendar", "check", on=date(2026, 11, 23)) == ExitCode.FOUND
    assert run("calendar", "show", 2001) != ExitCode.OK


def test_a_reminder_is_planned_told_once_and_not_again(capsys: Printed) -> None:
    run("init", "海湾镇人民政府")
    run("staff", "add", "王小兰")
    run("request", "log", "--applicant", "张三", "--content", "批复", "--officer", "王小兰",
        "--submitted", "2025-09-01")  # fmt: skip

    planned = printed(capsys, "reminders", "plan")
    told = printed(capsys, "worker", "--once")
    again = printed(capsys, "worker", "--once")

    assert "王小兰" in planned
    assert "海公开申〔2025〕1号" in told
    assert "海公开申〔2025〕1号" not in again
    printed(capsys, "reminders", "plan", "--json")
    printed(capsys, "reminders", "plan", "--on", "2025-09-29")


def test_an_empty_installation_says_how_to_begin(capsys: Printed) -> None:
    assert run("request", "list") == ExitCode.FOUND
    assert "disclosure init" in capsys.readouterr().err
