"""What a report must fulfil: each rule broken once, and all of them held at random."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.statute.outcomes import Outcome
from states.statute.practice import DEFAULT_PRACTICE
from states.statute.receipt import Channel
from tests.workflow.reports.desk import Desk, rules, statistics
from workflow.i18n import Lang
from workflow.reports.catalogue import form_for

pytestmark = pytest.mark.thorough

REQUESTS = "受理政府信息公开申请总数"
REPLIES = "对申请的答复总数"
PARTS = ("同意公开答复数", "同意部分公开答复数", "不予公开答复数", "其他类型答复数")


def test_requests_that_came_by_no_known_way_break_their_sum() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1))
    desk.requested(date(2017, 3, 2), channel="")

    findings = desk.report().findings

    assert [(f.rule, f.where) for f in findings] == [
        ("S1", f"statistics.{REQUESTS}.year"),
        ("S1", f"statistics.{REQUESTS}.cumulative"),
    ]
    assert (findings[0].left, findings[0].right, findings[0].records) == (2, 1, ("R2",))
    assert findings[0].message() == f"“{REQUESTS}”2017年度为2，各分项之和为1（R2）。"
    assert findings[0].message(Lang.EN).endswith("its parts add up to 1 (R2).")


def test_a_request_closed_without_an_outcome_is_named() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 3, 9))

    report = desk.report()

    assert report.has_errors
    assert [(f.rule, f.where) for f in report.findings] == [
        ("S2", f"statistics.{REPLIES}.year"),
        ("S2", f"statistics.{REPLIES}.cumulative"),
        ("S7", f"statistics.{REPLIES}.year"),
    ]
    assert report.findings[-1].records == ("R1",)


def test_an_outcome_that_no_row_knows_is_named() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 3, 9), outcome="lost")

    findings = desk.report().findings

    assert [finding.rule for finding in findings] == ["S2", "S2", "S7"]
    assert "没有列入唯一的一类答复（R1）" in findings[-1].message()


def test_opening_balances_of_parts_add_up_to_the_opening_balance_of_the_whole() -> None:
    desk = Desk()
    desk.began_with(REPLIES, date(2016, 12, 31), 9)
    desk.began_with("同意公开答复数", date(2016, 12, 31), 8)

    findings = desk.report().findings

    assert [(f.rule, f.where, f.left, f.right) for f in findings] == [
        ("S2", f"statistics.{REPLIES}.cumulative", 9, 8)
    ]


def test_two_opening_balances_that_disagree_with_the_year_between_are_shown() -> None:
    desk = Desk()
    desk.began_with("主动公开文件数", date(2016, 12, 31), 160)
    desk.began_with("主动公开文件数", date(2017, 12, 31), 230)
    desk.published(date(2017, 5, 4), "wechat")

    findings = desk.report().findings

    assert [(f.rule, f.where, f.left, f.right) for f in findings] == [
        ("S3", "statistics.主动公开文件数.cumulative", 230, 161)
    ]


def test_the_first_opening_balance_is_not_compared_with_the_years_before_it() -> None:
    desk = Desk()
    desk.began_with("行政复议数", date(2016, 12, 31), 4)
    desk.reconsidered(date(2016, 5, 3))

    assert desk.report(2016).findings == ()


def test_one_channel_cannot_have_published_more_than_all() -> None:
    desk = Desk()
    desk.began_with("政府公报公开", date(2016, 12, 31), 3)

    findings = desk.report().findings

    assert [(f.rule, f.where, f.left, f.right) for f in findings] == [
        ("S4", "statistics.2.政府公报公开.cumulative", 3, 0)
    ]


def test_a_reply_to_a_request_that_was_never_received_is_named() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1))
    desk.requested(None, closed_on=date(2017, 3, 9), outcome=Outcome.DISCLOSED)

    findings = desk.report().findings

    assert [(f.rule, f.where, f.left, f.right, f.records) for f in findings] == [
        ("S5", f"statistics.{REPLIES}.year", 1, 0, ("R2",))
    ]


def test_an_item_without_a_category_breaks_the_breakdown_in_the_text() -> None:
    desk = Desk()
    desk.published(date(2017, 3, 1), "website", category="机构职能类")
    desk.published(date(2017, 3, 2), "website")

    findings = desk.report().findings

    assert [(f.rule, f.left, f.right, f.records) for f in findings] == [("S6", 2, 1, ("P2",))]


def test_a_breakdown_that_leaves_a_category_out_is_shown() -> None:
    desk = Desk()
    for category in ("机构职能类", "其他类", "科教类"):
        desk.published(date(2017, 3, 1), "website", category=category)
    desk.wrote(
        2017, "二、主动公开政府信息的情况", "机构职能类{{ 机构职能类 }}条，其他类{{ 其他类 }}条。"
    )

    findings = desk.report().findings

    assert [(f.rule, f.left, f.right, f.records) for f in findings] == [("S6", 3, 2, ("P3",))]


def test_one_category_given_as_an_example_need_not_add_up() -> None:
    desk = Desk()
    for category in ("机构职能类", "其他类"):
        desk.published(date(2017, 3, 1), "website", category=category)
    desk.wrote(2017, "二、主动公开政府信息的情况", "其中机构职能类{{ 机构职能类 }}条。")

    assert desk.report().findings == ()


def test_a_form_that_asks_for_the_ground_names_replies_without_one() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 3, 9), outcome=Outcome.OTHER_UNSPECIFIED)
    form = replace(form_for(2017, DEFAULT_PRACTICE), needs_ground=True)

    findings = desk.report(form=form).findings

    assert [(f.rule, f.records) for f in findings] == [("S8", ("R1",))]


DAYS = st.integers(0, 1460).map(lambda days: date(2015, 1, 1) + timedelta(days=days))
FILED = st.lists(
    st.tuples(
        DAYS,
        st.sampled_from(list(Channel)),
        st.none() | st.tuples(st.integers(1, 200), st.sampled_from(list(Outcome))),
    ),
    max_size=12,
)
PUBLISHED = st.lists(
    st.tuples(DAYS, st.sets(st.sampled_from(["website", "gazette", "wechat"]), min_size=1)),
    max_size=12,
)


def _desk_of(
    filed: list[tuple[date, Channel, tuple[int, Outcome] | None]],
    published: list[tuple[date, set[str]]],
) -> Desk:
    desk = Desk()
    for received_on, channel, ended in filed:
        desk.requested(
            received_on,
            channel=channel,
            closed_on=received_on + timedelta(days=ended[0]) if ended else None,
            outcome=ended[1] if ended else None,
        )
    for published_on, channels in published:
        desk.published(published_on, *sorted(channels))
    return desk


@settings(max_examples=40)
@given(filed=FILED, published=PUBLISHED)
def test_whatever_is_registered_the_report_adds_up(
    filed: list[tuple[date, Channel, tuple[int, Outcome] | None]],
    published: list[tuple[date, set[str]]],
) -> None:
    desk = _desk_of(filed, published)

    last, this = desk.report(2016), desk.report(2017)

    assert (rules(last), rules(this)) == ([], [])
    before, now = statistics(last), statistics(this)
    assert {name: before[name][1] + year for name, (year, _) in now.items()} == {
        name: cumulative for name, (_, cumulative) in now.items()
    }


@settings(max_examples=40)
@given(filed=FILED)
def test_each_closed_request_stands_in_exactly_one_kind_of_reply(
    filed: list[tuple[date, Channel, tuple[int, Outcome] | None]],
) -> None:
    desk = _desk_of(filed, [])

    report = desk.report(2017)

    listed = [
        number for part in PARTS for number in desk.numbers(report.cell("statistics", part, "year"))
    ]
    closed = [
        f"R{place}"
        for place, (received_on, _, ended) in enumerate(filed, start=1)
        if ended and (received_on + timedelta(days=ended[0])).year == 2017
    ]
    assert sorted(listed) == sorted(closed)
