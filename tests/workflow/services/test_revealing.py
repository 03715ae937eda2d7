"""An identity number is read in full by who handles the request, for a reason, on record."""

from typing import Any

import pytest

from states.errors import MoveRefusedError
from states.steps import Role
from tests.workflow.filled_in import RESIDENT_ID, kinds, logged
from workflow.bootstrap import Office
from workflow.services.errors import ReasonBlankError
from workflow.services.privacy_errors import NoIdentityError
from workflow.services.revealing import Revealed, RevealIdentity, reveal

WHO: dict[str, Any] = {"identity_kind": "resident_id", "identity_number": RESIDENT_ID}


def looked(
    office: Office, number: str, reason: str = "核对来访人身份", role: Role = Role.CLERK
) -> Revealed:
    command = RevealIdentity(number=number, reason=reason, actor="李四", role=role)
    with office.work() as uow:
        return reveal(command, uow, at=office.clock.now(), calendar=office.calendar)


def test_who_looked_when_and_why_stands_in_the_history(office: Office) -> None:
    number = logged(office, **WHO)

    assert looked(office, number).number == RESIDENT_ID

    with office.read() as view:
        entry = view.requests.history(number)[-1]
    assert (entry.kind, entry.actor) == ("identity_shown", "李四")
    assert entry.terms == {"reason": "核对来访人身份"}
    assert entry.entered_at == office.clock.now()
    assert office.verify().holds


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CLERK, Role.HEAD_OF_OFFICE}))
def test_nobody_else_may_look(office: Office, role: Role) -> None:
    number = logged(office, **WHO)

    with pytest.raises(MoveRefusedError):
        looked(office, number, role=role)
    assert "identity_shown" not in kinds(office, number)


def test_without_a_reason_nothing_is_shown(office: Office) -> None:
    number = logged(office, **WHO)

    with pytest.raises(ReasonBlankError):
        looked(office, number, reason="  ")


def test_where_there_is_no_number_it_is_said(office: Office) -> None:
    with pytest.raises(NoIdentityError):
        looked(office, logged(office))


def test_what_was_shown_does_not_show_in_a_representation(office: Office) -> None:
    assert RESIDENT_ID not in repr(looked(office, logged(office, **WHO)))
