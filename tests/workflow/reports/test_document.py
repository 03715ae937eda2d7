"""A report as a document: Word, PDF and page say the same, and what is frozen stays as it was."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from tests.workflow.documents.hostile import HOSTILE
from tests.workflow.documents.printed import text_of
from tests.workflow.reports.drawn import (
    ERRATUM,
    WEBSITE,
    a_report,
    frozen,
    hostile,
    numbered,
    texts_of,
)
from workflow.checking.reading import read_report
from workflow.documents.docx import to_docx
from workflow.documents.errors import FontMissingError
from workflow.documents.model import Document, Figure, Paragraph, QrCode, Role, Table
from workflow.documents.pdf import to_pdf
from workflow.reports import papers
from workflow.reports.catalogue import FORMS
from workflow.reports.document import document_of
from workflow.reports.printed import PrintedReport
from workflow.reports.render import to_html
from workflow.reports.rendering import Rendering

TOLD_TWICE = ("2008", "2021")


def opened(document: Document) -> WordDocument:
    return docx.Document(io.BytesIO(to_docx(document)))


def cells_of(word: WordDocument) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables]


def paragraphs_of(word: WordDocument) -> list[str]:
    return [it.text for it in word.paragraphs]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("key", FORMS)
def test_every_figure_stands_in_the_word_file_where_the_form_has_it(key: str) -> None:
    report = numbered(a_report(key))

    tables = cells_of(opened(document_of(report)))

    found = [
        text for table in tables for row in table for text in row if re.fullmatch(r"\d{4}", text)
    ]
    # A merged cell is told once for each place that it covers.
    assert sorted(set(found)) == sorted(texts_of(report))
    for printed, table in zip(report.tables, tables, strict=True):
        if printed.layout in {"indicators", "matrix"}:
            (block,) = printed.blocks
            told = [row[-len(block.columns) :] for row in table[-len(block.rows) :]]
            assert told[-1] == [str(figure) for figure in block.rows[-1].figures]


@pytest.mark.parametrize("key", FORMS)
def test_every_figure_stands_in_the_pdf(key: str) -> None:
    report = numbered(a_report(key))

    said = text_of(to_pdf(document_of(report)))

    assert all(text in said for text in texts_of(report))


@pytest.mark.parametrize("key", FORMS)
def test_every_figure_stands_in_the_page_under_its_place(key: str) -> None:
    report = numbered(a_report(key))

    page = to_html(report)

    told = dict(re.findall(r'<td class="num[^"]*"[^>]* id="([^"]+)"[^>]*>([^<]+)</td>', page))
    loose = len(report.tables) == 1
    assert told == {
        f"{'' if loose else f'{table.key}.'}{row.key}.{column.key}": str(figure)
        for table in report.tables
        for row, column, figure in table.figures
    }


@pytest.mark.parametrize("key", FORMS)
def test_page_and_document_say_the_same(key: str) -> None:
    report = frozen(a_report(key))
    page = squeezed(re.sub(r"<[^>]+>", "", to_html(report, (ERRATUM,))))

    for block in document_of(report, (ERRATUM,)).blocks:
        if isinstance(block, Paragraph) and "　" not in block.text:
            for part in block.runs:
                assert squeezed(part.text).removesuffix("：") in page
        if isinstance(block, Figure):
            assert squeezed(block.title) in page
            assert all(squeezed(cell.text) in page for row in block.data.rows for cell in row)


def test_the_checker_reads_the_word_file_as_it_reads_the_json(tmp_path: Path) -> None:
    report = numbered(a_report("2021"))
    file = tmp_path / "年报.docx"
    file.write_bytes(papers.docx_file(Rendering(report)))

    read = read_report(file)

    for table in report.tables:
        told = {
            (row, column): int(cell.value)
            for row, cells in read.table(table.key).items()
            for column, cell in cells.items()
        }
        assert told == {(row.key, column.key): figure for row, column, figure in table.figures}


@pytest.mark.parametrize("key", TOLD_TWICE)
def test_a_frozen_report_is_written_again_to_the_byte(key: str) -> None:
    report = frozen(a_report(key))
    first, again = document_of(report), document_of(frozen(a_report(key)))

    assert to_pdf(first) == to_pdf(again)
    assert to_html(report) == to_html(frozen(a_report(key)))
    told, retold = (zipfile.ZipFile(io.BytesIO(to_docx(it))) for it in (first, again))
    assert told.read("word/document.xml") == retold.read("word/document.xml")
    assert {name: told.read(name) for name in told.namelist()} == {
        name: retold.read(name) for name in retold.namelist()
    }


def test_another_figure_makes_another_file() -> None:
    report = frozen(a_report("2021"))

    assert to_pdf(document_of(report)) != to_pdf(document_of(numbered(report)))
    assert to_html(report) != to_html(numbered(report))


def test_an_override_and_its_reason_are_printed() -> None:
    said = "本报告有核对问题（1项），陈镇长决定照此封存，理由：上级已经同意按此报送"
    report = frozen(a_report("2021"))

    assert said in paragraphs_of(opened(document_of(report)))
    assert squeezed(said) in text_of(to_pdf(document_of(report)))
    assert said in to_html(report)


def test_an_erratum_is_printed_with_what_why_when_and_by_whom() -> None:
    report = frozen(a_report("2021"))

    said = "\n".join(paragraphs_of(opened(document_of(report, (ERRATUM,)))))

    assert "勘误：本报告封存以后，有1个数字因后来录入的事实而有变化" in said
    # AT is 02:30 UTC, 10:30 in China.
    assert (
        "新收申请数（总计）：原为2，现为3；增加净公开申〔2025〕3号。2026年1月6日10:30，李经办"
        in said
    )
    assert "理由：补录" in said
    assert "勘误" not in "\n".join(paragraphs_of(opened(document_of(report))))


def test_headings_are_headings_and_the_tables_heads_are_merged() -> None:
    word = opened(document_of(a_report("2021")))

    headings = [
        it.text for it in word.paragraphs if it.style and str(it.style.name).startswith("Heading")
    ]
    assert "三、收到和处理政府信息公开申请情况" in headings
    requests = word.tables[1]
    # 法人或其他组织 lies over five columns, 三、本年度办理结果 over many rows: one cell each.
    assert len({id(cell._tc) for cell in requests.rows[1].cells[4:9]}) == 1  # noqa: SLF001
    assert {requests.cell(row, 0).text for row in range(5, 27)} == {"三、本年度办理结果"}


@pytest.mark.parametrize("key", TOLD_TWICE)
def test_hostile_words_come_out_as_they_were_written(key: str) -> None:
    report = hostile(a_report(key))
    document = document_of(report)

    said = paragraphs_of(opened(document))
    assert report.title in said
    assert all(text.strip() in said for text in HOSTILE)
    page = to_html(report)
    assert "<script" not in page
    assert "{{ 7*7 }}" in page
    printed = text_of(to_pdf(document))
    assert squeezed(report.office.name) in printed
    assert "#read(" in printed


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "x" * 501])
def test_there_is_a_code_only_where_it_leads_to_the_office(address: str) -> None:
    def codes(report: PrintedReport) -> list[str]:
        blocks = document_of(report).blocks
        return [it.payload for it in blocks if isinstance(it, QrCode)]

    report = a_report("2021")
    elsewhere = _at(report, address)

    assert codes(report) == [WEBSITE]
    assert codes(_at(report, "www.jingfeng.example/zwgk")) == ["http://www.jingfeng.example/zwgk"]
    assert codes(elsewhere) == []
    assert 'class="qr"' in to_html(report)
    assert 'class="qr"' not in to_html(elsewhere)


def _at(report: PrintedReport, address: str) -> PrintedReport:
    return replace(report, office=replace(report.office, website=address))


def test_a_word_file_without_a_font_has_its_drawings_as_tables(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = a_report("2021")
    whole = docx.Document(io.BytesIO(papers.docx_file(Rendering(report))))

    def without_font(document: Document) -> bytes:
        if any(isinstance(it, Figure) for it in document.blocks):
            raise FontMissingError
        return to_docx(document)

    monkeypatch.setattr(papers, "to_docx", without_font)
    plain = docx.Document(io.BytesIO(papers.docx_file(Rendering(report))))

    drawings = len(whole.inline_shapes) - len(plain.inline_shapes)
    assert drawings == 4
    assert len(plain.tables) == len(whole.tables) + drawings


def test_the_annex_begins_a_page_of_its_own() -> None:
    blocks = document_of(a_report("2008")).blocks
    (table,) = [it for it in blocks if isinstance(it, Table)]
    titles = [it.text for it in blocks if isinstance(it, Paragraph) and it.role is Role.HEADING]

    assert titles[-1] == "六、附件"
    assert blocks.index(table) > blocks.index(Paragraph.of("六、附件", Role.HEADING))
