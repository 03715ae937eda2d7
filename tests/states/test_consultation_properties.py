"""Opinions and deliveries in whatever order they arrive: what holds of the dates."""

from contextlib import suppress
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from states.case import Case, Event, EventKind
from states.clock.answer import answer_due, reckon
from states.clock.spans import consultations
from states.clock.standing import ConsultationStatus, Standing, standings
from states.errors import MoveRefusedError
from states.machine import fire
from states.statute.opinions import Opinion, Silence
from states.steps import Role, Step
from tests.states.lives import CALENDAR, FAR, fact

_ANSWERS = frozenset({EventKind.THIRD_PARTY_ANSWERED, EventKind.AGENCY_ANSWERED})
_PARTIES = ("third_party", "agency")
# Before and after the revision of 2019-05-15.
RECEIPTS = st.sampled_from(["2019-05-14", "2019-05-15", "2023-05-08", "2024-09-09"])


@st.composite
def a_consultation(draw: st.DrawFn, received_on: date, ref: str) -> list[Event]:
    """Draw the facts of one consultation, each of which may come on any later day."""
    party = draw(st.sampled_from(_PARTIES))
    sent_on = received_on + timedelta(days=draw(st.integers(0, 25)))
    terms = {"ref": ref}
    joint = draw(st.booleans()) if party == "agency" else True
    facts = [Event(EventKind(f"{party}_consulted"), sent_on, ref, co_producer=joint)]
    for _ in range(draw(st.integers(0, 2))):  # two people may enter it, each with a day
        on = sent_on + timedelta(days=draw(st.integers(0, 12)))
        facts.append(fact(f"{party}_letter_delivered", on.isoformat(), **terms))
    if draw(st.booleans()):
        on = sent_on + timedelta(days=draw(st.integers(0, 50)))
        opinion = draw(st.sampled_from(Opinion))
        facts.append(fact(f"{party}_answered", on.isoformat(), opinion=opinion, **terms))
    return facts


@st.composite
def courses(draw: st.DrawFn) -> tuple[Event, list[Event]]:
    """Draw a receipt and the facts of up to three consultations, in the order of entry."""
    receipt = fact("received", draw(RECEIPTS))
    count = draw(st.integers(1, 3))
    told = [event for n in range(count) for event in draw(a_consultation(receipt.on, str(n)))]
    return receipt, draw(st.permutations(told))


_MOVES = {
    "consulted": "consult_{}",
    "letter_delivered": "record_{}_delivery",
    "answered": "receive_{}_opinion",
}


def step_for(event: Event) -> Step:
    party = next(party for party in _PARTIES if event.kind.startswith(party))
    move = _MOVES[event.kind.removeprefix(f"{party}_")].format(party)
    return Step(
        move,
        event.on,
        FAR,
        Role.CLERK,
        event.ref,
        co_producer=event.co_producer,
        opinion=event.opinion,
    )


def is_open(case: Case, event: Event) -> bool:
    third_party = event.kind.startswith("third_party")
    return any(
        one.is_open and one.ref == event.ref and one.third_party is third_party
        for one in consultations(case)
    )


@settings(max_examples=300)  # fewer miss a delivery that was entered twice
@given(courses())
def test_a_date_moves_earlier_only_by_an_answer_that_ends_an_open_consultation(
    course: tuple[Event, list[Event]],
) -> None:
    receipt, told = course
    case = Case(None, (receipt,))
    last = max(receipt.on, *(event.on for event in told))
    for given_event in told * 2:  # what came too early is entered again
        due, was_open = answer_due(case, CALENDAR, last), is_open(case, given_event)
        with suppress(MoveRefusedError):
            case = case.after(fire(case, step_for(given_event), CALENDAR))
            if answer_due(case, CALENDAR, last) < due:
                assert given_event.kind in _ANSWERS
                assert was_open


@given(courses())
def test_the_order_of_entry_bears_on_nothing(course: tuple[Event, list[Event]]) -> None:
    receipt, told = course
    last = max(receipt.on, *(event.on for event in told))
    one, other = Case.of(None, [receipt, *told]), Case.of(None, [*reversed(told), receipt])

    assert reckon(one, CALENDAR, last).due == reckon(other, CALENDAR, last).due
    assert _by_ref(one, last) == _by_ref(other, last)


def _by_ref(case: Case, on: date) -> dict[tuple[str, bool], Standing]:
    found = standings(case, on, CALENDAR)
    return {(one.consultation.ref, one.consultation.third_party): one for one in found}


@given(courses(), st.integers(0, 60))
def test_a_standing_never_says_two_things_at_once(
    course: tuple[Event, list[Event]], days: int
) -> None:
    receipt, told = course
    case = Case.of(None, [receipt, *told])
    for one in standings(case, receipt.on + timedelta(days=days), CALENDAR):
        if one.status is ConsultationStatus.SILENT:
            assert one.consequence in {Silence.OFFICE_DECIDES, Silence.DEEMED_TO_AGREE}
            assert one.consultation.delivered_on is not None
        if one.status is ConsultationStatus.OPEN:
            assert one.consequence is None
        if one.consequence is not None:
            assert one.counts_as in {None, Opinion.AGREE}
        assert one.excluded_workdays >= 0
        assert not (one.is_late and one.status is not ConsultationStatus.ANSWERED)


@given(courses())
def test_the_days_of_all_together_are_no_more_than_of_each(
    course: tuple[Event, list[Event]],
) -> None:
    receipt, told = course
    case = Case.of(None, [receipt, *told])
    last = max(receipt.on, *(event.on for event in told)) + timedelta(days=40)

    together = reckon(case, CALENDAR, last).suspended_workdays

    each = [one.excluded_workdays for one in standings(case, last, CALENDAR)]
    assert together <= sum(each)
