"""Which records a figure counts: one selection gives the number and the list behind it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Select,
    Table,
    bindparam,
    false,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import Session

from workflow.records.kinds import ANNULLED
from workflow.records.tables.metadata import TABLES

_MANY_VALUED = frozenset({"channels"})


class Register(StrEnum):
    """What is counted, and by which of its days."""

    PUBLICATIONS = "publications"
    REQUESTS_RECEIVED = "requests_received"
    REQUESTS_CLOSED = "requests_closed"
    COMPLAINTS = "complaints"
    RECONSIDERATIONS = "reconsiderations"
    LAWSUITS = "lawsuits"


@dataclass(frozen=True, slots=True)
class Source:
    """The table of a register; its columns for the deciding day, number, title and kind."""

    table: str
    on: str
    number: str
    title: str
    kind: str


SOURCES: dict[Register, Source] = {
    Register.PUBLICATIONS: Source(
        "publication", "published_on", "index_number", "title", "category"
    ),
    Register.REQUESTS_RECEIVED: Source("request", "received_on", "number", "content", "outcome"),
    Register.REQUESTS_CLOSED: Source("request", "closed_on", "number", "content", "outcome"),
    Register.COMPLAINTS: Source("complaint", "received_on", "id", "matter", "result"),
    Register.RECONSIDERATIONS: Source(
        "reconsideration", "received_on", "id", "authority", "result"
    ),
    Register.LAWSUITS: Source("lawsuit", "received_on", "case_number", "court", "result"),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A column holds one of these codes, or with `excluded` none of them."""

    column: str
    codes: frozenset[str]
    excluded: bool = False

    def admits(self, held: str | None) -> bool:
        """Whether a record whose column holds this (codes parted by spaces) is counted."""
        return self.codes.isdisjoint((held or "").split()) is self.excluded


@dataclass(frozen=True, slots=True)
class Selection:
    """What a figure counts: a register, and what its records must fulfil."""

    register: Register
    conditions: tuple[Condition, ...] = ()

    @property
    def source(self) -> Source:
        """Where its records are kept."""
        return SOURCES[self.register]

    def narrowed(self, *conditions: Condition) -> "Selection":
        """Return the selection with further conditions, as of a column within a row."""
        return replace(self, conditions=self.conditions + conditions)


@dataclass(frozen=True, slots=True)
class CountedSpan:
    """The days after one day and up to another; without the first, all days up to it."""

    after: date | None
    until: date

    def holds(self, day: date | None) -> bool:
        """Whether a record of that day is counted; one without a day never is."""
        return day is not None and day <= self.until and (self.after is None or day > self.after)


class Counted(NamedTuple):
    """One record that a figure counted.

    `kind` is the category of a publication, the outcome of a request, the result of the rest.
    """

    register: Register
    id: int
    number: str
    on: date
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What a report prints about its office."""

    name: str
    short_name: str = ""
    phone: str = ""
    fax: str = ""
    address: str = ""
    postcode: str = ""
    website: str = ""

    @property
    def shown_name(self) -> str:
        """The name that a title uses: the short one where there is one."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class Opening:
    """A cumulative figure as of a day before which records are not counted."""

    indicator: str
    on: date
    amount: int


class Figures:
    """The registers of the offices, read for counting; every question names its office."""

    def __init__(self, connection: Connection | Session) -> None:
        """Read over this connection; nothing is ever written."""
        self.connection = connection

    def office(self, office: int) -> OfficeFacts:
        """Return what a report prints about the office."""
        table = TABLES["office"]
        columns = [table.c[name] for name in OfficeFacts.__dataclass_fields__]
        row = self.connection.execute(select(*columns).where(table.c.id == office)).one()
        return OfficeFacts(*row)

    def counted(self, office: int, selection: Selection, span: CountedSpan) -> tuple[Counted, ...]:
        """Return the records whose day lies in the span, by day and order of entry."""
        days = {"after": span.after or date.min, "until": span.until}
        return self._read(_during(selection), office, selection, days)

    def number(self, office: int, selection: Selection, span: CountedSpan) -> int:
        """Return how many records `counted` would list, without listing them."""
        days = {"office": office, "after": span.after or date.min, "until": span.until}
        return self.connection.execute(_number(selection), days).scalar_one()

    def open_after(self, office: int, selection: Selection, day: date) -> tuple[Counted, ...]:
        """Return the requests received up to a day and not closed by its end."""
        return self._read(_open(selection), office, selection, {"day": day})

    def openings(self, office: int) -> tuple[Opening, ...]:
        """Return the opening balances, earliest first."""
        table = TABLES["opening_balance"]
        query = (
            select(table.c.indicator, table.c.as_of_on, table.c.amount)
            .where(table.c.office_id == office)
            .order_by(table.c.as_of_on, table.c.id)
        )
        return tuple(Opening(*row) for row in self.connection.execute(query))

    def narratives(self, office: int, year: int) -> dict[str, str]:
        """Return the office's own text for a year's report, by section."""
        table = TABLES["narrative"]
        query = (
            select(table.c.section, table.c.body)
            .where(table.c.office_id == office, table.c.year == year)
            .order_by(table.c.id)
        )
        return {row.section: row.body for row in self.connection.execute(query)}

    def _read(
        self, query: Select[Any], office: int, selection: Selection, days: dict[str, date]
    ) -> tuple[Counted, ...]:
        register = selection.register
        return tuple(
            Counted(register, place, str(number or place), on, title, kind or "")
            for place, number, on, title, kind in self.connection.execute(
                query, {"office": office} | days
            )
        )


@lru_cache(maxsize=1024)
def _during(selection: Selection) -> Select[Any]:
    on = TABLES[selection.source.table].c[selection.source.on]
    return _records(selection).where(on > bindparam("after"), on <= bindparam("until"))


@lru_cache(maxsize=1024)
def _number(selection: Selection) -> Select[int]:
    return select(func.count()).select_from(_during(selection).order_by(None).subquery())


@lru_cache(maxsize=1024)
def _open(selection: Selection) -> Select[Any]:
    request = TABLES["request"]
    day = bindparam("day", type_=Date())
    still_open = or_(request.c.closed_on.is_(None), request.c.closed_on > day)
    return _records(selection).where(request.c.received_on <= day, still_open)


def _records(selection: Selection) -> Select[Any]:
    source = selection.source
    table = TABLES[source.table]
    return (
        select(
            table.c.id,
            table.c[source.number].label("number"),
            table.c[source.on].label("on"),
            table.c[source.title].label("title"),
            table.c[source.kind].label("kind"),
        )
        .where(table.c.office_id == bindparam("office"))
        .where(*(column.is_(False) for column in table.c if column.name == ANNULLED))
        .where(*(_clause(table, condition) for condition in selection.conditions))
        .order_by(table.c[source.on], table.c.id)
    )


def _clause(table: Table, condition: Condition) -> ColumnElement[bool]:
    held = func.coalesce(table.c[condition.column], "")
    codes = sorted(condition.codes)
    if condition.column in _MANY_VALUED:
        padded = literal(" ") + held + " "
        clause = or_(false(), *(padded.contains(f" {code} ", autoescape=True) for code in codes))
    else:
        clause = held.in_(codes)
    return ~clause if condition.excluded else clause
