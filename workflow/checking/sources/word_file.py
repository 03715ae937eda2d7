"""A published .docx: its paragraphs, and its tables with merged cells spread out."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError, _Element

from workflow.checking.pages import Allowance, Block, Grid, Page, Paragraph, Spanned, spread
from workflow.checking.unreadable import Trouble, UnreadableReportError

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _BREAKS = qn("w:t"), frozenset({qn("w:br"), qn("w:cr"), qn("w:tab")})
_STYLE, _VALUE = qn("w:pStyle"), qn("w:val")
# What an older program is shown instead, and what was struck out: the same words twice, or dead.
_UNSEEN = frozenset(
    {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", qn("w:del")}
)
_DEEPEST = 4


def read_word_file(content: bytes, path: Path) -> Page:
    """Return the text and the tables of a .docx, measured before it is opened."""
    try:
        document = Document(io.BytesIO(content))
    except (
        KeyError,
        ValueError,
        PackageNotFoundError,
        XMLSyntaxError,
        zipfile.BadZipFile,
    ) as error:
        raise UnreadableReportError(Trouble.DAMAGED, path) from error
    body = document.element.body
    return Page(tuple(_blocks(body, Allowance(path))))


def _blocks(parent: _Element, allowance: Allowance, depth: int = 0) -> Iterator[Block]:
    """Yield what stands in the body or a cell, looking through what only wraps it."""
    for child in parent:
        if child.tag == _PARAGRAPH:
            yield from _paragraph(child)
        elif child.tag == _TABLE and depth < _DEEPEST:
            inside = tuple(
                block
                for cell in child.iter(_CELL)
                if _nearest(cell, _TABLE) is child
                for block in _blocks(cell, allowance, depth + 1)
            )
            yield Grid(spread(_rows(child), allowance), inside)
        elif child.tag not in _UNSEEN:
            yield from _blocks(child, allowance, depth)


def _nearest(element: _Element, tag: str) -> _Element | None:
    return next(element.iterancestors(tag), None)


def _paragraph(paragraph: _Element) -> Iterator[Paragraph]:
    style = paragraph.find(f"./{qn('w:pPr')}/{_STYLE}")
    name = "" if style is None else style.get(_VALUE, "")
    if text := _words(paragraph):
        yield Paragraph(text, heading=name.startswith(("Heading", "Title")) or name.isdecimal())


def _words(element: _Element) -> str:
    words = []
    for part in element.iter():
        if any(above.tag in _UNSEEN for above in part.iterancestors()):
            continue
        if part.tag == _TEXT:
            words.append(part.text or "")
        elif part.tag in _BREAKS or part.tag == _PARAGRAPH:
            words.append(" ")
    return " ".join("".join(words).split())


def _rows(table: _Element) -> list[list[Spanned]]:
    """Return the rows with spans counted: a merged cell goes on in the cells marked so below it."""
    rows = [_cells(row) for row in table.iter(_ROW) if _nearest(row, _TABLE) is table]
    spanned: list[list[Spanned]] = []
    for number, cells in enumerate(rows):
        line = []
        for place, cell, columns in cells:
            if cell is None:
                line.append(Spanned("", columns))
            elif not _goes_on(cell):
                line.append(Spanned(_words(cell), columns, _height(rows, number, place)))
        spanned.append(line)
    return spanned


Placed = tuple[int, _Element | None, int]


def _cells(row: _Element) -> list[Placed]:
    """Return the cells of a row with the column each begins in, and how many it covers."""
    place = _count(row, f"./{qn('w:trPr')}/{qn('w:gridBefore')}", 0)
    placed: list[Placed] = [(0, None, place)] if place else []
    for cell in row.iter(_CELL):
        if _nearest(cell, _ROW) is row:
            columns = _count(cell, f"./{qn('w:tcPr')}/{qn('w:gridSpan')}", 1)
            placed.append((place, cell, columns))
            place += columns
    return placed


def _height(rows: list[list[Placed]], number: int, place: int) -> int:
    """Return how many rows a cell covers, from its own on."""
    for lower in range(number + 1, len(rows)):
        below = next((cell for at, cell, _ in rows[lower] if at == place), None)
        if below is None or not _goes_on(below):
            return lower - number
    return len(rows) - number


def _goes_on(cell: _Element) -> bool:
    merge = cell.find(f"./{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(_VALUE, "continue") == "continue"


def _count(element: _Element, path: str, otherwise: int) -> int:
    found = element.find(path)
    digits = "" if found is None else found.get(_VALUE, "")
    return int(digits[:_SPAN_DIGITS]) if digits.isdecimal() else otherwise


_SPAN_DIGITS = 4
