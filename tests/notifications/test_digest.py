"""One message a morning for each person, and what is said by itself."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from notifications.digest import DIGEST, Told, digest_key, gathered
from notifications.messages import Lang
from notifications.plan import Subject, due_reminders
from states.calendar.workdays import built_in
from tests.notifications.fakes_notifications import ListOutbox
from tests.notifications.offices import HEAD, OFFICER, a_deadline, a_subject

CALENDAR = built_in()

# Five working days before Monday 21 December 2026 is Monday 14 December.
TODAY, DUE = date(2026, 12, 14), date(2026, 12, 21)

DUES = st.lists(
    st.integers(-20, 20).map(lambda days: TODAY + timedelta(days=days)), min_size=1, max_size=8
)


def subjects(*dues: date) -> list[Subject]:
    """Return requests numbered in order that are due on these days."""
    return [
        a_subject(a_deadline(due), request_no=f"净公开申〔2026〕{place}号")
        for place, due in enumerate(dues, 1)
    ]


def told(today: date, *dues: date, lang: Lang = Lang.ZH) -> Told:
    """Return what goes out on a day of these requests."""
    return gathered(due_reminders(subjects(*dues), today, CALENDAR, channel="email"), lang)


def test_two_that_are_near_make_one_message() -> None:
    found = told(TODAY, DUE, DUE)

    (message,) = found.to_send
    assert (message.rule, message.recipient) == (DIGEST, OFFICER)
    assert message.dedup_key == "digest::2026-12-14:chen@office.example:email"
    assert message.subject == "【信息公开】2026年12月14日 周一提醒2项"
    assert "1．净公开申〔2026〕1号 还有5个工作日到期（2026年12月21日 周一）" in message.body
    assert "依据：《中华人民共和国政府信息公开条例》第三十三条第二款" in message.body
    assert [one.rule for one in found.said_in_digest] == ["reply-5d", "reply-5d"]


def test_one_alone_needs_no_list() -> None:
    found = told(TODAY, DUE)

    assert [one.rule for one in found.to_send] == ["reply-5d"]
    assert found.said_in_digest == ()


def test_a_last_day_and_what_is_overdue_are_said_by_themselves() -> None:
    yesterday = date(2026, 12, 11)  # Friday

    found = told(TODAY, DUE, DUE, TODAY, yesterday)

    assert [(one.rule, one.recipient) for one in found.to_send] == [
        ("reply-0d", OFFICER),
        ("reply-0d", HEAD),
        ("reply-overdue", OFFICER),
        ("reply-overdue", HEAD),
        (DIGEST, OFFICER),
    ]


def test_what_comes_up_after_the_digest_is_said_by_itself() -> None:
    reminders = due_reminders(subjects(DUE, DUE), TODAY, CALENDAR, channel="email")
    key = digest_key(TODAY, OFFICER, "email")

    found = gathered(reminders, was_sent=lambda asked: asked == key)

    assert [one.rule for one in found.to_send] == ["reply-5d", "reply-5d"]


def test_in_english_the_digest_is_complete() -> None:
    (message,) = told(TODAY, DUE, DUE, lang=Lang.EN).to_send

    assert message.subject == "[Disclosure] Mon 14 Dec 2026: 2 reminders"
    assert "1. 净公开申〔2026〕1号: 5 working days left (due Mon 21 Dec 2026)" in message.body
    assert "What is due today or overdue is told one by one." in message.body


@given(DUES)
def test_a_digest_leaves_nothing_out_and_says_nothing_twice(dues: list[date]) -> None:
    planned = list(due_reminders(subjects(*dues), TODAY, CALENDAR, channel="email"))
    found = gathered(planned)

    said = [one.dedup_key for one in (*found.to_send, *found.said_in_digest) if one.rule != DIGEST]

    assert sorted(said) == sorted(one.dedup_key for one in planned)


@given(DUES)
def test_after_a_week_without_a_tick_everything_still_true_is_said_once(dues: list[date]) -> None:
    outbox = ListOutbox()
    for day in (TODAY - timedelta(days=7), TODAY, TODAY):
        new = [
            one
            for one in due_reminders(subjects(*dues), day, CALENDAR, channel="email")
            if one.dedup_key not in outbox.rows
        ]
        found = gathered(new, was_sent=lambda key: key in outbox.rows)
        assert outbox.add([*found.to_send, *found.said_in_digest]) == len(found.to_send) + len(
            found.said_in_digest
        )

    true_now = {
        one.dedup_key for one in due_reminders(subjects(*dues), TODAY, CALENDAR, channel="email")
    }
    assert true_now <= set(outbox.rows)
