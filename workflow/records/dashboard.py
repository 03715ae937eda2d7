"""What the head of office looks at: a year's requests counted by month, by age and by person.

The number of queries is the same however many requests there are, and nobody is named in the
answers but staff.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, case, extract, func, select

from workflow.records.counting import UNCOUNTED_STATES
from workflow.records.tables.metadata import TABLES

# Open requests by age: up to so many calendar days since receipt; what is older comes last.
AGES = (7, 20, 40, 90)


@dataclass(frozen=True, slots=True)
class Month:
    """What came in and what was answered in a month."""

    number: int
    received: int = 0
    closed: int = 0
    on_time: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class Load:
    """The open requests of a person; the empty name is of the unassigned."""

    officer: str
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Cohort:
    """The requests received in a year: how many are open, and how many were answered in time."""

    received: int
    open: int
    on_time: int
    late: int


@dataclass(frozen=True, slots=True)
class Counts:
    """A year's requests, and those that are open today."""

    months: tuple[Month, ...]
    cohort: Cohort
    ages: tuple[int, ...]
    undated: int
    loads: tuple[Load, ...]


_REQUEST = TABLES["request"]
_IS_OPEN = _REQUEST.c.closed_on.is_(None)


def dashboard_counts(connection: Connection, office: int, year: int, today: date) -> Counts:
    """Return the counts of an office."""
    return Counts(
        _months(connection, office, year),
        _cohort(connection, office, year),
        *_ages(connection, office, today),
        _loads(connection, office, today),
    )


def _own(office: int) -> Any:  # noqa: ANN401 - a condition, as SQLAlchemy has it
    return (_REQUEST.c.office_id == office) & _REQUEST.c.state.not_in(sorted(UNCOUNTED_STATES))


def _number_if(condition: Any) -> Any:  # noqa: ANN401 - likewise
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _in_year(column: Any, year: int) -> Any:  # noqa: ANN401 - likewise
    return column.between(date(year, 1, 1), date(year, 12, 31))


def _months(connection: Connection, office: int, year: int) -> tuple[Month, ...]:
    received_on, closed_on, on_time = (
        _REQUEST.c[name] for name in ("received_on", "closed_on", "on_time")
    )
    came_in, done_in = extract("month", received_on), extract("month", closed_on)
    came = select(came_in, func.count()).where(_own(office), _in_year(received_on, year))
    done = select(
        done_in, func.count(), _number_if(on_time.is_(True)), _number_if(on_time.is_(False))
    ).where(_own(office), _in_year(closed_on, year))
    received = {int(month): n for month, n in connection.execute(came.group_by(came_in))}
    closed = {int(month): rest for month, *rest in connection.execute(done.group_by(done_in))}
    return tuple(
        Month(number, received.get(number, 0), *map(int, closed.get(number, (0, 0, 0))))
        for number in range(1, 13)
    )


def _cohort(connection: Connection, office: int, year: int) -> Cohort:
    query = select(
        func.count(),
        _number_if(_IS_OPEN),
        _number_if(_REQUEST.c.on_time.is_(True)),
        _number_if(_REQUEST.c.on_time.is_(False)),
    ).where(_own(office), _in_year(_REQUEST.c.received_on, year))
    return Cohort(*map(int, connection.execute(query).one()))


def _ages(connection: Connection, office: int, today: date) -> tuple[tuple[int, ...], int]:
    """Return the open requests by age, and how many have no day of receipt yet."""
    received_on = _REQUEST.c.received_on
    since = [received_on >= today - timedelta(days=days) for days in AGES]
    query = select(
        *(_number_if(condition) for condition in since),
        _number_if(received_on.is_not(None)),
        _number_if(received_on.is_(None)),
    ).where(_own(office), _IS_OPEN)
    *upto, undated = map(int, connection.execute(query).one())
    below = [0, *upto[:-1]]
    return tuple(n - less for n, less in zip(upto, below, strict=True)), undated


def _loads(connection: Connection, office: int, today: date) -> tuple[Load, ...]:
    officer = _REQUEST.c.case_officer
    query = (
        select(officer, func.count(), _number_if(_REQUEST.c.answer_due < today))
        .where(_own(office), _IS_OPEN)
        .group_by(officer)
        .order_by(func.count().desc(), officer)
    )
    return tuple(Load(name, n, int(late)) for name, n, late in connection.execute(query))
