"""A document as data for the typesetter: strings, numbers and lists, and no markup."""

from datetime import UTC
from typing import Any

from workflow.documents.drawings import checked_svg
from workflow.documents.faces import Faces
from workflow.documents.links import absolute
from workflow.documents.literal import literal
from workflow.documents.model import (
    Block,
    Cell,
    Document,
    Figure,
    Language,
    Letterhead,
    PageBreak,
    Paragraph,
    QrCode,
    Rule,
    Run,
    Signature,
    Table,
)
from workflow.documents.pieces import Pieces, lines_of
from workflow.documents.qr import qr_svg
from workflow.documents.words import COPIES, PAGE, PRINTED, copies_of, document_date, lang_of

Shape = dict[str, Any]

_LONGEST = 20  # a string that may not be broken, in a paragraph
_LONGEST_IN_CELL = 8
_WHOLE_ROW = 300  # a row with a longer text may be torn over two pages


def set_data(document: Document, faces: Faces) -> Shape:
    """Return what the layouts of `typesetting/` read."""
    language = document.language
    before, after = PAGE.say(lang_of(language)).split("{page}")
    between, after = after.split("{pages}")
    return {
        "title": " ".join(literal(document.title).split()),
        "lang": "zh" if language == "zh-CN" else "en",
        "region": "cn" if language == "zh-CN" else "gb",
        "layout": document.layout.value,
        "created": _instant(document),
        "fonts": {name: getattr(faces, name) for name in Faces.__slots__},
        "bold": faces.bold,
        "page": [before, between, after],
        "letterhead": _letterhead(document.letterhead, language),
        "blocks": [_block(block, language, faces) for block in document.flow],
    }


def text_of(shape: Shape) -> str:
    """Return every string of the blocks and the head, to be looked up in the fonts."""
    found: list[str] = []
    stack: list[Any] = [shape["blocks"], shape["letterhead"]]
    while stack:
        it = stack.pop()
        if isinstance(it, str):
            found.append(it)
        elif isinstance(it, dict):
            stack.extend(value for name, value in it.items() if name not in {"svg", "alt", "link"})
        elif isinstance(it, list):
            stack.extend(it)
    return "".join(found)


def _instant(document: Document) -> list[int] | None:
    if document.created_at is None:
        return None
    return list(document.created_at.astimezone(UTC).timetuple()[:6])


def _letterhead(head: Letterhead | None, language: Language) -> Shape | None:
    if head is None:
        return None
    lang = lang_of(language)
    day = head.printed_on
    printed_on = "" if day is None else PRINTED.say(lang, on=document_date(day, language))
    return {
        "issuer": _lines(head.issuer),
        "number": _said(head.number),
        "imprint": bool(head.copies or head.printed_by),
        "copies-label": _lines(COPIES.say(lang)),
        "copies": _said(copies_of(head.copies, language)),
        "printed-by": _said(head.printed_by),
        "printed-on": _lines(printed_on),
    }


def _block(block: Block, language: Language, faces: Faces) -> Shape:  # noqa: PLR0911 -- one for each kind
    match block:
        case Paragraph():
            runs = [_run(run) for run in block.runs]
            return {"kind": "paragraph", "role": block.role.value, "runs": runs}
        case Table():
            return _table(block)
        case Figure():
            return {
                "kind": "figure",
                "svg": checked_svg(block.svg, faces.head[0]),
                "alt": literal(block.description or block.title),
                "title": _lines(block.title),
            }
        case QrCode():
            return {
                "kind": "qr",
                "svg": qr_svg(block.payload),
                "alt": literal(block.caption or block.payload),
                "caption": _said(block.caption),
            }
        case Signature():
            return {
                "kind": "signature",
                "issuer": _lines(block.issuer + block.seal_note),
                "on": _lines(document_date(block.on, language)),
            }
        case PageBreak():
            return {"kind": "break"}
        case Rule():
            return {"kind": "rule"}


def _table(table: Table) -> Shape:
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    return {
        "kind": "table",
        "caption": _said(table.caption),
        "widths": list(table.widths),
        "landscape": table.landscape,
        "head": rows[: table.head_rows],
        "body": rows[table.head_rows :],
    }


def _cell(cell: Cell) -> Shape:
    return {
        "lines": _lines(cell.text, _LONGEST_IN_CELL),
        "span": cell.span,
        "rows": cell.rows,
        "head": cell.head,
        "bold": cell.bold,
        "align": cell.aligned.value,
        "link": absolute(cell.link),
        "long": len(cell.text) > _WHOLE_ROW or cell.rows > 1,
    }


def _run(run: Run) -> Shape:
    return {"lines": _lines(run.text), "bold": run.bold, "link": absolute(run.link)}


def _lines(text: str, longest: int = _LONGEST) -> list[Pieces]:
    return lines_of(literal(text), longest)


def _said(text: str) -> list[Pieces]:
    """Return the lines of a text that may be left out: none, when there is none."""
    return _lines(text) if text else []
