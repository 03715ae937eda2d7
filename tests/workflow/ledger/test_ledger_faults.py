from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.workflow.ledger.books import Cells, a_request, a_table, read_requests, read_sheet
from workflow.ledger.faults import FaultCode, LedgerFault, explain
from workflow.ledger.rows import RequestLine

C = FaultCode
Row = dict[str, object]

# code, sheet, rows, and where the fault is: row, column, value, hint
CASES: list[tuple[FaultCode, str, list[Row], tuple[int, str, str, str]]] = [
    (C.NO_HEADER, "申请", [{"甲": "乙"}], (1, "", "", "登记编号、收到方式、提交日期")),
    (
        C.COLUMN_MISSING,
        "申请",
        [{key: value for key, value in a_request().items() if key != "申请内容"}],
        (1, "申请内容", "", ""),
    ),
    (C.COLUMN_TWICE, "申请", [a_request(编号="2")], (1, "编号", "编号", "登记编号")),
    (C.REQUIRED, "申请", [a_request(申请人=" ")], (2, "申请人", "", "")),
    (
        C.REQUIRED_WITH,
        "申请",
        [a_request(答复日期="2026-03-03", 答复类型="")],
        (2, "答复类型", "", "答复日期"),
    ),
    (C.NOT_A_DATE, "申请", [a_request(收到日期="昨天")], (2, "收到日期", "昨天", "")),
    (C.PARTIAL_DATE, "申请", [a_request(收到日期="6.30")], (2, "收到日期", "6.30", "")),
    (
        C.IMPOSSIBLE_DATE,
        "申请",
        [a_request(收到日期="2026/6/31")],
        (2, "收到日期", "2026/6/31", ""),
    ),
    (
        C.FUTURE_DATE,
        "申请",
        [a_request(收到日期="2026-11-24")],
        (2, "收到日期", "2026-11-24", "2026-11-23"),
    ),
    (
        C.DATE_TOO_EARLY,
        "申请",
        [a_request(提交日期="2026-03-03")],
        (2, "收到日期", "2026-03-02", "提交日期（2026-03-03）"),
    ),
    (
        C.NOT_YEAR_END,
        "期初数",
        [{"指标": "行政复议数", "截至日期": "2016-12-30", "数值": 1}],
        (2, "截至日期", "2016-12-30", ""),
    ),
    (
        C.NOT_A_NUMBER,
        "期初数",
        [{"指标": "行政复议数", "截至日期": "2016-12-31", "数值": "多"}],
        (2, "数值", "多", ""),
    ),
    (
        C.NUMBER_OUT_OF_RANGE,
        "报告内容",
        [{"年度": "2027", "章节": "一、概述", "正文": "x"}],
        (2, "年度", "2027", "2008–2026"),
    ),
    (
        C.NOT_AN_AMOUNT,
        "申请",
        [a_request(收费金额="三十")],
        (2, "收费金额", "三十", ""),
    ),
    (
        C.NOT_YES_OR_NO,
        "行政诉讼",
        [{"收到日期": "2026-03-02", "法院": "", "是否经复议": "也许"}],
        (2, "是否经复议", "也许", ""),
    ),
    (
        C.NOT_ON_LIST,
        "咨询",
        [{"日期": "2026-03-02", "方式": "托梦", "内容": ""}],
        (2, "方式", "托梦", "来访、电话、网上"),
    ),
    (C.REPEATED, "申请", [a_request(), a_request()], (3, "登记编号", "2026-001", "2")),
    (
        C.MORE_THAN_ONE_ROW,
        "机关",
        [{"名称": "甲", "简称": "", "电话": ""}, {"名称": "乙"}],
        (3, "名称", "", "2"),
    ),
]


@pytest.mark.parametrize(("code", "sheet", "rows", "where"), CASES)
def test_a_fault_says_where_it_is(
    tmp_path: Path, code: FaultCode, sheet: str, rows: list[Row], where: tuple[int, str, str, str]
) -> None:
    book = read_sheet(tmp_path, sheet, a_table(*rows))

    row, column, value, hint = where
    assert book.faults == (LedgerFault(sheet, row, column, value, code, hint),)


def test_every_code_has_its_case() -> None:
    # One can only be seen beside what is on record: tests/workflow/services/test_ledger_updates.py.
    assert {case[0] for case in CASES} == set(FaultCode) - {C.DECIDED_HERE}


