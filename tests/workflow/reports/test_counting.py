"""A figure and the list behind it: one question, whatever the register, the form and the year."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
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
from workflow.records.tables.metadata import TABLES
from workflow.reports.catalogue import FORMS, form_for
from workflow.reports.cells import Basis, Year, count_cells, list_cell

pytestmark = pytest.mark.thorough

# The days on which figures part: the ends of years, and one in the middle.
EDGES = [
    date(year, month, day)
    for year in (2023, 2024, 2025, 2026)
    for month, day in ((1, 1), (6, 15), (12, 31))
]
DAYS = st.sampled_from(EDGES)
KINDS = ["natural_person", "company", "research", "public_interest", "legal_service", "other", ""]
CODES = ["website", "gazette", "weibo", "wechat", "notice_board", "website_mirror"]
RESULTS = ["upheld", "corrected", "other", "pending"]


@dataclass(frozen=True)
class Registers:
    """What an office has on record, as it was drawn."""

    requests: list[tuple[date | None, date | None, Channel, str, Outcome | None, str, bool | None]]
    publications: list[tuple[date, set[str], bool]]
    disputes: list[tuple[date, date | None, str, bool | None]]

    def desk(self) -> Desk:
        desk = Desk()
        for received_on, closed_on, channel, kind, outcome, state, on_time in self.requests:
            desk.requested(
                received_on,
                channel=channel,
                kind=kind,
                closed_on=closed_on,
                outcome=outcome if closed_on else None,
                state=state if closed_on else "",
                on_time=on_time if closed_on else None,
            )
        for published_on, channels, normative in self.publications:
            desk.published(published_on, *sorted(channels), normative=normative)
        for begun_on, over, result, after in self.disputes:
            if after is None:
                desk.reconsidered(begun_on, over, result)
            else:
                desk.sued(begun_on, over, result, after_reconsideration=after)
        return desk


REGISTERS = st.builds(
    Registers,
    st.lists(
        st.tuples(
            st.none() | DAYS,
            # A closing before the receipt is a wrong entry, and is counted all the same.
            st.none() | DAYS,
            st.sampled_from(list(Channel)),
            st.sampled_from(KINDS),
            st.none() | st.sampled_from(list(Outcome)),
            st.sampled_from(["answered", "abandoned", "withdrawn", "merged"]),
            st.none() | st.booleans(),
        ),
        min_size=6,
        max_size=20,
    ),
    st.lists(
        st.tuples(DAYS, st.sets(st.sampled_from(CODES), min_size=1), st.booleans()), max_size=4
    ),
    st.lists(
        st.tuples(
            DAYS,
            st.none() | DAYS,
            st.sampled_from(RESULTS),
            st.none() | st.booleans(),
        ),
        max_size=4,
    ),
)


@settings(max_examples=40)
@given(
    registers=REGISTERS,
    year=st.integers(2023, 2026),
    key=st.sampled_from(sorted(FORMS)),
)
def test_every_figure_of_every_form_is_as_long_as_its_list(
    registers: Registers, year: int, key: str
) -> None:
    desk = registers.desk()
    form = form_for(year, key=key)

    cells = count_cells(desk.figures, (OFFICE,), form, Year(year), Basis())

    lengths = {key: len(desk.listed(cell)) for key, cell in cells.items() if cell.asked}
    assert lengths == {key: cell.value for key, cell in cells.items() if cell.asked}


SELECTIONS = {
    Register.PUBLICATIONS: {
        "channels": st.sampled_from(CODES),
        "normative": st.sampled_from(["yes", "no"]),
    },
    Register.REQUESTS: {
        "outcome": st.sampled_from([*Outcome, ""]),
        "applicant_kind": st.sampled_from(KINDS),
        "channel": st.sampled_from(list(Channel)),
        "on_time": st.sampled_from(["yes", "no", ""]),
    },
    Register.RECONSIDERATIONS: {"result": st.sampled_from(RESULTS)},
    Register.LAWSUITS: {
        "result": st.sampled_from(RESULTS),
        "after_reconsideration": st.sampled_from(["yes", "no"]),
    },
}


@st.composite
def questions(draw: st.DrawFn) -> Question:
    register = draw(st.sampled_from(sorted(SELECTIONS)))
    conditions = [
        Condition(column, draw(st.frozensets(codes, max_size=3)), excluded=draw(st.booleans()))
        for column, codes in SELECTIONS[register].items()
        if draw(st.booleans())
    ]
    year = draw(st.integers(2022, 2027))
    eve, end = date(year - 1, 12, 31), date(year, 12, 31)
    edge = draw(st.sampled_from(Edge))
    days: list[Days] = [
        CountedSpan(eve, end, edge),
        CountedSpan(draw(st.none() | DAYS), draw(DAYS), edge),
    ]
    if register is not Register.PUBLICATIONS:
        days += [OpenAt(eve), OpenAt(end), OpenAt(draw(DAYS))]
    return Question(Selection(register, tuple(conditions)), draw(st.sampled_from(days)))


def rows_of(desk: Desk, table: str) -> list[dict[str, Any]]:
    return [dict(row) for row in desk.session.execute(select(TABLES[table])).mappings()]


@settings(max_examples=60)
@given(registers=REGISTERS, asked=st.lists(questions(), min_size=1, max_size=12))
def test_the_database_counts_and_lists_what_the_question_admits_row_by_row(
    registers: Registers, asked: list[Question]
) -> None:
    desk = registers.desk()
    rows = {q.selection.source.table: rows_of(desk, q.selection.source.table) for q in asked}

    numbers = desk.figures.numbers((OFFICE,), asked)

    # Of several offices the database is asked in another way.
    assert desk.figures.numbers((OFFICE, OFFICE + 1), asked) == numbers
    for question, number in zip(asked, numbers, strict=True):
        admitted = {
            row["id"] for row in rows[question.selection.source.table] if question.admits(row)
        }
        listed = desk.figures.listed((OFFICE,), question)
        assert {record.id for record in listed} == admitted
        assert number == len(admitted) == len(listed)
        assert list(listed) == sorted(listed, key=lambda r: (r.on, r.office, r.id))
        assert desk.figures.listed((OFFICE,), question, limit=2) == listed[:2]


def test_records_of_other_offices_are_not_counted() -> None:
    desk = Desk()
    desk.another_office("螺阳镇人民政府", "", 2)
    desk.requested(date(2025, 3, 3), office=2)
    desk.requested(date(2025, 3, 3))
    question = Question(
        Selection(Register.REQUESTS), CountedSpan(date(2024, 12, 31), date(2025, 12, 31))
    )

    assert desk.figures.number((OFFICE,), question) == 1
    assert desk.figures.number((OFFICE, 2), question) == 2
    assert [record.office for record in desk.figures.listed((2,), question)] == [2]


def test_a_cell_lists_its_records_in_the_order_of_their_days() -> None:
    desk = Desk()
    for day in (9, 3, 6):
        desk.requested(date(2025, 3, day))

    cell = desk.report(2025).cell("requests", "R1", "total")

    assert [r.on.day for r in list_cell(desk.figures, cell)] == [3, 6, 9]
    assert [r.on.day for r in list_cell(desk.figures, cell, limit=2)] == [3, 6]
