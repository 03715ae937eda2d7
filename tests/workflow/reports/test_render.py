"""A report as JSON and as a page."""

import json
import re
from datetime import UTC, date, datetime

from states.statute.outcomes import Outcome
from tests.workflow.reports.desk import Desk
from workflow.i18n import Lang
from workflow.reports.hints import hints_of
from workflow.reports.render import to_html, to_json


def test_json_has_the_fields_of_the_contract_in_its_order() -> None:
    desk = Desk()
    desk.published(date(2017, 3, 1), "website")
    at = datetime(2018, 1, 2, 3, 4, tzinfo=UTC)

    told = json.loads(to_json(desk.report(at=at).printed))

    assert list(told) == [
        "office", "year", "format", "period", "as_known_on", "frozen",
        "sections", "tables", "notes", "findings",
        "supplement", "measures", "members", "override", "errata",
    ]  # fmt: skip
    assert (told["office"], told["year"], told["format"]) == ("净峰镇人民政府", 2017, "2008")
    assert told["period"] == ["2017-01-01", "2017-12-31"]
    assert (told["as_known_on"], told["frozen"]) == ("2018-01-02T03:04:00+00:00", None)
    assert told["sections"][0]["title"] == "一、概述"
    assert told["tables"]["statistics"]["其中:1.政府网站公开"] == {
        "name": "政府网站公开",
        "unit": "条",
        "year": 1,
        "cumulative": 1,
    }
    assert list(told["tables"]["statistics"]) == [
        "主动公开文件数", "其中:1.政府网站公开", "2.政府公报公开",
        "受理政府信息公开申请总数", "其中:1.当面申请数", "2.网上申请数", "3.信函申请数",
        "对申请的答复总数", "其中:1.同意公开答复数", "2.同意部分公开答复数",
        "3.不予公开答复数", "4.其他类型答复数",
        "接受行政申诉、举报数", "行政复议数", "行政诉讼数",
    ]  # fmt: skip
    assert told["findings"] == []


def test_a_finding_is_told_in_the_language_asked_for() -> None:
    desk = Desk()
    desk.began_with("政府公报公开", date(2016, 12, 31), 3)

    finding = json.loads(to_json(desk.report().printed, Lang.EN))["findings"][0]

    assert finding == {
        "rule": "S4",
        "severity": "error",
        "where": "statistics.2.政府公报公开.cumulative",
        "message": "“2.政府公报公开” (cumulative) is 3, more than the 0 of “主动公开文件数”.",
        "left": 3,
        "right": 0,
    }


def test_the_page_prints_every_figure_with_what_it_counted() -> None:
    desk = Desk(phone="87801209")
    desk.began_with("主动公开文件数", date(2016, 12, 31), 160)
    for month in range(1, 13):
        desk.published(date(2017, month, 1), "website")

    report = desk.report()
    page = to_html(report.printed, hints=hints_of(desk.figures, report.cells))

    assert "<h1>净峰镇2017年政府信息公开工作年度报告</h1>" in page
    assert '<html lang="zh-CN">' in page
    assert "电话：87801209" in page
    assert len(re.findall(r'<td class="num[^"]*" id="[^"]+\.(?:year|cumulative)"', page)) == 30
    assert (
        'id="主动公开文件数.cumulative" title="期初数160（截至2016-12-31）；'
        'P2、P3、P4、P5、P6、P7、P8、P9、P10、P11等12项">172</td>'
    ) in page
    assert '<td class="num nil" id="行政诉讼数.year">0</td>' in page


def test_the_page_says_what_does_not_add_up() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 3, 9))

    page = to_html(desk.report().printed)

    assert "本报告有未处理的核对问题（3项）" in page
    assert "已办结的申请中有1件没有办理结果" in page


def test_a_sound_report_shows_no_box() -> None:
    assert "核对问题" not in to_html(Desk().report().printed)


def test_what_people_wrote_cannot_become_markup() -> None:
    desk = Desk()
    desk.wrote(2017, "一、概述", "<script>alert(1)</script>")

    page = to_html(desk.report().printed)

    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_page_never_shows_what_an_applicant_asked_for() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), closed_on=date(2017, 3, 9), outcome=Outcome.DISCLOSED)

    report = desk.report()
    page = to_html(report.printed, hints=hints_of(desk.figures, report.cells))

    assert "申请的内容" not in page
    assert "R1" in page


def test_notes_stand_under_the_table() -> None:
    desk = Desk()
    desk.requested(date(2017, 3, 1), channel="email")

    report = desk.report()

    assert "注：“网上申请数”含电子邮件申请，本年度1件，历年登记1件。" in to_html(report.printed)
    assert json.loads(to_json(report.printed))["notes"]["statistics"] == [
        "“网上申请数”含电子邮件申请，本年度1件，历年登记1件。"
    ]


def test_the_page_says_up_to_when_facts_were_counted() -> None:
    desk = Desk()

    page = to_html(desk.report(as_known_on=datetime(2018, 1, 2, 3, 4, tzinfo=UTC)).printed)

    # 03:04 UTC is 11:04 in China.
    assert "数据截至2018年1月2日11:04。" in page
