"""The official tables are read back cell by cell from whatever shape and kind of file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflow.checking.offices import Part, a_word_file, a_workbook
from tests.workflow.checking.printing import (
    PLAIN,
    Shape,
    dispute_lines,
    html_page,
    html_table,
    proactive_lines,
    request_lines,
    upright_dispute_lines,
)
from tests.workflow.reports.consistent import Table, dispute_tables, request_tables
from workflow.checking.check import check_report
from workflow.checking.published import PublishedReport
from workflow.checking.reading import read_report
from workflow.reports.forms.labels import CARRIED_IN, TOTAL

pytestmark = pytest.mark.thorough

TITLE = "海湾市海湾区人民政府2023年政府信息公开工作年度报告"
PROACTIVE: Table = {
    "regulations": {"issued": 0, "repealed": 0, "in_force": 0},
    "normative_documents": {"issued": 3, "repealed": 6, "in_force": 14},
    "licences": {"decisions": 54408},
    "penalties": {"decisions": 2086},
    "coercion": {"decisions": 1272},
    "charges": {"amount": 147},
}
OTHERWISE_WORDED = {
    "R1": "本年新收信息公开申请数量",
    CARRIED_IN: "（二）上年度结转政府信息公开申请数量",
    "R3.3.2": "② 其他法律、行政法规禁止公开",
    "R3.3.3": '3、危及"三安全一稳定"',
    "R3.5.5": "(5)要求行政机关确认或重新出具已获取信息",
    "R3.6.3": "其 他",
    "R3.7": "总计",
    "R4": "四、结转至下年度继续办理",
}
SHAPES = {
    "as the form prints it": PLAIN,
    "digits of full width": Shape(full_width=True),
    "thousands parted": Shape(thousands=True),
    "units behind the figures": Shape(unit="件"),
    "nothing merged": Shape(merged=False),
    "no total column": Shape(with_total=False),
    "no heading lines": Shape(with_head=False),
    "cut in two, the head not repeated": Shape(cut_before="R3.4.1"),
    "the last two rows apart": Shape(cut_before="R3.7", merged=False),
    "headings over two lines": Shape(headings_in_two=True),
    "blank cells behind the figures": Shape(padding=2),
    "labels spaced out": Shape(spaced=True),
    "labels worded otherwise": Shape(labels=OTHERWISE_WORDED),
    "a note below": Shape(note="注：重复申请不计入新收；本表数据截至12月31日。"),
}


def parts(requests: Table, disputes: Table, shape: Shape) -> list[Part]:
    return [
        TITLE,
        proactive_lines(PROACTIVE, shape),
        *request_lines(requests, shape),
        dispute_lines(disputes, shape),
    ]


def a_page(folder: Path, printed: list[Part]) -> Path:
    page = folder / "年报.html"
    shown = [part if isinstance(part, str) else html_table(part) for part in printed]
    page.write_text(html_page(TITLE, *shown), encoding="utf-8")
    return page


def a_docx(folder: Path, printed: list[Part]) -> Path:
    return a_word_file(folder / "年报.docx", printed)


def one_sheet(folder: Path, printed: list[Part]) -> Path:
    return a_workbook(folder / "年报.xlsx", {"年报": printed})


def a_sheet_each(folder: Path, printed: list[Part]) -> Path:
    sheets = {f"表{number}": [part] for number, part in enumerate(printed)}
    return a_workbook(folder / "年报.xlsx", sheets, numbers=False)


OFFICE_FILES: dict[str, Callable[[Path, list[Part]], Path]] = {
    "docx": a_docx,
    "xlsx": one_sheet,
    "xlsx by sheets": a_sheet_each,
}


def figures(report: PublishedReport, table: str) -> Table:
    return {
        row: {column: int(each.value) for column, each in figures.items()}
        for row, figures in report.table(table).items()
    }


def printed_figures(requests: Table, shape: Shape) -> Table:
    return {
        row: {c: n for c, n in columns.items() if shape.with_total or c != TOTAL}
        for row, columns in requests.items()
    }


a_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=5)
an_office_file = settings(a_folder, max_examples=2)


@pytest.mark.parametrize("shape", SHAPES)
@a_folder
@given(requests=request_tables(most=20_000), disputes=dispute_tables(most=5_000))
def test_any_consistent_table_on_a_page_is_read_back_cell_by_cell(
    tmp_path: Path, shape: str, requests: Table, disputes: Table
) -> None:
    report = read_report(a_page(tmp_path, parts(requests, disputes, SHAPES[shape])))

    assert figures(report, "requests") == printed_figures(requests, SHAPES[shape])
    assert figures(report, "disputes") == disputes
    assert figures(report, "proactive") == PROACTIVE
    assert (report.office, report.year, report.form) == ("海湾市海湾区人民政府", 2023, "2021")


@pytest.mark.parametrize("kind", OFFICE_FILES)
@pytest.mark.parametrize("shape", SHAPES)
@an_office_file
@given(requests=request_tables(most=20_000), disputes=dispute_tables(most=5_000))
def test_any_consistent_table_in_an_office_file_is_read_back_cell_by_cell(
    tmp_path: Path, kind: str, shape: str, requests: Table, disputes: Table
) -> None:
    path = OFFICE_FILES[kind](tmp_path, parts(requests, disputes, SHAPES[shape]))

    report = read_report(path)

    assert figures(report, "requests") == printed_figures(requests, SHAPES[shape])
    assert figures(report, "disputes") == disputes
    assert figures(report, "proactive") == PROACTIVE
    assert (report.office, report.year, report.form) == ("海湾市海湾区人民政府", 2023, "2021")


@pytest.mark.parametrize("shape", [name for name in SHAPES if SHAPES[name].with_total])
@a_folder
@given(requests=request_tables(), disputes=dispute_tables())
def test_a_page_that_is_right_in_all_its_cells_gives_no_finding(
    tmp_path: Path, shape: str, requests: Table, disputes: Table
) -> None:
    report = read_report(a_page(tmp_path, parts(requests, disputes, SHAPES[shape])))

    assert check_report(report) == ()


@a_folder
@given(requests=request_tables(), disputes=dispute_tables())
def test_a_page_without_the_total_column_is_told_so_and_nothing_else(
    tmp_path: Path, requests: Table, disputes: Table
) -> None:
    shape = SHAPES["no total column"]

    findings = check_report(read_report(a_page(tmp_path, parts(requests, disputes, shape))))

    assert [(f.rule, f.text.zh) for f in findings] == [("F3", "表三（申请）缺少：“总计”。")]


@a_folder
@given(disputes=dispute_tables(most=500), shape=st.sampled_from(sorted(SHAPES)))
def test_disputes_are_read_when_their_table_is_turned(
    tmp_path: Path, disputes: Table, shape: str
) -> None:
    page = a_page(tmp_path, [upright_dispute_lines(disputes, SHAPES[shape])])

    assert figures(read_report(page), "disputes") == disputes
