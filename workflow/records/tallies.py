"""Counts by group: the database counts once, and every figure is read off what it found."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from workflow.records.counting import Condition, CountedSpan, Days, Question, Register, year_of
from workflow.records.predicates import days_of, grouping, window_of
from workflow.records.roll_up import asked_of, settle
from workflow.records.tally import Tally
from workflow.records.years import YearlyCounts, is_yearly

Offices = Sequence[int]


class Tallies:
    """The counts of one moment: what was counted once is not counted again."""

    def __init__(self, connection: Connection | Session) -> None:
        """Count over this connection, which must see one state of the records."""
        self._connection = connection
        self._yearly = YearlyCounts(connection)
        self._is_settled = False

    def numbers(self, offices: Offices, questions: Sequence[Question]) -> list[int]:
        """Return how many records each question finds, by as few counts as they need."""
        spanned = {year for question in questions if (year := _spanned(question.days))}
        asked: dict[tuple[Register, Days], list[int]] = {}
        for place, question in enumerate(questions):
            asked.setdefault((question.selection.register, question.days), []).append(place)
        if not self._is_settled:
            settle(self._connection, offices)
            self._is_settled = True
        found = [0] * len(questions)
        for places in asked.values():
            alike = [questions[place] for place in places]
            numbers = self._alike(tuple(offices), alike, spanned)
            for place, number in zip(places, numbers, strict=True):
                found[place] = number
        return found

    def _alike(
        self, offices: tuple[int, ...], alike: Sequence[Question], spanned: set[int]
    ) -> list[int]:
        """Return the numbers of questions about the same days of the same register."""
        first = alike[0]
        columns = _columns(question.selection.conditions for question in alike)
        if is_yearly(first, columns):
            # Requests that are never counted are of no year: nothing more is asked of them.
            tally = self._yearly.tally(offices, first.days, columns, spanned)
            return [tally.number(question.selection.conditions) for question in alike]
        columns = _columns(question.selection.all_conditions for question in alike)
        tally = Tally(tuple(sorted(columns)))
        query = grouping(first.selection, tally.columns, window_of(first))
        for row in self._connection.execute(*asked_of(query, offices, days_of(first))):
            tally.add(tuple(row[:-1]), row[-1])
        return [tally.number(question.selection.all_conditions) for question in alike]


def _columns(all_conditions: Iterable[Iterable[Condition]]) -> frozenset[str]:
    return frozenset(one.column for conditions in all_conditions for one in conditions)


def _spanned(days: Days) -> int | None:
    return year_of(days) if isinstance(days, CountedSpan) else None
