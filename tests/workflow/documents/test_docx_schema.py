"""Word is strict about the order of elements where other programs are not: ECMA-376, part 1."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree

from tests.workflow.documents import samples
from tests.workflow.documents.test_same_bytes import SAMPLES
from workflow.documents.docx import to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The sequences of the types that our files have, in full where they are short.
ORDER = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
        suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
        topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
        contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
        noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u
        effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW
        jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption
        tblDescription""",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection
        tcFitText vAlign hideMark""",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "p": "pPr",
    "r": "rPr",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc
        pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi
        rtlGutter docGrid printerSettings""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
        unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr
        trPr tcPr tblStylePr""",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "settings": """zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat
        themeFontLang""",
}


def elements(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                for element in etree.fromstring(archive.read(name)).iter(f"{W}*"):
                    yield name, element


def local(element: etree._Element) -> str:
    return str(element.tag).removeprefix(W)


@pytest.mark.parametrize("sample", SAMPLES)
def test_elements_stand_in_the_order_of_the_schema(sample: object) -> None:
    assert callable(sample)
    out_of_order = []
    for part, element in elements(to_docx(sample())):
        order = ORDER.get(local(element), "").split()
        found = [local(child) for child in element if local(child) in order]
        if found != sorted(found, key=order.index):
            out_of_order.append((part, local(element), found))

    assert out_of_order == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_properties_hold_nothing_that_the_schema_does_not_know(sample: object) -> None:
    assert callable(sample)
    strangers = {
        (local(element), local(child))
        for _, element in elements(to_docx(sample()))
        if local(element).endswith(("Pr", "Bdr", "Borders")) or local(element) == "settings"
        for child in element
        if local(element) in ORDER and local(child) not in ORDER[local(element)].split()
    }

    assert strangers == set()


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_part_and_every_relation_is_told_of(sample: object) -> None:
    assert callable(sample)
    with zipfile.ZipFile(io.BytesIO(to_docx(sample()))) as archive:
        names = set(archive.namelist())
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        document = archive.read("word/document.xml").decode()

    told = {str(it.get("PartName")).lstrip("/") for it in types if it.get("PartName")}
    endings = {str(it.get("Extension")) for it in types if it.get("Extension")}
    targets = {str(it.get("Target")) for it in relations if it.get("TargetMode") is None}
    assert {name for name in names - told if name.rsplit(".")[-1] not in endings} == set()
    assert told <= names
    assert {f"word/{target}" for target in targets} <= names
    assert all(f'"{it.get("Id")}"' in document for it in relations if "rIdA" in str(it.get("Id")))


def test_a_table_has_as_many_columns_in_every_row_as_in_its_grid() -> None:
    for _, table in elements(to_docx(samples.report())):
        if local(table) != "tbl":
            continue
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
            assert sum(1 if it is None else int(str(it.get(f"{W}val"))) for it in spans) == columns
