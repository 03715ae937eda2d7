from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.calendar.workdays import built_in
from states.case import CLOSED_STATES, LEAVES, MATTERS, Case, EventKind, State
from states.chart.rows import CHART, MOVES
from states.deciding.draft import draft_of
from states.errors import MoveNotOnChartError, MoveRefusedError
from states.machine import fire, offers
from states.matters import ItemWithdrawn
from states.statute.receipt import Channel
from states.statute.versions import Law
from states.steps import Role, Step
from tests.replies import CLERK, an_item, plausible, with_letter
from tests.states.lives import FAR, a_case, fact, lives, step_of

CALENDAR = built_in()


def a_step(move: str, on: str, role: Role = Role.CLERK, **terms: object) -> Step:
    return Step(move, date.fromisoformat(on), FAR, role, **terms)  # type: ignore[arg-type]


RECEIVED = a_case(Channel.IN_PERSON, fact("submitted", "2023-03-06"))


def refusals(case: Case, step: Step) -> dict[str, str]:
    with pytest.raises(MoveRefusedError) as caught:
        fire(case, step, CALENDAR)
    return {
        refusal.code: refusal.citation.short if refusal.citation else ""
        for refusal in caught.value.refusals
    }


def test_a_lawful_step_returns_the_fact_it_made() -> None:
    event = fire(RECEIVED, a_step("request_correction", "2023-03-10", workdays=10), CALENDAR)

    assert event.kind is EventKind.CORRECTION_REQUESTED
    assert (event.on, event.workdays) == (date(2023, 3, 10), 10)
    assert RECEIVED.after(event).state is State.AWAITING_CORRECTION


def test_a_move_that_is_not_on_the_chart_is_an_error_of_its_own() -> None:
    with pytest.raises(MoveNotOnChartError) as caught:
        fire(RECEIVED, a_step("pay_fee", "2023-03-10"), CALENDAR)

    assert (caught.value.move, caught.value.state) == ("pay_fee", State.RECEIVED)


def test_an_unknown_move_is_not_on_the_chart() -> None:
    with pytest.raises(MoveNotOnChartError):
        fire(RECEIVED, a_step("celebrate", "2023-03-10"), CALENDAR)


def test_every_reason_is_told_at_once() -> None:
    step = replace(
        a_step("request_correction", "2023-03-20", Role.SUPERVISOR), today=date(2023, 3, 19)
    )

    found = refusals(RECEIVED, step)

    # 2023-03-06 + 7 working days = 2023-03-15 (Wed).
    assert set(found) == {"role_may_not", "in_the_future", "correction_window_closed"}
    assert found["correction_window_closed"] == "条例(2019) 第三十条"


def test_a_breach_that_happened_is_recorded_when_it_is_acknowledged() -> None:
    step = a_step("request_correction", "2023-03-16", acknowledged=("correction_window_closed",))

    event = fire(RECEIVED, step, CALENDAR)

    assert event.acknowledged == ("correction_window_closed",)


def test_an_impossibility_cannot_be_acknowledged_away() -> None:
    step = a_step("request_correction", "2023-03-03", acknowledged=("before_receipt",))

    assert "before_receipt" in refusals(RECEIVED, step)


def test_offers_name_lawful_moves_beside_those_that_are_refused() -> None:
    found = {
        offer.move.name: offer for offer in offers(RECEIVED, a_step("", "2023-03-10"), CALENDAR)
    }

    assert found["request_correction"].is_lawful
    assert not found["extend"].is_lawful
    assert {refusal.code for refusal in found["extend"].refusals} == {"extension_not_approved"}
    assert "pay_fee" not in found


def test_an_offer_that_only_breaches_is_still_open_to_the_clerk() -> None:
    found = {
        offer.move.name: offer for offer in offers(RECEIVED, a_step("", "2023-03-16"), CALENDAR)
    }

    assert found["request_correction"].is_lawful
    assert found["request_correction"].refusals


