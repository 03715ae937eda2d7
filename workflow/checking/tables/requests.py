"""表三, recognised by the words of its rows: requests received, their results, what is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
from workflow.reports.forms.labels import (
    APPLICANTS_HEADING,
    CARRIED_IN,
    CARRIED_OUT,
    ORGANISATIONS_HEADING,
    OTHERWISE,
    RECEIVED,
    REQUEST_COLUMNS,
    RESULTS_TOTAL,
    TOTAL,
)

_FEWEST_ROWS = 5
_ORDER = tuple(column.key for column in REQUEST_COLUMNS)

# What a row's label says of itself, however it is numbered, quoted or shortened.
_SAYING: tuple[tuple[str, str], ...] = (
    (RECEIVED, "新收"),
    (CARRIED_IN, "上年结转"),
    (CARRIED_IN, "上年度结转"),
    (CARRIED_OUT, "结转下年"),
    (CARRIED_OUT, "结转至下年"),
    (CARRIED_OUT, "结转下一年"),
    ("R3.3.1", "国家秘密"),
    ("R3.3.2", "禁止公开"),
    ("R3.3.3", "三安全一稳定"),
    ("R3.3.4", "第三方合法权益"),
    ("R3.3.5", "内部事务"),
    ("R3.3.6", "过程性信息"),
    ("R3.3.7", "执法案卷"),
    ("R3.3.8", "行政查询"),
    ("R3.4.1", "不掌握"),
    ("R3.4.2", "没有现成"),
    ("R3.4.3", "仍不明确"),
    ("R3.5.1", "信访举报投诉"),
    ("R3.5.2", "重复申请"),
    ("R3.5.3", "公开出版物"),
    ("R3.5.4", "大量反复"),
    ("R3.5.5", "重新出具"),
    ("R3.6.1", "逾期不补正"),
    ("R3.6.2", "收费通知"),
    ("R3.1", "予以公开"),
    ("R3.2", "部分公开"),
)
_BEING = {
    "其他": "R3.6.3",
    "其他处理": OTHERWISE,
    "总计": RESULTS_TOTAL,
    "合计": RESULTS_TOTAL,
}
# What names a row may also name a column.
_ALSO_COLUMNS = {"R3.6.3", RESULTS_TOTAL}
_COLUMN_SAYING = (
    ("natural_person", "自然人"),
    ("company", "商业"),
    ("research", "科研"),
    ("public_interest", "公益"),
    ("legal_service", "法律"),
    (TOTAL, "总计"),
    (TOTAL, "合计"),
    ("other", "其他"),
)
_LONGEST_LABEL = 60
_LONGEST_HEADING = 12


@dataclass(frozen=True, slots=True)
class _Head:
    """The columns of a table: their places, their order, and the line under them."""

    columns: Mapping[int, str]
    order: Sequence[str]
    below: int


def row_code(label: str) -> str | None:
    """Return the code of the row that a label names, or None."""
    words = bare(label)
    if words in _BEING:
        return _BEING[words]
    if not words or len(words) > _LONGEST_LABEL:
        return None
    return next((code for code, saying in _SAYING if saying in words), None)


def column_key(stacked: Sequence[str]) -> str | None:
    """Return the column that headings, one under the other, name together, or None."""
    words = bare("".join(dict.fromkeys(stacked)))
    for group in (APPLICANTS_HEADING, ORGANISATIONS_HEADING):
        words = words.replace(group, "")
    if not words or len(words) > _LONGEST_HEADING:
        return None
    return next((key for key, saying in _COLUMN_SAYING if saying in words), None)


class RequestsReader:
    """Reads 表三 from the grids of a file in turn: it may be cut in two, its head not repeated."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._rows: dict[str, Figures] = {}
        self._order: Sequence[str] = _ORDER

    @property
    def rows(self) -> Mapping[str, Figures]:
        """The rows read; one that only sums up rows read is left out."""
        if any(code.startswith(f"{OTHERWISE}.") for code in self._rows):
            return {code: row for code, row in self._rows.items() if code != OTHERWISE}
        return self._rows

    def take(self, grid: Grid) -> bool:
        """Take the rows that a grid has of this table, and say whether it had any."""
        head = _head(grid.rows)
        order = head.order if head else self._order
        found: dict[str, Figures] = {}
        for line in grid.rows[head.below if head else 0 :]:
            code, figures = _row(line, head.columns if head else {}, order)
            if code:
                found.setdefault(code, figures)
            if code == CARRIED_OUT:
                break
        is_rest = bool(self._rows) and not (found.keys() & self._rows.keys())
        if not found or (len(found) < _FEWEST_ROWS and not is_rest):
            return False
        if is_rest or not self._rows:
            self._rows |= found
            self._order = order
        return True


def _head(lines: Sequence[Line]) -> _Head | None:
    """Return the columns that the heading lines of a table name, if it has any."""
    for number, line in enumerate(lines):
        if any(bare(cell.text) == "自然人" for cell in line):
            return _columns_under(lines, number)
    return None


def _columns_under(lines: Sequence[Line], first: int) -> _Head | None:
    below = first
    while below < len(lines) and _is_heading(lines[below]):
        below += 1
    width = max(map(len, lines[first:below]), default=0)
    columns = {
        place: key
        for place in range(width)
        if (key := column_key([_text(line, place) for line in lines[first:below]])) is not None
    }
    order = tuple(dict.fromkeys(columns[place] for place in sorted(columns)))
    return _Head(columns, order, below) if len(order) > 1 else None


def _is_heading(line: Line) -> bool:
    """Whether a line names columns, or part of them, rather than a row with its figures."""
    codes = {code for _, code in label_places(line, row_code)}
    texts = {cell.text.strip() for cell in line} - {""}
    return bool(texts) and codes <= _ALSO_COLUMNS and not any(text.isdecimal() for text in texts)


def _text(line: Line, place: int) -> str:
    return line[place].text if place < len(line) else ""


def _row(line: Line, columns: Mapping[int, str], order: Sequence[str]) -> tuple[str, Figures]:
    """Return the code of a line and its figures, or no code; the rightmost label names it."""
    place, code = next(label_places(line, row_code), (0, ""))
    if not code:
        return "", {}
    figures = in_order(after(line, place), columns, order)
    return (code, figures) if len(figures) == len(order) or holds_figures(figures) else ("", {})
