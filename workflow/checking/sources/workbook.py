"""A published workbook: every sheet a grid, merged cells spread out."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from workflow.checking.pages import Allowance, Block, Grid, GridCell, Page
from workflow.checking.unreadable import Trouble, UnreadableReportError


def read_workbook(content: bytes, path: Path) -> Page:
    """Return the sheets that are shown, measured before the book is opened."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return Page(tuple(_sheets(book, Allowance(path))))
    except PasswordError as error:
        raise UnreadableReportError(Trouble.PASSWORD, path) from error
    except CalamineError as error:
        raise UnreadableReportError(Trouble.DAMAGED, path) from error


def _sheets(book: CalamineWorkbook, allowance: Allowance) -> Iterator[Block]:
    for meta in book.sheets_metadata:
        if meta.typ == SheetTypeEnum.WorkSheet and meta.visible == SheetVisibleEnum.Visible:
            sheet = book.get_sheet_by_name(meta.name)
            allowance.take(sheet.total_height * sheet.total_width)
            yield Grid(_rows(sheet, allowance))


def _rows(sheet: CalamineSheet, allowance: Allowance) -> tuple[tuple[GridCell, ...], ...]:
    grid = [
        [GridCell(_shown(value)) for value in row] for row in sheet.to_python(skip_empty_area=False)
    ]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        allowance.take((bottom - top + 1) * (right - left + 1))
        covered = grid[top : bottom + 1]
        if not covered or left >= len(covered[0]):
            continue
        text = covered[0][left].text
        for row in covered:
            row[left : right + 1] = [GridCell(text, first=False)] * len(row[left : right + 1])
        covered[0][left] = GridCell(text)
    return tuple(map(tuple, grid))


def _shown(value: object) -> str:
    """Return a cell as it is read on the sheet: whole numbers without a point."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)
