"""The forms since 2019: every row by hand, every edge of the year, and who is counted."""

from datetime import date
from decimal import Decimal

import pytest

from states.statute.outcomes import CATALOGUE, Outcome
from states.statute.receipt import Channel
from tests.workflow.reports.desk import OFFICE, Desk, rules
from workflow.reports.annual import AnnualReport
from workflow.reports.catalogue import form_for
from workflow.reports.forms.labels import (
    DISPUTE_COLUMNS,
    PROACTIVE_2019,
    PROACTIVE_2021,
    REQUEST_COLUMNS,
    REQUEST_ROWS_2019,
    REQUEST_ROWS_2021,
)

KINDS = ("natural_person", "company", "research", "public_interest", "legal_service", "other")
LAST, FIRST, END, NEXT = date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)

# 办理结果与行的对应，照官方表格逐行写出；表三没有的行名不在其中。
ROW_OF = {
    "already_public": "R3.1",
    "disclosed": "R3.1",
    "partly_disclosed": "R3.2",
    "state_secret": "R3.3.1",
    "prohibited_by_law": "R3.3.2",
    "endangers_security": "R3.3.3",
    "third_party_rights": "R3.3.4",
    "internal_affairs": "R3.3.5",
    "deliberative": "R3.3.6",
    "enforcement_file": "R3.3.7",
    "special_query": "R3.3.8",
    "not_held": "R3.4.1",
    "not_ours": "R3.4.1",
    "needs_creation": "R3.4.2",
    "still_unclear": "R3.4.3",
    "petition": "R3.5.1",
    "repeated": "R3.5.2",
    "published_matter": "R3.5.3",
    "excessive": "R3.5.4",
    "confirmation_sought": "R3.5.5",
    "not_corrected": "R3.6.1",
    "not_paid": "R3.6.2",
    "otherwise_concluded": "R3.6.3",
}


def table(report: AnnualReport, key: str = "requests") -> dict[str, list[int | Decimal]]:
    """The figures of a table that are not all nothing, by row."""
    form_table = report.form.table(key)
    assert form_table is not None
    figures = {
        row.key: [report.cell(key, row.key, c.key).value for c in form_table.columns_of(row)]
        for row in form_table.rows
    }
    return {row: values for row, values in figures.items() if any(values)}


def closed(desk: Desk, outcome: str, kind: str = "natural_person") -> int:
    return desk.requested(
        date(2025, 3, 3), closed_on=date(2025, 3, 20), outcome=outcome, kind=kind, on_time=True
    )


def test_the_tables_have_the_rows_and_columns_of_the_official_form() -> None:
    for year, rows, blocks in (
        (2020, REQUEST_ROWS_2019, PROACTIVE_2019),
        (2021, REQUEST_ROWS_2021, PROACTIVE_2021),
    ):
        proactive, requests, disputes = form_for(year).tables
        assert [(row.key, row.label) for row in requests.rows] == [(r.key, r.label) for r in rows]
        (block,) = requests.blocks
        assert [(c.key, c.heading) for c in block.columns] == [
            (c.key, c.label) for c in REQUEST_COLUMNS
        ]
        assert [block.heading for block in proactive.blocks] == [b.heading for b in blocks]
        assert [c.key for c in disputes.blocks[0].columns] == [c.key for c in DISPUTE_COLUMNS]
    assert len(form_for(2021).tables[1].rows) == 25
    assert len(form_for(2019).tables[1].rows) == 23


@pytest.mark.parametrize("year", range(2019, 2031))
def test_each_year_has_its_form(year: int) -> None:
    assert form_for(year).key == ("2019" if year <= 2020 else "2021")


@pytest.mark.parametrize("outcome", Outcome)
def test_each_outcome_stands_in_the_row_of_the_official_table(outcome: Outcome) -> None:
    desk = Desk()
    closed(desk, outcome.value, "company")

    for year_form in ("2019", "2021"):
        rows = table(desk.report(2025, form=form_for(2025, key=year_form)))
        results = [row for row in rows if row.startswith("R3.") and row != "R3.7"]
        expected = ROW_OF.get(outcome.value)
        if expected and year_form == "2019" and expected.startswith("R3.6"):
            expected = "R3.6"
        assert results == ([expected] if expected else [])
        assert rows["R3.7"] == [0, 1, 0, 0, 0, 0, 1]


def test_every_outcome_with_a_code_has_its_row() -> None:
    assert {o.value for o, rule in CATALOGUE.items() if rule.code} == ROW_OF.keys()


def test_requests_are_counted_by_the_kind_of_applicant() -> None:
    desk = Desk()
    for count, kind in enumerate(KINDS, 1):
        for _ in range(count):
            closed(desk, "disclosed", kind)

    rows = table(desk.report(2025))

    # 1 + 2 + 3 + 4 + 5 + 6 = 21
    assert rows == {
        "R1": [1, 2, 3, 4, 5, 6, 21],
        "R3.1": [1, 2, 3, 4, 5, 6, 21],
        "R3.7": [1, 2, 3, 4, 5, 6, 21],
    }


