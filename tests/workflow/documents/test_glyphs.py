"""A font's table of characters, written here by hand as OpenType lays it down."""

import struct
from pathlib import Path

import pytest

from workflow.documents.glyphs import Coverage

WINDOWS_BASIC, WINDOWS_FULL, MACINTOSH = (3, 1), (3, 10), (1, 0)


def segments(*parts: tuple[int, int, list[int] | None]) -> bytes:
    """Return a table of format 4; a part with shapes lists one for each of its characters."""
    count = len(parts) + 1
    starts = [start for start, _, _ in parts] + [0xFFFF]
    ends = [end for _, end, _ in parts] + [0xFFFF]
    reaches, shapes = list[int](), list[int]()
    for number, (_, _, listed) in enumerate(parts):
        reaches.append(0 if listed is None else 2 * (count - number + len(shapes)))
        shapes += listed or []
    reaches.append(0)
    words = [*ends, 0, *starts, *[1] * count, *reaches, *shapes]
    head = struct.pack(">7H", 4, 14 + 2 * len(words), 0, 2 * count, 0, 0, 0)
    return head + struct.pack(f">{len(words)}H", *words)


def groups(*parts: tuple[int, int]) -> bytes:
    """Return a table of format 12."""
    said = b"".join(struct.pack(">3I", start, end, 1) for start, end in parts)
    return struct.pack(">2H3I", 12, 0, 16 + len(said), 0, len(parts)) + said


def a_font(path: Path, *tables: tuple[tuple[int, int], bytes]) -> Path:
    """Write a font that has nothing but its table of characters."""
    offset, records, said = 4 + 8 * len(tables), b"", b""
    for (platform, encoding), table in tables:
        records += struct.pack(">2HI", platform, encoding, offset + len(said))
        said += table
    cmap = struct.pack(">2H", 0, len(tables)) + records + said
    head = b"\x00\x01\x00\x00" + struct.pack(">4H", 1, 0, 0, 0)
    path.write_bytes(head + struct.pack(">4s3I", b"cmap", 0, 28, len(cmap)) + cmap)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "font.ttf"


def test_a_segment_covers_its_characters_from_the_first_to_the_last(path: Path) -> None:
    coverage = Coverage.of(a_font(path, (WINDOWS_BASIC, segments((0x41, 0x43, None)))), 0)

    assert [character in coverage for character in "@ABCD"] == [False, True, True, True, False]


def test_a_character_that_a_segment_maps_to_no_shape_is_not_covered(path: Path) -> None:
    listed = segments((0x41, 0x43, [7, 0, 9]), (0x61, 0x62, [0, 5]))
    coverage = Coverage.of(a_font(path, (WINDOWS_BASIC, listed)), 0)

    assert [character in coverage for character in "ABCab"] == [True, False, True, False, True]


def test_a_table_of_all_unicode_comes_before_one_of_the_basic_plane(path: Path) -> None:
    both = (
        (WINDOWS_BASIC, segments((0x41, 0x41, None))),
        (WINDOWS_FULL, groups((0x20BB7, 0x20BB7))),
    )
    coverage = Coverage.of(a_font(path, *both), 0)

    assert "\U00020bb7" in coverage
    assert "A" not in coverage


def test_a_table_that_is_not_of_unicode_tells_nothing(path: Path) -> None:
    assert "A" not in Coverage.of(a_font(path, (MACINTOSH, segments((0x41, 0x41, None)))), 0)


def test_a_table_of_another_form_tells_nothing(path: Path) -> None:
    form_6 = struct.pack(">6H", 6, 12, 0, 0x41, 1, 7)

    assert "A" not in Coverage.of(a_font(path, (WINDOWS_BASIC, form_6)), 0)


def test_the_other_table_is_read_where_the_best_is_of_another_form(path: Path) -> None:
    form_6 = struct.pack(">6H", 6, 12, 0, 0x42, 1, 7)
    tables = ((WINDOWS_FULL, form_6), (WINDOWS_BASIC, segments((0x41, 0x41, None))))

    assert "A" in Coverage.of(a_font(path, *tables), 0)


def test_a_font_that_was_cut_off_has_no_characters(path: Path) -> None:
    whole = a_font(path, (WINDOWS_FULL, groups((0x41, 0x5A)))).read_bytes()
    path.write_bytes(whole[:-5])

    assert "A" not in Coverage.of(path, 0)
