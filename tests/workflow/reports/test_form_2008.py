"""The oldest form: fifteen rows, two columns, each counted by hand."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from states.statute.outcomes import Outcome
from states.statute.practice import DEFAULT_PRACTICE
from tests.workflow.reports.desk import Desk, rules, statistics
from workflow.reports.annual import cell_records
from workflow.reports.catalogue import form_for
from workflow.reports.errors import CellUnknownError, FormUnknownError

HERE = Path(__file__).parent
LEDGER = HERE.parents[2] / "workflow" / "demo" / "jingfeng"


def table(name: str, folder: Path = LEDGER) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def a_full_desk() -> Desk:
    """A 2017 in which no row is zero, after a 2016 that is."""
    desk = Desk()
    desk.published(date(2016, 6, 1), "website")
    desk.published(date(2017, 1, 1), "website")
    desk.published(date(2017, 5, 2), "website", "gazette")
    desk.published(date(2017, 12, 31), "notice_board")
    desk.published(date(2018, 1, 1), "website")
    # Received in 2016, answered in 2017: a reply of 2017, a request of 2016.
    desk.requested(date(2016, 12, 20), closed_on=date(2017, 1, 9), outcome=Outcome.PARTLY_DISCLOSED)
    desk.requested(date(2017, 2, 6), closed_on=date(2017, 2, 20), outcome=Outcome.DISCLOSED)
    desk.requested(
        date(2017, 2, 7), channel="internet", closed_on=date(2017, 3, 1), outcome=Outcome.NOT_HELD
    )
    desk.requested(
        date(2017, 3, 6),
        channel="email",
        closed_on=date(2017, 3, 20),
        outcome=Outcome.STATE_SECRET,
    )
    desk.requested(
        date(2017, 3, 7),
        channel="post_signed",
        closed_on=date(2017, 3, 21),
        outcome=Outcome.SPECIAL_QUERY,
    )
    desk.requested(
        date(2017, 4, 5),
        channel="post_ordinary",
        closed_on=date(2017, 4, 19),
        outcome=Outcome.ALREADY_PUBLIC,
    )
    # Still open at the end of the year, answered after it.
    desk.requested(
        date(2017, 12, 28), channel="fax", closed_on=date(2018, 1, 15), outcome=Outcome.DISCLOSED
    )
    desk.complained(date(2016, 5, 4))
    desk.complained(date(2017, 5, 4))
    desk.reconsidered(date(2017, 6, 5))
    desk.reconsidered(date(2018, 6, 5))
    desk.sued(date(2017, 7, 6))
    desk.sued(date(2017, 8, 7))
    return desk


def test_every_row_counts_its_own_year_and_all_years_up_to_it() -> None:
    desk = a_full_desk()

    counted = statistics(desk.report())

    assert counted == {
        "主动公开文件数": (3, 4),
        "政府网站公开": (2, 3),
        "政府公报公开": (1, 1),
        "受理政府信息公开申请总数": (6, 7),
        "当面申请数": (1, 2),
        "网上申请数": (2, 2),
        "信函申请数": (3, 3),
        "对申请的答复总数": (6, 6),
        "同意公开答复数": (2, 2),
        "同意部分公开答复数": (1, 1),
        "不予公开答复数": (1, 1),
        "其他类型答复数": (2, 2),
        "接受行政申诉、举报数": (1, 2),
        "行政复议数": (1, 1),
        "行政诉讼数": (2, 2),
    }


def test_a_sound_register_gives_no_finding() -> None:
    assert a_full_desk().report().findings == ()


def test_jingfeng_comes_out_as_published_in_all_fifteen_rows() -> None:
    desk = Desk()
    codes = {"政府网站": "website", "微信公众号": "wechat"}
    for item in table("主动公开"):
        channels = (codes[channel] for channel in item["公开渠道"].split("、"))
        desk.published(date.fromisoformat(item["公开日期"]), *channels, category=item["类别"])
    for opening in table("期初数"):
        desk.began_with(
            opening["指标"], date.fromisoformat(opening["截至日期"]), int(opening["数值"])
        )
    for section in table("报告内容"):
        desk.wrote(2017, section["章节"], section["正文"])

    report = desk.report()

    published = {
        row["指标名称"]: (int(row["2017年度"]), int(row["历年累计"]))
        for row in table("jingfeng_2017_expected", HERE)
    }
    assert len(published) == 15
    assert list(statistics(report).items()) == list(published.items())
    assert report.findings == ()


def test_a_figure_and_its_opening_balance_open_onto_their_records() -> None:
    desk = Desk()
    desk.published(date(2016, 6, 1), "website")
    counted = desk.published(date(2017, 6, 1), "website")
    desk.began_with("主动公开文件数", date(2016, 12, 31), 160)

    report = desk.report()

    # What was published in 2016 is in the 160 already.
    cell = report.cell("statistics", "主动公开文件数", "历年累计")
    assert (cell.value, cell.opening, cell.opening_on) == (161, 160, date(2016, 12, 31))
    assert [
        r.number for r in cell_records(desk.figures, report, "statistics", "1", "cumulative")
    ] == [f"P{counted}"]


@pytest.mark.parametrize(
    "indicator", ["政府网站公开", "其中:1.政府网站公开", "其中：1. 政府网站公开"]
)
def test_an_opening_balance_may_be_named_by_label_or_bare_name(indicator: str) -> None:
    desk = Desk()
    desk.began_with(indicator, date(2016, 12, 31), 7)
    desk.began_with("主动公开文件数", date(2016, 12, 31), 7)

    assert statistics(desk.report())["政府网站公开"] == (0, 7)


def test_the_latest_opening_balance_before_the_end_of_the_year_is_taken() -> None:
    desk = Desk()
    desk.began_with("行政复议数", date(2014, 12, 31), 3)
    desk.began_with("行政复议数", date(2015, 12, 31), 5)
    desk.began_with("行政复议数", date(2018, 12, 31), 50)
    desk.reconsidered(date(2016, 3, 1))
    desk.reconsidered(date(2017, 3, 1))

    assert statistics(desk.report())["行政复议数"] == (1, 7)


def test_what_the_form_has_no_line_for_is_said_in_a_note() -> None:
    desk = Desk()
    desk.requested(date(2016, 3, 1), channel="email")
    desk.requested(date(2017, 3, 1), channel="email")
    desk.requested(date(2017, 3, 1), channel="fax")

    report = desk.report()

    assert report.printed.tables[0].notes == (
        "“网上申请数”含电子邮件申请，本年度1件，历年登记2件。",
        "“信函申请数”含传真申请，本年度1件，历年登记1件。",
    )


def test_fax_may_be_noted_alone() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), channel="fax")
    practice = replace(DEFAULT_PRACTICE, fax_counts_as_post_2008=False)

    report = desk.report(practice=practice)

    assert statistics(report)["受理政府信息公开申请总数"] == (0, 0)
    assert statistics(report)["信函申请数"] == (0, 0)
    assert report.printed.tables[0].notes == ("另有传真申请未列入本表，本年度1件，历年登记1件。",)
    assert report.findings == ()


def test_a_special_query_may_count_as_withheld() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 3, 9), outcome=Outcome.SPECIAL_QUERY)
    practice = replace(DEFAULT_PRACTICE, special_query_is_other_2008=False)

    counted = statistics(desk.report(practice=practice))

    assert (counted["不予公开答复数"], counted["其他类型答复数"]) == ((1, 1), (0, 0))


def test_an_abandoned_request_counts_as_an_other_reply() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 3, 9), outcome=Outcome.NOT_CORRECTED)

    report = desk.report()

    assert statistics(report)["其他类型答复数"] == (1, 1)
    assert report.findings == ()


def test_an_abandoned_request_that_is_no_reply_is_named() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 3, 9), outcome=Outcome.NOT_CORRECTED)
    practice = replace(DEFAULT_PRACTICE, abandonment_is_reply_2008=False)

    report = desk.report(practice=practice)

    assert statistics(report)["对申请的答复总数"] == (0, 0)
    assert [(f.rule, f.severity, f.records) for f in report.findings] == [
        ("S7", "warning", ("R1",))
    ]


def test_a_reply_without_a_recorded_ground_is_no_fault_in_this_form() -> None:
    desk = Desk()
    desk.requested(
        date(2017, 3, 1), closed_on=date(2017, 3, 9), outcome=Outcome.WITHHELD_UNSPECIFIED
    )

    report = desk.report()

    assert statistics(report)["不予公开答复数"] == (1, 1)
    assert rules(report) == []


def test_the_form_serves_report_years_up_to_2018() -> None:
    assert form_for(2018).key == "2008"
    assert form_for(2019).key == "2019"


def test_a_form_may_be_asked_for_by_its_key() -> None:
    assert form_for(2020, key="2008").key == "2008"
    with pytest.raises(FormUnknownError):
        form_for(2017, key="1999")


@pytest.mark.parametrize(
    ("place", "part"),
    [
        (("requests", "1", "year"), "table"),
        (("statistics", "16", "year"), "row"),
        (("statistics", "0", "year"), "row"),
        (("statistics", "1", "month"), "column"),
    ],
)
def test_asking_for_a_cell_that_is_not_there_says_which_part_is_wrong(
    place: tuple[str, str, str], part: str
) -> None:
    report = Desk().report()

    with pytest.raises(CellUnknownError) as refused:
        report.cell(*place)

    assert refused.value.part == part
    assert refused.value.known
