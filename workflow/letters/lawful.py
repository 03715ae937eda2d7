"""Whether a letter may go out: by whom, on which day, and on what the record must hold first.

The conditions are those of the chart (`states.guards`): a letter that would promise what the law
does not allow is refused, whether its step is entered before the letter or after it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from states import guards as g
from states.case import Case, EventKind, State
from states.errors import MoveNotOnChartError, MoveRefusedError, Refusal
from states.guards import Guard
from states.statute.outcomes import Ending, Outcome, rule
from states.steps import Role, Step
from workflow.letters.derive import without
from workflow.letters.kinds import LetterKind, LetterRule
from workflow.letters.record import Occasion
from workflow.records.canonical import JsonValue

ISSUE = "issue_letter"


@dataclass(frozen=True, slots=True)
class _Telling:
    """A letter that tells of a step: the fact of the step, and the conditions on it."""

    fact: EventKind
    guards: tuple[Guard, ...]


_TELLING: dict[LetterKind, _Telling] = {
    LetterKind.CORRECTION_NOTICE: _Telling(EventKind.CORRECTION_REQUESTED, (g.asked_only_once,)),
    LetterKind.REASONS_NOTICE: _Telling(EventKind.REASONS_REQUESTED, (g.reasons_asked_only_once,)),
    LetterKind.EXTENSION_NOTICE: _Telling(
        EventKind.EXTENSION_NOTIFIED,
        (
            g.extended_only_once,
            g.approved_by_head_of_office,
            g.before_answer_due,
            g.within_extension_limit,
        ),
    ),
    LetterKind.DELAY_NOTICE: _Telling(
        EventKind.DELAY_NOTIFIED, (g.reasons_were_given, g.before_answer_due, g.later_than_due)
    ),
    LetterKind.FEE_NOTICE: _Telling(
        EventKind.FEE_NOTIFIED, (g.fees_exist, g.charged_only_once, g.before_answer_due)
    ),
}
_REPLYING = (g.correction_is_settled, g.outcome_is_of_the_law, g.outcome_has_its_ground)
# Without a reply: what ended so is not answered any more.
_UNANSWERED = frozenset({State.ABANDONED, State.WITHDRAWN})
_LAPSING = {
    Outcome.NOT_CORRECTED: (State.AWAITING_CORRECTION, EventKind.LAPSED_UNCORRECTED),
    Outcome.NOT_PAID: (State.AWAITING_PAYMENT, EventKind.LAPSED_UNPAID),
}
_LAPSE_GUARDS = {
    Outcome.NOT_CORRECTED: g.correction_period_over,
    Outcome.NOT_PAID: g.payment_period_over,
}


def check_lawful(
    row: LetterRule,
    occasion: Occasion,
    outcome: Outcome | None,
    facts: Mapping[str, JsonValue],
    *,
    role: Role,
    today: date,
) -> None:
    """Raise MoveRefusedError or MoveNotOnChartError unless the letter may go out."""
    step = Step(
        ISSUE,
        occasion.on,
        today,
        role,
        workdays=_workdays(facts),
        new_due=_day(facts.get("new_due")),
        outcome=outcome,
    )
    refusals = tuple(_refusals(row, occasion, outcome, step))
    if refusals:
        raise MoveRefusedError(ISSUE, refusals)


def _refusals(
    row: LetterRule, occasion: Occasion, outcome: Outcome | None, step: Step
) -> Iterator[Refusal]:
    if step.role not in row.roles:
        yield Refusal("role_may_not", None)
    case = Case(None) if occasion.request is None else occasion.request.case
    conditions: list[Guard] = [g.not_in_the_future, g.not_before_receipt]
    telling = _TELLING.get(row.kind)
    if telling is not None:
        case = _before_that_day(case, telling.fact, occasion.on)
        conditions.extend(telling.guards)
    elif outcome is not None and rule(outcome).ending is Ending.ANSWER:
        if case.state in _UNANSWERED:
            raise MoveNotOnChartError("date_reply", case.state)
        conditions.extend(_REPLYING)
    elif outcome in _LAPSING:
        conditions.extend(_lapse(case, outcome))
    for condition in conditions:
        refusal = condition(case, step, occasion.calendar)
        if refusal is not None:
            yield refusal


def _lapse(case: Case, outcome: Outcome) -> Iterator[Guard]:
    """Yield the condition on a lapse that is not entered yet; it must be one that can be."""
    awaiting, lapsed = _LAPSING[outcome]
    if case.first(lapsed) is not None:
        return
    if case.state is not awaiting:
        raise MoveNotOnChartError(lapsed.value.replace("lapsed", "lapse"), case.state)
    yield _LAPSE_GUARDS[outcome]


def _before_that_day(case: Case, fact: EventKind, day: date) -> Case:
    """Return the case without the step that the letter tells of, if it is entered already."""
    told = case.last(fact)
    return without(case, fact) if told is not None and told.on == day else case


def _workdays(facts: Mapping[str, JsonValue]) -> int:
    workdays = facts.get("extension_workdays")
    return workdays if isinstance(workdays, int) else 0


def _day(value: JsonValue) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None
