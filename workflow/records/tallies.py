"""Counts by group: the database counts once, and every figure is read off what it found.

A tally holds how many records there are of each combination of codes; a condition picks some of
the codes. Whole years of requests come from one pass over one index, whatever is asked of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import product
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select, union_all
from sqlalchemy.orm import Session

from workflow.records.counting import (
    Condition,
    CountedSpan,
    Days,
    Edge,
    OpenAt,
    Question,
    Register,
)
from workflow.records.predicates import days_of, grouping, whose, window_of
from workflow.records.tables.metadata import TABLES

Offices = Sequence[int]

# What the index over whole years holds, in its order.
_YEARLY = ("state", "outcome", "applicant_kind", "on_time")


@dataclass(slots=True)
class Tally:
    """How many records there are of each combination of what the columns hold."""

    columns: tuple[str, ...]
    counts: defaultdict[tuple[Any, ...], int] = field(default_factory=lambda: defaultdict(int))
    _known: list[set[Any]] = field(default_factory=list)

    def add(self, held: tuple[Any, ...], count: int) -> None:
        """Count so many more of a combination."""
        self.counts[held] += count
        self._known = []

    def over(self, columns: tuple[str, ...]) -> "Tally":
        """Return the tally over some of the columns alone."""
        places = [self.columns.index(name) for name in columns]
        found = Tally(columns)
        for held, count in self.counts.items():
            found.add(tuple(held[place] for place in places), count)
        return found

    def number(self, conditions: Iterable[Condition]) -> int:
        """Return how many records fulfil every one of the conditions."""
        admitted: list[Iterable[Any]] = [*self._held()]
        for condition in conditions:
            place = self.columns.index(condition.column)
            admitted[place] = [held for held in admitted[place] if condition.admits(held)]
        return sum(self.counts.get(held, 0) for held in product(*admitted))

    def _held(self) -> list[set[Any]]:
        """Return what each column holds anywhere."""
        if len(self._known) != len(self.columns):
            self._known = [set(values) for values in zip(*self.counts, strict=True)] or [
                set() for _ in self.columns
            ]
        return self._known


class Tallies:
    """The counts of one moment: what was counted once is not counted again."""

    def __init__(self, connection: Connection | Session) -> None:
        """Count over this connection, which must see one state of the records."""
        self._connection = connection
        self._years: dict[tuple[tuple[int, ...], int], dict[str, Tally]] = {}

    def numbers(self, offices: Offices, questions: Sequence[Question]) -> list[int]:
        """Return how many records each question finds, by as few counts as they need."""
        spanned = {year for q in questions if (year := _year_of(q.days)) is not None}
        asked: dict[tuple[Register, Days], list[int]] = {}
        for place, question in enumerate(questions):
            asked.setdefault((question.selection.register, question.days), []).append(place)
        found = [0] * len(questions)
        for places in asked.values():
            alike = [questions[place] for place in places]
            tally = self._tally(tuple(offices), alike, spanned)
            for place, question in zip(places, alike, strict=True):
                found[place] = tally.number(question.selection.all_conditions)
        return found

    def _tally(
        self, offices: tuple[int, ...], alike: Sequence[Question], spanned: set[int]
    ) -> Tally:
        """Return the tally of questions about the same days of the same register."""
        wanted = frozenset(
            condition.column
            for question in alike
            for condition in question.selection.all_conditions
        )
        if _is_yearly(alike[0], wanted):
            year, part = _part_of(alike[0].days, spanned)
            if (offices, year) not in self._years:
                self._years[offices, year] = self._count_year(offices, year)
            columns = tuple(name for name in _YEARLY if name in wanted)
            return self._years[offices, year][part].over(columns)
        tally = Tally(tuple(sorted(wanted)))
        query = grouping(alike[0].selection, tally.columns, window_of(alike[0]))
        given = {"offices": list(offices), **days_of(alike[0])}
        for row in self._connection.execute(query, given):
            tally.add(tuple(row[:-1]), row[-1])
        return tally

    def _count_year(self, offices: tuple[int, ...], year: int) -> dict[str, Tally]:
        parts = {part: Tally(_YEARLY) for part in _PARTS}
        lowest, highest = years_closed(self._connection, offices)
        given = {
            "offices": list(offices),
            "year": year,
            "earlier": [*range(lowest or year, year)],
            "later": [*range(year + 1, (highest or year) + 1)],
        }
        for closed, received, *held, count in self._connection.execute(_of_year(), given):
            for part in _touches(year, received, closed):
                parts[part].add(tuple(held), count)
        return parts


_BEFORE, _AFTER = "open_before", "open_after"
_PARTS = (Edge.BEGUN.value, Edge.ENDED.value, _BEFORE, _AFTER)


def _touches(year: int, received: int | None, closed: int | None) -> Iterator[str]:
    """Yield the parts of a year that a request received and closed in such years belongs to."""
    if received == year:
        yield Edge.BEGUN.value
    if closed == year:
        yield Edge.ENDED.value
    if received is None:
        return
    if received < year and (closed is None or closed >= year):
        yield _BEFORE
    if received <= year and (closed is None or closed > year):
        yield _AFTER


def _is_yearly(question: Question, wanted: Iterable[str]) -> bool:
    """Whether the index over whole years holds all that is asked."""
    days = question.days
    return (
        question.selection.register is Register.REQUESTS
        and all(name in _YEARLY for name in wanted)
        and (_year_of(days) is not None or (isinstance(days, OpenAt) and ends_year(days.day)))
    )


def _part_of(days: Days, spanned: set[int]) -> tuple[int, str]:
    """Return the year that answers, and which part of it; one that is counted anyway if any is."""
    if isinstance(days, CountedSpan):
        return days.until.year, days.edge.value
    year = days.day.year
    return (year + 1, _BEFORE) if year + 1 in spanned else (year, _AFTER)


def ends_year(day: date) -> bool:
    """Whether a day is the last of a year."""
    return (day.month, day.day) == (12, 31)


def _year_of(days: Days) -> int | None:
    """Return the year that a span is, or None where it is not exactly one."""
    if not isinstance(days, CountedSpan) or days.after is None or not ends_year(days.until):
        return None
    return days.until.year if days.after == date(days.until.year - 1, 12, 31) else None


_REQUEST = TABLES["request"]


def years_closed(
    connection: Connection | Session, offices: Offices
) -> tuple[int | None, int | None]:
    """Return the first and the last year in which a request was closed."""
    lowest, highest = connection.execute(_ENDS, {"offices": list(offices)}).one()
    return lowest, highest


def _ends() -> Select[Any]:
    """Return the query for the first and the last year in which a request was closed."""
    office, year = TABLES["office"], _REQUEST.c.closed_year
    closed = select(year).where(_REQUEST.c.office_id == office.c.id)
    lowest = closed.with_only_columns(func.min(year)).scalar_subquery()
    highest = closed.with_only_columns(func.max(year)).scalar_subquery()
    each = select(lowest.label("lowest"), highest.label("highest")).where(
        office.c.id.in_(bindparam("offices", expanding=True))
    )
    found = each.subquery()
    return select(func.min(found.c.lowest), func.max(found.c.highest))


_ENDS = _ends()


@lru_cache(maxsize=1)
def _of_year() -> Any:  # noqa: ANN401 - a union, as SQLAlchemy has it
    """Return the query that counts what touches a year.

    A request closed before it was received is a wrong entry, and is found all the same.
    """
    held = [_REQUEST.c[name] for name in _YEARLY]
    closed, received = _REQUEST.c.closed_year, _REQUEST.c.received_year
    year: BindParameter[int] = bindparam("year")
    by = (closed, received, *held)
    parts = (
        (closed == year,),
        (closed.in_(bindparam("later", expanding=True)), received <= year),
        (closed.in_(bindparam("earlier", expanding=True)), received == year),
        (closed.is_(None), received <= year),
    )
    return union_all(
        *(select(*by, func.count()).where(whose(_REQUEST), *part).group_by(*by) for part in parts)
    )
