"""Every attempt is on record with the channel's answer; nothing sent is taken for unsent."""

from datetime import date, timedelta

from notifications.ports import IN_APP, Notice, OutboxItem, Outcome, Recipient
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.records.outbox import OutboxStatus, on_desk
from workflow.records.tables.telling import DeliveryRow, OutboxRow

LEASE = timedelta(minutes=10)


def a_notice(rule: str = "answer-1d", channel: str = "email") -> Notice:
    due = date(2025, 9, 28)  # Sunday, worked for the National Day
    return Notice(rule, "净1", due, Recipient("李四", "li@example.cn"), channel, "主题", "正文")


def waiting(name: str = "李四", rule: str = "undelivered") -> Notice:
    return Notice(rule, "净1", date(2025, 9, 28), on_desk(name), IN_APP, "未发出", "请转告")


def add(office: Office, *notices: Notice) -> None:
    with office.work() as uow:
        uow.outbox.add(notices)


def claim(office: Office, *, without: tuple[str, ...] = ()) -> list[OutboxItem]:
    with office.work() as uow:
        return uow.outbox.claim(office.clock.now(), limit=9, lease=LEASE, without=without)


def give_up(office: Office, item: OutboxItem) -> None:
    with office.work() as uow:
        uow.outbox.failed(item, office.clock.now(), "smtp_550", retry=False)


def log(office: Office, key: str) -> list[tuple[int, str, str]]:
    with office.read() as view:
        rows: list[DeliveryRow] = list(view.outbox.log.of(key))
    return [(row.attempt, row.outcome, row.answer) for row in rows]


def the_row(office: Office) -> OutboxRow:
    with office.read() as view:
        (row,) = view.outbox.all()
    return row


def test_each_attempt_is_logged_with_the_answer(office: Office, clock: FixedClock) -> None:
    add(office, a_notice())
    (item,) = claim(office)
    with office.work() as uow:
        uow.outbox.failed(item, clock.now(), "smtp_451", retry=True)
    clock.move(minutes=1)
    (item,) = claim(office)
    with office.work() as uow:
        uow.outbox.sent(item, clock.now(), "smtp_250")

    assert log(office, item.key) == [(1, "retried", "smtp_451"), (2, "sent", "smtp_250")]


def test_a_lease_that_ran_out_is_a_doubt_on_record(office: Office, clock: FixedClock) -> None:
    add(office, a_notice())
    claim(office)
    clock.move(minutes=10)

    (item,) = claim(office)

    assert log(office, item.key) == [(1, "doubtful", "lease_ended")]
    with office.read() as view:
        assert len(view.outbox.log.all(Outcome.DOUBTFUL)) == 1
        assert view.outbox.log.all(Outcome.SENT) == []
        assert len(view.outbox.log.all()) == 1


def test_writing_the_same_down_twice_is_one_line(office: Office, clock: FixedClock) -> None:
    add(office, a_notice())
    (item,) = claim(office)

    for _ in range(2):
        with office.work() as uow:
            uow.outbox.sent(item, clock.now(), "smtp_250")

    assert log(office, item.key) == [(1, "sent", "smtp_250")]


def test_a_late_failure_does_not_undo_what_another_sent(office: Office, clock: FixedClock) -> None:
    add(office, a_notice())
    (slow,) = claim(office)
    clock.move(minutes=10)
    (quick,) = claim(office)
    with office.work() as uow:
        uow.outbox.sent(quick, clock.now())

    with office.work() as uow:
        uow.outbox.failed(slow, clock.now(), "timeout", retry=True)

    assert the_row(office).status == "sent"


def test_a_late_failure_leaves_the_lease_of_a_later_attempt(
    office: Office, clock: FixedClock
) -> None:
    add(office, a_notice())
    (slow,) = claim(office)
    clock.move(minutes=10)
    claim(office)

    with office.work() as uow:
        uow.outbox.failed(slow, clock.now(), "timeout", retry=False)

    assert the_row(office).status == "pending"
    assert claim(office) == []


def test_what_is_put_off_waits_without_an_attempt(office: Office, clock: FixedClock) -> None:
    add(office, a_notice())
    for _ in range(10):
        (item,) = claim(office)
        with office.work() as uow:
            after = timedelta(seconds=40)
            uow.outbox.failed(item, clock.now(), "rate_limited", retry=True, after=after)
        clock.move(seconds=39)
        assert claim(office) == []
        clock.move(seconds=1)

    assert (the_row(office).status, the_row(office).attempts) == ("pending", 0)


def test_a_channel_that_is_left_alone_is_not_claimed_for(office: Office) -> None:
    add(office, a_notice(), a_notice(channel="wecom"), a_notice(channel="sms"))

    assert [item.channel for item in claim(office, without=("email", "sms"))] == ["wecom"]


def test_what_waits_on_the_desk_is_sent_by_being_written(office: Office) -> None:
    add(office, waiting(), waiting("王五"))

    assert claim(office) == []
    with office.read() as view:
        (mine,) = view.outbox.for_person("李四")
    assert (mine.status, mine.subject, mine.read_at) == ("sent", "未发出", None)


def test_what_was_read_no_longer_waits(office: Office, clock: FixedClock) -> None:
    add(office, waiting(), waiting(rule="other"))
    key = waiting().dedup_key

    with office.work() as uow:
        first = uow.outbox.mark_read(key, "李四", clock.now())
        again = uow.outbox.mark_read(key, "李四", clock.now())
        somebody_else = uow.outbox.mark_read(waiting(rule="other").dedup_key, "王五", clock.now())

    assert (first, again, somebody_else) == (True, False, False)
    with office.read() as view:
        assert [row.rule for row in view.outbox.for_person("李四")] == ["other"]
        everything = view.outbox.for_person("李四", unread=False)
    assert [row.rule for row in everything] == ["other", "undelivered"]


def test_what_was_given_up_is_tried_again_from_the_start(office: Office) -> None:
    add(office, a_notice())
    (item,) = claim(office)
    give_up(office, item)

    with office.work() as uow:
        revived = uow.outbox.revive(item.key, office.clock.now())
        again = uow.outbox.revive(item.key, office.clock.now())

    assert (revived, again) == (True, False)
    assert [one.attempts for one in claim(office)] == [1]
    assert ("revived", "") in [line[1:] for line in log(office, item.key)]


def test_what_was_sent_is_not_revived(office: Office, clock: FixedClock) -> None:
    add(office, a_notice())
    (item,) = claim(office)
    with office.work() as uow:
        uow.outbox.sent(item, clock.now())

        assert not uow.outbox.revive(item.key, clock.now())
        assert not uow.outbox.revive("no such key", clock.now())

    with office.read() as view:
        assert view.outbox.all(OutboxStatus.FAILED) == []
