"""The package that every Word document of a layout begins as: made once, then only copied."""

import io
import zipfile
from copy import deepcopy
from dataclasses import dataclass
from functools import cache

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from workflow.documents.model import Language, Layout
from workflow.documents.ooxml.looks import A4_HEIGHT, A4_WIDTH, Paper, paper_for
from workflow.documents.ooxml.styles import fonts_xml, settings_xml, styles_xml, twips
from workflow.documents.words import PAGE, lang_of

DOCUMENT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
CORE, TYPES = "docProps/core.xml", "[Content_Types].xml"
# What the library's own template brings along and no document of ours needs.
_UNWANTED = ("customXml", "numbering", "stylesWithEffects", "theme", "webSettings", "thumbnail")
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>Disclosure Desk</Application></Properties>'
)
_PNG = '<Default Extension="png" ContentType="image/png"/><Override'
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Package:
    """The parts that do not depend on the document, and how its pages are set up."""

    paper: Paper
    parts: tuple[tuple[str, bytes], ...]
    relations: str
    types: str
    upright: str
    turned: str


@cache
def package_for(layout: Layout, language: Language) -> Package:
    """Return the package of a layout."""
    paper = paper_for(layout, language)
    official = layout is Layout.OFFICIAL
    document = docx.Document()
    _drop_unwanted(document)
    section = document.sections[0]
    _set_up(section, paper)
    if official:
        document.settings.odd_and_even_pages_header_footer = True
        _number_sides(section)
    else:
        _number_pages(section, language)
    upright = _section_xml(document)
    section.orientation = WD_ORIENTATION.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    parts = _parts_of(document)
    parts |= {
        "word/styles.xml": f"{_HEADER}{styles_xml(paper, language)}",
        "word/settings.xml": f"{_HEADER}{settings_xml(sides=official)}",
        "word/fontTable.xml": f"{_HEADER}{fonts_xml(paper)}",
        "docProps/app.xml": _PROPERTIES,
    }
    relations, types = parts.pop(RELATIONS), parts.pop(TYPES).replace("<Override", _PNG, 1)
    kept = {name: part for name, part in parts.items() if name not in {DOCUMENT, CORE}}
    return Package(
        paper,
        tuple((name, part.encode()) for name, part in sorted(kept.items())),
        relations,
        types,
        upright,
        _section_xml(document),
    )


def _drop_unwanted(document: WordDocument) -> None:
    for relations in (document.part.rels, document.part.package.rels):
        for name, relation in list(relations.items()):
            if any(word in relation.reltype for word in _UNWANTED):
                del relations[name]


def _set_up(section: Section, paper: Paper) -> None:
    section.page_width, section.page_height = Mm(A4_WIDTH), Mm(A4_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(paper.top), Mm(paper.bottom)
    section.left_margin, section.right_margin = Mm(paper.left), Mm(paper.right)
    section.header_distance, section.footer_distance = Mm(15), Mm(paper.foot)
    properties = section._sectPr  # noqa: SLF001 -- the library has no other way to the grid
    for grid in properties.xpath("w:docGrid"):
        properties.remove(grid)
    if paper.grid is not None:
        pitch = twips(paper.grid)
        grid = f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="{pitch}"/>'
        properties.append(parse_xml(grid))


def _number_sides(section: Section) -> None:
    """Number odd pages one character from the right, even ones from the left."""
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    for foot, side in ((odd, WD_ALIGN_PARAGRAPH.RIGHT), (even, WD_ALIGN_PARAGRAPH.LEFT)):
        foot.alignment = side
        _say(foot, "— ", "PAGE", " —")
    odd.paragraph_format.right_indent = Pt(14)
    even.paragraph_format.left_indent = Pt(14)


def _number_pages(section: Section, language: Language) -> None:
    before, after = PAGE.say(lang_of(language)).split("{page}")
    between, after = after.split("{pages}")
    foot = section.footer.paragraphs[0]
    _say(foot, before, "PAGE", between)
    _say(foot, "", "NUMPAGES", after)


def _say(foot: WordParagraph, before: str, field: str, after: str) -> None:
    foot.add_run(before)
    foot._p.append(  # noqa: SLF001 -- the library has no fields of its own
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
    )
    foot.add_run(after)


def _section_xml(document: WordDocument) -> str:
    properties = deepcopy(document.sections[0]._sectPr)  # noqa: SLF001 -- likewise
    etree.cleanup_namespaces(properties)
    for name in [name for name in properties.attrib if "rsid" in str(name)]:
        del properties.attrib[name]
    return etree.tostring(properties, encoding="unicode")


def _parts_of(document: WordDocument) -> dict[str, str]:
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}
