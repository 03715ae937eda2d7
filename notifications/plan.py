"""What should have been said by the end of today: deadlines and rules in, reminders out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from notifications.ports import Recipient, dedup_key
from notifications.rules import INSTEAD_OF, OVERDUE, RULES, Audience, ReminderRule
from states.calendar.workdays import WorkCalendar
from states.clock.deadlines import ClockKey, Deadline


@dataclass(frozen=True, slots=True)
class Subject:
    """An open request, a row of a register or a report, as a reminder sees it.

    No word of who asked, or for what; `about` is what may be said to anybody in the office: a
    title, a court.
    """

    request_no: str
    office: str
    case_officer: str
    deadlines: tuple[Deadline, ...]
    recipients: Mapping[Audience, Sequence[Recipient]]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one person must be told today about one deadline, before it is put into words.

    `alarm_on` is the day counted to: the conservative date while it can still be met, then the
    due date. `workdays_left` is negative or zero once that day has passed.
    """

    rule: ReminderRule
    subject: Subject
    deadline: Deadline
    alarm_on: date
    today: date
    workdays_left: int
    recipient: Recipient
    channel: str

    @property
    def dedup_key(self) -> str:
        """The key of the notice it becomes, known before it is put into words."""
        number, ref = self.subject.request_no, self.deadline.ref
        return dedup_key(self.rule.id, number, self.alarm_on, self.recipient, self.channel, ref)

    @property
    def days_overdue(self) -> int:
        """Calendar days since the alarm day; zero or less while it has not passed."""
        return (self.today - self.alarm_on).days


def due_reminders(
    subjects: Iterable[Subject],
    today: date,
    calendar: WorkCalendar,
    *,
    channel: str,
    rules: Sequence[ReminderRule] = RULES,
) -> Iterator[Reminder]:
    """Yield what should have been said by the end of today and is still true.

    Each deadline is told to each person once, by the most urgent rule that applies; a paused
    clock is not told at all, and on a day off only what is overdue.
    """
    at_work = calendar.is_workday(today)
    by_clock = _by_clock(rules if at_work else [rule for rule in rules if rule.is_overdue])
    for subject in subjects:
        for deadline in subject.deadlines:
            known = by_clock.get(deadline.key, ())
            if deadline.paused or not known:
                continue
            alarm_on = _alarm_on(deadline, today)
            left = calendar.workdays_between(today, alarm_on)
            reached = min(left, OVERDUE) if today > alarm_on else left
            is_over = today > alarm_on
            applying = [
                rule
                for rule in known
                if reached <= rule.days_before and not (is_over and rule.ends_with_day)
            ]
            for recipient, rule in _told(subject, applying):
                yield Reminder(rule, subject, deadline, alarm_on, today, left, recipient, channel)


def _alarm_on(deadline: Deadline, today: date) -> date:
    earlier = deadline.conservative
    return earlier if earlier is not None and today <= earlier else deadline.due


def _by_clock(rules: Iterable[ReminderRule]) -> dict[ClockKey, list[ReminderRule]]:
    """Return the rules of each clock, the most urgent first."""
    found: dict[ClockKey, list[ReminderRule]] = {}
    for rule in sorted(rules, key=_days_before):
        found.setdefault(rule.clock, []).append(rule)
    return found


def _days_before(rule: ReminderRule) -> int:
    return rule.days_before


def _told(
    subject: Subject, rules: Iterable[ReminderRule]
) -> Iterator[tuple[Recipient, ReminderRule]]:
    """Yield who is told, one address once, with the first of the rules that means them."""
    told: set[str] = set()
    for rule in rules:
        for audience in rule.audiences:
            for recipient in _standing_for(audience, subject.recipients):
                if recipient.address not in told:
                    told.add(recipient.address)
                    yield recipient, rule


def _standing_for(
    audience: Audience, recipients: Mapping[Audience, Sequence[Recipient]]
) -> Sequence[Recipient]:
    """Return the people of an audience, or those who are told in their place."""
    meant: Audience | None = audience
    while meant is not None:
        if recipients.get(meant):
            return recipients[meant]
        meant = INSTEAD_OF.get(meant)
    return ()
