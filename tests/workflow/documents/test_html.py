import re
from html.parser import HTMLParser

import pytest
from hypothesis import given

from tests.workflow.documents import samples
from tests.workflow.documents.hostile import HOSTILE
from tests.workflow.documents.test_literal import ANY_TEXT
from workflow.documents.html import to_html
from workflow.documents.literal import literal
from workflow.documents.model import (
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


class Read(HTMLParser):
    """What a browser reads in a page: elements with their attributes, and the text in each."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.texts[-1] += "\n"
            return
        self.elements.append((tag, dict(attrs)))
        self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += data

    def text_of(self, tag: str, **attributes: str) -> list[str]:
        return [
            text
            for (name, found), text in zip(self.elements, self.texts, strict=True)
            if name == tag and attributes.items() <= found.items()
        ]

    def names(self) -> set[str]:
        return {name for name, _ in self.elements}


def a_document(text: str) -> Document:
    return Document(
        title=text,
        language="zh-CN",
        layout=Layout.OFFICIAL,
        blocks=(
            Paragraph.of(text),
            Paragraph((Run(text, bold=True),), Role.NOTE),
            Table(((Cell(text, link="/desk/1"),),), 0, (1,), caption=text),
            QrCode("https://a.gov.cn", caption=text),
        ),
        letterhead=Letterhead(text, text),
    )


@given(ANY_TEXT)
def test_text_is_data_in_every_part_of_a_page(text: str) -> None:
    page = Read(to_html(a_document(text), fragment=True))
    printed = literal(text)

    # An empty run or caption makes no element, or one that says nothing.
    assert page.text_of("p", **{"class": "body"}) == [printed]
    assert page.text_of("strong") == [printed]
    assert page.text_of("h2", **{"class": "title"}) == [printed]
    assert page.text_of("p", **{"class": "issuer"}) == [printed]
    assert page.text_of("a") == [printed]
    assert page.text_of("caption") == ([printed] if text else [])


@given(ANY_TEXT)
def test_text_adds_no_element_to_a_page(text: str) -> None:
    assert Read(to_html(a_document(text))).names() <= Read(to_html(a_document("字"))).names()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_it_is(text: str) -> None:
    assert Read(to_html(a_document(text))).text_of("p", **{"class": "body"}) == [text]


def test_a_page_has_no_script_and_says_its_language() -> None:
    html = to_html(samples.report())

    assert "<script" not in html
    assert html.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    assert not re.search(r"\son\w+=", html)


def test_a_fragment_is_one_article_without_a_style_of_its_own() -> None:
    fragment = to_html(samples.report(), fragment=True)

    assert fragment.startswith("<article")
    assert fragment.endswith("</article>")
    assert "style" not in Read(fragment).names()
    assert " style=" not in fragment


def test_the_headings_of_a_fragment_leave_the_first_level_to_its_page() -> None:
    assert {"h1", "h2", "h3"} <= Read(to_html(samples.report())).names()
    assert "h1" not in Read(to_html(samples.report(), fragment=True)).names()


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        " JavaScript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "ht tp://a",
        "http://[",
    ],
)
def test_a_link_that_is_no_address_is_only_text(link: str) -> None:
    paragraph = Paragraph((Run("看", link=link),))
    page = Read(to_html(Document("题", "zh-CN", Layout.REPORT, (paragraph,)), fragment=True))

    assert "a" not in page.names()
    assert page.text_of("p") == ["看"]


@pytest.mark.parametrize(
    "link", ["https://a.gov.cn/?a=1&b=%22", "/desk/cells/1", "#fn", "mailto:a@b.cn"]
)
def test_a_link_is_followed(link: str) -> None:
    paragraph = Paragraph((Run("看", link=link),))
    page = Read(to_html(Document("题", "zh-CN", Layout.REPORT, (paragraph,))))

    assert [found for name, found in page.elements if name == "a"] == [{"href": link}]


def test_a_head_says_what_it_heads() -> None:
    page = Read(to_html(samples.report()))
    heads = [found for name, found in page.elements if name == "th"]

    assert all(found.get("scope") in {"col", "colgroup", "row", "rowgroup"} for found in heads)
    assert page.text_of("th", scope="colgroup", colspan="5") == ["法人或其他组织"]
    assert page.text_of("th", scope="rowgroup", rowspan="22") == ["三、本年度办理结果"]


def test_a_drawing_has_a_name_and_its_figures_beside_it() -> None:
    page = Read(to_html(samples.report()))
    label = "五年间由12件增加到44件，2024年略有回落。"

    assert ("span", {"role": "img", "aria-label": label}) in page.elements
    assert page.text_of("summary") == ["数据表"]


def test_an_official_letter_ends_with_whom_copies_go_to() -> None:
    html = to_html(samples.long_letter())

    assert "抄送：临江县人民政府办公室，临江县自然资源局，临江县农业农村局。" in html
    assert "2025年9月22日印发" in html


def test_a_rule_stands_between_and_a_page_break_ends_a_page() -> None:
    blocks = (Rule(), PageBreak())
    page = Read(to_html(Document("题", "zh-CN", Layout.REPORT, blocks)))

    assert ("hr", {}) in page.elements
    assert ("div", {"class": "page-break"}) in page.elements


def test_only_an_official_letter_has_a_red_rule() -> None:
    assert "red-rule" in to_html(samples.letter(), fragment=True)
    assert "red-rule" not in to_html(samples.form(), fragment=True)
