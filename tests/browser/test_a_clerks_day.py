"""A day at the desk in a real browser, with script and without: from receipt to the figure."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Browser

from states.statute.receipt import Channel
from states.steps import Role
from tests.browser.acting import faults, fill, send, tab_to
from tests.browser.served import Served, served_desk
from tests.browser.surfing import Surfer, started_browser, surfing

pytestmark = [pytest.mark.thorough, pytest.mark.enable_socket]

SUBMITTED = "2026-11-02"  # Monday; 20 working days end on Mon 2026-11-30
CLERK, SECOND = "苏示甲", "王小兰"
# What is asked for by each channel: nothing like one another, or the desk would ask first.
ASKED = {
    Channel.IN_PERSON: "渔港清淤工程监理日志",
    Channel.POST_SIGNED: "幼儿园食堂采购招标公告",
    Channel.POST_ORDINARY: "老年大学场地租赁合同",
    Channel.INTERNET: "古厝修缮补助发放名册",
    Channel.FAX: "烟花爆竹零售许可审查表",
    Channel.EMAIL: "河长制巡查问题台账",
}


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Browser]:
    with started_browser() as browser:
        yield browser


@pytest.fixture(name="desk", scope="module")
def _desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served_desk(tmp_path_factory.mktemp("day")) as served:
        yield served


def register(surfer: Surfer, content: str, **more: str) -> int:
    """Register a request that came today or before, and return its row."""
    surfer.open("/requests/new")
    fill(surfer, applicant="黄立春", content=content, **more)
    send(surfer, "main button:not([name]):not([formaction])")
    found = re.match(r"/requests/(\d+)", surfer.path)
    assert found, surfer.page.inner_text("main")
    return int(found.group(1))


def step(surfer: Surfer, row: int, key: str, **fields: str) -> None:
    """Take a step of a request: looked at first, then entered."""
    surfer.open(f"/requests/{row}/steps/{key}")
    fill(surfer, **fields)
    send(surfer, "button[name=do][value=preview]")
    assert not surfer.page.locator(".fault-box").count(), surfer.page.inner_text(".fault-box")
    send(surfer, "button[name=do][value=confirm]")
    assert surfer.path.startswith(f"/requests/{row}?"), surfer.page.inner_text("main")


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
def test_a_request_is_lived_from_its_receipt_to_the_figure_that_counts_it(
    browser: Browser, desk: Served, *, with_script: bool
) -> None:
    def seat(role: Role) -> AbstractContextManager[Surfer]:
        return surfing(browser, desk, role, with_script=with_script)

    title = "村道改造合同及变更单" if with_script else "公厕保洁服务验收记录"
    with seat(Role.CLERK) as clerk:
        row = register(clerk, title, submitted_on=SUBMITTED)
        assert "2026-11-30" in clerk.page.content() or "11月30日" in clerk.page.content()
        step(clerk, row, "assign", officer=SECOND)
        step(clerk, row, "assign", officer=CLERK)
        step(clerk, row, "decide", decision="disclose", where="随答复书附上复印件")
        step(clerk, row, "submit")
    with seat(Role.REVIEWER) as reviewer:
        reviewer.open("/review")
        assert title in reviewer.page.inner_text("main")
        step(reviewer, row, "review", passed="yes", basis="不涉及国家秘密")
    with seat(Role.HEAD_OF_OFFICE) as head:
        head.open("/approval")
        assert title in head.page.inner_text("main")
        step(head, row, "approve", remark="同意")
    with seat(Role.CLERK) as clerk:
        step(clerk, row, "issue", letter_number=f"海公复〔2026〕9{row}号")
        step(clerk, row, "serve", way="post", tracking="1170326650318")
        assert "已答复" in clerk.page.inner_text("main")
        number = clerk.page.inner_text("h1")
        clerk.open("/reports/2026/cells/requests/R3.1/total")
        assert any(one in clerk.page.inner_text("main") for one in number.split())
        assert faults(clerk) == []


@pytest.mark.parametrize("channel", list(Channel))
def test_a_request_of_each_channel_is_registered(
    browser: Browser, desk: Served, channel: Channel
) -> None:
    with surfing(browser, desk, Role.CLERK) as clerk:
        row = register(clerk, ASKED[channel], channel=channel.value)

        clerk.open("/worklist?sort=received")
        clerk.open(f"/requests/{row}")
        assert faults(clerk) == []


def test_corrections_opinions_and_extensions_move_the_date(browser: Browser, desk: Served) -> None:
    with surfing(browser, desk, Role.CLERK) as clerk:
        row = register(clerk, "三年来的会议纪要和有关批示", submitted_on="2026-11-16")
        step(
            clerk, row, "correct-ask",
            unclear_description="没有写明是哪一次会议", supply_description="会议名称或者日期",
        )  # fmt: skip
        step(clerk, row, "correct-receive", supplied="2025年第三次镇长办公会")
        # Received anew on Mon 2026-11-23: 24..27 = 1..4; 30..12-04 = 5..9; 07..11 = 10..14;
        # 14..18 = 15..19; Mon 12-21 = 20.
        assert "12月21日" in clerk.page.inner_text("main") or "12-21" in clerk.page.inner_text(
            "main"
        )
        step(clerk, row, "consult", to="third_party", addressee="海湾石材公司")
        step(clerk, row, "consult-delivered", proof="妥投")
        step(clerk, row, "extend-ask", workdays="10", reason="数量大，须逐页审查")
    with surfing(browser, desk, Role.HEAD_OF_OFFICE) as head:
        step(head, row, "extend-approve")
    with surfing(browser, desk, Role.CLERK) as clerk:
        step(clerk, row, "extend-tell")


def test_a_clerk_cannot_approve_what_they_drafted_by_address_either(
    browser: Browser, desk: Served
) -> None:
    with surfing(browser, desk, Role.CLERK) as clerk:
        row = register(clerk, "镇区停车场收费标准的依据", submitted_on=SUBMITTED)
        step(clerk, row, "decide", decision="disclose")
        step(clerk, row, "submit")
        clerk.open(f"/requests/{row}/steps/approve")
        if clerk.page.locator("button[name=do][value=confirm]").count():
            send(clerk, "button[name=do][value=confirm]")

        assert "待保密审查" in _shown(clerk, row)


def _shown(surfer: Surfer, row: int) -> str:
    surfer.open(f"/requests/{row}")
    return surfer.page.inner_text("main")


def test_the_worklist_is_walked_by_keys_alone(browser: Browser, desk: Served) -> None:
    with surfing(browser, desk, Role.CLERK) as clerk:
        clerk.open("/worklist")
        first = clerk.page.locator("table.list tbody tr").nth(1).locator("a").first.inner_text()
        clerk.page.keyboard.press("j")
        clerk.page.keyboard.press("j")
        clerk.page.keyboard.press("Enter")
        clerk.page.wait_for_url("**/requests/*")

        assert first in clerk.page.inner_text("h1")
        clerk.page.keyboard.press("n")
        clerk.page.wait_for_url("**/requests/new")


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
def test_who_leaves_hands_over_what_is_open_and_no_date_moves(
    browser: Browser, desk: Served, *, with_script: bool
) -> None:
    giver = CLERK if with_script else SECOND
    receiver = SECOND if with_script else CLERK
    with surfing(browser, desk, Role.CLERK, with_script=with_script) as clerk:
        title = "公墓扩建用地预审意见" if with_script else "水闸值班人员培训记录"
        row = register(clerk, title, submitted_on=SUBMITTED)
        if giver != CLERK:  # whoever registers a request has it
            step(clerk, row, "assign", officer=giver)
        clerk.open("/handover")
        fill(clerk, giver=giver, receiver=receiver)
        send(clerk, "main form[method=get] button")
        assert title in clerk.page.inner_text("main")
        send(clerk, "main form[method=post] button:not([data-print])")
        assert clerk.path.startswith("/handover/")
        assert "已移交，期限不变" in clerk.page.inner_text("main")
        handed = clerk.page.inner_text("main")

        clerk.open(f"/requests/{row}")
        shown = clerk.page.inner_text("main")
        assert clerk.page.inner_text("h1").split()[0] in handed
        assert receiver in shown
        assert "11月30日" in shown or "2026-11-30" in shown
        clerk.open(f"/worklist?officer={receiver}")
        assert title in clerk.page.inner_text("main")
        assert faults(clerk) == []


def test_fourteen_rows_of_the_worklist_are_seen_without_scrolling(
    browser: Browser, desk: Served
) -> None:
    with surfing(browser, desk, Role.CLERK) as clerk:
        clerk.open("/worklist")
        rows = clerk.page.locator("table.worklist tbody tr").all()
        boxes = [box for row in rows if (box := row.bounding_box())]

        assert sum(box["y"] + box["height"] <= 768 for box in boxes) >= 14


def test_a_step_is_taken_by_the_keys_alone(browser: Browser, desk: Served) -> None:
    with surfing(browser, desk, Role.CLERK) as clerk:
        row = register(clerk, "防汛物资采购入库单", submitted_on=SUBMITTED)
        clerk.open(f"/requests/{row}/steps/amend")
        tab_to(clerk.page, "[name=note]")
        clerk.page.keyboard.type("电话中说明只要去年的")
        tab_to(clerk.page, "[name=reason]")
        clerk.page.keyboard.type("补记")
        tab_to(clerk.page, "button[name=do][value=confirm]")
        with clerk.page.expect_event("load"):
            clerk.page.keyboard.press("Enter")

        assert clerk.path.startswith(f"/requests/{row}?")
        assert "电话中说明只要去年的" in clerk.page.inner_text("main")


def test_who_saves_a_stale_page_is_told_what_changed_and_nothing_is_written_over(
    browser: Browser, desk: Served
) -> None:
    with (
        surfing(browser, desk, Role.CLERK) as slow,
        surfing(browser, desk, Role.HEAD_OF_OFFICE) as quick,
    ):
        row = register(slow, "农机购置补贴公示名册", submitted_on=SUBMITTED)
        slow.open(f"/requests/{row}/steps/amend")
        step(quick, row, "assign", officer=SECOND)
        fill(slow, note="先打开的页面", reason="补记")
        send(slow, "button[name=do][value=confirm]")

        said = slow.page.inner_text("main")
        assert "这件申请已有变动" in said
        assert "苏示丙" in said  # who came between
        assert "先打开的页面" not in _shown(slow, row)
