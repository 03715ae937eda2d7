"""Finding one's way in a grid: labels above and to the left, figures to the right."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from workflow.checking.pages import GridCell
from workflow.checking.printed import Figure, Mark, figure

Line = Sequence[GridCell]
Figures = dict[str, Figure]


def after(line: Line, label: int) -> list[tuple[int, GridCell]]:
    """Return the cells to the right of a label that stand in a place of their own."""
    return [(place, cell) for place, cell in enumerate(line) if place > label and cell.first]


def in_order(
    cells: Sequence[tuple[int, GridCell]], columns: Mapping[int, str], order: Sequence[str]
) -> Figures:
    """Return figures by column: one for one where their number fits, else by place.

    `columns` says which key stands above which place, `order` the keys from left to right.
    """
    if len(cells) == len(order):
        return _one_for_one(cells, order)
    placed = {columns[place]: figure(cell.text) for place, cell in cells if place in columns}
    if len(placed) < len(order):
        inner = _without_blank_ends(cells, len(order))
        if len(inner) == len(order):
            return _one_for_one(inner, order)
    return placed


def _one_for_one(cells: Sequence[tuple[int, GridCell]], order: Sequence[str]) -> Figures:
    return {key: figure(cell.text) for key, (_, cell) in zip(order, cells, strict=True)}


def _without_blank_ends(
    cells: Sequence[tuple[int, GridCell]], wanted: int
) -> Sequence[tuple[int, GridCell]]:
    """Return the cells without the blank ones that a page pads its rows with."""
    while len(cells) > wanted and not cells[-1][1].text.strip():
        cells = cells[:-1]
    while len(cells) > wanted and not cells[0][1].text.strip():
        cells = cells[1:]
    return cells


def holds_figures(figures: Mapping[str, Figure]) -> bool:
    """Whether anything is printed where the figures belong."""
    return any(each.mark is not Mark.BLANK for each in figures.values())


def label_places(line: Line, code: Callable[[str], str | None]) -> Iterator[tuple[int, str]]:
    """Yield the cells of a row that are labels, from the right, with the code of each."""
    for place in range(len(line) - 1, -1, -1):
        found = code(line[place].text) if line[place].text else None
        if found is not None:
            yield place, found
