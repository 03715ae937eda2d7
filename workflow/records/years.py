"""Requests counted by whole years: each year in one pass over an index that holds its results.

What is carried over the end of a year is little, and has an index of its own. Where the database
is asked of a single office, SQLite leaps from group to group instead of reading every entry.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    func,
    literal_column,
    select,
    text,
    union_all,
)
from sqlalchemy.orm import Session

from workflow.records.counting import (
    CountedSpan,
    Days,
    Edge,
    OpenAt,
    Question,
    Register,
    year_of,
)
from workflow.records.predicates import ends_year, is_carried, whose
from workflow.records.roll_up import MANY, OFFICES, asked_of
from workflow.records.tables.metadata import TABLES
from workflow.records.tally import Tally

# What the index over whole years holds beside the years, in its order.
_RESULTS = ("outcome", "applicant_kind")
_YEARLY = (*_RESULTS, "on_time")

_BEFORE, _AFTER = "open_before", "open_after"
_PARTS = (Edge.BEGUN.value, Edge.ENDED.value, _BEFORE, _AFTER)

_REQUEST = TABLES["request"]
_CLOSED, _RECEIVED = _REQUEST.c.closed_year, _REQUEST.c.received_year


def is_yearly(question: Question, columns: Iterable[str]) -> bool:
    """Whether the indexes over whole years hold all that is asked."""
    days = question.days
    if question.selection.register is not Register.REQUESTS:
        return False
    if not all(name in _YEARLY for name in columns):
        return False
    if isinstance(days, OpenAt):
        return ends_year(days.day)
    return year_of(days) is not None or (days.after is None and ends_year(days.until))


class YearlyCounts:
    """The requests of whole years, at one moment: what was counted is not counted again."""

    def __init__(self, connection: Connection | Session) -> None:
        """Count over this connection."""
        self._connection = connection
        self._years: dict[tuple[tuple[int, ...], int, bool], dict[str, Tally]] = {}
        self._ends: dict[tuple[int, ...], tuple[int | None, int | None]] = {}
        self._all_years: dict[tuple[int, ...], tuple[tuple[Any, ...], ...]] = {}

    def tally(
        self, offices: tuple[int, ...], days: Days, columns: frozenset[str], spanned: set[int]
    ) -> Tally:
        """Return how many requests of some days there are of each combination.

        `spanned` are years that are counted anyway: one of them answers where it can.
        """
        wanted = tuple(name for name in _YEARLY if name in columns)
        if isinstance(days, CountedSpan) and days.after is None:
            return self._upto(offices, days).over(wanted)
        year, part = _part_of(days, spanned)
        key = offices, year, "on_time" in columns
        if key not in self._years:
            self._years[key] = self._count_year(*key)
        return self._years[key][part].over(wanted)

    def _count_year(
        self,
        offices: tuple[int, ...],
        year: int,
        with_on_time: bool,  # noqa: FBT001 - part of a key
    ) -> dict[str, Tally]:
        columns = _YEARLY if with_on_time else _RESULTS
        parts = {part: Tally(columns) for part in _PARTS}
        for closed, received, *held, count in self._touching(offices, year, columns):
            for part in _touches(year, received, closed):
                parts[part].add(tuple(held), count)
        return parts

    def _touching(
        self, offices: tuple[int, ...], year: int, columns: tuple[str, ...]
    ) -> Iterator[tuple[Any, ...]]:
        """Yield how many requests that touch a year there are of each combination.

        Of many offices every year is counted at once: it costs what one year does, and is kept.
        """
        if len(offices) >= MANY:
            for closed, received, *held, count in self._every_year(offices):
                if received is not None:
                    yield closed, received, *held[: len(columns)], count
            return
        if offices not in self._ends:
            self._ends[offices] = years_closed(self._connection, offices)
        lowest, highest = self._ends[offices]
        given = {
            "offices": list(offices),
            "year": year,
            "earlier": [*range(lowest or year, year)],
            "later": [*range(year + 1, (highest or year) + 1)],
        }
        yield from self._rows(_carried(columns), given)
        can_leap = len(offices) == 1 and columns == _RESULTS
        if can_leap and self._dialect == "sqlite":
            yield from self._rows(_LEAPS, {"office": offices[0], "year": year})
        else:
            yield from self._rows(_closed_in(columns), given)

    def _upto(self, offices: tuple[int, ...], days: CountedSpan) -> Tally:
        """Return the tally of all years up to one, of which one pass over the index tells."""
        found = Tally(_YEARLY)
        for closed, received, *held, count in self._every_year(offices):
            year = closed if days.edge is Edge.ENDED else received
            if year and year <= days.until.year:
                found.add(tuple(held), count)
        return found

    def _every_year(self, offices: tuple[int, ...]) -> tuple[tuple[Any, ...], ...]:
        """Return how many requests of all years there are of each combination, counted once."""
        if offices not in self._all_years:
            self._all_years[offices] = tuple(self._rows(*asked_of(_of_all_years(), offices)))
        return self._all_years[offices]

    def _rows(self, statement: Any, given: dict[str, Any]) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - any query
        return (tuple(row) for row in self._connection.execute(statement, given))

    @property
    def _dialect(self) -> str:
        bind = self._connection
        return (bind.get_bind() if isinstance(bind, Session) else bind).dialect.name


def _touches(year: int, received: int, closed: int | None) -> Iterator[str]:
    """Yield the parts of a year that a request received and closed in such years belongs to.

    What was never received has the year 0.
    """
    if received == year:
        yield Edge.BEGUN.value
    if closed == year:
        yield Edge.ENDED.value
    if 0 < received < year and (closed is None or closed >= year):
        yield _BEFORE
    if 0 < received <= year and (closed is None or closed > year):
        yield _AFTER


def _part_of(days: Days, spanned: set[int]) -> tuple[int, str]:
    """Return the year that answers, and which part of it; one that is counted anyway if any is."""
    if isinstance(days, CountedSpan):
        return days.until.year, days.edge.value
    year = days.day.year
    return (year + 1, _BEFORE) if year + 1 in spanned else (year, _AFTER)


def _ends() -> Select[Any]:
    """Return the query for the first and the last year in which a request was closed."""
    office = TABLES["office"]
    closed = select(_CLOSED).where(_REQUEST.c.office_id == office.c.id)
    lowest = closed.with_only_columns(func.min(_CLOSED)).scalar_subquery()
    highest = closed.with_only_columns(func.max(_CLOSED)).scalar_subquery()
    found = (
        select(lowest.label("lowest"), highest.label("highest"))
        .where(office.c.id.in_(OFFICES))
        .subquery()
    )
    return select(func.min(found.c.lowest), func.max(found.c.highest))


def _ends_of_one() -> Select[Any]:
    """Return the same of a single office, named outright: a table in parts is read in one."""
    closed = select(_CLOSED).where(whose(_REQUEST))
    ends = (closed.with_only_columns(end(_CLOSED)) for end in (func.min, func.max))
    return select(*(end.scalar_subquery() for end in ends))


_ENDS, _ENDS_OF_ONE = _ends(), _ends_of_one()


def years_closed(
    connection: Connection | Session, offices: Sequence[int]
) -> tuple[int | None, int | None]:
    """Return the first and the last year in which a request was closed."""
    query = _ENDS_OF_ONE if len(offices) == 1 else _ENDS
    lowest, highest = connection.execute(*asked_of(query, offices)).one()
    return lowest, highest


@lru_cache(maxsize=4)
def _carried(columns: tuple[str, ...]) -> Any:  # noqa: ANN401 - a union, as SQLAlchemy has it
    """Return the query for what touches a year and was not closed in it.

    A request closed before it was received is a wrong entry, and is found all the same.
    """
    year: BindParameter[int] = bindparam("year")
    later: BindParameter[int] = bindparam("later", expanding=True)
    earlier: BindParameter[int] = bindparam("earlier", expanding=True)
    parts: tuple[tuple[ColumnElement[bool], ...], ...] = (
        (_CLOSED.in_(later), year >= _RECEIVED),
        (_CLOSED.in_(earlier), year == _RECEIVED),
        (_CLOSED.is_(None), year >= _RECEIVED),
    )
    # Grouped by what no index holds, so that the small one is chosen for what it leaves out.
    outcome = func.coalesce(_REQUEST.c.outcome, literal_column("''"))
    held = [outcome, *(_REQUEST.c[name] for name in columns[1:])]
    return union_all(
        *(
            select(_CLOSED, _RECEIVED, *held, func.count())
            .where(whose(_REQUEST), is_carried(_REQUEST), *part)
            .group_by(*held, _CLOSED, _RECEIVED)
            for part in parts
        )
    )


@lru_cache(maxsize=4)
def _closed_in(columns: tuple[str, ...]) -> Select[Any]:
    """Return the query for what was closed in a year, grouped in the order of its index."""
    year: BindParameter[int] = bindparam("year")
    held = [_REQUEST.c[name] for name in columns]
    grouped = (_CLOSED, *held[: len(_RESULTS)], _RECEIVED, *held[len(_RESULTS) :])
    return (
        select(_CLOSED, _RECEIVED, *held, func.count())
        .where(whose(_REQUEST), year == _CLOSED)
        .group_by(*grouped)
    )


@lru_cache(maxsize=1)
def _of_all_years() -> Select[Any]:
    """Return the query that counts every year, grouped in the order of the index."""
    held = {name: _REQUEST.c[name] for name in _YEARLY}
    grouped = (_CLOSED, held["outcome"], held["applicant_kind"], _RECEIVED, held["on_time"])
    return (
        select(_CLOSED, _RECEIVED, *held.values(), func.count())
        .where(whose(_REQUEST))
        .group_by(*grouped)
    )


# What was closed in a year, by leaps: from each value of a column to the next that there is, and
# then only a count of the entries between two places of the index.
_HERE = "FROM request WHERE office_id = :office AND closed_year = :year"
_LEAPS = text(
    f"""
