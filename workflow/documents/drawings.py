"""Drawings as pages may hold them: shapes and text, nothing that runs, loads or links."""

from functools import lru_cache

from lxml import etree

from workflow.documents.errors import UnsafeFigureError

SVG = "http://www.w3.org/2000/svg"
_SHAPES = """
    svg g title desc defs path rect circle ellipse line polyline polygon text tspan
    clipPath linearGradient radialGradient stop pattern
"""
_LOOKS = """
    id class role lang version viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx
    ry dx dy d points transform opacity fill fill-opacity fill-rule stroke stroke-width
    stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin font-family font-size
    font-weight font-style text-anchor dominant-baseline shape-rendering offset stop-color
    stop-opacity gradientUnits gradientTransform patternUnits patternTransform clip-path
    textLength lengthAdjust
"""
_ELEMENTS = frozenset(_SHAPES.split())
_ATTRIBUTES = frozenset(_LOOKS.split())


@lru_cache(maxsize=64)
def checked_svg(svg: str, family: str = "") -> str:
    """Return the drawing, written anew from what is allowed in it; refuse anything else.

    Its text is set in the family, where one is given.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(svg.encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise UnsafeFigureError(str(error)) from error
    if "<!" in svg or root.tag != f"{{{SVG}}}svg":  # no document type, no hidden sections
        raise UnsafeFigureError(str(root.tag))
    for element in root.iter():
        _check(element)
    if family:
        etree.strip_attributes(root, "font-family")
        root.set("font-family", family)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")


def _check(element: etree._Element) -> None:
    tag = str(element.tag)
    if tag.removeprefix(f"{{{SVG}}}") not in _ELEMENTS:
        raise UnsafeFigureError(tag)
    for name, value in element.attrib.items():
        attribute = str(name)
        if attribute not in _ATTRIBUTES and not attribute.startswith(("aria-", "data-")):
            raise UnsafeFigureError(attribute)
        if "url(" in str(value).replace("url(#", ""):
            raise UnsafeFigureError(f"{attribute}={value!s}")
