"""The statistics tables of report years up to 2018."""

import csv
from pathlib import Path

import pytest

import workflow.demo
from tests.workflow.checking.offices import a_word_file, a_workbook
from tests.workflow.checking.printing import Lines, Printed, html_page, html_table
from tests.workflow.checking.reports import a_report
from workflow.checking.check import check_report
from workflow.checking.published import PublishedReport
from workflow.checking.reading import read_report
from workflow.reports.forms.labels_2014 import ROWS_2014

SEED = Path(workflow.demo.__path__[0]) / "jingfeng_2017_published.csv"
TITLE = "净峰镇2017年政府信息公开工作年度报告"


def jingfeng_lines() -> Lines:
    """The table of the town as it was published."""
    with SEED.open(encoding="utf-8-sig", newline="") as file:
        return [[Printed(cell) for cell in row] for row in csv.reader(file)]


def with_figure(lines: Lines, label: str, column: int, text: str) -> Lines:
    return [
        [*row[:column], Printed(text), *row[column + 1 :]] if row[0].text == label else row
        for row in lines
    ]


def a_page(folder: Path, lines: Lines) -> PublishedReport:
    path = folder / "年报.html"
    path.write_text(html_page(TITLE, html_table(lines)), encoding="utf-8")
    return read_report(path)


def found(
    report: PublishedReport, previous: PublishedReport | None = None
) -> list[tuple[str, str, float | None, float | None]]:
    return [(f.rule, f.where, f.left, f.right) for f in check_report(report, previous)]


def test_the_table_of_the_town_is_right(tmp_path: Path) -> None:
    report = a_page(tmp_path, jingfeng_lines())

    assert (report.office, report.year, report.form) == ("净峰镇", 2017, "2008")
    assert report.value("statistics", "主动公开文件数", "cumulative") == 227
    assert len(report.table("statistics")) == 15
    assert check_report(report) == ()


def test_the_table_of_the_town_is_read_from_office_files(tmp_path: Path) -> None:
    from_page = a_page(tmp_path, jingfeng_lines())

    docx = read_report(a_word_file(tmp_path / "年报.docx", [TITLE, jingfeng_lines()]))
    xlsx = read_report(a_workbook(tmp_path / "年报.xlsx", {"附表": [TITLE, jingfeng_lines()]}))

    assert docx.table("statistics") == from_page.table("statistics")
    assert xlsx.table("statistics") == from_page.table("statistics")


@pytest.mark.parametrize(
    ("label", "column", "text", "expected"),
    [
        ("当面申请数", 2, "1", ("S1", "statistics.受理政府信息公开申请总数.year", 0, 1)),
        ("不予公开答复数", 3, "2", ("S2", "statistics.对申请的答复总数.cumulative", 0, 2)),
        ("政府网站公开", 2, "68", ("S4", "statistics.其中:1.政府网站公开.year", 68, 67)),
        ("行政复议数", 2, "1", ("S3", "statistics.行政复议数.cumulative", 0, 1)),
    ],
)
def test_a_wrong_figure_of_the_town_is_found(
    tmp_path: Path, label: str, column: int, text: str, expected: tuple[str, str, float, float]
) -> None:
    lines = with_figure(jingfeng_lines(), label, column, text)

    assert expected in found(a_page(tmp_path, lines))


# 160 had been published by the end of 2016 (the town's opening balance); 160 + 67 = 227.
@pytest.mark.parametrize(("before", "wrong"), [(160, []), (161, [227, 228])])
def test_a_cumulative_figure_follows_from_the_year_before(
    tmp_path: Path, before: int, wrong: list[float]
) -> None:
    previous = a_report(
        statistics={"主动公开文件数": {"year": 50, "cumulative": before}}, year=2016, form="2008"
    )

    findings = found(a_page(tmp_path, jingfeng_lines()), previous)

    assert [side for _, _, *sides in findings for side in sides] == wrong
    assert {where for _, where, *_ in findings} <= {"statistics.主动公开文件数.cumulative"}


def test_a_town_with_more_channels_counts_them_all(tmp_path: Path) -> None:
    lines = [
        [Printed(cell) for cell in row]
        for row in (
            ("指标名称", "计量单位", "2009年度", "历年累计"),
            ("主动公开信息数", "条", "40", "90"),
            ("受理依申请公开信息总数", "件", "6", "9"),
            ("其中：1.当面申请数", "件", "1", "2"),
            ("2.传真申请数", "件", "1", "1"),
            ("3.电子邮件申请数", "件", "1", "1"),
            ("4.网上申请数", "件", "2", "3"),
            ("5.信函申请数", "件", "1", "2"),
        )
    ]

    assert found(a_page(tmp_path, lines)) == []


def national_lines(**counts: int) -> Lines:
    """The national table, every row of it, most of them 0."""
    head = [[Printed("统计指标"), Printed("单位"), Printed("统计数")]]
    rows = [
        [
            Printed("　" * row.indent + row.label),
            Printed(row.unit or "——"),
            Printed(str(counts.get(f"row_{row.number}", 0)) if row.number else "——"),
        ]
        for row in ROWS_2014
    ]
    return head + rows


def test_the_national_table_is_read_row_by_row_in_its_order(tmp_path: Path) -> None:
    # Rows 43 and 47 have the same label under different headings.
    lines = national_lines(row_40=3, row_43=3, row_44=4, row_47=4, row_49=0)

    report = a_page(tmp_path, lines)

    assert report.form == "2014"
    assert len(report.table("statistics")) == 58
    assert report.value("statistics", "43", "count") == 3
    assert report.value("statistics", "47", "count") == 4
    assert check_report(report) == ()


def test_sums_and_parts_of_the_national_table_are_checked(tmp_path: Path) -> None:
    lines = national_lines(row_17=15, row_18=1, row_20=13, row_1=40, row_2=41)

    assert found(a_page(tmp_path, lines)) == [
        ("N1", "statistics.17.count", 15, 14),
        ("N2", "statistics.2.count", 41, 40),
    ]


def test_the_text_of_an_old_report_is_compared_with_its_table(tmp_path: Path) -> None:
    path = tmp_path / "年报.html"
    text = "2017年主动公开政府信息76条，历年累计227条；政务公开稳步推进。"
    path.write_text(html_page(TITLE, text, html_table(jingfeng_lines())), encoding="utf-8")

    findings = check_report(read_report(path))

    assert [(f.rule, f.left, f.right) for f in findings] == [("K7", 76, 67)]
