"""How the form was filled in, and what an office of its level may report."""

import pytest

from tests.workflow.checking.reports import Printed, Row, a_report
from workflow.checking.check import check_report
from workflow.checking.published import PublishedReport

NO_DISPUTES: dict[str, Row] = {
    block: dict.fromkeys(("upheld", "corrected", "other", "pending", "total"), 0)
    for block in ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
}


def found(report: PublishedReport) -> list[tuple[str, str]]:
    return [(f.rule, f.where) for f in check_report(report)]


def disputes(**changes: Row) -> Printed:
    return {block: {**row, **changes.get(block, {})} for block, row in NO_DISPUTES.items()}


def proactive(**columns: int | str) -> Printed:
    return {"regulations": {"issued": 0, "repealed": 0, "in_force": 0, **columns}}


@pytest.mark.parametrize(
    ("form", "year", "is_wrong"),
    [
        ("2021", 2021, False),
        ("2019", 2021, True),
        ("2019", 2020, False),
        ("2021", 2020, True),
        ("2019", 2018, True),
    ],
)
def test_the_form_is_that_of_the_year(form: str, year: int, is_wrong: bool) -> None:  # noqa: FBT001
    report = a_report(disputes=NO_DISPUTES, form=form, year=year)

    assert found(report) == ([("F1", "disputes")] if is_wrong else [])


def test_a_place_had_its_own_form_or_the_national_one_up_to_2018() -> None:
    row = {"行政复议数": {"year": 0, "cumulative": 0}}

    assert found(a_report(statistics=row, form="2008", year=2016)) == []
    assert found(a_report(statistics={"40": {"count": 0}}, form="2014", year=2016)) == []
    assert found(a_report(statistics={"40": {"count": 0}}, form="2014", year=2012)) == [
        ("F1", "statistics")
    ]


def test_a_superseded_form_names_the_one_to_use() -> None:
    (finding,) = check_report(a_report(disputes=NO_DISPUTES, form="2019", year=2022))

    assert finding.text.zh == (
        "2022年度报告用的是2019年格式（国办公开办函〔2019〕60号），"
        "该年度应用2021年格式（国办公开办函〔2021〕30号）。"
    )


@pytest.mark.parametrize("printed", ["", "/", "／", "—", "-", "无", "　"])
def test_a_blank_or_a_stroke_is_told_where_a_nought_belongs(printed: str) -> None:
    report = a_report(disputes=disputes(reconsideration={"other": printed}))

    assert found(report) == [("F2", "disputes.reconsideration.other")]


def test_many_blanks_are_one_finding_that_counts_them() -> None:
    blank: Row = dict.fromkeys(("upheld", "corrected", "other", "pending"), "")
    report = a_report(disputes=disputes(litigation_direct=blank, reconsideration={"other": "/"}))

    (finding,) = check_report(report)

    assert (finding.rule, finding.where) == ("F2", "disputes")
    assert finding.text.zh.startswith("表四（复议、诉讼）有5格是空白或者“/”，没有的应填0：")


def test_a_blank_counts_as_nothing_in_a_sum() -> None:
    report = a_report(disputes=disputes(reconsideration={"upheld": 2, "other": "", "total": 3}))

    assert found(report) == [
        ("K5", "disputes.reconsideration.total"),
        ("F2", "disputes.reconsideration.other"),
    ]


def test_a_total_left_blank_is_told_with_what_its_parts_make() -> None:
    report = a_report(disputes=disputes(reconsideration={"upheld": 2, "pending": 1, "total": ""}))

    (finding,) = check_report(report)

    assert (finding.rule, finding.where) == ("F6", "disputes.reconsideration.total")
    assert "（应为3）" in finding.text.zh
    assert "(should be 3)" in finding.text.en


@pytest.mark.parametrize("printed", ["约5件", "1.5", "-1", "见附件"])
def test_what_is_no_count_is_told(printed: str) -> None:
    report = a_report(disputes=disputes(reconsideration={"other": printed, "total": ""}))

    assert ("F4", "disputes.reconsideration.other") in found(report)


def test_a_sum_of_money_may_have_a_fraction() -> None:
    charges: Printed = {"charges": {"amount": "14722.49"}}
    old: Printed = {"charges": {"items_last_year": 3, "change": "增加1项"}}

    assert found(a_report(proactive=charges)) == []
    assert found(a_report(proactive=old, form="2019", year=2019)) == []


def test_a_missing_block_is_named() -> None:
    report = a_report(disputes={"reconsideration": NO_DISPUTES["reconsideration"]})

    (finding,) = check_report(report)

    assert finding.rule == "F3"
    assert finding.text.zh == "表四（复议、诉讼）缺少：“未经复议直接起诉”、“复议后起诉”。"


@pytest.mark.parametrize(
    "office",
    [
        "桃江县松木塘镇人民政府",
        "海湾乡",
        "东门街道办事处",
        "海湾县人民政府",
        "淮安市洪泽区人民政府",
        "福州市统计局",
        "福建省教育厅",
    ],
)
def test_an_office_below_a_city_reports_no_regulations(office: str) -> None:
    report = a_report(proactive=proactive(in_force=2), office=office)

    assert found(report) == [("L1", "proactive.regulations.in_force")]


@pytest.mark.parametrize(
    "office",
    [
        "杭州市人民政府",
        "上海市人民政府办公厅",
        "广西壮族自治区人民政府",
        "延边朝鲜族自治州人民政府",
        "国家市场监督管理总局",
        "生态环境部",
        "上海市浦东新区人民政府",
        "",
    ],
)
def test_an_office_that_makes_regulations_may_report_them(office: str) -> None:
    assert found(a_report(proactive=proactive(in_force=2), office=office)) == []
