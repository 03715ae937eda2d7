"""Conditions on an extension and on a later date (条例(2019) 第三十三、三十五条)."""

from collections.abc import Mapping
from functools import partial

from states.calendar.workdays import WorkCalendar
from states.case import Case, Event, EventKind
from states.citation import Citation, cite
from states.clock.answer import answer_due
from states.deciding.draft import draft_of
from states.errors import Refusal
from states.guards.guard import Guard, law_of, refuse
from states.statute.decisions import Decision
from states.statute.instruments import OGI_2007, OGI_2019
from states.statute.periods import EXTENSION
from states.statute.versions import Law
from states.steps import Step

EXTENDING = {Law.OGI_2007: cite(OGI_2007, 24, 2), Law.OGI_2019: cite(OGI_2019, 33, 2)}
REASONS = cite(OGI_2019, 35)
_DECIDES_EXTENSION = frozenset({EventKind.EXTENSION_APPROVED, EventKind.EXTENSION_REFUSED})


def extended_only_once(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """The period is extended at most once."""
    extended = case.first(EventKind.EXTENSION_NOTIFIED)
    if extended is None:
        return None
    return refuse("extended_before", EXTENDING[law_of(case, step)], extended_on=extended.on)


def approved_by_head_of_office(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """An extension needs the consent of the head of the disclosure office beforehand."""
    approved = _consent(case, step)
    if approved is not None:
        return None
    return refuse("extension_not_approved", EXTENDING[law_of(case, step)])


def within_what_was_approved(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Where the head of office named a length, the extension is no longer than that."""
    approved = _consent(case, step)
    if approved is None or not approved.workdays or step.workdays <= approved.workdays:
        return None
    return refuse(
        "extension_beyond_approval",
        EXTENDING[law_of(case, step)],
        workdays=step.workdays,
        approved=approved.workdays,
    )


def _consent(case: Case, step: Step) -> Event | None:
    """Return the consent that stands on the day of the step; a later refusal takes it back."""
    decisions = [
        event for event in case.events if event.kind in _DECIDES_EXTENSION and event.on <= step.on
    ]
    if decisions and decisions[-1].kind is EventKind.EXTENSION_APPROVED:
        return decisions[-1]
    return None


def extension_is_not_pending(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """An extension already asked for waits for its answer."""
    pending = pending_extension(case)
    return None if pending is None else refuse("extension_pending", None, asked_on=pending.on)


def extension_was_asked_for(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """What is refused was asked for, and has not been decided."""
    pending = pending_extension(case)
    if pending is None:
        return refuse("extension_not_asked_for", None)
    if step.on < pending.on:
        return refuse("before_last_move", None, on=step.on, last_on=pending.on)
    return None


def pending_extension(case: Case) -> Event | None:
    """Return the request for an extension that the head of office has yet to decide."""
    for event in reversed(case.events):
        if event.kind in _DECIDES_EXTENSION:
            return None
        if event.kind is EventKind.EXTENSION_REQUESTED:
            return event
    return None


def within_extension_limit_if_named(
    case: Case, step: Step, calendar: WorkCalendar
) -> Refusal | None:
    """A consent may leave the length open; where it names one, it is a lawful one."""
    return within_extension_limit(case, step, calendar) if step.workdays else None


def within_extension_limit(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """An extension has a length, and not more than the law allows."""
    limit = EXTENSION.under[law_of(case, step)]
    if 1 <= step.workdays <= limit.count:
        return None
    return refuse("extension_length", limit.citation, workdays=step.workdays, limit=limit.count)


def notified_in_time(
    articles: Mapping[Law, Citation], case: Case, step: Step, calendar: WorkCalendar
) -> Refusal | None:
    """What moves the date must be notified before the date; later it is recorded, but void."""
    due = answer_due(case, calendar, step.on)
    if step.on <= due:
        return None
    return refuse("after_answer_due", articles[law_of(case, step)], waivable=True, due=due)


extended_in_time: Guard = partial(notified_in_time, EXTENDING)
delayed_in_time: Guard = partial(notified_in_time, dict.fromkeys(Law, REASONS))


def under_the_2019_law(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """The 2007 text knows no lapse, no reasons for many requests, and no later date."""
    return None if law_of(case, step) is Law.OGI_2019 else refuse("not_in_2007_law", None)


def reasons_asked_only_once(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Reasons for many requests are asked for once."""
    asked = case.first(EventKind.REASONS_REQUESTED)
    return None if asked is None else refuse("reasons_asked_before", REASONS, asked_on=asked.on)


def reasons_were_given(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A later date is fixed for requests whose reasons were heard."""
    if case.first(EventKind.REASONS_RECEIVED) is not None:
        return None
    return refuse("reasons_not_given", REASONS)


def reasons_judged_only_once(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Reasons are judged once; a wrong judgement is annulled and made anew."""
    judged = case.first(EventKind.REASONS_ACCEPTED) or case.first(EventKind.REASONS_REJECTED)
    return None if judged is None else refuse("reasons_judged_before", REASONS, judged_on=judged.on)


def reasons_not_rejected(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A later date is for reasonable requests; unreasonable ones are not processed."""
    rejected = case.first(EventKind.REASONS_REJECTED)
    if rejected is None:
        return None
    return refuse("reasons_rejected", REASONS, judged_on=rejected.on)


def excess_was_judged(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Requests are too many only if the reasons given were weighed, and found wanting."""
    decided = {item.decided.decision for item in draft_of(case).items}
    if Decision.EXCESSIVE not in decided or case.first(EventKind.REASONS_RECEIVED) is None:
        return None
    accepted = case.first(EventKind.REASONS_ACCEPTED)
    if accepted is not None:
        return refuse("reasons_accepted", REASONS, judged_on=accepted.on)
    if case.first(EventKind.REASONS_REJECTED) is None:
        return refuse("reasons_not_judged", REASONS)
    return None


def later_than_due(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """The later date is a date, and later than the one it replaces."""
    due = answer_due(case, calendar, step.on)
    if step.new_due is not None and step.new_due > due:
        return None
    return refuse("new_due_not_later", REASONS, due=due, new_due=step.new_due or "")
