"""A report as it is kept, and as a grid that any writer can draw."""

import json
from datetime import UTC, date, datetime

import pytest

from states.statute.outcomes import Outcome
from tests.workflow.reports.desk import Desk
from workflow.i18n import Lang
from workflow.reports.catalogue import FORMS, form_for
from workflow.reports.grid import Grid, grid_of
from workflow.reports.printed import PrintedReport, as_kept, from_kept
from workflow.reports.render import to_html, to_json

AT = datetime(2026, 1, 6, 2, 30, 15, 123456, tzinfo=UTC)


def a_report(key: str) -> PrintedReport:
    desk = Desk(phone="87801209")
    desk.requested(date(2025, 3, 3), closed_on=date(2025, 3, 20), outcome=Outcome.DISCLOSED)
    desk.requested(date(2025, 3, 3), closed_on=date(2025, 3, 20))
    desk.published(date(2025, 3, 3), "website", category="其他类")
    desk.typed(2025, "proactive", "charges", "amount", "12.35")
    return desk.report(2025, form=form_for(2025, key=key), at=AT).printed


@pytest.mark.parametrize("key", FORMS)
def test_what_is_kept_is_printed_again_to_the_byte(key: str) -> None:
    report = a_report(key)

    again = from_kept(as_kept(report))

    assert again == report
    assert as_kept(again) == as_kept(report)
    assert to_html(again) == to_html(report)
    assert [to_json(again, lang) for lang in Lang] == [to_json(report, lang) for lang in Lang]


def widths(grid: Grid) -> set[int]:
    """How many columns each row takes, those that reach into it from above included."""
    reaching: list[int] = []
    found = set()
    for row in grid.rows:
        reaching = [left - 1 for left in reaching if left > 1]
        found.add(len(reaching) + sum(cell.span for cell in row))
        reaching += [cell.rows for cell in row for _ in range(cell.span) if cell.rows > 1]
    return found


@pytest.mark.parametrize("key", FORMS)
def test_every_row_of_a_grid_is_as_wide_as_the_table(key: str) -> None:
    for table in a_report(key).all_tables:
        grid = grid_of(table)
        assert widths(grid) == {len(grid.widths)}


@pytest.mark.parametrize("key", FORMS)
def test_every_figure_has_one_cell_of_the_grid(key: str) -> None:
    for table in a_report(key).all_tables:
        keys = [cell.key for row in grid_of(table).rows for cell in row if cell.key is not None]
        assert sorted(map(str, keys)) == sorted(
            f"{table.key}.{row.key}.{column.key}" for row, column, _ in table.figures
        )


def test_the_head_of_the_request_table_is_merged_as_on_paper() -> None:
    grid = grid_of(a_report("2021").tables[1])

    head = [[(cell.text, cell.span, cell.rows) for cell in row] for row in grid.rows[:3]]
    assert head == [
        [
            ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
            ("申请人情况", 7, 1),
        ],
        [("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)],
        [
            (label, 1, 1)
            for label in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
        ],
    ]
    first_result = grid.rows[5]
    assert [(cell.text, cell.span, cell.rows) for cell in first_result[:2]] == [
        ("三、本年度办理结果", 1, 22),
        ("（一）予以公开", 2, 1),
    ]


def test_the_three_kinds_of_dispute_stand_beside_each_other() -> None:
    grid = grid_of(a_report("2021").tables[2])

    assert [(cell.text, cell.span, cell.rows) for cell in grid.rows[0]] == [
        ("行政复议", 5, 2),
        ("行政诉讼", 10, 1),
    ]
    assert [cell.text for cell in grid.rows[1]] == ["未经复议直接起诉", "复议后起诉"]
    assert len(grid.rows[3]) == 15


def test_the_page_of_the_national_form_has_each_table_in_its_section() -> None:
    page = to_html(a_report("2021"))

    order = [
        page.index(words)
        for words in (
            "二、主动公开政府信息情况",
            'id="proactive.charges.amount">12.35</td>',
            "三、收到和处理政府信息公开申请情况",
            'id="requests.R3.1.natural_person">1</td>',
            "四、政府信息公开行政复议、行政诉讼情况",
            'id="disputes.reconsideration.pending"',
            "五、存在的主要问题及改进情况",
        )
    ]
    assert order == sorted(order)
    assert page.count('<td class="num') == 10 + 175 + 15


def test_json_has_the_tables_of_the_contract() -> None:
    told = json.loads(to_json(a_report("2021")))

    assert list(told["tables"]) == ["proactive", "requests", "disputes"]
    assert told["tables"]["requests"]["R3.1"] == {
        "natural_person": 1, "company": 0, "research": 0, "public_interest": 0,
        "legal_service": 0, "other": 0, "total": 1,
    }  # fmt: skip
    assert list(told["tables"]["disputes"]["reconsideration"]) == [
        "upheld", "corrected", "other", "pending", "total",
    ]  # fmt: skip
    assert told["tables"]["proactive"]["charges"] == {"amount": 12.35}
    finding = told["findings"][0]
    assert (finding["rule"], finding["where"], finding["left"], finding["right"]) == (
        "K2", "requests.R3.7.natural_person", 2, 1,
    )  # fmt: skip
    rows = json.loads(to_json(a_report("2014")))["tables"]["statistics"]
    assert list(rows) == [str(number) for number in range(1, 59)]
    assert rows["17"] == {"name": "收到申请数", "unit": "件", "count": 2}
