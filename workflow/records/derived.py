"""What the events of a request say, as the columns that are kept for searching."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from states.calendar.workdays import WorkCalendar
from states.case import CLOSED_STATES, SERVING_KINDS, Case, Event, EventKind, State
from states.clock.answer import reckon
from states.clock.deadlines import ClockKey, Deadline, running
from states.statute.opinions import Opinion
from states.statute.outcomes import Outcome
from workflow.records.canonical import JsonValue, canonical_json
from workflow.records.chain import NOTHING
from workflow.records.counting import counted_years
from workflow.records.matters import read_matter, written_matter

KINDS: dict[str, EventKind] = {kind.value: kind for kind in EventKind}
_OUTCOMES: dict[str, Outcome] = {outcome.value: outcome for outcome in Outcome}
_OPINIONS: dict[str, Opinion] = {opinion.value: opinion for opinion in Opinion}


class Derived(NamedTuple):
    """Where a request stands, as of its last fact.

    `next_due` is the earliest day of a clock that runs, the safe day where practice is divided;
    of clocks that stand still only if no other runs. Time moves such dates later, never earlier.
    """

    state: State
    received_on: date | None = None
    answer_due: date | None = None
    next_due: date | None = None
    provisional: bool = False
    outcome: Outcome | None = None
    closed_on: date | None = None
    on_time: bool | None = None

    def columns(self) -> dict[str, object]:
        """Return the columns with their stored values."""
        columns: dict[str, object] = self._asdict()
        columns["state"] = self.state.value
        columns["outcome"] = None if self.outcome is None else self.outcome.value
        columns["received_year"], columns["closed_year"] = counted_years(
            self.state.value, self.received_on, self.closed_on
        )
        return columns


# The years of receipt and of closing are kept beside the days: the annual report counts by them.
DERIVED_COLUMNS = (*Derived._fields, "received_year", "closed_year")


def derive(case: Case, calendar: WorkCalendar) -> Derived:
    """Return what the columns must hold; a lapse or a withdrawal is neither in time nor late.

    Of a merged request nothing is due: it is answered with the one it was merged into.
    """
    state = case.state
    received_on = case.received_on
    if state in CLOSED_STATES:
        return _closed(case, calendar, state, received_on)
    if received_on is None:
        return Derived(state)
    deadlines = running(case, calendar, case.events[-1].on)
    reply = next(deadline for deadline in deadlines if deadline.key is ClockKey.REPLY)
    return Derived(
        state, received_on, reply.due, _next_due(deadlines), provisional=reply.provisional
    )


def _closed(case: Case, calendar: WorkCalendar, state: State, received_on: date | None) -> Derived:
    closing = case.closing
    outcome, closed_on = case.outcome, case.closed_on
    if state is State.MERGED:
        return Derived(state, received_on, closed_on=closed_on)
    if received_on is None or closing is None or closed_on is None:
        return Derived(state, received_on, outcome=outcome, closed_on=closed_on)
    reckoning = reckon(case, calendar)
    served = closing.kind in SERVING_KINDS
    return Derived(
        state,
        received_on,
        reckoning.due,
        None,
        reckoning.provisional,
        outcome,
        closed_on,
        closed_on <= reckoning.due if served else None,
    )


def _next_due(deadlines: tuple[Deadline, ...]) -> date:
    moving = [deadline for deadline in deadlines if not deadline.paused]
    return min(deadline.conservative or deadline.due for deadline in moving or deadlines)


def written(event: Event, more: Mapping[str, JsonValue] | None = None) -> str:
    """Return an event's terms as canonical JSON: only what is not as usual, and what is added."""
    terms: dict[str, JsonValue] = dict(more) if more else {}
    if event.ref:
        terms["ref"] = event.ref
    if event.workdays:
        terms["workdays"] = event.workdays
    if event.new_due is not None:
        terms["new_due"] = event.new_due.isoformat()
    if not event.co_producer:
        terms["co_producer"] = False
    if event.outcome is not None:
        terms["outcome"] = event.outcome.value
    if event.acknowledged:
        terms["acknowledged"] = list(event.acknowledged)
    if event.matter is not None or event.by or event.opinion is not None:
        terms |= _signed(event)
    return canonical_json(terms) if terms else NOTHING


def _signed(event: Event) -> Iterator[tuple[str, JsonValue]]:
    """Yield what a step says in its own words, who answers for it, and what was thought of it."""
    if event.matter is not None:
        yield "matter", written_matter(event.matter)
    if event.by:
        yield "by", event.by
    if event.opinion is not None:
        yield "opinion", event.opinion.value


@lru_cache(maxsize=16_384)
def restored(kind: EventKind, on: str | date, details: str) -> Event:
    """Return the event that was written down so; facts are values, so the same serves again."""
    day = on if isinstance(on, date) else date.fromisoformat(on)
    return Event(kind, day) if details == NOTHING else _with_terms(kind, day, json.loads(details))


def _with_terms(kind: EventKind, on: date, terms: Mapping[str, object]) -> Event:
    new_due = terms.get("new_due")
    acknowledged = terms.get("acknowledged")
    workdays = terms.get("workdays")
    matter = terms.get("matter")
    return Event(
        kind,
        on,
        ref=str(terms.get("ref", "")),
        workdays=workdays if isinstance(workdays, int) else 0,
        new_due=date.fromisoformat(new_due) if isinstance(new_due, str) else None,
        co_producer=terms.get("co_producer") is not False,
        outcome=_OUTCOMES.get(str(terms.get("outcome"))),
        acknowledged=tuple(map(str, acknowledged)) if isinstance(acknowledged, list) else (),
        matter=read_matter(kind, matter) if isinstance(matter, dict) else None,
        by=str(terms.get("by", "")),
        opinion=_OPINIONS.get(str(terms.get("opinion"))),
    )
