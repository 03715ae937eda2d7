"""Which characters a font has a shape for: its `cmap`, read as OpenType defines it."""

import struct
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_COLLECTION = b"ttcf"
_UNICODE_TABLES = {(3, 10): 0, (0, 6): 1, (0, 4): 2, (3, 1): 3, (0, 3): 4}  # the best first
_SEGMENTS, _GROUPS = 4, 12  # the two formats that these tables come in


@dataclass(frozen=True, slots=True)
class Coverage:
    """The stretches of code points that a font covers, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __contains__(self, character: str) -> bool:
        point = ord(character)
        index = bisect_right(self.starts, point) - 1
        return index >= 0 and point <= self.ends[index]

    @classmethod
    def of(cls, path: Path, index: int) -> Self:
        """Read what the font covers that stands at an index of its file; an odd one, nothing."""
        try:
            ranges = _ranges(path, index)
        except (OSError, struct.error):
            ranges = []
        return cls(tuple(start for start, _ in ranges), tuple(end for _, end in ranges))


def _ranges(path: Path, index: int) -> list[tuple[int, int]]:
    with path.open("rb") as file:
        offset = 0
        if file.read(4) == _COLLECTION:
            file.seek(12 + 4 * index)
            (offset,) = struct.unpack(">I", file.read(4))
        file.seek(offset + 4)
        (count,) = struct.unpack(">H6x", file.read(8))
        for tag, _, start, length in struct.iter_unpack(">4sIII", file.read(16 * count)):
            if tag == b"cmap":
                file.seek(start)
                return _best(file.read(length))
    return []


def _best(cmap: bytes) -> list[tuple[int, int]]:
    """Return the ranges of the table that covers most of Unicode."""
    (count,) = struct.unpack_from(">2xH", cmap)
    records = [struct.unpack_from(">HHI", cmap, 4 + 8 * number) for number in range(count)]
    known = [
        (_UNICODE_TABLES[platform, encoding], offset)
        for platform, encoding, offset in records
        if (platform, encoding) in _UNICODE_TABLES
    ]
    for _, offset in sorted(known):
        (form,) = struct.unpack_from(">H", cmap, offset)
        if form == _GROUPS:
            return _groups(cmap, offset)
        if form == _SEGMENTS:
            return _segments(cmap, offset)
    return []


def _groups(cmap: bytes, offset: int) -> list[tuple[int, int]]:
    (count,) = struct.unpack_from(">12xI", cmap, offset)
    groups = struct.iter_unpack(">III", cmap[offset + 16 : offset + 16 + 12 * count])
    return sorted((start, end) for start, end, _ in groups)


def _segments(cmap: bytes, offset: int) -> list[tuple[int, int]]:
    """Return the ranges of segments, without what they map to no shape."""
    (double,) = struct.unpack_from(">6xH", cmap, offset)
    form, count = f">{double // 2}H", double // 2
    ends = struct.unpack_from(form, cmap, offset + 14)
    starts = struct.unpack_from(form, cmap, offset + 16 + double)
    reached_at = offset + 16 + 3 * double
    reaches = struct.unpack_from(form, cmap, reached_at)
    ranges: list[tuple[int, int]] = []
    for number in range(count - 1):  # the last one only closes the table
        start, end, reach = starts[number], ends[number], reaches[number]
        if not reach:
            ranges.append((start, end))
            continue
        shapes = struct.unpack_from(f">{end - start + 1}H", cmap, reached_at + 2 * number + reach)
        ranges += [(start + step, start + step) for step, shape in enumerate(shapes) if shape]
    return sorted(ranges)
