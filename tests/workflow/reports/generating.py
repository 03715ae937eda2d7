"""Ledgers made to measure: from a request table and a dispute table, the records behind them.

The report of the year, in the form of 2019 or of 2021, must give both tables back cell by cell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from states.case import Event, EventKind
from states.statute.outcomes import CATALOGUE, Ending, Outcome, open_to
from states.statute.receipt import Channel
from states.statute.versions import FIRST_DAY, Law
from tests.workflow.reports.consistent import ENDINGS, KINDS, Figures, Table
from workflow.ledger.rows import LawsuitLine, Line, ReconsiderationLine, RequestLine
from workflow.ledger.writing import write_book
from workflow.records.facts import (
    NewFact,
    NewRequest,
    RequestFacts,
)
from workflow.records.register_facts import (
    Lawsuit,
    Reconsideration,
)
from workflow.reports.forms.labels import (
    CARRIED_IN,
    CARRIED_OUT,
    OTHERWISE,
    RECEIVED,
    RESULTS_TOTAL,
)

YEAR = 2023
_NOT_RESULTS = frozenset({RECEIVED, CARRIED_IN, RESULTS_TOTAL, CARRIED_OUT})
_CHANNELS = (Channel.IN_PERSON, Channel.POST_SIGNED, Channel.INTERNET, Channel.FAX, Channel.EMAIL)
_LAPSES = {
    Outcome.NOT_CORRECTED: EventKind.LAPSED_UNCORRECTED,
    Outcome.NOT_PAID: EventKind.LAPSED_UNPAID,
}


@dataclass(frozen=True)
class MadeLedger:
    """The records of an office: rows of a ledger, and the same as facts to be registered."""

    year: int
    requests: tuple[RequestLine, ...]
    reconsiderations: tuple[ReconsiderationLine, ...] = ()
    lawsuits: tuple[LawsuitLine, ...] = ()

    @property
    def sheets(self) -> dict[str, Sequence[Line]]:
        """The rows by the sheets they stand in."""
        return {
            "申请": self.requests,
            "行政复议": self.reconsiderations,
            "行政诉讼": self.lawsuits,
        }

    @property
    def lines(self) -> tuple[Line, ...]:
        """All rows, for a book in memory."""
        return tuple(line for lines in self.sheets.values() for line in lines)

    def written(self, path: Path) -> Path:
        """Write the ledger as an office would keep it: an .xlsx, or a folder of .csv."""
        write_book(path, self.sheets)
        return path

    def new_requests(self) -> tuple[NewRequest, ...]:
        """Return the requests as the register takes them."""
        return tuple(map(_new_request, self.requests))

    def new_reconsiderations(self) -> tuple[Reconsideration, ...]:
        """Return the reconsiderations as their register takes them."""
        return tuple(
            Reconsideration(
                received_on=line.received_on,
                authority=line.authority,
                concluded_on=line.concluded_on,
                result=line.result,
            )
            for line in self.reconsiderations
        )

    def new_lawsuits(self) -> tuple[Lawsuit, ...]:
        """Return the lawsuits as their register takes them."""
        return tuple(
            Lawsuit(
                received_on=line.received_on,
                after_reconsideration=line.after_reconsideration,
                court=line.court,
                concluded_on=line.concluded_on,
                result=line.result,
            )
            for line in self.lawsuits
        )


def ledger_of(
    requests: Table, disputes: Table | None = None, year: int = YEAR, *, turn: int = 0
) -> MadeLedger:
    """Return a ledger whose report of the year must be these tables.

    Around what the tables count stand requests and disputes of the years before and after, which
    they must not count. `turn` deals the results out otherwise. A table that no lawful ledger can
    have (a fee unpaid before there were fees) is refused.
    """
    made: list[RequestLine] = []
    for kind in KINDS:
        column = {row: figures[kind] for row, figures in requests.items()}
        made += [*_requests(kind, column, year, turn), *_neighbours(kind, year)]
    numbered = tuple(
        line.model_copy(update={"number": f"{line.received_on.year}-{place:06}"})
        for place, line in enumerate(made, 1)
    )
    given = disputes or {}
    return MadeLedger(
        year,
        numbered,
        tuple(_reconsiderations(given.get("reconsideration", {}), year)),
        tuple(_lawsuits(given, year)),
    )


@dataclass(frozen=True)
class _Days:
    """The days of a year that its ledger uses: its ends are among them."""

    year: int

    def before(self, place: int) -> date:
        """A day of receipt in the year before."""
        return date(self.year - 1, 12, 31) - timedelta(days=place * 11 % 40)

    def within(self, place: int) -> date:
        """A day of receipt in the year, under the law in force at its end."""
        first = max(date(self.year, 1, 1), _first_day_of_its_law(self.year))
        days = (date(self.year, 12, 31) - first).days + 1
        return first + timedelta(days=place * 37 % days)

    def closing(self, received_on: date, place: int) -> date:
        """A day in the year on which a request received by then was closed."""
        first, last = max(received_on, date(self.year, 1, 1)), date(self.year, 12, 31)
        return min(first + timedelta(days=place * 7 % 30), last)

    def later(self, place: int) -> date | None:
        """The day in the next year on which what was carried out was closed, if it was."""
        return None if place % 2 else date(self.year + 1, 1, 1) + timedelta(days=place % 20)


def _first_day_of_its_law(year: int) -> date:
    revised = FIRST_DAY[Law.OGI_2019]
    return revised if revised.year == year else date(year, 1, 1)


def _requests(kind: str, column: Figures, year: int, turn: int) -> Iterator[RequestLine]:
    """Deal the results of a column out to the requests that came in, those carried in first."""
    days = _Days(year)
    results = [row for row, n in column.items() if row not in _NOT_RESULTS for _ in range(n)]
    old_law = days.before(0)
    dealt: list[str | None] = [row for row in results if _outcomes(row, old_law)]
    dealt += [None] * column[CARRIED_OUT]
    for_new: list[str | None] = [row for row in results if not _outcomes(row, old_law)]
    if column[CARRIED_IN] > len(dealt) or column[CARRIED_IN] + column[RECEIVED] != len(
        dealt + for_new
    ):
        raise ValueError(kind, column)
    turned = _turned(dealt, turn)
    carried_in, new = turned[: column[CARRIED_IN]], turned[column[CARRIED_IN] :] + for_new
    for place, row in enumerate(carried_in):
        yield _request(kind, days.before(place), row, days, place + turn)
    for place, row in enumerate(new):
        yield _request(kind, days.within(place), row, days, place + turn)


def _turned(dealt: Sequence[str | None], turn: int) -> list[str | None]:
    by = turn % len(dealt) if dealt else 0
    return [*dealt[by:], *dealt[:by]]


def _outcomes(row: str, received_on: date) -> tuple[Outcome, ...]:
    """Return the outcomes that a row counts, of those a request received that day may end in."""
    lawful = open_to(received_on)
    return tuple(
        rule.outcome
        for rule in CATALOGUE.values()
        if rule.outcome in lawful and row == (rule.row_2019 if row == OTHERWISE else rule.row_2021)
    )


def _request(kind: str, received_on: date, row: str | None, days: _Days, place: int) -> RequestLine:
    """Return a request that ended in a row in the year, or was open at its end."""
    closed_on = days.later(place) if row is None else days.closing(received_on, place)
    possible = _outcomes(row or "R3.1", received_on)
    outcome = None if closed_on is None else possible[place % len(possible)]
    return RequestLine(
        channel=_CHANNELS[place % len(_CHANNELS)],
        received_on=received_on,
        applicant="申请人",
        applicant_kind=kind,
        content="申请的内容",
        answered_on=closed_on,
        outcome=outcome,
    )


def _neighbours(kind: str, year: int) -> Iterator[RequestLine]:
    """Yield requests that the year has nothing to do with, right before and right after it."""
    for received_on, closed_on in (
        (date(year - 1, 11, 1), date(year - 1, 12, 31)),
        (date(year + 1, 1, 1), date(year + 1, 1, 20)),
    ):
        yield RequestLine(
            channel=Channel.INTERNET,
            received_on=received_on,
            applicant="申请人",
            applicant_kind=kind,
            content="前后年度的申请",
            answered_on=closed_on,
            outcome=Outcome.DISCLOSED,
        )


def _dispute_days(figures: Figures, year: int) -> Iterator[tuple[str, date, date | None]]:
    """Yield result, receipt and conclusion of every case, and of one a year before and after."""
    results = [result for result in ENDINGS for _ in range(figures.get(result, 0))]
    for place, result in enumerate(results):
        received_on = date(year, 1, 1) + timedelta(days=place * 91 % 365)
        concluded_on = min(received_on + timedelta(days=60), date(year, 12, 31))
        yield result, received_on, None if result == "pending" else concluded_on
    yield "upheld", date(year - 1, 10, 1), date(year - 1, 12, 31)
    yield "corrected", date(year + 1, 1, 1), date(year + 1, 3, 1)


def _reconsiderations(figures: Figures, year: int) -> Iterator[ReconsiderationLine]:
    for result, received_on, concluded_on in _dispute_days(figures, year):
        yield ReconsiderationLine(
            received_on=received_on,
            authority="复议机关",
            concluded_on=concluded_on,
            result=result,
        )


def _lawsuits(disputes: Table, year: int) -> Iterator[LawsuitLine]:
    for block, after in (("litigation_direct", False), ("litigation_after_reconsideration", True)):
        for result, received_on, concluded_on in _dispute_days(disputes.get(block, {}), year):
            yield LawsuitLine(
                received_on=received_on,
                court="人民法院",
                after_reconsideration=after,
                concluded_on=concluded_on,
                result=result,
            )


def _new_request(line: RequestLine) -> NewRequest:
    facts = RequestFacts(
        channel=line.channel,
        applicant=line.applicant,
        content=line.content,
        applicant_kind=line.applicant_kind,
    )
    history = [Event(EventKind.RECEIVED, line.received_on)]
    if line.answered_on is not None and line.outcome is not None:
        history.append(_closing(line.outcome, line.answered_on))
    return NewRequest(facts, tuple(map(NewFact, history)), line.number)


def _closing(outcome: Outcome, on: date) -> Event:
    """Return the fact that closed a request: a lapse and a withdrawal say their outcome."""
    if CATALOGUE[outcome].ending is Ending.LAPSE:
        return Event(_LAPSES[outcome], on)
    if CATALOGUE[outcome].ending is Ending.WITHDRAWAL:
        return Event(EventKind.WITHDRAWN, on)
    return Event(EventKind.REPLY_POSTED, on, outcome=outcome)