@pytest.mark.parametrize(
    ("received_on", "closed_on", "rows"),
    [
        # Closed before the year begins: it is in no figure of the year.
        (date(2024, 12, 2), LAST, set()),
        (date(2024, 12, 2), FIRST, {"R2", "R3.1", "R3.7"}),
        (LAST, date(2025, 1, 15), {"R2", "R3.1", "R3.7"}),
        (FIRST, date(2025, 1, 15), {"R1", "R3.1", "R3.7"}),
        (END, END, {"R1", "R3.1", "R3.7"}),
        (date(2025, 12, 1), END, {"R1", "R3.1", "R3.7"}),
        (date(2025, 12, 1), NEXT, {"R1", "R4"}),
        (date(2025, 12, 1), None, {"R1", "R4"}),
        (date(2024, 12, 1), None, {"R2", "R4"}),
        (date(2024, 12, 1), date(2027, 1, 5), {"R2", "R4"}),
        (NEXT, date(2026, 1, 15), set()),
        # Sent but not yet received: no period runs, and no figure has it.
        (None, None, set()),
    ],
)
def test_a_request_is_counted_by_its_days_at_the_edges_of_the_year(
    received_on: date | None, closed_on: date | None, rows: set[str]
) -> None:
    desk = Desk()
    desk.requested(received_on, closed_on=closed_on, outcome="disclosed" if closed_on else None)

    report = desk.report(2025)

    assert set(table(report)) == rows
    assert not report.has_errors


def test_a_request_merged_into_another_is_counted_nowhere() -> None:
    desk = Desk()
    desk.requested(date(2025, 3, 3), closed_on=date(2025, 3, 5), state="merged")
    kept = closed(desk, "disclosed")

    report = desk.report(2025)

    assert table(report)["R1"] == [1, 0, 0, 0, 0, 0, 1]
    assert desk.numbers(report.cell("requests", "R1", "total")) == [f"R{kept}"]
    assert not report.has_errors


def test_disputes_are_counted_as_they_stood_on_31_december() -> None:
    desk = Desk()
    desk.reconsidered(date(2024, 11, 4), date(2025, 1, 2), "upheld")  # decided in the year
    desk.reconsidered(date(2025, 3, 3), date(2025, 5, 6), "corrected")
    desk.reconsidered(date(2025, 3, 4), date(2026, 1, 5), "upheld")  # pending at the end
    desk.reconsidered(date(2024, 3, 4), date(2024, 5, 6), "other")  # over before
    desk.sued(date(2025, 6, 2))
    desk.sued(date(2025, 6, 3), date(2025, 9, 1), "other", after_reconsideration=True)

    report = desk.report(2025)

    # 维持、纠正、其他、尚未审结、总计
    assert table(report, "disputes") == {
        "reconsideration": [1, 1, 0, 1, 3],
        "litigation_direct": [0, 0, 0, 1, 1],
        "litigation_after_reconsideration": [0, 0, 1, 0, 1],
    }
    assert not report.has_errors


def test_what_only_people_know_is_entered_and_may_be_proposed() -> None:
    desk = Desk()
    desk.published(date(2025, 3, 3), "website", normative=True)
    desk.published(date(2025, 4, 3), "website")
    desk.typed(2025, "proactive", "licences", "decisions", "318")
    desk.typed(2025, "proactive", "charges", "amount", "12.35")
    desk.typed(2024, "proactive", "penalties", "decisions", "7")

    report = desk.report(2025)

    assert table(report, "proactive") == {
        "normative_documents": [1, 0, 0],
        "licences": [318],
        "charges": [Decimal("12.35")],
    }
    assert [(f.rule, f.severity, f.left) for f in report.findings] == [("S12", "warning", 8)]


def test_what_was_entered_stands_in_place_of_what_was_proposed() -> None:
    desk = Desk()
    desk.published(date(2025, 3, 3), "website", normative=True)
    desk.typed(2025, "proactive", "normative_documents", "issued", "4")

    report = desk.report(2025)

    assert report.cell("proactive", "normative_documents", "issued").value == 4
    assert [(f.rule, f.left, f.right) for f in report.findings if f.rule == "S13"] == [
        ("S13", 4, 1)
    ]


def test_the_channels_stand_in_the_supplement_with_fax_under_letters() -> None:
    desk = Desk()
    for channel in Channel:
        desk.requested(date(2025, 3, 3), channel=channel)

    report = desk.report(2025)

    counted = {
        row: report.cell("supplement", row, "year").value
        for row in ("in_person", "online", "letter", "fax")
    }
    assert counted == {"in_person": 1, "online": 2, "letter": 3, "fax": 0}


def test_a_superior_office_counts_all_that_stand_below_it() -> None:
    desk = Desk()
    desk.another_office("螺阳镇人民政府", "惠安县人民政府", 2)
    desk.another_office("惠安县人民政府", "", 3)
    desk.another_office("螺阳镇司法所", "螺阳镇人民政府", 4)
    for office, count in ((OFFICE, 1), (2, 2), (3, 4), (4, 8)):
        for _ in range(count):
            desk.requested(date(2025, 3, 3), office=office)

    own = desk.report(2025, office=3)
    all_below = desk.report(2025, office=3, roll_up=True)

    # 净峰镇 names no superior; 惠安县 has 螺阳镇 below it, and 司法所 below that: 4 + 2 + 8.
    assert own.cell("requests", "R1", "total").value == 4
    cell = all_below.cell("requests", "R1", "total")
    assert cell.value == 14
    assert {record.office for record in desk.listed(cell)} == {2, 3, 4}
    assert all_below.printed.members == ("惠安县人民政府", "螺阳镇人民政府", "螺阳镇司法所")


def test_a_nil_report_is_a_report() -> None:
    report = Desk().report(2025)

    assert rules(report) == ["S12"]
    texts = {section.key: section.text for section in report.printed.sections}
    assert "没有收到政府信息公开申请" in texts["overview"]
    assert texts["requests"] == "本年度没有收到政府信息公开申请，上年没有结转的申请。"
    assert "没有因政府信息公开申请的行政复议" in texts["disputes"]
    assert "没有收取信息处理费" in texts["other"]
    assert all(texts.values())
