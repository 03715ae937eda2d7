"""The registers as they stood at a moment: what was entered later is not known yet."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from states.calendar.workdays import WorkCalendar, built_in
from states.statute.practice import DEFAULT_PRACTICE, Practice
from workflow.records.counting import Counted, CountedSpan, Question, counted_from, in_order
from workflow.records.fee_facts import FeeFact, fee_facts
from workflow.records.figures import ENTERED_COLUMNS, Entered, Figures, Opening
from workflow.records.moment import UpTo
from workflow.records.rebuilding import Columns, Rebuilding, Touched
from workflow.records.tallies import Offices


class FiguresAsKnownOn(Figures):
    """The figures as everything entered up to a moment would have had them.

    A request that nothing was entered about since is as it stands; every other is rebuilt from
    its events. A row of another register counts as its registration and amendments had it by
    then; a row that no event speaks of was always known.
    """

    def __init__(
        self,
        connection: Connection | Session,
        upto: UpTo | datetime,
        practice: Practice = DEFAULT_PRACTICE,
        calendar: WorkCalendar | None = None,
    ) -> None:
        """Read over this connection, as of this moment."""
        super().__init__(connection)
        moment = upto if isinstance(upto, UpTo) else UpTo(instant=upto)
        self._rebuilding = Rebuilding(connection, moment, practice, calendar or built_in())
        self._touched: dict[tuple[tuple[int, ...], str], tuple[Touched, ...]] = {}

    def numbers(self, offices: Offices, questions: Sequence[Question]) -> list[int]:
        """Return how many records each question finds among what was known."""
        as_now = super().numbers(offices, questions)
        return [
            number + sum(_change(question, one) for one in self._asked(offices, question))
            for question, number in zip(questions, as_now, strict=True)
        ]

    def listed(
        self, offices: Offices, question: Question, *, limit: int | None = None
    ) -> tuple[Counted, ...]:
        """Return the records that a question finds among what was known."""
        touched = self._asked(offices, question)
        if not touched:
            return super().listed(offices, question, limit=limit)
        again = {(one.office, one.id) for one in touched}
        as_now = super().listed(offices, question)
        found = [record for record in as_now if (record.office, record.id) not in again]
        found.extend(
            counted_from(question, one.office, one.then)
            for one in touched
            if one.then is not None and question.admits(one.then)
        )
        return tuple(sorted(found, key=in_order)[:limit])

    def grouped(
        self, offices: Offices, question: Question, columns: tuple[str, ...]
    ) -> Counter[tuple[Any, ...]]:
        """Return how many records a question finds of each combination, among what was known."""
        found = super().grouped(offices, question, columns)
        for one in self._asked(offices, question):
            if question.admits(one.now):
                found[tuple(one.now[name] for name in columns)] -= 1
            if one.then is not None and question.admits(one.then):
                found[tuple(one.then[name] for name in columns)] += 1
        return +found

    def fees(self, offices: Offices, span: CountedSpan) -> tuple[FeeFact, ...]:
        """Return the fee notices and the payments of some days, as known then."""
        return fee_facts(self.connection, offices, span, self._rebuilding.upto)

    def openings(self, offices: Offices) -> tuple[Opening, ...]:
        """Return the opening balances known then, earliest first."""
        found = (
            Opening(row["indicator"], row["as_of_on"], row["amount"], row["office_id"])
            for row in self._known(offices, "opening_balance")
        )
        return tuple(sorted(found, key=lambda opening: opening.on))

    def narratives(self, office: int, year: int) -> dict[str, str]:
        """Return the office's own text for a year's report, as it stood then."""
        known = self._known((office,), "narrative")
        return {row["section"]: row["body"] for row in known if row["year"] == year}

    def entered(self, offices: Offices, year: int) -> tuple[Entered, ...]:
        """Return the figures of a year that people had entered by then."""
        return tuple(
            Entered(*(row[name] for name in ENTERED_COLUMNS))
            for row in self._known(offices, "entered_figure")
            if row["year"] == year
        )

    def touched(self, offices: Offices, subject: str) -> tuple[Touched, ...]:
        """Return the records that may not be as they were known, in both readings."""
        key = tuple(offices), subject
        if key not in self._touched:
            self._touched[key] = tuple(self._rebuilding.touched(offices, subject))
        return self._touched[key]

    def _asked(self, offices: Offices, question: Question) -> tuple[Touched, ...]:
        return self.touched(offices, question.selection.source.table)

    def _known(self, offices: Offices, subject: str) -> Iterator[Columns]:
        return (one.then for one in self.touched(offices, subject) if one.then is not None)


def _change(question: Question, touched: Touched) -> int:
    """Return by how much a figure was different for a record that was touched since."""
    then = touched.then is not None and question.admits(touched.then)
    return then - question.admits(touched.now)
