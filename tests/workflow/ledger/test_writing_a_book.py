from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from tests.workflow.ledger.books import TODAY
from workflow.ledger.book import read_book
from workflow.ledger.csv_text import guarded, unguarded
from workflow.ledger.errors import BookTrouble, LedgerUnwritableError
from workflow.ledger.rows import (
    ComplaintLine,
    CounterConsultationLine,
    LawsuitLine,
    Line,
    NarrativeLine,
    OfficeLine,
    OpeningBalanceLine,
    PublicationLine,
    ReconsiderationLine,
    RequestLine,
)
from workflow.ledger.sheets import REQUESTS
from workflow.ledger.writing import write_book

DAY = date(2026, 3, 2)  # a Monday
REQUEST = RequestLine(
    number="007",
    channel=Channel.POST_ORDINARY,
    submitted_on=DAY,
    received_on=DAY,
    applicant="赟喆堃",
    applicant_kind="legal_service",
    contact="013800138000",
    content="=1+1",
    correction_requested_on=DAY,
    correction_received_on=DAY,
    third_party_consulted_on=DAY,
    third_party_answered_on=DAY,
    agency_consulted_on=DAY,
    agency_answered_on=DAY,
    extension_notified_on=DAY,
    extension_workdays=20,
    fee_notified_on=DAY,
    fee_amount=Decimal("30.50"),
    fee_paid_on=DAY,
    answered_on=DAY,
    delivery="post",
    outcome=Outcome.ENDANGERS_SECURITY,
    letter_number="净公开答〔2026〕3号",
    case_officer="李四",
    note="第一行\n第二行",
)
EVERYTHING: dict[str, Sequence[Line]] = {
    "申请": [
        REQUEST,
        RequestLine(channel=Channel.FAX, received_on=DAY, applicant="乙", content="+1"),
    ],
    "主动公开": [
        PublicationLine(
            title="预算", published_on=DAY, channels=("website", "meeting"), is_normative=True
        )
    ],
    "申诉举报": [ComplaintLine(received_on=DAY, source="来信", request_number="007")],
    "行政复议": [
        ReconsiderationLine(received_on=DAY, concluded_on=DAY, result="corrected"),
        ReconsiderationLine(received_on=DAY),
    ],
    "行政诉讼": [LawsuitLine(received_on=DAY, after_reconsideration=False)],
    "咨询": [CounterConsultationLine(asked_on=DAY, way="telephone", content="-")],
    "期初数": [OpeningBalanceLine(indicator="行政复议数", as_of=date(2025, 12, 31), value=0)],
    "报告内容": [NarrativeLine(year=2025, section="一、概述", text="　　本镇{{ 当面申请数 }}件。")],
    "机关": [OfficeLine(name="净峰镇人民政府", level="town", postcode="062000")],
}

# Text as a register holds it: no space around it. The rest is anything that can be typed.
KEPT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(str.strip)


@pytest.mark.parametrize("name", ["台账.xlsx", "台账"])
def test_what_is_written_is_read_again(tmp_path: Path, name: str) -> None:
    assert _round_trip(tmp_path / name, EVERYTHING) == EVERYTHING


@settings(max_examples=30, deadline=None)
@given(texts=st.lists(KEPT.filter(bool), min_size=1))
@example(
    texts=[
        "=1+1",
        "赟喆堃",
        "007",
        "一\n二",
        "一\r\n二",
        "_x0041_",
        "'=1",
        "'",
        '"',
        "1e5",
        "\ufeff",
    ]
)
@pytest.mark.parametrize("name", ["台账.xlsx", "台账"])
def test_text_is_kept_to_the_letter(name: str, texts: list[str]) -> None:
    lines: dict[str, Sequence[Line]] = {
        "报告内容": [NarrativeLine(year=2025, section=text, text=text) for text in texts]
    }

    with TemporaryDirectory() as folder:
        assert _round_trip(Path(folder) / name, lines) == lines


@given(text=st.text())
def test_a_guard_comes_off_as_it_went_on(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_no_csv_cell_is_taken_for_a_formula(tmp_path: Path) -> None:
    write_book(tmp_path, {"申请": [REQUEST]})

    text = (tmp_path / "申请.csv").read_text("utf-8-sig")
    assert ",'=1+1," in text


def test_days_are_real_dates(tmp_path: Path) -> None:
    write_book(tmp_path / "台账.xlsx", {"申请": [REQUEST]})

    sheet = CalamineWorkbook.from_path(tmp_path / "台账.xlsx").get_sheet_by_name("申请")
    headers, cells = sheet.iter_rows()
    assert headers == [column.header for column in REQUESTS.columns]
    assert cells[headers.index("收到日期")] == DAY
    assert cells[headers.index("收费金额")] == 30.5
    assert cells[headers.index("联系方式")] == "013800138000"


def test_a_sheet_without_lines_keeps_its_header(tmp_path: Path) -> None:
    write_book(tmp_path / "台账.xlsx", {"咨询": []})

    book = read_book(tmp_path / "台账.xlsx", today=TODAY)
    assert (book.lines, book.faults) == ({"咨询": ()}, ())


def test_text_too_long_for_a_cell_leaves_no_file(tmp_path: Path) -> None:
    lines = [NarrativeLine(year=2025, section="一、概述", text="字" * 32_768)]

    with pytest.raises(LedgerUnwritableError) as caught:
        write_book(tmp_path / "台账.xlsx", {"报告内容": lines})

    assert (caught.value.code, caught.value.cell) == (BookTrouble.TEXT_TOO_LONG, "报告内容!C2")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("台账.docx", BookTrouble.WRONG_ENDING),
        ("无此文件夹/台账.xlsx", BookTrouble.CANNOT_WRITE),
        ("文件/台账", BookTrouble.CANNOT_WRITE),
    ],
)
def test_a_book_that_cannot_be_written_says_why(
    tmp_path: Path, name: str, code: BookTrouble
) -> None:
    (tmp_path / "文件").touch()

    with pytest.raises(LedgerUnwritableError) as caught:
        write_book(tmp_path / name, EVERYTHING)

    assert caught.value.code is code


def test_a_sheet_the_contract_does_not_know_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="别的"):
        write_book(tmp_path / "台账.xlsx", {"别的": []})


def _round_trip(path: Path, lines: dict[str, Sequence[Line]]) -> dict[str, Sequence[Line]]:
    write_book(path, lines)
    book = read_book(path, today=TODAY)
    assert book.faults == ()
    return {name: _unnumbered(found) for name, found in book.lines.items()}


def _unnumbered(lines: Iterable[Line]) -> list[Line]:
    return [line.model_copy(update={"row": 0}) for line in lines]
