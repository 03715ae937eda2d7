"""Where each consultation stands on a day: awaited, answered, or silent with what follows.

条例(2007) 第二十三条; 条例(2019) 第三十二至三十四条.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.clock.lapsing import readings
from states.clock.spans import Consultation, consultations, excluded_span, opinion_due
from states.errors import ClockQuestionError
from states.statute.opinions import SILENCE, Opinion, Silence, SilenceRule
from states.statute.practice import DEFAULT_PRACTICE, Practice
from states.statute.versions import Law


class ConsultationStatus(StrEnum):
    """Whether the opinion is awaited, has come, or may be waited for no longer."""

    OPEN = "open"
    ANSWERED = "answered"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Standing:
    """A consultation as on a day, and what the law makes of it.

    `due` ends the time for the opinion and the days it excludes; None where the text sets no end.
    Nothing follows from silence until `silent_after` has passed, which is None while the delivery
    of the letter is not recorded: the law counts from its receipt.
    """

    consultation: Consultation
    rule: SilenceRule
    status: ConsultationStatus
    due: date | None
    silent_after: date | None
    provisional: bool
    consequence: Silence | None
    excluded_workdays: int

    @property
    def until(self) -> date | None:
        """The day it was answered, or else the last day for the opinion."""
        return self.consultation.answered_on or self.due

    @property
    def is_late(self) -> bool:
        """Whether the opinion came after the statutory end: recorded, and moving no date."""
        answered_on = self.consultation.answered_on
        return answered_on is not None and self.due is not None and answered_on > self.due

    @property
    def delivery_is_unknown(self) -> bool:
        """Whether the delivery of the letter has yet to be recorded, so that its time can end."""
        awaited = self.status is ConsultationStatus.OPEN
        return awaited and self.due is not None and self.consultation.delivered_on is None

    @property
    def counts_as(self) -> Opinion | None:
        """The opinion that the law works with; None while there is none, or the office decides."""
        if self.consequence is None:
            return self.consultation.opinion
        return Opinion.AGREE if self.consequence is Silence.DEEMED_TO_AGREE else None


def standing_of(
    consultation: Consultation,
    on: date,
    calendar: WorkCalendar,
    law: Law,
    practice: Practice = DEFAULT_PRACTICE,
) -> Standing:
    """Return where a consultation stands on a day; what happened after it is not yet known."""
    known = _as_known(consultation, on)
    rule = SILENCE[law, known.addressee]
    due = opinion_due(known, law, calendar)
    silent_after = _silent_after(known, rule, calendar, practice)
    answered = known.answered_on
    over = silent_after is not None and (answered or on) > silent_after
    if answered is not None:
        status = ConsultationStatus.ANSWERED
    else:
        status = ConsultationStatus.SILENT if over else ConsultationStatus.OPEN
    last = silent_after or due
    return Standing(
        consultation=known,
        rule=rule,
        status=status,
        due=due,
        silent_after=silent_after,
        provisional=last is not None and calendar.is_provisional(known.sent_on, last),
        consequence=rule.silence if over else None,
        excluded_workdays=_excluded(known, on, calendar, law, practice),
    )


def standings(case: Case, on: date, calendar: WorkCalendar) -> tuple[Standing, ...]:
    """Return where every consultation of a case stands, in the order they were sent.

    Once the request is closed nothing is waited for: it stands as on that day. Raises
    ClockQuestionError("receipt_not_established") while the day of receipt is unknown.
    """
    found = consultations(case)
    if not found:
        return ()
    if case.receipt is None:
        raise ClockQuestionError("receipt_not_established", "events")
    law, last = case.receipt.law, min(on, case.closed_on or on)
    return tuple(standing_of(one, last, calendar, law, case.practice) for one in found)


def objections(found: Sequence[Standing]) -> tuple[Standing, ...]:
    """Return the third parties that object, in whole or in part, in time or late."""
    return tuple(
        one
        for one in found
        if one.consultation.third_party
        and one.consultation.opinion in {Opinion.PARTLY, Opinion.DISAGREE}
    )


def _as_known(consultation: Consultation, on: date) -> Consultation:
    delivered_on, answered_on = consultation.delivered_on, consultation.answered_on
    if delivered_on is not None and delivered_on > on:
        consultation = consultation._replace(delivered_on=None)
    if answered_on is not None and answered_on > on:
        consultation = consultation._replace(answered_on=None, opinion=None)
    return consultation


def _silent_after(
    consultation: Consultation, rule: SilenceRule, calendar: WorkCalendar, practice: Practice
) -> date | None:
    """Return the later reading of the period, which runs from the receipt of the letter."""
    if rule.period is None or consultation.delivered_on is None:
        return None
    both = readings(consultation.delivered_on, rule.period.count, calendar)
    return both.closed_after(practice.lapse)


def _excluded(
    consultation: Consultation, on: date, calendar: WorkCalendar, law: Law, practice: Practice
) -> int:
    """Count the working days it has taken out of the answering period by the end of a day."""
    span = excluded_span(consultation, law, calendar, on, practice.exclusion)
    if span is None:
        return 0
    until = min(span.until, on)
    return calendar.workdays_between(span.after, until) if until > span.after else 0