WITH RECURSIVE
outcomes(o) AS (
  SELECT min(outcome) {_HERE}
  UNION ALL
  SELECT (SELECT min(outcome) {_HERE} AND outcome > outcomes.o) FROM outcomes WHERE o IS NOT NULL
),
kinds(o, k) AS (
  SELECT o, (SELECT min(applicant_kind) {_HERE} AND outcome = outcomes.o)
  FROM outcomes WHERE o IS NOT NULL
  UNION ALL
  SELECT o, (SELECT min(applicant_kind) {_HERE} AND outcome = kinds.o AND applicant_kind > kinds.k)
  FROM kinds WHERE k IS NOT NULL
),
years(o, k, y) AS (
  SELECT o, k, (
    SELECT min(received_year) {_HERE} AND outcome = kinds.o AND applicant_kind = kinds.k
  ) FROM kinds WHERE k IS NOT NULL
  UNION ALL
  SELECT o, k, (
    SELECT min(received_year) {_HERE} AND outcome = years.o AND applicant_kind = years.k
      AND received_year > years.y
  ) FROM years WHERE y IS NOT NULL
)
SELECT :year, y, o, k, (
  SELECT count(*) {_HERE} AND outcome = years.o AND applicant_kind = years.k
    AND received_year = years.y
) FROM years WHERE y IS NOT NULL
UNION ALL
SELECT closed_year, received_year, outcome, applicant_kind, count(*)
{_HERE} AND outcome IS NULL GROUP BY closed_year, received_year, outcome, applicant_kind
"""  # noqa: S608 -- our own words
)
