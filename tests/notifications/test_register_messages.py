"""The words of the reminders of registers, read as a clerk reads them."""

from dataclasses import replace
from datetime import date

import pytest

from notifications.messages import Lang, worded
from notifications.plan import Subject, due_reminders
from notifications.ports import Notice
from notifications.rules import RULES
from states.calendar.workdays import built_in
from states.citation import Citation, cite
from states.clock.deadlines import ClockKey, Deadline
from states.statute.instruments import (
    GUIDING_CASE_26,
    LITIGATION,
    OGI_2019,
    RECONSIDERATION_2023,
)
from tests.notifications.offices import EVERYONE

DUE = date(2026, 12, 21)  # Monday
ANSWER = cite(RECONSIDERATION_2023, 48)
DEFENCE = cite(LITIGATION, 67)


def notice(
    key: ClockKey,
    today: date,
    citation: Citation = ANSWER,
    *,
    reference: str = "复议3",
    about: str = "惠安县人民政府",
    officer: str = "陈经办",
    provisional: bool = False,
    lang: Lang = Lang.ZH,
) -> Notice:
    """Return the first notice of a day about one deadline."""
    deadline = Deadline(key, DUE, provisional, citation)
    subject = Subject(reference, "净峰镇人民政府", officer, (deadline,), EVERYONE, about)
    return worded(next(due_reminders([subject], today, built_in(), channel="email")), lang)


# Three working days before Mon 2026-12-21 is Wed 12-16.
def test_an_answer_in_a_reconsideration_says_what_is_due_and_what_silence_means() -> None:
    found = notice(ClockKey.RECONSIDERATION_ANSWER, date(2026, 12, 16))

    assert found.subject == ("【信息公开】复议3 书面答复还有3个工作日到期（2026年12月21日 周一）")
    assert found.body == (
        "净峰镇人民政府的行政复议案 复议3（惠安县人民政府），最迟于2026年12月21日 周一提交"
        "书面答复和证据、依据，自2026年12月16日 周三起还有3个工作日。\n"
        "\n"
        "逾期不提交的，视为没有证据、依据。\n"
        "\n"
        "依据：《中华人民共和国行政复议法》第四十八条。\n"
    )


@pytest.mark.parametrize(
    ("today", "lang", "subject"),
    [
        (date(2026, 12, 21), Lang.ZH, "【信息公开】诉讼1 答辩举证今天到期（2026年12月21日 周一）"),
        (
            date(2026, 12, 22),
            Lang.ZH,
            "【信息公开】诉讼1 答辩举证已逾期1天（2026年12月21日 周一到期）",
        ),
        (
            date(2026, 12, 18),
            Lang.EN,
            (
                "[Disclosure] 诉讼1: 1 working day left for the defence and evidence "
                "(due Mon 21 Dec 2026)"
            ),
        ),
        (
            date(2026, 12, 21),
            Lang.EN,
            "[Disclosure] 诉讼1: defence and evidence due today (Mon 21 Dec 2026)",
        ),
        (
            date(2026, 12, 23),
            Lang.EN,
            "[Disclosure] 诉讼1: defence and evidence overdue by 2 days (was due Mon 21 Dec 2026)",
        ),
    ],
)
def test_a_suit_is_told_in_its_own_words(today: date, lang: Lang, subject: str) -> None:
    found = notice(ClockKey.LITIGATION_ANSWER, today, DEFENCE, reference="诉讼1", lang=lang)

    assert found.subject == subject


def test_a_provisional_end_is_marked_wherever_it_stands() -> None:
    found = notice(ClockKey.LITIGATION_ANSWER, DUE, DEFENCE, provisional=True)

    assert found.subject.endswith("（2026年12月21日 周一，暂定）")
    assert "2026年12月21日 周一（暂定）" in found.body
    assert "所列日期为暂定" in found.body


def test_a_dispute_that_is_nobodys_asks_for_somebody() -> None:
    found = notice(ClockKey.RECONSIDERATION_ANSWER, DUE, officer="")

    assert "尚未指定经办人，请先指定。" in found.body


def test_a_publication_is_named_by_its_title_and_reviewed_first() -> None:
    found = notice(
        ClockKey.PUBLICATION,
        date(2026, 12, 14),  # five working days before
        cite(OGI_2019, 26),
        reference="公开7",
        about="2026年预算调整",
    )

    assert found.subject == (
        "【信息公开】待公开信息 公开7 还有5个工作日到期（2026年12月21日 周一）"
    )
    assert "“2026年预算调整”（公开7）" in found.body
    assert "请先经保密审查，再予公开" in found.body


def test_a_request_that_nobody_attends_to_says_why() -> None:
    found = notice(ClockKey.ATTENDANCE, DUE, cite(OGI_2019, 45), reference="净公开申〔2026〕3号")

    assert found.subject == "【信息公开】净公开申〔2026〕3号 无人经办（陈经办不在岗）"
    assert "disclosure handover" in found.body


def test_a_letter_that_was_not_entered_cites_the_guiding_case() -> None:
    found = notice(ClockKey.MAIL, DUE, cite(GUIDING_CASE_26), reference="收〔2026〕3号")

    assert "一封收到的信没有登记为申请" in found.subject
    assert "指导案例26号" in found.body


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_worded_with_nothing_left_over(rule: object, lang: Lang) -> None:
    found = next(one for one in RULES if one is rule)
    deadline = Deadline(found.clock, DUE, provisional=True, citation=ANSWER)
    subject = Subject("甲1", "净峰镇人民政府", "", (deadline,), EVERYONE, "3")
    reminder = next(due_reminders([subject], DUE, built_in(), channel="email", rules=[
        replace(found, days_before=0)
    ]))  # fmt: skip

    said = worded(reminder, lang)

    assert said.subject.startswith("【信息公开】" if lang is Lang.ZH else "[Disclosure]")
    assert "甲1" in said.subject
    for left in ("{{", "{%", "None", "  \n"):
        assert left not in said.subject + said.body
    assert "\n\n\n" not in said.body
