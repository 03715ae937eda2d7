"""Tables of a Word document: merged cells are merged, and heads come again on each page."""

from dataclasses import dataclass

from workflow.documents.model import Align, Cell, Table
from workflow.documents.ooxml.attached import Attached
from workflow.documents.ooxml.looks import A4_HEIGHT, Paper
from workflow.documents.ooxml.paragraphs import linked, paragraph
from workflow.documents.ooxml.styles import twips
from workflow.documents.ooxml.xml import NOTHING, Xml, element, flag
from workflow.documents.rows import Place, full_rows

POINTS = 72 / 25.4  # to a millimetre
_SHADE = "F0F0F0"
_KEPT_TOGETHER = 30  # rows; a longer table may be torn over pages
_WHOLE_ROW = 300  # a row with a longer text may be torn
_DENSE = 8  # a table of more columns is set a little smaller


def table(block: Table, paper: Paper, attached: Attached) -> Xml:
    """Return a table as wide as the text."""
    width = A4_HEIGHT - paper.left - paper.right if block.landscape else paper.width
    whole = twips(width * POINTS)
    widths = [round(whole * share / sum(block.widths)) for share in block.widths]
    rows = full_rows(block)
    size = paper.looks["TableText"].size - 1.5 if len(widths) > _DENSE else None
    manner = _Manner(widths, attached, paper.shaded, size, len(rows) <= _KEPT_TOGETHER)
    head = [_row(row, manner, head=True, last=False) for row in rows[: block.head_rows]]
    body = [
        _row(row, manner, head=False, last=number == len(rows))
        for number, row in enumerate(rows[block.head_rows :], block.head_rows + 1)
    ]
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val="TableGrid"),
            element("tblW", w=sum(widths), type="dxa"),
            element("jc", val="center"),
            element("tblLayout", type="fixed"),
            element("tblCaption", val=block.caption) if block.caption else NOTHING,
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
        *head,
        *body,
    )


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the cells of one table are written."""

    widths: list[int]
    attached: Attached
    shaded: bool
    size: float | None  # where it is not that of the style
    together: bool  # the rows stay on one page


def _row(row: list[Place], manner: _Manner, *, head: bool, last: bool) -> Xml:
    long = any(len(place.cell.text) > _WHOLE_ROW for place in row)
    return element(
        "tr",
        element("trPr", flag("cantSplit", on=not long), flag("tblHeader", on=head)),
        *(_cell(place, manner, kept=manner.together and not last) for place in row),
    )


def _cell(place: Place, manner: _Manner, *, kept: bool) -> Xml:
    cell = place.cell
    covered = manner.widths[place.column : place.column + cell.span]
    shade = element("shd", val="clear", color="auto", fill=_SHADE)
    return element(
        "tc",
        element(
            "tcPr",
            element("tcW", w=sum(covered), type="dxa"),
            element("gridSpan", val=cell.span) if cell.span > 1 else NOTHING,
            _merged(place),
            shade if cell.head and manner.shaded else NOTHING,
            element("vAlign", val="center"),
        ),
        _text(cell, manner, kept=kept, begins=place.begins),
    )


def _merged(place: Place) -> Xml:
    if place.cell.rows == 1:
        return NOTHING
    return element("vMerge", val="restart" if place.begins else None)


def _text(cell: Cell, manner: _Manner, *, kept: bool, begins: bool) -> Xml:
    properties = [flag("b", on=cell.bold)]
    if manner.size is not None:
        properties.append(element("sz", val=round(2 * manner.size)))
    text = cell.text if begins else ""
    return paragraph(
        "TableHead" if cell.head else "TableText",
        linked(text, cell.link, manner.attached, *properties),
        properties=(
            flag("keepNext", on=kept),
            NOTHING if cell.aligned is Align.LEFT else element("jc", val=cell.aligned.value),
        ),
    )
