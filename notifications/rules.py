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
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"
    ALL_CLERKS = "all_clerks"


# Who is told when nobody stands for an audience: an unassigned request is the head's business.
INSTEAD_OF = {
    Audience.CASE_OFFICER: Audience.HEAD_OF_OFFICE,
    Audience.REVIEWER: Audience.HEAD_OF_OFFICE,
    Audience.ADMINISTRATOR: Audience.HEAD_OF_OFFICE,
    Audience.HEAD_OF_OFFICE: Audience.ALL_CLERKS,
}

# The value of `days_before` for a date that has passed; -N is N working days after it.
OVERDUE = -1
# No office may want to be told earlier than this, so that the sweep need not look further.
MOST_DAYS = 10


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """When so many working days are left of a clock, these people are told in these words."""

    id: str
    clock: ClockKey
    days_before: int
    audiences: tuple[Audience, ...]
    template: str
    # Told on working days alone, even when late: nothing is lost by Monday.
    waits_for_work: bool = False
    # It says that a period is about to end, and is told no more once that is over.
    ends_with_day: bool = False

    @property
    def is_urgent(self) -> bool:
        """Whether it is said by itself and not in the morning's digest: a last day, or past it."""
        return self.days_before <= 0 and not self.waits_for_work

    @property
    def is_overdue(self) -> bool:
        """Whether it speaks of a day that has passed, and is told on days off too."""
        return self.days_before < 0 and not self.waits_for_work


_BOTH = (Audience.CASE_OFFICER, Audience.HEAD_OF_OFFICE)
_REVIEWERS = (Audience.REVIEWER,)
_STEWARDS = (Audience.HEAD_OF_OFFICE, Audience.ADMINISTRATOR)
_ALL = (Audience.HEAD_OF_OFFICE, Audience.ADMINISTRATOR, Audience.ALL_CLERKS)

_OFFICER = (Audience.CASE_OFFICER,)
_HEAD = (Audience.HEAD_OF_OFFICE,)
_EVERYBODY = (Audience.ALL_CLERKS, Audience.HEAD_OF_OFFICE)

_REQUESTS = (
    ReminderRule("reply-5d", ClockKey.REPLY, 5, _OFFICER, "due_soon"),
    ReminderRule("reply-1d", ClockKey.REPLY, 1, _BOTH, "due_soon"),
    ReminderRule("reply-0d", ClockKey.REPLY, 0, _BOTH, "last_day"),
    ReminderRule("reply-overdue", ClockKey.REPLY, OVERDUE, _BOTH, "overdue"),
    # A week late: once more, for the head alone to see to.
    ReminderRule("reply-overdue-5d", ClockKey.REPLY, -5, _HEAD, "overdue"),
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


def _ending(
    rule_id: str, clock: ClockKey, days_before: int, audiences: tuple[Audience, ...], template: str
) -> ReminderRule:
    return ReminderRule(
        rule_id,
        clock,
        days_before,
        audiences,
        template,
        waits_for_work=True,
        ends_with_day=True,
    )


def _asking(rule_id: str, days_before: int) -> ReminderRule:
    """Return the rule of a notice to the applicant that can only be given in time."""
    return ReminderRule(
        rule_id,
        ClockKey.CORRECTION_NOTICE,
        days_before,
        _OFFICER,
        "ask_correction",
        ends_with_day=True,
    )


def _waiting(
    rule_id: str, clock: ClockKey, days_before: int, audiences: tuple[Audience, ...], template: str
) -> ReminderRule:
    return ReminderRule(rule_id, clock, days_before, audiences, template, waits_for_work=True)


# The periods that run beside the reply, and what is to be done when they are over.
_BESIDE = (
    _asking("ask-correction-2d", 2),
    _asking("ask-correction-0d", 0),
    _ending("correction-5d", ClockKey.CORRECTION_PERIOD, 5, _OFFICER, "correction_awaited"),
    _ending("correction-1d", ClockKey.CORRECTION_PERIOD, 1, _OFFICER, "correction_awaited"),
    _ending("payment-5d", ClockKey.FEE_PAYMENT, 5, _OFFICER, "payment_awaited"),
    _ending("payment-1d", ClockKey.FEE_PAYMENT, 1, _OFFICER, "payment_awaited"),
    _waiting("may-lapse", ClockKey.LAPSE, 0, _BOTH, "may_lapse"),
    _ending("opinion-1d", ClockKey.THIRD_PARTY_OPINION, 1, _OFFICER, "opinion_awaited"),
    _ending("agency-opinion-1d", ClockKey.AGENCY_OPINION, 1, _OFFICER, "opinion_awaited"),
    _waiting("opinion-silence", ClockKey.OPINION_SILENCE, 0, _BOTH, "opinion_silence"),
    _waiting("reasons-5d-after", ClockKey.REASONS, -5, _OFFICER, "reasons_awaited"),
    _waiting("extension-asked", ClockKey.EXTENSION_DECISION, 0, _HEAD, "extension_asked"),
    ReminderRule("tell-extension-3d", ClockKey.EXTENSION_NOTICE, 3, _OFFICER, "tell_extension"),
    ReminderRule("tell-extension-0d", ClockKey.EXTENSION_NOTICE, 0, _BOTH, "tell_extension"),
    _waiting("tell-third-party", ClockKey.THIRD_PARTY_NOTICE, 0, _OFFICER, "tell_third_party"),
    _waiting("tell-third-party-3d", ClockKey.THIRD_PARTY_NOTICE, -3, _BOTH, "tell_third_party"),
)
# A reply on its way from desk to desk.
_DRAFTS = (
    _waiting("review", ClockKey.REVIEW, 0, _REVIEWERS, "review_awaited"),
    _waiting("review-3d-after", ClockKey.REVIEW, -3, _HEAD, "review_awaited"),
    _waiting("approval", ClockKey.APPROVAL, 0, _HEAD, "approval_awaited"),
    _waiting("approval-3d-after", ClockKey.APPROVAL, -3, _HEAD, "approval_awaited"),
    ReminderRule("serve-3d", ClockKey.SERVICE, 3, _OFFICER, "serve_soon"),
    ReminderRule("serve-0d", ClockKey.SERVICE, 0, _BOTH, "serve_soon"),
)
_OWN_RECORDS = ClockKey.RECORDS_CORRECTION
_OFFICE = (
    ReminderRule("records-5d", _OWN_RECORDS, 5, _OFFICER, "records_correction"),
    ReminderRule("records-1d", _OWN_RECORDS, 1, _BOTH, "records_correction"),
    ReminderRule("records-0d", _OWN_RECORDS, 0, _BOTH, "records_correction"),
    ReminderRule("records-overdue", _OWN_RECORDS, OVERDUE, _BOTH, "records_overdue"),
    _waiting("secrecy-review", ClockKey.SECRECY_REVIEW, 5, _REVIEWERS, "secrecy_review"),
    # Once in each week from 1 November, until the notice is loaded.
    _waiting("next-calendar", ClockKey.NEXT_CALENDAR, 0, _ALL, "next_calendar"),
    _waiting("problem", ClockKey.PROBLEM, 0, _STEWARDS, "problem"),
    _waiting("failed-notice", ClockKey.FAILED_NOTICE, 0, _HEAD, "failed_notice"),
)

RULES = (*_REQUESTS, *_DISPUTES, *_DUTIES, *_BESIDE, *_DRAFTS, *_OFFICE)

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

ALL_RULES = (*RULES, *REPORT_RULES)
