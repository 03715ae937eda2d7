"""This year beside the last, in words, with percentages that are right."""

from datetime import date
from decimal import Decimal

import pytest

from tests.workflow.reports.desk import Desk
from workflow.reports.comparing import compared
from workflow.reports.measures import percentage


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (5, 5, "与上年持平，均为5件"),
        (0, 0, "与上年持平，均为0件"),
        (12, 0, "上年为0件，增加12件"),
        (0, 12, "比上年减少12件，下降100%"),
        (15, 12, "比上年增加3件，增长25%"),
        (9, 12, "比上年减少3件，下降25%"),
        # 1/3 = 33.33…%, 2/3 = 66.66…%
        (4, 3, "比上年增加1件，增长33.3%"),
        (1, 3, "比上年减少2件，下降66.7%"),
        # 1/80 = 1.25%, half up
        (81, 80, "比上年增加1件，增长1.3%"),
        (79, 80, "比上年减少1件，下降1.3%"),
        (300, 100, "比上年增加200件，增长200%"),
        (1100, 100, "比上年增加1000件，增长1000%"),
        # 1/5000 = 0.02%: not nothing.
        (5001, 5000, "比上年增加1件，增长不足0.1%"),
        (Decimal("12.5"), 10, "比上年增加2.5件，增长25%"),
    ],
)
def test_a_figure_beside_last_years(now: int, before: int, words: str) -> None:
    assert compared(now, before, "件") == words


def test_a_share_of_nothing_is_none() -> None:
    assert percentage(0, 0) is None
    assert percentage(1, 8) == Decimal("12.5")


def overview(desk: Desk) -> str:
    return desk.report(2025).printed.sections[0].text


def test_the_text_compares_with_last_year_where_that_is_on_record() -> None:
    desk = Desk()
    for _ in range(4):
        desk.requested(date(2024, 3, 4), closed_on=date(2024, 3, 18), outcome="disclosed")
    for _ in range(5):
        desk.requested(date(2025, 3, 3), closed_on=date(2025, 3, 18), outcome="disclosed")

    text = overview(desk)

    assert "新收政府信息公开申请5件，比上年增加1件，增长25%。" in text
    assert "全年办结5件，比上年增加1件，增长25%；" in text


def test_the_text_compares_with_what_last_years_report_printed() -> None:
    desk = Desk()
    desk.requested(date(2024, 3, 4))
    desk.requested(date(2025, 3, 3))
    last = desk.report(2024)
    printed = {key: cell.value for key, cell in last.cells.items()}
    desk.requested(date(2024, 5, 6))  # entered after the report was issued

    text = desk.report(2025, last_frozen=printed).printed.sections[0].text

    assert "新收政府信息公开申请1件，与上年持平，均为1件。" in text


def test_a_first_year_is_compared_with_nothing() -> None:
    desk = Desk()
    desk.requested(date(2025, 3, 3))

    assert "上年增加" not in overview(desk)
    assert "与上年" not in overview(desk)


def test_an_office_may_put_our_text_and_comparisons_into_its_own() -> None:
    desk = Desk()
    desk.requested(date(2024, 3, 4))
    desk.requested(date(2025, 3, 3))
    desk.wrote(
        2025, "五、存在的主要问题及改进情况", "申请{{ 新收申请数与上年比 }}。\n{{ 默认正文 }}"
    )

    sections = desk.report(2025).printed.sections

    assert sections[4].text.startswith("申请与上年持平，均为1件。\n编制本报告时，没有记录")
    assert not desk.report(2025).has_errors


def test_a_comparison_with_nothing_known_says_so() -> None:
    desk = Desk()
    desk.requested(date(2025, 3, 3))
    desk.wrote(2025, "五、存在的主要问题及改进情况", "{{ 新收申请数与上年比 }}。")

    assert desk.report(2025).printed.sections[4].text == "上年没有可比数据。"


def test_a_comparison_of_what_is_no_figure_is_a_finding() -> None:
    desk = Desk()
    desk.wrote(2025, "五、存在的主要问题及改进情况", "{{ 机关名称与上年比 }}。")

    report = desk.report(2025)

    assert [finding.rule for finding in report.findings if finding.severity == "error"] == ["S9"]
