"""The words of a reminder: a template per key and language, its first line the subject."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache

from jinja2 import PackageLoader, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from notifications.plan import Reminder
from notifications.ports import Notice

_WEEKDAYS = "一二三四五六日"
_SHORT_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHORT_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


class Lang(StrEnum):
    """The language a notice is written in."""

    ZH = "zh"
    EN = "en"


def notices(reminders: Iterable[Reminder], lang: Lang = Lang.ZH) -> Iterator[Notice]:
    """Put reminders into words, ready for the outbox."""
    return (worded(reminder, lang) for reminder in reminders)


def worded(reminder: Reminder, lang: Lang = Lang.ZH) -> Notice:
    """Return the notice that says a reminder; a missing fact is an error, not a blank."""
    subject, body = written(reminder.rule.template, lang, template_facts(reminder))
    return Notice(
        rule=reminder.rule.id,
        request_no=reminder.subject.request_no,
        due_on=reminder.alarm_on,
        recipient=reminder.recipient,
        channel=reminder.channel,
        subject=subject,
        body=body,
        ref=reminder.deadline.ref,
    )


def written(key: str, lang: Lang, facts: Mapping[str, object]) -> tuple[str, str]:
    """Return the subject and the body that a template makes of the facts."""
    text = _template(key, lang).render(facts)
    subject, _, body = text.partition("\n")
    return subject.strip(), body.lstrip("\n")


@cache
def _template(key: str, lang: Lang) -> Template:
    return _ENVIRONMENT.get_template(f"{key}.{lang}.txt.jinja")


def template_facts(reminder: Reminder) -> dict[str, object]:
    """Return all that a template may say: the number and the days, nothing of the applicant."""
    deadline = reminder.deadline
    return {
        "office": reminder.subject.office,
        "request_no": reminder.subject.request_no,
        "about": reminder.subject.about,
        "clock": deadline.key.value,
        "ref": deadline.ref,
        "case_officer": reminder.subject.case_officer,
        "unassigned": not reminder.subject.case_officer,
        "today": reminder.today,
        "alarm_on": reminder.alarm_on,
        "due_on": deadline.due,
        "conservative_on": deadline.conservative,
        "provisional": deadline.provisional,
        "citation": deadline.citation,
        "workdays_left": reminder.workdays_left,
        "days_overdue": reminder.days_overdue,
    }


def _zh_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日 周{_WEEKDAYS[day.weekday()]}"


def _en_day(day: date) -> str:
    return f"{_SHORT_DAYS[day.weekday()]} {day.day} {_SHORT_MONTHS[day.month - 1]} {day.year}"


def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=PackageLoader("notifications"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["zh_day"] = _zh_day
    environment.filters["en_day"] = _en_day
    return environment


_ENVIRONMENT = _environment()
