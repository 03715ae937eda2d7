"""Asking about offices by the hundred: an unbroken run of them is asked for by its two ends.

A list of ten thousand offices takes PostgreSQL longer to plan, once for every query, than many of
the queries take to answer. The offices of a province are as a rule all that the database has.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import BindParameter, ColumnElement, Connection, bindparam, text
from sqlalchemy.orm import Session
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import BinaryExpression

# From so many on, a query over all years at once is cheaper than one for each year and office.
MANY: Final = 200

_NOT_COMPILED: Final = text("SET LOCAL jit = off")

OFFICES: BindParameter[Any] = bindparam("offices", expanding=True)


def of_offices(column: ColumnElement[Any], offices: Sequence[int]) -> ColumnElement[bool]:
    """Return the condition that a column names one of the offices."""
    run = _run(offices)
    return column.in_(offices) if run is None else column.between(*run)


def asked_of(
    query: Any,  # noqa: ANN401 - a query or a union of some, as SQLAlchemy has it
    offices: Sequence[int],
    more: Mapping[str, object] | None = None,
) -> tuple[Any, dict[str, object]]:
    """Return a query over OFFICES as it is best put for these, with what it is given."""
    run = _run(offices)
    if run is None:
        return query, {"offices": list(offices), **(more or {})}
    first, last = run
    return _over_a_run(query), {"first_office": first, "last_office": last, **(more or {})}


def settle(connection: Connection | Session, offices: Sequence[int]) -> None:
    """Have PostgreSQL not compile, in this transaction, what it asks of many offices.

    It counts three million rows in less time than it takes to compile the questions.
    """
    bind = connection.get_bind() if isinstance(connection, Session) else connection
    if len(offices) >= MANY and bind.dialect.name == "postgresql":
        connection.execute(_NOT_COMPILED)


def _run(offices: Sequence[int]) -> tuple[int, int] | None:
    """Return the first and last of many offices that lack none between them."""
    if len(offices) < MANY:
        return None
    first, last = min(offices), max(offices)
    return (first, last) if last - first + 1 == len(set(offices)) else None


@lru_cache(maxsize=256)
def _over_a_run(query: Any) -> Any:  # noqa: ANN401 - likewise
    def put(element: Any, **_: object) -> ColumnElement[bool] | None:  # noqa: ANN401 - any part of it
        if isinstance(element, BinaryExpression) and _is_offices(element.right):
            return element.left.between(bindparam("first_office"), bindparam("last_office"))
        return None

    return visitors.replacement_traverse(query, {}, put)


def _is_offices(element: object) -> bool:
    return isinstance(element, BindParameter) and element.key == OFFICES.key
