"""One year's report beside that of the year before."""

from pathlib import Path

import pytest

from tests.workflow.checking.reports import a_report
from workflow.checking.check import check_report
from workflow.checking.reading import read_previous, read_report
from workflow.checking.unreadable import Trouble, UnreadableReportError

PUBLISHED = Path(__file__).parent / "published"


def test_what_is_carried_in_is_what_was_carried_out_by_column() -> None:
    before = a_report(requests={"R4": {"natural_person": 91, "company": 4, "total": 95}}, year=2022)
    now = read_report(PUBLISHED / "suqian-2023.json")  # 91, 3 and 96 carried in

    findings = check_report(now, before)

    assert [(f.rule, f.where, f.left, f.right) for f in findings] == [
        ("K4", "requests.R2.company", 3, 4),
        ("K4", "requests.R2.total", 96, 95),
    ]


@pytest.mark.parametrize(("in_force", "expected"), [(22, []), (23, [("K6", 23, 22)])])
def test_what_is_in_force_follows_from_the_year_before(
    in_force: int, expected: list[tuple[str, float, float]]
) -> None:
    documents = {"issued": 3, "repealed": 1, "in_force": in_force}
    before = a_report(proactive={"normative_documents": {"in_force": 20}}, year=2022)

    findings = check_report(a_report(proactive={"normative_documents": documents}), before)

    assert [(f.rule, f.left, f.right) for f in findings] == expected
    assert {f.severity.value for f in findings} <= {"warning"}


def test_nothing_is_said_of_a_chain_that_has_no_report_before_it() -> None:
    documents = {"normative_documents": {"issued": 3, "repealed": 1, "in_force": 99}}

    assert check_report(a_report(proactive=documents)) == ()


def test_the_report_of_another_year_is_no_previous_one() -> None:
    hongze = PUBLISHED / "hongze-2023.json"

    with pytest.raises(UnreadableReportError) as refused:
        read_previous(hongze, read_report(PUBLISHED / "suqian-2023.json"))

    assert refused.value.code is Trouble.NOT_LAST_YEAR


def test_a_previous_report_whose_year_is_not_known_is_taken_as_given() -> None:
    hongze = PUBLISHED / "hongze-2023.json"

    assert read_previous(hongze, a_report(year=None)).year == 2023
