from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from states.statute.outcomes import CATALOGUE, Outcome
from workflow.ledger.faults import FaultCode
from workflow.ledger.sheets import SHEETS, Column, Kind
from workflow.ledger.values import Cell, Value, Wrong, parse, shown

DAY = Column("收到日期", "received_on", Kind.DATE)
COUNT = Column("数值", "value", Kind.NUMBER)
AMOUNT = Column("收费金额", "fee_amount", Kind.MONEY)
TEXT = Column("联系方式", "contact")
ANSWER = Column("规范性文件", "is_normative", Kind.YES_NO)
RESULT = Column("答复类型", "outcome", Kind.OUTCOME)


@pytest.mark.parametrize(
    "cell",
    [
        date(2017, 3, 5),
        datetime(2017, 3, 5, 14, 30),  # noqa: DTZ001 -- a spreadsheet's cell has no zone
        42799.0,  # serial: 42736 is 2017-01-01, and 31 + 28 + 4 days follow
        42799.6,
        "42799",
        "2017-03-05",
        "2017/3/5",
        "2017.3.5",
        "2017年3月5日",
        " 2017 年 3 月 5 日 ",
        "２０１７－０３－０５",
        "2017-03-05 08:00:00",
    ],
)
def test_a_day_is_understood_however_it_is_written(cell: Cell) -> None:
    assert parse(cell, DAY) == date(2017, 3, 5)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2026/6/31", FaultCode.IMPOSSIBLE_DATE),
        ("2026-13-01", FaultCode.IMPOSSIBLE_DATE),
        ("6.30", FaultCode.PARTIAL_DATE),
        (6.3, FaultCode.PARTIAL_DATE),
        ("6月30日", FaultCode.PARTIAL_DATE),
        ("2026年6月", FaultCode.PARTIAL_DATE),
        (2026.0, FaultCode.PARTIAL_DATE),
        ("昨天", FaultCode.NOT_A_DATE),
        ("20170305", FaultCode.NOT_A_DATE),
        ("0217-03-05", FaultCode.NOT_A_DATE),
        (timedelta(hours=3), FaultCode.NOT_A_DATE),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(cell: Cell, code: FaultCode) -> None:
    assert parse(cell, DAY) == Wrong(code)


@pytest.mark.parametrize(
    ("cell", "column", "value"),
    [
        (15.0, COUNT, 15),
        ("１５个工作日", COUNT, 15),
        ("2017年度", COUNT, 2017),
        ("1,234", COUNT, 1234),
        (30.5, AMOUNT, Decimal("30.5")),
        ("0", AMOUNT, Decimal(0)),
        (13800138000.0, TEXT, "13800138000"),
        ("  013800 ", TEXT, "013800"),
        (True, ANSWER, True),
        ("否", ANSWER, False),
        ("不予公开", RESULT, Outcome.WITHHELD_UNSPECIFIED),
        ("其他", RESULT, Outcome.OTHER_UNSPECIFIED),
        ("同意部分公开", RESULT, Outcome.PARTLY_DISCLOSED),
        ("无法提供－信息不存在", RESULT, Outcome.NOT_HELD),
        (" \n", TEXT, None),
        ("", DAY, None),
    ],
)
def test_a_cell_says_what_its_column_asks(cell: Cell, column: Column, value: Value | None) -> None:
    assert parse(cell, column) == value


@pytest.mark.parametrize("cell", ["-1", "1.5", 0.5, "三", "12件半"])
def test_a_number_is_whole_and_not_below_zero(cell: Cell) -> None:
    assert parse(cell, COUNT) == Wrong(FaultCode.NOT_A_NUMBER)


@pytest.mark.parametrize("cell", ["-1", "1.005", "免", "1.2.3"])
def test_an_amount_has_at_most_two_decimals(cell: Cell) -> None:
    assert parse(cell, AMOUNT) == Wrong(FaultCode.NOT_AN_AMOUNT)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_is_read_by_its_name(outcome: Outcome) -> None:
    assert parse(CATALOGUE[outcome].zh, RESULT) is outcome


def test_every_word_on_a_list_is_read_as_its_code() -> None:
    listed = [column for sheet in SHEETS for column in sheet.columns if column.words]

    for column in listed:
        for code, word in column.words.words.items() if column.words else ():
            expected = (code,) if column.kind is Kind.CHOICES else code
            assert parse(word, column) == expected


def test_a_cell_is_shown_as_a_person_sees_it() -> None:
    cells: list[Cell] = [3.0, 3.5, True, datetime(2017, 3, 5), date(2017, 3, 5), " x "]  # noqa: DTZ001

    assert [shown(cell) for cell in cells] == [
        "3",
        "3.5",
        "TRUE",
        "2017-03-05",
        "2017-03-05",
        "x",
    ]


def test_every_column_fills_a_field_of_its_line_and_required_ones_alone_have_no_default() -> None:
    for sheet in SHEETS:
        fields = sheet.line.model_fields
        required = {column.field for column in sheet.columns if column.required}

        assert {column.field for column in sheet.columns} == set(fields) - {"row"}
        assert required == {name for name, field in fields.items() if field.is_required()}
