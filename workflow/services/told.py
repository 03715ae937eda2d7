"""What each person is to be told on a day, and by which article."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notifications.messages import Lang, worded
from notifications.plan import Reminder
from notifications.ports import Recipient
from states.calendar.workdays import WorkCalendar
from workflow.records.view import View
from workflow.services.reminder_rules import rules_of
from workflow.services.reminding import Saying


@dataclass(frozen=True, slots=True)
class ToBeTold:
    """One thing that one person is told on a day: when it falls due, in what words, and why."""

    recipient: Recipient
    channel: str
    rule: str
    request_no: str
    due_on: date
    subject: str
    body: str
    basis: str
    singly: bool
    key: str


def to_be_told(
    view: View, office: str, on: date, calendar: WorkCalendar, channel: str, lang: Lang = Lang.ZH
) -> dict[str, tuple[ToBeTold, ...]]:
    """Return, by name, what each person should have been told by the end of a day."""
    said = Saying(office, on, calendar, channel, rules_of(view))
    return _by_name(_line(one, lang) for one in said.everything(view))


def _by_name(found: Iterable[ToBeTold]) -> dict[str, tuple[ToBeTold, ...]]:
    people: dict[str, list[ToBeTold]] = {}
    for line in found:
        people.setdefault(line.recipient.name or line.recipient.address, []).append(line)
    return {name: tuple(sorted(lines, key=_by_day)) for name, lines in people.items()}


def _by_day(line: ToBeTold) -> tuple[date, str, str]:
    return line.due_on, line.request_no, line.rule


def _line(reminder: Reminder, lang: Lang) -> ToBeTold:
    citation, notice = reminder.deadline.citation, worded(reminder, lang)
    return ToBeTold(
        reminder.recipient,
        reminder.channel,
        reminder.rule.id,
        notice.request_no,
        notice.due_on,
        notice.subject,
        notice.body,
        citation.full if lang is Lang.ZH else citation.english,
        reminder.rule.is_urgent,
        reminder.dedup_key,
    )
