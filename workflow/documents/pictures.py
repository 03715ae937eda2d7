"""Drawings as pictures, for the formats that hold no SVG."""

import json
from pathlib import Path

import typst

from workflow.documents.drawings import checked_svg
from workflow.documents.fonts import FontBook
from workflow.documents.model import Language, Layout

TYPESETTING = Path(__file__).parent / "typesetting"
_DOTS = 150  # to an inch


def png_of(svg: str, language: Language, book: FontBook) -> bytes:
    """Return a drawing as a picture, 160 mm wide on paper."""
    family = book.faces(Layout.REPORT, language).head[0]
    return typst.compile(
        str(TYPESETTING / "drawing.typ"),
        root=str(TYPESETTING),
        font_paths=book.fonts,
        ignore_system_fonts=True,
        format="png",
        ppi=_DOTS,
        sys_inputs={"drawing": json.dumps(checked_svg(svg, family))},
    )
