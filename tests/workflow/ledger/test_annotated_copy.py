from datetime import date
from pathlib import Path
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from tests.workflow.ledger.books import TODAY, a_request, a_table, a_workbook
from workflow.ledger.annotating import annotated_copy
from workflow.ledger.book import Book, read_book
from workflow.ledger.rows import RequestLine

ROWS = [
    ["依申请公开登记表"],
    *a_table(
        a_request(收到日期=date(2026, 3, 2)),
        a_request(登记编号="2", 收到日期="6.30", 收到方式="飞鸽"),
        a_request(登记编号="3", 申请内容="=1+1"),
    ),
]


def test_the_reasons_stand_right_of_the_row_they_are_about(tmp_path: Path) -> None:
    _, copy = _annotated(tmp_path)

    pages = CalamineWorkbook.from_path(copy)
    title, headers, first, second, third = pages.get_sheet_by_name("申请").iter_rows()
    assert title == ["依申请公开登记表", "", "", "", "", ""]
    assert headers == [*ROWS[1], "错误"]
    assert first == [*ROWS[2], ""]
    assert second[:-1] == ROWS[3]
    assert str(second[-1]).splitlines() == [
        "“飞鸽”不在可选范围内；应为：当面、信函（签收）、平信、网上、传真、电子邮件。",
        "日期“6.30”不完整；应写明年月日，如 2017-03-05。",
    ]
    assert third == [*ROWS[4], ""]


def test_a_sheet_we_do_not_know_is_copied_as_it_is(tmp_path: Path) -> None:
    _, copy = _annotated(tmp_path)

    assert CalamineWorkbook.from_path(copy).get_sheet_by_name("说明").to_python() == [["甲", 1.0]]


def test_the_wrong_cells_are_marked(tmp_path: Path) -> None:
    _, copy = _annotated(tmp_path)

    with ZipFile(copy) as package:
        styles = package.read("xl/styles.xml").decode()
        page = package.read("xl/worksheets/sheet1.xml").decode()
    assert "FFFFD9D9" in styles
    assert _style(page, "B4") == _style(page, "C4") != _style(page, "D4")


def test_a_mended_copy_is_read_like_the_book(tmp_path: Path) -> None:
    _, copy = _annotated(tmp_path)

    again = read_book(copy, today=TODAY)

    assert [line.row for line in again.of(RequestLine)] == [3, 5]
    assert again.unknown_columns == {}


def test_a_copy_of_a_copy_has_one_column_of_reasons(tmp_path: Path) -> None:
    _, copy = _annotated(tmp_path)
    twice = tmp_path / "再次.xlsx"

    annotated_copy(copy, read_book(copy, today=TODAY).faults, twice)

    assert _cells(twice) == _cells(copy)


def test_a_missing_column_is_said_in_the_header_row(tmp_path: Path) -> None:
    row = {key: value for key, value in a_request().items() if key != "申请内容"}
    path = a_workbook(tmp_path / "台账.xlsx", {"申请": a_table(row)})
    copy = tmp_path / "错误.xlsx"

    annotated_copy(path, read_book(path, today=TODAY).faults, copy)

    assert _cells(copy)[0][-1] == "错误：\n缺少必填的列“申请内容”，请加上这一列。"
    assert read_book(copy, today=TODAY).unknown_columns == {}


def test_a_sheet_without_a_header_is_told_so_on_its_first_row(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "台账.xlsx", {"咨询": [["", "甲", "乙", "丙"]]})
    copy = tmp_path / "错误.xlsx"

    annotated_copy(path, read_book(path, today=TODAY).faults, copy)

    (row,) = (
        CalamineWorkbook.from_path(copy).get_sheet_by_name("咨询").to_python(skip_empty_area=False)
    )
    assert row[1:4] == ["甲", "乙", "丙"]
    assert str(row[4]).startswith("没有找到表头")


def test_a_folder_of_csv_is_annotated_as_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "咨询.csv").write_text("日期,方式,内容\n6.30,来访,x\n", "utf-8")
    (tmp_path / "一个名字很长很长很长很长很长很长很长很长很长很长很长[的]文件.csv").touch()
    copy = tmp_path / "错误.xlsx"

    annotated_copy(tmp_path, read_book(tmp_path, today=TODAY).faults, copy)

    assert CalamineWorkbook.from_path(copy).get_sheet_by_name("咨询").to_python()[0] == [
        "日期",
        "方式",
        "内容",
        "错误",
    ]


def _annotated(folder: Path) -> tuple[Book, Path]:
    path = a_workbook(folder / "台账.xlsx", {"申请": ROWS, "说明": [["甲", 1]]})
    book = read_book(path, today=TODAY)
    copy = folder / "错误.xlsx"
    annotated_copy(path, book.faults, copy)
    return book, copy


def _cells(path: Path) -> list[list[object]]:
    return list(map(list, CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows()))


def _style(page: str, cell: str) -> str:
    return page.split(f'r="{cell}"', 1)[1].split('s="', 1)[1].split('"', 1)[0]
