"""Who is let in: by a token alone, as its member of staff, for as long as both hold."""

from datetime import UTC, date, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from states.errors import MoveRefusedError
from states.steps import Role
from tests.workflow.web.api.calling import Program, a_token, program
from tests.workflow.web.visiting import PEOPLE, Town
from workflow.clock import legal_date
from workflow.services.errors import StaffUnknownError
from workflow.services.staffing import leave
from workflow.services.token_errors import TokenDayError, TokenNameError
from workflow.services.tokens import WRONG, digest_of, make_token, revoke_token
from workflow.web.app import create_app


def bearing(town: Town, token: str) -> Program:
    return Program(TestClient(create_app(town.installation)), token)


def test_without_a_token_nobody_is_let_in_and_told_how(town: Town) -> None:
    answer = bearing(town, "").get("/me")

    assert answer.status == 401
    assert answer.headers["www-authenticate"] == 'Bearer realm="disclosure"'
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.body["detail"] == "没有令牌。"


def test_a_wrong_token_is_told_from_none(town: Town) -> None:
    answer = bearing(town, "disclosure_wrong").get("/me")

    assert answer.status == 401
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]


def test_the_session_of_the_desk_opens_nothing_here(town: Town) -> None:
    visitor = town.visitor(Role.CLERK)
    assert visitor.get("/worklist").status == 200

    assert visitor.client.get("/api/v1/me").status_code == 401


def test_a_token_opens_no_page_of_the_desk(town: Town) -> None:
    client = TestClient(create_app(town.installation))
    headers = {"Authorization": f"Bearer {a_token(town)}"}

    answer = client.get("/worklist", headers=headers, follow_redirects=False)

    assert answer.headers["location"].startswith("/sign-in")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SYSTEM])
def test_a_token_acts_as_its_member_of_staff(town: Town, role: Role) -> None:
    me = program(town, role).get("/me").body

    assert (me["name"], me["role"], me["office"]) == (PEOPLE[role], role, "净峰镇人民政府")


def test_a_revoked_token_lets_nobody_in(town: Town) -> None:
    token = a_token(town)
    caller = bearing(town, token)
    assert caller.get("/me").status == 200
    with town.office.work() as uow:
        (kept,) = uow.tokens.all()
        at = town.clock.now()
        assert revoke_token(kept.id, uow, actor="王管理", by=Role.ADMINISTRATOR, at=at)

    answer = caller.get("/me")

    assert answer.status == 401
    assert "invalid_token" in answer.headers["www-authenticate"]


def test_a_token_holds_to_the_end_of_its_last_day(town: Town) -> None:
    at, monday = town.clock.now(), date(2025, 9, 22)
    with town.office.work() as uow:
        made = make_token(
            uow,
            PEOPLE[Role.CLERK],
            "平台",
            actor="王管理",
            by=Role.ADMINISTRATOR,
            at=at,
            expires_on=monday,
        )
    caller = bearing(town, made.text)
    town.clock.instant = datetime(2025, 9, 22, 15, 59, tzinfo=UTC)  # a minute to midnight
    assert caller.get("/me").status == 200

    town.clock.instant = datetime(2025, 9, 22, 16, 0, tzinfo=UTC)

    assert caller.get("/me").status == 401


def test_a_token_is_not_made_for_days_that_are_over(town: Town) -> None:
    with town.office.rehearse() as uow, pytest.raises(TokenDayError):
        make_token(
            uow,
            PEOPLE[Role.CLERK],
            "平台",
            actor="王管理",
            by=Role.ADMINISTRATOR,
            at=town.clock.now(),
            expires_on=date(2025, 9, 21),
        )


def test_whoever_leaves_leaves_their_tokens_behind(town: Town) -> None:
    caller = bearing(town, a_token(town, Role.REVIEWER))
    with town.office.work() as uow:
        leave(PEOPLE[Role.REVIEWER], uow, actor="王管理", at=town.clock.now())

    assert caller.get("/me").status == 401


def test_of_a_token_only_its_digest_is_kept(town: Town) -> None:
    token = a_token(town)

    with town.office.read() as view:
        bearer = view.tokens.bearer(digest_of(token), legal_date(town.clock.now()))
        assert bearer is not None
        assert token not in repr(view.tokens.all())
    assert len(token) > len("disclosure_") + 40  # 256 bits in base64


def test_when_a_token_was_last_used_is_kept(town: Town) -> None:
    caller = program(town)
    caller.get("/me")
    first = town.clock.now()
    town.clock.instant += timedelta(seconds=30)
    caller.get("/me")

    with town.office.read() as view:
        assert view.tokens.all()[0].last_used_at == first


def test_wrong_tokens_are_counted_and_then_not_looked_up(town: Town) -> None:
    guessing = bearing(town, "disclosure_guess")
    statuses = [guessing.get("/me").status for _ in range(WRONG.each)]

    answer = guessing.get("/me")

    assert set(statuses) == {401}
    assert answer.status == 429
    assert int(answer.headers["retry-after"]) == 15 * 60
    # Whoever bears a right one is not kept out by a guesser next door.
    assert bearing(town, a_token(town)).get("/me").status == 200


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER, Role.HEAD_OF_OFFICE, Role.SUPERVISOR])
def test_only_the_administrator_makes_and_revokes_tokens(town: Town, role: Role) -> None:
    at = town.clock.now()
    with town.office.rehearse() as uow, pytest.raises(MoveRefusedError):
        make_token(uow, "李四", "平台", actor="某人", by=role, at=at)
    with town.office.rehearse() as uow, pytest.raises(MoveRefusedError):
        revoke_token(1, uow, actor="某人", by=role, at=at)


@pytest.mark.parametrize("name", ["", "  ", "字" * 61, "两\n行"])
def test_a_token_says_in_a_line_for_which_program_it_is(town: Town, name: str) -> None:
    with town.office.rehearse() as uow, pytest.raises(TokenNameError):
        make_token(uow, "李四", name, actor="王管理", by=Role.ADMINISTRATOR, at=town.clock.now())


def test_a_token_is_of_somebody_on_the_staff(town: Town) -> None:
    with town.office.rehearse() as uow, pytest.raises(StaffUnknownError):
        make_token(
            uow, "无此人", "平台", actor="王管理", by=Role.ADMINISTRATOR, at=town.clock.now()
        )
