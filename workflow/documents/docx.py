"""A document for Word and WPS: real headings, real tables, page numbers as fields."""

import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from docx.oxml.ns import nsdecls

from workflow.documents.fonts import FontBook, system_fonts
from workflow.documents.literal import literal
from workflow.documents.model import (
    Block,
    Document,
    Figure,
    PageBreak,
    Paragraph,
    QrCode,
    Rule,
    Signature,
    Table,
)
from workflow.documents.ooxml.attached import Attached
from workflow.documents.ooxml.letters import gap, head, imprint, sealed, title_size
from workflow.documents.ooxml.looks import STYLE_OF
from workflow.documents.ooxml.package import CORE, DOCUMENT, RELATIONS, TYPES, Package, package_for
from workflow.documents.ooxml.paragraphs import paragraph, run, runs
from workflow.documents.ooxml.pictures import picture
from workflow.documents.ooxml.tables import table
from workflow.documents.ooxml.xml import NOTHING, Xml, element, flag
from workflow.documents.pictures import png_of
from workflow.documents.qr import qr_png

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file knows
_CODE_WIDTH = 28.0
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def to_docx(document: Document, *, fonts: FontBook | None = None) -> bytes:
    """Return the document as a .docx file; equal documents give equal bytes.

    Fonts of this computer are used only where a drawing is turned into a picture.
    """
    package = package_for(document.layout, document.language)
    attached = Attached()
    body = _Body(document, package, attached, fonts).xml()
    root = f"<w:document {nsdecls('w', 'r', 'wp', 'a', 'pic')}><w:body>{body}</w:body></w:document>"
    relations = package.relations.replace(
        "</Relationships>", f"{''.join(attached.relations)}</Relationships>"
    )
    parts = {
        TYPES: package.types.encode(),
        **dict(package.parts),
        CORE: _core(document).encode(),
        DOCUMENT: f"{_HEADER}{root}".encode(),
        RELATIONS: relations.encode(),
        **attached.media,
    }
    return _zipped(parts)


@dataclass(frozen=True, slots=True)
class _Body:
    """The body of one document, block by block."""

    document: Document
    package: Package
    attached: Attached
    fonts: FontBook | None

    def xml(self) -> str:
        """Return the paragraphs and tables, and the set-up of the last page."""
        document, paper = self.document, self.package.paper
        parts: list[Xml] = []
        if document.letterhead is not None:
            parts += head(document.letterhead, paper)
        flow = document.flow
        for block, following in zip(flow, (*flow[1:], None), strict=True):
            parts += self._block(block, sealed_next=isinstance(following, Signature))
        foot = imprint(document.letterhead, document.language, paper)
        if not foot and isinstance(flow[-1], Table) and flow[-1].landscape:
            parts.pop()  # the last page is a turned one: no upright one follows
            return "".join((*parts, self.package.turned))
        return "".join((*parts, *foot, self.package.upright))

    def _block(self, block: Block, *, sealed_next: bool) -> tuple[Xml, ...]:  # noqa: PLR0911 -- one for each kind
        match block:
            case Paragraph():
                return (self._paragraph(block, sealed_next=sealed_next),)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case QrCode():
                drawing = self._picture(
                    qr_png(block.payload), _CODE_WIDTH, block.caption or block.payload
                )
                return (drawing, _caption(block.caption, keep_next=False))
            case Signature():
                return sealed(block, self.document.language, self.package.paper)
            case Rule():
                line = element("bottom", val="single", sz=6, space=1, color="auto")
                return (paragraph("Normal", properties=(element("pBdr", line),)),)
            case PageBreak():
                return (gap(before=element("pageBreakBefore")),)

    def _paragraph(self, block: Paragraph, *, sealed_next: bool) -> Xml:
        # The seal is never alone on a page: it takes the last paragraph with it.
        kept = (flag("keepNext", on=True), flag("keepLines", on=True)) if sealed_next else ()
        size = title_size(block, self.package.paper)
        inner = runs(block.runs, self.attached, size)
        return paragraph(STYLE_OF[block.role], *inner, properties=kept)

    def _table(self, block: Table) -> tuple[Xml, ...]:
        caption = _caption(block.caption, keep_next=True)
        rows = table(block, self.package.paper, self.attached)
        if not block.landscape:
            return (caption, rows, gap())
        return (
            gap(section=Xml(self.package.upright)),
            caption,
            rows,
            gap(section=Xml(self.package.turned)),
        )

    def _figure(self, block: Figure) -> tuple[Xml, ...]:
        png = png_of(block.svg, self.document.language, self.fonts or system_fonts())
        drawing = self._picture(png, self.package.paper.width, block.description or block.title)
        return (drawing, _caption(block.title, keep_next=False))

    def _picture(self, png: bytes, width: float, alt: str) -> Xml:
        return paragraph(
            "Normal",
            picture(png, width, alt, self.attached),
            properties=(
                element("keepNext"),
                element("spacing", before=120, after=0, line=240, lineRule="auto"),
                element("jc", val="center"),
            ),
        )


def _caption(text: str, *, keep_next: bool) -> Xml:
    if not text:
        return NOTHING
    kept = element("keepNext", val=None if keep_next else 0)
    return paragraph("Caption", run(text), properties=(kept,))


def _core(document: Document) -> str:
    title = escape(" ".join(literal(document.title).split()))
    made = "" if document.created_at is None else _instant(document.created_at)
    return (
        f"{_HEADER}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:language>{document.language}</dc:language>{made}"
        "</cp:coreProperties>"
    )


def _instant(at: datetime) -> str:
    said = f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{said}</dcterms:{name}>'
        for name in ("created", "modified")
    )


def _zipped(parts: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            archive.writestr(entry, part)
    return whole.getvalue()
