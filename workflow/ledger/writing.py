"""Writing a book in the shape that `read_book` reads: equal lines out, equal lines in."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

from workflow.ledger.csv_text import guarded
from workflow.ledger.errors import BookTrouble, LedgerUnwritableError
from workflow.ledger.rows import Line
from workflow.ledger.sheets import SHEETS, Column, Kind, Sheet
from workflow.ledger.values import Cell, cell_for, shown
from workflow.ledger.xlsx import Looks, put, workbook

WIDTHS = {
    Kind.TEXT: 16,
    Kind.PROSE: 44,
    Kind.DATE: 13,
    Kind.NUMBER: 11,
    Kind.MONEY: 11,
    Kind.YES_NO: 11,
    Kind.CHOICE: 14,
    Kind.CHOICES: 22,
    Kind.OUTCOME: 26,
}

Lines = Mapping[str, Iterable[Line]]


def write_book(path: Path, lines: Lines) -> None:
    """Write the named sheets to an .xlsx workbook, or to a folder of .csv files.

    A sheet without lines is written with its header; a sheet that is not named is left out.
    """
    unknown = set(lines) - {sheet.name for sheet in SHEETS}
    if unknown:
        raise KeyError(*sorted(unknown))
    chosen = [(sheet, lines[sheet.name]) for sheet in SHEETS if sheet.name in lines]
    if path.is_dir() or not path.suffix:
        _write_folder(path, chosen)
    elif path.suffix.lower() == ".xlsx":
        with workbook(path) as book:
            looks = Looks.of(book)
            for sheet, rows in chosen:
                _write_page(book, looks, sheet, rows, path)
    else:
        raise LedgerUnwritableError(BookTrouble.WRONG_ENDING, path)


def _cells(sheet: Sheet, lines: Iterable[Line]) -> Iterator[list[tuple[Column, Cell]]]:
    """Yield the cells of each line, in the order of the columns."""
    for line in lines:
        yield [(column, cell_for(getattr(line, column.field), column)) for column in sheet.columns]


def _write_page(
    book: Workbook, looks: Looks, sheet: Sheet, lines: Iterable[Line], path: Path
) -> None:
    page = book.add_worksheet(sheet.name)
    page.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        look = looks.prose if column.kind is Kind.PROSE else looks.body
        default = look.day if column.kind is Kind.DATE else look.plain
        page.set_column(place, place, WIDTHS[column.kind], default)
        put(page, (0, place), column.header, looks.header, path)
    for row, cells in enumerate(_cells(sheet, lines), start=1):
        for place, (column, cell) in enumerate(cells):
            if cell != "":
                look = looks.prose if column.kind is Kind.PROSE else looks.body
                put(page, (row, place), cell, look, path)


def _write_folder(path: Path, chosen: Iterable[tuple[Sheet, Iterable[Line]]]) -> None:
    """Write one file a sheet, marked as UTF-8 so that spreadsheet programs read the Chinese."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        for sheet, lines in chosen:
            file = path / f"{sheet.name}.csv"
            with file.open("w", encoding="utf-8-sig", newline="") as stream:
                writer = csv.writer(stream)
                writer.writerow([column.header for column in sheet.columns])
                writer.writerows(
                    [_csv_text(cell) for _, cell in cells] for cells in _cells(sheet, lines)
                )
    except OSError as error:
        raise LedgerUnwritableError(BookTrouble.CANNOT_WRITE, path) from error


def _csv_text(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return guarded(cell) if isinstance(cell, str) else shown(cell)