@pytest.mark.parametrize("code", FaultCode)
def test_every_code_has_a_sentence_in_both_languages(code: FaultCode) -> None:
    fault = LedgerFault("申请", 2, "收到日期", "6.30", code, "提示")

    assert explain(fault).endswith("。")
    assert explain(fault, "en").endswith(".")


def test_all_the_faults_of_a_row_are_collected(tmp_path: Path) -> None:
    row = a_request(收到方式="飞鸽", 收到日期="2026/6/31", 申请人="", 收费金额="免")

    book = read_requests(tmp_path, row, a_request(登记编号="2"))

    assert [(fault.row, fault.column) for fault in book.faults] == [
        (2, "收到方式"),
        (2, "收到日期"),
        (2, "申请人"),
        (2, "收费金额"),
    ]
    assert [line.number for line in book.of(RequestLine)] == ["2"]


def test_a_fault_names_the_header_as_the_book_writes_it(tmp_path: Path) -> None:
    rows: list[Cells] = [
        ["编号", "渠道", "签收\n日期", "申请人", "所需信息"],
        ["1", "当面", "6.30", "张三", "x"],
    ]

    (fault,) = read_sheet(tmp_path, "申请", rows).faults

    assert fault.column == "签收日期"


@pytest.mark.parametrize(
    "row",
    [
        {"补正收到日期": "2026-03-09"},
        {"第三方回复日期": "2026-03-09"},
        {"机关回复日期": "2026-03-09"},
        {"缴费日期": "2026-03-09"},
        {"延期工作日": "5"},
        {"答复类型": "予以公开"},
    ],
)
def test_a_fact_that_rests_on_another_needs_it(tmp_path: Path, row: Mapping[str, object]) -> None:
    book = read_requests(tmp_path, {**a_request(), **row})

    assert [fault.code for fault in book.faults] == [FaultCode.REQUIRED_WITH]


def test_a_concluded_dispute_has_a_result(tmp_path: Path) -> None:
    rows = a_table({"收到日期": "2026-03-02", "复议机关": "", "审结日期": "2026-05-06"})

    (fault,) = read_sheet(tmp_path, "行政复议", rows).faults

    assert (fault.code, fault.column) == (FaultCode.REQUIRED_WITH, "结果")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("收到日期", "答复日期"),
        ("收到日期", "补正通知日期"),
        ("补正通知日期", "补正收到日期"),
        ("征求第三方日期", "第三方回复日期"),
        ("征求机关日期", "机关回复日期"),
        ("收费通知日期", "缴费日期"),
    ],
)
def test_dates_follow_one_another(tmp_path: Path, earlier: str, later: str) -> None:
    row = a_request(收到日期="2026-03-02", 答复类型="")
    row |= {earlier: "2026-04-02", later: "2026-04-01"}
    row |= {"答复类型": "予以公开"} if later == "答复日期" else {}

    (fault,) = read_requests(tmp_path, row).faults

    assert (fault.code, fault.column) == (FaultCode.DATE_TOO_EARLY, later)


@pytest.mark.parametrize(
    ("received_on", "workdays", "is_lawful"),
    [
        # 条例(2007) 第二十四条第二款: at most 15; 条例(2019) 第三十三条第二款: at most 20.
        ("2019-05-14", 15, True),
        ("2019-05-14", 16, False),
        ("2019-05-15", 20, True),
        ("2019-05-15", 21, False),
        ("2019-05-15", 0, False),
    ],
)
def test_an_extension_is_no_longer_than_the_law_of_its_day_allows(
    tmp_path: Path,
    received_on: str,
    workdays: int,
    is_lawful: bool,  # noqa: FBT001 -- a table's column
) -> None:
    row = a_request(收到日期=received_on, 延期通知日期="2019-06-03", 延期工作日=workdays)

    codes = [fault.code for fault in read_requests(tmp_path, row).faults]

    assert codes == ([] if is_lawful else [FaultCode.NUMBER_OUT_OF_RANGE])


def test_equal_rows_without_a_number_are_two_cases(tmp_path: Path) -> None:
    row = a_request(登记编号="")

    book = read_requests(tmp_path, row, row)

    assert (len(book.of(RequestLine)), book.faults) == (2, ())


def test_two_balances_for_one_figure_are_refused(tmp_path: Path) -> None:
    row = {"指标": "行政复议数", "截至日期": "2016-12-31", "数值": 1}

    book = read_sheet(tmp_path, "期初数", a_table(row, row | {"截至日期": "2017-12-31"}, row))

    assert [(fault.row, fault.code) for fault in book.faults] == [(4, FaultCode.REPEATED)]
