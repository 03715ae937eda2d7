"""The registers read for a report: how many records a question finds, and which they are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, func, select
from sqlalchemy.orm import Session

from workflow.records.counting import (
    Counted,
    CountedSpan,
    OpenAt,
    Question,
    Register,
    in_order,
)
from workflow.records.fee_facts import FeeFact, fee_facts
from workflow.records.predicates import (
    carried_listing,
    days_of,
    ends_year,
    grouping_of,
    listing,
    whose,
    window_of,
)
from workflow.records.roll_up import OFFICES, asked_of
from workflow.records.tables.metadata import TABLES
from workflow.records.tallies import Offices, Tallies
from workflow.records.years import years_closed


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What a report prints about its office."""

    name: str
    short_name: str = ""
    level: str = "town"
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
    """A figure as of a day before which records are not counted, or last year's carry-out."""

    indicator: str
    on: date
    amount: int
    office: int = 0


class Entered(NamedTuple):
    """A figure that only people can know: where it stands, and its amount as it was typed."""

    form_table: str
    row_key: str
    column_key: str
    amount: str
    note: str = ""


ENTERED_COLUMNS = Entered._fields


class Figures:
    """The registers of the offices, read for counting; every question names its offices.

    Nothing is ever written. What was counted once is not counted again: ask anew for a new moment.
    """

    def __init__(self, connection: Connection | Session) -> None:
        """Read over this connection, which must see one state of the records."""
        self.connection = connection
        self._tallies = Tallies(connection)
        self._first_days: dict[tuple[int, ...], date | None] = {}

    def office(self, office: int) -> OfficeFacts:
        """Return what a report prints about the office."""
        table = TABLES["office"]
        columns = [table.c[name] for name in OfficeFacts.__dataclass_fields__]
        row = self.connection.execute(select(*columns).where(table.c.id == office)).one()
        return OfficeFacts(*row)

    def names(self, offices: Offices) -> tuple[str, ...]:
        """Return what the offices are called, in the order asked."""
        table = TABLES["office"]
        query = select(table.c.id, table.c.name).where(table.c.id.in_(OFFICES))
        named = {row.id: row.name for row in self.connection.execute(*asked_of(query, offices))}
        return tuple(named[office] for office in offices)

    def subordinates(self, office: int) -> tuple[int, ...]:
        """Return the offices that stand below an office, however far down, in order."""
        table = TABLES["office"]
        rows = self.connection.execute(select(table.c.id, table.c.name, table.c.parent))
        names: dict[int, str] = {}
        below: dict[str, list[int]] = {}
        for place, name, parent in rows:
            names[place] = name
            below.setdefault(parent, []).append(place)
        found: set[int] = set()
        waiting = [office]
        while waiting:
            under = [o for o in below.get(names[waiting.pop()], ()) if o not in found]
            found.update(under)
            waiting.extend(under)
        return tuple(sorted(found - {office}))

    def numbers(self, offices: Offices, questions: Sequence[Question]) -> list[int]:
        """Return how many records each question finds."""
        return self._tallies.numbers(offices, questions)

    def number(self, offices: Offices, question: Question) -> int:
        """Return how many records a question finds."""
        return self.numbers(offices, (question,))[0]

    def listed(
        self, offices: Offices, question: Question, *, limit: int | None = None
    ) -> tuple[Counted, ...]:
        """Return the records that a question finds, by their day and order of entry."""
        year = _year_at_whose_end(question)
        if year is not None:
            parts = self._carried_over(year, offices, question, limit)
            return tuple(islice(merge(*parts, key=in_order), limit))
        query = listing(question.selection, window_of(question))
        return tuple(self._read(query, offices, question, days_of(question), limit))

    def _carried_over(
        self, year: int, offices: Offices, question: Question, limit: int | None
    ) -> Iterator[Iterator[Counted]]:
        """Yield what was open at the end of a year: still open, then by the year it was closed."""
        still_open = carried_listing(question.selection, still_open=True)
        yield self._read(still_open, offices, question, {"year": year}, limit)
        _, last = years_closed(self.connection, offices)
        since_closed = carried_listing(question.selection, still_open=False)
        for closed in range(year + 1, (last or year) + 1):
            given = {"year": year, "closed": closed}
            yield self._read(since_closed, offices, question, given, limit)

    def _read(
        self,
        query: Select[Any],
        offices: Offices,
        question: Question,
        more: Mapping[str, object],
        limit: int | None,
    ) -> Iterator[Counted]:
        register = question.selection.register
        for row in self.connection.execute(*asked_of(query.limit(limit), offices, more)):
            office, place, number, on, title, kind = row
            yield Counted(register, office, place, str(number or place), on, title, kind or "")

    def grouped(
        self, offices: Offices, question: Question, columns: tuple[str, ...]
    ) -> Counter[tuple[Any, ...]]:
        """Return how many records a question finds of each combination of what columns hold."""
        query = grouping_of(question.selection, columns, window_of(question))
        rows = self.connection.execute(*asked_of(query, offices, days_of(question)))
        return Counter({tuple(row[:-1]): row[-1] for row in rows})

    def fees(self, offices: Offices, span: CountedSpan) -> tuple[FeeFact, ...]:
        """Return the fee notices and the payments of some days, which stand."""
        return fee_facts(self.connection, offices, span)

    def openings(self, offices: Offices) -> tuple[Opening, ...]:
        """Return the opening balances, earliest first."""
        table = TABLES["opening_balance"]
        columns = (table.c.indicator, table.c.as_of_on, table.c.amount, table.c.office_id)
        query = select(*columns).where(whose(table)).order_by(table.c.as_of_on, table.c.id)
        rows = self.connection.execute(*asked_of(query, offices))
        return tuple(Opening(*row) for row in rows)

    def narratives(self, office: int, year: int) -> dict[str, str]:
        """Return the office's own text for a year's report, by section."""
        table = TABLES["narrative"]
        query = (
            select(table.c.section, table.c.body)
            .where(table.c.office_id == office, table.c.year == year)
            .order_by(table.c.id)
        )
        return {row.section: row.body for row in self.connection.execute(query)}

    def entered(self, offices: Offices, year: int) -> tuple[Entered, ...]:
        """Return the figures of a year that people entered."""
        table = TABLES["entered_figure"]
        columns = [
            table.c[name] for name in ("form_table", "row_key", "column_key", "amount", "note")
        ]
        query = (
            select(*columns)
            .where(whose(table), table.c.year == year)
            .order_by(table.c.office_id, table.c.id)
        )
        rows = self.connection.execute(*asked_of(query, offices))
        return tuple(Entered(*row) for row in rows)

    def first_day(self, offices: Offices) -> date | None:
        """Return the earliest day of any request or publication on record."""
        key = tuple(offices)
        if key not in self._first_days:
            found = (
                self.connection.scalar(*asked_of(query, offices))
                for query in (_FIRST_DAYS_OF_ONE if len(offices) == 1 else _FIRST_DAYS)
            )
            self._first_days[key] = min((day for day in found if day is not None), default=None)
        return self._first_days[key]


def _first_day(table: Table, column: str) -> Select[Any]:
    """Return the query for the earliest day, office by office: an index gives each its first."""
    office = TABLES["office"]
    of_one = select(func.min(table.c[column])).where(table.c.office_id == office.c.id)
    of_each = select(of_one.scalar_subquery().label("day")).where(office.c.id.in_(OFFICES))
    return select(func.min(of_each.subquery().c.day))


_DAYS = ((TABLES["request"], "received_on"), (TABLES["publication"], "published_on"))
_FIRST_DAYS = tuple(_first_day(table, column) for table, column in _DAYS)
_FIRST_DAYS_OF_ONE = tuple(
    select(func.min(table.c[column])).where(whose(table)) for table, column in _DAYS
)


def _year_at_whose_end(question: Question) -> int | None:
    """Return the year at whose end requests were open, where that is what is asked."""
    days = question.days
    if question.selection.register is not Register.REQUESTS or not isinstance(days, OpenAt):
        return None
    return days.day.year if ends_year(days.day) else None
