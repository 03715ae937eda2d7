"""The outbox and the slots, as telling relies on them."""

from datetime import date, timedelta

import pytest

from notifications.ports import RETRY_AFTER, Notice, Outbox, OutboxItem, Recipient, Slots
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.records.outbox import OutboxStatus
from workflow.records.tables.telling import OutboxRow

LEASE = timedelta(minutes=10)


def a_notice(rule: str = "answer-1d", due_on: date = date(2025, 9, 28)) -> Notice:
    return Notice(
        rule, "净1", due_on, Recipient("李四", "li@example.cn"), "email", "明日到期", "净1明日到期"
    )


def _add(office: Office, *notices: Notice) -> int:
    with office.work() as uow:
        outbox: Outbox = uow.outbox
        return outbox.add(notices)


def _claim(office: Office, limit: int = 10) -> list[OutboxItem]:
    with office.work() as uow:
        return uow.outbox.claim(office.clock.now(), limit=limit, lease=LEASE)


def _fail(office: Office, item: OutboxItem, *, retry: bool = True) -> None:
    with office.work() as uow:
        uow.outbox.failed(item, office.clock.now(), "421", retry=retry)


def _rows(office: Office, status: OutboxStatus | None = None) -> list[OutboxRow]:
    with office.read() as view:
        return list(view.outbox.all(status))


def test_a_notice_is_kept_once_however_often_it_is_added(office: Office) -> None:
    first = _add(office, a_notice(), a_notice("answer-5d"))
    again = _add(office, a_notice(), a_notice("overdue"))

    assert (first, again) == (2, 1)
    assert [row.rule for row in _rows(office)] == ["answer-1d", "answer-5d", "overdue"]


def test_a_moved_due_date_is_another_notice(office: Office) -> None:
    assert _add(office, a_notice(), a_notice(due_on=date(2025, 10, 9))) == 2


def test_nothing_to_add_is_nothing_added(office: Office) -> None:
    assert _add(office) == 0


def test_a_claimed_item_says_all_that_is_to_be_sent(office: Office) -> None:
    _add(office, a_notice())

    (item,) = _claim(office)

    assert (item.channel, item.attempts, item.key) == ("email", 1, a_notice().dedup_key)
    assert item.message.recipient == Recipient("李四", "li@example.cn")
    assert (item.message.subject, item.message.body) == ("明日到期", "净1明日到期")


def test_a_claimed_item_is_nobody_else_s_until_its_lease_ends(
    office: Office, clock: FixedClock
) -> None:
    _add(office, a_notice())
    _claim(office)

    clock.move(minutes=9)
    assert _claim(office) == []

    clock.move(minutes=1)
    (item,) = _claim(office)
    assert item.attempts == 2


def test_no_more_is_claimed_than_was_asked_for(office: Office) -> None:
    _add(office, *(a_notice(str(count)) for count in range(5)))

    assert [len(_claim(office, limit=2)) for _ in range(4)] == [2, 2, 1, 0]


def test_what_was_sent_is_never_claimed_again(office: Office, clock: FixedClock) -> None:
    _add(office, a_notice())
    (item,) = _claim(office)

    with office.work() as uow:
        uow.outbox.sent(item, clock.now())
    clock.move(days=30)

    assert _claim(office) == []
    assert [row.sent_at for row in _rows(office, OutboxStatus.SENT)] == [
        clock.now() - timedelta(days=30)
    ]


def test_a_failed_item_is_tried_again_after_longer_and_longer(
    office: Office, clock: FixedClock
) -> None:
    _add(office, a_notice())

    for wait in RETRY_AFTER:
        (item,) = _claim(office)
        _fail(office, item)
        clock.instant += wait - timedelta(seconds=1)
        assert _claim(office) == []
        clock.move(seconds=1)

    (item,) = _claim(office)
    _fail(office, item)
    (row,) = _rows(office, OutboxStatus.FAILED)
    assert (row.attempts, row.last_error) == (6, "421")


def test_an_item_that_cannot_be_helped_is_given_up_at_once(office: Office) -> None:
    _add(office, a_notice())
    (item,) = _claim(office)

    _fail(office, item, retry=False)

    assert [row.attempts for row in _rows(office, OutboxStatus.FAILED)] == [1]


def test_a_notice_of_a_failed_unit_of_work_is_not_sent(office: Office) -> None:
    def add_and_fail() -> None:
        with office.work() as uow:
            uow.outbox.add([a_notice()])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail()

    assert _rows(office) == []


def test_a_slot_is_taken_by_the_first_to_ask(office: Office) -> None:
    with office.work() as uow:
        slots: Slots = uow.slots
        asked = [
            slots.take(job, slot, office.clock.now())
            for job, slot in (("sweep", "08"), ("sweep", "08"), ("sweep", "09"), ("drain", "08"))
        ]

    assert asked == [True, False, True, True]
