"""Who is told what, how many working days before or after: one row per reminder.

A new reminder is a row here, and its two templates where the key is new; the rest follows.
"""

from dataclasses import dataclass
from enum import StrEnum

from states.clock.deadlines import ClockKey


class Audience(StrEnum):
    """Whom a reminder is for; the caller says who that is."""

    CASE_OFFICER = "case_officer"
    HEAD_OF_OFFICE = "head_of_office"
    ALL_CLERKS = "all_clerks"


# Who is told when nobody stands for an audience: an unassigned request is the head's business.
INSTEAD_OF = {
    Audience.CASE_OFFICER: Audience.HEAD_OF_OFFICE,
    Audience.HEAD_OF_OFFICE: Audience.ALL_CLERKS,
}

# The value of `days_before` for a date that has passed.
OVERDUE = -1


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """When so many working days are left of a clock, these people are told in these words."""

    id: str
    clock: ClockKey
    days_before: int
    audiences: tuple[Audience, ...]
    template: str


_BOTH = (Audience.CASE_OFFICER, Audience.HEAD_OF_OFFICE)

RULES = (
    ReminderRule("reply-5d", ClockKey.REPLY, 5, (Audience.CASE_OFFICER,), "due_soon"),
    ReminderRule("reply-1d", ClockKey.REPLY, 1, _BOTH, "due_soon"),
    ReminderRule("reply-0d", ClockKey.REPLY, 0, _BOTH, "last_day"),
    ReminderRule("reply-overdue", ClockKey.REPLY, OVERDUE, _BOTH, "overdue"),
)

# The annual report, from the day its draft appears until it is published. The first is told
# however far off the date is: these rules stand apart, for no request is looked at so early.
_HEAD = (Audience.HEAD_OF_OFFICE,)
_REPORT = ClockKey.ANNUAL_REPORT

REPORT_RULES = (
    ReminderRule("report-draft", _REPORT, 100, _HEAD, "report_draft"),
    ReminderRule("report-10d", _REPORT, 10, _HEAD, "report_soon"),
    ReminderRule("report-5d", _REPORT, 5, _HEAD, "report_soon"),
    ReminderRule("report-1d", _REPORT, 1, _HEAD, "report_soon"),
    ReminderRule("report-0d", _REPORT, 0, _HEAD, "report_last_day"),
    ReminderRule("report-overdue", _REPORT, OVERDUE, _HEAD, "report_overdue"),
)
