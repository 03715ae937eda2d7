"""Ledgers made from tables, counted by hand: the tables come back."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from states.case import Case
from states.statute.outcomes import CATALOGUE, Outcome
from tests.fakes import FixedClock
from tests.workflow.reports.consistent import (
    BLOCKS,
    ENDINGS,
    KINDS,
    ROWS,
    Table,
    dispute_tables,
    request_tables,
)
from tests.workflow.reports.generating import YEAR, MadeLedger, ledger_of
from tests.workflow.services.ledgers import a_book, take
from workflow.bootstrap import Installation
from workflow.ledger.book import read_book
from workflow.ledger.rows import RequestLine
from workflow.records.facts import (
    NewRequest,
)
from workflow.records.register_facts import (
    Lawsuit,
    Reconsideration,
)
from workflow.services.ledger.requests import new_request

pytestmark = pytest.mark.thorough

PUBLISHED = Path(__file__).parents[1] / "checking" / "published"
TODAY = date(2026, 11, 23)  # Monday
TURNS = st.integers(0, 50)
ROWS_2019 = (*(row for row in ROWS if not row.startswith("R3.6.")), "R3.6")


def row_of(outcome: Outcome, form: str) -> str:
    rule = CATALOGUE[outcome]
    row = rule.row_2019 if form == "2019" else rule.row_2021
    assert row is not None
    return row


def counted(ledger: MadeLedger, form: str = "2021") -> Table:
    """Count the requests of a ledger as the form defines its rows, in plain Python."""
    first, last = date(ledger.year, 1, 1), date(ledger.year, 12, 31)
    cells: Counter[tuple[str, str]] = Counter()
    for line in ledger.requests:
        closed_on = line.answered_on or date.max
        if first <= line.received_on <= last:
            cells["R1", line.applicant_kind] += 1
        if line.received_on < first <= closed_on:
            cells["R2", line.applicant_kind] += 1
        if line.received_on <= last < closed_on:
            cells["R4", line.applicant_kind] += 1
        if first <= closed_on <= last:
            assert line.outcome is not None
            cells[row_of(line.outcome, form), line.applicant_kind] += 1
            cells["R3.7", line.applicant_kind] += 1
    rows = ROWS if form == "2021" else ROWS_2019
    table = {row: {kind: cells[row, kind] for kind in KINDS} for row in rows}
    return {row: figures | {"total": sum(figures.values())} for row, figures in table.items()}


def disputes_counted(ledger: MadeLedger) -> Table:
    """Count the disputes received in the year, by what became of them."""
    cases: list[tuple[str, Reconsideration | Lawsuit]] = [
        *(("reconsideration", case) for case in ledger.new_reconsiderations()),
        *((BLOCKS[2 if case.after_reconsideration else 1], case) for case in ledger.new_lawsuits()),
    ]
    of_year = [(block, case) for block, case in cases if case.received_on.year == ledger.year]
    results = Counter((block, case.result) for block, case in of_year)
    table = {block: {result: results[block, result] for result in ENDINGS} for block in BLOCKS}
    return {block: figures | {"total": sum(figures.values())} for block, figures in table.items()}


@settings(max_examples=40)
@given(requests=request_tables(most=4), disputes=dispute_tables(), turn=TURNS)
def test_a_ledger_made_from_tables_counts_up_to_them(
    requests: Table, disputes: Table, turn: int
) -> None:
    ledger = ledger_of(requests, disputes, turn=turn)

    assert counted(ledger) == requests
    assert disputes_counted(ledger) == disputes


@pytest.mark.parametrize("name", ["hangzhou-2025", "suqian-2023"])
def test_a_published_report_has_a_ledger_behind_it(name: str) -> None:
    shape = json.loads((PUBLISHED / f"{name}.json").read_text("utf-8"))

    ledger = ledger_of(shape["tables"]["requests"], shape["tables"]["disputes"], shape["year"])

    assert counted(ledger) == shape["tables"]["requests"]
    assert disputes_counted(ledger) == shape["tables"]["disputes"]


def test_a_table_of_2019_has_a_ledger_behind_it() -> None:
    shape = json.loads((PUBLISHED / "hongze-2023.json").read_text("utf-8"))
    requests: Table = shape["tables"]["requests"]

    ledger = ledger_of(requests, year=2019)

    assert counted(ledger, "2019") == requests


@settings(max_examples=20)
@given(requests=request_tables(most=4), turn=TURNS)
def test_the_facts_to_register_say_what_the_rows_say(requests: Table, turn: int) -> None:
    ledger = ledger_of(requests, turn=turn)

    for line, request in zip(ledger.requests, ledger.new_requests(), strict=True):
        case = Case(line.channel, tuple(fact.event for fact in request.history))
        assert (case.outcome, case.closed_on) == (line.outcome, line.answered_on)
        assert request.facts.applicant_kind == line.applicant_kind
        assert request == _as_imported(line)


def _as_imported(line: RequestLine) -> NewRequest:
    return new_request(line, Case(line.channel).practice)


def test_a_table_that_no_ledger_can_have_is_refused() -> None:
    empty = {row: dict.fromkeys((*KINDS, "total"), 0) for row in ROWS}
    unpaid = {"natural_person": 1, "total": 1}
    # A fee unpaid by someone who asked in 2020, before there were fees.
    table = empty | {row: empty[row] | unpaid for row in ("R2", "R3.6.2", "R3.7")}

    with pytest.raises(ValueError, match="natural_person"):
        ledger_of(table, year=2021)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=2)
@given(requests=request_tables(most=3), disputes=dispute_tables(most=2))
def test_a_ledger_written_as_a_book_is_read_without_a_fault(
    tmp_path: Path, requests: Table, disputes: Table
) -> None:
    ledger = ledger_of(requests, disputes)

    book = read_book(ledger.written(tmp_path / "台账.xlsx"), today=TODAY)

    assert book.faults == ()
    read = [line.model_copy(update={"row": 0}) for line in book.lines["申请"]]
    assert read == list(ledger.requests)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock.on(TODAY)


def test_a_ledger_is_imported_whole(installation: Installation) -> None:
    cell = dict.fromkeys(KINDS, 1) | {"total": len(KINDS)}
    results = [row for row in ROWS if row not in {"R1", "R2", "R3.7", "R4"}]
    table = dict.fromkeys((*results, "R4"), cell)
    table["R3.7"] = {kind: n * len(results) for kind, n in cell.items()}
    assert len(results) == 21
    table |= {"R2": {kind: n * 5 for kind, n in cell.items()}}
    table |= {"R1": {kind: n * (len(results) - 4) for kind, n in cell.items()}}
    ledger = ledger_of(table, dict.fromkeys(BLOCKS, dict.fromkeys(ENDINGS, 1)), YEAR)

    summary = take(installation, a_book(*ledger.lines), office="海湾镇人民政府")

    assert counted(ledger) == table
    added = {sheet: found.added for sheet, found in summary.sheets.items() if found.added}
    assert added == {name: len(lines) for name, lines in ledger.sheets.items()}
    assert sum(found.faulty for found in summary.sheets.values()) == 0
