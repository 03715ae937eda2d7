"""What a report draws: figures that its tables print, told in words too, and nothing of nothing."""

from xml.etree import ElementTree as ET

import pytest

from tests.workflow.reports.desk import Desk
from tests.workflow.reports.drawn import AT, a_report
from workflow.documents.drawings import SVG, checked_svg
from workflow.reports.catalogue import FORMS, form_for
from workflow.reports.charts import Chart, charts_of
from workflow.reports.drawing import bars


def values(chart: Chart) -> dict[str, int]:
    return {bar.label: int(bar.value) for bar in chart.bars if bar.value}


def test_the_charts_of_2021_are_of_the_course_applicants_results_and_disputes() -> None:
    # Six requests came, five by people and one by a company; two disclosed, one each partly
    # disclosed, not held and repeated, one open; a reconsideration upheld, a lawsuit pending.
    charts = {chart.title: values(chart) for chart in charts_of(a_report("2021"))}

    assert charts == {
        "本年度申请收办情况": {"本年新收": 6, "本年办结": 5, "结转下年度": 1},
        "本年新收申请的申请人情况": {"自然人": 5, "商业企业": 1},
        "本年度申请办理结果": {"予以公开": 2, "部分公开": 1, "无法提供": 1, "不予处理": 1},
        "行政复议、行政诉讼情况": {"行政复议": 1, "行政诉讼未经复议直接起诉": 1},
    }


def test_the_charts_of_2008_are_of_channels_and_replies() -> None:
    charts = {chart.title: values(chart) for chart in charts_of(a_report("2008"))}

    assert charts["本年度主动公开的渠道"] == {"政府网站公开": 7}
    assert charts["本年度各渠道收到的申请"] == {"当面申请数": 4, "网上申请数": 1, "信函申请数": 1}


@pytest.mark.parametrize("key", FORMS)
def test_what_is_nothing_is_not_drawn(key: str) -> None:
    assert charts_of(Desk().report(2025, form=form_for(2025, key=key), at=AT).printed) == ()


@pytest.mark.parametrize("key", FORMS)
def test_a_chart_is_told_in_words_and_figures_too(key: str) -> None:
    charts = charts_of(a_report(key))

    assert charts
    for chart in charts:
        drawing = ET.fromstring(checked_svg(chart.figure.svg))  # noqa: S314 -- our own
        assert drawing.findtext(f"{{{SVG}}}title") == chart.title
        assert drawing.findtext(f"{{{SVG}}}desc") == chart.description
        for bar, (label, value) in zip(chart.bars, chart.figure.data.rows[1:], strict=True):
            assert (label.text, value.number) == (bar.label, bar.value)
            assert f"{bar.label}{bar.value}{chart.unit}" in chart.description


def test_bars_are_as_long_as_their_values_and_stay_in_the_drawing() -> None:
    drawing = ET.fromstring(bars("题", "说明", [("甲", 10), ("乙<b>", 5), ("丙", 0)]))  # noqa: S314

    lengths = [float(it.attrib["width"]) for it in drawing.iter(f"{{{SVG}}}rect")]
    assert lengths == [lengths[0], lengths[0] / 2, 0]
    assert all(
        float(it.attrib["x"]) + float(it.attrib["width"]) < 640
        for it in drawing.iter(f"{{{SVG}}}rect")
    )
    assert "乙<b>" in [it.text for it in drawing.iter(f"{{{SVG}}}text")]
