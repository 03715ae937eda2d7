"""K1 to K8 of the forms since 2019: each broken once with its records, all held at random."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.statute.outcomes import CATALOGUE, Outcome
from tests.workflow.reports.desk import Desk
from workflow.i18n import Lang
from workflow.reports.annual import AnnualReport
from workflow.reports.catalogue import form_for
from workflow.reports.cells import CellKey
from workflow.reports.findings import Finding
from workflow.reports.forms.labels import APPLICANT_COLUMNS

pytestmark = pytest.mark.thorough

MARCH, APRIL = date(2025, 3, 3), date(2025, 4, 1)
EVE = date(2024, 12, 31)


def broken(report: AnnualReport) -> list[tuple[str, str, int | float | None, int | float | None]]:
    """The findings but for figures that nobody entered yet."""
    return [(f.rule, f.where, f.left, f.right) for f in report.findings if f.rule != "S12"]


def of(report: AnnualReport, rule: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule == rule]


def test_k1_names_a_request_that_was_closed_and_never_received() -> None:
    desk = Desk()
    desk.requested(None, closed_on=APRIL, outcome=Outcome.DISCLOSED)

    report = desk.report(2025)

    assert broken(report) == [
        ("K1", "requests.R3.7.natural_person", 0, 1),
        ("K1", "requests.R3.7.total", 0, 1),
        ("S5", "requests.R3.7.total", 1, 0),
    ]
    assert of(report, "K1")[0].records == ("R1",)
    assert of(report, "K1")[0].message() == (
        "自然人：“一、本年新收政府信息公开申请数量”0＋“二、上年结转政府信息公开申请数量”0，合计0，"
        "不等于“（七）总计”1＋“四、结转下年度继续办理”0，合计1（R1）。"
    )
    assert of(report, "K1")[0].message(Lang.EN) == (
        "natural_person: R1 0 + R2 0 is 0, not R3.7 1 + R4 0, which is 1 (R1)."
    )


def test_k1_names_a_request_closed_before_it_was_received() -> None:
    desk = Desk()
    desk.requested(MARCH, closed_on=date(2024, 11, 4), outcome=Outcome.DISCLOSED)

    findings = of(desk.report(2025), "K1")

    assert [(f.where, f.left, f.right, f.records) for f in findings] == [
        ("requests.R3.7.natural_person", 1, 0, ("R1",)),
        ("requests.R3.7.total", 1, 0, ("R1",)),
    ]


def test_k2_and_k8_name_a_request_closed_without_an_outcome() -> None:
    desk = Desk()
    desk.requested(MARCH, closed_on=APRIL)

    report = desk.report(2025)

    assert broken(report) == [
        ("K2", "requests.R3.7.natural_person", 1, 0),
        ("K2", "requests.R3.7.total", 1, 0),
        ("K8", "requests.R3.7.total", 1, 0),
    ]
    assert {finding.records for finding in report.findings if finding.records} == {("R1",)}


def test_k8_names_an_outcome_that_no_row_knows() -> None:
    desk = Desk()
    desk.requested(MARCH, closed_on=APRIL, outcome="lost")

    (finding,) = of(desk.report(2025), "K8")

    assert finding.records == ("R1",)
    assert "没有列入唯一的一类答复" in finding.message()


def test_a_reply_whose_ground_was_not_recorded_is_named_once_by_the_rule_of_grounds() -> None:
    desk = Desk()
    for outcome in (Outcome.WITHHELD_UNSPECIFIED, Outcome.OTHER_UNSPECIFIED):
        desk.requested(MARCH, closed_on=APRIL, outcome=outcome)

    report = desk.report(2025)

    assert of(report, "K8") == []
    assert [(f.left, f.records) for f in of(report, "S8")] == [(2, ("R1", "R2"))]


def test_k3_names_a_request_whose_applicant_is_of_no_known_kind() -> None:
    desk = Desk()
    desk.requested(MARCH)
    desk.requested(MARCH, kind="")

    report = desk.report(2025)

    assert broken(report) == [
        ("K3", "requests.R1.total", 2, 1),
        ("K3", "requests.R4.total", 2, 1),
    ]
    assert {finding.records for finding in of(report, "K3")} == {("R2",)}


def test_k4_compares_with_what_last_years_report_printed() -> None:
    desk = Desk()
    desk.requested(date(2024, 12, 2))
    frozen = {
        CellKey("requests", "R4", "natural_person"): 1,
        CellKey("requests", "R4", "company"): 2,
        CellKey("requests", "R4", "total"): 3,
    }

    report = desk.report(2025, last_frozen=frozen)

    assert broken(report) == [
        ("K4", "requests.R2.company", 0, 2),
        ("K4", "requests.R2.total", 1, 3),
    ]
    assert of(report, "K4")[1].records == ("R1",)


def test_k4_compares_with_the_opening_balance_where_last_year_was_not_kept_here() -> None:
    desk = Desk()
    desk.requested(date(2024, 12, 2))
    desk.began_with("R4", EVE, 2)
    desk.began_with("R4.natural_person", EVE, 1)
    desk.began_with("requests.R2.company", EVE, 1)

    assert broken(desk.report(2025)) == [
        ("K4", "requests.R2.company", 0, 1),
        ("K4", "requests.R2.total", 1, 2),
    ]


def test_an_opening_balance_of_another_day_says_nothing_of_the_carry_over() -> None:
    desk = Desk()
    desk.began_with("R4", date(2023, 12, 31), 2)

    assert broken(desk.report(2025)) == []


def test_k5_names_a_dispute_that_was_decided_without_a_result() -> None:
    desk = Desk()
    desk.reconsidered(MARCH, APRIL, "pending")

    report = desk.report(2025)

    assert broken(report) == [("K5", "disputes.reconsideration.total", 1, 0)]


def test_k6_follows_what_is_in_force_from_year_to_year() -> None:
    desk = Desk()
    desk.typed(2024, "proactive", "normative_documents", "in_force", "20")
    for column, amount in (("issued", "3"), ("repealed", "1"), ("in_force", "23")):
        desk.typed(2025, "proactive", "normative_documents", column, amount)

    report = desk.report(2025)

    # 20 + 3 - 1 = 22
    assert [(f.severity, f.where, f.left, f.right) for f in report.findings if f.rule == "K6"] == [
        ("warning", "proactive.normative_documents.in_force", 23, 22)
    ]


def test_k6_begins_with_an_opening_balance() -> None:
    desk = Desk()
    desk.began_with("proactive.normative_documents.in_force", EVE, 20)
    for column, amount in (("issued", "3"), ("repealed", "1"), ("in_force", "22")):
        desk.typed(2025, "proactive", "normative_documents", column, amount)

    assert of(desk.report(2025), "K6") == []


def test_k7_sees_a_figure_that_was_typed_and_does_not_agree_with_the_table() -> None:
    desk = Desk()
    desk.requested(MARCH)
    desk.wrote(
        2025,
        "一、总体情况",
        "全年新收政府信息公开申请２件，上年结转0件；办结0件，结转下年度1件。",
    )

    report = desk.report(2025)

    assert broken(report) == [("K7", "sections.一、总体情况", 2, 1)]
    assert not report.has_errors


def test_figures_left_to_placeholders_always_agree() -> None:
    desk = Desk()
    desk.requested(MARCH)
    desk.wrote(
        2025, "一、总体情况", "新收申请{{ 新收申请数 }}件，结转下年度{{ 结转下年度申请数 }}件。"
    )

    report = desk.report(2025)

    assert report.printed.sections[0].text == "新收申请1件，结转下年度1件。"
    assert broken(report) == []


CODED = [outcome for outcome in Outcome if CATALOGUE[outcome].code]
FILED = st.lists(
    st.tuples(
        st.integers(0, 1400).map(lambda days: date(2022, 1, 1) + timedelta(days=days)),
        st.none() | st.integers(0, 500),
        st.sampled_from([column.key for column in APPLICANT_COLUMNS]),
        st.sampled_from(CODED),
    ),
    max_size=12,
)
DECIDED = ["upheld", "corrected", "other"]
DISPUTED = st.lists(
    st.tuples(
        st.integers(0, 1400).map(lambda days: date(2022, 1, 1) + timedelta(days=days)),
        st.none()
        | st.tuples(st.integers(0, 500), st.sampled_from(["upheld", "corrected", "other"])),
        st.none() | st.booleans(),
    ),
    max_size=6,
)


@settings(max_examples=40)
@given(filed=FILED, disputed=DISPUTED, year=st.integers(2022, 2025))
def test_whatever_is_registered_rightly_every_identity_holds_from_year_to_year(
    filed: list[tuple[date, int | None, str, Outcome]],
    disputed: list[tuple[date, tuple[int, str] | None, bool | None]],
    year: int,
) -> None:
    desk = Desk()
    for received_on, days, kind, outcome in filed:
        over = None if days is None else received_on + timedelta(days=days)
        desk.requested(received_on, kind=kind, closed_on=over, outcome=outcome if over else None)
    for received_on, ended, after in disputed:
        over, result = (
            (None, "pending")
            if ended is None
            else (
                received_on + timedelta(days=ended[0]),
                ended[1],
            )
        )
        if after is None:
            desk.reconsidered(received_on, over, result)
        else:
            desk.sued(received_on, over, result, after_reconsideration=after)

    last, this = desk.report(year - 1), desk.report(year)
    as_printed = {key: cell.value for key, cell in last.cells.items()}
    again = desk.report(year, last_frozen=as_printed)

    assert (broken(last), broken(this), broken(again)) == ([], [], [])
    for column in (*(c.key for c in APPLICANT_COLUMNS), "total"):
        row = {key: this.cell("requests", key, column).value for key in ("R1", "R2", "R3.7", "R4")}
        assert row["R1"] + row["R2"] == row["R3.7"] + row["R4"]
        assert row["R2"] == last.cell("requests", "R4", column).value


@settings(max_examples=30)
@given(filed=FILED, year=st.integers(2022, 2025))
def test_the_forms_of_2019_and_2021_differ_in_one_row_alone(
    filed: list[tuple[date, int | None, str, Outcome]], year: int
) -> None:
    desk = Desk()
    for received_on, days, kind, outcome in filed:
        over = None if days is None else received_on + timedelta(days=days)
        desk.requested(received_on, kind=kind, closed_on=over, outcome=outcome if over else None)

    old, new = (
        {
            key.row: cell.value
            for key, cell in desk.report(year, form=form).cells.items()
            if key.table == "requests" and key.column == "total"
        }
        for form in (form_for(year, key="2019"), form_for(year, key="2021"))
    )

    parts = [new.pop(f"R3.6.{number}") for number in (1, 2, 3)]
    assert old.pop("R3.6") == sum(parts)
    assert old == new
