"""An answering period on a calendar: every day with its number, or the mark of why it has none."""

from calendar import MONDAY, Calendar
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as RichText

from states.calendar.workdays import DayKind, WorkCalendar
from states.clock.answer import Reckoning
from states.clock.ledger import LedgerDay, Why, ledger_of
from workflow.i18n import WEEKDAYS, Lang, Text, say_date
from workflow.wording.clocks import flag_words
from workflow.wording.ledgers import (
    BASIS,
    CONSERVATIVE,
    COUNT,
    DUE,
    FIXED,
    ORIGINAL,
    PROVISIONAL,
    SPAN,
)

_WEEK = Text(" ".join(WEEKDAYS), "M T W T F S S")
_MONTH = Text("{year}年{month}月", "{year}-{month:02}")
_WIDTH = 4
_MONTHS = 12

# A mark in words and in colour, never in colour alone.
_FROM = Text("起", "from")
_MARKS: dict[Why, tuple[Text, str]] = {
    Why.WEEKEND: (Text("休", "off"), "bright_black"),
    Why.HOLIDAY: (Text("假", "hol."), "red"),
    Why.SUSPENDED: (Text("停", "stop"), "yellow"),
}
_MADE_UP = Text("班", "*")
_LEGEND = Text(
    "起 起算日，不计入　数字 第几个工作日　班 调休上班　休 周末　假 放假　停 征求意见，不计入",
    "from: not counted   number: working day   *: worked weekend   off: weekend   "
    "hol.: holiday   stop: consultation, not counted",
)


def explain(reckoning: Reckoning, calendar: WorkCalendar, lang: Lang) -> RenderableType:
    """Return the period as months of numbered days, with what it rests on below."""
    page = _Page(reckoning, calendar, lang)
    return Group(
        *page.heading(),
        "",
        Columns(list(page.months()), padding=(0, 4)),
        "",
        RichText(_LEGEND.say(lang), style="dim"),
        *page.reasons(),
    )


@dataclass(slots=True)
class _Page:
    """One explanation: the count, laid out for a reader."""

    reckoning: Reckoning
    calendar: WorkCalendar
    lang: Lang
    days: dict[date, LedgerDay] = field(init=False)

    def __post_init__(self) -> None:
        self.days = {entry.day: entry for entry in ledger_of(self.reckoning, self.calendar)}

    def heading(self) -> Iterator[RichText]:
        """Yield the date, how it was counted, and the dates beside it."""
        reckoning, lang = self.reckoning, self.lang
        due = self._day(reckoning.due)
        if reckoning.provisional:
            due = PROVISIONAL.say(lang) + due
        yield RichText(DUE.say(lang, due=due), style="bold")
        last = self.days.get(reckoning.due)
        counted = last is not None and last.number == reckoning.count
        yield RichText(
            (COUNT if counted else FIXED).say(
                lang,
                start=self._day(reckoning.counts_from),
                count=reckoning.count,
                out=reckoning.suspended_workdays,
            )
        )
        if reckoning.original_due is not None:
            yield RichText(ORIGINAL.say(lang, day=self._day(reckoning.original_due)))
        if reckoning.conservative_due is not None:
            day = self._day(reckoning.conservative_due)
            yield RichText(CONSERVATIVE.say(lang, day=day), style="yellow")
        for flag in reckoning.flags:
            yield RichText(f"▲ {flag_words(flag, lang)}", style="red")

    def months(self) -> Iterator[Table]:
        """Yield a calendar for every month that the count touches."""
        first, last = self.reckoning.counts_from, max(self.days, default=self.reckoning.due)
        start, end = (day.year * _MONTHS + day.month - 1 for day in (first, last))
        for number in range(start, end + 1):
            year, month = divmod(number, _MONTHS)
            yield self._month(year, month + 1)

    def reasons(self) -> Iterator[RichText]:
        """Yield every excluded span, then every article."""
        for span in self.reckoning.spans:
            article = span.citation.short if self.lang is Lang.ZH else span.citation.english
            sentence = SPAN.say(
                self.lang,
                after=say_date(span.after, self.lang),
                until=say_date(span.until, self.lang),
                ref=span.ref,
                article=article,
            )
            yield RichText(sentence, style="yellow")
        for citation in self.reckoning.basis:
            article = citation.full if self.lang is Lang.ZH else citation.english
            yield RichText.assemble((f"{BASIS.say(self.lang)} ", "dim"), article)

    def _day(self, day: date) -> str:
        return say_date(day, self.lang, weekday=True)

    def _month(self, year: int, month: int) -> Table:
        table = Table(
            title=_MONTH.say(self.lang, year=year, month=month),
            title_style="bold",
            box=None,
            padding=(0, 1, 0, 0),
        )
        for weekday in _WEEK.say(self.lang).split():
            table.add_column(weekday, justify="right", width=_WIDTH, header_style="dim")
        for week in Calendar(MONDAY).monthdatescalendar(year, month):
            if any(day.month == month and self._is_shown(day) for day in week):
                cells = [self._cell(day) if day.month == month else RichText() for day in week]
                table.add_row(*cells)
        return table

    def _is_shown(self, day: date) -> bool:
        return day in self.days or day == self.reckoning.counts_from

    def _cell(self, day: date) -> RichText:
        """Return the day of the month over its number, or over its mark."""
        if day == self.reckoning.counts_from:
            return RichText(f"{day.day}\n{_FROM.say(self.lang)}", style="bold cyan")
        entry = self.days.get(day)
        if entry is None:
            return RichText(f"{day.day}\n", style="dim")
        if entry.why is not None:
            mark, style = _MARKS[entry.why]
            return RichText(f"{day.day}\n{mark.say(self.lang)}", style=style)
        made_up = self.calendar.kind(day) is DayKind.MAKEUP_WORKDAY
        mark_of_day = _MADE_UP.say(self.lang) if made_up else ""
        style = "reverse bold" if day == self.reckoning.due else "bold green"
        return RichText.assemble(
            (f"{day.day}\n", "default"), (f"{mark_of_day}{entry.number}", style)
        )
