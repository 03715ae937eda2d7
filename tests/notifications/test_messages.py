"""The words of a reminder."""

from dataclasses import replace
from datetime import date

import pytest
from jinja2 import UndefinedError

from notifications.messages import Lang, template_facts, worded, written
from notifications.plan import Reminder, Subject, due_reminders
from notifications.rules import REPORT_RULES, RULES
from states.calendar.workdays import built_in
from tests.notifications.offices import a_deadline, a_subject

DUE = date(2026, 12, 21)  # Monday


def a_reminder(today: date, subject: Subject | None = None) -> Reminder:
    """Return the first reminder of a day."""
    subject = subject or a_subject(a_deadline(DUE))
    return next(due_reminders([subject], today, built_in(), channel="email"))


# Five working days before Monday 21 December 2026 is Monday 14 December.
def test_five_days_before_the_subject_says_number_days_weekday() -> None:
    notice = worded(a_reminder(date(2026, 12, 14)))

    assert notice.subject == (
        "【信息公开】净公开申〔2026〕3号 还有5个工作日到期（2026年12月21日 周一）"
    )


def test_the_body_states_the_article_and_what_to_do() -> None:
    notice = worded(a_reminder(date(2026, 12, 14)))

    assert notice.body == (
        "净峰镇人民政府受理的政府信息公开申请 净公开申〔2026〕3号，答复期限至"
        "2026年12月21日 周一，自2026年12月14日 周一起还有5个工作日。\n"
        "\n"
        "请在期限内答复并送出。\n"
        "\n"
        "依据：《中华人民共和国政府信息公开条例》第三十三条第二款。\n"
    )


@pytest.mark.parametrize(
    ("today", "lang", "subject"),
    [
        (
            date(2026, 12, 18),  # Friday
            Lang.EN,
            "[Disclosure] 净公开申〔2026〕3号: 1 working day left (due Mon 21 Dec 2026)",
        ),
        (
            date(2026, 12, 21),  # Monday
            Lang.ZH,
            "【信息公开】净公开申〔2026〕3号 今天到期（2026年12月21日 周一）",
        ),
        (
            date(2026, 12, 21),  # Monday
            Lang.EN,
            "[Disclosure] 净公开申〔2026〕3号: due today (Mon 21 Dec 2026)",
        ),
        (
            date(2026, 12, 22),  # Tuesday
            Lang.ZH,
            "【信息公开】净公开申〔2026〕3号 已逾期1天（2026年12月21日 周一到期）",
        ),
        (
            date(2026, 12, 26),  # Saturday
            Lang.EN,
            "[Disclosure] 净公开申〔2026〕3号: overdue by 5 days (was due Mon 21 Dec 2026)",
        ),
    ],
)
def test_the_subject_says_what_is_true_today(today: date, lang: Lang, subject: str) -> None:
    assert worded(a_reminder(today), lang).subject == subject


def test_a_provisional_date_is_marked_wherever_it_stands() -> None:
    subject = a_subject(a_deadline(DUE, provisional=True))

    notice = worded(a_reminder(date(2026, 12, 14), subject))

    assert notice.subject.endswith("（2026年12月21日 周一，暂定）")
    assert "2026年12月21日 周一（暂定）" in notice.body
    assert "所列日期为暂定" in notice.body


def test_a_safe_date_is_said_to_be_the_earlier_one() -> None:
    subject = a_subject(a_deadline(date(2026, 12, 31), conservative=DUE))

    notice = worded(a_reminder(DUE, subject))

    assert notice.due_on == DUE
    assert "按较早的稳妥日期计算；按通行算法，期限至2026年12月31日 周四。" in notice.body


def test_a_safe_date_that_has_passed_is_said_to_have_passed() -> None:
    subject = a_subject(a_deadline(DUE, conservative=date(2026, 12, 11)))  # Friday

    notice = worded(a_reminder(date(2026, 12, 14), subject))

    assert "较早的稳妥日期（2026年12月11日 周五）已经过去" in notice.body


def test_an_unassigned_request_asks_to_be_assigned() -> None:
    subject = a_subject(a_deadline(DUE), case_officer="")

    assert "尚未指定经办人" in worded(a_reminder(DUE, subject)).body


def test_nobody_is_named_in_a_notice() -> None:
    notice = worded(a_reminder(date(2026, 12, 14)))

    assert "陈经办" not in notice.subject + notice.body


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("key", sorted({rule.template for rule in RULES}))
@pytest.mark.parametrize("fact", ["request_no", "office", "alarm_on", "citation", "unassigned"])
def test_a_notice_is_not_written_without_one_of_its_facts(key: str, lang: Lang, fact: str) -> None:
    facts = template_facts(a_reminder(DUE))
    del facts[fact]

    with pytest.raises(UndefinedError):
        written(key, lang, facts)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("key", sorted({rule.template for rule in REPORT_RULES}))
@pytest.mark.parametrize("fact", ["request_no", "office", "about", "due_on", "citation"])
def test_a_notice_of_a_report_is_not_written_without_one_of_its_facts(
    key: str, lang: Lang, fact: str
) -> None:
    facts = template_facts(a_reminder(DUE))
    del facts[fact]

    with pytest.raises(UndefinedError):
        written(key, lang, facts)


def test_what_a_clerk_typed_is_not_read_as_a_template() -> None:
    reminder = a_reminder(DUE)
    odd = replace(reminder, subject=replace(reminder.subject, request_no="{{ 1 + 1 }}号"))

    assert "{{ 1 + 1 }}号" in worded(odd).subject
