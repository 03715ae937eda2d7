"""Random lawful lives of a request, for properties and the state machine driver."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from hypothesis import strategies as st

from states.calendar.workdays import built_in
from states.case import CLOSED_STATES, MATTERS, Case, Event, EventKind, State
from states.chart.move import WORKING, Move
from states.chart.rows import CHART
from states.clock.answer import Reckoning, reckon
from states.errors import MoveRefusedError
from states.machine import fire
from states.statute.decisions import Decision
from states.statute.practice import Practice
from states.statute.receipt import Channel
from states.steps import MergeTarget, Role, Step
from tests.replies import CLERK, HEAD, REVIEWER, plausible, with_letter

CALENDAR = built_in()
FAR = date(2026, 12, 31)


def step_of(move: Move, on: date, draw: st.DrawFn, case: Case) -> Step:
    """Draw the terms that a move may carry, mostly lawful ones."""
    known = [event.ref for event in case.events if event.ref]
    ref = draw(st.sampled_from([*known, f"c{len(case.events)}"]))
    return Step(
        move=move.name,
        on=on,
        today=FAR,
        role=Role.HEAD_OF_OFFICE if Role.HEAD_OF_OFFICE in move.roles else min(move.roles),
        ref=ref
        if "consult" in move.name or "opinion" in move.name or "_delivery" in move.name
        else "",
        workdays=draw(st.integers(1, 20)),
        new_due=on + timedelta(days=draw(st.integers(10, 90))),
        co_producer=draw(st.booleans()),
        acknowledged=draw(
            st.sampled_from([(), ("correction_window_closed", "correction_late", "payment_late")])
        ),
        matter=plausible(move.name, case, on, draw(st.sampled_from(Decision)))
        if move.fact in MATTERS
        else None,
        actor=draw(st.sampled_from([CLERK, REVIEWER, HEAD])),
        into=MergeTarget("甲", draw(st.sampled_from(State)), case.received_on)
        if move.name == "merge_into"
        else None,
    )


@st.composite
def lives(draw: st.DrawFn, *, steps: int = 8) -> Case:
    """Draw a case that has been lived by lawful moves, from registration on."""
    channel = draw(st.sampled_from(Channel))
    on = draw(st.dates(date(2009, 1, 1), date(2025, 6, 30)))
    case = Case(channel)
    for _ in range(steps):
        rows = [move for move in CHART if case.state in move.sources]
        if not rows or case.state in CLOSED_STATES:
            break
        step = step_of(draw(st.sampled_from(rows)), on, draw, case)
        with suppress(MoveRefusedError):
            if case.state in WORKING and draw(st.integers(0, 5)) == 0:
                case = with_letter(case, on, CALENDAR)
            case = case.after(fire(case, step, CALENDAR))
        on += timedelta(days=draw(st.integers(0, 12)))
    return case


def received_lives() -> st.SearchStrategy[Case]:
    """Lives in which the day of receipt is established."""
    return lives().filter(lambda case: case.receipt is not None)


def a_case(channel: Channel | None, *facts: Event) -> Case:
    """Build a case from facts in any order."""
    return Case.of(channel, facts)


def fact(kind: str, on: str, **terms: object) -> Event:
    """Build one fact from its words: fact('received', '2023-05-08')."""
    return Event(EventKind(kind), date.fromisoformat(on), **terms)  # type: ignore[arg-type]


def prefixes(case: Case) -> Iterator[Case]:
    """Yield the case as it grew, fact by fact, in order of date."""
    for length in range(1, len(case.events) + 1):
        yield Case(case.channel, case.events[:length], case.practice)


def reckoned(
    *facts: Event,
    channel: Channel | None = None,
    as_of: str = "",
    practice: Practice | None = None,
) -> Reckoning:
    case = Case.of(channel, facts, practice or Practice())
    return reckon(case, CALENDAR, date.fromisoformat(as_of) if as_of else None)
