"""`disclosure report` from the terminal: made, opened, entered, frozen, corrected, published."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.checking.reading import read_report
from workflow.cli.app import ExitCode, Invocation

Printed = pytest.CaptureFixture[str]


class Terminal:
    """A terminal in January 2026."""

    def __init__(self, capsys: Printed) -> None:
        self.clock = FixedClock.on(date(2026, 1, 6))  # Tuesday
        self._capsys = capsys
        self.error = ""

    def run(self, *arguments: object, code: int = ExitCode.OK) -> str:
        """Run a command, and return what it printed."""
        done = main([str(a) for a in arguments], said=Invocation(clock=self.clock))
        said = self._capsys.readouterr()
        self.error = said.err
        assert done == code, said.err + said.out
        return said.out

    def json(self, *arguments: object, code: int = ExitCode.OK) -> dict[str, object]:
        told: dict[str, object] = json.loads(self.run(*arguments, "--json", code=code))
        return told


ENDINGS = ("html", "docx", "pdf", "xlsx", "json")


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> Terminal:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    found = Terminal(capsys)
    found.run("init", "净峰镇人民政府", "--short-name", "净峰镇", "--parent", "惠安县人民政府")
    found.run("staff", "add", "李四")
    found.run("staff", "add", "王五", "--role", "工作机构负责人")
    return found


def a_request(terminal: Terminal, day: str = "2025-12-29") -> None:
    terminal.run(
        "--as", "李四", "request", "log", "--applicant", "张三", "--content", "预算",
        "--submitted", day,
    )  # fmt: skip


def test_a_report_is_written_in_several_files_at_once(terminal: Terminal, tmp_path: Path) -> None:
    a_request(terminal)

    outs = [word for ending in ENDINGS for word in ("--out", f"报告.{ending}")]
    terminal.run("report", "annual", 2025, *outs)

    assert {path.suffix for path in tmp_path.glob("报告.*")} == {f".{it}" for it in ENDINGS}
    for ending in ("html", "docx", "xlsx"):
        read = read_report(tmp_path / f"报告.{ending}")
        assert read.table("requests")["R1"]["total"].value == 1
    assert (tmp_path / "报告.pdf").read_bytes().startswith(b"%PDF-")
    told = json.loads((tmp_path / "报告.json").read_text("utf-8"))
    assert (told["format"], told["tables"]["requests"]["R1"]["total"]) == ("2021", 1)
    assert "净峰镇2025年政府信息公开工作年度报告" in (tmp_path / "报告.html").read_text("utf-8")


def test_a_file_that_no_writer_makes_is_refused_before_anything_is_written(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.run("report", "annual", 2025, "--out", "1.html", "--out", "1.doc", code=ExitCode.USAGE)

    assert "文件名应以 .json、.html、.docx、.pdf、.xlsx 结尾" in terminal.error
    assert not (tmp_path / "1.html").exists()


def test_every_form_can_be_asked_for_and_shown(terminal: Terminal) -> None:
    for form, words in (
        ("2008", "受理政府信息公开申请总数"),
        ("2014", "（一）收到申请数"),
        ("2019", "（六）其他处理"),
        ("2021", "行政规范性文件"),
    ):
        assert words in terminal.run("report", "annual", 2025, "--format", form)


def test_a_figure_opens_onto_its_records_in_every_form(terminal: Terminal) -> None:
    a_request(terminal)

    found = terminal.json("report", "cell", 2025, "requests", "R4", "自然人")
    shown = terminal.run("report", "cell", 2025, "supplement", "当面申请", "year")

    assert (found["value"], found["frozen"]) == (1, False)
    assert [record["title"] for record in found["records"]] == ["预算"]  # type: ignore[attr-defined]
    assert "2025-12-29" in shown


def test_the_office_may_be_named_after_the_command(terminal: Terminal) -> None:
    terminal.run("init", "惠安县人民政府", "--level", "县")

    terminal.run("report", "annual", 2025, code=ExitCode.USAGE)
    county = terminal.json("report", "annual", 2025, "--office", "惠安县人民政府", "--roll-up")

    assert county["members"] == ["惠安县人民政府", "净峰镇人民政府"]


def test_a_roll_up_counts_the_offices_below(terminal: Terminal) -> None:
    a_request(terminal)
    terminal.run("init", "惠安县人民政府", "--level", "县")
    county = ("--office", "惠安县人民政府")

    own = terminal.json("report", "annual", 2025, *county)
    whole = terminal.json("report", "annual", 2025, *county, "--roll-up")

    def received(told: dict[str, object]) -> object:
        return told["tables"]["requests"]["R1"]["total"]  # type: ignore[index]

    assert (received(own), received(whole)) == (0, 1)


def test_figures_are_entered_and_listed(terminal: Terminal) -> None:
    enter = ("report", "enter", 2025, "proactive", "行政许可", "decisions")
    assert "行政许可" in terminal.run(*enter, 318)
    assert "原为 318" in terminal.run(*enter, 319)
    terminal.run(*enter, "很多", code=ExitCode.USAGE)
    assert "不能是“很多”" in terminal.error
    terminal.run("report", "enter", 2025, "requests", "R1", "total", 1, code=ExitCode.USAGE)
    assert "登记簿统计得出" in terminal.error

    assert "319" in terminal.run("report", "figures", 2025)
    assert "没有需要人工录入的数字" in terminal.run("report", "figures", 2017)


def test_a_year_goes_from_draft_to_publication(terminal: Terminal) -> None:
    a_request(terminal)
    assert "还没有年度报告的草稿" in terminal.run("report", "list")

    assert "政府信息公开工作年度报告" in terminal.run("report", "draft", 2025)
    terminal.run("report", "errata", 2025, code=ExitCode.USAGE)
    assert "还没有封存" in terminal.error
    assert "已封存（第1次）" in terminal.run("--as", "李四", "report", "freeze", 2025)
    assert "没有数字因后来录入" in terminal.run("report", "errata", 2025)
    terminal.run("report", "publish", 2025, "--on", "2026-13-01", code=ExitCode.USAGE)
    terminal.run("report", "publish", 2025, "--on", "2026-01-06", "--url", "https://example.cn/1")

    (year,) = json.loads(terminal.run("report", "list", "--json"))
    assert (year["year"], year["due"], year["draft"]) == (2025, "2026-01-31", "2026-01-06")
    assert (year["frozen"]["by"], year["frozen"]["turn"]) == ("李四", 1)
    assert year["published"] == {"on": "2026-01-06", "url": "https://example.cn/1"}
    assert "https://example.cn/1" in terminal.run("report", "annual", 2025)


def test_what_comes_after_the_freeze_is_told_on_the_report_itself(
    terminal: Terminal, tmp_path: Path
) -> None:
    a_request(terminal)
    terminal.run("report", "freeze", 2025)
    for number in (1, 2):
        outs = [word for ending in ENDINGS for word in ("--out", f"{number}.{ending}")]
        terminal.run("report", "annual", 2025, *outs)
    terminal.clock.move(days=1)
    a_request(terminal, "2025-12-30")

    told = terminal.json("report", "annual", 2025)
    shown = terminal.run("report", "annual", 2025)
    (erratum, *_) = json.loads(terminal.run("report", "errata", 2025, "--json", code=3))
    terminal.run("report", "annual", 2025, "--out", "3.html")

    for ending in ENDINGS:
        first, second = (tmp_path / f"{n}.{ending}" for n in (1, 2))
        assert first.read_bytes() == second.read_bytes()
    assert told["tables"]["requests"]["R1"]["total"] == 1  # type: ignore[index]
    assert (erratum["where"], erratum["was"], erratum["now"]) == (
        "requests.R1.natural_person", 1, 2,
    )  # fmt: skip
    assert erratum in told["errata"]  # type: ignore[operator]
    assert "原为 1，现为 2" in shown
    assert "李四" in shown
    assert "勘误：本报告封存以后" in (tmp_path / "3.html").read_text("utf-8")
    recomputed = terminal.json("report", "annual", 2025, "--as-known-on", "2026-01-07")
    assert recomputed["tables"]["requests"]["R1"]["total"] == 2  # type: ignore[index]


def test_errors_keep_a_report_from_being_frozen(terminal: Terminal) -> None:
    a_request(terminal)
    book = Path("台账")
    book.mkdir()
    lines = "登记编号,收到方式,收到日期,申请人,申请内容,办理结果,答复日期\n"
    lines += "2025-1,当面,2018-03-01,赵六,规划,不予公开,2025-03-20\n"
    (book / "申请.csv").write_text(lines, encoding="utf-8")
    terminal.run("import", book)

    terminal.run("report", "freeze", 2025, code=ExitCode.USAGE)
    assert "没有封存" in terminal.error
    freeze = ("report", "freeze", 2025, "--override", "原始档案没有记录理由")
    terminal.run("--as", "李四", *freeze, code=ExitCode.USAGE)
    assert "经办人不能照此封存有错误的年度报告；请由工作机构负责人办理" in terminal.error
    assert "负责人决定照此封存" in terminal.run("--as", "王五", *freeze)

    shown = terminal.run("report", "annual", 2025, code=ExitCode.FOUND)
    assert "王五决定照此封存，理由：原始档案没有记录理由" in shown
    terminal.run("report", "freeze", 2025, code=ExitCode.USAGE)
    assert "--supersede" in terminal.error


def test_the_worker_lets_the_draft_appear(terminal: Terminal) -> None:
    terminal.clock = FixedClock.on(date(2025, 12, 31))
    terminal.run("init", "螺阳镇人民政府")
    terminal.clock = FixedClock.on(date(2026, 1, 5))  # Monday

    terminal.run("worker", "--once", "--channel", "console", code=ExitCode.FAILURE)

    listed = terminal.run("report", "list", "--office", "螺阳镇人民政府")
    assert "2026-01-05" in listed


def test_a_page_in_english_speaks_english(terminal: Terminal) -> None:
    a_request(terminal)
    terminal.run("report", "freeze", 2025)
    terminal.clock.move(days=1)
    a_request(terminal, "2025-12-30")

    assert "was 1, is now 2" in terminal.run("--lang", "en", "report", "annual", 2025)
    assert "To be published by" in terminal.run("--lang", "en", "report", "list")
