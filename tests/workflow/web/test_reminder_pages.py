"""Reminders on the desk: what was given up is sent again, rules are switched, notices are read."""

from datetime import timedelta

import pytest

from notifications.ports import IN_APP, Notice, Recipient
from notifications.rules import ALL_RULES
from states.steps import Role
from tests.workflow.web.visiting import MONDAY, Town, Visitor
from workflow.records.outbox import OutboxStatus, on_desk
from workflow.services.reminder_rules import OFF, RuleState, rule_states

HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"
RULES = "/office/reminders/rules"


def given_up(town: Town, *, name: str = "李四") -> str:
    """Let a reminder be given up, and return its key."""
    notice = Notice("reply-1d", "甲1", MONDAY, Recipient(name, "li@x.cn"), "email", "期限", "正文")
    with town.office.work() as uow:
        uow.outbox.add([notice])
    with town.office.work() as uow:
        tomorrow = town.clock.now() + timedelta(days=1)
        (item,) = uow.outbox.claim(tomorrow, limit=5, lease=timedelta(minutes=1))
        uow.outbox.failed(item, town.clock.now(), "smtp_550", retry=False)
    return notice.dedup_key


def on_the_desk(town: Town, name: str, words: str) -> str:
    """Let a notice wait on the desk for somebody, and return its key."""
    notice = Notice("undelivered-1", "", MONDAY, on_desk(name), IN_APP, words, words)
    with town.office.work() as uow:
        uow.outbox.add([notice])
    return notice.dedup_key


def state_of(town: Town, rule: str) -> RuleState:
    with town.office.read() as view:
        return next(one for one in rule_states(view) if one.rule.id == rule)


def set_rule(visitor: Visitor, rule: str, days: str) -> int:
    return visitor.post(RULES, {"rule": rule, "days": days}).status


def test_what_was_given_up_is_sent_again_at_the_press_of_a_button(town: Town) -> None:
    key = given_up(town)
    head = town.visitor(Role.HEAD_OF_OFFICE)

    failed = head.get("/office/reminders", failed=1)
    assert "收件地址不存在" in failed.words
    assert "重发" in failed.words

    done = head.post("/office/reminders/retry", {"key": key})
    assert "一分钟内从头再发一次" in done.words
    with town.office.read() as view:
        assert view.outbox.statuses([key]) == {key: OutboxStatus.PENDING}
        assert "revived" in {one.outcome for one in view.outbox.log.of(key)}


def test_nothing_is_sent_again_that_was_not_given_up(town: Town) -> None:
    head = town.visitor(Role.HEAD_OF_OFFICE)
    assert head.post("/office/reminders/retry", {"key": "reply-1d:甲1:x"}).status == 422


def test_a_supervisor_sees_what_was_given_up_and_cannot_send_it(town: Town) -> None:
    given_up(town)
    page = town.visitor(Role.SUPERVISOR).get("/office/reminders", failed=1)
    assert "未能发出" in page.words
    assert "/office/reminders/retry" not in page.text


def test_a_day_names_the_article_by_which_somebody_is_told(town: Town) -> None:
    town.log(officer="李四")
    # Received Mon 2025-09-01: twenty working days end on Mon 2025-09-29, 09-28 being worked.
    page = town.visitor(Role.HEAD_OF_OFFICE).get("/office/reminders", on="2025-09-29")
    assert "第三十三条第二款" in page.words
    assert "单独" in page.words


def test_every_rule_is_listed_with_what_can_be_chosen_for_it(town: Town) -> None:
    page = town.visitor(Role.HEAD_OF_OFFICE).get(RULES)
    for rule in ALL_RULES:
        assert f'name="rule" value="{rule.id}"' in page.text


def test_a_rule_is_moved_switched_off_and_as_usual_again(town: Town) -> None:
    head = town.visitor(Role.HEAD_OF_OFFICE)

    assert set_rule(head, "reply-5d", "3") == 200
    assert state_of(town, "reply-5d").rule.days_before == 3
    assert set_rule(head, "reply-5d", OFF) == 200
    assert not state_of(town, "reply-5d").is_on
    assert set_rule(head, "reply-5d", "") == 200
    assert state_of(town, "reply-5d").is_usual


@pytest.mark.parametrize(
    ("rule", "days"),
    [("no-such-rule", "3"), ("reply-5d", "11"), ("reply-5d", HOSTILE), ("reply-0d", "3")],
)
def test_what_nobody_may_set_is_refused_in_words_and_changes_nothing(
    town: Town, rule: str, days: str
) -> None:
    before = [state_of(town, one.id) for one in ALL_RULES]
    page = town.visitor(Role.HEAD_OF_OFFICE).post(RULES, {"rule": rule, "days": days})

    assert page.status in {404, 422}
    assert "<script>alert" not in page.text
    assert [state_of(town, one.id) for one in ALL_RULES] == before


def test_a_supervisor_reads_the_rules_and_cannot_set_them(town: Town) -> None:
    supervisor = town.visitor(Role.SUPERVISOR)
    assert f'action="{RULES}"' not in supervisor.get(RULES).text
    assert set_rule(supervisor, "reply-5d", "3") == 403


def test_what_waits_on_the_desk_is_read_by_its_own_reader_alone(town: Town) -> None:
    key = on_the_desk(town, "陈主任", HOSTILE)
    head, clerk = town.visitor(Role.HEAD_OF_OFFICE), town.visitor(Role.CLERK)

    assert "1 条通知未读" in head.get("/worklist").words
    assert "条通知未读" not in clerk.get("/worklist").words
    mine = head.get("/notices")
    assert HOSTILE in mine.words
    assert "<script>alert" not in mine.text
    assert "没有未读的通知" in clerk.get("/notices").words

    clerk.post("/notices/read", {"key": key})
    assert "未读 1 条" in head.get("/notices").words
    assert "没有未读的通知" in head.post("/notices/read", {"key": key}).words
    assert "条通知未读" not in head.get("/worklist").words


def test_what_was_sent_to_somebody_stands_on_their_page_and_on_nobody_elses(town: Town) -> None:
    given_up(town, name="李四")
    assert "甲1" in town.visitor(Role.CLERK).get("/notices").words
    assert "甲1" not in town.visitor(Role.REVIEWER).get("/notices").words


def test_the_name_of_somebody_is_no_pattern(town: Town) -> None:
    given_up(town, name="李四")
    with town.office.read() as view:
        found = [len(view.outbox.told_to(name, limit=5)) for name in ("%", "李", "李四")]
    assert found == [0, 0, 1]
