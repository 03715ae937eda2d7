"""Every operation of the API, by every role and by nobody, here and for another office."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from states.steps import Role
from tests.workflow.web.api.calling import FromEverywhere, Program, a_token, program
from tests.workflow.web.api.conftest import MARK, OWN
from tests.workflow.web.api.permissions import (
    BODIES,
    EVERYBODY,
    PERMISSIONS,
    PLACES,
    RECORDS,
)
from tests.workflow.web.visiting import Town
from workflow.services.tokens import revoke_token
from workflow.web.app import create_app

pytestmark = pytest.mark.thorough

_PLACE = re.compile(r"\{(\w+)\}")
_SERVER = 500


def operations() -> list[str]:
    return sorted(PERMISSIONS)


def path_of(operation: str, record: str = "1") -> str:
    path = operation.partition(" ")[2]
    return _PLACE.sub(lambda found: PLACES.get(found[1], record), path)


def names_record(operation: str) -> bool:
    return any(place in RECORDS for place in _PLACE.findall(operation))


def ask(caller: Program, operation: str, record: str = "1") -> Any:  # noqa: ANN401 - an answer
    method = operation.partition(" ")[0]
    return caller.ask(method, path_of(operation, record), BODIES.get(operation))


def described(town: Town) -> Iterator[str]:
    written = TestClient(create_app(town.installation)).get("/api/v1/openapi.json").json()
    for path, found in written["paths"].items():
        yield from (f"{method.upper()} {path}" for method in found)


def test_of_every_operation_it_is_said_who_may(furnished: Town) -> None:
    assert sorted(described(furnished)) == operations()


@pytest.mark.parametrize("operation", operations())
def test_nobody_gets_anything_without_a_token(furnished: Town, operation: str) -> None:
    answer = ask(Program(TestClient(create_app(furnished.installation))), operation)

    assert answer.status == 401
    assert OWN not in str(answer.body)


@pytest.mark.parametrize("kind", ["wrong", "revoked", "of the desk"])
def test_a_token_that_does_not_hold_opens_nothing(furnished: Town, kind: str) -> None:
    token = a_token(furnished)
    if kind == "wrong":
        token += "x"
    elif kind == "revoked":
        with furnished.office.work() as uow:
            at, last = furnished.clock.now(), uow.tokens.all()[-1]
            revoke_token(last.id, uow, actor="王管理", by=Role.ADMINISTRATOR, at=at)
    else:
        furnished.visitor(Role.CLERK)
        token = f"token-of-{Role.CLERK}-in-{furnished.office.id}"
    caller = Program(TestClient(FromEverywhere(create_app(furnished.installation))), token)
    faults = []
    for operation in operations():
        answer = ask(caller, operation)
        challenge = answer.headers.get("www-authenticate", "")
        if answer.status != 401 or "invalid_token" not in challenge or OWN in str(answer.body):
            faults.append((operation, answer.status, challenge))
    assert not faults


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_a_role_does_what_it_may_and_gets_403_for_the_rest(furnished: Town, role: Role) -> None:
    caller = program(furnished, role)
    faults = []
    for operation in operations():
        answer = ask(caller, operation)
        may = role in PERMISSIONS[operation]
        if answer.status >= _SERVER or (answer.status == 403) is may:
            faults.append((operation, may, answer.status, answer.body))
    assert not faults


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_a_record_of_another_office_is_not_there(furnished: Town, role: Role) -> None:
    caller = program(furnished, role)
    faults = []
    for operation in filter(names_record, operations()):
        # The other office's requests go to 6; of this one's letters there are a few by now.
        record = "99" if "letter" in operation or "{row_id}" in operation else "5"
        answer = ask(caller, operation, record)
        if answer.status not in {403, 404} or MARK in str(answer.body):
            faults.append((operation, answer.status))
    assert not faults


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_no_answer_holds_a_text_of_another_office(furnished: Town, role: Role) -> None:
    caller = program(furnished, role)
    for operation in operations():
        if operation.startswith("GET"):
            answers = [ask(caller, operation, record) for record in ("1", "2")]
            assert not any(MARK in str(answer.body) for answer in answers), operation


def test_another_office_is_not_there_itself(furnished: Town) -> None:
    caller = program(furnished)

    assert caller.get("/offices/2").status == 404
    assert caller.get("/offices/2/staff").status == 404
    assert [one["id"] for one in caller.get("/offices").body["items"]] == [1]
