"""表四, recognised by the labels above or beside each figure: three blocks of five results."""

from collections.abc import Iterator, Mapping

from workflow.checking.pages import Grid
from workflow.checking.printed import Mark, bare, figure
from workflow.checking.tables.places import Figures, Line
from workflow.reports.forms.labels import DISPUTE_COLUMNS, DISPUTE_ROWS, TOTAL

_FEWEST_RESULTS = 4
_BLOCKS = {row.label: row.key for row in DISPUTE_ROWS}
_BLOCKS |= {"未经复议直接起诉的": "litigation_direct", "直接起诉": "litigation_direct"}
_BLOCKS |= {"复议后起诉的": "litigation_after_reconsideration"}
_RESULTS = {column.label: column.key for column in DISPUTE_COLUMNS}
_RESULTS |= {"维持": "upheld", "纠正": "corrected", "其他": "other", "未审结": "pending"}
_RESULTS |= {"合计": TOTAL}
_IN_ALL = tuple((row.key, column.key) for row in DISPUTE_ROWS for column in DISPUTE_COLUMNS)


class DisputesReader:
    """Reads 表四 from the grids of a file in turn; its blocks may stand apart."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.rows: dict[str, Figures] = {}

    def take(self, grid: Grid) -> bool:
        """Take the figures that a grid has of this table, and say whether it had any."""
        lines = grid.rows[_beginning(grid) :]
        found: dict[str, Figures] = {}
        for number, line in enumerate(lines):
            for block, result, text in _placed(lines, number, line) or _unlabelled(lines, number):
                found.setdefault(block, {}).setdefault(result, figure(text))
        found = {block: figures for block, figures in found.items() if _is_block(figures)}
        for block, figures in found.items():
            self.rows.setdefault(block, figures)
        return bool(found)


def _beginning(grid: Grid) -> int:
    """Return the line where the headings of this table begin; past the end if nowhere."""
    return next((number for number, line in enumerate(grid.rows) if _heads(line)), len(grid.rows))


def _heads(line: Line) -> bool:
    """Whether a line names a block, or the results across."""
    words = {bare(cell.text) for cell in line if cell.first}
    results = {_RESULTS[name] for name in words & _RESULTS.keys()}
    return bool(words & _BLOCKS.keys()) or len(results) >= _FEWEST_RESULTS


def _block(text: str) -> str | None:
    return _BLOCKS.get(bare(text))


def _result(text: str) -> str | None:
    return _RESULTS.get(bare(text))


def _is_block(figures: Mapping[str, object]) -> bool:
    return len(figures) >= _FEWEST_RESULTS


def _placed(lines: tuple[Line, ...], number: int, line: Line) -> list[tuple[str, str, str]]:
    """Return the figures of a line whose block and result are named above or beside them."""
    if not _may_hold_figures(line):
        return []
    placed = []
    for place, cell in enumerate(line):
        if not cell.first or _named(cell.text):
            continue
        block = _nearest(lines, number, place, _BLOCKS)
        result = _nearest(lines, number, place, _RESULTS)
        if block is not None and result is not None:
            placed.append((block, result, cell.text))
    return placed


def _named(text: str) -> bool:
    return _block(text) is not None or _result(text) is not None


def _may_hold_figures(line: Line) -> bool:
    """Whether a line is one of figures: not a heading, not a note."""
    others = [cell.text for cell in line if cell.first and not _named(cell.text)]
    return bool(others) and all(figure(text).mark is not Mark.WORDS for text in others)


def _nearest(
    lines: tuple[Line, ...], number: int, place: int, names: Mapping[str, str]
) -> str | None:
    """Return what the nearest label above a place names, else the nearest to its left."""
    above = (lines[up][place].text for up in range(number - 1, -1, -1) if place < len(lines[up]))
    left = (cell.text for cell in reversed(lines[number][:place]))
    for texts in (above, left):
        found = next((names[name] for text in texts if (name := bare(text)) in names), None)
        if found is not None:
            return found
    return None


def _unlabelled(lines: tuple[Line, ...], number: int) -> Iterator[tuple[str, str, str]]:
    """Yield a full line of figures by the order of the form, its headings being out of place."""
    cells = [cell for cell in lines[number] if cell.first and cell.text.strip()]
    if len(cells) == len(_IN_ALL) and all(figure(c.text).mark is not Mark.WORDS for c in cells):
        for (block, result), cell in zip(_IN_ALL, cells, strict=True):
            yield block, result, cell.text
