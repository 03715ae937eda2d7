"""Files that mean harm, or are not what they say: refused in a sentence, and at once."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from tests.workflow.checking.offices import a_word_file, a_workbook
from tests.workflow.checking.printing import request_lines
from tests.workflow.reports.consistent import KINDS, ROWS, Table
from workflow.checking.check import check_report
from workflow.checking.pages import MOST_CELLS
from workflow.checking.reading import MAX_BYTES, read_report
from workflow.checking.unreadable import Trouble, UnreadableReportError, unreadable_sentence
from workflow.i18n import Lang

pytestmark = pytest.mark.thorough

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TABLE: Table = {row: dict.fromkeys((*KINDS, "total"), 0) for row in ROWS}


def trouble(path: Path) -> Trouble:
    with pytest.raises(UnreadableReportError) as refused:
        read_report(path)
    return refused.value.code


def a_file(folder: Path, content: bytes, name: str = "年报.html") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def a_package(folder: Path, parts: dict[str, bytes], name: str) -> Path:
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return folder / name


def with_part(original: Path, part: str, content: bytes) -> Path:
    """Write a package anew with one part changed."""
    with zipfile.ZipFile(original) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return a_package(original.parent, parts | {part: content}, f"changed-{original.name}")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Trouble.EMPTY),
        (b" \n\t ", Trouble.EMPTY),
        (b"%PDF-1.7 ...", Trouble.PDF),
        (OLE + b"W\0o\0r\0d\0", Trouble.OLD_KIND),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Trouble.PASSWORD),
        (b"PK\x03\x04 not a zip at all", Trouble.DAMAGED),
        ("全文见附件".encode(), Trouble.UNKNOWN_KIND),
        (b"\x89PNG\r\n\x1a\n\0\0\0", Trouble.UNKNOWN_KIND),
        (b"GIF89a<\0\0", Trouble.UNKNOWN_KIND),
    ],
)
def test_what_is_no_report_is_told_by_what_it_is(
    tmp_path: Path, content: bytes, expected: Trouble
) -> None:
    assert trouble(a_file(tmp_path, content)) is expected


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert trouble(tmp_path / "没有.html") is Trouble.NOT_FOUND
    assert trouble(tmp_path) is Trouble.NOT_A_FILE


def test_a_file_too_large_is_not_read_at_all(tmp_path: Path) -> None:
    path = tmp_path / "年报.html"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    assert trouble(path) is Trouble.TOO_LARGE


def test_a_page_larger_than_any_report_is_refused(tmp_path: Path) -> None:
    assert trouble(a_file(tmp_path, b"<p>" + b"0" * 17_000_000)) is Trouble.TOO_LARGE


def test_a_package_of_another_kind_is_refused(tmp_path: Path) -> None:
    assert trouble(a_package(tmp_path, {"photo.jpg": b"x"}, "年报.zip")) is Trouble.UNKNOWN_KIND


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.xml"])
def test_a_package_that_unpacks_to_all_the_memory_is_refused(tmp_path: Path, part: str) -> None:
    bomb = {part: b"<x/>", "media/zeros.bin": b"\0" * 300_000_000}

    assert trouble(a_package(tmp_path, bomb, "年报.docx")) is Trouble.TOO_LARGE


def test_a_package_that_lies_about_its_sizes_is_refused(tmp_path: Path) -> None:
    path = a_package(tmp_path, {"word/document.xml": b"\0" * 100_000}, "年报.docx")
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 10)
    path.write_bytes(content)

    assert trouble(path) is Trouble.DAMAGED


@pytest.mark.parametrize("name", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_word_file_with_a_broken_part_is_damaged(tmp_path: Path, name: str) -> None:
    path = a_word_file(tmp_path / "年报.docx", ["标题"])

    assert trouble(with_part(path, name, b"<broken")) is Trouble.DAMAGED


def test_a_word_file_without_its_parts_is_damaged(tmp_path: Path) -> None:
    path = a_package(tmp_path, {"word/document.xml": b"<x/>"}, "年报.docx")

    assert trouble(path) is Trouble.DAMAGED


def test_a_workbook_with_a_broken_part_is_damaged(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "年报.xlsx", {"表": ["标题"]})

    assert trouble(with_part(path, "xl/workbook.xml", b"<broken")) is Trouble.DAMAGED


def with_doctype(path: Path, entities: str, reference: str) -> Path:
    """Write a Word file anew with entities declared, one of them in its text."""
    with zipfile.ZipFile(path) as package:
        document = package.read("word/document.xml").decode("utf-8")
    head, _, rest = document.partition("?>")
    hostile = f"{head}?><!DOCTYPE x [{entities}]>{rest}".replace("正文", f"正文{reference}")
    return with_part(path, "word/document.xml", hostile.encode("utf-8"))


def test_external_entities_of_a_word_file_are_not_fetched(tmp_path: Path) -> None:
    secret = a_file(tmp_path, b"TOP SECRET", "secret.txt")
    path = a_word_file(tmp_path / "年报.docx", [*request_lines(TABLE), "正文"])

    report = read_report(with_doctype(path, f'<!ENTITY out SYSTEM "{secret.as_uri()}">', "&out;"))

    text = "".join(line for section in report.sections for line in section.paragraphs)
    assert "正文" in text
    assert "SECRET" not in text


def test_entities_that_grow_without_end_are_refused(tmp_path: Path) -> None:
    path = a_word_file(tmp_path / "年报.docx", [*request_lines(TABLE), "正文"])
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))

    assert trouble(with_doctype(path, f'<!ENTITY l0 "ha">{laughs}', "&l11;")) is Trouble.DAMAGED


def test_external_entities_of_a_page_are_not_fetched(tmp_path: Path) -> None:
    secret = a_file(tmp_path, b"TOP SECRET", "secret.txt")
    page = (
        f'<!DOCTYPE html [<!ENTITY out SYSTEM "{secret.as_uri()}">]><p>&out;</p>'
        "<table><tr><td>行政复议数<td>0<td>0<tr><td>行政诉讼数<td>0<td>0"
        "<tr><td>主动公开文件数<td>0<td>0<tr><td>网上申请数<td>0<td>0</table>"
    )

    report = read_report(a_file(tmp_path, page.encode("utf-8")))

    assert "SECRET" not in "".join(
        line for section in report.sections for line in section.paragraphs
    )


@pytest.mark.parametrize(
    "page",
    [
        "<table>" + "<tr><td colspan=9999 rowspan=9999>x</td></tr>" * 5_000 + "</table>",
        "<table>" + "<tr>" * 2 + "<td rowspan=99999>x</td>" * (MOST_CELLS + 1) + "</table>",
    ],
)
def test_spans_that_ask_for_all_the_memory_are_refused(tmp_path: Path, page: str) -> None:
    assert trouble(a_file(tmp_path, page.encode("utf-8"))) in {
        Trouble.TOO_LARGE,
        Trouble.NO_TABLES,
    }


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "span", "ul><li"])
def test_a_page_nested_without_end_is_read_or_refused(tmp_path: Path, tag: str) -> None:
    page = f"<{tag}>" * 50_000

    assert trouble(a_file(tmp_path, page.encode("utf-8"))) in {
        Trouble.NO_TABLES,
        Trouble.DAMAGED,
        Trouble.TOO_LARGE,
    }


def test_a_sheet_with_one_far_cell_is_refused(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "年报.xlsx", {"表": ["标题"]})
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )

    assert trouble(with_part(path, "xl/worksheets/sheet1.xml", sheet)) is Trouble.TOO_LARGE


@pytest.mark.parametrize(
    "text",
    [
        "因" * 100_000,
        "申请" * 50_000 + "。",
        "未" + "因政府信息公开申请" * 10_000,
        "（" * 50_000,
        "其中，" * 50_000,
        "1,234," * 30_000,
        "占1" * 50_000,
    ],
    ids=lambda text: text[:6],
)
def test_no_text_makes_a_search_long(tmp_path: Path, text: str) -> None:
    page = (
        f"<p>{text}</p><p>信息公开{text[:500]}</p>"
        "<table><tr><td>行政复议数<td>0<td>0<tr><td>行政诉讼数<td>0<td>0"
        "<tr><td>主动公开文件数<td>0<td>0<tr><td>网上申请数<td>0<td>0</table>"
    )

    assert check_report(read_report(a_file(tmp_path, page.encode("utf-8")))) == ()


@pytest.mark.parametrize("code", Trouble)
@pytest.mark.parametrize("lang", Lang)
def test_every_trouble_names_the_file_in_both_languages(code: Trouble, lang: Lang) -> None:
    sentence = unreadable_sentence(UnreadableReportError(code, Path("年报.html")), lang)

    assert "年报.html" in sentence
    assert "{" not in sentence


def test_a_zip_is_read_from_memory_alone(tmp_path: Path) -> None:
    # A name that leads out of the folder is never written anywhere.
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as out:
        out.writestr("../../escaped.txt", "x")
        out.writestr("word/document.xml", "<x/>")

    assert trouble(a_file(tmp_path, package.getvalue(), "年报.docx")) is Trouble.DAMAGED
    assert not (tmp_path.parent.parent / "escaped.txt").exists()
