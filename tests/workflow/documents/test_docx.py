import io
import zipfile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from hypothesis import given

from tests.workflow.documents import samples
from tests.workflow.documents.hostile import HOSTILE
from tests.workflow.documents.test_literal import ANY_TEXT
from workflow.documents.docx import to_docx
from workflow.documents.literal import literal
from workflow.documents.model import (
    Block,
    Cell,
    Document,
    Layout,
    Letterhead,
    PageBreak,
    Paragraph,
    QrCode,
    Role,
    Rule,
    Run,
    Table,
)


def read(document: Document) -> WordDocument:
    return docx.Document(io.BytesIO(to_docx(document)))


def parts(document: Document) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def a_report(*blocks: Block) -> Document:
    return Document("标题", "zh-CN", Layout.REPORT, blocks)


def a_document(text: str, layout: Layout = Layout.OFFICIAL) -> Document:
    return Document(
        title=text,
        language="zh-CN",
        layout=layout,
        blocks=(
            Paragraph.of(text),
            Paragraph((Run(text, bold=True, link="https://a.gov.cn/?a=1&b='\""),), Role.NOTE),
            Table(((Cell(text),),), 0, (1,), caption=text),
        ),
        letterhead=Letterhead(text, text, copies=(text,)),
    )


def sides(section: Section) -> list[float]:
    """Return a page's width and height, and its margins from the top around, in millimetres."""
    lengths = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.right_margin,
        section.bottom_margin,
        section.left_margin,
    )
    return [round((length or 0) / Mm(1), 1) for length in lengths]


def is_turned(section: Section) -> bool:
    width, height, *_ = sides(section)
    return width > height


def said(word: WordDocument, style: str) -> list[str]:
    return [it.text for it in word.paragraphs if it.style is not None and it.style.name == style]


@given(ANY_TEXT)
def test_text_is_data_in_every_part_of_a_file(text: str) -> None:
    word = read(a_document(text))
    printed = literal(text)

    assert said(word, "Body Text") == [printed]
    assert said(word, "附注") == [printed]
    assert said(word, "Title") == [printed]
    assert said(word, "发文机关标志") == [printed]
    assert said(word, "Caption") == ([printed] if text else [])
    assert word.tables[0].cell(0, 0).text == printed
    assert word.tables[1].cell(0, 0).text == f"抄送：{printed}。"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_it_is(text: str) -> None:
    assert said(read(a_document(text)), "Body Text") == [text]


def test_the_title_of_the_file_is_that_of_the_document() -> None:
    properties = read(samples.letter()).core_properties

    assert properties.title == "关于清溪镇石桥村征地补偿安置方案等信息的 政府信息公开申请答复书"
    assert properties.created == samples.CREATED_AT
    assert properties.author == ""


def test_headings_are_the_headings_that_word_knows() -> None:
    word = read(samples.long_letter())

    assert said(word, "Heading 1") == ["一、检索和认定的情况", "二、获取方式"]
    assert said(word, "Heading 2") == ["（一）逐项处理决定"]
    outlines = {
        name: word.styles[name].element.find(f".//{qn('w:outlineLvl')}").get(qn("w:val"))
        for name in ("Heading 1", "Heading 2")
    }
    assert outlines == {"Heading 1": "0", "Heading 2": "1"}


def test_the_page_of_a_letter_is_that_of_the_standard() -> None:  # GB/T 9704, 5.2.1
    assert sides(read(samples.letter()).sections[0]) == [210, 297, 37, 26, 35, 28]


def test_a_letter_names_the_fonts_of_the_standard() -> None:  # GB/T 9704, 5.2.2 and 7.3.3
    styles = read(samples.letter()).styles
    fonts = {
        name: styles[name].element.rPr.rFonts.get(qn("w:eastAsia"))
        for name in ("Body Text", "Title", "Heading 1", "Heading 2")
    }

    assert fonts == {
        "Body Text": "仿宋_GB2312",
        "Title": "方正小标宋简体",
        "Heading 1": "黑体",
        "Heading 2": "楷体_GB2312",
    }
    assert styles["Body Text"].font.size.pt == 16
    assert styles["Title"].font.size.pt == 22


def test_every_font_has_another_that_stands_in_for_it() -> None:
    fonts = parts(samples.letter())["word/fontTable.xml"]

    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in fonts


