"""GB/T 9704-2012 on paper; the clauses are named where a test holds one of them."""

from itertools import pairwise

import pypdfium2
import pytest

from tests.workflow.documents import samples
from tests.workflow.documents.printed import MM, Page, pages_of
from workflow.documents.model import (
    Cell,
    Document,
    Layout,
    Letterhead,
    Paragraph,
    Role,
    Signature,
    Table,
)
from workflow.documents.pdf import to_pdf

LEFT, RIGHT, TOP, BOTTOM = 28.0, 210 - 26.0, 37.0, 297 - 35.0
EM = (RIGHT - LEFT) / 28
RED_ENOUGH = 120


def a_letter(*texts: str, letterhead: bool = True) -> list[Page]:
    document = Document(
        title="答复书",
        language="zh-CN",
        layout=Layout.OFFICIAL,
        blocks=tuple(Paragraph.of(text) for text in texts),
        letterhead=Letterhead(samples.ISSUER, "清政公开〔2025〕17号") if letterhead else None,
        signature=Signature(samples.ISSUER, samples.ON),
    )
    return pages_of(to_pdf(document))


def body(page: Page) -> list[str]:
    """Return the lines of the page but for its number."""
    return page.lines()[:-1]


def reds(document: Document, number: int = 0) -> int:
    """Return how many pixels of a page are red."""
    bitmap = pypdfium2.PdfDocument(to_pdf(document))[number].render(scale=0.5)
    data, width = bytes(bitmap.buffer), bitmap.n_channels
    return sum(
        data[at + 2] > data[at] + RED_ENOUGH and data[at + 2] > data[at + 1] + RED_ENOUGH
        for at in range(0, len(data), width)
    )


def test_the_page_is_a4() -> None:
    page = a_letter("文")[0]

    assert (round(page.width), round(page.height)) == (210, 297)


def test_a_full_page_has_22_lines_of_28_characters() -> None:  # 5.2.3
    second = a_letter("国" * 28 * 60)[1]

    assert body(second) == ["国" * 28] * 22


def test_the_text_keeps_the_margins() -> None:  # 5.2.1
    second = a_letter("国" * 28 * 60)[1]
    glyphs = [glyph for row in second.rows()[:-1] for glyph in row]

    assert min(glyph.left for glyph in glyphs) == pytest.approx(LEFT, abs=0.1)
    assert max(glyph.right for glyph in glyphs) == pytest.approx(RIGHT, abs=0.3)
    assert min(glyph.baseline for glyph in glyphs) - 0.88 * EM >= TOP - 0.1
    assert max(glyph.baseline for glyph in glyphs) + 0.12 * EM <= BOTTOM


def test_a_paragraph_begins_two_characters_in() -> None:  # 7.3.3
    first = a_letter("国" * 40)[0]
    line = next(row for row in first.rows() if row[0].text == "国")

    assert line[0].left == pytest.approx(LEFT + 2 * EM, abs=0.2)
    assert len(line) == 26


def test_the_body_is_set_in_the_third_size_and_the_title_in_the_second() -> None:  # 5.2.2
    first = a_letter("国")[0]

    assert first.find("国")[0].size == pytest.approx(15.75, abs=0.3)
    assert first.find("答复书")[0].size == pytest.approx(22, abs=0.1)


def test_the_mark_begins_35_mm_below_the_top_of_the_text() -> None:  # 7.2.4
    mark = a_letter("国")[0].find(samples.ISSUER)
    ascent = 0.88 * mark[0].size / MM

    assert mark[0].baseline - ascent == pytest.approx(TOP + 35, abs=3)


