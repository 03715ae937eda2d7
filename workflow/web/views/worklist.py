"""The worklist as its page shows it: each cell in words, the counts and the columns as links."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from states.case import CLOSED_STATES, State
from states.deciding.draft import Stage
from states.statute.receipt import Channel
from states.terms import label
from workflow.i18n import WEEKDAYS, Lang, Text
from workflow.records.saved_views import SavedView
from workflow.services.board import Board, Order, Window
from workflow.services.worklist import Condition, Light, WorkLine
from workflow.web.templating import rendered
from workflow.web.views.asked import Asked
from workflow.web.views.standing import NEXT
from workflow.wording.steps import (
    LATE,
    MARKS,
    NEXT_STEPS,
    STOPPED,
    TODAY,
    UNATTENDED,
    UNCONFIRMED,
)

OPEN_STATES: Final = tuple(state for state in State if state not in CLOSED_STATES)
STATE_CODES: Final = frozenset(state.value for state in OPEN_STATES)
CHANNEL_CODES: Final = frozenset(channel.value for channel in Channel)
ROWS_KEPT: Final = 16_384
FILTERS_KEPT: Final = 512

_DAYS_LEFT = Text("{n} 日", "{n} d")
_PAUSED = Text("（暂停）", "(paused)")  # the day moves on while the clock stands
_WINDOWS: Final = {
    Window.OVERDUE: Text("超期", "Late"),
    Window.TODAY: Text("今日到期", "Due today"),
    Window.NEAR: Text("5日内", "Within 5 days"),
    Window.STOPPED: Text("停表", "Stopped"),
    Window.UNATTENDED: Text("无人经办", "Unattended"),
    Window.UNSENT: Text("发送失败", "Not sent"),
}
# Those that cannot wait are red as soon as there is one.
_URGENT: Final = frozenset({Window.OVERDUE, Window.TODAY, Window.UNATTENDED, Window.UNSENT})
_SORTED: Final = {
    Order.NUMBER: Text("编号", "Number"),
    Order.LEFT: Text("剩余", "Left"),
    Order.RECEIVED: Text("收到", "Received"),
}
_ALL = Text("全部", "All")
_MINE = Text("我经办的", "Mine")


@dataclass(frozen=True, slots=True)
class Row:
    """One request in the table."""

    id: int
    number: str
    light: str
    mark: str
    left: str
    due: str
    due_day: str
    is_provisional: bool
    state: str
    next_words: str
    next_address: str
    content: str
    applicant: str
    channel: str
    received: str
    received_day: str
    officer: str
    is_unattended: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something, as a link that shows them."""

    words: str
    number: int
    address: str
    is_here: bool
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column that can be sorted: `sorted` is as ARIA names it, or blank."""

    words: str
    address: str
    sorted: str


@dataclass(frozen=True, slots=True)
class Tab:
    """A saved view, or one that everybody has; `id` is of those that can be deleted."""

    words: str
    address: str
    is_here: bool
    id: int | None = None


@lru_cache(maxsize=ROWS_KEPT)
def drawn_row(
    line: WorkLine,
    version: int,
    lang: Lang,
    *,
    may_assign: bool,
    may_act: bool,
    is_unsent: bool,
    is_ticked: bool,
) -> Markup:
    """Return a row of the table as HTML: most rows of a page were on the one before."""
    return rendered(
        "worklist/row.html.jinja",
        lang,
        row=row_of(line, lang),
        version=version,
        may_assign=may_assign,
        may_act=may_act,
        is_unsent=is_unsent,
        is_ticked=is_ticked,
    )


def row_of(line: WorkLine, lang: Lang) -> Row:
    """Return a line as the table shows it."""
    stopped = line.light is Light.GREY
    officer = line.case_officer
    if line.unattended is not None:
        officer = UNATTENDED[line.unattended].say(lang, name=line.case_officer)
    return Row(
        id=line.id,
        number=line.number,
        light=line.light.value,
        mark=MARKS[line.light],
        left=_left(line, lang),
        due=_due(line, lang),
        due_day="" if line.due is None or stopped else line.due.isoformat(),
        is_provisional=line.provisional and not stopped,
        state=("·" if lang is Lang.ZH else ", ").join(_states(line, lang)),
        next_words=NEXT_STEPS[line.next_step].say(lang),
        next_address=f"/requests/{line.id}/steps/{NEXT[line.next_step]}",
        content=line.content,
        applicant=line.applicant,
        channel=label("channels", line.channel, lang) if line.channel else "",
        received="" if line.received_on is None else f"{line.received_on:%m-%d}",
        received_day="" if line.received_on is None else line.received_on.isoformat(),
        officer=officer,
        is_unattended=line.unattended is not None,
    )


def _left(line: WorkLine, lang: Lang) -> str:
    if line.left is None:
        return UNCONFIRMED.say(lang)
    if line.light is Light.GREY:
        return STOPPED.say(lang)
    if line.left < 0:
        return LATE.say(lang, n=abs(line.left))
    return TODAY.say(lang) if line.left == 0 else _DAYS_LEFT.say(lang, n=line.left)


def _due(line: WorkLine, lang: Lang) -> str:
    """Return the day without its year, with its weekday: 12-01 周二."""
    if line.due is None:
        return ""
    if line.light is Light.GREY:
        return _PAUSED.say(lang)
    if lang is Lang.EN:
        return f"{line.due:%m-%d %a}"
    return f"{line.due:%m-%d} 周{WEEKDAYS[line.due.weekday()]}"


def _states(line: WorkLine, lang: Lang) -> Iterator[str]:
    """Yield where a request stands: how far its reply is, once there is a draft of one."""
    drafting = line.state is State.RECEIVED and line.stage is not Stage.NOTHING
    yield label("stages", line.stage, lang) if drafting else label("states", line.state, lang)
    for condition in line.conditions:
        # Late is said by the light, provisional beside the date.
        if condition not in {Condition.PROVISIONAL, Condition.OVERDUE}:
            yield label("conditions", condition, lang)


def counts_of(board: Board, unsent: int, asked: Asked, lang: Lang) -> list[Count]:
    """Return the counts at the top; a second click on one shows everything again."""
    numbers = {**board.counts, Window.UNSENT: unsent}
    return [
        Count(
            words=words.say(lang),
            number=numbers[window],
            address=asked.address(show="" if asked.show == window else window),
            is_here=asked.show == window,
            is_urgent=window in _URGENT and bool(numbers[window]),
        )
        for window, words in _WINDOWS.items()
    ]


@lru_cache(maxsize=FILTERS_KEPT)
def drawn_filters(asked: Asked, officers: tuple[str, ...], lang: Lang) -> Markup:
    """Return the form of the filters, set as they were asked for."""
    return rendered(
        "worklist/filters.html.jinja",
        lang,
        asked=asked,
        windows=[(window.value, words.say(lang)) for window, words in _WINDOWS.items()],
        states=[(state.value, label("states", state, lang)) for state in OPEN_STATES],
        officers=[(name, name) for name in officers],
        channels=[(code, label("channels", code, lang)) for code in sorted(CHANNEL_CODES)],
    )


def columns_of(asked: Asked, lang: Lang) -> dict[str, Column]:
    """Return the columns that can be sorted: a click sorts, a second one turns the order round."""
    here = asked.sort or Order.LEFT.value
    return {
        order.value: _column(order, words, asked, here, lang) for order, words in _SORTED.items()
    }


def _column(order: Order, words: Text, asked: Asked, here: str, lang: Lang) -> Column:
    is_here = order == here
    turned = "desc" if is_here and not asked.dir else ""
    address = asked.address(sort="" if order is Order.LEFT else order, dir=turned)
    is_sorted = ("descending" if asked.dir else "ascending") if is_here else ""
    return Column(words.say(lang), address, is_sorted)


def tabs_of(saved: Sequence[SavedView], asked: Asked, lang: Lang) -> list[Tab]:
    """Return everything, one's own, and the saved views, side by side."""
    here = asked.filters
    tabs = [
        Tab(_ALL.say(lang), "/worklist", not here),
        Tab(_MINE.say(lang), "/worklist?mine=1", here == "mine=1"),
    ]
    tabs += [
        Tab(view.name, f"/worklist?{view.query}", here == view.query, view.id) for view in saved
    ]
    return tabs
