"""The text of a report: placeholders from the same figures, and our words where there are none."""

from datetime import date

import pytest

from tests.workflow.reports.desk import Desk, rules
from workflow.reports.annual import AnnualReport

OVERVIEW = "一、概述"


def text_of(report: AnnualReport, title: str = OVERVIEW) -> str:
    return next(section.text for section in report.printed.sections if section.title == title)


def test_placeholders_are_filled_from_the_cells_of_the_table() -> None:
    desk = Desk(phone="87801209", fax="87801134")
    desk.began_with("主动公开文件数", date(2016, 12, 31), 160)
    desk.published(date(2017, 3, 1), "wechat", category="安全生产、应急管理类")
    desk.complained(date(2017, 3, 1))
    desk.wrote(
        2017,
        OVERVIEW,
        "{{ 机关名称 }}（{{机关简称}}）{{ 年度 }}年公开{{ 主动公开文件数 }}条，累计"
        "{{ 主动公开文件数累计 }}条，安全{{ 安全生产应急管理类 }}条，申诉"
        "{{ 接受行政申诉举报数 }}件，电话{{ 电话 }}，传真{{ 传真 }}。",
    )

    report = desk.report()

    assert text_of(report) == (
        "净峰镇人民政府（净峰镇）2017年公开1条，累计161条，安全1条，申诉1件，"
        "电话87801209，传真87801134。"
    )
    assert report.findings == ()


def test_a_placeholder_may_keep_the_marks_of_its_name() -> None:
    desk = Desk()
    desk.wrote(2017, OVERVIEW, "申诉{{ 接受行政申诉、举报数 }}件。")

    assert text_of(desk.report()) == "申诉0件。"


def test_a_section_may_be_named_without_its_number() -> None:
    desk = Desk()
    desk.wrote(2017, "概述", "无。")

    assert text_of(desk.report()) == "无。"


def test_an_unknown_placeholder_is_a_finding_that_names_it_with_its_section() -> None:
    desk = Desk()
    desk.wrote(2017, OVERVIEW, "公开{{ 主动公开数 }}条，{{ 收费 }}元，{{ 主动公开数 }}。")

    report = desk.report()

    assert text_of(report) == "公开【未填：主动公开数】条，【未填：收费】元，【未填：主动公开数】。"
    assert [(f.rule, f.severity, f.where) for f in report.findings] == [
        ("S9", "error", "sections.一、概述"),
        ("S9", "error", "sections.一、概述"),
    ]
    assert report.findings[0].message() == "“一、概述”中的占位符“主动公开数”没有对应的数据。"


@pytest.mark.parametrize(
    "body",
    [
        "公开{{ 主动公开文件数条。",
        "公开{{ }}条。",
        "{% for 号 in range(9) %}一{% endfor %}",
        "{{ 主动公开文件数 / 0 }}",
        "{{ 机关名称.__class__ }}",
        "{{ 机关名称 | upper }}",
        "{{ cycler() }}",
    ],
)
def test_a_text_that_holds_more_than_placeholders_is_printed_as_written(body: str) -> None:
    desk = Desk()
    desk.wrote(2017, OVERVIEW, body)

    report = desk.report()

    assert text_of(report) == body
    assert rules(report) == ["S9"]


def test_text_for_a_section_that_the_form_has_not_is_named() -> None:
    desk = Desk()
    desk.wrote(2017, "七、其他", "另有说明。")

    findings = desk.report().findings

    assert [(f.rule, f.severity, f.where) for f in findings] == [
        ("S10", "warning", "sections.其他")
    ]


def test_an_office_with_nothing_to_report_gets_whole_sentences() -> None:
    report = Desk().report()

    assert [section.title for section in report.printed.sections] == [
        "一、概述",
        "二、主动公开政府信息的情况",
        "三、政府信息依申请办理情况",
        "四、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "五、政府信息公开工作存在的主要问题及改进措施",
        "六、附件",
    ]
    assert all(section.text for section in report.printed.sections)
    assert "2017年度没有主动公开的政府信息。" in text_of(report, report.printed.sections[1].title)
    assert "2017年度没有收到政府信息公开申请。" in text_of(report, report.printed.sections[2].title)
    assert "没有因政府信息公开申请行政复议" in text_of(report, report.printed.sections[3].title)
    assert report.findings == ()


def test_the_first_year_says_that_the_count_begins_with_it() -> None:
    desk = Desk()
    desk.published(date(2017, 3, 1), "website")
    desk.published(date(2018, 3, 1), "website")

    assert "历年累计数自2017年度起计算" in text_of(desk.report(2017))
    assert "起计算" not in text_of(desk.report(2018))


def test_last_year_is_compared_where_it_is_on_record() -> None:
    desk = Desk()
    desk.published(date(2016, 3, 1), "website")
    desk.published(date(2017, 3, 1), "website")
    desk.published(date(2017, 4, 1), "website")
    desk.requested(date(2016, 3, 1))
    desk.requested(date(2017, 3, 1))

    report = desk.report()

    assert "比上年增加1条，增长100%。" in text_of(report, "二、主动公开政府信息的情况")
    assert "与上年持平，均为1件。" in text_of(report, "三、政府信息依申请办理情况")


def test_last_year_is_not_compared_where_the_registers_began_after_it() -> None:
    desk = Desk()
    desk.began_with("主动公开文件数", date(2016, 12, 31), 160)
    desk.published(date(2016, 3, 1), "website")
    desk.published(date(2017, 3, 1), "website")

    assert "上年度" not in text_of(desk.report(), "二、主动公开政府信息的情况")
