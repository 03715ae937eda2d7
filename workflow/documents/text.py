"""A document as plain text, as a mail or a terminal shows it."""

from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from workflow.documents.links import absolute
from workflow.documents.literal import literal
from workflow.documents.model import (
    Align,
    Block,
    Document,
    Figure,
    Language,
    Letterhead,
    PageBreak,
    Paragraph,
    QrCode,
    Role,
    Rule,
    Run,
    Signature,
    Table,
)
from workflow.documents.rows import Place, full_rows
from workflow.documents.words import COPIES, PRINTED, copies_of, document_date, lang_of

COLUMNS = 56  # a line of an official letter: 28 characters, each two columns wide
LINE = "─" * (COLUMNS // 2)
_WIDEST = 72  # a column is not padded beyond this
_BETWEEN = " | "
_INDENTED = {Role.BODY, Role.LIST_ITEM, Role.NOTE}
_RIGHT = {Role.SIGNATURE, Role.DATE}
_APART = {Role.TITLE, Role.HEADING}  # an empty line stands before and after


def to_text(document: Document) -> str:
    """Return the document as lines of text; the last ends in a newline."""
    lines: list[str] = []
    for apart, part in _parts(document):
        if apart and lines and lines[-1]:
            lines.append("")
        lines.extend(part)
        if apart and part:
            lines.append("")
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def columns(text: str) -> int:
    """Return how many columns of a terminal a line takes."""
    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


Part = tuple[bool, list[str]]


def _parts(document: Document) -> Iterator[Part]:
    """Yield the lines of every block, and whether empty lines set them apart."""
    head = document.letterhead
    if head is not None:
        yield True, [*_printed(head.issuer), *_printed(head.number), LINE]
    for block in document.flow:
        yield _part(block, document.language)
    if head is not None and (head.copies or head.printed_by):
        yield True, [LINE, *_foot(head, document.language)]


def _part(block: Block, language: Language) -> Part:  # noqa: PLR0911 -- one for each kind
    match block:
        case Paragraph():
            apart = block.role in _APART or language == "en"
            return apart, _paragraph(block, language)
        case Table():
            return True, [*_printed(block.caption), *_table(block)]
        case Figure():
            words = [*_printed(block.title), *_printed(block.description)]
            return True, [*words, *_table(block.data)]
        case QrCode():
            return True, [*_printed(block.caption), *_printed(block.payload)]
        case Signature():
            day = document_date(block.on, language)
            return True, _to_the_right(f"{literal(block.issuer)}{literal(block.seal_note)}\n{day}")
        case Rule():
            return False, [LINE]
        case PageBreak():
            return True, []


def _foot(head: Letterhead, language: Language) -> list[str]:
    lang = lang_of(language)
    lines = []
    if head.copies:
        lines += _printed(COPIES.say(lang) + copies_of(head.copies, language))
    issue = [literal(head.printed_by)] if head.printed_by else []
    if head.printed_on is not None:
        issue.append(PRINTED.say(lang, on=document_date(head.printed_on, language)))
    return [*lines, *_printed("　".join(issue))]


def _paragraph(block: Paragraph, language: Language) -> list[str]:
    said = "".join(map(_run, block.runs))
    if block.role in _RIGHT:
        return _to_the_right(said)
    if block.role in _INDENTED and language == "zh-CN":
        said = f"　　{said}"
    return said.split("\n")


def _run(run: Run) -> str:
    said, link = literal(run.text), absolute(run.link)
    return f"{said} <{link}>" if link and link != said else said


def _printed(text: str) -> list[str]:
    return literal(text).split("\n") if text else []


def _to_the_right(text: str) -> list[str]:
    return [" " * max(0, COLUMNS - columns(line)) + line for line in text.split("\n")]


def _table(table: Table) -> list[str]:
    """Return the rows of a table, each cell as wide as the columns that it covers."""
    rows = full_rows(table)
    widths = _widths(rows, len(table.widths))
    return [line for row in rows for line in _row(row, widths)]


def _row(row: list[Place], widths: list[int]) -> list[str]:
    cells = [literal(place.cell.text).split("\n") if place.begins else [] for place in row]
    lines = []
    for number in range(max(1, *map(len, cells))):
        shown = [
            _padded(said[number] if number < len(said) else "", place, widths)
            for said, place in zip(cells, row, strict=True)
        ]
        lines.append(f"| {_BETWEEN.join(shown)} |")
    return lines


def _widths(rows: list[list[Place]], count: int) -> list[int]:
    widths = [1] * count
    for cell, column, begins in (place for row in rows for place in row):
        if begins and cell.span == 1:
            needed = max(columns(line) for line in literal(cell.text).split("\n"))
            widths[column] = min(_WIDEST, max(widths[column], needed))
    return widths


def _padded(text: str, place: Place, widths: list[int]) -> str:
    covered = widths[place.column : place.column + place.cell.span]
    room = max(0, sum(covered) + len(_BETWEEN) * (len(covered) - 1) - columns(text))
    match place.cell.aligned:
        case Align.LEFT:
            return text + " " * room
        case Align.RIGHT:
            return " " * room + text
        case Align.CENTER:
            return " " * (room // 2) + text + " " * (room - room // 2)
