"""One morning message for each person: what is urgent is said by itself, the rest is gathered."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from notifications.messages import Lang, worded, written
from notifications.plan import Reminder
from notifications.ports import Notice, Recipient, dedup_key

DIGEST = "digest"

# One matter alone needs no list.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Told:
    """What goes out today: the notices to send, and those that a digest among them has said."""

    to_send: tuple[Notice, ...]
    said_in_digest: tuple[Notice, ...]


def digest_key(today: date, recipient: Recipient, channel: str) -> str:
    """Return the key of a person's digest: one a day by one channel."""
    return dedup_key(DIGEST, "", today, recipient, channel)


def gathered(
    reminders: Iterable[Reminder],
    lang: Lang = Lang.ZH,
    *,
    was_sent: Callable[[str], bool] = lambda _key: False,
) -> Told:
    """Gather what is not urgent into a digest for each person; a second one is never sent.

    What comes up after the morning's digest (`was_sent` knows its key) is said by itself.
    """
    in_order = list(reminders)
    waiting: dict[tuple[Recipient, str], list[Reminder]] = {}
    for reminder in in_order:
        if not reminder.rule.is_urgent:
            waiting.setdefault((reminder.recipient, reminder.channel), []).append(reminder)
    lists = [
        sorted(found, key=_by_day)
        for (recipient, channel), found in waiting.items()
        if len(found) >= _FEWEST and not was_sent(digest_key(found[0].today, recipient, channel))
    ]
    listed = {id(reminder) for found in lists for reminder in found}
    singly = [worded(one, lang) for one in in_order if id(one) not in listed]
    said: list[Notice] = []
    for found in lists:
        notices = [worded(one, lang) for one in found]
        singly.append(_digest(found, notices, lang))
        said.extend(notices)
    return Told(tuple(singly), tuple(said))


def _by_day(reminder: Reminder) -> tuple[date, str, str]:
    return reminder.alarm_on, reminder.subject.request_no, reminder.rule.id


def _digest(reminders: list[Reminder], notices: list[Notice], lang: Lang) -> Notice:
    first = reminders[0]
    lines = [
        {
            "title": notice.subject.partition("】" if lang is Lang.ZH else "] ")[2],
            "basis": _basis(reminder, lang),
        }
        for reminder, notice in zip(reminders, notices, strict=True)
    ]
    subject, body = written(
        DIGEST,
        lang,
        {
            "name": first.recipient.name or first.recipient.address,
            "office": first.subject.office,
            "today": first.today,
            "lines": lines,
        },
    )
    return Notice(DIGEST, "", first.today, first.recipient, first.channel, subject, body)


def _basis(reminder: Reminder, lang: Lang) -> str:
    citation = reminder.deadline.citation
    return citation.full if lang is Lang.ZH else citation.english
