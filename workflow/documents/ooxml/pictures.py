"""Pictures of a Word document."""

from html import escape

from docx.oxml.ns import nsmap

from workflow.documents.literal import literal
from workflow.documents.ooxml.attached import Attached
from workflow.documents.ooxml.xml import Xml

_EMU = 36_000  # to a millimetre
_PNG_SIZE = slice(16, 24)  # where a PNG says how many pixels wide and high it is


def picture(png: bytes, width: float, alt: str, attached: Attached) -> Xml:
    """Return a run that holds a picture, so many millimetres wide."""
    relation = attached.picture(png)
    number = len(attached.media)
    size = png[_PNG_SIZE]
    pixels_wide, pixels_high = int.from_bytes(size[:4]), int.from_bytes(size[4:])
    cx = round(width * _EMU)
    extent = f'cx="{cx}" cy="{round(cx * pixels_high / pixels_wide)}"'
    named = f'id="{number}" name="picture {number}" descr="{escape(literal(alt))}"'
    return Xml(
        f"<w:r><w:drawing><wp:inline><wp:extent {extent}/><wp:docPr {named}/>"
        f'<a:graphic xmlns:a="{nsmap["a"]}"><a:graphicData uri="{nsmap["pic"]}">'
        f'<pic:pic xmlns:pic="{nsmap["pic"]}"><pic:nvPicPr><pic:cNvPr {named}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
