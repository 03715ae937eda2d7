"""Conditions on the reply (条例(2019) 第三十六至三十九条)."""

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind
from states.citation import Citation, cite
from states.errors import Refusal
from states.guards.correction import CORRECTION
from states.guards.guard import law_of, refuse
from states.guards.more_time import REASONS
from states.statute.instruments import OGI_2019
from states.statute.outcomes import Outcome, rule
from states.statute.versions import Law
from states.steps import Step


def outcome_is_named(_case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A reply says what was decided."""
    return None if step.outcome is not None else refuse("outcome_missing", cite(OGI_2019, 36))


def outcome_is_of_the_law(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A reply decides as the law in force on receipt allows."""
    if step.outcome is None or law_of(case, step) in rule(step.outcome).laws:
        return None
    citation = next(iter(rule(step.outcome).citations), None)
    return refuse("outcome_not_in_law", citation, outcome=step.outcome)


_NEEDS: dict[Outcome, tuple[EventKind, Citation]] = {
    Outcome.STILL_UNCLEAR: (EventKind.CORRECTION_RECEIVED, CORRECTION),
    Outcome.EXCESSIVE: (EventKind.REASONS_REQUESTED, REASONS),
}
_BY_LAPSE_ONLY = frozenset({Outcome.NOT_CORRECTED, Outcome.NOT_PAID})


def outcome_has_its_ground(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Some outcomes follow only upon a step already taken; lapses are no replies."""
    if step.outcome in _BY_LAPSE_ONLY:
        return refuse("outcome_by_lapse_only", CORRECTION)
    if step.outcome is None or law_of(case, step) is Law.OGI_2007:
        return None
    needed = _NEEDS.get(step.outcome)
    if needed is None or case.first(needed[0]) is not None:
        return None
    return refuse("outcome_needs_step", needed[1], needs=needed[0])
