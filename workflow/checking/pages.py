"""A published file as read: its paragraphs and its grids of cells, in the order they stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.checking.unreadable import Trouble, UnreadableReportError

MOST_CELLS = 200_000
_WIDEST = 200


@dataclass(frozen=True, slots=True)
class GridCell:
    """A place of a grid; where a merged cell covers several, `first` marks the one it stands in."""

    text: str = ""
    first: bool = True


@dataclass(frozen=True, slots=True)
class Spanned:
    """A cell as the file has it: its text, and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of cells, merged ones repeated; `inside` is what stands in it if it is no table."""

    rows: tuple[tuple[GridCell, ...], ...]
    inside: tuple["Block", ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as printed; `heading` where the file itself marks it as one."""

    text: str
    heading: bool = False


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Page:
    """Everything read from a file; `title` is what a browser shows above it."""

    blocks: tuple[Block, ...]
    title: str = ""


# Gives a file's blocks; the path is there to be named where it cannot.
Reader = Callable[[bytes, Path], Page]


class Allowance:
    """How many cells a file may still have: a few spans can ask for all the memory."""

    def __init__(self, path: Path) -> None:
        """Start with what one file may have."""
        self._path = path
        self._left = MOST_CELLS

    def take(self, cells: int) -> None:
        """Take some cells, or refuse the file."""
        self._left -= cells
        if self._left < 0:
            raise UnreadableReportError(Trouble.TOO_LARGE, self._path)


def spread(
    rows: Sequence[Sequence[Spanned]], allowance: Allowance
) -> tuple[tuple[GridCell, ...], ...]:
    """Return rows in which every cell stands in each place it covers."""
    covering: dict[int, tuple[str, int]] = {}
    grid: list[tuple[GridCell, ...]] = []
    for number, cells in enumerate(rows):
        line: list[GridCell] = []
        waiting = iter(cells)
        for cell in _line(waiting, covering, len(rows) - number):
            line.append(cell)
            if len(line) > _WIDEST:
                break
        allowance.take(len(line))
        grid.append(tuple(line))
    return tuple(grid)


def _line(
    waiting: Iterator[Spanned], covering: dict[int, tuple[str, int]], rows_left: int
) -> Iterator[GridCell]:
    """Yield the places of a row, taking note of what covers the rows below."""
    column = 0
    while True:
        if column in covering:
            yield _covered(covering, column)
            column += 1
            continue
        cell = next(waiting, None)
        if cell is None:
            if not any(place > column for place in covering):
                return
            yield GridCell()
            column += 1
            continue
        rows = min(cell.rows, rows_left)
        for offset in range(min(cell.columns, _WIDEST)):
            covering.pop(column, None)
            if rows > 1:
                covering[column] = (cell.text, rows - 1)
            yield GridCell(cell.text, first=offset == 0)
            column += 1


def _covered(covering: dict[int, tuple[str, int]], column: int) -> GridCell:
    text, rows = covering.pop(column)
    if rows > 1:
        covering[column] = (text, rows - 1)
    return GridCell(text, first=False)
