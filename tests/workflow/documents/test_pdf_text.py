"""User text in a PDF: as it was typed, whatever it looks like."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pypdfium2
import pytest

from tests.workflow.documents import samples
from tests.workflow.documents.hostile import HOSTILE, LONG, PRINTED, UNPRINTABLE
from tests.workflow.documents.printed import pages_of, text_of
from workflow.documents.model import (
    Cell,
    Document,
    Layout,
    Letterhead,
    Paragraph,
    QrCode,
    Role,
    Run,
    Signature,
    Table,
)
from workflow.documents.pdf import to_pdf

PAGE_NUMBER = re.compile(r"—\d+—|第\d+页，共\d+页")


def a_document(text: str, layout: Layout = Layout.REPORT) -> Document:
    return Document(
        title="题",
        language="zh-CN",
        layout=layout,
        blocks=(
            Paragraph.of(text),
            Paragraph((Run(text, bold=True, link="https://a.gov.cn"),), Role.NOTE),
            Table(((Cell(text), Cell("乙")),), 0, (1, 2), caption=text),
            QrCode("https://a.gov.cn", caption=text),
        ),
        letterhead=Letterhead("关", text),
    )


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_it_is(text: str, layout: Layout) -> None:
    # As the number, a paragraph, a note, a caption, a cell and the words below a code.
    printed = PAGE_NUMBER.sub("", text_of(to_pdf(a_document(text, layout))))

    assert printed.count(bare(text)) == 6


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_it_is_before_a_seal_too(text: str) -> None:
    long = Paragraph((Run(f"{text} " * 20), Run(text, bold=True)))
    signature = Signature("关", date(2025, 9, 22))  # Mon
    document = Document("题", "zh-CN", Layout.OFFICIAL, (long,), signature=signature)

    printed = PAGE_NUMBER.sub("", text_of(to_pdf(document)))

    assert bare(text * 21) in printed


def test_what_cannot_be_printed_is_shown_as_a_replacement_character() -> None:
    assert bare(PRINTED) in text_of(to_pdf(a_document(UNPRINTABLE)))


def test_a_newline_breaks_the_line_within_the_paragraph() -> None:
    document = Document("题", "zh-CN", Layout.OFFICIAL, (Paragraph.of("甲甲\n乙乙"),))
    (page,) = pages_of(to_pdf(document))

    assert page.lines()[:3] == ["题", "甲甲", "乙乙"]
    assert page.find("乙")[0].left < page.find("甲")[0].left - 5  # only the first is indented


@pytest.mark.parametrize("layout", Layout)
def test_a_long_string_stays_on_the_page(layout: Layout) -> None:
    for page in pages_of(to_pdf(a_document(LONG, layout))):
        assert all(20 < glyph.left < glyph.right < 190 for glyph in page.glyphs)


def test_a_long_string_stays_in_its_cell() -> None:
    blocks = (Table(((Cell("W" * 60), Cell("乙")),), 0, (1, 3)),)
    (page,) = pages_of(to_pdf(Document("题", "zh-CN", Layout.REPORT, blocks)))

    assert max(it.right for it in page.glyphs if it.text == "W") < page.find("乙")[0].left


def test_a_mark_is_not_parted_from_its_letter_in_a_long_string() -> None:
    text = "x\u0301" * 40  # a letter and an accent, which no composed character stands for

    assert text_of(to_pdf(a_document(text))).count(text) == 6


def test_a_link_of_a_paragraph_leads_on_from_the_page() -> None:
    pdf = to_pdf(samples.long_letter())

    assert b"t20230315_184467.html" in pdf


def test_a_link_within_the_desk_leads_nowhere_from_a_file() -> None:
    table = Table(((Cell("7", link="/desk/cells/1"),),), 0, (1,))

    assert b"/desk/" not in to_pdf(Document("题", "zh-CN", Layout.REPORT, (table,)))


def test_the_title_and_the_day_of_making_are_in_the_file() -> None:
    said = pypdfium2.PdfDocument(to_pdf(samples.letter())).get_metadata_dict()

    assert said["Title"] == "关于清溪镇石桥村征地补偿安置方案等信息的 政府信息公开申请答复书"
    assert said["CreationDate"].startswith("D:20250922013000")


def test_a_document_without_a_day_of_making_names_none() -> None:
    said = pypdfium2.PdfDocument(to_pdf(a_document("字"))).get_metadata_dict()

    assert said["CreationDate"] == said["ModDate"] == ""


def test_documents_may_be_set_by_several_threads_at_once() -> None:
    letters = [samples.letter(f"第{number}件。") for number in range(24)]

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(to_pdf, letters))

    assert together == list(map(to_pdf, letters))
