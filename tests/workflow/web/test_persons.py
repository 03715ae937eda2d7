"""One person's data on the desk: as a file, for a reason, for head and administrator."""

import json

from states.steps import Role
from tests.workflow.filled_in import RESIDENT_ID, kinds, logged
from tests.workflow.web.visiting import Town

FORM = {"document": RESIDENT_ID, "reason": "本人要求", "kind": "json"}


def test_the_file_is_the_answer_and_no_address_holds_the_number(town: Town) -> None:
    number = logged(town.office, identity_kind="resident_id", identity_number=RESIDENT_ID)

    page = town.visitor(Role.HEAD_OF_OFFICE).post("/person", FORM)

    assert page.address == "/person"
    assert page.headers["content-disposition"].startswith("attachment")
    assert page.headers["cache-control"] == "no-store"
    (request,) = json.loads(page.content)["requests"]
    assert request["details"]["identity_number"] == RESIDENT_ID
    assert kinds(town.office, number)[-1] == "taken_out"


def test_a_word_file_can_be_had(town: Town) -> None:
    logged(town.office, identity_kind="resident_id", identity_number=RESIDENT_ID)

    page = town.visitor(Role.ADMINISTRATOR).post("/person", FORM | {"kind": "docx"})

    assert page.content.startswith(b"PK")


def test_of_nobody_it_is_said_beside_the_field(town: Town) -> None:
    page = town.visitor(Role.HEAD_OF_OFFICE).post("/person", FORM)

    assert page.status == 404
    assert "没有登记过这个证件号码的申请" in page.words


def test_a_clerk_is_refused(town: Town) -> None:
    assert town.visitor().get("/person").status == 403


def test_the_office_page_leads_there(town: Town) -> None:
    assert 'href="/person"' in town.visitor(Role.HEAD_OF_OFFICE).get("/office").text
    assert 'href="/person"' not in town.visitor().get("/office").text
