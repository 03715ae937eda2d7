"""`disclosure report check` from the terminal: what it prints, and how it ends."""

import json
from pathlib import Path

import pytest

from workflow.__main__ import main
from workflow.cli.app import ExitCode, Invocation
from workflow.reports.findings import FindingShape

PUBLISHED = Path(__file__).parents[1] / "checking" / "published"
HANGZHOU, SUQIAN, HONGZE = (
    PUBLISHED / f"{name}.json" for name in ("hangzhou-2025", "suqian-2023", "hongze-2023")
)
Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _laid_out() -> None:
    """Lay out nothing: other people's reports are checked without records."""


@pytest.fixture(autouse=True)
def _no_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Checking someone's report needs no records, and makes none.
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)


def run(*arguments: object) -> int:
    return main([str(word) for word in arguments], said=Invocation())


def a_report(folder: Path, **changes: object) -> Path:
    shape = json.loads(SUQIAN.read_text("utf-8")) | changes
    path = folder / "年报.json"
    path.write_text(json.dumps(shape, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_report_without_faults_ends_well(capsys: Printed, tmp_path: Path) -> None:
    assert run("report", "check", HANGZHOU) == ExitCode.OK

    printed = capsys.readouterr().out
    assert "杭州市人民政府　2025年度　2021年格式" in printed
    assert "读到 190 个数字（表三（申请）、表四（复议、诉讼））" in printed
    assert "没有发现问题。" in printed
    assert not (tmp_path / "data").exists()


def test_errors_are_printed_and_end_with_three(capsys: Printed) -> None:
    assert run("report", "check", HONGZE) == ExitCode.FOUND

    printed = capsys.readouterr().out
    assert printed.count("✗ 错误  K5") == 2
    assert "错误 2 处，提示 0 处。" in printed


def test_warnings_alone_end_well(capsys: Printed, tmp_path: Path) -> None:
    path = a_report(tmp_path, sections=[{"title": "一、总体情况", "text": "收到申请XX件。"}])

    assert run("report", "check", path) == ExitCode.OK
    assert "! 提示  F5" in capsys.readouterr().out


def test_json_is_the_findings_alone(capsys: Printed) -> None:
    assert run("--lang", "en", "report", "check", HONGZE, "--json") == ExitCode.FOUND

    findings: list[FindingShape] = json.loads(capsys.readouterr().out)
    assert [set(finding) for finding in findings] == [
        {"rule", "severity", "where", "message", "left", "right"}
    ] * 2
    assert findings[0]["where"] == "disputes.reconsideration.total"
    assert (findings[0]["left"], findings[0]["right"]) == (0, 11)
    assert findings[0]["message"].startswith("表四, reconsideration")


def test_a_report_without_faults_is_an_empty_list(capsys: Printed) -> None:
    assert run("report", "check", SUQIAN, "--json") == ExitCode.OK
    assert json.loads(capsys.readouterr().out) == []


def test_the_year_before_is_compared(capsys: Printed, tmp_path: Path) -> None:
    before = a_report(tmp_path, year=2022)

    # The same figures a year earlier carried out 121, 96 are carried in.
    assert run("report", "check", SUQIAN, "--previous", before) == ExitCode.FOUND
    assert "表三“总计”列：上年结转为96，上一年度报告的结转下年度为121。" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("没有.html",), "找不到“没有.html”"),
        ((SUQIAN, "--previous", HONGZE), "“hongze-2023.json”不是上一年度的报告（它是2023年度的"),
    ],
)
def test_what_cannot_be_checked_is_wrong_use(
    capsys: Printed, arguments: tuple[object, ...], said: str
) -> None:
    assert run("report", "check", *arguments) == ExitCode.USAGE
    assert said in capsys.readouterr().err


def test_a_page_without_tables_is_told_what_was_looked_for(capsys: Printed, tmp_path: Path) -> None:
    page = tmp_path / "新闻.html"
    page.write_text("<p>今天天气很好。</p>", encoding="utf-8")

    assert run("--lang", "en", "report", "check", page) == ExitCode.USAGE
    said = capsys.readouterr().err
    assert "本年新收政府信息公开申请数量" in said
    assert said.startswith("No table of an annual report was recognised in “新闻.html”.")


def test_an_unknown_office_and_year_are_said_to_be_unknown(capsys: Printed, tmp_path: Path) -> None:
    shape = json.loads(HANGZHOU.read_text("utf-8"))
    path = tmp_path / "年报.json"
    path.write_text(json.dumps({"tables": shape["tables"]}), encoding="utf-8")

    assert run("report", "check", path) == ExitCode.OK
    assert "机关不详　年度不详" in capsys.readouterr().out
