"""Annulling: with a reason, and everything after judged again."""

from datetime import date

import pytest

from states.case import EventKind
from states.errors import MoveRefusedError
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from states.steps import Role
from tests.builders import a_move, a_reply, a_request, an_annulment
from workflow.bootstrap import Office
from workflow.services.amending import Annul, ReasonMissingError


def test_what_rested_on_an_annulled_event_no_longer_fits(office: Office) -> None:
    number = a_request(office)
    asked = a_move(office, number, "request_correction", date(2025, 9, 3), workdays=10)
    came = a_move(office, number, "receive_correction", date(2025, 9, 8))
    a_move(office, number, "consult_third_party", date(2025, 9, 9), ref="甲")

    (misfit,) = an_annulment(office, number, asked.seq)

    assert (misfit.seq, misfit.kind, misfit.on) == (
        came.seq,
        EventKind.CORRECTION_RECEIVED,
        date(2025, 9, 8),
    )
    assert [refusal.code for refusal in misfit.refusals] == ["not_on_chart"]


def test_an_event_that_nothing_rests_on_goes_alone(office: Office) -> None:
    number = a_request(office)
    consulted = a_move(office, number, "consult_third_party", date(2025, 9, 9), ref="甲")
    a_move(office, number, "withdraw", date(2025, 9, 10))

    assert an_annulment(office, number, consulted.seq) == ()


def test_a_wrong_close_is_annulled_without_a_sham_reopening(office: Office) -> None:
    number = a_request(office)
    closed = a_reply(office, number, date(2025, 9, 8), Outcome.NOT_HELD)

    assert an_annulment(office, number, closed.seq) == ()

    with office.read() as view:
        row = view.requests.find(number)
    assert (row.state, row.closed_on, row.outcome) == ("received", None, None)
    assert office.verify().holds


def test_everything_rests_on_the_receipt(office: Office) -> None:
    number = a_request(
        office,
        channel=Channel.POST_SIGNED,
        submitted_on=None,
        signed_on=date(2025, 9, 1),
    )
    a_move(office, number, "approve_extension", date(2025, 9, 2), role=Role.HEAD_OF_OFFICE)
    a_move(office, number, "request_correction", date(2025, 9, 3), workdays=10)
    a_move(office, number, "receive_correction", date(2025, 9, 4))
    a_move(office, number, "extend", date(2025, 9, 5), workdays=5)

    misfits = an_annulment(office, number, 3)

    assert {misfit.kind for misfit in misfits} >= {
        EventKind.EXTENSION_APPROVED,
        EventKind.CORRECTION_REQUESTED,
    }
    with office.read() as view:
        assert view.requests.find(number).received_on is None
    assert office.verify().holds


def test_what_fitted_ill_before_is_not_named_again(office: Office) -> None:
    number = a_request(office)
    asked = a_move(office, number, "request_correction", date(2025, 9, 3), workdays=10)
    a_move(office, number, "receive_correction", date(2025, 9, 8))
    consulted = a_move(office, number, "consult_agency", date(2025, 9, 9), ref="甲")
    an_annulment(office, number, asked.seq)

    assert an_annulment(office, number, consulted.seq) == ()


def test_an_annulment_repeated_with_its_key_is_made_once(office: Office) -> None:
    number = a_request(office)
    consulted = a_move(office, number, "consult_agency", date(2025, 9, 9), ref="甲")

    first = an_annulment(office, number, consulted.seq, key="k")
    again = an_annulment(office, number, consulted.seq, key="k")

    assert first == again == ()
    with office.read() as view:
        assert len(view.requests.history(number)) == 4


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR, Role.REVIEWER])
def test_only_those_who_do_the_casework_annul(office: Office, role: Role) -> None:
    number = a_request(office)

    with pytest.raises(MoveRefusedError):
        an_annulment(office, number, 3, role=role)


def test_nothing_is_annulled_without_a_reason() -> None:
    with pytest.raises(ReasonMissingError):
        Annul(number="1", seq=3, reason=" ", actor="李四", role=Role.CLERK)
