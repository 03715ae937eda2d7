"""The explained ledger as a calendar: every day with its number, or with why it has none."""

from calendar import MONDAY, Calendar
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from states.calendar.workdays import DayKind, WorkCalendar
from states.clock.answer import Reckoning
from states.clock.ledger import LedgerDay, Why
from workflow.i18n import Lang, Text, say_date
from workflow.web.views.standing import citation_words
from workflow.wording.clocks import flag_words
from workflow.wording.ledgers import (
    CONSERVATIVE,
    COUNT,
    DUE,
    FIXED,
    ORIGINAL,
    PROVISIONAL,
    SPAN,
)

_MONTHS = 12
_MONTH = Text("{year}年{month}月", "{year}-{month:02}")
_FROM = Text("起算日，不计入", "the count begins the day after")
_NUMBERED = Text("第 {n} 个工作日", "working day {n}")
_MADE_UP = Text("调休上班，第 {n} 个工作日", "worked weekend, working day {n}")
_EXTENDED = Text("{words}（延长后）", "{words} (after the extension)")
_LAST = Text("{words}，答复期限", "{words}, answer due")
_WHY: dict[Why, Text] = {
    Why.WEEKEND: Text("周末，不计入", "weekend, not counted"),
    Why.HOLIDAY: Text("放假，不计入", "holiday, not counted"),
    Why.SUSPENDED: Text("征求意见，不计入", "consultation, not counted"),
}
_MARKS: dict[Why, Text] = {
    Why.WEEKEND: Text("休", "–"),
    Why.HOLIDAY: Text("假", "H"),
    Why.SUSPENDED: Text("停", "S"),
}
_LEGEND = (
    ("from", Text("起", "0"), Text("起算日", "from")),
    ("counted", Text("1", "1"), Text("第几个工作日", "working day")),
    ("made-up", Text("班", "*"), Text("调休上班", "worked weekend")),
    ("extended", Text("1+", "1+"), Text("延长后的工作日", "after the extension")),
    ("weekend", Text("休", "–"), Text("周末", "weekend")),
    ("holiday", Text("假", "H"), Text("放假", "holiday")),
    ("suspended", Text("停", "S"), Text("征求意见，不计入", "consultation, not counted")),
    ("last", Text("★", "★"), Text("答复期限", "answer due")),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the calendar: the mark that is seen, and the words that say why."""

    day: int
    mark: str
    kind: str
    words: str
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A month as weeks from Monday to Sunday; None stands for days of other months."""

    title: str
    weeks: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One mark of the legend."""

    kind: str
    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole count: how it was made, day by day, and the articles that it rests on."""

    heading: tuple[str, ...]
    flags: tuple[str, ...]
    months: tuple[Month, ...]
    legend: tuple[Key, ...]
    spans: tuple[str, ...]
    basis: tuple[str, ...]


def strip_of(
    reckoning: Reckoning,
    ledger: tuple[LedgerDay, ...],
    calendar: WorkCalendar,
    today: date,
    lang: Lang,
) -> Strip:
    """Return the calendar of a count."""
    made = _Strip(reckoning, {entry.day: entry for entry in ledger}, calendar, today, lang)
    months = tuple(made.months())
    kinds = {cell.kind for month in months for week in month.weeks for cell in week if cell}
    return Strip(
        heading=tuple(made.heading()),
        flags=tuple(flag_words(flag, lang) for flag in reckoning.flags),
        months=months,
        legend=tuple(
            Key(kind, mark.say(lang), words.say(lang))
            for kind, mark, words in _LEGEND
            if kind in kinds
        ),
        spans=tuple(made.spans()),
        basis=tuple(citation_words(one, lang) for one in reckoning.basis),
    )


@dataclass(slots=True)
class _Strip:
    reckoning: Reckoning
    days: dict[date, LedgerDay]
    calendar: WorkCalendar
    today: date
    lang: Lang
    last: date = field(init=False)

    def __post_init__(self) -> None:
        self.last = max(self.days, default=self.reckoning.due)

    def heading(self) -> Iterator[str]:
        found, lang = self.reckoning, self.lang
        mark = PROVISIONAL.say(lang) if found.provisional else ""
        yield DUE.say(lang, due=mark + self._said(found.due))
        last = self.days.get(found.due)
        counted = last is not None and last.number == found.count
        start = self._said(found.counts_from)
        yield (COUNT if counted else FIXED).say(
            lang, start=start, count=found.count, out=found.suspended_workdays
        )
        if found.original_due is not None:
            yield ORIGINAL.say(lang, day=self._said(found.original_due))
        if found.conservative_due is not None:
            yield CONSERVATIVE.say(lang, day=self._said(found.conservative_due))

    def spans(self) -> Iterator[str]:
        for span in self.reckoning.spans:
            yield SPAN.say(
                self.lang,
                after=say_date(span.after, self.lang),
                until=say_date(span.until, self.lang),
                ref=span.ref,
                article=citation_words(span.citation, self.lang),
            )

    def months(self) -> Iterator[Month]:
        first = self.reckoning.counts_from
        start, end = (day.year * _MONTHS + day.month - 1 for day in (first, self.last))
        for number in range(start, end + 1):
            year, month = divmod(number, _MONTHS)
            yield self._month(year, month + 1)

    def _month(self, year: int, month: int) -> Month:
        weeks = Calendar(MONDAY).monthdatescalendar(year, month)
        first = self.reckoning.counts_from
        return Month(
            _MONTH.say(self.lang, year=year, month=month),
            tuple(
                tuple(self._cell(day) if day.month == month else None for day in week)
                for week in weeks
                if any(day.month == month and first <= day <= self.last for day in week)
            ),
        )

    def _cell(self, day: date) -> Cell:
        kind, mark, words = self._judged(day)
        said = f"{say_date(day, self.lang, weekday=True)}：{words}" if words else ""
        return Cell(day.day, mark, kind, said, day == self.today)

    def _judged(self, day: date) -> tuple[str, str, str]:
        """Return the kind of a day, its mark, and the words that say why."""
        lang, entry = self.lang, self.days.get(day)
        if day == self.reckoning.counts_from:
            return "from", _LEGEND[0][1].say(lang), _FROM.say(lang)
        if entry is None:
            return "outside", "", ""
        if entry.why is not None:
            return entry.why.value, _MARKS[entry.why].say(lang), _WHY[entry.why].say(lang)
        return self._counted(day, entry.number or 0)

    def _counted(self, day: date, number: int) -> tuple[str, str, str]:
        lang, original = self.lang, self.reckoning.original_due
        made_up = self.calendar.kind(day) is DayKind.MAKEUP_WORKDAY
        words = (_MADE_UP if made_up else _NUMBERED).say(lang, n=number)
        kind, mark = ("made-up", f"班{number}") if made_up else ("counted", str(number))
        if made_up and lang is Lang.EN:
            mark = f"*{number}"
        if original is not None and day > original:
            kind, mark = "extended", f"{mark}+"
            words = _EXTENDED.say(lang, words=words)
        if day == self.reckoning.due:
            kind, mark, words = "last", f"★{number}", _LAST.say(lang, words=words)
        return kind, mark, words

    def _said(self, day: date) -> str:
        return say_date(day, self.lang, weekday=True)
