"""A town's desk for tests of pages: people of each role, and a browser for each of them."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from states.steps import Role
from tests.builders import TOWN, a_request, an_installation
from tests.fakes import FixedClock
from workflow.bootstrap import Installation, Office
from workflow.records.facts import OfficeProfile, StaffMember
from workflow.services.accounts import digest_of
from workflow.web.app import create_app
from workflow.web.desk import SESSION_COOKIE

MONDAY = date(2025, 9, 22)
PEOPLE: Mapping[Role, str] = {
    Role.CLERK: "李四",
    Role.REVIEWER: "林秀英",
    Role.HEAD_OF_OFFICE: "陈主任",
    Role.SUPERVISOR: "周监督",
    Role.ADMINISTRATOR: "王管理",
}
OTHER_TOWN = OfficeProfile(name="东园镇人民政府", short_name="东园镇")
ORIGIN = "http://testserver"


@dataclass(frozen=True, slots=True)
class Page:
    """What a browser was answered in the end."""

    status: int
    text: str
    address: str
    headers: Mapping[str, str]
    content: bytes

    @property
    def words(self) -> str:
        """What a reader sees of it: no tags, one blank for many."""
        bare = re.sub(r"<(script|style)\b.*?</\1>", " ", self.text, flags=re.DOTALL)
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", bare)))


class Visitor:
    """Somebody's browser, which follows where it is sent."""

    def __init__(self, client: TestClient) -> None:
        self.client = client

    def get(self, address: str, **query: object) -> Page:
        params = {name: str(value) for name, value in query.items()} or None
        return _page(self.client.get(address, params=params))

    def post(
        self,
        address: str,
        form: Mapping[str, object] | None = None,
        files: Mapping[str, Any] | None = None,
    ) -> Page:
        """Send a form; a value that is a list is sent once for each of its parts."""
        data: dict[str, Any] = {
            name: [str(one) for one in value] if isinstance(value, (list, tuple)) else str(value)
            for name, value in (form or {}).items()
        }
        headers = {"Origin": ORIGIN}
        return _page(self.client.post(address, data=data, files=files, headers=headers))


def _page(answered: Any) -> Page:  # noqa: ANN401 - of the client's library
    return Page(
        answered.status_code,
        answered.text,
        str(answered.url).removeprefix(ORIGIN),
        answered.headers,
        answered.content,
    )


@dataclass(frozen=True, slots=True)
class Town:
    """An installation with two offices, each with people of every role."""

    installation: Installation
    office: Office
    other: Office
    clock: FixedClock

    def browser(self) -> Visitor:
        """Return a browser that nobody is signed in with."""
        return Visitor(TestClient(create_app(self.installation)))

    def visitor(self, role: Role = Role.CLERK, office: Office | None = None) -> Visitor:
        """Return the browser of somebody who is signed in; no password is hashed for it."""
        seen = office or self.office
        token = f"token-of-{role}-in-{seen.id}"
        login = f"{role}-{seen.id}"
        with self.installation.work(seen.id) as uow:
            if not uow.accounts.is_taken(login):
                at = self.clock.now()
                uow.accounts.open(PEOPLE[role], login, "no hash", must_change=False, at=at)
                account = uow.accounts.by_login(login)
                assert account is not None
                uow.accounts.sign_in(account.id, digest_of(token), at)
        found = self.browser()
        found.client.cookies.set(SESSION_COOKIE, token)
        return found

    def log(self, office: Office | None = None, **facts: Any) -> tuple[int, str]:  # noqa: ANN401
        """Log a request, and return its row and its number; see `a_request` for the facts."""
        seen = office or self.office
        number = a_request(seen, **facts)
        with seen.read() as view:
            return view.requests.find(number).id, number


@contextmanager
def town(directory: Path, on: date = MONDAY) -> Iterator[Town]:
    """Open a town's desk in a directory, on a day."""
    clock = FixedClock.on(on)
    with an_installation(directory, clock) as installation:
        offices = [
            installation.establish(profile, actor="王管理") for profile in (TOWN, OTHER_TOWN)
        ]
        members = [StaffMember(name=name, role=role) for role, name in PEOPLE.items()]
        for office in offices:
            with office.work() as uow:
                uow.staff.add_many(members, actor="王管理", at=clock.now())
        yield Town(installation, offices[0], offices[1], clock)
