"""What belongs to a year, of every pair of a year of receipt and a year of closing."""

from datetime import date

import pytest

from states.statute.outcomes import Outcome
from tests.workflow.reports.desk import OFFICE, Desk
from workflow.records.counting import (
    Condition,
    CountedSpan,
    Days,
    Edge,
    OpenAt,
    Question,
    Register,
    Selection,
)

YEARS = (2023, 2024, 2025)
# Every pair, each with the years it was received and closed in; a closing before the receipt is a
# wrong entry, and counts where it was put all the same.
PAIRS = [(received, closed) for received in (None, *YEARS) for closed in (None, *YEARS)]


def midyear(year: int | None) -> date | None:
    return None if year is None else date(year, 6, 15)


def desk_of_pairs() -> Desk:
    desk = Desk()
    for received, closed in PAIRS:
        # Only where there is an outcome it may be missing: both ways are counted.
        for outcome in (Outcome.DISCLOSED, None) if closed else (None,):
            desk.requested(
                midyear(received),
                closed_on=midyear(closed),
                outcome=outcome,
                on_time=True if closed else None,
            )
    return desk


def expected(days: Days, received: int | None, closed: int | None) -> bool:
    if isinstance(days, OpenAt):
        year = days.day.year
        return received is not None and received <= year and (closed is None or closed > year)
    year = days.until.year
    on = closed if days.edge is Edge.ENDED else received
    if days.after is None:
        return on is not None and on <= year
    return on == year


def of_year(year: int) -> list[Days]:
    eve, end = date(year - 1, 12, 31), date(year, 12, 31)
    return [
        *(CountedSpan(eve, end, edge) for edge in Edge),
        *(CountedSpan(None, end, edge) for edge in Edge),
        OpenAt(eve),
        OpenAt(end),
    ]


@pytest.mark.parametrize("offices", [(OFFICE,), (OFFICE, OFFICE + 1)])
@pytest.mark.parametrize("column", ["", "outcome", "on_time"])
@pytest.mark.parametrize("year", range(2022, 2027))
def test_a_year_counts_what_was_received_closed_or_open_in_it(
    year: int, column: str, offices: tuple[int, ...]
) -> None:
    desk = desk_of_pairs()
    conditions = {
        "": (),
        "outcome": (Condition("outcome", frozenset({Outcome.DISCLOSED})),),
        "on_time": (Condition("on_time", frozenset({"yes"})),),
    }[column]
    asked = [Question(Selection(Register.REQUESTS, conditions), days) for days in of_year(year)]

    numbers = desk.figures.numbers(offices, asked)

    fulfilling = [
        (received, closed)
        for received, closed in PAIRS
        for has_outcome in ((True, False) if closed else (False,))
        if not column or (has_outcome if column == "outcome" else closed)
    ]
    assert numbers == [
        sum(expected(question.days, *pair) for pair in fulfilling) for question in asked
    ]
