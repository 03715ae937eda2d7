"""From tables to a ledger, from the ledger through the office to its report, and back to tables."""

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from tests.fakes import FixedClock
from tests.workflow.reports.consistent import Table, dispute_tables, request_tables
from tests.workflow.reports.generating import ledger_of
from workflow.__main__ import main
from workflow.checking.check import check_report
from workflow.checking.published import PublishedReport
from workflow.checking.reading import read_report
from workflow.cli.app import ExitCode, Invocation

pytestmark = pytest.mark.thorough

pytest.importorskip(
    "workflow.reports.forms.form_2021", reason="the form of 2021 is not in this tree yet"
)

PUBLISHED = Path(__file__).parents[1] / "checking" / "published"
TODAY = date(2026, 11, 23)  # Monday


@pytest.fixture(autouse=True)
def _no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)


def reported(requests: Table, disputes: Table, year: int) -> tuple[PublishedReport, ...]:
    """Keep the ledger of the tables in an office of its own, and read the report it writes."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as environment:
        environment.setenv("DISCLOSURE_DATA_DIR", f"{folder}/data")
        book = ledger_of(requests, disputes, year).written(Path(folder) / "台账.xlsx")
        files = [Path(folder) / f"年报.{kind}" for kind in ("json", "html", "docx", "xlsx")]
        for command in (
            ("init", "海湾镇人民政府"),
            ("import", book),
            ("report", "annual", year, *(word for file in files for word in ("--out", file))),
        ):
            said = Invocation(clock=FixedClock.on(TODAY))
            assert main([str(word) for word in command], said=said) == ExitCode.OK
        return tuple(map(read_report, files))


def figures(report: PublishedReport, table: str) -> Table:
    return {
        row: {column: int(each.value) for column, each in cells.items()}
        for row, cells in report.table(table).items()
    }


def assert_given_back(requests: Table, disputes: Table, year: int) -> None:
    for report in reported(requests, disputes, year):
        assert figures(report, "requests") == requests
        assert figures(report, "disputes") == disputes
        assert check_report(report) == ()


@settings(max_examples=3)
@given(requests=request_tables(most=3), disputes=dispute_tables(most=4))
def test_any_consistent_tables_come_back_from_the_office(requests: Table, disputes: Table) -> None:
    assert_given_back(requests, disputes, 2023)


@pytest.mark.parametrize("name", ["hangzhou-2025", "suqian-2023"])
def test_a_published_report_comes_back_from_the_office(name: str) -> None:
    shape = json.loads((PUBLISHED / f"{name}.json").read_text("utf-8"))

    assert_given_back(shape["tables"]["requests"], shape["tables"]["disputes"], shape["year"])
