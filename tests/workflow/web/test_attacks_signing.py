"""Signing in under attack: where it leads, what it gives away, and whose session it makes."""

import re

import pytest
from argon2 import PasswordHasher

from states.steps import Role
from tests.workflow.web.visiting import ORIGIN, PEOPLE, Town
from workflow.services.accounts import open_account
from workflow.web.desk import SESSION_COOKIE

LOGIN, PASSWORD = "lisi", "白鹭洲头看日出 1234"
ELSEWHERE = (
    "https://example.org/",
    "//example.org",
    "/\\example.org",
    "\\\\example.org",
    "/\t/example.org",
    "javascript:alert(1)",
    " //example.org",
    "/%09/example.org",
    "///example.org",
    "/\r\nX: y",
)


def _open_account(town: Town) -> None:
    with town.office.work() as uow:
        open_account(
            uow,
            PEOPLE[Role.CLERK],
            LOGIN,
            PASSWORD,
            actor=PEOPLE[Role.ADMINISTRATOR],
            by=Role.ADMINISTRATOR,
            at=town.clock.now(),
        )


def test_a_login_that_is_not_there_costs_as_much_work_as_a_wrong_password(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open_account(town)
    verify, checked = PasswordHasher.verify, list[int]()

    def counting(self: PasswordHasher, kept: str, typed: str) -> bool:
        checked.append(self.time_cost * self.memory_cost)
        return bool(verify(self, kept, typed))

    monkeypatch.setattr(PasswordHasher, "verify", counting)
    work = []
    for login in (LOGIN, "nobody"):
        checked.clear()
        assert town.browser().post("/sign-in", {"login": login, "password": "wrong"}).status == 401
        work.append(tuple(checked))

    assert work[0] == work[1]
    assert len(work[0]) == 1


def test_nobody_is_sent_to_another_site(town: Town) -> None:
    _open_account(town)
    client = town.browser().client
    for wanted in ELSEWHERE:
        for path, form in (
            ("/sign-in", {"login": LOGIN, "password": PASSWORD, "next": wanted}),
            ("/language", {"lang": "en", "back": wanted}),
        ):
            headers = {"Origin": ORIGIN}
            answered = client.post(path, data=form, headers=headers, follow_redirects=False)
            assert answered.status_code == 303
            target = answered.headers["location"]
            assert re.match(r"/(?![/\\\t])[^\t\r\n]*$", target), (wanted, target)


def test_a_session_that_somebody_made_up_is_nobodys(town: Town) -> None:
    browser = town.browser()
    for chosen in ("chosen", "x" * 4_000, "%FF%00"):
        browser.client.cookies.set(SESSION_COOKIE, chosen)
        assert browser.get("/worklist").address.startswith("/sign-in")
        assert SESSION_COOKIE not in browser.get("/sign-in").headers.get("set-cookie", "")


def test_the_cookie_of_a_session_is_read_by_no_script_and_goes_to_no_other_site(
    town: Town,
) -> None:
    _open_account(town)
    client = town.browser().client
    form = {"login": LOGIN, "password": PASSWORD}
    for origin, is_secure in ((ORIGIN, False), ("https://testserver", True)):
        answered = client.post(
            f"{origin}/sign-in", data=form, headers={"Origin": origin}, follow_redirects=False
        )
        cookie = answered.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert ("secure" in cookie) is is_secure
