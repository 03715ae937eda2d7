"""A published web page, read as it is: any encoding, unclosed tags, tables within tables."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from workflow.checking.pages import Allowance, Block, Grid, Page, Paragraph, Spanned, spread
from workflow.checking.unreadable import Trouble, UnreadableReportError

_HEAD = 4096
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""")
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CHINESE = "gb18030"  # reads what calls itself gb2312 or gbk, too
_OLD_NAMES = {"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936"}

_UNSEEN = frozenset({"head", "script", "style", "noscript", "template", "select", "svg", "iframe"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TABLE_PARTS = frozenset({"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"})
_BREAKING = (
    frozenset({"address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl"})
    | {"dt", "fieldset", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol"}
    | {"p", "pre", "section", "ul"}
    | _HEADINGS
    | _TABLE_PARTS
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def read_web_page(content: bytes, path: Path) -> Page:
    """Return what a page shows: its text, its tables, and its title."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    text = decoded(content).replace("\0", "")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise UnreadableReportError(Trouble.DAMAGED, path)
    titles = [_words(title) for title in root.iter("title")]
    return Page(tuple(_Shown(Allowance(path)).blocks(root)), next(iter(titles), ""))


def decoded(content: bytes) -> str:
    """Return a page's text by its mark, by what it declares, or by what it can be read as."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    found = _DECLARED.search(content[:_HEAD])
    named = found[1].decode("ascii").lower() if found else "utf-8"
    for encoding in (_CHINESE if named in _OLD_NAMES else named, "utf-8", _CHINESE):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("utf-8", "replace")


class _Shown:
    """The blocks that a page shows."""

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance

    def blocks(self, root: _Element) -> Iterator[Block]:
        """Yield the paragraphs and tables under an element, in their order."""
        words: list[str] = []
        is_heading = False
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start" and _is_unseen(element):
                walk.skip_subtree()
                continue
            if element.tag in _BREAKING:
                yield from _paragraph(words, heading=is_heading)
                words.clear()
                is_heading = event == "start" and element.tag in _HEADINGS
            if event == "end":
                words.append(element.tail or "" if element is not root else "")
                continue
            if element.tag == "table" and element is not root and _nested(element) <= 1:
                yield self._grid(element)
                walk.skip_subtree()
            elif not _is_unseen(element):
                words.append(element.text or "")
        yield from _paragraph(words, heading=is_heading)

    def _grid(self, table: _Element) -> Grid:
        rows = [[_spanned(cell) for cell in _cells(row)] for row in _rows(table)]
        inside = tuple(self.blocks(table))
        return Grid(spread(rows, self._allowance), inside)


def _is_unseen(element: _Element) -> bool:
    return element.tag in _UNSEEN or _HIDDEN.search(element.get("style", "")) is not None


def _paragraph(words: list[str], *, heading: bool) -> Iterator[Paragraph]:
    text = " ".join("".join(words).split())
    if text:
        yield Paragraph(text, heading)


def _nested(table: _Element) -> int:
    """Return how many tables deep a table is; two are enough to make it a frame of the page."""
    inner = next(table.iterdescendants("table"), None)
    if inner is None:
        return 0
    return 1 if all(_is_innermost(each) for each in table.iterdescendants("table")) else 2


def _is_innermost(table: _Element) -> bool:
    return next(table.iterdescendants("table"), None) is None


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from child.iterchildren("tr")


def _cells(row: _Element) -> Iterator[_Element]:
    return row.iterchildren("td", "th")


def _spanned(cell: _Element) -> Spanned:
    return Spanned(_words(cell), _span(cell, "colspan"), _span(cell, "rowspan"))


def _words(element: _Element) -> str:
    hidden = set(element.iter(*_UNSEEN))
    parts = [element.text or ""]
    for each in element.iterdescendants():
        if each not in hidden:
            parts.append(each.text or "")
        parts.append(each.tail or "")
    return " ".join("".join(parts).split())


def _span(cell: _Element, name: str) -> int:
    """Return a span; 0 reaches to the end, and what is no number spans nothing."""
    digits = cell.get(name, "1").strip()
    if not digits.isdecimal():
        return 1
    return int(digits[:_SPAN_DIGITS]) or _TO_THE_END


_SPAN_DIGITS = 5
_TO_THE_END = 99_999
