"""Web pages as they are: encodings, frames of tables, hidden parts, headings, and no report."""

from pathlib import Path

import pytest

from tests.workflow.checking.printing import (
    dispute_lines,
    html_page,
    html_table,
    request_lines,
)
from tests.workflow.reports.consistent import BLOCKS, ENDINGS, KINDS, ROWS, Table
from workflow.checking.check import check_report
from workflow.checking.identity import identity_of
from workflow.checking.pages import Page, Paragraph
from workflow.checking.published import PublishedReport
from workflow.checking.reading import read_report
from workflow.checking.sources.web_page import decoded, read_web_page
from workflow.checking.unreadable import Trouble, UnreadableReportError

TITLE = "海湾镇2023年政府信息公开工作年度报告"
REQUESTS: Table = {
    row: dict.fromkeys((*KINDS, "total"), 0)
    | ({"natural_person": 3, "total": 3} if row in {"R1", "R3.1", "R3.7"} else {})
    for row in ROWS
}
DISPUTES: Table = {block: dict.fromkeys((*ENDINGS, "total"), 0) for block in BLOCKS}
TABLES = "".join(map(html_table, [*request_lines(REQUESTS), dispute_lines(DISPUTES)]))


def a_file(folder: Path, content: str | bytes) -> Path:
    path = folder / "年报.html"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def read(folder: Path, content: str | bytes) -> PublishedReport:
    return read_report(a_file(folder, content))


def counted(report: PublishedReport) -> list[float | None]:
    cells = (("requests", "R1", "natural_person"), ("disputes", "reconsideration", "total"))
    return [report.value(*cell) for cell in cells]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("utf-8", "gb18030"),
        ("gb2312", "utf-8"),
        ("no-such-thing", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("utf-8", "utf-16"),
    ],
)
def test_a_page_is_read_in_its_encoding_whatever_it_declares(
    tmp_path: Path, declared: str, encoding: str
) -> None:
    page = html_page(TITLE, TABLES).replace("charset=utf-8", f'charset="{declared}"')

    report = read(tmp_path, page.encode(encoding))

    assert (report.office, report.year) == ("海湾镇", 2023)
    assert counted(report) == [3, 0]


def test_bytes_in_no_encoding_are_read_as_far_as_they_go() -> None:
    assert decoded(b"\xff\xff<p>1</p>").endswith("<p>1</p>")


@pytest.mark.parametrize("depth", [1, 2, 3, 8])
def test_tables_that_frame_the_page_are_looked_through(tmp_path: Path, depth: int) -> None:
    framed = TABLES
    for _ in range(depth):
        framed = f"<table><tr><td>导航</td><td>{framed}</td></tr></table>"

    report = read(tmp_path, f"<html><body><h1>{TITLE}</h1>{framed}</body></html>")

    assert counted(report) == [3, 0]
    assert check_report(report) == ()


def test_a_figure_in_a_table_of_its_own_is_read(tmp_path: Path) -> None:
    nested = TABLES.replace("<p><span>3</span></p>", "<table><tr><td>3</td></tr></table>")

    assert counted(read(tmp_path, f"<h1>{TITLE}</h1>{nested}")) == [3, 0]


def test_what_a_page_does_not_show_is_not_read(tmp_path: Path) -> None:
    hidden = (
        "<script>document.write('现将2021年度政府信息公开报告公布')</script>"
        "<div style='display: none'>现将2020年度政府信息公开报告公布。</div>"
        "<!-- 收到政府信息公开申请99件 --><style>p{}</style>"
    )

    report = read(tmp_path, html_page(TITLE, hidden, TABLES))

    assert check_report(report) == ()


def test_unclosed_tags_and_entities_are_read(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{label}<td>&#51;<td>&nbsp;<td>0<td>0<td>0<td>0<td>３"
        for label in ("一、本年新收政府信息公开申请数量", "（一）予以公开", "（七）总计")
    )
    zeros = "".join(
        f"<tr><td>{label}" + "<td>0" * 7
        for label in ("二、上年结转政府信息公开申请数量", "（二）部分公开", "2.重复申请")
    )

    report = read(tmp_path, f"<table>{rows}{zeros}")

    assert [report.value("requests", row, "total") for row in ("R1", "R3.1", "R3.7")] == [3, 3, 3]
    assert report.year is None


