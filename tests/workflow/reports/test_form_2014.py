"""The national table of 2014: its rows by hand, and what is said where a row can be argued."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from states.case import EventKind
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from tests.workflow.reports.desk import Desk, rules
from workflow.reports.annual import AnnualReport
from workflow.reports.catalogue import form_for

THEN = datetime(2018, 1, 3, 1, 0, tzinfo=UTC)
FORM = form_for(2017, key="2014")

# 结果与行号：区分两种以上读法的（第三方权益、内部事务）按默认列入，另作提示。
ROW_OF = {
    "already_public": 26,
    "disclosed": 27,
    "partly_disclosed": 28,
    "state_secret": 30,
    "third_party_rights": 31,
    "endangers_security": 33,
    "internal_affairs": 34,
    "prohibited_by_law": 35,
    "deliberative": 35,
    "enforcement_file": 35,
    "not_ours": 36,
    "not_held": 37,
    "still_unclear": 38,
    "not_corrected": 38,
    "petition": 39,
    "repeated": 39,
    "published_matter": 39,
    "excessive": 39,
    "confirmation_sought": 39,
    "special_query": 39,
    "needs_creation": 34,
}
GROUNDS = range(30, 36)


def counted(report: AnnualReport) -> dict[int, int | Decimal]:
    """The rows that are not nothing, by number."""
    table = report.form.tables[0]
    figures = {int(row.key): report.cell(table.key, row.key, "count").value for row in table.rows}
    return {row: value for row, value in figures.items() if value}


def test_it_has_fifty_eight_rows_numbered_in_their_order() -> None:
    assert [row.key for row in FORM.tables[0].rows] == [str(number) for number in range(1, 59)]


def test_it_is_made_on_request_alone() -> None:
    assert form_for(2017).key == "2008"


@pytest.mark.parametrize("outcome", ROW_OF)
def test_each_outcome_stands_in_its_row(outcome: str) -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 3, 9), outcome=outcome)

    rows = counted(desk.report(2017, form=FORM))

    row = ROW_OF[outcome]
    # 29 不同意公开 is the sum of the grounds; 22 办结, 23 按时办结, 25 答复, 17 and 18 收到.
    expected = {17, 18, 22, 23, 25, row} | ({29} if row in GROUNDS else set())
    assert set(rows) == expected
    assert set(rows.values()) == {1}


@pytest.mark.parametrize("outcome", [Outcome.OTHERWISE_CONCLUDED, Outcome.NOT_PAID])
def test_what_was_withdrawn_or_not_paid_for_is_settled_but_no_reply(outcome: Outcome) -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 3, 9), outcome=outcome)

    report = desk.report(2017, form=FORM)

    assert set(counted(report)) == {17, 18, 22, 23}
    assert [(f.rule, f.severity) for f in report.findings if f.rule != "S12"] == [("S7", "warning")]


def test_the_ways_of_applying_have_four_rows_and_email_counts_as_the_network() -> None:
    desk = Desk()
    for channel in Channel:
        desk.requested(date(2017, 3, 1), channel=channel)

    rows = counted(desk.report(2017, form=FORM))

    assert {row: rows[row] for row in range(17, 22)} == {17: 6, 18: 1, 19: 1, 20: 2, 21: 2}


def test_publications_are_counted_once_and_again_by_each_channel() -> None:
    desk = Desk()
    desk.published(date(2017, 3, 1), "website", "wechat", normative=True)
    desk.published(date(2017, 3, 2), "gazette", "notice_board", "press")
    desk.published(date(2017, 3, 3), "weibo")

    rows = counted(desk.report(2017, form=FORM))

    # 主动公开3条，其中规范性文件1条（制发数照此暂列）；公报、网站、微博、微信、其他各1条。
    assert {row: rows[row] for row in range(1, 9)} == {
        1: 3, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1,
    }  # fmt: skip


def test_extended_or_late_is_settled_later_and_the_note_says_how_many_were_late() -> None:
    desk = Desk()
    outcome = Outcome.DISCLOSED
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 3, 9), outcome=outcome, on_time=True)
    extended = desk.requested(
        date(2017, 3, 1), closed_on=date(2017, 4, 9), outcome=outcome, on_time=True
    )
    desk.entered("request", extended, EventKind.EXTENSION_NOTIFIED, date(2017, 3, 20), THEN)
    undone = desk.requested(
        date(2017, 3, 1), closed_on=date(2017, 3, 15), outcome=outcome, on_time=True
    )
    seq = desk.entered("request", undone, EventKind.EXTENSION_NOTIFIED, date(2017, 3, 14), THEN)
    desk.entered("request", undone, "annulled", date(2017, 3, 15), THEN, annuls=seq)
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 6, 9), outcome=outcome, on_time=False)

    report = desk.report(2017, form=FORM)

    rows = counted(report)
    assert {row: rows[row] for row in (22, 23, 24)} == {22: 4, 23: 2, 24: 2}
    assert "“延期办结数”含超过答复期限办结的，本年度1件。" in report.printed.tables[0].notes


def test_disputes_are_counted_when_decided_and_the_pending_are_noted() -> None:
    desk = Desk()
    desk.reconsidered(date(2016, 12, 1), date(2017, 1, 9), "upheld")
    desk.reconsidered(date(2017, 12, 1))
    desk.sued(date(2017, 3, 1), date(2017, 8, 1), "corrected")
    desk.sued(date(2017, 3, 1), date(2017, 8, 2), "other", after_reconsideration=True)
    desk.complained(date(2017, 5, 5))

    report = desk.report(2017, form=FORM)

    assert counted(report) == {40: 1, 41: 1, 44: 2, 46: 1, 47: 1, 48: 1}
    assert "行政复议数量为本年度审结的件数；年末尚未审结1件。" in report.printed.tables[0].notes


def test_fees_are_the_sum_of_what_was_paid_in_ten_thousand_yuan() -> None:
    desk = Desk()
    request = desk.requested(date(2017, 3, 1))
    for amount, on in (("1200", date(2017, 4, 5)), ("340.5", date(2017, 5, 8))):
        desk.entered(
            "request", request, EventKind.FEE_PAID, on, THEN, details={"paid_amount": amount}
        )
    desk.entered(
        "request", request, EventKind.FEE_PAID, date(2018, 1, 2), THEN, details={"amount": "9"}
    )

    # 1200 + 340.5 = 1540.5 元 = 0.15405 万元
    assert counted(desk.report(2017, form=FORM))[49] == Decimal("0.15405")


def test_a_refusal_without_a_recorded_ground_is_named() -> None:
    desk = Desk()
    desk.requested(
        date(2017, 3, 1), closed_on=date(2017, 3, 9), outcome=Outcome.WITHHELD_UNSPECIFIED
    )

    report = desk.report(2017, form=FORM)

    assert counted(report)[29] == 1
    assert [(f.rule, f.records) for f in report.findings if f.severity == "error"] == [
        ("T29", ("R1",)),
        ("S8", ("R1",)),
    ]


def test_an_outcome_that_could_stand_in_two_rows_is_named() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 3, 9), outcome=Outcome.THIRD_PARTY_RIGHTS)

    report = desk.report(2017, form=FORM)

    assert [(f.rule, f.severity, f.records) for f in report.findings if f.rule == "S11"] == [
        ("S11", "warning", ("R1",))
    ]


def test_people_entered_add_up_or_are_shown() -> None:
    desk = Desk()
    for row, amount in ((52, "5"), (53, "2"), (54, "2"), (55, "3.5")):
        desk.typed(2017, "statistics", str(row), "count", amount)

    report = desk.report(2017, form=FORM)

    assert counted(report) == {52: 5, 53: 2, 54: 2, 55: Decimal("3.5")}
    assert rules(report) == ["T52", "S12"]


def test_labels_that_could_not_be_verified_are_marked() -> None:
    (table,) = Desk().report(2017, form=FORM).printed.tables
    unverified = {row.key for block in table.blocks for row in block.rows if not row.verified}

    assert {"1", "2", "3"}.isdisjoint(unverified)
    assert "17" in unverified
    assert any("未能与发文原件核对" in note for note in table.notes)
