"""What a request waits for beside its reply, and since when the office is to act.

The periods that bind others are in `states.clock.deadlines`; this is what comes after them.
"""

from collections.abc import Iterator
from datetime import date

from states.calendar.workdays import WorkCalendar
from states.case import CLOSED_STATES, Case, Event, EventKind, State
from states.citation import cite
from states.clock.answer import reckon
from states.clock.deadlines import ClockKey, Deadline
from states.clock.lapsing import lapse_of
from states.clock.objections import ThirdPartyNotice, notice_due_to
from states.clock.spans import consultations
from states.clock.standing import ConsultationStatus, standings
from states.statute.instruments import OGI_2019
from states.statute.opinions import TOLD_DESPITE_OBJECTION

OPINIONS = cite(OGI_2019, 32)
EXTENSION, REASONS = cite(OGI_2019, 33, 2), cite(OGI_2019, 35)

_DECIDED = (EventKind.EXTENSION_APPROVED, EventKind.EXTENSION_REFUSED)
_TO_TELL = frozenset({ThirdPartyNotice.REQUIRED, ThirdPartyNotice.TO_CHECK})


def awaited(case: Case, calendar: WorkCalendar, as_of: date) -> Iterator[Deadline]:
    """Yield what a request received waits for; of a closed one, whom it leaves to be told."""
    if case.receipt is None or case.state is State.MERGED:
        return
    yield from _third_parties(case, calendar)
    if case.state in CLOSED_STATES:
        return
    yield from _lapse(case, calendar, as_of)
    yield from _silence(case, calendar, as_of)
    yield from _reasons(case)
    yield from _extension(case, calendar, as_of)


def _lapse(case: Case, calendar: WorkCalendar, as_of: date) -> Iterator[Deadline]:
    lapse = lapse_of(case, calendar)
    if lapse is not None and as_of > lapse.after:
        on = calendar.nth_workday(lapse.after, 1)
        yield Deadline(ClockKey.LAPSE, on, lapse.provisional, lapse.citation)


def _silence(case: Case, calendar: WorkCalendar, as_of: date) -> Iterator[Deadline]:
    if not any(event.kind in _CONSULTED for event in case.events):
        return
    for standing in standings(case, as_of, calendar):
        if standing.status is ConsultationStatus.SILENT and standing.silent_after is not None:
            on = calendar.nth_workday(standing.silent_after, 1)
            ref, article = standing.consultation.ref, standing.rule.citation or OPINIONS
            yield Deadline(ClockKey.OPINION_SILENCE, on, standing.provisional, article, ref)


_CONSULTED = frozenset({EventKind.THIRD_PARTY_CONSULTED, EventKind.AGENCY_CONSULTED})


def _reasons(case: Case) -> Iterator[Deadline]:
    """The law sets no day for the reasons: they are asked after from the day of asking."""
    asked = case.last(EventKind.REASONS_REQUESTED)
    if case.state is State.AWAITING_REASONS and asked is not None:
        yield Deadline(ClockKey.REASONS, asked.on, provisional=False, citation=REASONS)


def _extension(case: Case, calendar: WorkCalendar, as_of: date) -> Iterator[Deadline]:
    asked = case.last(EventKind.EXTENSION_REQUESTED)
    decided = _last_of(case, *_DECIDED)
    if asked is not None and not _follows(case, decided, asked):
        yield Deadline(ClockKey.EXTENSION_DECISION, asked.on, provisional=False, citation=EXTENSION)
    told = case.last(EventKind.EXTENSION_NOTIFIED)
    approved = case.last(EventKind.EXTENSION_APPROVED)
    if approved is not None and not _follows(case, told, approved):
        found = reckon(case, calendar, as_of)
        on = found.original_due or found.due
        yield Deadline(ClockKey.EXTENSION_NOTICE, on, found.provisional, EXTENSION)


def _third_parties(case: Case, calendar: WorkCalendar) -> Iterator[Deadline]:
    """Whoever objected to what was disclosed is told of it, from the next working day on."""
    closing, receipt = case.closing, case.receipt
    if closing is None or receipt is None:
        return
    for consultation in consultations(case):
        if notice_due_to(case, consultation) in _TO_TELL:
            on = calendar.nth_workday(closing.on, 1)
            article = TOLD_DESPITE_OBJECTION[receipt.law]
            yield Deadline(
                ClockKey.THIRD_PARTY_NOTICE,
                on,
                calendar.is_provisional(closing.on, on),
                article,
                consultation.ref,
            )


def _last_of(case: Case, *kinds: EventKind) -> Event | None:
    return next((event for event in reversed(case.events) if event.kind in kinds), None)


def _follows(case: Case, later: Event | None, earlier: Event) -> bool:
    """Say whether one fact came after another; facts of one day stand in order of entry."""
    if later is None:
        return False
    places = {id(event): place for place, event in enumerate(case.events)}
    return places[id(later)] > places[id(earlier)]
