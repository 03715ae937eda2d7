"""What a figure counts: a question that the database and a row in memory answer alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from states.case import State

MANY_VALUED = frozenset({"channels"})
YES, NO, BLANK = "yes", "no", ""

# The one column of a row that says it is void, where a row can be; its events say why.
ANNULLED = "annulled"


class Register(StrEnum):
    """Whose records are counted."""

    PUBLICATIONS = "publications"
    REQUESTS = "requests"
    COMPLAINTS = "complaints"
    RECONSIDERATIONS = "reconsiderations"
    LAWSUITS = "lawsuits"


class Edge(StrEnum):
    """Which of a record's days is meant: when it came in, or when it was done with."""

    BEGUN = "begun"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Source:
    """The table of a register; its columns for both days, number, title and kind."""

    table: str
    begun: str
    ended: str
    number: str
    title: str
    kind: str

    def on(self, edge: Edge) -> str:
        """Return the column of a day; what never ends has one day alone."""
        return self.ended or self.begun if edge is Edge.ENDED else self.begun


SOURCES: dict[Register, Source] = {
    Register.PUBLICATIONS: Source(
        "publication", "published_on", "", "index_number", "title", "category"
    ),
    Register.REQUESTS: Source(
        "request", "received_on", "closed_on", "number", "content", "outcome"
    ),
    Register.COMPLAINTS: Source("complaint", "received_on", "", "id", "matter", "result"),
    Register.RECONSIDERATIONS: Source(
        "reconsideration", "received_on", "concluded_on", "id", "authority", "result"
    ),
    Register.LAWSUITS: Source(
        "lawsuit", "received_on", "concluded_on", "case_number", "court", "result"
    ),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A column holds one of these codes, or with `excluded` none of them.

    A flag holds yes or no; what is not filled in is blank.
    """

    column: str
    codes: frozenset[str]
    excluded: bool = False

    def admits(self, held: object) -> bool:
        """Whether a record whose column holds this (codes parted by spaces) is counted."""
        if self.column in MANY_VALUED:
            return self.codes.isdisjoint(str(held or "").split()) is self.excluded
        return (code_of(held) in self.codes) is not self.excluded


def code_of(held: object) -> str:
    """Return what a column holds as a code."""
    if held is None:
        return BLANK
    if isinstance(held, bool):
        return YES if held else NO
    return str(held)


# Requests that are in no figure at all, whatever is asked: what was merged into another is counted
# with the one it was merged into. Nothing else about merging stands in the reports.
UNCOUNTED_STATES = frozenset({State.MERGED.value})
NEVER_COUNTED: dict[Register, tuple[Condition, ...]] = {
    Register.REQUESTS: (Condition("state", UNCOUNTED_STATES, excluded=True),)
}


def counted_years(
    state: str, received_on: date | None, closed_on: date | None
) -> tuple[int | None, int | None]:
    """Return the years of receipt and closing that a request is counted by.

    What is never counted has none; the year of a receipt that is not established is 0.
    """
    if state in UNCOUNTED_STATES:
        return None, None
    return (
        0 if received_on is None else received_on.year,
        None if closed_on is None else closed_on.year,
    )


@dataclass(frozen=True, slots=True)
class Selection:
    """Records of a register that fulfil some conditions."""

    register: Register
    conditions: tuple[Condition, ...] = ()

    @property
    def source(self) -> Source:
        """Where its records are kept."""
        return SOURCES[self.register]

    @property
    def all_conditions(self) -> tuple[Condition, ...]:
        """What must be fulfilled, with what holds for every question."""
        return NEVER_COUNTED.get(self.register, ()) + self.conditions

    def narrowed(self, *conditions: Condition) -> "Selection":
        """Return the selection with further conditions, as of a column within a row."""
        return Selection(self.register, self.conditions + conditions) if conditions else self


@dataclass(frozen=True, slots=True)
class CountedSpan:
    """The days after one day and up to another; without the first, all days up to it."""

    after: date | None
    until: date
    edge: Edge = Edge.BEGUN

    def holds(self, day: date | None) -> bool:
        """Whether a record of that day is counted; one without a day never is."""
        return day is not None and day <= self.until and (self.after is None or day > self.after)


def year_of(days: CountedSpan) -> int | None:
    """Return the year that a span is, or None where it is not exactly one."""
    year = days.until.year
    is_year = days.until == date(year, 12, 31) and days.after == date(year - 1, 12, 31)
    return year if is_year else None


@dataclass(frozen=True, slots=True)
class OpenAt:
    """What had come in by the end of a day, and was not done with."""

    day: date


Days = CountedSpan | OpenAt


@dataclass(frozen=True, slots=True)
class Question:
    """What a figure counts: a selection, and which days it is about."""

    selection: Selection
    days: Days

    @property
    def edge(self) -> Edge:
        """The day by which its records are listed."""
        return self.days.edge if isinstance(self.days, CountedSpan) else Edge.BEGUN

    def admits(self, columns: Mapping[str, Any]) -> bool:
        """Whether a record with these columns is counted."""
        is_void = columns.get(ANNULLED, False)
        return (
            not is_void
            and self._is_of_the_days(columns)
            and all(
                condition.admits(columns[condition.column])
                for condition in self.selection.all_conditions
            )
        )

    def _is_of_the_days(self, columns: Mapping[str, Any]) -> bool:
        source = self.selection.source
        if isinstance(self.days, CountedSpan):
            return self.days.holds(columns[source.on(self.days.edge)])
        upto = CountedSpan(None, self.days.day)
        return upto.holds(columns[source.begun]) and not upto.holds(columns[source.ended])


class Counted(NamedTuple):
    """One record that a figure counted.

    `kind` is the category of a publication, the outcome of a request, the result of the rest.
    """

    register: Register
    office: int
    id: int
    number: str
    on: date
    title: str
    kind: str

    @property
    def key(self) -> tuple[Register, int, int]:
        """What tells it from every other record."""
        return self.register, self.office, self.id


def counted_from(question: Question, office: int, columns: Mapping[str, Any]) -> Counted:
    """Return the record that a row's columns are, as the question lists it."""
    source = question.selection.source
    return Counted(
        question.selection.register,
        office,
        columns["id"],
        str(columns[source.number] or columns["id"]),
        columns[source.on(question.edge)],
        columns[source.title],
        columns[source.kind] or "",
    )


def in_order(counted: Counted) -> tuple[date, int, int]:
    """Order records by their day, then as they were entered."""
    return counted.on, counted.office, counted.id
