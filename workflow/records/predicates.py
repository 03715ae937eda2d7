"""What a figure counts, in the words of the database: lists in their order, and groups of a count.

A predicate reads plain columns wherever it can, so that the covering indexes serve it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    Boolean,
    ColumnElement,
    Date,
    Select,
    Table,
    and_,
    bindparam,
    case,
    exists,
    false,
    func,
    literal,
    or_,
    select,
)

from states.case import EventKind
from workflow.records.counting import (
    ANNULLED,
    BLANK,
    MANY_VALUED,
    NO,
    YES,
    Condition,
    Edge,
    OpenAt,
    Question,
    Selection,
)
from workflow.records.roll_up import OFFICES
from workflow.records.tables.metadata import TABLES

EXTENDED = "extended"

_LISTED = ("office_id", "id", "number", "on", "title", "kind")


def whose(table: Table) -> ColumnElement[bool]:
    """Return the condition that a row belongs to one of the offices asked about."""
    return table.c.office_id.in_(OFFICES)


def clauses(selection: Selection) -> list[ColumnElement[bool]]:
    """Return everything that the records of a selection must fulfil."""
    table = TABLES[selection.source.table]
    return [*standing(table), *(_clause(table, c) for c in selection.all_conditions)]


def standing(table: Table) -> list[ColumnElement[bool]]:
    """Return that a row was not made void, in a register whose rows can be."""
    return [column.is_(False) for column in table.c if column.name == ANNULLED]


class Window(NamedTuple):
    """How a question looks at days, whatever the days are."""

    edge: Edge
    is_open: bool = False
    is_bounded: bool = False


def window_of(question: Question) -> Window:
    """Return how a question looks at days."""
    days = question.days
    if isinstance(days, OpenAt):
        return Window(Edge.BEGUN, is_open=True)
    return Window(days.edge, is_bounded=days.after is not None)


def days_of(question: Question) -> dict[str, object]:
    """Return the days of a question as the statements take them."""
    if isinstance(question.days, OpenAt):
        return {"day": question.days.day}
    return {"after": question.days.after, "until": question.days.until}


def ends_year(day: date) -> bool:
    """Whether a day is the last of a year."""
    return (day.month, day.day) == (12, 31)


def is_carried(request: Table) -> ColumnElement[bool]:
    """Return that a request was not closed in the year it was received: what its index holds."""
    closed, received = request.c.closed_year, request.c.received_year
    return or_(closed.is_(None), closed != received)


@lru_cache(maxsize=256)
def carried_listing(selection: Selection, *, still_open: bool) -> Select[Any]:
    """Return the query for requests carried over the end of a year, by when they were closed.

    Their years are in the order of their days, so that the index gives them in order.
    """
    request = TABLES["request"]
    closed, received = request.c.closed_year, request.c.received_year
    year: BindParameter[int] = bindparam("year")
    ended = closed.is_(None) if still_open else closed == bindparam("closed")
    query = records(selection, Edge.BEGUN).where(
        whose(request), is_carried(request), ended, received > 0, received <= year
    )
    columns = query.selected_columns
    return query.order_by(received, columns["on"], columns["office_id"], columns["id"])


@lru_cache(maxsize=1024)
def listing(selection: Selection, window: Window) -> Select[Any]:
    """Return the query for the records of a question, by their day and order of entry."""
    table = TABLES[selection.source.table]
    query = records(selection, window.edge)
    return in_listed_order(query.where(whose(table), _of_the_days(selection, window)))


def records(selection: Selection, edge: Edge) -> Select[Any]:
    """Return the query for the records that fulfil a selection's conditions, in no order yet."""
    source = selection.source
    table = TABLES[source.table]
    names = (source.number, source.on(edge), source.title, source.kind)
    columns: list[ColumnElement[Any]] = [table.c.office_id, table.c.id]
    columns += [
        table.c[name].label(called) for name, called in zip(names, _LISTED[2:], strict=True)
    ]
    return select(*columns).where(*clauses(selection))


def in_listed_order(query: Select[Any]) -> Select[Any]:
    """Return the query ordered as every list is."""
    columns = query.selected_columns
    return query.order_by(columns["on"], columns["office_id"], columns["id"])


@lru_cache(maxsize=1024)
def grouping(selection: Selection, columns: tuple[str, ...], window: Window) -> Select[Any]:
    """Return the query that counts the records of some days by what their columns hold."""
    table = TABLES[selection.source.table]
    held = [column_of(table, name) for name in columns]
    return (
        select(*held, func.count())
        .where(whose(table), *standing(table), _of_the_days(selection, window))
        .group_by(*held)
    )


@lru_cache(maxsize=256)
def grouping_of(selection: Selection, columns: tuple[str, ...], window: Window) -> Select[Any]:
    """Return the query that counts the records of a question by what their columns hold."""
    return grouping(selection, columns, window).where(*clauses(selection))


def _of_the_days(selection: Selection, window: Window) -> ColumnElement[bool]:
    source = selection.source
    table = TABLES[source.table]
    if window.is_open:
        day = bindparam("day", type_=Date())
        ended = table.c[source.ended]
        return and_(table.c[source.begun] <= day, or_(ended.is_(None), ended > day))
    on = table.c[source.on(window.edge)]
    upto: ColumnElement[bool] = on <= bindparam("until", type_=Date())
    return and_(on > bindparam("after", type_=Date()), upto) if window.is_bounded else upto


def column_of(table: Table, name: str) -> ColumnElement[Any]:
    """Return a column by its name, or what is asked of the events as if it were one."""
    if name == EXTENDED:
        return case((_was_extended(table), literal(YES)), else_=literal(NO)).label(EXTENDED)
    return table.c[name]


def _was_extended(request: Table) -> ColumnElement[bool]:
    """Whether the period was extended by a notice that stands."""
    event = TABLES["event"]
    undone = TABLES["event"].alias("undone")

    def about_it(events: Any) -> list[ColumnElement[bool]]:  # noqa: ANN401 - a table or an alias
        return [
            events.c.office_id == request.c.office_id,
            events.c.subject == "request",
            events.c.subject_id == request.c.id,
        ]

    annulled = exists().where(*about_it(undone), undone.c.annuls == event.c.seq)
    return exists().where(
        *about_it(event), event.c.kind == EventKind.EXTENSION_NOTIFIED.value, ~annulled
    )


def _clause(table: Table, condition: Condition) -> ColumnElement[bool]:
    column = column_of(table, condition.column)
    codes = sorted(condition.codes)
    if condition.column in MANY_VALUED:
        held = literal(" ") + func.coalesce(column, "") + literal(" ")
        clause = or_(false(), *(held.contains(f" {code} ", autoescape=True) for code in codes))
    elif isinstance(column.type, Boolean):
        clause = _flag(column, condition.codes)
    else:
        clause = _holds(column, codes, excluded=condition.excluded)
    return ~clause if condition.excluded else clause


def _holds(column: ColumnElement[Any], codes: Sequence[str], *, excluded: bool) -> Any:  # noqa: ANN401 - as SQLAlchemy has it
    """Return that a column holds one of the codes; never NULL where the answer is turned round."""
    if BLANK in codes:
        return func.coalesce(column, BLANK).in_(codes)
    held = column.in_(codes)
    return and_(column.is_not(None), held) if excluded else held


def _flag(column: ColumnElement[Any], codes: Iterable[str]) -> ColumnElement[bool]:
    holds = {YES: column.is_(True), NO: column.is_(False), BLANK: column.is_(None)}
    return or_(false(), *(clause for code, clause in holds.items() if code in codes))
