from datetime import date

from hypothesis import given
from syrupy.assertion import SnapshotAssertion

from tests.workflow.documents import samples
from tests.workflow.documents.test_literal import ANY_TEXT
from workflow.documents.literal import literal
from workflow.documents.model import (
    Cell,
    Document,
    Language,
    Layout,
    Letterhead,
    PageBreak,
    Paragraph,
    Role,
    Rule,
    Run,
    Table,
)
from workflow.documents.text import LINE, to_text


def said(*blocks: Paragraph | Table | Rule | PageBreak) -> str:
    return to_text(Document("标题", "zh-CN", Layout.REPORT, blocks))


@given(ANY_TEXT)
def test_text_is_printed_literally_in_every_part(text: str) -> None:
    printed = said(
        Paragraph.of(text),
        Paragraph((Run(text, bold=True, link="https://a.gov.cn"),), Role.ADDRESSEE),
        Table(((Cell(text),),), 0, (1,), caption=f"。{text}。"),
    )

    assert f"　　{literal(text)}" in printed
    assert f"。{literal(text)}。" in printed
    assert all(f"| {line}" in printed for line in literal(text).split("\n"))


def test_a_link_is_told_beside_what_it_is_called() -> None:
    assert "县政府网站 <https://a.gov.cn>" in said(
        Paragraph((Run("县政府网站", link="https://a.gov.cn"),))
    )
    assert "<" not in said(Paragraph((Run("https://a.gov.cn", link="https://a.gov.cn"),)))


def test_a_rule_is_a_line_of_its_own() -> None:
    assert said(Paragraph.of("甲"), Rule(), Paragraph.of("乙")).splitlines()[-2] == LINE


def test_a_new_page_is_an_empty_line() -> None:
    assert said(Paragraph.of("甲"), PageBreak(), Paragraph.of("乙")).endswith("甲\n\n　　乙\n")


def test_a_letter_reads_as_a_letter(snapshot: SnapshotAssertion) -> None:
    assert to_text(samples.long_letter()) == snapshot


def test_a_form_reads_as_a_form(snapshot: SnapshotAssertion) -> None:
    assert to_text(samples.form()) == snapshot


def test_a_report_reads_as_a_report(snapshot: SnapshotAssertion) -> None:
    assert to_text(samples.report()) == snapshot


def test_an_english_letter_reads_as_a_letter(snapshot: SnapshotAssertion) -> None:
    assert to_text(samples.english_letter()) == snapshot


def imprint_of(head: Letterhead, language: Language = "zh-CN") -> str:
    document = Document("题", language, Layout.OFFICIAL, (), head)
    return to_text(document).split(LINE)[-1].strip()


def test_the_foot_says_only_what_there_is_to_say() -> None:
    day = date(2025, 9, 22)  # Mon

    assert imprint_of(Letterhead("关", copies=("甲", "乙"))) == "抄送：甲，乙。"
    assert imprint_of(Letterhead("关", printed_by="办公室")) == "办公室"
    assert imprint_of(Letterhead("关", printed_by="办公室", printed_on=day)) == (
        "办公室　2025年9月22日印发"
    )
    assert imprint_of(Letterhead("O", copies=("A", "B")), "en") == "Copies to: A, B."
