"""The page of tokens: made for somebody, shown once, revoked."""

from datetime import date

from states.steps import Role
from tests.workflow.web.visiting import Town


def test_a_token_is_shown_once_and_lets_a_program_in(town: Town) -> None:
    visitor = town.visitor(Role.ADMINISTRATOR)
    assert "还没有令牌" in visitor.get("/office/tokens").words

    page = visitor.post("/office/tokens", {"name": "县政务平台", "staff": "李四"})

    token = next(word for word in page.words.split() if word.startswith("disclosure_"))
    answer = town.browser().client.get("/api/v1/me", headers={"Authorization": f"Bearer {token}"})
    assert answer.json()["name"] == "李四"
    listed = visitor.get("/office/tokens")
    assert token not in listed.text
    assert "县政务平台" in listed.words
    assert page.headers["cache-control"] == "no-store"


def test_a_token_is_revoked_from_the_page(town: Town) -> None:
    visitor = town.visitor(Role.ADMINISTRATOR)
    page = visitor.post("/office/tokens", {"name": "平台", "staff": "李四"})
    token = next(word for word in page.words.split() if word.startswith("disclosure_"))

    done = visitor.post("/office/tokens/1/revoke", {})

    assert "令牌已作废" in done.words
    headers = {"Authorization": f"Bearer {token}"}
    assert town.browser().client.get("/api/v1/me", headers=headers).status_code == 401


def test_what_is_missing_is_said_beside_its_field(town: Town) -> None:
    page = town.visitor(Role.ADMINISTRATOR).post("/office/tokens", {"name": "", "staff": ""})

    assert page.status == 422
    assert "请填写" in page.words
    assert "disclosure_" not in page.words


def test_a_token_of_another_office_is_not_there(town: Town) -> None:
    town.visitor(Role.ADMINISTRATOR, town.other).post(
        "/office/tokens", {"name": "平台", "staff": "李四"}
    )

    assert town.visitor(Role.ADMINISTRATOR).post("/office/tokens/1/revoke", {}).status == 404


def test_a_hostile_name_is_shown_as_it_was_typed(town: Town) -> None:
    visitor = town.visitor(Role.ADMINISTRATOR)
    visitor.post("/office/tokens", {"name": "<script>alert(1)</script>{{ 7*7 }}", "staff": "李四"})

    text = visitor.get("/office/tokens").text

    assert "<script>alert(1)" not in text
    assert "{{ 7*7 }}" in text


def test_a_token_is_proposed_for_a_year_and_shown_as_over_when_it_is(town: Town) -> None:
    visitor = town.visitor(Role.ADMINISTRATOR)
    assert 'value="2026-09-22"' in visitor.get("/office/tokens").text
    sent = {"name": "平台", "staff": "李四", "expires_on": "2025-09-22"}
    visitor.post("/office/tokens", sent)
    assert "有效 至 2025-09-22" in visitor.get("/office/tokens").words

    with town.office.work() as uow:
        uow.tokens.add(
            "李四",
            "旧平台",
            "digest",
            made_by="王管理",
            at=town.clock.now(),
            expires_on=date(2025, 9, 21),
        )

    assert "已到期 2025-09-21" in visitor.get("/office/tokens").words


def test_a_day_that_is_over_is_refused_beside_its_field(town: Town) -> None:
    sent = {"name": "平台", "staff": "李四", "expires_on": "2025-09-21"}

    page = town.visitor(Role.ADMINISTRATOR).post("/office/tokens", sent)

    assert page.status == 422
    assert "已经过了" in page.words