def test_22_lines_of_28_characters_fit_on_a_page_of_a_letter() -> None:  # GB/T 9704, 5.2.3
    word = read(samples.letter())
    section, body = word.sections[0], word.styles["Body Text"]
    page_width, page_height, top, right, bottom, left = sides(section)
    tighter = int(body.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    character = body.font.size.pt + tighter

    assert int(Mm(page_height - top - bottom) / body.paragraph_format.line_spacing) == 22
    assert int(Mm(page_width - left - right) / Pt(character)) == 28


def test_a_paragraph_begins_two_characters_in() -> None:
    indent = read(samples.letter()).styles["Body Text"].element.pPr.ind

    assert indent.get(qn("w:firstLineChars")) == "200"


def test_page_numbers_of_a_letter_are_fields_on_two_sides() -> None:
    footers = parts(samples.letter())

    assert "<w:evenAndOddHeaders/>" in footers["word/settings.xml"]
    for name, side in (("footer1", "right"), ("footer2", "left")):
        footer = footers[f"word/{name}.xml"]
        assert 'w:instr=" PAGE "' in footer
        assert f'<w:jc w:val="{side}"/>' in footer
        assert "— </w:t>" in footer


def test_page_numbers_of_a_report_say_out_of_how_many() -> None:
    footer = parts(samples.report())["word/footer1.xml"]

    assert 'w:instr=" PAGE "' in footer
    assert 'w:instr=" NUMPAGES "' in footer
    assert "第 " in footer


def test_merged_cells_are_merged() -> None:
    table = read(samples.report()).tables[0]
    corner, head = table.cell(0, 0), table.cell(1, 4)

    assert corner._tc is table.cell(2, 2)._tc  # noqa: SLF001 -- one element covers nine places
    assert head._tc is table.cell(1, 8)._tc  # noqa: SLF001 -- likewise
    assert head.text == "法人或其他组织"
    assert table.cell(5, 0).text == table.cell(26, 0).text == "三、本年度办理结果"


def test_the_head_of_a_table_comes_again_on_each_page() -> None:
    rows = read(samples.report()).tables[0].rows
    heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in rows]  # noqa: SLF001

    assert heads == [True] * 3 + [False] * 25


def test_only_the_page_of_a_wide_table_is_turned() -> None:
    wide = Table((tuple(Cell("甲") for _ in range(13)),), 0, (1.0,) * 13)
    sections = read(a_report(Paragraph.of("前"), wide, Paragraph.of("后"))).sections

    assert list(map(is_turned, sections)) == [False, True, False]


def test_no_upright_page_follows_a_turned_one_that_is_the_last() -> None:
    wide = Table((tuple(Cell("甲") for _ in range(13)),), 0, (1.0,) * 13)
    sections = read(a_report(Paragraph.of("前"), wide)).sections

    assert list(map(is_turned, sections)) == [False, True]


def test_two_tables_in_a_row_stay_two() -> None:
    table = Table(((Cell("甲"),),), 0, (1,))

    assert len(read(a_report(table, table)).tables) == 2


def test_a_link_is_a_link_and_one_within_the_desk_is_text() -> None:
    outside = Run("网站", link="https://a.gov.cn/?a=1&b=2")
    inside, script = Run("7", link="/desk/1"), Run("8", link="javascript:x")
    (paragraph,) = (
        it
        for it in read(a_report(Paragraph((outside, inside, script)))).paragraphs
        if it.text == "网站78"
    )

    assert [link.url for link in paragraph.hyperlinks] == ["https://a.gov.cn/?a=1&b=2"]


def test_the_seal_is_never_alone_on_a_page() -> None:
    *_, text, issuer, date = read(samples.letter()).paragraphs

    assert (issuer.text, date.text) == (samples.ISSUER, "2025年9月22日")
    assert text.paragraph_format.keep_with_next
    assert issuer.paragraph_format.keep_with_next


def test_the_issuer_stands_above_the_middle_of_the_date() -> None:
    *_, issuer, date = read(samples.letter()).paragraphs
    em = 15.75

    # Ten characters above seven and a half: the date of 4 + 6 + 1 + 2 + 1 + 1 columns less one.
    shift = date.paragraph_format.right_indent.pt - issuer.paragraph_format.right_indent.pt
    assert date.paragraph_format.right_indent.pt == pytest.approx(4 * em, abs=0.1)
    assert shift == pytest.approx((10 - 6.5) / 2 * em, abs=0.1)


def test_drawings_and_codes_are_pictures_that_are_told_in_words() -> None:
    word = read(samples.report())
    described = [found.get("descr") for found in word.element.body.iter(qn("wp:docPr"))]

    assert described == ["五年间由12件增加到44件，2024年略有回落。", "扫一扫在手机上查看当前页面"]
    assert len(word.inline_shapes) == 2


def test_the_red_rule_stands_below_the_number() -> None:
    document = parts(samples.letter())["word/document.xml"]

    assert '<w:bottom w:val="single" w:sz="12" w:space="11" w:color="D7000F"/>' in document


def test_whom_copies_go_to_stands_at_the_foot_of_the_page() -> None:
    document = parts(samples.long_letter())["word/document.xml"]

    assert 'w:tblpYSpec="bottom"' in document
    assert "抄送：临江县人民政府办公室，临江县自然资源局，临江县农业农村局。" in document


def test_a_page_break_a_rule_and_a_code_without_words_are_written() -> None:
    blocks = (PageBreak(), Rule(), QrCode("https://a.gov.cn"))
    document = parts(a_report(*blocks))["word/document.xml"]

    assert "<w:pageBreakBefore/>" in document
    assert '<w:bottom w:val="single" w:sz="6"' in document
    assert 'descr="https://a.gov.cn"' in document


def test_nothing_in_the_file_depends_on_the_day() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(samples.report()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_a_title_a_little_too_long_is_set_a_little_smaller() -> None:
    title = read(samples.report()).paragraphs[0]

    assert title.runs[0].font.size is not None
    assert 18 < title.runs[0].font.size.pt < 20
