"""Making a move: judged by the law, then written down."""

from datetime import date

import pytest

from states.errors import MoveNotOnChartError, MoveRefusedError
from states.statute.outcomes import Outcome
from states.steps import Role
from tests.builders import a_move, a_reply, a_request
from workflow.bootstrap import Office


def test_a_move_without_a_date_is_made_today(office: Office) -> None:
    number = a_request(office)

    entry = a_move(office, number, "consult_third_party", ref="甲公司")

    assert entry.happened_on == date(2025, 9, 22)
    assert entry.entered_at == office.clock.now()
    assert (entry.kind, entry.actor, entry.terms) == (
        "third_party_consulted",
        "李四",
        {"ref": "甲公司"},
    )


def test_a_move_the_law_refuses_leaves_no_trace(office: Office) -> None:
    number = a_request(office)

    with pytest.raises(MoveRefusedError):
        a_move(office, number, "request_correction", date(2025, 9, 11))  # the 8th working day

    with office.read() as view:
        assert len(view.requests.history(number)) == 2


def test_a_move_the_chart_does_not_have_is_refused(office: Office) -> None:
    number = a_request(office)

    with pytest.raises(MoveNotOnChartError):
        a_move(office, number, "receive_correction")


def test_a_role_that_may_not_is_refused(office: Office) -> None:
    number = a_request(office)

    with pytest.raises(MoveRefusedError) as caught:
        a_move(office, number, "withdraw", role=Role.SUPERVISOR)

    assert "role_may_not" in [refusal.code for refusal in caught.value.refusals]


def test_a_request_goes_from_receipt_to_reply(office: Office) -> None:
    number = a_request(office)
    a_move(office, number, "request_correction", date(2025, 9, 3), workdays=10)
    a_move(office, number, "receive_correction", date(2025, 9, 8))
    a_move(office, number, "approve_extension", date(2025, 9, 9), role=Role.HEAD_OF_OFFICE)
    a_move(office, number, "extend", date(2025, 9, 10), workdays=5)
    a_reply(office, number, date(2025, 9, 22), Outcome.NOT_HELD, move="send_reply")

    with office.read() as view:
        row = view.requests.find(number)
    # Restarted on 09-08 (Mon): 20 working days end on 10-11 (Sat, worked), for the holiday runs
    # from 10-01 to 10-08 and 09-28 (Sun) is worked; five more end on 10-17 (Fri).
    assert row.answer_due == date(2025, 10, 17)
    assert (row.state, row.outcome, row.closed_on, row.on_time) == (
        "answered",
        "not_held",
        date(2025, 9, 22),
        True,
    )
    assert office.verify().holds
