import csv
import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from tests.workflow.ledger.books import (
    TODAY,
    Cells,
    a_request,
    a_table,
    a_workbook,
    read_requests,
    read_sheet,
)
from workflow.ledger.book import read_book
from workflow.ledger.errors import BookTrouble, LedgerUnreadableError, book_trouble
from workflow.ledger.faults import FaultCode
from workflow.ledger.rows import LawsuitLine, PublicationLine, RequestLine

# Two titles, line breaks and spaces in headers, aliases, dates in five ways, full-width digits.
# fmt: off
MESSY: list[Cells] = [
    ["净峰镇人民政府"],
    ["依申请公开登记表（2026年）"],
    ["序号", "编号", "申请\n方式", "签收 日期", "申请人姓名", "所需信息", "电话", "办结日期",
     "办理结果", "延期通知日期", "延期工作日"],
    [1, "2026-001", "信函", "2026.3.2", "赟喆堃", "补偿标准", 13800138000, "2026年4月1日",
     "不予公开—国家秘密"],
    [2, "2026-002", "互联网", 46083, "李四", "预算", "８７８０", date(2026, 3, 20),
     "同意公开", "2026/3/18", "２０"],
    [None] * 11,
    [3, "", "", "", "", "", "", ""],
    ["合计", "", "", "", "2件"],
]
# fmt: on


def test_a_messy_sheet_is_read_row_by_row(tmp_path: Path) -> None:
    book = read_sheet(tmp_path, "申请", MESSY)

    first, second = book.of(RequestLine)
    assert book.faults == ()
    assert first == RequestLine(
        row=4,
        number="2026-001",
        channel=Channel.POST_SIGNED,
        received_on=date(2026, 3, 2),
        applicant="赟喆堃",
        content="补偿标准",
        contact="13800138000",
        answered_on=date(2026, 4, 1),
        outcome=Outcome.STATE_SECRET,
    )
    # Serial 46083 is 2026-03-02: 46023 is 2026-01-01, and 31 + 28 + 1 days follow.
    assert (second.row, second.received_on) == (5, date(2026, 3, 2))
    assert (second.channel, second.outcome) == (Channel.INTERNET, Outcome.DISCLOSED)
    assert (second.extension_notified_on, second.extension_workdays) == (date(2026, 3, 18), 20)


def test_what_was_left_alone_is_named(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "台账.xlsx", {"申请": MESSY, "说明": [["填表说明"]]})

    book = read_book(path, today=TODAY)

    assert book.unknown_sheets == ("说明",)
    assert book.unknown_columns == {"申请": ("序号",)}
    assert (book.empty_rows["申请"], book.sum_rows["申请"]) == (2, 1)


def test_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    rows: list[Cells] = [
        [],
        [],
        *[["", *cells] for cells in a_table(a_request(), a_request(登记编号="2"))],
    ]

    book = read_sheet(tmp_path, "申请", rows)

    assert [line.row for line in book.of(RequestLine)] == [4, 5]


def test_a_record_that_is_called_a_sum_is_a_record(tmp_path: Path) -> None:
    rows = a_table({"指标": "总计", "截至日期": "2016-12-31", "数值": 3})

    book = read_sheet(tmp_path, "期初数", rows)

    assert len(book.lines["期初数"]) == 1


def test_a_sheet_of_two_columns_needs_only_its_two_headers(tmp_path: Path) -> None:
    book = read_sheet(
        tmp_path, "咨询", [["咨询登记"], ["日期", "内容"], ["2026-03-02", "怎样申请"]]
    )

    assert [line.row for line in book.lines["咨询"]] == [3]


def test_an_empty_sheet_is_no_fault(tmp_path: Path) -> None:
    book = read_sheet(tmp_path, "申请", [])

    assert (book.lines["申请"], book.faults) == ((), ())


def test_channels_of_publication_are_separated_by_either_mark(tmp_path: Path) -> None:
    row = {
        "名称": "预算",
        "公开日期": "2026-03-02",
        "公开渠道": "政府门户网站、微博；会议公开;微博",
    }

    book = read_sheet(tmp_path, "主动公开", a_table(row))

    assert book.of(PublicationLine)[0].channels == ("website", "weibo", "meeting")


def test_a_dispute_without_a_result_is_pending(tmp_path: Path) -> None:
    row = {"收到日期": "2026-03-02", "法院": "惠安县人民法院", "是否经复议": "否", "结果": ""}

    book = read_sheet(tmp_path, "行政诉讼", a_table(row))

    (line,) = book.of(LawsuitLine)
    assert (line.result, line.after_reconsideration) == ("pending", False)


def test_money_may_be_written_with_its_sign(tmp_path: Path) -> None:
    book = read_requests(tmp_path, a_request(收费通知日期="2026-03-03", 收费金额="￥1,030.50元"))

    assert book.of(RequestLine)[0].fee_amount == Decimal("1030.50")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_folder_of_csv_is_a_book(tmp_path: Path, encoding: str) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([["申请登记表"], *a_table(a_request())])
    (tmp_path / "申请.csv").write_text(text.getvalue(), encoding, newline="")
    (tmp_path / "别的.csv").write_text("a,b", encoding)

    book = read_book(tmp_path, today=TODAY)

    assert [line.applicant for line in book.of(RequestLine)] == ["赟喆堃"]
    assert (book.unknown_sheets, book.faults) == (("别的",), ())


