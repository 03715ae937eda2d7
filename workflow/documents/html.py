"""A document as a web page, or as a part of one."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from workflow.documents.drawings import checked_svg
from workflow.documents.links import followed
from workflow.documents.markup import Html, joined, tag, void
from workflow.documents.model import (
    Align,
    Block,
    Cell,
    Document,
    Figure,
    Language,
    Layout,
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
from workflow.documents.qr import qr_svg
from workflow.documents.words import COPIES, DATA, PRINTED, copies_of, document_date, lang_of

# For pages that hold fragments: the rules all begin with `.document`.
STYLE = (Path(__file__).parent / "document.css").read_text(encoding="utf-8")

_HEADINGS = {Role.TITLE: 1, Role.HEADING: 2, Role.SUBHEADING: 3}


def to_html(document: Document, *, fragment: bool = False) -> str:
    """Return the document as a page with its print style, or as an `article` for another page.

    The title is `h1`; in a fragment it is `h2`, and every heading one lower. No script, ever.
    """
    top = 1 if fragment else 0
    article = tag(
        "article",
        *_head(document),
        *(_block(block, document.language, top) for block in document.flow),
        *_imprint(document.letterhead, document.language),
        class_=f"document {document.layout}",
        lang=document.language,
    )
    return article if fragment else _page(document, article)


def part_of_page(block: Block, language: Language = "zh-CN") -> Html:
    """Return a block for a page that has its own head and styles."""
    return _block(block, language, 1)


def _page(document: Document, article: Html) -> str:
    head = tag(
        "head",
        void("meta", charset="utf-8"),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", " ".join(document.title.split())),
        tag("style", Html(STYLE)),
    )
    page = tag("html", head, "\n", tag("body", tag("main", article)), lang=document.language)
    return f"<!DOCTYPE html>\n{page}\n"


def _block(block: Block, language: Language, top: int) -> Html:  # noqa: PLR0911 -- one for each kind
    match block:
        case Paragraph():
            level = _HEADINGS.get(block.role)
            name = "p" if level is None else f"h{level + top}"
            return tag(name, *map(_run, block.runs), class_=_dashed(block.role))
        case Table():
            return _table(block)
        case Figure():
            return _figure(block, language)
        case QrCode():
            drawing = _labelled(qr_svg(block.payload), block.caption or block.payload)
            caption = tag("figcaption", block.caption) if block.caption else ""
            return tag("figure", drawing, caption, class_="qr")
        case Signature():
            return tag(
                "div",
                tag("p", f"{block.issuer}{block.seal_note}"),
                tag("p", document_date(block.on, language)),
                class_="sealed",
            )
        case Rule():
            return void("hr")
        case PageBreak():
            return tag("div", class_="page-break")


def _run(run: Run) -> Html:
    said = tag("strong", run.text) if run.bold else joined(run.text)
    link = followed(run.link)
    return tag("a", said, href=link) if link else said


def _head(document: Document) -> Iterator[Html]:
    """Return the issuing organ and the number; the rule below them is for letters alone."""
    head = document.letterhead
    if head is None:
        return
    number = tag("p", head.number, class_="number") if head.number else ""
    official = document.layout is Layout.OFFICIAL
    rule = void("hr", class_="red-rule") if official else ""
    yield tag("header", tag("p", head.issuer, class_="issuer"), number, rule, class_="letterhead")


def _imprint(head: Letterhead | None, language: Language) -> Iterator[Html]:
    """Return to whom copies go, who printed it and when."""
    if head is None or not (head.copies or head.printed_by):
        return
    lang = lang_of(language)
    lines = []
    if head.copies:
        lines.append(tag("p", COPIES.say(lang), copies_of(head.copies, language)))
    if head.printed_by:
        on = head.printed_on
        day = "" if on is None else PRINTED.say(lang, on=document_date(on, language))
        printed_on = tag("span", day, class_="printed-on") if day else ""
        lines.append(tag("p", head.printed_by, printed_on))
    yield tag("footer", *lines, class_="imprint")


def _figure(figure: Figure, language: Language) -> Html:
    return tag(
        "figure",
        _labelled(checked_svg(figure.svg), figure.description or figure.title),
        tag("figcaption", figure.title),
        tag("details", tag("summary", DATA.say(lang_of(language))), _table(figure.data)),
    )


def _labelled(svg: str, label: str) -> Html:
    """Return a drawing that is read out as its label."""
    return tag("span", Html(svg), role="img", aria_label=label)


def _table(table: Table) -> Html:
    head, body = table.rows[: table.head_rows], table.rows[table.head_rows :]
    return tag(
        "div",
        tag(
            "table",
            *([tag("caption", table.caption)] if table.caption else []),
            _columns(table.widths),
            *([tag("thead", *_rows(head, "col"))] if head else []),
            tag("tbody", *_rows(body, "row")),
        ),
        class_="table",
        tabindex="0",  # one that is wider than the window is moved by the keys
        role="group" if table.caption else "",
        aria_label=table.caption,
    )


def _columns(widths: Sequence[float]) -> Html:
    whole = sum(widths)
    return tag("colgroup", *(void("col", width=f"{100 * width / whole:.4g}%") for width in widths))


def _rows(rows: Sequence[Sequence[Cell]], scope: str) -> Iterator[Html]:
    for row in rows:
        yield tag("tr", *(_cell(cell, scope) for cell in row))


def _cell(cell: Cell, scope: str) -> Html:
    covers = cell.span if scope == "col" else cell.rows
    classes = [] if cell.aligned is Align.LEFT else [str(cell.aligned)]
    if cell.bold:
        classes.append("strong")
    link = followed(cell.link)
    return tag(
        "th" if cell.head else "td",
        tag("a", cell.text, href=link) if link else cell.text,
        scope=f"{scope}group" if cell.head and covers > 1 else scope if cell.head else "",
        colspan=str(cell.span) if cell.span > 1 else "",
        rowspan=str(cell.rows) if cell.rows > 1 else "",
        class_=" ".join(classes),
    )


def _dashed(role: Role) -> str:
    return role.replace("_", "-")
