"""The audit and the reminders on the desk."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from notifications.ports import Notice, Recipient
from states.steps import Role
from tests.workflow.web.counted import queries
from tests.workflow.web.visiting import MONDAY, Town

WATCHERS = (Role.ADMINISTRATOR, Role.HEAD_OF_OFFICE, Role.SUPERVISOR)
HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SYSTEM])
def test_the_audit_is_for_those_who_watch(town: Town, role: Role) -> None:
    visitor, status = town.visitor(role), 200 if role in WATCHERS else 403
    assert visitor.get("/audit").status == status
    assert visitor.post("/audit/verify").status == status
    assert visitor.get("/office/reminders").status == status


def test_the_chain_holds_until_somebody_changes_a_record_behind_the_desk(town: Town) -> None:
    town.log()
    watcher = town.visitor(Role.SUPERVISOR)
    assert "首尾相连" in watcher.post("/audit/verify").words
    with town.installation.work(town.office.id) as uow:
        uow.store.connection.execute(text("UPDATE staff SET role = 'reviewer' WHERE id = 1"))
    broken = watcher.post("/audit/verify")
    assert "staff 1 的 role 与记录不符" in broken.words
    assert 'role="alert"' in broken.text


def test_the_log_is_narrowed_by_who_what_and_day_and_read_back_page_by_page(town: Town) -> None:
    for n in range(40):
        town.log(content=f"第{n}份")
    watcher = town.visitor(Role.SUPERVISOR)
    length = int(watcher.get("/audit").words.partition("记录链长度 ")[2].partition(" 项")[0])
    seen, address = 0, "/audit"
    while address:
        page = watcher.get(address)
        seen += page.text.count('<th scope="row"')
        before = page.text[: page.text.find("更早的记录")] if "更早的记录" in page.text else ""
        address = before.rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
    assert seen == length
    assert "没有符合条件的记录" in watcher.get("/audit", actor="没有这个人").words
    assert "没有符合条件的记录" in watcher.get("/audit", day="2025-09-21").words
    assert watcher.get("/audit", day=MONDAY).text.count('<th scope="row"') == 50
    assert watcher.get("/audit", kind="submitted").text.count('<th scope="row"') == 40


def test_another_offices_entries_are_not_in_the_log(town: Town) -> None:
    _, number = town.log(town.other)
    assert number not in town.visitor(Role.SUPERVISOR).get("/audit", subject="request").words


def test_the_log_makes_no_more_queries_for_more_entries(town: Town) -> None:
    watcher = town.visitor(Role.SUPERVISOR)
    town.log()
    few = queries(watcher, "/audit")
    for n in range(10):
        town.log(content=f"第{n}份")
    assert queries(watcher, "/audit") == few


def test_a_day_says_who_would_be_told_what(town: Town) -> None:
    _, number = town.log(officer="李四")
    watcher = town.visitor(Role.SUPERVISOR)
    # Received Mon 2025-09-01: twenty working days, 09-28 worked in exchange; overdue on 10-15.
    late = watcher.get("/office/reminders", on="2025-10-15")
    assert number in late.words
    assert "已逾期" in late.words
    assert "李四" in late.words
    assert "没有应当提醒的事项" in watcher.get("/office/reminders", on="2025-09-02").words
    assert watcher.get("/office/reminders", on="nonsense").status == 200


def test_what_could_not_be_sent_is_shown_with_the_answer_of_the_channel(town: Town) -> None:
    at = datetime.combine(MONDAY, datetime.min.time(), UTC)
    notice = Notice(
        "reply-1d", "甲1", MONDAY, Recipient("李四", "li@x.cn"), "email", HOSTILE, "正文"
    )
    with town.installation.work(town.office.id) as uow:
        uow.outbox.add([notice])
    with town.installation.work(town.office.id) as uow:
        (item,) = uow.outbox.claim(
            town.clock.now() + timedelta(days=1), limit=5, lease=timedelta(minutes=1)
        )
        uow.outbox.failed(item, at, "550 没有这个信箱", retry=False)
    page = town.visitor(Role.SUPERVISOR).get("/office/reminders", failed=1)
    assert "未能发出" in page.words
    assert "550 没有这个信箱" in page.words
    assert "light red" in page.text
    assert "<script>alert" not in page.text
    assert HOSTILE in page.words