def test_text_is_cut_into_the_sections_of_the_form(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        html_page(TITLE, "开头", "一、总体情况", "（一）主动公开。", TABLES, "五、问题", "没有。"),
    )

    assert [(s.title, s.paragraphs) for s in report.sections] == [
        ("", (TITLE, "开头")),
        ("一、总体情况", ("（一）主动公开。",)),
        ("五、问题", ("没有。",)),
    ]


def test_a_table_that_is_not_the_form_s_is_text(tmp_path: Path) -> None:
    other = "<table><tr><td>发布机构</td><td>现将2021年度政府信息公开工作报告公布</td></tr></table>"

    findings = check_report(read(tmp_path, html_page(TITLE, other, TABLES)))

    assert [finding.rule for finding in findings] == ["D2"]


@pytest.mark.parametrize(
    ("lines", "office", "year"),
    [
        ([TITLE], "海湾镇", 2023),
        (["2023年度海湾镇政府信息公开工作年度报告"], "海湾镇", 2023),
        (["２０２３年海湾市政府信息公开工作年度报告"], "海湾市", 2023),
        (["海湾局二〇二三年政府信息公开年度报告"], "海湾局", 2023),
        (["2023年政府信息公开工作年度报告", f"{TITLE}"], "海湾镇", 2023),
        (["海湾镇人民政府", "2023年政府信息公开工作年度报告"], "海湾镇人民政府", 2023),
        (["首页", "2023年政府信息公开工作年度报告"], "", 2023),
        (["统计期限为2023年1月1日至2023年12月31日。"], "", 2023),
        (["政务公开"], "", None),
    ],
)
def test_office_and_year_are_those_of_the_title(
    lines: list[str], office: str, year: int | None
) -> None:
    identity = identity_of(Page(tuple(map(Paragraph, lines))))

    assert (identity.office, identity.year) == (office, year)


def test_a_heading_names_the_report_before_the_links_above_it() -> None:
    links = Paragraph("海湾镇2022年政府信息公开工作年度报告")

    identity = identity_of(Page((links, Paragraph(TITLE, heading=True))))

    assert identity.year == 2023


@pytest.mark.parametrize("content", ["<p>今天天气很好。</p>", "<html></html>", "<table></table>"])
def test_a_page_without_the_tables_says_what_was_looked_for(tmp_path: Path, content: str) -> None:
    with pytest.raises(UnreadableReportError) as refused:
        read(tmp_path, content)

    assert refused.value.code is Trouble.NO_TABLES


def test_spans_that_are_no_numbers_span_nothing() -> None:
    page = read_web_page(
        b"<table><tr><td colspan=two rowspan=0>a</td><td colspan=-1>b</td></tr>"
        b"<tr><td>c</td></tr></table>",
        Path("x.html"),
    )

    (grid,) = page.blocks
    assert not isinstance(grid, Paragraph)
    assert [[cell.text for cell in row] for row in grid.rows] == [["a", "b"], ["a", "c"]]


def test_figures_out_of_line_with_their_headings_are_read_in_order(tmp_path: Path) -> None:
    # As a page of 2019 has it: the heading spans the third column, the figures the second.
    page = (
        f"<h1>{TITLE.replace('2023', '2019')}</h1><table>"
        "<tr><td colspan=5>第二十条第（五）项</td></tr>"
        "<tr><td>信息内容</td><td>上一年<br>项目数量</td><td colspan=2>本年增/减</td>"
        "<td>处理决定数量</td></tr>"
        "<tr><td>行政许可</td><td colspan=2>12</td><td>-3</td><td>45</td></tr>"
        "<tr><td colspan=5>第二十条第（九）项</td></tr>"
        "<tr><td>信息内容</td><td colspan=2>采购项目数量</td><td colspan=2>采购总金额</td></tr>"
        "<tr><td>政府集中采购</td><td colspan=2>6</td><td colspan=2>251000元</td></tr></table>"
    )

    report = read(tmp_path, page)

    licences, purchases = (
        report.table("proactive")[row] for row in ("licences", "central_procurement")
    )
    assert {column: each.value for column, each in licences.items()} == {
        "items_last_year": 12,
        "change": -3,
        "decisions": 45,
    }
    assert [each.value for each in purchases.values()] == [6, 251000]
    assert check_report(report) == ()
