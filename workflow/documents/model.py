"""What a document says, in order, without a word on how any format writes it.

All text in a document is data: no writer reads markup in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from workflow.documents.grid import check_shape

Language = Literal["zh-CN", "en"]
UPRIGHT_COLUMNS = 12  # on 160 mm, three characters to a column


class Layout(StrEnum):
    """How a document is laid out on paper."""

    OFFICIAL = "official"  # GB/T 9704: an official letter
    REPORT = "report"
    FORM = "form"


class Role(StrEnum):
    """What a paragraph is for."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    BODY = "body"
    ADDRESSEE = "addressee"
    LIST_ITEM = "list_item"  # its number, if it has one, is part of its text
    SIGNATURE = "signature"
    DATE = "date"
    NOTE = "note"
    CAPTION = "caption"


class Align(StrEnum):
    """Where the text of a cell stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one manner; a newline in it breaks the line, not the paragraph."""

    text: str
    bold: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some runs, and what they are for."""

    runs: tuple[Run, ...]
    role: Role = Role.BODY

    @classmethod
    def of(cls, text: str, role: Role = Role.BODY) -> "Paragraph":
        """Return a paragraph of plain text."""
        return cls((Run(text),), role)

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, over as many columns (`span`) and rows as it covers.

    `number` is what a spreadsheet computes with, where the text prints a number.
    """

    text: str
    span: int = 1
    rows: int = 1
    head: bool = False
    align: Align | None = None
    link: str = ""
    bold: bool = False
    number: int | float | None = None

    @property
    def aligned(self) -> Align:
        """Where its text stands: in the middle of a head, at the left elsewhere, unless said."""
        return self.align or (Align.CENTER if self.head else Align.LEFT)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell that another covers is left out, and every place is covered once.

    The first `head_rows` rows are printed again on each page. The widths are shares of the whole.
    An `upright` table never turns its page, since two characters to a column are enough for it.
    """

    rows: tuple[tuple[Cell, ...], ...]
    head_rows: int
    widths: tuple[float, ...]
    caption: str = ""
    upright: bool = False

    def __post_init__(self) -> None:
        """Refuse a table whose cells leave a gap, overlap or stand out."""
        spans = [[(cell.rows, cell.span) for cell in row] for row in self.rows]
        check_shape(spans, len(self.widths), self.head_rows)

    @property
    def landscape(self) -> bool:
        """It has more columns than a page has room for unless it is turned."""
        return not self.upright and len(self.widths) > UPRIGHT_COLUMNS


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, with its title, its description for those who cannot see it, and its figures."""

    svg: str
    title: str
    description: str
    data: Table


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code for the phone, and what it leads to in words."""

    payload: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the text."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The red head of an official letter, and whom its foot (版记) says that copies go to."""

    issuer: str
    number: str = ""
    copies: tuple[str, ...] = ()
    printed_by: str = ""
    printed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who issues it and when (落款), with the place for the seal."""

    issuer: str
    on: date
    seal_note: str = ""


Block = Paragraph | Table | Figure | QrCode | PageBreak | Rule | Signature


@dataclass(frozen=True, slots=True)
class Document:
    """A document: the title is printed once, where the blocks have it or else at the head.

    `signature` follows the last block; one that attachments follow stands among the blocks.
    """

    title: str
    language: Language
    layout: Layout
    blocks: tuple[Block, ...]
    letterhead: Letterhead | None = None
    signature: Signature | None = None
    created_at: datetime | None = None

    @property
    def flow(self) -> tuple[Block, ...]:
        """Everything that is printed between the head and the foot, in order."""
        return tuple(self._flow())

    def _flow(self) -> Iterator[Block]:
        if not any(isinstance(it, Paragraph) and it.role is Role.TITLE for it in self.blocks):
            yield Paragraph.of(self.title, Role.TITLE)
        yield from self.blocks
        if self.signature is not None:
            yield self.signature
