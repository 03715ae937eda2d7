"""A picture of the browser in few colours: a page needs no more, and the file is small."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Final

COLOURS: Final = 48
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_RGB: Final = 3
_APART: Final = 90  # colours nearer than this to one that is kept (squared) are shown by it

Colour = tuple[int, int, int]


def in_few_colours(png: bytes) -> bytes:
    """Return a picture of 8-bit RGB, as browsers make it, with its commonest colours alone."""
    width, height, lines = _lines(png)
    pixels = [list(zip(line[0::3], line[1::3], line[2::3], strict=True)) for line in lines]
    counted = Counter(pixel for line in pixels for pixel in line)
    kept = _commonest(counted)
    nearest = {
        colour: min(range(len(kept)), key=lambda i: _far(colour, kept[i])) for colour in counted
    }
    packed = b"".join(b"\0" + bytes(nearest[pixel] for pixel in line) for line in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    palette = bytes(part for colour in kept for part in colour)
    parts = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(packed, 9)))
    return _SIGNATURE + b"".join(_chunk(*part) for part in (*parts, (b"IEND", b"")))


def _commonest(counted: Counter[Colour]) -> list[Colour]:
    """Return the commonest colours that are not nearly one another."""
    kept: list[Colour] = []
    for colour, _ in counted.most_common():
        if all(_far(colour, other) > _APART for other in kept):
            kept.append(colour)
        if len(kept) == COLOURS:
            break
    return kept


def _far(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack_from(">I", png, place)
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def _lines(png: bytes) -> tuple[int, int, list[bytearray]]:
    """Return width, height, and the lines of a picture with their filters undone."""
    found: dict[bytes, bytes] = {}
    for kind, data in _chunks(png):
        found[kind] = found.get(kind, b"") + data
    width, height, depth, colour = struct.unpack_from(">IIBB", found[b"IHDR"])
    if (depth, colour) != (8, 2):
        raise ValueError(f"not 8-bit RGB: {depth}, {colour}")
    data, stride = zlib.decompress(found[b"IDAT"]), width * _RGB
    lines: list[bytearray] = []
    above = bytearray(stride)
    for row in range(height):
        start = row * (stride + 1)
        above = _undone(data[start], bytearray(data[start + 1 : start + 1 + stride]), above)
        lines.append(above)
    return width, height, lines


def _undone(kind: int, line: bytearray, above: bytearray) -> bytearray:
    for place in range(len(line) if kind else 0):
        left = line[place - _RGB] if place >= _RGB else 0
        corner = above[place - _RGB] if place >= _RGB else 0
        line[place] = (line[place] + _foretold(kind, left, above[place], corner)) & 255
    return line


def _foretold(kind: int, left: int, up: int, corner: int) -> int:
    """Return what a filter of PNG expects at a place."""
    match kind:
        case 1:
            return left
        case 2:
            return up
        case 3:
            return (left + up) // 2
        case _:
            guess = left + up - corner
            return min((left, up, corner), key=lambda one: abs(guess - one))
