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
    _held: list[set[Any]] = field(default_factory=list)

    def add(self, held: tuple[Any, ...], count: int) -> None:
        """Count so many more of a combination."""
        self._held = self._held or [set() for _ in self.columns]
        self.counts[held] += count
        for values, value in zip(self._held, held, strict=True):
            values.add(value)

    def number(self, conditions: Iterable[Condition]) -> int:
        """Return how many records fulfil every one of the conditions."""
        if not self.counts:
            return 0
        admitted: list[Iterable[Any]] = [*self._held]
        for condition in conditions:
            place = self.columns.index(condition.column)
            admitted[place] = [held for held in admitted[place] if condition.admits(held)]
        return sum(self.counts.get(held, 0) for held in product(*admitted))


def tallied(
    connection: Connection | Session, offices: Offices, questions: Sequence[Question]
) -> list[int]:
    """Return how many records each question finds, by as few counts as they need."""
    yearly = _Years(connection, offices, questions)
    rest = _Spans(connection, offices, questions)
    return [
        (yearly if yearly.knows(question) else rest)
        .tally(question)
        .number(question.selection.all_conditions)
        for question in questions
    ]


def _columns(questions: Iterable[Question]) -> frozenset[str]:
    return frozenset(
        condition.column
        for question in questions
        for condition in question.selection.all_conditions
    )


class _Spans:
    """Tallies by the very days that are asked about, one for each register and days."""

    def __init__(
        self, connection: Connection | Session, offices: Offices, questions: Sequence[Question]
    ) -> None:
        self._connection = connection
        self._offices = offices
        self._questions = questions
        self._made: dict[tuple[Register, Days], Tally] = {}

    def tally(self, question: Question) -> Tally:
        key = question.selection.register, question.days
        if key not in self._made:
            self._made[key] = self._count(question)
        return self._made[key]

    def _count(self, question: Question) -> Tally:
        alike = [
            other
            for other in self._questions
            if other.selection.register is question.selection.register
            and other.days == question.days
        ]
        tally = Tally(tuple(sorted(_columns(alike))))
        query = grouping(question.selection, tally.columns, window_of(question))
        given = {"offices": list(self._offices), **days_of(question)}
        for row in self._connection.execute(query, given):
            tally.add(tuple(row[:-1]), row[-1])
        return tally


class _Years:
    """The requests of whole years: received, closed, open before and after, in one pass a year."""

    def __init__(
        self, connection: Connection | Session, offices: Offices, questions: Sequence[Question]
    ) -> None:
        self._connection = connection
        self._offices = offices
        self._asked = [question for question in questions if self.knows(question)]
        wanted = _columns(self._asked)
        self._columns = tuple(name for name in _YEARLY if name in wanted)
        self._spanned = {year for q in self._asked if (year := _year_of(q.days)) is not None}
        self._made: dict[int, dict[str, Tally]] = {}

    def knows(self, question: Question) -> bool:
        """Whether the index holds all that is asked."""
        if question.selection.register is not Register.REQUESTS:
            return False
        if not all(c.column in _YEARLY for c in question.selection.all_conditions):
            return False
        days = question.days
        return _year_of(days) is not None or (isinstance(days, OpenAt) and ends_year(days.day))

    def tally(self, question: Question) -> Tally:
        year, part = self._place(question.days)
        if year not in self._made:
            self._made[year] = self._count(year)
        return self._made[year][part]

    def _place(self, days: Days) -> tuple[int, str]:
        if isinstance(days, CountedSpan):
            return days.until.year, days.edge.value
        year = days.day.year
        return (year + 1, _BEFORE) if year + 1 in self._spanned else (year, _AFTER)

    def _count(self, year: int) -> dict[str, Tally]:
        parts: dict[str, Tally] = {
            str(part): Tally(self._columns) for part in (*Edge, _BEFORE, _AFTER)
        }
        lowest, highest = years_closed(self._connection, self._offices)
        given = {
            "offices": list(self._offices),
            "year": year,
            "earlier": [*range(lowest or year, year)],
            "later": [*range(year + 1, (highest or year) + 1)],
        }
        query = _of_year(self._columns)
        for closed, received, *held, count in self._connection.execute(query, given):
            for part in _touches(year, received, closed):
                parts[part].add(tuple(held), count)
        return parts


def years_closed(
    connection: Connection | Session, offices: Offices
) -> tuple[int | None, int | None]:
    """Return the first and the last year in which a request was closed."""
    lowest, highest = connection.execute(_ENDS, {"offices": list(offices)}).one()
    return lowest, highest


_BEFORE, _AFTER = "open_before", "open_after"


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


def ends_year(day: date) -> bool:
    """Whether a day is the last of a year."""
    return (day.month, day.day) == (12, 31)


def _year_of(days: Days) -> int | None:
    """Return the year that a span is, or None where it is not exactly one."""
    if not isinstance(days, CountedSpan) or days.after is None or not ends_year(days.until):
        return None
    return days.until.year if days.after == date(days.until.year - 1, 12, 31) else None


_REQUEST = TABLES["request"]


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


@lru_cache(maxsize=64)
def _of_year(columns: tuple[str, ...]) -> Any:  # noqa: ANN401 - a union, as SQLAlchemy has it
    """Return the query that counts what touches a year.

    A request closed before it was received is a wrong entry, and is found all the same.
    """
    held = [_REQUEST.c[name] for name in columns]
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
