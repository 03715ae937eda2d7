"""The few marks by which a template says what a line is; in a value they are letters like others.

    # 题目          title                     - 一项          item of a list
    @ 收件人：       addressee                 > 附注          note
    ## 小标题        heading                   | 甲 | 乙 |     row of a table; `| *甲 |` a label
    ===             new page                  |: 1 | 3 |      shares of its columns
    !qr 网址 说明    code for the phone        | >12 |         stands at the right
    ¶               line break                ---             line across

Anything else is text: lines run on, and an empty line ends the paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from workflow.documents.errors import TableShapeError
from workflow.documents.model import (
    Align,
    Block,
    Cell,
    PageBreak,
    Paragraph,
    QrCode,
    Role,
    Rule,
    Table,
)
from workflow.letters.environment import CLOSE, OPEN, unsealed
from workflow.letters.errors import TemplateLayoutError

_ROLES = {
    "# ": Role.TITLE,
    "## ": Role.HEADING,
    "@ ": Role.ADDRESSEE,
    "- ": Role.LIST_ITEM,
    "> ": Role.NOTE,
}
_SHARES = "|:"
_ROW = "|"
_QR = "!qr "
_NEW_PAGE = "==="
_RULE = "---"
_LABEL = "*"
_RIGHT = ">"
_BREAK = "¶"
_VALUE = re.compile(f"({OPEN}[^{CLOSE}]*{CLOSE})")
_BAR_OUTSIDE_VALUES = re.compile(f"\\|(?=[^{CLOSE}]*(?:{OPEN}|$))")


@dataclass(slots=True)
class _Reader:
    """Gathers lines into blocks; a paragraph and a table are open until something ends them."""

    kind: str
    said: list[str] = field(default_factory=list)
    role: Role = Role.BODY
    rows: list[list[str]] = field(default_factory=list)
    shares: tuple[float, ...] = ()

    def blocks(self, text: str) -> Iterator[Block]:
        for number, line in enumerate(text.splitlines(), 1):
            yield from self._line(line.strip(), number)
        yield from self._end()

    def _line(self, line: str, number: int) -> Iterator[Block]:
        if line.startswith(_SHARES):
            yield from self._end()
            self.shares = self._read_shares(line, number)
        elif line.startswith(_ROW):
            yield from self._end_paragraph()
            self.rows.append(_cells(line))
        elif mark := next((mark for mark in _ROLES if line.startswith(mark)), ""):
            yield from self._end()
            self.role = _ROLES[mark]
            self.said.append(line.removeprefix(mark))
        elif (alone := _alone(line)) is not None:
            yield from self._end()
            yield alone
        elif line:
            yield from self._end_table()
            self.said.append(line)
        else:
            yield from self._end()

    def _end(self) -> Iterator[Block]:
        yield from self._end_paragraph()
        yield from self._end_table()

    def _end_paragraph(self) -> Iterator[Block]:
        said = _plain("".join(self.said)).strip(" ")
        if said:
            yield Paragraph.of(said, self.role)
        self.said, self.role = [], Role.BODY

    def _end_table(self) -> Iterator[Block]:
        if self.rows:
            yield self._table()
        self.rows, self.shares = [], ()

    def _table(self) -> Table:
        width = len(self.shares) or max(map(len, self.rows))
        if any(len(cells) > width for cells in self.rows):
            raise TemplateLayoutError(self.kind, 0, _SHARES)
        rows = tuple(_row(cells, width) for cells in self.rows)
        heads = all(cell.head for cell in rows[0]) and len(rows) > 1
        try:
            return Table(rows, int(heads), self.shares or (1.0,) * width)
        except TableShapeError as error:
            raise TemplateLayoutError(self.kind, 0, f"{error}") from error

    def _read_shares(self, line: str, number: int) -> tuple[float, ...]:
        try:
            return tuple(float(share) for share in line.strip("|:").split("|"))
        except ValueError:
            raise TemplateLayoutError(self.kind, number, line) from None


def blocks_of(kind: str, text: str) -> tuple[Block, ...]:
    """Return the blocks that a filled template makes, or raise TemplateLayoutError."""
    return tuple(_Reader(kind).blocks(text))


def _alone(line: str) -> Block | None:
    """Return the block that a line is by itself, if it is one."""
    if line == _NEW_PAGE:
        return PageBreak()
    if line == _RULE:
        return Rule()
    if line.startswith(_QR):
        payload, _, caption = line.removeprefix(_QR).partition(CLOSE)
        return QrCode(unsealed(payload).strip(), unsealed(caption).strip())
    return None


def _cells(line: str) -> list[str]:
    return [cell.strip(" ") for cell in _BAR_OUTSIDE_VALUES.split(line)[1:-1]]


def _row(cells: list[str], width: int) -> tuple[Cell, ...]:
    """Return a row; its last cell takes what width is left."""
    row = []
    for place, cell in enumerate(cells, 1):
        span = width - place + 1 if place == len(cells) else 1
        head, right = cell.startswith(_LABEL), cell.startswith(_RIGHT)
        text = _plain(cell[1:] if head or right else cell).strip(" ")
        row.append(Cell(text, span=span, head=head, align=Align.RIGHT if right else None))
    return tuple(row)


def _plain(text: str) -> str:
    """Return what was written without its marks; a break is one only in the template's words."""
    parts = _VALUE.split(text)
    parts[::2] = [part.replace(_BREAK, "\n") for part in parts[::2]]
    return unsealed("".join(parts))
