"""Files as offices publish them: .docx by python-docx, .xlsx by xlsxwriter."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from xlsxwriter import Workbook

from tests.workflow.checking.printing import Lines, Printed

Part = str | Lines


def a_word_file(path: Path, parts: Sequence[Part]) -> Path:
    """Write paragraphs and tables, cells merged across and down."""
    document = Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        else:
            _word_table(document, part)
    document.save(str(path))
    return path


def _word_table(document: WordDocument, lines: Lines) -> None:
    placed = _placed(lines)
    width = max(column + cell.columns for _, column, cell in placed)
    table = document.add_table(len(lines), width)
    cells = [row.cells for row in table.rows]
    for row, column, cell in placed:
        first = cells[row][column]
        if cell.columns > 1 or cell.rows > 1:
            last_row = min(row + cell.rows, len(lines)) - 1
            first = first.merge(cells[last_row][column + cell.columns - 1])
        first.text = cell.text


def a_workbook(path: Path, sheets: Mapping[str, Sequence[Part]], *, numbers: bool = True) -> Path:
    """Write sheets, parts one under the other; figures as numbers, or as text."""
    book = Workbook(str(path), {"strings_to_formulas": False})
    look = book.add_format({"border": 1})
    for name, parts in sheets.items():
        page = book.add_worksheet(name)
        top = 0
        for part in parts:
            if isinstance(part, str):
                page.write_string(top, 0, part)
                top += 2
                continue
            for row, column, cell in _placed(part):
                number = numbers and cell.text.isdecimal()
                value = int(cell.text) if number else cell.text
                place = (top + row, column)
                if cell.columns > 1 or cell.rows > 1:
                    last = (top + row + cell.rows - 1, column + cell.columns - 1)
                    page.merge_range(*place, *last, value, look)
                else:
                    page.write(*place, value, look)
            top += len(part) + 1
    book.close()
    return path


def _placed(lines: Lines) -> list[tuple[int, int, Printed]]:
    """Return every cell with the place where it stands, as a browser would lay it out."""
    taken: set[tuple[int, int]] = set()
    placed = []
    for row, cells in enumerate(lines):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            placed.append((row, column, cell))
            taken |= {
                (row + down, column + right)
                for down in range(cell.rows)
                for right in range(cell.columns)
            }
            column += cell.columns
    return placed
