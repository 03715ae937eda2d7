"""What of a report is drawn: bars of figures that its tables print, and of no others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workflow.documents.model import Align, Cell, Figure, Table
from workflow.reports.cells import CellKey, Number
from workflow.reports.drawing import bars
from workflow.reports.forms import form_2008, form_2014
from workflow.reports.forms.labels import (
    APPLICANT_COLUMNS,
    CARRIED_IN,
    CARRIED_OUT,
    DISPUTE_ROWS,
    DISPUTES,
    FAMILIES,
    RECEIVED,
    REQUESTS,
    RESULTS_TOTAL,
    TOTAL,
)
from workflow.reports.forms.labels_2014 import COLUMN, SUMS_2014, TABLE
from workflow.reports.grid import shown
from workflow.reports.printed import PrintedReport

_CHANNELS_2014, _REPLIES_2014 = 17, 25
_PUBLISHED_2014 = ("4", "5", "6", "7", "8")
_COURSE = (
    ("上年结转", CARRIED_IN),
    ("本年新收", RECEIVED),
    ("本年办结", RESULTS_TOTAL),
    ("结转下年度", CARRIED_OUT),
)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what it is called, the figures whose sum it is, and that sum."""

    label: str
    cells: tuple[CellKey, ...]
    value: Number


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under a title, for the section whose key is named."""

    title: str
    section: str
    bars: tuple[Bar, ...]
    unit: str = "件"

    @property
    def description(self) -> str:
        """What is to be seen, for those who cannot see it."""
        return f"{'，'.join(f'{bar.label}{shown(bar.value)}{self.unit}' for bar in self.bars)}。"

    @property
    def figure(self) -> Figure:
        """The chart as a document has it, with its figures."""
        head = (Cell("项目", head=True), Cell(f"数量（{self.unit}）", head=True))
        rows = tuple(
            (
                Cell(bar.label),
                Cell(
                    shown(bar.value),
                    align=Align.RIGHT,
                    number=bar.value if isinstance(bar.value, int) else float(bar.value),
                ),
            )
            for bar in self.bars
        )
        drawn = bars(self.title, self.description, [(bar.label, bar.value) for bar in self.bars])
        data = Table((head, *rows), 1, (3, 1), self.title)
        return Figure(drawn, self.title, self.description, data)


def charts_of(report: PrintedReport) -> tuple[Chart, ...]:
    """Return the charts of a report; what is nothing throughout is not drawn."""
    figures = {
        CellKey(table.key, row.key, column.key): value
        for table in report.tables
        for row, column, value in table.figures
    }
    names = {
        CellKey(table.key, row.key, column.key): row.name or row.label
        for table in report.tables
        for row, column, _ in table.figures
    }
    found = (_chart(*plan, figures) for plan in _plans(report.form, figures, names))
    return tuple(chart for chart in found if any(bar.value for bar in chart.bars))


_Plan = tuple[str, str, Sequence[tuple[str, tuple[CellKey, ...]]], str]


def _chart(
    title: str,
    section: str,
    wanted: Sequence[tuple[str, tuple[CellKey, ...]]],
    unit: str,
    figures: Mapping[CellKey, Number],
) -> Chart:
    drawn = tuple(
        Bar(label, cells, sum((figures[cell] for cell in cells), start=0))
        for label, cells in wanted
        if cells and all(cell in figures for cell in cells)
    )
    return Chart(title, section, drawn, unit)


def _plans(
    form: str, figures: Mapping[CellKey, Number], names: Mapping[CellKey, str]
) -> Iterator[_Plan]:
    if form == form_2008.KEY:
        channels: Sequence[str] = (form_2008.IN_PERSON, form_2008.ONLINE, form_2008.BY_LETTER)
        replies: Sequence[str] = (
            form_2008.AGREED,
            form_2008.AGREED_PARTLY,
            form_2008.WITHHELD,
            form_2008.OTHER,
        )
        published = (form_2008.ON_WEBSITE, form_2008.IN_GAZETTE)
        yield _rows(
            "本年度主动公开的渠道", "proactive", (form_2008.TABLE, "year"), published, names, "条"
        )
        yield from _two(form_2008.TABLE, "year", channels, replies, names)
    elif form == form_2014.KEY:
        channels = tuple(map(str, SUMS_2014[_CHANNELS_2014]))
        replies = tuple(map(str, SUMS_2014[_REPLIES_2014]))
        place = (TABLE, COLUMN)
        yield _rows("本年度主动公开的渠道", "proactive", place, _PUBLISHED_2014, names, "条")
        yield from _two(TABLE, COLUMN, channels, replies, names)
    else:
        yield from _since_2019(figures)


def _two(
    table: str,
    column: str,
    channels: Sequence[str],
    replies: Sequence[str],
    names: Mapping[CellKey, str],
) -> Iterator[_Plan]:
    for title, rows in (("本年度各渠道收到的申请", channels), ("本年度各类答复", replies)):
        yield _rows(title, "requests", (table, column), rows, names)


def _rows(
    title: str,
    section: str,
    place: tuple[str, str],
    rows: Sequence[str],
    names: Mapping[CellKey, str],
    unit: str = "件",
) -> _Plan:
    """Return a chart of some rows of a column, each by its name."""
    cells = [CellKey(place[0], row, place[1]) for row in rows]
    return title, section, [(names.get(cell, cell.row), (cell,)) for cell in cells], unit


def _since_2019(figures: Mapping[CellKey, Number]) -> Iterator[_Plan]:
    yield (
        "本年度申请收办情况",
        "requests",
        [(label, (CellKey(REQUESTS, row, TOTAL),)) for label, row in _COURSE],
        "件",
    )
    yield (
        "本年新收申请的申请人情况",
        "requests",
        [(each.label, (CellKey(REQUESTS, RECEIVED, each.key),)) for each in APPLICANT_COLUMNS],
        "件",
    )
    yield (
        "本年度申请办理结果",
        "requests",
        [
            (
                label.partition("）")[2],
                tuple(
                    cell
                    for cell in figures
                    if (cell.table, cell.column) == (REQUESTS, TOTAL)
                    and (cell.row == code or cell.row.startswith(f"{code}."))
                ),
            )
            for code, label in FAMILIES.items()
        ],
        "件",
    )
    yield (
        "行政复议、行政诉讼情况",
        "disputes",
        [
            ("".join((*each.groups, each.label)), (CellKey(DISPUTES, each.key, TOTAL),))
            for each in DISPUTE_ROWS
        ],
        "件",
    )
