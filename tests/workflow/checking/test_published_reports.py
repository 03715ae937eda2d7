"""Reports as they were published: what is wrong in them is found, and nothing else."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workflow.checking.printing import (
    PLAIN,
    dispute_lines,
    html_page,
    html_table,
    proactive_lines,
    request_lines,
)
from tests.workflow.reports.consistent import Table
from workflow.checking.check import check_report
from workflow.checking.published import PublishedReport, Section
from workflow.checking.reading import read_report
from workflow.reports.findings import Finding, Severity

PUBLISHED = Path(__file__).parent / "published"


def published(name: str) -> PublishedReport:
    return read_report(PUBLISHED / f"{name}.json")


def errors(findings: tuple[Finding, ...]) -> list[tuple[str, str, float | None, float | None]]:
    return [(f.rule, f.where, f.left, f.right) for f in findings if f.severity is Severity.ERROR]


@pytest.mark.parametrize("name", ["hangzhou-2025", "suqian-2023"])
def test_a_report_that_adds_up_gives_no_finding(name: str) -> None:
    assert check_report(published(name)) == ()


def test_hongze_2023_gives_its_two_findings_and_no_other() -> None:
    findings = check_report(published("hongze-2023"))

    # Read in the report: reconsideration 10 + 1, total 0; litigation after it 5, total 0.
    assert [(f.rule, f.where, f.left, f.right) for f in findings] == [
        ("K5", "disputes.reconsideration.total", 0, 11),
        ("K5", "disputes.litigation_after_reconsideration.total", 0, 5),
    ]


def test_a_finding_names_both_sides_in_both_languages() -> None:
    finding = check_report(published("hongze-2023"))[0]

    assert finding.text.zh == (
        "表四“行政复议”：总计为0，结果维持10＋结果纠正1＋其他结果0＋尚未审结0＝11。"
    )
    assert finding.text.en.startswith("表四, reconsideration “行政复议”: the total is 0, ")


# What the report of the general office of Shanghai for 2019 says in its section on requests, in
# our words, with its figures.
SHANGHAI_TEXT = (
    "本机关共受理政府信息公开申请859件；答复政府信息公开申请805件（含上年度结转申请18件）。"
    "予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%；"
    "因不掌握等原因无法提供265件，占32.9%；不予处理158件，占19.6%；其他处理0件。"
    "信息公开类行政复议7件，诉讼9件，均获维持。"
)


def test_shanghai_2019_is_found_to_print_a_wrong_share_and_cases_upheld_that_are_pending() -> None:
    report = replace(
        published("shanghai-2019"), sections=(Section("一、总体情况", (SHANGHAI_TEXT,)),)
    )

    findings = check_report(report)

    assert {f.rule for f in findings} == {"P1", "P3", "L2", "F2", "F6"}
    # 258 of 805 is 32.0497 per cent; 35 of 805 is 4.3478.
    assert errors(findings) == [("P1", "sections.一、总体情况", 33.9, 32.0)]
    assert [(f.left, f.right) for f in findings if f.rule == "P3"] == [(4.34, 4.35)]
    upheld = [f.text.zh for f in findings if f.rule == "L2"]
    assert [("尚未审结”一格（2件）" in upheld[1], "尚未审结”一格（1件）" in upheld[0])] == [
        (True, True)
    ]


def test_shanghai_2019_leaves_totals_blank_that_its_figures_make() -> None:
    (totals,) = [f for f in check_report(published("shanghai-2019")) if f.rule == "F6"]

    # 258 + 12 + 1 + 1
    assert "“（一）予以公开”“总计”一格（应为272）" in totals.text.zh


@pytest.mark.parametrize("name", ["hangzhou-2025", "suqian-2023", "hongze-2023"])
def test_figures_printed_as_a_page_are_read_back_cell_by_cell(name: str, tmp_path: Path) -> None:
    shape = json.loads((PUBLISHED / f"{name}.json").read_text("utf-8"))
    requests: Table = shape["tables"]["requests"]
    disputes: Table = shape["tables"]["disputes"]
    title = f"{shape['office']}{shape['year']}年政府信息公开工作年度报告"
    form = "2019" if "R3.6" in requests else "2021"
    tables = [*request_lines(requests, PLAIN, form=form), dispute_lines(disputes)]
    page = tmp_path / "年报.html"
    page.write_text(html_page(title, *map(html_table, tables)), encoding="utf-8")

    report = read_report(page)

    assert report.table("requests") == published(name).table("requests")
    assert report.table("disputes") == published(name).table("disputes")
    assert (report.office, report.year) == (shape["office"], shape["year"])
    assert errors(check_report(report)) == errors(check_report(published(name)))


def test_a_page_of_2019_is_known_by_its_tables(tmp_path: Path) -> None:
    shape = json.loads((PUBLISHED / "shanghai-2019.json").read_text("utf-8"))
    proactive: Table = shape["tables"]["proactive"]
    page = tmp_path / "年报.html"
    title = "上海市人民政府办公厅2019年政府信息公开工作年度报告"
    lines = proactive_lines(proactive, form="2019")
    page.write_text(html_page(title, html_table(lines)), encoding="utf-8")

    report = read_report(page)

    assert report.form == "2019"
    assert report.table("proactive") == published("shanghai-2019").table("proactive")
    assert check_report(report) == ()
