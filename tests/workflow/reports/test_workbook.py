"""A report as a workbook: its tables, sums that live and are right, and charts."""

import io
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.workflow.reports.drawn import ERRATUM, a_report, frozen, hostile, numbered, texts_of
from workflow.checking.reading import read_report
from workflow.reports.catalogue import FORMS
from workflow.reports.printed import PrintedReport
from workflow.reports.workbook import workbook_of

_PART = re.compile(r"(?:'([^']+)'|([^'!+=]+))!([A-Z]+\d+)|([A-Z]+\d+)")


def opened(report: PrintedReport, *, values: bool = False) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook_of(report)), data_only=values)


def sums(report: PrintedReport) -> list[tuple[object, object]]:
    """What every formula comes to, worked out from the cells it names, and what is kept of it."""
    live, kept = opened(report), opened(report, values=True)
    found: list[tuple[object, object]] = []
    for sheet in live:
        for row in sheet:
            for cell in row:
                if cell.data_type == "f":
                    total: int | float = 0
                    for quoted, plain, place, here in _PART.findall(str(cell.value)):
                        name = quoted or plain or sheet.title
                        value = kept[name][place or here].value
                        assert isinstance(value, int | float)
                        total += value
                    found.append((total, kept[sheet.title][cell.coordinate].value))
    return found


def test_every_figure_stands_in_the_official_tables() -> None:
    for key in FORMS:
        report = numbered(a_report(key))
        book = opened(report, values=True)

        told = [
            str(cell.value)
            for sheet in book.worksheets[: len(report.tables)]
            for row in sheet
            for cell in row
            if isinstance(cell.value, int | float)
        ]
        assert sorted(told) == sorted(texts_of(report))


@pytest.mark.parametrize("key", FORMS)
def test_the_sums_live_and_what_is_kept_of_them_is_right(key: str) -> None:
    found = sums(a_report(key))

    assert len(found) > 5
    assert all(total == kept for total, kept in found)


def test_the_totals_of_the_request_table_are_formulas() -> None:
    (table,) = [it for it in a_report("2021").tables if it.key == "requests"]
    sheet = opened(a_report("2021"))[table.caption]

    formulas = {
        cell.coordinate: cell.value for row in sheet for cell in row if cell.data_type == "f"
    }
    # The caption and three rows of heads stand above 一 in row 5; 自然人 is D, 总计 is J.
    assert formulas["J5"] == "=D5+E5+F5+G5+H5+I5"
    # （一） to （六）3 stand in rows 7 to 27, （七）总计 in row 28: its sum is down the column.
    assert formulas["D28"] == f"={'+'.join(f'D{row}' for row in range(7, 28))}"


def test_a_sum_that_does_not_hold_stays_the_figure_that_was_issued() -> None:
    report = numbered(a_report("2021"))  # no sum of such figures is right

    live = opened(report).worksheets[: len(report.tables)]

    assert not [cell for sheet in live for row in sheet for cell in row if cell.data_type == "f"]


def test_charts_are_native_and_their_values_come_from_the_tables() -> None:
    book = opened(a_report("2021"))
    charted = [sheet for sheet in book if sheet._charts]  # noqa: SLF001 -- no other way to them

    assert [sheet.title for sheet in charted] == [
        "本年度申请收办情况",
        "本年新收申请的申请人情况",
        "本年度申请办理结果",
        "行政复议、行政诉讼情况",
    ]
    assert charted[1]["B3"].value == "=收到和处理政府信息公开申请情况!D5"


def test_what_people_wrote_is_never_a_formula() -> None:
    report = hostile(a_report("2021"))

    assert len(sums(report)) == len(sums(a_report("2021")))
    remarks = [cell.value for row in opened(report)["编制说明"] for cell in row]
    assert report.office.name in remarks
    assert "地址：=cmd|' /C calc'!A0" in remarks


def test_override_and_errata_stand_among_the_remarks() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(frozen(a_report("2021")), (ERRATUM,))))

    said = "\n".join(str(cell.value) for row in book["编制说明"] for cell in row)
    assert "陈镇长决定照此封存，理由：上级已经同意按此报送" in said
    assert "原为2，现为3" in said


@pytest.mark.parametrize("key", ["2008", "2021"])
def test_a_frozen_workbook_is_written_again_to_the_byte(key: str) -> None:
    report = frozen(a_report(key))

    assert workbook_of(report) == workbook_of(frozen(a_report(key)))
    assert workbook_of(report) != workbook_of(replace(report, year=2024))


def test_the_checker_reads_the_workbook(tmp_path: Path) -> None:
    report = numbered(a_report("2021"))
    file = tmp_path / "年报.xlsx"
    file.write_bytes(workbook_of(report))

    read = read_report(file)

    for table in report.tables:
        told = {
            (row, column): int(cell.value)
            for row, cells in read.table(table.key).items()
            for column, cell in cells.items()
        }
        assert told == {(row.key, column.key): figure for row, column, figure in table.figures}
