"""What is on the pages of a PDF, as another program reads them."""

from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page: where it stands, in millimetres from the top left, and its size."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size in millimetres, and what is on it."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The characters in their order, without spaces and ends of lines."""
        return "".join(glyph.text for glyph in self.glyphs)

    def lines(self) -> list[str]:
        """The lines from above, as their baselines tell them apart."""
        return ["".join(it.text for it in line) for line in self.rows()]

    def rows(self) -> list[list[Glyph]]:
        """The characters of each line, the highest first."""
        rows: dict[float, list[Glyph]] = {}
        for glyph in self.glyphs:
            near = next((at for at in rows if abs(at - glyph.baseline) < 1), glyph.baseline)
            rows.setdefault(near, []).append(glyph)
        return [sorted(rows[at], key=lambda it: it.left) for at in sorted(rows)]

    def find(self, text: str) -> list[Glyph]:
        """Return the characters of a text on this page."""
        start = self.text.index(text)
        return list(self.glyphs[start : start + len(text)])


def pages_of(pdf: bytes) -> list[Page]:
    """Read every page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def text_of(pdf: bytes) -> str:
    """Return the characters of all pages, without spaces and ends of lines."""
    return "".join(page.text for page in pages_of(pdf))


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    said = page.get_textpage()
    glyphs = []
    for index in range(said.count_chars()):
        text = chr(pdfium.FPDFText_GetUnicode(said, index))
        if text.isspace() or pdfium.FPDFText_IsGenerated(said, index):
            continue
        left, _, right, _ = said.get_charbox(index, loose=True)
        x, y = pdfium.c_double(), pdfium.c_double()
        pdfium.FPDFText_GetCharOrigin(said, index, x, y)
        size = pdfium.FPDFText_GetFontSize(said, index)
        glyphs.append(Glyph(text, left / MM, right / MM, (height - y.value) / MM, size))
    said.close()
    page.close()
    return Page(width / MM, height / MM, tuple(glyphs))
