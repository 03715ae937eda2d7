"""Books built for a test: the sheets as rows of cells, written as an office would."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

from workflow.ledger.book import Book, read_book

Cells = Sequence[object]

TODAY = date(2026, 11, 23)  # a Monday

REQUEST: Mapping[str, object] = {
    "登记编号": "2026-001",
    "收到方式": "网上",
    "收到日期": "2026-03-02",
    "申请人": "赟喆堃",
    "申请内容": "某路征地补偿标准",
}


def a_workbook(path: Path, sheets: Mapping[str, Sequence[Cells]]) -> Path:
    """Write cells as they are: text as text, dates as dates, None as a formatted blank."""
    book = Workbook(str(path), {"strings_to_formulas": False})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                if cell is None:
                    page.write_blank(row, place, None, day)
                else:
                    page.write(row, place, cell, day if isinstance(cell, date) else None)
    book.close()
    return path


def a_table(*rows: Mapping[str, object]) -> list[Cells]:
    """Rows by header, as a header row and cells under it."""
    headers = list(dict.fromkeys(header for row in rows for header in row))
    return [headers, *([row.get(header, "") for header in headers] for row in rows)]


def a_request(**changes: object) -> dict[str, object]:
    """A request row that is right in all its cells, but for the changes."""
    return {**REQUEST, **changes}


def read_sheet(folder: Path, name: str, rows: Sequence[Cells]) -> Book:
    """Read a book of one sheet."""
    return read_book(a_workbook(folder / "台账.xlsx", {name: rows}), today=TODAY)


def read_requests(folder: Path, *rows: Mapping[str, object]) -> Book:
    """Read a book of requests."""
    return read_sheet(folder, "申请", a_table(*rows))
