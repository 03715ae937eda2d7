"""Conditions on an extension and on a later date (条例(2019) 第三十三、三十五条)."""

from collections.abc import Mapping
from functools import partial

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind
from states.citation import Citation, cite
from states.clock.answer import answer_due
from states.errors import Refusal
from states.guards.guard import Guard, law_of, refuse
from states.statute.instruments import OGI_2007, OGI_2019
from states.statute.periods import EXTENSION
from states.statute.versions import Law
from states.steps import Step

EXTENDING = {Law.OGI_2007: cite(OGI_2007, 24, 2), Law.OGI_2019: cite(OGI_2019, 33, 2)}
REASONS = cite(OGI_2019, 35)


def extended_only_once(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """The period is extended at most once."""
    extended = case.first(EventKind.EXTENSION_NOTIFIED)
    if extended is None:
        return None
    return refuse("extended_before", EXTENDING[law_of(case, step)], extended_on=extended.on)


def approved_by_head_of_office(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """An extension needs the consent of the head of the disclosure office beforehand."""
    approved = case.first(EventKind.EXTENSION_APPROVED)
    if approved is not None and approved.on <= step.on:
        return None
    return refuse("extension_not_approved", EXTENDING[law_of(case, step)])


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


def later_than_due(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """The later date is a date, and later than the one it replaces."""
    due = answer_due(case, calendar, step.on)
    if step.new_due is not None and step.new_due > due:
        return None
    return refuse("new_due_not_later", REASONS, due=due, new_due=step.new_due or "")
