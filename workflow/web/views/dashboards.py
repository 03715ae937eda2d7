"""The dashboard as its page shows it: charts with their tables, and numbers that lead to lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final
from urllib.parse import urlencode

from workflow.documents.model import Align, Cell, Figure, Table
from workflow.i18n import Lang, Text
from workflow.records.dashboard import AGES, Month
from workflow.reports.charts import charts_of
from workflow.reports.drawing import bars
from workflow.reports.measures import percentage
from workflow.services.dashboard import Dashboard, LateReply
from workflow.web.views.month_chart import Series, columns_by_month
from workflow.web.views.reports import counts_of

_MONTH: Final = Text("{n}月", "{n}")
_MONTHS: Final = Text("月份", "Month")
_RECEIVED, _CLOSED = Text("收到", "Received"), Text("办结", "Closed")
_ON_TIME, _LATE = Text("按期", "On time"), Text("逾期", "Late")
_RATE = Text("按期答复率（%）", "Answered on time (%)")
_COURSE = Text("{year} 年各月收到和办结（件）", "Received and closed by month of {year}")
_RATES = Text("{year} 年各月按期答复率（%）", "Answered on time by month of {year} (%)")
_AGED = Text("未办结的申请收到了多久（件）", "Open requests by age")
_AGE = Text("收到至今", "Since receipt")
_NUMBER = Text("件数", "Requests")
_UPTO = Text("{n} 天以内", "up to {n} days")
_BETWEEN = Text("{low}–{high} 天", "{low} to {high} days")
_OVER = Text("{n} 天以上", "over {n} days")
_UNDATED = Text("收到日待确认", "receipt not settled")
_NONE = Text("—", "—")


@dataclass(frozen=True, slots=True)
class Tile:
    """A number at the top, and the list that it leads to; the number is that list's length."""

    words: str
    value: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class LoadLine:
    """The open requests of a person."""

    officer: str
    address: str
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class DashboardPage:
    """What the page shows."""

    year: int
    tiles: tuple[Tile, ...]
    months: tuple[Figure, ...]
    ages: Figure | None
    loads: tuple[LoadLine, ...]
    reasons: list[tuple[str, int]]
    late: tuple[LateReply, ...]
    late_total: int
    report: tuple[Figure, ...]
    errors: int
    warnings: int


def dashboard_page(found: Dashboard, lang: Lang) -> DashboardPage:
    """Return what the page shows of a dashboard."""
    errors, warnings = counts_of(found.report.findings)
    return DashboardPage(
        found.year,
        _tiles(found, lang),
        (_course(found, lang), _rates(found, lang)),
        _ages(found, lang),
        tuple(
            LoadLine(
                load.officer,
                _list(state="open", officer=load.officer) if load.officer else "",
                load.open,
                load.overdue,
            )
            for load in found.counts.loads
        ),
        found.reasons,
        found.late[:_SHOWN],
        found.late_total,
        tuple(chart.figure for chart in charts_of(found.report)),
        errors,
        warnings,
    )


_SHOWN = 20


def years_to_choose(today: date) -> tuple[int, ...]:
    """Return the years that can be looked at."""
    return tuple(range(today.year, today.year - 10, -1))


def _list(**asked: object) -> str:
    return f"/requests?{urlencode(asked)}"


def _tiles(found: Dashboard, lang: Lang) -> tuple[Tile, ...]:
    """Return the numbers of those received in the year: that is what the list narrows to."""
    cohort, year = found.counts.cohort, found.year
    rate = percentage(cohort.on_time, cohort.on_time + cohort.late)
    return (
        Tile(_RECEIVED.say(lang), str(cohort.received), _list(year=year)),
        Tile(
            Text("其中未办结", "of these open").say(lang),
            str(cohort.open),
            _list(year=year, state="open"),
        ),
        Tile(
            Text("按期答复", "answered on time").say(lang),
            str(cohort.on_time),
            _list(year=year, time="on_time"),
        ),
        Tile(
            Text("逾期答复", "answered late").say(lang),
            str(cohort.late),
            _list(year=year, time="late"),
        ),
        Tile(
            Text("按期答复率", "on-time rate").say(lang),
            _NONE.say(lang) if rate is None else f"{rate}%",
        ),
    )


def _course(found: Dashboard, lang: Lang) -> Figure:
    months = found.counts.months
    series = (
        Series(_RECEIVED.say(lang), tuple(float(one.received) for one in months)),
        Series(_CLOSED.say(lang), tuple(float(one.closed) for one in months)),
    )
    title = _COURSE.say(lang, year=found.year)
    rows = [(_MONTH.say(lang, n=one.number), str(one.received), str(one.closed)) for one in months]
    heads = (_MONTHS.say(lang), _RECEIVED.say(lang), _CLOSED.say(lang))
    return _figure(title, heads, rows, _columns(title, series, months, lang))


def _rates(found: Dashboard, lang: Lang) -> Figure:
    months = found.counts.months
    rates = [percentage(one.on_time, one.on_time + one.late) for one in months]
    series = (
        Series(_RATE.say(lang), tuple(None if rate is None else float(rate) for rate in rates)),
    )
    title = _RATES.say(lang, year=found.year)
    rows = [
        (
            _MONTH.say(lang, n=one.number),
            str(one.on_time),
            str(one.late),
            _NONE.say(lang) if rate is None else str(rate),
        )
        for one, rate in zip(months, rates, strict=True)
    ]
    heads = (_MONTHS.say(lang), _ON_TIME.say(lang), _LATE.say(lang), _RATE.say(lang))
    return _figure(title, heads, rows, _columns(title, series, months, lang, most=100))


def _columns(
    title: str, series: tuple[Series, ...], months: tuple[Month, ...], lang: Lang, most: float = 0
) -> str:
    names = [_MONTH.say(lang, n=one.number) for one in months]
    told = "；".join(
        f"{one.name}：{'，'.join(_said(n, v) for n, v in zip(names, one.values, strict=True))}"
        for one in series
    )
    return columns_by_month(title, told, series, names, most)


def _said(name: str, value: float | None) -> str:
    return f"{name} {'—' if value is None else f'{value:g}'}"


def _ages(found: Dashboard, lang: Lang) -> Figure | None:
    counts = found.counts
    if not any(counts.ages) and not counts.undated:
        return None
    names = [_UPTO.say(lang, n=AGES[0])]
    names += [_BETWEEN.say(lang, low=low + 1, high=high) for low, high in pairwise(AGES)]
    names.append(_OVER.say(lang, n=AGES[-1]))
    values = [*zip(names, counts.ages, strict=True)]
    if counts.undated:
        values.append((_UNDATED.say(lang), counts.undated))
    title = _AGED.say(lang)
    told = "，".join(f"{name} {n}" for name, n in values)
    rows = [(name, str(n)) for name, n in values]
    return _figure(title, (_AGE.say(lang), _NUMBER.say(lang)), rows, bars(title, told, values))


def _figure(
    title: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], drawing: str
) -> Figure:
    head = tuple(Cell(word, head=True) for word in heads)
    body = tuple(
        (Cell(row[0], head=True), *(Cell(word, align=Align.RIGHT) for word in row[1:]))
        for row in rows
    )
    data = Table((head, *body), 1, tuple(1.0 for _ in heads), title)
    return Figure(drawing, title, title, data)
