"""Opening a book of any kind as sheets of raw cells, with rows numbered as a spreadsheet does."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
)

from workflow.ledger.csv_text import decoded, unguarded
from workflow.ledger.errors import BookTrouble, LedgerUnreadableError
from workflow.ledger.packages import refuse_oversized_package
from workflow.ledger.values import Cell

MAX_ROWS = 1_000_000
MAX_BYTES = 200 * 1024 * 1024

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet: how many columns are used from which on, and the rows in order."""

    left: int
    width: int
    rows: Iterator[tuple[int, list[Cell]]]


Loader = Callable[[], Grid]


def open_book(path: Path) -> Mapping[str, Loader]:
    """Return the sheets of a book by name; cells are read when a sheet is loaded."""
    if not path.exists():
        raise LedgerUnreadableError(BookTrouble.NOT_FOUND, path)
    if path.is_dir():
        return _folder(path)
    if path.stat().st_size > MAX_BYTES:
        raise LedgerUnreadableError(BookTrouble.TOO_LARGE, path)
    if path.suffix.lower() == ".csv":
        return {path.stem: partial(_load_csv, path)}
    return _workbook(path)


def _folder(path: Path) -> Mapping[str, Loader]:
    """One file per sheet; hidden files and a spreadsheet program's locks are not sheets."""
    files = sorted(
        file
        for file in path.iterdir()
        if file.suffix.lower() == ".csv" and not file.name.startswith((".", "~"))
    )
    if not files:
        raise LedgerUnreadableError(BookTrouble.NO_SHEETS, path)
    return {file.stem: partial(_load_csv, file) for file in files}


def _load_csv(path: Path) -> Grid:
    if path.stat().st_size > MAX_BYTES:
        raise LedgerUnreadableError(BookTrouble.TOO_LARGE, path)
    reader = csv.reader(io.StringIO(decoded(path), newline=""))
    try:
        rows: list[list[Cell]] = [[unguarded(cell) for cell in row] for row in reader]
    except csv.Error as error:
        raise LedgerUnreadableError(BookTrouble.BAD_CSV, path) from error
    if len(rows) > MAX_ROWS:
        raise LedgerUnreadableError(BookTrouble.TOO_LARGE, path)
    return Grid(0, max(map(len, rows), default=0), enumerate(rows, start=1))


def _workbook(path: Path) -> Mapping[str, Loader]:
    """Open a workbook by what it holds, whatever its name ends in."""
    content = path.read_bytes()
    if content.startswith(_ZIP):
        refuse_oversized_package(content, path)
    elif not content.startswith(_OLE):
        raise LedgerUnreadableError(BookTrouble.NOT_A_WORKBOOK, path)
    elif _ENCRYPTED_PACKAGE in content:
        raise LedgerUnreadableError(BookTrouble.PASSWORD, path)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise LedgerUnreadableError(BookTrouble.PASSWORD, path) from error
    except CalamineError as error:
        raise LedgerUnreadableError(BookTrouble.DAMAGED, path) from error
    return {
        sheet.name: partial(_load_sheet, book, sheet.name, path)
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
    }


def _load_sheet(book: CalamineWorkbook, name: str, path: Path) -> Grid:
    try:
        sheet = book.get_sheet_by_name(name)
    except CalamineError as error:
        raise LedgerUnreadableError(BookTrouble.DAMAGED, path) from error
    if sheet.total_height > MAX_ROWS:
        raise LedgerUnreadableError(BookTrouble.TOO_LARGE, path)
    left = sheet.start[1] if sheet.start else 0
    return Grid(left, sheet.width, enumerate(sheet.iter_rows(), start=1))
