"""Whatever a person wrote comes out as they wrote it, and makes nothing of the letter."""

import io
import re
from html import unescape

import docx
import pypdfium2
import pytest

from tests.workflow.letters.correspondence import full_samples
from workflow.documents.model import Paragraph, QrCode, Table
from workflow.letters.fact_catalogue import FACTS
from workflow.letters.facts import Fact, Shape
from workflow.letters.files import WRITERS
from workflow.letters.kinds import LetterKind
from workflow.letters.render import Letter, render
from workflow.records.canonical import JsonValue

FULL = full_samples()
HOSTILE = (
    "#set page() <b>粗</b> {{ 7*7 }} {% if 1 %} \\ \\\\ $x$ | *甲 | 乙 |",
    "# 题目",
    "## 小标题",
    "@ 收件人：",
    "- 一项",
    "> 附注",
    "| *甲 | 乙 |",
    "|: 1 | 2 |",
    "---",
    "===",
    "!qr https://example.cn 说明",
    "¶",
    "*标签",
    "赟喆堃䶮",
    "&lt;script&gt;alert(1)&lt;/script&gt; <!-- --> &amp;",
    "=1+1",
    "[链接](https://example.cn)",
)
every_kind = pytest.mark.parametrize("kind", LetterKind)
every_text = pytest.mark.parametrize("hostile", HOSTILE)


def poisoned(kind: LetterKind, hostile: str) -> dict[str, JsonValue]:
    """Return the facts of a letter with every text of it replaced."""
    return {name: poison(FACTS[name], value, hostile) for name, value in FULL[kind].items()}


def poison(fact: Fact, value: JsonValue, hostile: str) -> JsonValue:
    match fact.shape, value:
        case Shape.TEXT, str() if value:
            return hostile
        case Shape.TEXTS, list():
            return [hostile for _ in value]
        case Shape.ROWS, list():
            columns = {column.name: column for column in fact.columns}
            return [
                {name: poison(columns[name], cell, hostile) for name, cell in row.items()}
                for row in value
                if isinstance(row, dict)
            ]
        case _:
            return value


def shape(letter: Letter) -> list[object]:
    """Return what a letter is built of, without what it says."""
    return [
        (type(block).__name__, getattr(block, "role", None), cells(block))
        for block in letter.document.blocks
    ]


def cells(block: object) -> list[list[tuple[int, bool]]]:
    rows = block.rows if isinstance(block, Table) else ()
    return [[(cell.span, cell.head) for cell in row] for row in rows]


def said(letter: Letter) -> str:
    """Return all that a letter says, without a writer's own ways."""
    parts: list[str] = []
    for block in letter.document.blocks:
        if isinstance(block, Paragraph):
            parts.append(block.text)
        elif isinstance(block, Table):
            parts += [cell.text for row in block.rows for cell in row]
        elif isinstance(block, QrCode):
            parts.append(block.payload)
    return "\n".join(parts)


@every_kind
@every_text
def test_a_value_makes_no_structure(kind: LetterKind, hostile: str) -> None:
    written = render(kind, poisoned(kind, hostile))

    assert shape(written) == shape(render(kind, FULL[kind]))
    assert hostile.rstrip("；。") in said(written)


@every_kind
def test_several_lines_of_a_value_stay_in_its_paragraph(kind: LetterKind) -> None:
    written = render(kind, poisoned(kind, "第一行\n\n第二行\r\n- 第三行"))

    assert shape(written) == shape(render(kind, FULL[kind]))
    assert "第一行\n\n第二行\n- 第三行" in said(written)


@every_kind
def test_what_no_printer_knows_is_shown_as_unknown(kind: LetterKind) -> None:
    written = render(kind, poisoned(kind, "甲\ufdd0乙\ufdd1丙\ufdd2丁\x07戊"))

    assert shape(written) == shape(render(kind, FULL[kind]))
    assert "甲\ufffd乙\ufffd丙\ufffd丁\ufffd戊" in said(written)


@pytest.mark.parametrize("kind", [LetterKind.CORRECTION_NOTICE, LetterKind.REGISTRATION_FORM])
def test_every_kind_of_file_says_it_literally(kind: LetterKind) -> None:
    hostile = "#set page() <b>粗</b> {{ 7*7 }} \\ $x$ 赟喆堃"

    letter = render(kind, poisoned(kind, hostile))
    files = {ending: write(letter) for ending, write in WRITERS.items()}

    assert hostile in files[".txt"].decode()
    assert hostile in unescape(re.sub(r"</?(?!b>)[^>]*>", "", files[".html"].decode()))
    assert "<b>粗" not in files[".html"].decode()
    for text in (pdf_text(files[".pdf"]), docx_text(files[".docx"])):
        assert squeezed(hostile) in squeezed(text)


def pdf_text(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as pdf:
        return "".join(page.get_textpage().get_text_bounded() for page in pdf)


def docx_text(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        paragraphs += [cell.text for row in table.rows for cell in row.cells]
    return "".join(paragraphs)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)
