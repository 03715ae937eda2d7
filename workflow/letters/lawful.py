"""Whether a letter may go out: by whom, on which day, and on what the record must hold first.

The conditions are the chart's. A letter tells of a step: what that step supposes, the letter
supposes too, whether the step is entered before the letter or after it.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from states.case import Case, EventKind, State
from states.chart.move import ANY_MOVE
from states.chart.rows import MOVES
from states.errors import MoveNotOnChartError, MoveRefusedError, Refusal
from states.guards.correction import correction_is_settled, within_correction_window
from states.guards.days import not_before_last_move
from states.guards.guard import Guard
from states.statute.outcomes import Ending, Outcome, rule
from states.steps import Role, Step
from workflow.letters.derive import without
from workflow.letters.kinds import LetterKind, LetterRule
from workflow.letters.record import Occasion
from workflow.records.canonical import JsonValue

ISSUE = "issue_letter"

# The step that a letter tells of, by its name on the chart.
TELLS_OF: dict[LetterKind, str] = {
    LetterKind.CORRECTION_NOTICE: "request_correction",
    LetterKind.REASONS_NOTICE: "request_reasons",
    LetterKind.EXTENSION_NOTICE: "extend",
    LetterKind.DELAY_NOTICE: "delay",
    LetterKind.FEE_NOTICE: "notify_fee",
}
_REPLY = "date_reply"
_LAPSE = {Outcome.NOT_CORRECTED: "lapse_uncorrected", Outcome.NOT_PAID: "lapse_unpaid"}
# A letter may be written up after later steps, and a late request for a correction must still go
# out; everything else that a step supposes would make its letter untrue.
_NOT_OF_LETTERS = frozenset({not_before_last_move, within_correction_window})
_UNANSWERED = frozenset({State.ABANDONED, State.WITHDRAWN})


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


def step_told_of(kind: LetterKind) -> EventKind | None:
    """Return the fact of the step that a letter tells of, where it tells of one."""
    told = TELLS_OF.get(kind)
    return None if told is None else MOVES[told].fact


def _refusals(
    row: LetterRule, occasion: Occasion, outcome: Outcome | None, step: Step
) -> Iterator[Refusal]:
    if step.role not in row.roles:
        yield Refusal("role_may_not", None)
    case = Case(None) if occasion.request is None else occasion.request.case
    told = TELLS_OF.get(row.kind)
    if told is not None:
        case = _before_that_day(case, MOVES[told].fact, occasion.on)
        if case.state not in MOVES[told].sources:
            raise MoveNotOnChartError(told, case.state)
        conditions = _supposed_by(told)
    elif outcome is not None:
        conditions = _to_end(case, outcome)
    else:
        conditions = ANY_MOVE
    for condition in conditions:
        refusal = condition(case, step, occasion.calendar)
        if refusal is not None:
            yield refusal


def _supposed_by(move: str) -> tuple[Guard, ...]:
    row = MOVES[move]
    return tuple(guard for guard in (*row.guards, *row.terms) if guard not in _NOT_OF_LETTERS)


def _to_end(case: Case, outcome: Outcome) -> tuple[Guard, ...]:
    """Return what an answer supposes, or the end of a period; a withdrawal supposes nothing."""
    if rule(outcome).ending is Ending.ANSWER:
        if case.state in _UNANSWERED:
            raise MoveNotOnChartError(_REPLY, case.state)
        return (*_supposed_by(_REPLY), correction_is_settled, *MOVES["post_reply"].terms)
    lapse = _LAPSE.get(outcome)
    if lapse is None or case.first(MOVES[lapse].fact) is not None:
        return ANY_MOVE
    if case.state not in MOVES[lapse].sources:
        raise MoveNotOnChartError(lapse, case.state)
    return _supposed_by(lapse)


def _before_that_day(case: Case, fact: EventKind, day: date) -> Case:
    """Return the case without the step that the letter tells of, if it is entered already."""
    told = case.last(fact)
    return without(case, fact) if told is not None and told.on == day else case


def _workdays(facts: Mapping[str, JsonValue]) -> int:
    workdays = facts.get("extension_workdays")
    return workdays if isinstance(workdays, int) else 0


def _day(value: JsonValue) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None
