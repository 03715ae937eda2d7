"""Pages of cells as an .xlsx workbook in which text stays text and days are real dates."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from workflow.ledger.errors import BookTrouble, LedgerUnwritableError
from workflow.ledger.values import Cell, shown

MAX_CELL_TEXT = 32_767
_FIRST_YEAR = 1900  # a spreadsheet has no earlier days
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_DAY = {"num_format": "yyyy-mm-dd", "align": "left"}
_WRONG = {"bg_color": "#FFD9D9", "border": 1, "border_color": "#C00000"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: the format of text and numbers, and that of days."""

    plain: Format
    day: Format


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of a book's cells."""

    header: Look
    body: Look
    prose: Look
    wrong: Look
    reason: Look

    @classmethod
    def of(cls, book: Workbook) -> "Looks":
        """Make the looks in a workbook; text cells are marked so that editing keeps zeros."""
        text = {"num_format": "@", "valign": "top"}
        header = book.add_format(
            {"bold": True, "bg_color": "#E7EEF7", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        day = book.add_format(_DAY | {"valign": "top"})
        wrong = Look(book.add_format(text | _WRONG), book.add_format(_DAY | _WRONG))
        reason = book.add_format(text | {"font_color": "#C00000", "text_wrap": True})
        return cls(
            header=Look(header, header),
            body=Look(book.add_format(text), day),
            prose=Look(book.add_format(text | {"text_wrap": True}), day),
            wrong=wrong,
            reason=Look(reason, reason),
        )


@contextmanager
def workbook(path: Path) -> Iterator[Workbook]:
    """Open a workbook for writing; the file appears whole at the end, or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.touch()  # before the book opens files of its own
        book = Workbook(str(part), _OPTIONS)
        try:
            yield book
        finally:
            book.close()
        part.replace(path)
    except (XlsxWriterException, OSError) as error:
        raise LedgerUnwritableError(BookTrouble.CANNOT_WRITE, path) from error
    finally:
        part.unlink(missing_ok=True)


def put(page: Worksheet, place: tuple[int, int], cell: Cell, look: Look, path: Path) -> None:
    """Write one cell by what it is: a day as a date, a number as a number, text as text."""
    if isinstance(cell, date) and cell.year >= _FIRST_YEAR:
        page.write_datetime(*place, cell, look.day)
    elif isinstance(cell, bool):
        page.write_boolean(*place, cell, look.plain)
    elif isinstance(cell, (float, int)):
        page.write_number(*place, cell)
    elif isinstance(cell, (date, time, timedelta)):
        page.write_string(*place, shown(cell), look.plain)
    elif not cell:
        page.write_blank(*place, None, look.plain)
    elif len(cell) > MAX_CELL_TEXT:
        where = f"{page.get_name()}!{xl_rowcol_to_cell(*place)}"
        raise LedgerUnwritableError(BookTrouble.TEXT_TOO_LONG, path, where)
    else:
        page.write_string(*place, cell, look.plain)
