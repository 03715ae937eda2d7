"""Programs that call the API of a town, each by the token of somebody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Address
from typing import Any, Final

from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from states.steps import Role
from tests.workflow.web.visiting import PEOPLE, Town
from workflow.bootstrap import Office
from workflow.services.tokens import make_token
from workflow.web.app import create_app

ROOT: Final = "/api/v1"
TODAY: Final = "2025-09-22"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program was answered."""

    status: int
    body: Any
    headers: Mapping[str, str]
    content: bytes

    @property
    def etag(self) -> str:
        """The version that was answered."""
        return self.headers["etag"]


@dataclass(frozen=True, slots=True)
class Program:
    """A program that bears a token, or none."""

    client: TestClient
    token: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def get(self, path: str, **query: object) -> Answer:
        params = {name: str(value) for name, value in query.items()} or None
        return _answer(self.client.get(ROOT + path, params=params, headers=self._headers({})))

    def post(self, path: str, body: object = None, *, key: str = "", version: str = "") -> Answer:
        said = {"Idempotency-Key": key, "If-Match": version}
        headers = self._headers({name: value for name, value in said.items() if value})
        return _answer(self.client.post(ROOT + path, json=body or {}, headers=headers))

    def send(self, path: str, content: bytes, *, key: str = "", **query: str) -> Answer:
        """Send a file as it is."""
        said = {
            "Content-Type": "application/octet-stream",
            **({"Idempotency-Key": key} if key else {}),
        }
        headers = self._headers(said)
        return _answer(
            self.client.post(ROOT + path, params=query, content=content, headers=headers)
        )

    def ask(self, method: str, path: str, body: object = None) -> Answer:
        if isinstance(body, bytes):
            return self.send(path, body, name="扫描件.pdf")
        headers = self._headers({})
        return _answer(self.client.request(method, ROOT + path, json=body, headers=headers))

    def _headers(self, more: Mapping[str, str]) -> dict[str, str]:
        borne = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return {**borne, **self.headers, **more}


class FromEverywhere:
    """Lets each call come from another address: wrong tokens are limited by address."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._calls = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            self._calls += 1
            scope["client"] = (str(IPv4Address(self._calls)), 1)
        await self._app(scope, receive, send)


def _answer(answered: Any) -> Answer:  # noqa: ANN401 - of the client's library
    is_json = "json" in answered.headers.get("content-type", "")
    body = answered.json() if is_json else answered.text
    return Answer(answered.status_code, body, answered.headers, answered.content)


def program(
    town: Town, role: Role = Role.CLERK, office: Office | None = None, languages: str = ""
) -> Program:
    """Return a program that bears the token of somebody in a role."""
    token = a_token(town, role, office)
    headers = {"Accept-Language": languages} if languages else {}
    return Program(TestClient(create_app(town.installation)), token, headers)


def a_token(town: Town, role: Role = Role.CLERK, office: Office | None = None) -> str:
    """Return a new token of somebody in a role."""
    with (office or town.office).work() as uow:
        at = town.clock.now()
        made = make_token(uow, PEOPLE[role], "试用", actor="王管理", by=Role.ADMINISTRATOR, at=at)
    return made.text


def fitting(fields: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what a program could send for a form: every field that is required, as it takes it."""
    return {one["name"]: _fitting(one) for one in fields if one["required"]}


def _fitting(one: Mapping[str, Any]) -> object:
    match one["kind"]:
        case "day":
            return TODAY
        case "number" | "amount":
            return 1
        case "choice":
            return one["choices"][-1]["code"]
        case "many":
            return [one["choices"][0]["code"]]
        case _:
            return "示例"
