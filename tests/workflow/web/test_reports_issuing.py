"""The year's end at the desk: who may freeze and publish, and what is said to whoever may not."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from states.steps import Role
from tests.workflow.web.visiting import Town, Visitor, town

NEW_YEAR = date(2026, 1, 6)  # Tuesday
HEAD = Role.HEAD_OF_OFFICE


@pytest.fixture(name="new_year")
def _new_year(tmp_path: Path) -> Iterator[Town]:
    """The town's desk in January, when last year's report is due."""
    with town(tmp_path, NEW_YEAR) as opened:
        opened.log(submitted_on=date(2025, 3, 3))
        yield opened


def entered(visitor: Visitor, year: int = 2025) -> None:
    """Enter every figure that only people know as nothing."""
    names = _names(visitor.get(f"/reports/{year}/figures").text)
    assert names
    visitor.post(f"/reports/{year}/figures", dict.fromkeys(names, "0"))


def _names(text: str) -> list[str]:
    return [
        part.partition('"')[0] for part in text.split('name="')[1:] if part.startswith("figure.")
    ]


@pytest.mark.parametrize("step", ["freeze", "publish", "figures", "narrative"])
@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_the_steps_are_for_clerks_and_the_head_alone(new_year: Town, role: Role, step: str) -> None:
    visitor = new_year.visitor(role)

    assert visitor.get(f"/reports/2025/{step}").status == 403
    assert visitor.post(f"/reports/2025/{step}", {"override": "x"}).status == 403
    assert visitor.post("/reports/2025/draft").status == 403


def test_a_report_with_errors_is_not_frozen_by_a_clerk_whatever_they_write(new_year: Town) -> None:
    _with_an_error(new_year)
    clerk = new_year.visitor()

    bare = clerk.post("/reports/2025/freeze", {})
    overridden = clerk.post("/reports/2025/freeze", {"override": "来不及了"})

    assert (bare.status, overridden.status) == (422, 422)
    assert "报告还有错误，没有封存" in bare.words
    assert "只能由工作机构负责人办理" in overridden.words
    assert "来不及了" in overridden.text
    assert "封存于" not in clerk.get("/reports/2025").words


def test_the_head_has_a_report_with_errors_frozen_and_the_reason_is_printed(new_year: Town) -> None:
    _with_an_error(new_year)
    head = new_year.visitor(HEAD)

    page = head.post("/reports/2025/freeze", {"override": "上级催报 <b>急</b>"})

    assert page.status == 200
    assert page.address == "/reports/2025?done=frozen"
    assert "上级催报 &lt;b&gt;急&lt;/b&gt;" in page.text


def _with_an_error(new_year: Town) -> None:
    """Write a text that cannot be filled, which is an error of the report."""
    clerk = new_year.visitor()
    clerk.post("/reports/2025/narrative", {"section": _section(clerk), "body": "{{ 7*7 }}"})


def _section(visitor: Visitor) -> str:
    text = visitor.get("/reports/2025/narrative").text
    return text.partition('name="section" value="')[2].partition('"')[0]


def test_a_year_is_frozen_then_published_then_done(new_year: Town) -> None:
    clerk = new_year.visitor()
    entered(clerk)
    clerk.post("/reports/2025/draft")

    frozen = clerk.post("/reports/2025/freeze", {})
    early = clerk.post("/reports/2025/publish", {"on": "2025-12-31"})
    published = clerk.post("/reports/2025/publish", {"on": "2026-01-06", "url": "http://a.example"})
    again = clerk.post("/reports/2025/publish", {"on": "2026-01-06"})

    assert "封存于 2026-01-06" in frozen.words
    assert early.status == 422
    assert "公布日期应当在封存之日以后" in early.words
    assert "http://a.example" in published.words
    assert again.status == 422
    assert "已完成" in clerk.get("/reports").words


def test_a_frozen_report_stands_and_what_comes_later_is_an_erratum(new_year: Town) -> None:
    clerk = new_year.visitor()
    entered(clerk)
    clerk.post("/reports/2025/freeze", {})
    new_year.clock.move(minutes=5)
    new_year.log(submitted_on=date(2025, 5, 6))

    report = clerk.get("/reports/2025")
    cell = clerk.get("/reports/2025/cells/requests/R1/total")
    again = clerk.post("/reports/2025/freeze", {})
    by_head = new_year.visitor(HEAD).post("/reports/2025/freeze", {"supersede": "漏记一件"})

    assert "勘误" in report.words
    assert cell.text.count('<tr class="record">') == 1
    assert again.status == 422
    assert "重新封存由工作机构负责人写明理由" in again.words
    assert by_head.address.endswith("done=frozen")
    opened = clerk.get("/reports/2025/cells/requests/R1/total")
    assert opened.text.count('<tr class="record">') == 2


def test_a_year_that_is_not_over_is_not_frozen(new_year: Town) -> None:
    page = new_year.visitor(HEAD).post("/reports/2026/freeze", {})

    assert page.status == 422
    assert "年度还没有结束" in page.words


def test_of_several_figures_none_is_kept_where_one_is_wrong(new_year: Town) -> None:
    clerk = new_year.visitor()
    first, second, *_ = _names(clerk.get("/reports/2025/figures").text)

    page = clerk.post("/reports/2025/figures", {first: "3", second: "1.5"})

    assert page.status == 422
    assert 'value="1.5"' in page.text
    assert 'value="3"' in page.text
    assert 'value="3"' not in clerk.get("/reports/2025/figures").text


def test_a_hostile_text_comes_out_literally_in_preview_and_print(new_year: Town) -> None:
    clerk = new_year.visitor()
    section = _section(clerk)
    hostile = "<script>alert(1)</script> {{ 7*7 }}"

    preview = clerk.post(
        "/reports/2025/narrative", {"section": section, "body": hostile, "preview": "1"}
    )
    untouched = clerk.get("/reports/2025")
    saved = clerk.post("/reports/2025/narrative", {"section": section, "body": hostile})
    printed = clerk.get("/reports/2025")

    for page in (preview, saved, printed):
        assert page.status == 200
        assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in page.text
        assert "<script>alert" not in page.text
    assert "alert(1)" not in untouched.text


def test_a_name_in_a_text_is_a_live_figure_and_a_blank_text_is_ours_again(new_year: Town) -> None:
    clerk = new_year.visitor()
    section = _section(clerk)
    ours = clerk.get("/reports/2025").text
    clerk.post("/reports/2025/narrative", {"section": section, "body": "{{机关名称}}的总体情况"})

    written = clerk.get("/reports/2025").text
    clerk.post("/reports/2025/narrative", {"section": section, "body": ""})

    assert f"{new_year.office.name}的总体情况" in written
    assert "的总体情况" not in ours.replace("一、总体情况", "")
    assert f"{new_year.office.name}的总体情况" not in clerk.get("/reports/2025").text


def test_a_section_that_the_form_has_not_is_not_found(new_year: Town) -> None:
    clerk = new_year.visitor()

    assert clerk.get("/reports/2025/narrative", section="nothing").status == 404
    assert clerk.post("/reports/2025/narrative", {"section": "x", "body": "y"}).status == 404
