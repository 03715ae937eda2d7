import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workflow.documents import samples
from workflow.documents.docx import to_docx
from workflow.documents.errors import FontMissingError, GlyphMissingError
from workflow.documents.faces import faces_for
from workflow.documents.fonts import FontBook, system_fonts
from workflow.documents.glyphs import Coverage
from workflow.documents.model import Cell, Document, Layout, Paragraph, Table
from workflow.documents.pdf import to_pdf

NOWHERE = "\U0010fffd"  # the last character for private use: no font has a shape for it
HIDDEN = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir></fontconfig>"""
SET_ONE = """
from tests.workflow.documents import samples
from workflow.documents.errors import FontMissingError
from workflow.documents.pdf import to_pdf
try:
    to_pdf(samples.letter())
except FontMissingError as error:
    print(error)
"""
ROOT = Path(__file__).parents[3]


@pytest.fixture
def no_fonts(tmp_path: Path) -> FontBook:
    """The fonts of a folder that holds none."""
    return FontBook.found(tmp_path, system=False)


def test_without_a_chinese_font_no_pdf_is_made(no_fonts: FontBook) -> None:
    with pytest.raises(FontMissingError, match="sudo apt-get install fonts-noto-cjk"):
        to_pdf(samples.letter(), fonts=no_fonts)


def test_without_a_chinese_font_no_english_pdf_is_made_either(no_fonts: FontBook) -> None:
    # The applicant's name is Chinese all the same.
    with pytest.raises(FontMissingError):
        to_pdf(samples.english_letter(), fonts=no_fonts)


def test_without_a_chinese_font_no_drawing_is_put_into_a_word_file(no_fonts: FontBook) -> None:
    with pytest.raises(FontMissingError):
        to_docx(samples.report(), fonts=no_fonts)


def test_a_word_file_without_drawings_needs_no_font(no_fonts: FontBook) -> None:
    assert to_docx(samples.letter(), fonts=no_fonts)


@pytest.mark.skipif(sys.platform != "linux", reason="fonts are hidden by fontconfig's own variable")
def test_a_computer_without_chinese_fonts_is_told_what_to_install(tmp_path: Path) -> None:
    hidden = tmp_path / "fonts.conf"
    hidden.write_text(HIDDEN.format(folder=tmp_path / "none"), encoding="utf-8")
    environment = os.environ | {"FONTCONFIG_FILE": str(hidden), "PYTHONPATH": str(ROOT)}

    done = subprocess.run(  # noqa: S603 -- our own words
        [sys.executable, "-c", SET_ONE], env=environment, capture_output=True, text=True, check=True
    )

    assert "fonts-noto-cjk" in done.stdout


def test_a_character_that_no_font_has_is_refused() -> None:
    document = Document("题", "zh-CN", Layout.OFFICIAL, (Paragraph.of(f"赟{NOWHERE}"),))

    with pytest.raises(GlyphMissingError) as refused:
        to_pdf(document)

    assert refused.value.characters == NOWHERE


def test_a_character_that_no_font_has_is_refused_in_a_cell_too() -> None:
    table = Table(((Cell(NOWHERE),),), 0, (1,))

    with pytest.raises(GlyphMissingError):
        to_pdf(Document("题", "zh-CN", Layout.REPORT, (table,)))


def test_a_character_that_is_only_in_a_link_is_not_looked_for() -> None:
    table = Table(((Cell("看", link=f"https://a.cn/{NOWHERE}"),),), 0, (1,))

    assert to_pdf(Document("题", "zh-CN", Layout.REPORT, (table,)))


def test_what_has_no_shape_is_not_looked_for() -> None:
    steering = "甲\u200b乙\u00ad丙\u200d丁\ufe0f\u3000\u00a0\n"

    system_fonts().check(steering, [])


def test_official_faces_come_before_free_ones() -> None:
    there = {"FangSong", "Noto Serif CJK SC", "Noto Sans CJK SC", "SimHei", "KaiTi"}
    faces = faces_for(Layout.OFFICIAL, "zh-CN", there)

    assert faces.body[0] == "FangSong"
    assert faces.head[0] == "SimHei"
    assert faces.kai[0] == "KaiTi"
    assert faces.title[0] == "Noto Serif CJK SC"


def test_free_faces_do_where_there_are_no_official_ones() -> None:
    faces = faces_for(Layout.OFFICIAL, "zh-CN", {"Noto Serif CJK SC", "Noto Sans CJK SC"})

    assert faces.body == faces.title == ["Noto Serif CJK SC", "Noto Sans CJK SC"]
    assert faces.kai[0] == faces.head[0] == "Noto Sans CJK SC"


def test_every_face_has_another_to_stand_in_for_a_rare_character() -> None:
    faces = faces_for(Layout.OFFICIAL, "zh-CN", {"FangSong_GB2312", "Noto Serif CJK SC"})

    assert all(
        "Noto Serif CJK SC" in chain
        for chain in (faces.body, faces.title, faces.head, faces.kai, faces.number)
    )


def test_a_report_is_set_in_song_and_not_in_fangsong() -> None:
    assert faces_for(Layout.REPORT, "zh-CN", {"FangSong", "SimSun"}).body[0] == "SimSun"


def test_english_is_set_in_a_latin_face_first() -> None:
    there = {"Liberation Serif", "Noto Serif CJK SC"}

    assert faces_for(Layout.OFFICIAL, "en", there).body[0] == "Liberation Serif"


def test_latin_faces_alone_are_not_enough() -> None:
    with pytest.raises(FontMissingError):
        faces_for(Layout.REPORT, "en", {"Times New Roman", "Arial", "DejaVu Sans"})


def test_what_stands_out_in_a_face_of_one_weight_is_set_in_another() -> None:
    one = faces_for(Layout.OFFICIAL, "zh-CN", {"FangSong", "SimHei"})
    several = faces_for(Layout.OFFICIAL, "zh-CN", {"Noto Serif CJK SC"})

    assert one.bold == {"font": one.head, "weight": "regular"}
    assert several.bold == {"font": several.body, "weight": "bold"}


def test_a_folder_of_fonts_is_looked_through(tmp_path: Path) -> None:
    font, _ = system_fonts().files["Noto Serif CJK SC"]
    (tmp_path / font.name).symlink_to(font)

    book = FontBook.found(tmp_path, system=False)

    assert "Noto Serif CJK SC" in book.families
    assert to_pdf(replace(samples.letter(), blocks=()), fonts=book)


def test_the_settings_name_a_folder_of_fonts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    font, _ = system_fonts().files["Noto Serif CJK SC"]
    shutil.copy(font, tmp_path / "own.ttc")
    monkeypatch.setenv("DISCLOSURE_FONT_DIR", str(tmp_path))

    book = system_fonts.__wrapped__()

    assert any(Path(font.path or "").name == "own.ttc" for font in book.fonts.fonts())


@pytest.mark.parametrize(
    ("character", "covered"),
    [("国", True), ("赟", True), ("䶮", True), ("a", True), (NOWHERE, False), ("ﷺ", False)],
)
def test_a_font_tells_which_characters_it_has(character: str, *, covered: bool) -> None:
    coverage = Coverage.of(*system_fonts().files["Noto Serif CJK SC"])

    assert (character in coverage) is covered


def test_a_file_that_is_no_font_has_no_characters(tmp_path: Path) -> None:
    odd = tmp_path / "odd.ttf"
    odd.write_bytes(b"\x00\x01\x00\x00 not a font")

    assert "国" not in Coverage.of(odd, 0)
    assert "国" not in Coverage.of(tmp_path / "missing.ttf", 0)