def test_a_single_csv_is_the_sheet_it_is_named_for(tmp_path: Path) -> None:
    (tmp_path / "咨询.csv").write_text("日期,方式,内容\n2026-03-02,来访,\n", "utf-8")

    book = read_book(tmp_path / "咨询.csv", today=TODAY)

    assert len(book.lines["咨询"]) == 1


def test_a_workbook_is_known_by_what_it_holds_whatever_it_is_called(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "台账.xlsx", {"申请": a_table(a_request())})

    book = read_book(path.rename(tmp_path / "台账.xls"), today=TODAY)

    assert len(book.of(RequestLine)) == 1


def test_an_opendocument_sheet_is_a_book(tmp_path: Path) -> None:
    headers = "".join(map(_ods_cell, ("收到日期", "来源", "事由")))
    day = '<table:table-cell office:value-type="date" office:date-value="2026-03-02"/>'
    path = _ods(tmp_path, f"{_ods_row(headers)}{_ods_row(day + _ods_cell('来信'))}")

    book = read_book(path, today=TODAY)

    assert [line.row for line in book.lines["申诉举报"]] == [2]


def test_a_value_repeated_without_end_is_refused(tmp_path: Path) -> None:
    row = _ods_row(_ods_cell("x"), ' table:number-rows-repeated="1048576"')

    assert _trouble(_ods(tmp_path, row)) is BookTrouble.TOO_LARGE


def test_one_value_in_the_farthest_cell_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    book = a_workbook(path, {"申请": [["登记编号"]]}).read_bytes()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
            new.writestr(name, old.read(name).replace(b"</sheetData>", far))

    assert _trouble(path) is BookTrouble.TOO_LARGE


def test_what_is_not_a_book_is_refused_with_its_reason(tmp_path: Path) -> None:
    whole = a_workbook(tmp_path / "whole.xlsx", {"申请": a_table(a_request())}).read_bytes()
    with zipfile.ZipFile(tmp_path / "letters.zip", "w") as archive:
        archive.writestr("letter.txt", "x")
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    files = {
        "text.xlsx": b"hello",
        "cut.xlsx": whole[:-300],
        "garbled.xlsx": whole[:900] + bytes(200) + whole[1100:],
        "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        "locked.xlsx": locked,
        "申请.csv": b"\xff\xfe\x00",
        "咨询.csv": b"\x81",
        "机关.csv": b'"' + b"x" * 200_000,
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "empty").mkdir()

    found = {name: _trouble(tmp_path / name) for name in (*files, "letters.zip", "empty", "none")}

    assert found == {
        "text.xlsx": BookTrouble.NOT_A_WORKBOOK,
        "letters.zip": BookTrouble.NOT_A_WORKBOOK,
        "cut.xlsx": BookTrouble.DAMAGED,
        "garbled.xlsx": BookTrouble.DAMAGED,
        "old.xls": BookTrouble.DAMAGED,
        "locked.xlsx": BookTrouble.PASSWORD,
        "申请.csv": BookTrouble.UNKNOWN_ENCODING,
        "咨询.csv": BookTrouble.UNKNOWN_ENCODING,
        "机关.csv": BookTrouble.BAD_CSV,
        "empty": BookTrouble.NO_SHEETS,
        "none": BookTrouble.NOT_FOUND,
    }


@pytest.mark.parametrize("trouble", BookTrouble)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_trouble_names_the_file(trouble: BookTrouble, language: str) -> None:
    sentence = book_trouble(LedgerUnreadableError(trouble, Path("x/台账"), "申请!A1"), language)

    assert "台账" in sentence or "申请!A1" in sentence


def test_twenty_thousand_requests_are_all_read(tmp_path: Path) -> None:
    rows = [a_request(登记编号=f"2026-{number:05}") for number in range(20_000)]

    book = read_requests(tmp_path, *rows, a_request(登记编号="2026-00007", 收到日期="6.30"))

    assert len(book.of(RequestLine)) == 20_000
    assert [(fault.row, fault.code) for fault in book.faults] == [
        (20_002, FaultCode.PARTIAL_DATE),
        (20_002, FaultCode.REPEATED),
    ]


def _trouble(path: Path) -> BookTrouble:
    with pytest.raises(LedgerUnreadableError) as caught:
        read_book(path, today=TODAY)
    return caught.value.code


def _ods_cell(text: str) -> str:
    kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{text}</text:p></table:table-cell>"


def _ods_row(cells: str, attributes: str = "") -> str:
    return f"<table:table-row{attributes}>{cells}</table:table-row>"


def _ods(folder: Path, rows: str) -> Path:
    """The least that is an OpenDocument workbook, with one sheet of complaints."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body>'
        f'<office:spreadsheet><table:table table:name="申诉举报">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    path = folder / "台账.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr("content.xml", content)
    return path
