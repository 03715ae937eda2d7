from datetime import date

import pytest
from hypothesis import given

from states.case import CLOSED_STATES, LEAVES, OPEN_STATES, Case, EventKind, State
from states.chart.rows import CHART
from states.statute.outcomes import Outcome
from states.statute.practice import Practice
from states.statute.receipt import Channel
from states.statute.versions import Law
from tests.states.lives import a_case, fact, lives


@pytest.mark.parametrize(
    ("channel", "deciding"),
    [
        (Channel.IN_PERSON, "submitted"),
        (Channel.POST_SIGNED, "signed_for"),
        (Channel.POST_ORDINARY, "confirmed"),
        (Channel.INTERNET, "confirmed"),
        (Channel.FAX, "confirmed"),
        (Channel.EMAIL, "confirmed"),
    ],
)
def test_receipt_under_the_2019_law_is_the_fact_of_its_channel(
    channel: Channel, deciding: str
) -> None:
    # 条例(2019) 第三十一条
    case = a_case(
        channel,
        fact("submitted", "2024-03-01"),
        fact("arrived", "2024-03-04"),
        fact("signed_for", "2024-03-05"),
        fact("confirmed", "2024-03-06"),
    )
    days = {"submitted": 1, "signed_for": 5, "confirmed": 6}

    assert case.receipt is not None
    assert case.receipt.on == date(2024, 3, days[deciding])
    assert case.receipt.law is Law.OGI_2019


@pytest.mark.parametrize(
    ("channel", "deciding"),
    [
        (Channel.IN_PERSON, "submitted"),
        (Channel.POST_SIGNED, "signed_for"),
        (Channel.POST_ORDINARY, "confirmed"),
        (Channel.INTERNET, "submitted"),  # 指导案例26号
        (Channel.FAX, "confirmed"),
        (Channel.EMAIL, "submitted"),  # 国办公开办函〔2015〕207号
    ],
)
def test_receipt_under_the_2007_law_is_the_fact_of_its_channel(
    channel: Channel, deciding: str
) -> None:
    case = a_case(
        channel,
        fact("submitted", "2017-03-01"),
        fact("signed_for", "2017-03-03"),
        fact("confirmed", "2017-03-06"),
    )
    days = {"submitted": 1, "signed_for": 3, "confirmed": 6}

    assert case.receipt is not None
    assert case.receipt.on == date(2017, 3, days[deciding])
    assert case.receipt.law is Law.OGI_2007


def test_an_online_request_submitted_under_the_old_law_stays_under_it() -> None:
    case = a_case(
        Channel.INTERNET, fact("submitted", "2019-05-14"), fact("confirmed", "2019-05-20")
    )

    assert case.receipt is not None
    assert (case.receipt.on, case.receipt.law) == (date(2019, 5, 14), Law.OGI_2007)


def test_an_online_request_confirmed_on_the_first_day_falls_under_the_new_law() -> None:
    case = a_case(
        Channel.INTERNET, fact("submitted", "2019-05-15"), fact("confirmed", "2019-05-16")
    )

    assert case.receipt is not None
    assert (case.receipt.on, case.receipt.law) == (date(2019, 5, 16), Law.OGI_2019)


def test_an_established_receipt_needs_no_channel() -> None:
    case = a_case(None, fact("received", "2019-05-15"))

    assert case.receipt is not None
    assert case.receipt.law is Law.OGI_2019
    assert case.receipt.citation is None


def test_a_case_without_channel_or_established_receipt_has_none() -> None:
    case = a_case(None, fact("submitted", "2020-01-06"))

    assert case.receipt is None
    assert case.received_on is None
    assert case.state is State.SUBMITTED


def test_the_office_may_set_the_day_the_new_law_takes_over() -> None:
    case = Case.of(None, [fact("received", "2019-05-20")], Practice(revised_from=date(2019, 6, 1)))

    assert case.receipt is not None
    assert case.receipt.law is Law.OGI_2007


def test_facts_stand_in_order_of_date_whatever_order_they_were_entered_in() -> None:
    late_entry = fact("third_party_consulted", "2023-05-10")

    case = a_case(
        None, fact("received", "2023-05-08"), fact("reasons_requested", "2023-05-12")
    ).after(late_entry)

    assert [event.on.day for event in case.events] == [8, 10, 12]


def test_the_first_and_last_fact_of_a_kind_are_found() -> None:
    case = a_case(
        None,
        fact("received", "2023-05-08"),
        fact("third_party_consulted", "2023-05-10", ref="a"),
        fact("third_party_consulted", "2023-05-12", ref="b"),
    )

    first, last = (
        case.first(EventKind.THIRD_PARTY_CONSULTED),
        case.last(EventKind.THIRD_PARTY_CONSULTED),
    )

    assert first is not None
    assert last is not None
    assert (first.ref, last.ref) == ("a", "b")
    assert case.first(EventKind.WITHDRAWN) is None
    assert case.last(EventKind.WITHDRAWN) is None


@pytest.mark.parametrize(
    ("closing", "state", "outcome"),
    [
        ("lapsed_uncorrected", State.ABANDONED, Outcome.NOT_CORRECTED),
        ("lapsed_unpaid", State.ABANDONED, Outcome.NOT_PAID),
        ("withdrawn", State.WITHDRAWN, Outcome.OTHERWISE_CONCLUDED),
    ],
)
def test_a_closing_fact_without_a_letter_decides_by_itself(
    closing: str, state: State, outcome: Outcome
) -> None:
    case = a_case(None, fact("received", "2023-05-08"), fact(closing, "2023-06-30"))

    assert (case.state, case.outcome, case.closed_on) == (state, outcome, date(2023, 6, 30))


def test_the_first_service_of_a_reply_is_the_one_that_counts() -> None:
    case = a_case(
        None,
        fact("received", "2023-03-06"),
        fact("reply_posted", "2023-04-03", outcome=Outcome.DISCLOSED),
        fact("reply_sent", "2023-04-06", outcome=Outcome.DISCLOSED),
    )

    assert case.closed_on == date(2023, 4, 3)
    assert case.outcome is Outcome.DISCLOSED


def test_an_open_request_has_neither_closing_nor_outcome() -> None:
    case = a_case(None, fact("received", "2023-03-06"))

    assert (case.closing, case.closed_on, case.outcome) == (None, None, None)


def test_open_states_are_all_that_are_not_closed() -> None:
    assert set(State) == OPEN_STATES | CLOSED_STATES
    assert not OPEN_STATES & CLOSED_STATES


def test_the_facts_leave_the_state_that_the_chart_promises() -> None:
    for move in CHART:
        if move.target is not None and move.fact in LEAVES:
            assert LEAVES[move.fact] is move.target, move.name


@given(lives())
def test_no_lawful_life_runs_past_its_closing(case: Case) -> None:
    closing = [event for event in case.events if LEAVES.get(event.kind) in CLOSED_STATES]

    assert len(closing) <= 1
