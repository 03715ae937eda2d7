"""The sums of 表三 and 表四: one wrong cell is always found, and named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.checking.reports import a_report
from tests.workflow.reports.consistent import (
    BLOCKS,
    ENDINGS,
    KINDS,
    ROWS,
    Figures,
    Table,
    dispute_tables,
    request_tables,
)
from workflow.checking.check import check_report
from workflow.checking.naming import cell_name
from workflow.checking.published import PublishedReport
from workflow.reports.findings import Finding
from workflow.reports.forms.labels import TOTAL

pytestmark = pytest.mark.thorough

COLUMNS = (*KINDS, TOTAL)
OTHER_NUMBERS = st.integers(1, 99)


def with_cell(table: Table, row: str, column: str, value: int) -> Table:
    return {**table, row: {**table[row], column: value}}


def changed(table: Table, row: str, column: str, by: int) -> Table:
    now = table[row][column]
    return with_cell(table, row, column, now - by if now >= by else now + by)


def found(report: PublishedReport) -> list[Finding]:
    return list(check_report(report))


@given(requests=request_tables(), disputes=dispute_tables())
def test_consistent_tables_give_no_finding(requests: Table, disputes: Table) -> None:
    assert found(a_report(requests=requests, disputes=disputes)) == []


@given(
    requests=request_tables(),
    row=st.sampled_from(ROWS),
    column=st.sampled_from(COLUMNS),
    by=OTHER_NUMBERS,
)
def test_any_one_wrong_cell_of_the_requests_is_named(
    requests: Table, row: str, column: str, by: int
) -> None:
    wrong = changed(requests, row, column, by)

    findings = found(a_report(requests=wrong))

    name = cell_name("requests", row, column)
    right = requests[row][column]
    assert findings
    for finding in findings:
        assert f"{name.zh}，印的是{wrong[row][column]}，疑应为{right}" in finding.text.zh
        assert f"{name.en}: it prints {wrong[row][column]}" in finding.text.en
    assert {finding.rule for finding in findings} <= {"K1", "K2", "K3"}
    assert all(finding.left != finding.right for finding in findings)


@given(
    disputes=dispute_tables(),
    block=st.sampled_from(BLOCKS),
    column=st.sampled_from((*ENDINGS, TOTAL)),
    by=OTHER_NUMBERS,
)
def test_any_one_wrong_cell_of_the_disputes_is_found_in_its_block(
    disputes: Table, block: str, column: str, by: int
) -> None:
    (finding,) = found(a_report(disputes=changed(disputes, block, column, by)))

    assert (finding.rule, finding.where) == ("K5", f"disputes.{block}.total")


@given(requests=request_tables(), by=OTHER_NUMBERS)
def test_two_wrong_cells_are_found_and_neither_is_blamed_alone(requests: Table, by: int) -> None:
    wrong = changed(requests, "R3.1", "natural_person", by)
    wrong = changed(wrong, "R3.2", "company", by)

    findings = found(a_report(requests=wrong))

    assert {f.where for f in findings} >= {"requests.R3.1.total", "requests.R3.2.total"}
    assert not any("疑应为" in finding.text.zh for finding in findings)


# R1 + R2 = 5 + 0, R3.7 + R4 = 5 + 1; both sides as the contract has them.
def test_what_came_in_and_what_went_out_are_both_told() -> None:
    rows: Table = {row: dict.fromkeys(COLUMNS, 0) for row in ROWS}
    one: Figures = {"natural_person": 5, TOTAL: 5}
    for row in ("R1", "R3.1", "R3.7"):
        rows[row] |= one
    rows["R4"] |= {"natural_person": 1, TOTAL: 1}

    first, second = found(a_report(requests=rows))

    assert (first.rule, first.where) == ("K1", "requests.R3.7.natural_person")
    assert (first.left, first.right) == (5, 6)
    assert (second.where, second.left, second.right) == ("requests.R3.7.total", 5, 6)
    assert first.text.zh == (
        "表三“自然人”列不平：新收5＋上年结转0＝5，办理结果总计5＋结转下年度1＝6。"
    )


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_the_results_of_either_form_are_added_up(form: str) -> None:
    otherwise = ["R3.6"] if form == "2019" else ["R3.6.1", "R3.6.2", "R3.6.3"]
    rows = [row for row in ROWS if not row.startswith("R3.6")] + otherwise
    table: Table = {row: dict.fromkeys(COLUMNS, 0) for row in rows}
    table[otherwise[-1]] |= {"company": 2, TOTAL: 2}

    findings = found(a_report(requests=table, year=2019 if form == "2019" else 2021, form=form))

    assert [(f.rule, f.where, f.left, f.right) for f in findings] == [
        ("K2", "requests.R3.7.company", 0, 2),
        ("K2", "requests.R3.7.total", 0, 2),
    ]


@given(requests=request_tables(), row=st.sampled_from(ROWS))
def test_a_row_that_was_not_read_is_missed_and_not_counted_as_nothing(
    requests: Table, row: str
) -> None:
    table = {code: figures for code, figures in requests.items() if code != row}

    findings = found(a_report(requests=table))

    assert [finding.rule for finding in findings] == ["F3"]
