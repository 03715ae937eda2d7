"""Many offices asked about at once: by the ends of their run where none is missing between."""

from pathlib import Path

import pytest

from tests.builders import a_reply, a_request, an_installation
from workflow.bootstrap import Installation
from workflow.records import roll_up
from workflow.records.facts import OfficeProfile
from workflow.records.figures import Figures
from workflow.records.tables.metadata import TABLES
from workflow.reports.annual import Asking, annual_report

NAMES = ("县人民政府", "甲镇人民政府", "乙镇人民政府", "丙镇人民政府")


def _condition(offices: tuple[int, ...]) -> str:
    return str(roll_up.of_offices(TABLES["request"].c.office_id, offices))


def test_a_few_offices_are_listed() -> None:
    assert " IN " in _condition((1, 2, 3))


def test_many_offices_without_a_gap_are_named_by_the_first_and_the_last() -> None:
    assert "BETWEEN" in _condition(tuple(range(7, 7 + roll_up.MANY)))


def test_a_gap_lets_no_other_office_in() -> None:
    assert " IN " in _condition((*range(1, 1 + roll_up.MANY), roll_up.MANY + 2))


def test_the_order_in_which_they_are_named_is_nothing() -> None:
    assert "BETWEEN" in _condition(tuple(reversed(range(1, 1 + roll_up.MANY))))


@pytest.fixture
def county(tmp_path: Path) -> Installation:
    """A county of three towns, of which each has answered some and has one open; one is apart."""
    installation = an_installation(tmp_path)
    for name in NAMES:
        parent = "" if name == NAMES[0] else NAMES[0]
        office = installation.establish(OfficeProfile(name=name, parent=parent), actor="管理员")
        a_reply(office, a_request(office))
        a_request(office)
    return installation


def test_a_roll_up_counts_the_same_by_the_run_as_by_the_list(
    county: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking = Asking(office=county.office(NAMES[0]).id, year=2025, roll_up=True)
    with county, county.read() as view:
        by_list = annual_report(Figures(view.connection), asking)
        monkeypatch.setattr(roll_up, "MANY", 3)
        monkeypatch.setattr("workflow.records.years.MANY", 3)
        by_run = annual_report(Figures(view.connection), asking)

    assert by_run.printed == by_list.printed
    # Four offices with two requests each, of which one was answered.
    assert by_run.cell("requests", "R1", "total").value == 8
    assert by_run.cell("requests", "R3.7", "total").value == 4
    assert by_run.printed.members == NAMES
