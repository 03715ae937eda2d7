"""Time that does not count: consultations, each with its end, overlaps once.

条例(2007) 第二十四条第三款; 条例(2019) 第三十二至三十四条.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from states.calendar.workdays import WorkCalendar
from states.case import Case, Event, EventKind
from states.citation import Citation
from states.statute.opinions import SILENCE, Addressee, Opinion
from states.statute.periods import EXCLUDED_AGENCY, EXCLUDED_THIRD_PARTY
from states.statute.practice import ExclusionReading
from states.statute.versions import Law

ONE_DAY = timedelta(days=1)


class ExcludedSpan(NamedTuple):
    """Days that do not count: those after `after`, up to and including `until`."""

    after: date
    until: date
    ref: str
    citation: Citation
    paused: bool = False


class Consultation(NamedTuple):
    """One consultation: when it was sent, delivered and answered, by whom, and what they think."""

    ref: str
    third_party: bool
    co_producer: bool
    sent_on: date
    delivered_on: date | None
    answered_on: date | None
    opinion: Opinion | None = None

    @property
    def addressee(self) -> Addressee:
        """Whose opinion is asked, as the law tells them apart."""
        if self.third_party:
            return Addressee.THIRD_PARTY
        return Addressee.CO_PRODUCER if self.co_producer else Addressee.OTHER_ORGAN

    @property
    def is_open(self) -> bool:
        """Whether no answer has come."""
        return self.answered_on is None


@dataclass(frozen=True, slots=True)
class _Kinds:
    third_party: bool
    sent: EventKind
    delivered: EventKind
    answered: EventKind


_THIRD_PARTY = _Kinds(
    third_party=True,
    sent=EventKind.THIRD_PARTY_CONSULTED,
    delivered=EventKind.THIRD_PARTY_LETTER_DELIVERED,
    answered=EventKind.THIRD_PARTY_ANSWERED,
)
_AGENCY = _Kinds(
    third_party=False,
    sent=EventKind.AGENCY_CONSULTED,
    delivered=EventKind.AGENCY_LETTER_DELIVERED,
    answered=EventKind.AGENCY_ANSWERED,
)
_CONSULTED = {kinds.sent: kinds for kinds in (_THIRD_PARTY, _AGENCY)}


def consultations(case: Case) -> list[Consultation]:
    """Return the consultations of a case in the order they were sent."""
    return [
        _consultation(case.events, event, _CONSULTED[event.kind])
        for event in case.events
        if event.kind in _CONSULTED
    ]


def _consultation(events: Sequence[Event], sent: Event, kinds: _Kinds) -> Consultation:
    delivered_on = answered_on = opinion = None
    for event in events:
        if event.ref != sent.ref:
            continue
        if event.kind is kinds.delivered:
            delivered_on = delivered_on or event.on
        elif event.kind is kinds.answered and answered_on is None:
            answered_on, opinion = event.on, event.opinion
    return Consultation(
        sent.ref, kinds.third_party, sent.co_producer, sent.on, delivered_on, answered_on, opinion
    )


def opinion_due(consultation: Consultation, law: Law, calendar: WorkCalendar) -> date | None:
    """Return the last day for the opinion, or None where the law sets no end.

    Counted from delivery, or from sending while delivery is unknown.
    """
    period = SILENCE[law, consultation.addressee].period
    if period is None:
        return None
    begins_on = consultation.delivered_on or consultation.sent_on
    return calendar.nth_workday(begins_on, period.count)


def excluded_spans(case: Case, law: Law, calendar: WorkCalendar, as_of: date) -> list[ExcludedSpan]:
    """Return the spans that consultations take out of the count under a version of the law."""
    found = (
        excluded_span(consultation, law, calendar, as_of, case.practice.exclusion)
        for consultation in consultations(case)
    )
    return [span for span in found if span is not None]


def excluded_span(
    consultation: Consultation,
    law: Law,
    calendar: WorkCalendar,
    as_of: date,
    reading: ExclusionReading,
) -> ExcludedSpan | None:
    """Return what one consultation takes out of the count; None where the law excludes nothing."""
    citation = (EXCLUDED_THIRD_PARTY if consultation.third_party else EXCLUDED_AGENCY).get(law)
    if citation is None:
        return None
    ends = [
        day
        for day in (consultation.answered_on, opinion_due(consultation, law, calendar))
        if day is not None
    ]
    until = min(ends, default=max(as_of, consultation.sent_on))
    span = ExcludedSpan(consultation.sent_on, until, consultation.ref, citation, paused=not ends)
    return _as_read(span, reading)


def _as_read(span: ExcludedSpan, reading: ExclusionReading) -> ExcludedSpan:
    """Apply the office's reading of the end days; the text says only 所需时间."""
    if reading is ExclusionReading.STRICT:
        return span._replace(until=span.until - ONE_DAY)
    if reading is ExclusionReading.GENEROUS:
        return span._replace(after=span.after - ONE_DAY)
    return span


def union(spans: Iterable[ExcludedSpan]) -> list[tuple[date, date]]:
    """Return disjoint (after, until] pairs in order, so that no day is excluded twice."""
    merged: list[tuple[date, date]] = []
    for after, until in sorted((span.after, span.until) for span in spans):
        if until <= after:
            continue
        if merged and after <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], until))
        else:
            merged.append((after, until))
    return merged


def excluded_workdays(
    merged: Iterable[tuple[date, date]], start: date, end: date, calendar: WorkCalendar
) -> int:
    """Count the working days after start, up to and including end, that are excluded."""
    excluded = 0
    for after, until in merged:
        first, last = max(after, start), min(until, end)
        if first < last:
            excluded += calendar.workdays_between(first, last)
    return excluded


def count_out(
    start: date, count: int, merged: Sequence[tuple[date, date]], calendar: WorkCalendar
) -> date:
    """Return the count-th working day after start that no span excludes."""
    due = calendar.nth_workday(start, count)
    if not count:
        return due
    for after, until in merged:
        first = max(after, start)
        if first >= due:
            break
        if first < until:
            count += calendar.workdays_between(first, until)
            due = calendar.nth_workday(start, count)
    return due
