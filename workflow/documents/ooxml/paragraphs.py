"""Paragraphs of a Word document."""

from workflow.documents.model import Run
from workflow.documents.ooxml.attached import Attached
from workflow.documents.ooxml.xml import NOTHING, Xml, element, flag, said


def paragraph(style: str, *inner: Xml, properties: tuple[Xml, ...] = ()) -> Xml:
    """Return a paragraph in a style; what differs from the style comes in the schema's order."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *inner)


def run(text: str, *properties: Xml) -> Xml:
    """Return a stretch of text."""
    inner = said(text)
    if not inner:
        return NOTHING
    return element("r", element("rPr", *properties) if any(properties) else NOTHING, inner)


def runs(parts: tuple[Run, ...], attached: Attached, *properties: Xml) -> tuple[Xml, ...]:
    """Return the runs of a paragraph, those with a link within it."""
    return tuple(
        linked(part.text, part.link, attached, flag("b", on=part.bold), *properties)
        for part in parts
    )


def linked(text: str, link: str, attached: Attached, *properties: Xml) -> Xml:
    """Return a stretch of text that leads where its link does."""
    relation = attached.link(link)
    if relation is None:
        return run(text, *properties)
    inner = run(text, element("rStyle", val="Hyperlink"), *properties)
    return element("hyperlink", inner, r_id=relation)
