"""The styles of a Word document, the table of its fonts and its settings, as XML."""

from docx.oxml.ns import nsdecls

from workflow.documents.model import Align, Language
from workflow.documents.ooxml.looks import HEI, LINK, SANS, SERIF, STAND_INS, Look, Paper
from workflow.documents.ooxml.xml import NOTHING, Xml, element, flag

_JUSTIFIED = {None: "both", Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_TWIPS = 20  # to a point
_COMPATIBILITY: dict[str, str | int] = {
    "name": "compatibilityMode",
    "uri": "http://schemas.microsoft.com/office/word",
    "val": 15,
}


def twips(points: float) -> int:
    """Return points as Word counts them."""
    return round(points * _TWIPS)


def styles_xml(paper: Paper, language: Language) -> str:
    """Return the styles of a page, with the defaults of every text."""
    fonts = _fonts(paper.looks["Normal"].font, language)
    characters = element("rPr", fonts, element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"))
    defaults = element(
        "docDefaults", element("rPrDefault", characters), element("pPrDefault", element("pPr"))
    )
    styles = (_style(style, look, language, paper) for style, look in paper.looks.items())
    return _root("styles", defaults, *styles, *_OTHERS)


def fonts_xml(paper: Paper) -> str:
    """Return the fonts that are named, each with what stands in for it."""
    fonts = (
        element(
            "font",
            element("altName", val=STAND_INS[font]),
            element("charset", val=86),
            element("family", val="auto"),
            element("pitch", val="variable"),
            name=font,
        )
        for font in dict.fromkeys(look.font for look in paper.looks.values())
    )
    return _root("fonts", *fonts)


def settings_xml(*, sides: bool) -> str:
    """Return the settings: pages that have sides, and punctuation as Chinese sets it."""
    return _root(
        "settings",
        element("zoom", percent=100),
        element("defaultTabStop", val=420),
        flag("evenAndOddHeaders", on=sides),
        element("characterSpacingControl", val="compressPunctuation"),
        element("compat", element("useFELayout"), element("compatSetting", **_COMPATIBILITY)),
        element("themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def _root(name: str, *children: Xml) -> str:
    return f"<w:{name} {nsdecls('w')}>{''.join(children)}</w:{name}>"


def _style(style: str, look: Look, language: Language, paper: Paper) -> Xml:
    default = style == "Normal"
    return element(
        "style",
        element("name", val=look.name),
        NOTHING if default else element("basedOn", val="Normal"),
        NOTHING if look.outline is None else element("next", val="BodyText"),
        element("qFormat"),
        element("pPr", *_paragraph(look, gridded=paper.grid is not None)),
        element("rPr", *_characters(look, language)),
        type="paragraph",
        default=1 if default else None,
        styleId=style,
    )


def _paragraph(look: Look, *, gridded: bool) -> tuple[Xml, ...]:
    """Return how a paragraph is set; on the grid of an official letter, every line is filled."""
    exact = look.line is not None
    strict = tuple(
        element(name, val=0) for name in ("widowControl", "autoSpaceDE", "autoSpaceDN") if gridded
    )
    return (
        flag("keepNext", on=look.keep_next),
        flag("keepLines", on=look.keep_next),
        *strict,
        element("snapToGrid", val=0),  # lines are as far apart as they are set to be
        element(
            "spacing",
            before=twips(look.before),
            after=twips(look.after),
            line=round(240 * look.times) if look.line is None else twips(look.line),
            lineRule="exact" if exact else "auto",
        ),
        element(
            "ind",
            firstLineChars=100 * look.indent,
            firstLine=twips(look.indent * (look.size - look.tighter)),
        ),
        element("jc", val=_JUSTIFIED[look.align]),
        NOTHING if look.outline is None else element("outlineLvl", val=look.outline),
    )


def _characters(look: Look, language: Language) -> tuple[Xml, ...]:
    return (
        _fonts(look.font, language),
        element("b", val=None if look.bold else 0),
        element("color", val=look.color) if look.color else NOTHING,
        element("spacing", val=-twips(look.tighter)),
        element("sz", val=round(2 * look.size)),
        element("szCs", val=round(2 * look.size)),
    )


def _fonts(font: str, language: Language) -> Xml:
    """Return the fonts of a style; in Chinese one font sets figures and letters too."""
    chinese = language == "zh-CN"
    latin = font if chinese else SANS if font == HEI else SERIF
    hint = "eastAsia" if chinese else None
    return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=font, cs=latin, hint=hint)


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_OTHERS = (
    element(
        "style",
        element("name", val="Default Paragraph Font"),
        element("semiHidden"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    ),
    element(
        "style",
        element("name", val="Hyperlink"),
        element("rPr", element("color", val=LINK), element("u", val="single")),
        type="character",
        styleId="Hyperlink",
    ),
    element(
        "style",
        element("name", val="Normal Table"),
        element("semiHidden"),
        element(
            "tblPr",
            element("tblInd", w=0, type="dxa"),
            element(
                "tblCellMar",
                element("left", w=80, type="dxa"),
                element("right", w=80, type="dxa"),
            ),
        ),
        type="table",
        default=1,
        styleId="TableNormal",
    ),
    element(
        "style",
        element("name", val="Table Grid"),
        element("basedOn", val="TableNormal"),
        element(
            "tblPr",
            element(
                "tblBorders",
                *(element(side, val="single", sz=4, space=0, color="auto") for side in _SIDES),
            ),
        ),
        type="table",
        styleId="TableGrid",
    ),
)
