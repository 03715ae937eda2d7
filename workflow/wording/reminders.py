"""Reminders in words: what has become of one, when a rule speaks, and to whom."""

from notifications.rules import Audience
from workflow.i18n import Lang, Text

NEW = "new"
STATUSES: dict[str, Text] = {
    NEW: Text("未安排", "not planned yet"),
    "pending": Text("待发", "waiting"),
    "sent": Text("已发", "sent"),
    "failed": Text("未能发出", "given up"),
    "gathered": Text("并入汇总", "in the digest"),
}

AUDIENCES: dict[Audience, Text] = {
    Audience.CASE_OFFICER: Text("经办人", "case officer"),
    Audience.HEAD_OF_OFFICE: Text("负责人", "head of office"),
    Audience.REVIEWER: Text("审查人员", "reviewer"),
    Audience.ADMINISTRATOR: Text("管理员", "administrator"),
    Audience.ALL_CLERKS: Text("全体经办人", "all clerks"),
}

_BEFORE = Text("剩{days}个工作日", "{days} working day(s) left")
_ON = Text("当日", "on the day")
_AFTER = Text("过后第{days}个工作日起", "from {days} working day(s) after")


def when_words(days_before: int, lang: Lang) -> str:
    """Return when a rule speaks that looks so many working days ahead."""
    if days_before > 0:
        return _BEFORE.say(lang, days=days_before)
    return _ON.say(lang) if days_before == 0 else _AFTER.say(lang, days=-days_before)


def audience_words(audiences: tuple[Audience, ...], lang: Lang) -> str:
    """Return whom a rule tells."""
    between = "、" if lang is Lang.ZH else ", "
    return between.join(AUDIENCES[audience].say(lang) for audience in audiences)
