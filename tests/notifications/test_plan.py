"""Who is told what on which day: tables worked out by hand, and what holds of every plan."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifications.messages import notices
from notifications.plan import Subject, due_reminders
from notifications.ports import Notice, Recipient
from notifications.rules import Audience
from states.calendar.workdays import built_in
from states.clock.deadlines import ClockKey
from tests.notifications.fakes_notifications import ListOutbox
from tests.notifications.offices import CLERK, EVERYONE, HEAD, OFFICER, a_deadline, a_subject

CALENDAR = built_in()

FIRST_DAY = date(2025, 9, 1)  # Monday
DAYS = st.integers(0, 100).map(lambda days: FIRST_DAY + timedelta(days=days))
PEOPLE = st.lists(st.sampled_from([OFFICER, HEAD, CLERK]), max_size=2, unique=True)
DEADLINES = st.builds(
    a_deadline,
    DAYS,
    key=st.sampled_from([ClockKey.REPLY, ClockKey.FEE_PAYMENT]),
    provisional=st.booleans(),
    conservative=st.none() | DAYS,
    paused=st.booleans(),
)
SUBJECTS = st.lists(
    st.builds(
        lambda number, deadline, recipients: a_subject(
            deadline, request_no=f"{number}号", recipients=recipients
        ),
        st.integers(1, 99),
        DEADLINES,
        st.dictionaries(st.sampled_from(Audience), PEOPLE),
    ),
    max_size=5,
    unique_by=lambda subject: subject.request_no,
)


def told_on(day: date, *subjects: Subject) -> list[tuple[str, Recipient]]:
    """Return which rule speaks to whom on a day."""
    found = due_reminders(subjects, day, CALENDAR, channel="email")
    return [(reminder.rule.id, reminder.recipient) for reminder in found]


def plan(day: date, subjects: list[Subject]) -> list[Notice]:
    """Return the notices of a day."""
    return list(notices(due_reminders(subjects, day, CALENDAR, channel="email")))


# 国办发明电〔2024〕12号: 1 to 8 October 2025 off, Saturday 11 October worked. Back from Thursday 16
# October the working days are Wed 15, Tue 14, Mon 13, Sat 11, Fri 10, Thu 9.
@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2025, 9, 30), []),  # Tuesday, 7 left
        (date(2025, 10, 8), []),  # Wednesday, holiday
        (date(2025, 10, 9), []),  # Thursday, 6 left
        (date(2025, 10, 10), [("reply-5d", OFFICER)]),  # Friday, 5 left
        (date(2025, 10, 11), [("reply-5d", OFFICER)]),  # Saturday, worked, 4 left
        (date(2025, 10, 12), []),  # Sunday
        (date(2025, 10, 13), [("reply-5d", OFFICER)]),  # Monday, 3 left
        (date(2025, 10, 15), [("reply-1d", OFFICER), ("reply-1d", HEAD)]),  # Wednesday
        (date(2025, 10, 16), [("reply-0d", OFFICER), ("reply-0d", HEAD)]),  # Thursday
        (date(2025, 10, 17), [("reply-overdue", OFFICER), ("reply-overdue", HEAD)]),  # Friday
        (date(2025, 10, 18), [("reply-overdue", OFFICER), ("reply-overdue", HEAD)]),  # Saturday
    ],
)
def test_a_reply_due_after_the_national_day_is_counted_in_working_days(
    today: date, expected: list[tuple[str, Recipient]]
) -> None:
    subject = a_subject(a_deadline(date(2025, 10, 16)))  # Thursday

    assert told_on(today, subject) == expected


# 国办发明电〔2025〕7号: 15 to 23 February 2026 off, Saturday 14 February worked. Back from Tuesday
# 24 February the working days are Sat 14, Fri 13, Thu 12, Wed 11, Tue 10.
@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 2, 9), []),  # Monday, 6 left
        (date(2026, 2, 10), [("reply-5d", OFFICER)]),  # Tuesday, 5 left
        (date(2026, 2, 14), [("reply-1d", OFFICER), ("reply-1d", HEAD)]),  # Saturday, worked
        (date(2026, 2, 15), []),  # Sunday, the holiday begins
        (date(2026, 2, 23), []),  # Monday, its last day
        (date(2026, 2, 24), [("reply-0d", OFFICER), ("reply-0d", HEAD)]),  # Tuesday
    ],
)
def test_the_day_before_a_holiday_warns_of_the_day_after_it(
    today: date, expected: list[tuple[str, Recipient]]
) -> None:
    subject = a_subject(a_deadline(date(2026, 2, 24)))  # Tuesday

    assert told_on(today, subject) == expected


def test_a_period_that_ends_on_a_day_off_is_told_on_the_last_working_day() -> None:
    subject = a_subject(a_deadline(date(2025, 11, 15)))  # Saturday

    assert told_on(date(2025, 11, 14), subject) == [  # Friday
        ("reply-0d", OFFICER),
        ("reply-0d", HEAD),
    ]
    assert told_on(date(2025, 11, 15), subject) == []


def test_a_paused_clock_reminds_nobody() -> None:
    subject = a_subject(a_deadline(date(2025, 10, 16), paused=True))

    assert told_on(date(2025, 10, 17), subject) == []


def test_a_clock_without_rules_reminds_nobody() -> None:
    subject = a_subject(a_deadline(date(2025, 10, 16), key=ClockKey.ANNUAL_REPORT))

    assert told_on(date(2025, 10, 16), subject) == []


def test_the_alarm_goes_by_the_earlier_date_where_there_is_one() -> None:
    deadline = a_deadline(date(2025, 11, 20), conservative=date(2025, 10, 16))

    assert told_on(date(2025, 10, 16), a_subject(deadline)) == [
        ("reply-0d", OFFICER),
        ("reply-0d", HEAD),
    ]


# Fifteen working days to mend the request, as an office may set; they end on Thursday 16 October.
@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2025, 10, 10), ["correction-5d"]),  # Friday, 5 left
        (date(2025, 10, 15), ["correction-1d"]),  # Wednesday
        (date(2025, 10, 16), ["correction-1d"]),  # Thursday, the last day
        (date(2025, 10, 17), []),  # Friday: that it may lapse is another clock
    ],
)
def test_that_a_period_is_about_to_end_is_not_said_once_it_is_over(
    today: date, expected: list[str]
) -> None:
    period = a_deadline(date(2025, 10, 16), key=ClockKey.CORRECTION_PERIOD)
    found = told_on(today, a_subject(period, recipients=EVERYONE))
    assert [rule for rule, _ in found] == expected


def test_once_the_earlier_date_has_passed_the_due_date_is_warned_of() -> None:
    deadline = a_deadline(date(2025, 10, 24), conservative=date(2025, 10, 16))  # Friday, Thursday

    # Monday 20 October: Tue 21, Wed 22, Thu 23, Fri 24 are left.
    assert told_on(date(2025, 10, 20), a_subject(deadline)) == [("reply-5d", OFFICER)]


def test_an_unassigned_request_is_the_business_of_the_head() -> None:
    subject = a_subject(
        a_deadline(date(2025, 10, 16)),
        case_officer="",
        recipients={Audience.HEAD_OF_OFFICE: (HEAD,)},
    )

    assert told_on(date(2025, 10, 10), subject) == [("reply-5d", HEAD)]
    assert told_on(date(2025, 10, 16), subject) == [("reply-0d", HEAD)]


def test_an_office_without_a_head_tells_every_clerk() -> None:
    subject = a_subject(
        a_deadline(date(2025, 10, 16)), recipients={Audience.ALL_CLERKS: (CLERK, OFFICER)}
    )

    assert told_on(date(2025, 10, 10), subject) == [("reply-5d", CLERK), ("reply-5d", OFFICER)]


def test_a_head_who_handles_the_request_is_told_once() -> None:
    same = {Audience.CASE_OFFICER: (HEAD,), Audience.HEAD_OF_OFFICE: (HEAD,)}
    subject = a_subject(a_deadline(date(2025, 10, 16)), recipients=same)

    assert told_on(date(2025, 10, 16), subject) == [("reply-0d", HEAD)]


def test_a_moved_due_date_is_another_notice() -> None:
    outbox = ListOutbox()
    today = date(2025, 10, 16)

    outbox.add(plan(today, [a_subject(a_deadline(today))]))
    outbox.add(plan(today, [a_subject(a_deadline(date(2025, 10, 17)))]))  # Friday

    assert list(outbox.rows) == [
        "reply-0d:净公开申〔2026〕3号:2025-10-16:chen@office.example:email",
        "reply-0d:净公开申〔2026〕3号:2025-10-16:lin@office.example:email",
        "reply-1d:净公开申〔2026〕3号:2025-10-17:chen@office.example:email",
        "reply-1d:净公开申〔2026〕3号:2025-10-17:lin@office.example:email",
    ]


def test_a_catch_up_says_only_what_is_most_urgent() -> None:
    subject = a_subject(a_deadline(date(2025, 10, 16)), recipients=EVERYONE)

    assert [rule for rule, _ in told_on(date(2025, 10, 17), subject)] == ["reply-overdue"] * 2


@given(SUBJECTS, DAYS)
def test_planning_twice_adds_nothing(subjects: list[Subject], today: date) -> None:
    outbox = ListOutbox()
    first = outbox.add(plan(today, subjects))

    second = outbox.add(plan(today, subjects))

    assert (first, second) == (len(outbox.rows), 0)


@given(SUBJECTS, DAYS)
def test_every_notice_of_a_plan_has_its_own_key(subjects: list[Subject], today: date) -> None:
    keys = [notice.dedup_key for notice in plan(today, subjects)]

    assert len(set(keys)) == len(keys)


@given(SUBJECTS, DAYS)
def test_nobody_is_told_of_one_request_twice_in_a_day(subjects: list[Subject], today: date) -> None:
    told = [(notice.request_no, notice.recipient.address) for notice in plan(today, subjects)]

    assert len(set(told)) == len(told)


@given(SUBJECTS, DAYS, st.sets(st.integers(0, 30)))
def test_days_without_a_tick_lose_nothing_that_is_still_true(
    subjects: list[Subject], today: date, stopped: set[int]
) -> None:
    steady, stuttering = ListOutbox(), ListOutbox()
    for ago in range(30, -1, -1):
        day = today - timedelta(days=ago)
        steady.add(plan(day, subjects))
        if ago not in stopped - {0}:
            stuttering.add(plan(day, subjects))

    still_true = {notice.dedup_key for notice in plan(today, subjects)}

    assert still_true <= set(stuttering.rows) <= set(steady.rows)


@given(SUBJECTS, DAYS)
def test_a_day_off_speaks_only_of_what_is_overdue(subjects: list[Subject], today: date) -> None:
    rules = {notice.rule for notice in plan(today, subjects)}

    assert CALENDAR.is_workday(today) or rules <= {"reply-overdue", "reply-overdue-5d"}


# Overdue from Friday 17 October 2025: Mon 20 is the second working day late, Thu 23 the fifth.
@pytest.mark.parametrize(
    ("today", "rule"),
    [
        (date(2025, 10, 22), "reply-overdue"),  # Wednesday
        (date(2025, 10, 23), "reply-overdue-5d"),  # Thursday
        (date(2025, 10, 25), "reply-overdue-5d"),  # Saturday
    ],
)
def test_a_week_late_is_told_the_head_once_more(today: date, rule: str) -> None:
    subject = a_subject(a_deadline(date(2025, 10, 16)))  # Thursday

    assert set(told_on(today, subject)) == {("reply-overdue", OFFICER), (rule, HEAD)}


def test_what_waits_for_a_reviewer_waits_for_monday_too() -> None:
    subject = a_subject(a_deadline(date(2025, 10, 17), key=ClockKey.REVIEW))  # Friday

    assert told_on(date(2025, 10, 18), subject) == []  # Saturday
    assert told_on(date(2025, 10, 20), subject) == [("review", HEAD)]  # no reviewer: the head


def test_two_consultations_that_end_together_are_two_notices() -> None:
    due = date(2025, 10, 16)
    ends = [
        replace(a_deadline(due, key=ClockKey.THIRD_PARTY_OPINION), ref=ref) for ref in ("甲", "乙")
    ]

    keys = {notice.dedup_key for notice in plan(due, [a_subject(*ends)])}

    assert keys == {
        "opinion-1d:净公开申〔2026〕3号/甲:2025-10-16:chen@office.example:email",
        "opinion-1d:净公开申〔2026〕3号/乙:2025-10-16:chen@office.example:email",
    }
