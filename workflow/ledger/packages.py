"""Measuring a zipped workbook before it is opened: one far cell can ask for all the memory."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workflow.ledger.errors import BookTrouble, LedgerUnreadableError

MAX_UNPACKED = 1024 * 1024 * 1024
MAX_CELLS = 20_000_000

_CHUNK = 1024 * 1024
_OVERLAP = 512
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml")
_WORKBOOK_PARTS = ("xl/workbook.xml", "content.xml")
# A cell with content names its place; cells that are only formatted close at once.
_PLACED_CELL = re.compile(
    rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r=[\"']([A-Z]{1,3})(\d{1,7})[\"'](?:[^>]*[^/>])?>"
)
_REPEATED_ROW = re.compile(rb"<table:table-row[^>]*number-rows-repeated=\"\d{5,}\"[^>/]*>")
_REPEATED_CELL = re.compile(rb"<table:table-cell[^>]*number-columns-repeated=\"\d{4,}\"[^>]*>")
_HAS_VALUE = b"value-type="


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """What a package must hold, any one of `parts` by the beginning of its name, and at most."""

    parts: tuple[str, ...] = _WORKBOOK_PARTS
    unpacked: int = MAX_UNPACKED
    cells: int = MAX_CELLS


OF_A_LEDGER = PackageLimits()


def refuse_oversized_package(
    content: bytes, path: Path, limits: PackageLimits = OF_A_LEDGER
) -> None:
    """Raise if a package is broken, locked, not of its kind, or would fill the memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _measure(package, path, limits)
    except RuntimeError as error:  # how zipfile says that a member is locked
        raise LedgerUnreadableError(BookTrouble.PASSWORD, path) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise LedgerUnreadableError(BookTrouble.DAMAGED, path) from error


def _measure(package: zipfile.ZipFile, path: Path, limits: PackageLimits) -> None:
    """Read every part once: sizes in the directory may lie, checksums do not."""
    if not any(name.startswith(limits.parts) for name in package.namelist()):
        raise LedgerUnreadableError(BookTrouble.NOT_A_WORKBOOK, path)
    if sum(part.file_size for part in package.infolist()) > limits.unpacked:
        raise LedgerUnreadableError(BookTrouble.TOO_LARGE, path)
    for part in package.infolist():
        chunks = _chunks(package, part)
        if _SHEET_PART.fullmatch(part.filename):
            oversized = _area(chunks) > limits.cells
        elif part.filename == "content.xml":
            oversized = _repeats_values(b"".join(chunks))
        else:
            oversized = sum(map(len, chunks)) > limits.unpacked
        if oversized:
            raise LedgerUnreadableError(BookTrouble.TOO_LARGE, path)


def _chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _area(chunks: Iterator[bytes]) -> int:
    """Return how many cells lie between A1 and the farthest cell with content."""
    height, columns, rest = 0, {b"A"}, b""
    for chunk in chunks:
        places = _PLACED_CELL.findall(rest + chunk)
        height = max(height, max((int(row) for _, row in places), default=0))
        columns.update(column for column, _ in places)
        rest = chunk[-_OVERLAP:]
    return height * max(map(_column_number, columns))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _repeats_values(content: bytes) -> bool:
    """Whether an OpenDocument sheet repeats a value thousands of times over."""
    if any(_HAS_VALUE in cell[0] for cell in _REPEATED_CELL.finditer(content)):
        return True
    for row in _REPEATED_ROW.finditer(content):
        end = content.find(b"</table:table-row>", row.end())
        if _HAS_VALUE in content[row.end() : end]:
            return True
    return False