def test_each_move_has_one_row() -> None:
    assert len(MOVES) == len(CHART)


def test_every_row_names_its_article_or_is_the_applicants_own_act() -> None:
    without = {move.name for move in CHART if not move.citations}

    assert without == {"withdraw"}


def test_every_row_is_made_by_somebody() -> None:
    assert all(move.roles for move in CHART)
    assert all(Role.SUPERVISOR not in move.roles for move in CHART)
    assert all(Role.ADMINISTRATOR not in move.roles for move in CHART)


def test_only_the_head_of_office_approves_an_extension() -> None:
    assert MOVES["approve_extension"].roles == {Role.HEAD_OF_OFFICE}


def test_no_fee_is_charged_by_the_system() -> None:
    assert Role.SYSTEM not in MOVES["notify_fee"].roles


def test_every_fact_of_the_law_has_a_move_that_records_it() -> None:
    assert {move.fact for move in CHART} == set(EventKind)


def test_a_row_gives_the_article_of_the_law_asked_for() -> None:
    correction = MOVES["request_correction"]

    assert str(correction.citation(Law.OGI_2007)) == "条例(2007) 第二十一条第（四）项"
    assert MOVES["delay"].citation(Law.OGI_2007) is None


def test_every_state_is_reached_and_every_open_one_can_be_left() -> None:
    reached = {move.target for move in CHART}
    left = {source for move in CHART for source in move.sources if move.target is not None}

    assert set(State) <= reached | {State.SUBMITTED}
    assert set(State) - CLOSED_STATES <= left


@given(lives(), st.data())
def test_a_step_leaves_the_state_that_its_row_promises(case: Case, data: st.DataObject) -> None:
    rows = [move for move in CHART if case.state in move.sources]
    if not rows:
        return
    move = data.draw(st.sampled_from(rows))
    on = case.events[-1].on if case.events else date(2024, 3, 6)
    step = data.draw(st.composite(lambda draw: step_of(move, on, draw, case))())

    try:
        event = fire(case, step, CALENDAR)
    except MoveRefusedError:
        return
    after = case.after(event)
    if move.fact in LEAVES or case.state is State.SUBMITTED:
        assert after.state is (move.target or case.state)
    else:
        assert after.state is case.state


@given(lives())
def test_the_chart_never_strands_a_case(case: Case) -> None:
    """From wherever a life stands, some lawful steps end it."""
    for _ in range(6):
        if case.state in CLOSED_STATES:
            break
        case = _way_on(case)

    assert case.state in CLOSED_STATES


_WAY_OUT = (
    "post_reply",
    "lapse_uncorrected",
    "lapse_unpaid",
    "record_fee_delivery",
    "receive_in_hand",
    "sign_for",
    "confirm",
)


def _way_on(case: Case) -> Case:
    on = case.events[-1].on if case.events else date(2024, 3, 6)
    for days in (0, 40, 80):
        for name in _WAY_OUT:
            day = on + timedelta(days=days)
            try:
                return _taken(case, name, day)
            except (MoveRefusedError, MoveNotOnChartError):
                continue
    raise AssertionError(case)


def _taken(case: Case, name: str, day: date) -> Case:
    """Take a step; a reply is drafted, reviewed, approved and issued first."""
    if name == "post_reply":
        anew = [an_item(item=f"新{len(case.events)}")]
        case = with_letter(_cleared(case, day), day, CALENDAR, *anew)
    matter = plausible(name, case, day) if MOVES[name].fact in MATTERS else None
    return case.after(
        fire(case, Step(name, day, FAR, Role.CLERK, matter=matter, actor=CLERK), CALENDAR)
    )


def _cleared(case: Case, day: date) -> Case:
    """Take whatever was decided before off the list."""
    for item in draft_of(case).items:
        matter = ItemWithdrawn(item.decided.item)
        step = Step("withdraw_item", day, FAR, Role.CLERK, matter=matter, actor=CLERK)
        case = case.after(fire(case, step, CALENDAR))
    return case
