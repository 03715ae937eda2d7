"""How each kind of paragraph looks in Word, by layout: names, sizes and distances, as data.

Sizes and distances are in points. The fonts are those of Chinese offices, for Word and WPS.
"""

from dataclasses import dataclass, field, replace

from workflow.documents.model import Align, Language, Layout, Role

FANG, SONG, HEI, KAI, TITLE = "仿宋_GB2312", "宋体", "黑体", "楷体_GB2312", "方正小标宋简体"
# What stands in on a computer that lacks the official one.
STAND_INS = {FANG: "仿宋", SONG: "SimSun", HEI: "SimHei", KAI: "楷体", TITLE: "华文中宋"}
SERIF, SANS = "Times New Roman", "Arial"

RED, LINK = "D7000F", "0563C1"


@dataclass(frozen=True, slots=True)
class Look:
    """One style of paragraph: `indent` counts characters, `line` is exact where it is given."""

    name: str
    font: str
    size: float
    align: Align | None = None  # both edges straight, unless said
    indent: int = 0
    line: float | None = None
    times: float = 1.0  # the line, as a multiple of the font's own, where it is not exact
    before: float = 0
    after: float = 0
    outline: int | None = None
    keep_next: bool = False
    bold: bool = False
    color: str = ""
    tighter: float = 0  # taken off between characters


@dataclass(frozen=True, slots=True)
class Paper:
    """A page in millimetres, what is printed at its foot, and how the text on it looks."""

    top: float
    bottom: float
    left: float
    right: float
    foot: float
    looks: dict[str, Look] = field(hash=False)
    grid: float | None = None
    shaded: bool = True

    @property
    def width(self) -> float:
        """The width of the text."""
        return A4_WIDTH - self.left - self.right


A4_WIDTH, A4_HEIGHT = 210.0, 297.0
PITCH = 28.95  # 22 lines on a page of GB/T 9704
STYLE_OF = {
    Role.TITLE: "Title",
    Role.HEADING: "Heading1",
    Role.SUBHEADING: "Heading2",
    Role.BODY: "BodyText",
    Role.ADDRESSEE: "Salutation",
    Role.LIST_ITEM: "ListParagraph",
    Role.SIGNATURE: "Signature",
    Role.DATE: "Date",
    Role.NOTE: "Note",
    Role.CAPTION: "Caption",
}


def paper_for(layout: Layout, language: Language) -> Paper:
    """Return the page and the styles of a layout."""
    paper = {Layout.OFFICIAL: _official, Layout.REPORT: _report, Layout.FORM: _form}[layout]()
    return paper if language == "zh-CN" else _in_english(paper)


def _official() -> Paper:
    # 三号 is 16 points; a quarter of one less between characters puts 28 of them on a line.
    body = Look("Body Text", FANG, 16, indent=2, line=PITCH, tighter=0.25)
    looks = {
        "Normal": replace(body, name="Normal", indent=0),
        "BodyText": body,
        "ListParagraph": replace(body, name="List Paragraph"),
        "Note": replace(body, name="附注"),
        "Salutation": replace(body, name="Salutation", indent=0, align=Align.LEFT),
        "Signature": replace(body, name="Signature", indent=0, align=Align.RIGHT),
        "Date": replace(body, name="Date", indent=0, align=Align.RIGHT),
        "Title": Look("Title", TITLE, 22, Align.CENTER, line=PITCH, after=PITCH, keep_next=True),
        "Heading1": replace(body, name="heading 1", font=HEI, outline=0, keep_next=True),
        "Heading2": replace(body, name="heading 2", font=KAI, outline=1, keep_next=True),
        "Caption": Look("caption", HEI, 13, Align.CENTER, before=6, after=4, keep_next=True),
        "IssuingOrgan": Look(
            "发文机关标志", TITLE, 40, Align.CENTER, before=99.2, after=2 * PITCH, color=RED
        ),
        "DocumentNumber": Look("发文字号", FANG, 16, Align.CENTER, line=PITCH, tighter=0.25),
        "Imprint": Look("版记", FANG, 14, Align.LEFT, line=24),
        "footer": Look("footer", SONG, 14),
        **_of_tables(12),
    }
    return Paper(37, 35, 28, 26, 21.5, looks, grid=PITCH, shaded=False)


def _report(size: float = 12, title: float = 20, heading: float = 15, times: float = 1.5) -> Paper:
    body = Look("Body Text", SONG, size, indent=2, times=times)
    head = Look("heading 1", HEI, heading, Align.LEFT, times=1.2, before=14, after=8, outline=0)
    flush = replace(body, indent=0)
    looks = {
        "Normal": replace(flush, name="Normal"),
        "BodyText": body,
        "ListParagraph": replace(body, name="List Paragraph"),
        "Note": replace(body, name="附注", size=10.5, times=1.3, before=2),
        "Salutation": replace(flush, name="Salutation", align=Align.LEFT),
        "Signature": replace(flush, name="Signature", align=Align.RIGHT),
        "Date": replace(flush, name="Date", align=Align.RIGHT),
        "Title": Look("Title", TITLE, title, Align.CENTER, times=1.2, after=16, keep_next=True),
        "Heading1": replace(head, keep_next=True),
        "Heading2": replace(
            head, name="heading 2", size=12.5, before=10, after=6, outline=1, keep_next=True
        ),
        "Caption": Look("caption", HEI, 11, Align.CENTER, before=6, after=4, keep_next=True),
        "IssuingOrgan": Look("发文机关标志", HEI, 13, Align.CENTER, after=4),
        "DocumentNumber": Look("发文字号", SONG, 10.5, Align.CENTER, after=10),
        "Imprint": Look("版记", SONG, 10.5, Align.LEFT, times=1.3),
        "footer": Look("footer", SONG, 9, Align.CENTER),
        **_of_tables(10.5),
    }
    return Paper(30, 28, 27, 25, 14, looks)


def _form() -> Paper:
    paper = _report(title=18, heading=14, times=1.3)
    looks = {**paper.looks, **_of_tables(11, room=4)}
    return Paper(25, 22, 24, 24, 12, looks)


def _of_tables(size: float, room: float = 1) -> dict[str, Look]:
    cell = Look("表格文字", SONG, size, Align.LEFT, before=room, after=room)
    return {"TableText": cell, "TableHead": replace(cell, name="表格栏目", font=HEI)}


def _in_english(paper: Paper) -> Paper:
    """Return the page for English: no indent, room between paragraphs instead."""
    looks = {
        style: replace(look, indent=0, after=look.after + 8, tighter=0) if look.indent else look
        for style, look in paper.looks.items()
    }
    return replace(paper, looks=looks)
