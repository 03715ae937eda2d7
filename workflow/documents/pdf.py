"""A document as PDF, set by typst from data."""

import json
from itertools import chain

import typst

from workflow.documents.fonts import FontBook, system_fonts
from workflow.documents.model import Document
from workflow.documents.pictures import TYPESETTING
from workflow.documents.setting import set_data, text_of


def to_pdf(document: Document, *, fonts: FontBook | None = None) -> bytes:
    """Return the document as a tagged PDF; equal documents give equal bytes.

    The fonts are those of this computer unless they are given. Without a Chinese one, or with a
    character that none of them has, the document is refused: no page ever shows boxes.
    """
    book = fonts or system_fonts()
    faces = book.faces(document.layout, document.language)
    said = set_data(document, faces)
    book.check(text_of(said), dict.fromkeys(chain(faces.body, faces.head)))
    return typst.compile(
        str(TYPESETTING / "document.typ"),
        root=str(TYPESETTING),
        font_paths=book.fonts,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"document": json.dumps(said, ensure_ascii=False)},
        timestamp=0,  # nothing asks for today, and nothing could
    )
