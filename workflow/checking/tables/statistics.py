"""The statistics tables of up to 2018: that of the towns, and the national one of 2014."""

from collections.abc import Iterator, Mapping, Sequence

from workflow.checking.pages import Grid
from workflow.checking.printed import Mark, bare, figure
from workflow.checking.tables.places import Figures, Line
from workflow.reports.forms import form_2008
from workflow.reports.forms.labels_2014 import COLUMN, ROWS_2014

YEAR = "year"
CUMULATIVE = "cumulative"
EXTRA_CHANNELS = ("传真申请数", "电子邮件申请数", "其它形式申请数")

_FEWEST_ROWS_2008 = 4
_FEWEST_ROWS_2014 = 10
_UNITS = frozenset(["条", "件", "次", "人", "个", "篇", "万元", "元", "人次"])

ROWS_2008 = (
    form_2008.PUBLISHED,
    form_2008.ON_WEBSITE,
    form_2008.IN_GAZETTE,
    form_2008.RECEIVED,
    form_2008.IN_PERSON,
    form_2008.ONLINE,
    form_2008.BY_LETTER,
    form_2008.REPLIES,
    form_2008.AGREED,
    form_2008.AGREED_PARTLY,
    form_2008.WITHHELD,
    form_2008.OTHER,
    form_2008.COMPLAINTS,
    form_2008.RECONSIDERATIONS,
    form_2008.LAWSUITS,
)
_BY_NAME = {bare(label).removesuffix("数"): label for label in ROWS_2008}
# As other places and other years worded the same rows.
_BY_NAME |= {bare(label).removesuffix("数"): label for label in EXTRA_CHANNELS}
_BY_NAME |= {
    "主动公开信息": form_2008.PUBLISHED,
    "主动公开政府信息": form_2008.PUBLISHED,
    "政府网站": form_2008.ON_WEBSITE,
    "政府公报": form_2008.IN_GAZETTE,
    "受理依申请公开信息总": form_2008.RECEIVED,
    "受理申请总": form_2008.RECEIVED,
    "本年度对申请的答复总": form_2008.REPLIES,
    "否决公开答复总": form_2008.WITHHELD,
    "其他形式申请": "其它形式申请数",
    "行政申诉": form_2008.COMPLAINTS,
}


def row_2008(label: str) -> str | None:
    """Return the official label of the row that a label of the old table names, or None."""
    return _BY_NAME.get(bare(label).removesuffix("数"))


class StatisticsReader:
    """Reads the old tables from the grids of a file in turn."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.rows: dict[str, Figures] = {}
        self.form = ""
        self._at = 0

    def take(self, grid: Grid) -> bool:
        """Take the rows that a grid has of either table, and say whether it had any."""
        national, at = _rows_2014(grid.rows, self._at if self.form == "2014" else 0)
        town = _rows_2008(grid.rows)
        if len(national) >= _FEWEST_ROWS_2014 or (self.form == "2014" and national):
            self.form, self._at = "2014", at
            self.rows |= national
            return True
        if self.form != "2014" and len(town) >= (1 if self.form else _FEWEST_ROWS_2008):
            self.form = "2008"
            self.rows = town | self.rows
            return True
        return False


def _rows_2008(lines: Sequence[Line]) -> dict[str, Figures]:
    order: tuple[str, ...] = (YEAR, CUMULATIVE)
    found: dict[str, Figures] = {}
    for line in lines:
        order = _order(line) or order
        for place, cell in enumerate(line):
            row = row_2008(cell.text) if cell.first else None
            figures = _figures(line, place, order) if row is not None else {}
            if row is not None and figures:
                found.setdefault(row, figures)
    return found


def _order(line: Line) -> tuple[str, ...]:
    """Return the columns in the order a heading line names them; empty for any other line."""
    words = [bare(cell.text) for cell in line if cell.first]
    if not any("累计" in word for word in words) or any(map(row_2008, words)):
        return ()
    named = (CUMULATIVE if "累计" in word else YEAR for word in words if _is_column(word))
    return tuple(dict.fromkeys(named))


def _is_column(word: str) -> bool:
    return "累计" in word or word.endswith(("年度", "年", "本年", "统计数", "数量", "数值"))


def _figures(line: Line, label: int, order: Sequence[str]) -> Figures:
    """Return the figures after a label, the unit between them left out."""
    cells = [cell.text for place, cell in enumerate(line) if place > label and cell.first]
    while cells and cells[0].strip() in _UNITS:
        cells = cells[1:]
    read = [figure(text) for text in cells[: len(order)]]
    if not read or any(each.mark is Mark.WORDS for each in read):
        return {}
    return dict(zip(order, read, strict=False))


def _rows_2014(lines: Sequence[Line], at: int) -> tuple[dict[str, Figures], int]:
    """Return the rows found in the order of the form, and how far down it they reach.

    Rows of the same name stand under different headings: only their order tells them apart.
    """
    found: dict[str, Figures] = {}
    for line in lines:
        for place, cell in enumerate(line):
            step = _next_2014(bare(cell.text), at) if cell.first and cell.text.strip() else None
            if step is None:
                continue
            figures = _figures(line, place, (COLUMN,))
            at = step
            row = ROWS_2014[step - 1]
            if row.number and figures:
                found[row.key] = figures
            break
    return found, at


def _next_2014(words: str, at: int) -> int | None:
    """Return the place after the next row of that name; none is gone back to."""
    return next(
        (place + 1 for place in range(at, len(ROWS_2014)) if words in _NAMES_2014[place]), None
    )


def _names(label: str) -> Iterator[str]:
    yield bare(label)
    yield bare(label.partition("（不")[0])


_NAMES_2014: tuple[Mapping[str, None], ...] = tuple(
    dict.fromkeys(_names(row.label)) for row in ROWS_2014
)
