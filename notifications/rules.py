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

_OFFICER = (Audience.CASE_OFFICER,)
_HEAD = (Audience.HEAD_OF_OFFICE,)
_EVERYBODY = (Audience.ALL_CLERKS, Audience.HEAD_OF_OFFICE)

_REQUESTS = (
    ReminderRule("reply-5d", ClockKey.REPLY, 5, _OFFICER, "due_soon"),
    ReminderRule("reply-1d", ClockKey.REPLY, 1, _BOTH, "due_soon"),
    ReminderRule("reply-0d", ClockKey.REPLY, 0, _BOTH, "last_day"),
    ReminderRule("reply-overdue", ClockKey.REPLY, OVERDUE, _BOTH, "overdue"),
    # Told once for each stretch of time in which nobody attends to a request.
    ReminderRule("unattended", ClockKey.ATTENDANCE, 0, _HEAD, "unattended"),
)
# The ten working days of a reconsideration (five in summary procedure), the fifteen days of a suit.
_RECONSIDERED, _SUED = ClockKey.RECONSIDERATION_ANSWER, ClockKey.LITIGATION_ANSWER
_DISPUTES = (
    ReminderRule("reconsideration-3d", _RECONSIDERED, 3, _BOTH, "dispute_soon"),
    ReminderRule("reconsideration-1d", _RECONSIDERED, 1, _BOTH, "dispute_soon"),
    ReminderRule("reconsideration-0d", _RECONSIDERED, 0, _BOTH, "dispute_last_day"),
    ReminderRule("reconsideration-overdue", _RECONSIDERED, OVERDUE, _BOTH, "dispute_overdue"),
    ReminderRule("lawsuit-5d", _SUED, 5, _BOTH, "dispute_soon"),
    ReminderRule("lawsuit-1d", _SUED, 1, _BOTH, "dispute_soon"),
    ReminderRule("lawsuit-0d", _SUED, 0, _BOTH, "dispute_last_day"),
    ReminderRule("lawsuit-overdue", _SUED, OVERDUE, _BOTH, "dispute_overdue"),
    # Nobody must appeal: a period that has passed is told no more.
    ReminderRule("appeal-5d", ClockKey.APPEAL, 5, _BOTH, "appeal_soon"),
    ReminderRule("appeal-1d", ClockKey.APPEAL, 1, _BOTH, "appeal_soon"),
)
_DUTIES = (
    ReminderRule("publication-5d", ClockKey.PUBLICATION, 5, _OFFICER, "publication_soon"),
    ReminderRule("publication-1d", ClockKey.PUBLICATION, 1, _BOTH, "publication_soon"),
    ReminderRule("publication-0d", ClockKey.PUBLICATION, 0, _BOTH, "publication_last_day"),
    ReminderRule(
        "publication-overdue", ClockKey.PUBLICATION, OVERDUE, _BOTH, "publication_overdue"
    ),
    ReminderRule("mail-not-entered", ClockKey.MAIL, 0, _EVERYBODY, "mail_not_entered"),
    ReminderRule("refusal-review-0d", ClockKey.REFUSAL_REVIEW, 0, _BOTH, "refusal_review"),
)

RULES = (*_REQUESTS, *_DISPUTES, *_DUTIES)

# The annual report, from the day its draft appears until it is published. The first is told
# however far off the date is: these rules stand apart, for no request is looked at so early.
_REPORT = ClockKey.ANNUAL_REPORT

REPORT_RULES = (
    ReminderRule("report-draft", _REPORT, 100, _HEAD, "report_draft"),
    ReminderRule("report-10d", _REPORT, 10, _HEAD, "report_soon"),
    ReminderRule("report-5d", _REPORT, 5, _HEAD, "report_soon"),
    ReminderRule("report-1d", _REPORT, 1, _HEAD, "report_soon"),
    ReminderRule("report-0d", _REPORT, 0, _HEAD, "report_last_day"),
    ReminderRule("report-overdue", _REPORT, OVERDUE, _HEAD, "report_overdue"),
)
