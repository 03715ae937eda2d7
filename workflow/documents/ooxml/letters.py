"""What only an official letter has: its head, its foot, and the place for the seal."""

from datetime import date

from workflow.documents.literal import literal
from workflow.documents.model import Language, Letterhead, Paragraph, Role, Signature
from workflow.documents.ooxml.looks import RED, Paper
from workflow.documents.ooxml.paragraphs import paragraph, run
from workflow.documents.ooxml.styles import twips
from workflow.documents.ooxml.tables import POINTS
from workflow.documents.ooxml.xml import NOTHING, Xml, element, flag
from workflow.documents.text import columns
from workflow.documents.words import COPIES, PRINTED, copies_of, document_date, lang_of

_RULE_BELOW = 11  # points: 4 mm under the number
_THICK, _THIN = 8, 4  # eighths of a point
_SMALLEST_MARK = 16
_ROOMY, _TOO_LONG = 0.96, 1.25  # of the width of a line


def head(said: Letterhead, paper: Paper) -> tuple[Xml, ...]:
    """Return the issuing organ, the number and the rule: red on an official letter."""
    size = _mark_size(literal(said.issuer), paper)
    mark = paragraph(
        "IssuingOrgan", run(said.issuer, element("sz", val=size), element("szCs", val=size))
    )
    if paper.grid is None:
        number = paragraph("DocumentNumber", run(said.number)) if said.number else NOTHING
        return (mark, number)
    rule = element("bottom", val="single", sz=12, space=_RULE_BELOW, color=RED)
    below = element("spacing", after=twips(2 * paper.grid))
    number = paragraph(
        "DocumentNumber", run(said.number), properties=(element("pBdr", rule), below)
    )
    return (mark, number)


def sealed(said: Signature, language: Language, paper: Paper) -> tuple[Xml, ...]:
    """Return the issuer above the middle of the date, with room for the seal around them."""
    look = paper.looks["Signature"]
    day = document_date(said.on, language)
    issuer = literal(f"{said.issuer}{said.seal_note}")
    em = (look.size - look.tighter) * (1 if language == "zh-CN" else 0.95)
    overhang = (_ems(issuer) - _ems(day)) / 2
    from_right = 4 if paper.grid is not None else 2
    issuer_at = max(0.0, from_right - overhang)
    above, below = 2 * (paper.grid or 20), paper.grid or 20
    return (
        _at_right("Signature", issuer, em * issuer_at, keep_next=True, before=above),
        _at_right("Date", day, em * (issuer_at + overhang), keep_next=False, after=below),
    )


def imprint(said: Letterhead | None, language: Language, paper: Paper) -> tuple[Xml, ...]:
    """Return the foot of the last page: to whom copies go, who printed it and when."""
    if said is None or not (said.copies or said.printed_by):
        return ()
    lang = lang_of(language)
    lines = []
    if said.copies:
        lines.append(run(f"{COPIES.say(lang)}{copies_of(said.copies, language)}"))
    if said.printed_by:
        lines.append(run(_printed(said.printed_by, said.printed_on, language)))
    width = twips(paper.width * POINTS)
    rows = (_imprint_row(line, width, paper) for line in lines)
    return (
        element(
            "tbl", _at_foot(width, paper), element("tblGrid", element("gridCol", w=width)), *rows
        ),
        gap(),
    )


def gap(*, before: Xml = NOTHING, section: Xml = NOTHING) -> Xml:
    """Return a paragraph that is hardly seen: between tables, and where pages change."""
    spacing = element("spacing", before=0, after=0, line=20, lineRule="exact")
    return paragraph("Normal", properties=(before, spacing, section))


def _printed(by: str, on: date | None, language: Language) -> str:
    if on is None:
        return by
    day = PRINTED.say(lang_of(language), on=document_date(on, language))
    return f"{by}\t{day}"


def _at_foot(width: int, paper: Paper) -> Xml:
    """Stand where the last page ends, a thick rule above and below, a thin one between."""
    floating = element(
        "tblpPr",
        leftFromText=0,
        rightFromText=0,
        vertAnchor="margin",
        horzAnchor="margin",
        tblpXSpec="left",
        tblpYSpec="bottom",
    )
    return element(
        "tblPr",
        NOTHING if paper.grid is None else floating,
        element("tblW", w=width, type="dxa"),
        element(
            "tblBorders",
            _rule("top", _THICK),
            _rule("bottom", _THICK),
            _rule("insideH", _THIN),
        ),
        element("tblLayout", type="fixed"),
    )


def _imprint_row(line: Xml, width: int, paper: Paper) -> Xml:
    em = paper.looks["Imprint"].size
    tab = element("tab", val="right", pos=width - twips(2 * em))
    hanging = {"leftChars": 400, "left": twips(4 * em), "hanging": twips(3 * em)}
    indent = element("ind", **hanging, right=twips(em / 2))
    text = paragraph("Imprint", line, properties=(element("tabs", tab), indent))
    return element("tr", element("tc", element("tcPr", element("tcW", w=width, type="dxa")), text))


def _rule(side: str, thickness: int) -> Xml:
    return element(side, val="single", sz=thickness, space=0, color="auto")


def _at_right(
    style: str, text: str, right: float, *, keep_next: bool, before: float = 0, after: float = 0
) -> Xml:
    return paragraph(
        style,
        run(text),
        properties=(
            flag("keepNext", on=keep_next),
            flag("keepLines", on=True),
            element("spacing", before=twips(before), after=twips(after)),
            element("ind", right=max(0, twips(right))),
        ),
    )


def _mark_size(issuer: str, paper: Paper) -> int:
    """Return the size of the mark in half points: never wider than the text."""
    look = paper.looks["IssuingOrgan"]
    if paper.grid is None:
        return round(2 * look.size)
    widest = max(_ems(line) for line in issuer.split("\n")) or 1
    fitting = paper.width * POINTS / widest
    return (
        round(2 * max(_SMALLEST_MARK, min(look.size, 0.98 * fitting)))
        if paper.grid
        else round(2 * look.size)
    )


def title_size(block: Paragraph, paper: Paper) -> Xml:
    """Return the size of a title that is a little too long for one line of a report."""
    look = paper.looks["Title"]
    room = paper.width * POINTS / look.size
    needed = _ems(literal(block.text))
    if block.role is not Role.TITLE or paper.grid is not None:
        return NOTHING
    if not _ROOMY * room < needed < _TOO_LONG * room:
        return NOTHING
    return element("sz", val=int(2 * _ROOMY * look.size * room / needed))


def _ems(line: str) -> float:
    """Return how wide a line is, in characters: a Latin letter is half of one."""
    return columns(line) / 2
