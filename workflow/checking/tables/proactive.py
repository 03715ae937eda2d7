"""表二, recognised by the words of its rows and columns, in the form of 2019 or of 2021."""

from collections.abc import Mapping, Sequence

from workflow.checking.pages import Grid
from workflow.checking.printed import bare
from workflow.checking.tables.places import (
    Figures,
    Line,
    after,
    holds_figures,
    in_order,
    label_places,
)
from workflow.reports.forms.labels import PROACTIVE_2019, PROACTIVE_2021

_FEWEST_ROWS = 2
_BLOCKS = (*PROACTIVE_2019, *PROACTIVE_2021)
_ROWS = {bare(row.label): row.key for block in _BLOCKS for row in block.rows}
_COLUMNS = {bare(column.label): column.key for block in _BLOCKS for column in block.columns}
_COLUMNS |= {"本年收费金额": "amount", "本年增减": "change", "处理决定数量": "decisions"}
_ONLY_2019 = {"made", "published", "published_in_all", "items_last_year", "change", "purchases"}
_ROWS_ONLY_2019 = {"other_services", "central_procurement"}
_ARTICLE = "第二十条"
_CONTENT = "信息内容"


class ProactiveReader:
    """Reads 表二 from the grids of a file in turn; its blocks are often tables of their own."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.rows: dict[str, Figures] = {}

    @property
    def form(self) -> str:
        """The key of the form whose columns it has."""
        columns = {column for figures in self.rows.values() for column in figures}
        old = columns & _ONLY_2019 or self.rows.keys() & _ROWS_ONLY_2019
        return "2019" if old else "2021"

    def take(self, grid: Grid) -> bool:
        """Take the rows that a grid has of this table, and say whether it had any."""
        found: dict[str, Figures] = {}
        heads: list[Line] = []
        for line in grid.rows:
            place, row = next(label_places(line, lambda text: _ROWS.get(bare(text))), (0, ""))
            columns = _columns(heads)
            order = tuple(dict.fromkeys(columns[at] for at in sorted(columns)))
            figures = in_order(after(line, place), columns, order) if row and order else {}
            if row and (len(figures) == len(order) > 0 or holds_figures(figures)):
                found.setdefault(row, figures)
            elif not row:
                heads = [*heads, line] if heads and not _begins(line) else [line]
        if not found or (len(found) < _FEWEST_ROWS and not _is_named(grid)):
            return False
        for row, figures in found.items():
            self.rows.setdefault(row, figures)
        return True


def _begins(line: Line) -> bool:
    """Whether a line begins a block: its article, or the heading of its first column."""
    return any(cell.first and _is_beginning(bare(cell.text)) for cell in line[:1])


def _is_beginning(words: str) -> bool:
    return words.startswith(_ARTICLE) or words == _CONTENT


def _is_named(grid: Grid) -> bool:
    return any(_is_beginning(bare(cell.text)) for line in grid.rows for cell in line)


def _columns(heads: Sequence[Line]) -> Mapping[int, str]:
    """Return the columns that headings, one under the other, name together, by their places."""
    width = max(map(len, heads), default=0)
    columns = {}
    for place in range(width):
        stacked = dict.fromkeys(bare(line[place].text) for line in heads if place < len(line))
        key = _key("".join(words for words in stacked if not words.startswith(_ARTICLE)))
        if key is not None:
            columns[place] = key
    return columns


def _key(words: str) -> str | None:
    if words in _COLUMNS:
        return _COLUMNS[words]
    return next((key for label, key in _COLUMNS.items() if words.startswith(label)), None)
