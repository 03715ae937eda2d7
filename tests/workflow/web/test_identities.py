"""The identity number on the desk: its ends everywhere, all of it once, for a reason."""

from states.steps import Role
from tests.workflow.filled_in import RESIDENT_ID, kinds, logged
from tests.workflow.web.visiting import Town

MASKED = "110105********002X"


def _logged(town: Town) -> str:
    return logged(town.office, identity_kind="resident_id", identity_number=RESIDENT_ID)


def test_a_case_shows_only_the_ends_of_the_number(town: Town) -> None:
    _logged(town)

    page = town.visitor().get("/requests/1")

    assert MASKED in page.words
    assert RESIDENT_ID not in page.text
    assert "/requests/1/identity" in page.text


def test_with_a_reason_it_is_shown_once_and_never_in_an_address(town: Town) -> None:
    number = _logged(town)
    clerk = town.visitor()

    page = clerk.post("/requests/1/identity", {"reason": "核对来访人身份"})

    assert RESIDENT_ID in page.words
    assert RESIDENT_ID not in page.address
    assert page.headers["cache-control"] == "no-store"
    assert kinds(town.office, number)[-1] == "identity_shown"
    assert RESIDENT_ID not in clerk.get("/requests/1/identity").text
    assert "核对来访人身份" in clerk.get("/requests/1").words


def test_without_a_reason_it_is_not_shown(town: Town) -> None:
    number = _logged(town)

    page = town.visitor().post("/requests/1/identity", {"reason": ""})

    assert page.status == 422
    assert RESIDENT_ID not in page.text
    assert "identity_shown" not in kinds(town.office, number)


def test_a_supervisor_is_offered_nothing_to_reveal(town: Town) -> None:
    _logged(town)

    page = town.visitor(Role.SUPERVISOR).get("/requests/1")

    assert "/requests/1/identity" not in page.text
    assert RESIDENT_ID not in page.text
