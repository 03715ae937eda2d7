"""Word files and workbooks as offices make them: what is hidden, struck out, or out of place."""

from datetime import date
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from xlsxwriter import Workbook

from tests.workflow.checking.offices import a_workbook
from tests.workflow.checking.printing import Printed, dispute_lines
from tests.workflow.reports.consistent import BLOCKS, ENDINGS, Table
from workflow.checking.pages import Allowance, Grid, Paragraph, Spanned, spread
from workflow.checking.reading import read_report
from workflow.checking.sources.word_file import read_word_file
from workflow.checking.sources.workbook import read_workbook

NOWHERE = Path("年报")
DISPUTES: Table = {
    block: dict.fromkeys(ENDINGS, place) | {"total": 4 * place}
    for place, block in enumerate(BLOCKS)
}


def texts(grid: object) -> list[list[str]]:
    assert isinstance(grid, Grid)
    return [[cell.text for cell in row] for row in grid.rows]


def test_a_merged_cell_stands_in_every_place_it_covers() -> None:
    grid = spread(
        [
            [Spanned("a", columns=2), Spanned("b", rows=3)],
            [Spanned("c")],
            [Spanned("d"), Spanned("e"), Spanned("f")],
        ],
        Allowance(NOWHERE),
    )

    assert [[cell.text for cell in row] for row in grid] == [
        ["a", "a", "b"],
        ["c", "", "b"],
        ["d", "e", "b", "f"],
    ]
    assert [[cell.first for cell in row] for row in grid] == [
        [True, False, True],
        [True, True, False],
        [True, True, False, True],
    ]


def test_words_struck_out_or_shown_twice_are_read_once(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("收到申请")
    alternate = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    for run in (
        f"<w:del {nsdecls('w')}><w:r><w:delText>90</w:delText><w:t>90</w:t></w:r></w:del>",
        f"<w:ins {nsdecls('w')}><w:r><w:t>21</w:t></w:r></w:ins>",
        (
            f"<mc:AlternateContent {alternate} {nsdecls('w')}>"
            "<mc:Choice><w:r><w:t>件</w:t></w:r></mc:Choice>"
            "<mc:Fallback><w:r><w:t>件</w:t></w:r></mc:Fallback></mc:AlternateContent>"
        ),
    ):
        paragraph._p.append(parse_xml(run))  # noqa: SLF001 - python-docx writes no revisions
    path = tmp_path / "年报.docx"
    document.save(str(path))

    page = read_word_file(path.read_bytes(), path)

    assert [block.text for block in page.blocks if isinstance(block, Paragraph)] == ["收到申请21件"]


def test_a_heading_and_a_table_in_a_table_are_known(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("海湾镇2023年政府信息公开工作年度报告", level=1)
    outer = document.add_table(1, 1)
    inner = outer.cell(0, 0).add_table(2, 2)
    inner.cell(0, 0).merge(inner.cell(0, 1)).text = "行政复议"
    inner.cell(1, 0).text = "结果维持"
    path = tmp_path / "年报.docx"
    document.save(str(path))

    heading, grid = read_word_file(path.read_bytes(), path).blocks

    assert isinstance(heading, Paragraph)
    assert heading.heading
    assert isinstance(grid, Grid)
    (nested,) = [block for block in grid.inside if isinstance(block, Grid)]
    assert texts(nested) == [["行政复议", "行政复议"], ["结果维持", ""]]


def test_a_row_that_begins_further_in_keeps_its_places(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(2, 3)
    for place, cell in enumerate(table.rows[0].cells):
        cell.text = f"栏{place}"
    row = table.rows[1]._tr  # noqa: SLF001 - python-docx writes no gridBefore
    row.remove(row.tc_lst[0])
    row.insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:gridBefore w:val="1"/></w:trPr>'))
    row.tc_lst[0].p_lst[0].add_r().text = "5"
    path = tmp_path / "年报.docx"
    document.save(str(path))

    (grid,) = read_word_file(path.read_bytes(), path).blocks

    assert texts(grid) == [["栏0", "栏1", "栏2"], ["", "5", ""]]


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "年报.xlsx"
    book = Workbook(str(path))
    shown, hidden = book.add_worksheet("年报"), book.add_worksheet("旧年报")
    shown.write_row(0, 0, ["指标", 12, 12.5, True])
    shown.write_datetime(1, 0, date(2024, 1, 20), book.add_format({"num_format": "yyyy-mm-dd"}))
    hidden.write_string(0, 0, "2022年")
    hidden.hide()
    book.close()

    (grid,) = read_workbook(path.read_bytes(), path).blocks

    assert texts(grid) == [["指标", "12", "12.5", "True"], ["2024年1月20日", "", "", ""]]


def test_totals_that_are_formulas_are_read_by_their_values(tmp_path: Path) -> None:
    path = tmp_path / "年报.xlsx"
    book = Workbook(str(path))
    page = book.add_worksheet("表四")
    page.write_row(0, 0, ["", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"])
    for row, label in enumerate(("行政复议", "未经复议直接起诉", "复议后起诉"), 1):
        page.write_row(row, 0, [label, row, 0, 0, 1])
        page.write_formula(row, 5, f"=SUM(B{row + 1}:E{row + 1})", None, row + 1)
    book.close()

    report = read_report(path)

    assert [report.value("disputes", block, "total") for block in BLOCKS] == [2, 3, 4]


def test_a_line_of_fifteen_figures_is_read_though_its_headings_are_lost(tmp_path: Path) -> None:
    lines = dispute_lines(DISPUTES)
    out_of_place = [[Printed("行政复议"), Printed("行政诉讼")], lines[-1]]

    report = read_report(a_workbook(tmp_path / "年报.xlsx", {"表四": [out_of_place]}))

    assert {
        block: {column: each.value for column, each in figures.items()}
        for block, figures in report.table("disputes").items()
    } == DISPUTES
