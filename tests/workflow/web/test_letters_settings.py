"""What an office sets for its letters, at the desk: by whom, and what is refused."""

import pytest

from states.steps import Role
from tests.workflow.web.visiting import Town
from workflow.letters.kinds import LetterKind
from workflow.letters.render import LetterTemplate
from workflow.services.letters.settings import letter_settings

SETTINGS = {
    "contact_office": "党政综合办公室",
    "authority": "惠安县人民政府",
    "superior_department": "",
    "court": "惠安县人民法院",
    "online_reconsideration": "",
    "payment_way": "",
    "lookup": "",
    "department_kind": "ordinary",
    "numbers-reply": "净公开复",
    "numbers-notice": "净公开告",
    "numbers-correspondence": "净公开函",
}
KIND = "correction_notice"


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.HEAD_OF_OFFICE])
def test_some_may_set_what_letters_say(town: Town, role: Role) -> None:
    page = town.visitor(role).post("/letters/settings", SETTINGS)

    assert page.address == "/letters/settings?done=set"
    with town.office.read() as view:
        assert letter_settings(view).court == "惠安县人民法院"


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER, Role.SUPERVISOR])
def test_nobody_else_may_set_what_letters_say(town: Town, role: Role) -> None:
    visitor = town.visitor(role)

    for address in ("/letters/settings", "/letters/templates", f"/letters/templates/{KIND}"):
        assert visitor.get(address).status == 403, address
    assert visitor.post("/letters/settings", SETTINGS).status == 403
    assert visitor.post(f"/letters/templates/{KIND}", {"do": "revert"}).status == 403


def test_a_series_that_makes_no_number_is_refused_beside_it(town: Town) -> None:
    page = town.visitor(Role.ADMINISTRATOR).post(
        "/letters/settings", {**SETTINGS, "numbers-notice": "净〔2025〕"}
    )

    assert page.status == 422
    assert 'id="f-numbers-notice"' in page.text
    assert "党政综合办公室" in page.text


def test_a_template_is_tried_adopted_and_taken_back(town: Town) -> None:
    head = town.visitor(Role.HEAD_OF_OFFICE)
    source = (
        LetterTemplate.built_in(LetterKind.CORRECTION_NOTICE).source.rstrip() + "\n\n特此告知。"
    )
    address = f"/letters/templates/{KIND}"

    tried = head.post(address, {"source": source, "do": "check"})
    adopted = head.post(address, {"source": source, "do": "adopt"})
    reverted = head.post(address, {"do": "revert"})

    assert "可以使用" in tried.words
    assert "特此告知" in tried.words
    assert "现用本机关的模板" in adopted.words
    assert "现用内置模板" in reverted.words


@pytest.mark.parametrize("do", ["check", "adopt"])
def test_a_template_that_cannot_serve_is_refused_and_kept_in_the_page(town: Town, do: str) -> None:
    head = town.visitor(Role.HEAD_OF_OFFICE)

    page = head.post(f"/letters/templates/{KIND}", {"source": "# 告知书\n\n{{ 没有的 }}", "do": do})

    assert page.status == 422
    assert 'id="f-source"' in page.text
    assert "没有的" in page.text
    with town.office.read() as view:
        assert not letter_settings(view).templates


def test_a_kind_that_there_is_not_is_not_found(town: Town) -> None:
    head = town.visitor(Role.HEAD_OF_OFFICE)

    assert head.get("/letters/templates/nothing").status == 404
    assert head.post("/letters/templates/nothing", {"do": "revert"}).status == 404


def test_the_list_tells_an_office_template_from_a_built_in_one(town: Town) -> None:
    page = town.visitor(Role.ADMINISTRATOR).get("/letters/templates")

    assert page.status == 200
    assert page.words.count("内置") == len(LetterKind)
