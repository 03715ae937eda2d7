"""A document as plain text, as a mail or a terminal shows it."""

from collections.abc import Iterator
from itertools import groupby
from unicodedata import combining, east_asian_width

from workflow.documents.grid import places
from workflow.documents.links import absolute
from workflow.documents.literal import literal
from workflow.documents.model import (
    Align,
    Block,
    Cell,
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
from workflow.documents.words import COPIES, PRINTED, document_date, lang_of

COLUMNS = 56  # a line of an official letter: 28 characters, each two columns wide
LINE = "─" * (COLUMNS // 2)
_WIDEST = 40  # a column is not padded beyond this
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
        if apart:
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
            return block.role in _APART, _paragraph(block, language)
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
        joint = "，" if language == "zh-CN" else ", "
        lines += _printed(COPIES.say(lang) + joint.join(map(literal, head.copies)))
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
    extents = [[(cell.rows, cell.span) for cell in row] for row in table.rows]
    grid: dict[tuple[int, int], Cell] = {}
    for row, placed in places(extents):
        grid.update(zip(placed, table.rows[row], strict=True))
    widths = _widths(grid, len(table.widths))
    covered = {
        (row + down, column): cell
        for (row, column), cell in grid.items()
        for down in range(1, cell.rows)
    }
    starts = sorted({**covered, **grid}.items(), key=lambda item: item[0])
    lines: list[str] = []
    for _, cells in groupby(starts, key=lambda item: item[0][0]):
        lines += _row(
            [
                (_lines(cell, place in grid), cell, widths[place[1] : place[1] + cell.span])
                for place, cell in cells
            ]
        )
    return lines


def _row(cells: list[tuple[list[str], Cell, list[int]]]) -> list[str]:
    height = max(len(lines) for lines, _, _ in cells)
    rows = []
    for number in range(height):
        shown = [
            _padded(
                lines[number] if number < len(lines) else "",
                cell,
                sum(widths) + 3 * (len(widths) - 1),
            )
            for lines, cell, widths in cells
        ]
        rows.append(f"| {' | '.join(shown)} |")
    return rows


def _lines(cell: Cell, begins: bool) -> list[str]:  # noqa: FBT001 -- whether the cell begins here
    return literal(cell.text).split("\n") if begins else [""]


def _widths(grid: dict[tuple[int, int], Cell], count: int) -> list[int]:
    widths = [1] * count
    for (_, column), cell in grid.items():
        if cell.span == 1:
            needed = max(columns(line) for line in literal(cell.text).split("\n"))
            widths[column] = min(_WIDEST, max(widths[column], needed))
    return widths


def _padded(text: str, cell: Cell, width: int) -> str:
    room = max(0, width - columns(text))
    match cell.aligned:
        case Align.LEFT:
            return text + " " * room
        case Align.RIGHT:
            return " " * room + text
        case Align.CENTER:
            return " " * (room // 2) + text + " " * (room - room // 2)
