"""What must hold for every life a request can have."""

from contextlib import suppress
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from states.case import CLOSED_STATES, LEAVES, Case, EventKind, State
from states.chart.rows import CHART
from states.clock.answer import Flag, reckon
from states.clock.deadlines import running
from states.clock.spans import consultations
from states.errors import MoveRefusedError
from states.machine import fire, offers
from states.statute.receipt import Channel
from states.statute.versions import Law
from states.steps import Role, Step
from tests.states.lives import CALENDAR, FAR, prefixes, received_lives, step_of

_ENDS_A_CONSULTATION = frozenset({EventKind.THIRD_PARTY_ANSWERED, EventKind.AGENCY_ANSWERED})


@given(received_lives())
def test_a_later_fact_moves_a_date_earlier_only_by_ending_a_consultation(case: Case) -> None:
    last_on = case.events[-1].on
    before: date | None = None
    for grown in prefixes(case):
        if grown.receipt is None:
            continue
        due = reckon(grown, CALENDAR, last_on).due
        if before is not None and due < before:
            assert grown.events[-1].kind in _ENDS_A_CONSULTATION | _CLOSING
        before = due


# A reply ends the waiting too: a consultation still open then stops counting on that day.
_CLOSING = frozenset(kind for kind, state in LEAVES.items() if state in CLOSED_STATES)


@given(received_lives())
def test_annulling_every_consultation_never_makes_the_date_later(case: Case) -> None:
    kept = [event for event in case.events if "consulted" not in event.kind]
    last_on = case.events[-1].on

    without = Case.of(case.channel, kept, case.practice)

    if not {Flag.EXTENSION_NOTICE_LATE, Flag.DELAY_NOTICE_LATE, Flag.FEE_NOTICE_LATE} & set(
        reckon(without, CALENDAR, last_on).flags
    ):
        assert reckon(without, CALENDAR, last_on).due <= reckon(case, CALENDAR, last_on).due


@given(received_lives())
def test_suspended_days_are_never_more_than_the_union_of_the_consultations(case: Case) -> None:
    reckoning = reckon(case, CALENDAR)

    days = {
        ordinal
        for span in reckoning.spans
        for ordinal in range(span.after.toordinal() + 1, span.until.toordinal() + 1)
    }

    assert reckoning.suspended_workdays <= len(days)
    assert len(reckoning.spans) <= len(consultations(case))


@given(received_lives(), st.integers(0, 60))
def test_the_safe_date_is_always_earlier_and_the_original_never_later(
    case: Case, days: int
) -> None:
    found = reckon(case, CALENDAR, case.events[-1].on + timedelta(days=days))

    assert found.conservative_due is None or found.conservative_due < found.due
    assert found.original_due is None or found.original_due <= found.due


@given(received_lives())
def test_every_date_rests_on_an_article_named_once(case: Case) -> None:
    basis = reckon(case, CALENDAR).basis

    assert basis
    assert len(set(basis)) == len(basis)


class RandomLife(RuleBasedStateMachine):
    """Time passes, people try whatever they like, and the law holds."""

    @initialize(
        channel=st.sampled_from(Channel), start=st.dates(date(2009, 1, 1), date(2025, 6, 30))
    )
    def register(self, channel: Channel, start: date) -> None:
        self.case = Case(channel)
        self.today = start

    @rule(days=st.integers(1, 15))
    def time_passes(self, days: int) -> None:
        self.today = min(self.today + timedelta(days=days), FAR)

    @rule(data=st.data(), back=st.integers(0, 3))
    def somebody_tries_a_move(self, data: st.DataObject, back: int) -> None:
        move = data.draw(st.sampled_from(CHART))
        if self.case.state not in move.sources:
            return
        on = self.today - timedelta(days=back)
        step = data.draw(st.composite(lambda draw: step_of(move, on, draw, self.case))())
        with suppress(MoveRefusedError):
            self.case = self.case.after(fire(self.case, step, CALENDAR))

    @precondition(lambda self: self.case.state not in CLOSED_STATES)
    @rule()
    def the_page_offers_something(self) -> None:
        step = Step("", self.today, self.today, Role.HEAD_OF_OFFICE)
        assert any(offer.move.name == "withdraw" for offer in offers(self.case, step, CALENDAR))

    @invariant()
    def dates_never_run_backwards(self) -> None:
        days = [event.on for event in self.case.events]
        assert days == sorted(days)

    @invariant()
    def what_may_be_done_once_is_done_once(self) -> None:
        receipt = self.case.receipt
        once = {EventKind.EXTENSION_NOTIFIED, EventKind.FEE_NOTIFIED, EventKind.REASONS_REQUESTED}
        if receipt is None or receipt.law is Law.OGI_2019:
            once.add(EventKind.CORRECTION_REQUESTED)  # the 2007 text says nothing of it
        for kind in once:
            assert sum(event.kind is kind for event in self.case.events) <= 1

    @invariant()
    def the_state_joins_up_with_the_facts(self) -> None:
        if self.case.state is State.SUBMITTED:
            assert self.case.receipt is None
        elif self.case.state not in {State.WITHDRAWN, State.MERGED}:
            assert self.case.receipt is not None

    @invariant()
    def an_open_case_has_its_clocks_and_a_closed_one_has_none(self) -> None:
        found = running(self.case, CALENDAR, self.today)
        if self.case.state in CLOSED_STATES or self.case.receipt is None:
            assert found == ()
        else:
            assert found


TestRandomLife = RandomLife.TestCase