def test_the_mark_the_number_and_the_title_stand_in_the_middle() -> None:  # 7.2.4, 7.2.5, 7.3.1
    first = a_letter("国")[0]

    for text in (samples.ISSUER, "清政公开〔2025〕17号", "答复书"):
        found = first.find(text)
        assert (found[0].left + found[-1].right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


@pytest.mark.parametrize(
    ("issuer", "lines"),
    [
        ("清溪镇人民政府", 1),
        ("临江县清溪镇人民政府政务公开办公室", 1),
        ("临江县清溪镇人民政府政务公开与政务服务工作领导小组办公室", 2),
    ],
)
def test_a_long_mark_is_set_smaller_and_stays_within_the_text(issuer: str, lines: int) -> None:
    (page,) = pages_of(to_pdf(Document("题", "zh-CN", Layout.OFFICIAL, (), Letterhead(issuer))))
    mark = page.find(issuer)

    assert min(glyph.left for glyph in mark) >= LEFT - 0.1
    assert max(glyph.right for glyph in mark) <= RIGHT + 0.5
    assert len({round(glyph.baseline) for glyph in mark}) == lines
    assert mark[0].size >= 20


def test_the_head_is_red_and_nothing_else_is() -> None:  # 5.2.4
    letter = samples.long_letter()
    plain = Document("题", "zh-CN", Layout.OFFICIAL, (Paragraph.of("文"),))

    assert reds(letter) > 1_000
    assert reds(letter, 1) == reds(plain) == 0


def test_whom_it_is_for_stands_at_the_left_edge() -> None:  # 7.3.2
    document = Document("题", "zh-CN", Layout.OFFICIAL, (Paragraph.of("赟喆堃：", Role.ADDRESSEE),))
    (page,) = pages_of(to_pdf(document))

    assert page.find("赟喆堃：")[0].left == pytest.approx(LEFT, abs=0.2)


def test_the_date_ends_four_characters_from_the_edge() -> None:  # 7.3.5.1
    date = a_letter("国")[0].find("2025年9月22日")

    assert date[-1].right == pytest.approx(RIGHT - 4 * EM, abs=0.5)


def test_the_issuer_stands_above_the_middle_of_the_date() -> None:  # 7.3.5.1
    page = a_letter("国")[0]
    date = page.find("2025年9月22日")
    issuer = [
        glyph
        for row in page.rows()
        for glyph in row
        if abs(glyph.baseline - date[0].baseline + 10.2) < 0.5
    ]

    assert "".join(glyph.text for glyph in issuer) == samples.ISSUER
    assert (issuer[0].left + issuer[-1].right) / 2 == pytest.approx(
        (date[0].left + date[-1].right) / 2, abs=0.5
    )


def test_there_is_room_for_a_seal_of_42_mm() -> None:  # 7.3.5.1: at most a line below the text
    page = a_letter("国")[0]
    middle = page.find("2025年9月22日")[0].baseline - 5
    last_line = page.find("国")[0].baseline

    assert 21 - 11 < middle - last_line < 21 + 21


@pytest.mark.parametrize("lines", range(2, 28))
def test_the_seal_is_never_alone_on_a_page(lines: int) -> None:  # 7.3.5.5
    pages = a_letter(*["国" * 20] * lines)
    sealed = next(page for page in pages if "2025年9月22日" in page.text)

    assert "国" in sealed.text


@pytest.mark.parametrize("lines", range(2, 50))
def test_the_seal_takes_the_last_lines_of_a_long_text_with_it(lines: int) -> None:
    pages = a_letter("国" * (28 * lines - 10))
    text = [line for page in pages for line in page.lines() if "国" in line]
    sealed = next(page for page in pages if "2025年9月22日" in page.text)

    assert "国" * 16 in sealed.text
    assert text[:-1] == ["国" * 26, *["国" * 28] * (lines - 2)]


def test_the_last_lines_of_a_text_begin_as_lines_may() -> None:
    text = "根据条例，本机关作出答复：“依法（予以）公开2025年度第1234567号信息”；" * 30
    lines = [line for page in a_letter(text) for line in page.lines()]
    first = lines.index(next(line for line in lines if line.startswith("根据")))
    whole = [line for line in lines[first:] if line[0] in text and "9月22日" not in line]

    assert "".join(whole) == text
    assert not any(line[0] in "，。；：”）" or line[-1] in "“（" for line in whole)
    assert not any(line[-1].isdigit() and after[0].isdigit() for line, after in pairwise(whole))


def test_page_numbers_stand_at_the_right_of_odd_pages_and_the_left_of_even_ones() -> None:  # 7.5
    first, second, *_ = a_letter("国" * 28 * 60)
    odd, even = first.rows()[-1], second.rows()[-1]

    assert ["".join(glyph.text for glyph in row) for row in (odd, even)] == ["—1—", "—2—"]
    assert odd[-1].right == pytest.approx(RIGHT - 14 / MM, abs=1)
    assert even[0].left == pytest.approx(LEFT + 14 / MM, abs=1)
    assert odd[0].size == even[0].size == pytest.approx(14, abs=0.1)


def test_page_numbers_stand_7_mm_below_the_text() -> None:  # 7.5
    number = a_letter("国")[0].rows()[-1][0]

    assert number.baseline - 0.88 * 14 / MM == pytest.approx(BOTTOM + 7, abs=1)


def test_whom_copies_go_to_stands_at_the_foot_of_the_last_page() -> None:  # 7.4
    *_, last = pages_of(to_pdf(samples.long_letter()))
    *_, copies, printed, _ = last.rows()

    assert "抄送：" in last.text
    assert "".join(glyph.text for glyph in printed) == "清溪镇党政综合办公室2025年9月22日印发"
    assert BOTTOM - 6 < printed[0].baseline < BOTTOM
    assert copies[0].baseline < printed[0].baseline


def test_headings_are_set_off_by_their_face() -> None:
    page = pages_of(to_pdf(samples.long_letter()))[0]

    assert page.find("一、检索")[0].left == pytest.approx(LEFT + 2 * EM, abs=0.3)


def test_english_is_set_without_indents_and_without_hyphens() -> None:
    word = "reconsideration " * 60
    document = Document("T", "en", Layout.OFFICIAL, (Paragraph.of(word),))
    pages = pages_of(to_pdf(document))

    assert "-" not in "".join(page.text for page in pages)
    assert pages[0].find("reconsideration")[0].left == pytest.approx(LEFT, abs=0.3)


def test_a_table_in_a_letter_keeps_within_the_text() -> None:
    table = Table(((Cell("左"), Cell("右")),), 0, (1, 1), caption="表")
    (page,) = pages_of(to_pdf(Document("题", "zh-CN", Layout.OFFICIAL, (table,))))

    assert LEFT < page.find("左")[0].left < page.find("右")[0].left < RIGHT
