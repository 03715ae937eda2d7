"""Signing in and out: who gets in, who is kept out, and for how long."""

import pytest

from states.steps import Role
from tests.workflow.web.visiting import MONDAY, Page, Town, Visitor
from workflow.services.accounts import FAILURES_ALLOWED, open_account
from workflow.services.allowances import SIGN_IN
from workflow.web.desk import SESSION_COOKIE

PASSWORD = "白鹭洲头看日出 1234"  # noqa: S105 - of nobody


@pytest.fixture
def account(town: Town) -> str:
    with town.office.work() as uow:
        open_account(
            uow, "李四", "lisi", PASSWORD, actor="王管理", by=Role.ADMINISTRATOR,
            at=town.clock.now(),
        )  # fmt: skip
    return "lisi"


def sign_in(town: Town, login: str, password: str = PASSWORD, **more: str) -> tuple[Visitor, Page]:
    browser = town.browser()
    return browser, browser.post("/sign-in", {"login": login, "password": password, **more})


def test_whoever_is_not_signed_in_is_asked_to_and_then_goes_on(town: Town, account: str) -> None:
    page = town.browser().get("/account")

    assert page.address == "/sign-in?next=/account"
    _, after = sign_in(town, account, next="/account")
    assert after.address == "/account"
    assert "李四" in after.words


def test_a_wrong_password_is_not_told_from_a_login_that_is_not_there(
    town: Town, account: str
) -> None:
    _, wrong = sign_in(town, account, "something else")
    _, nobody = sign_in(town, "nobody")

    assert (wrong.status, nobody.status) == (401, 401)
    assert "登录名或者密码不对" in wrong.words
    assert wrong.words.replace(account, "") == nobody.words.replace("nobody", "")


def test_after_repeated_failures_the_right_password_opens_nothing_for_a_while(
    town: Town, account: str
) -> None:
    tries = [sign_in(town, account, "wrong password")[1] for _ in range(FAILURES_ALLOWED)]

    assert ["已锁定到" in page.words for page in tries] == [False] * 4 + [True]
    _, page = sign_in(town, account)
    assert page.status == 401
    town.clock.move(minutes=16)
    _, page = sign_in(town, account)
    assert page.status == 200


def test_a_client_that_tries_one_password_on_many_logins_is_stopped(
    town: Town, account: str
) -> None:
    pages = [sign_in(town, f"login{n}", "白鹭洲头看日落")[1] for n in range(SIGN_IN.each)]
    assert {page.status for page in pages} == {401}

    _, guessed = sign_in(town, account)

    assert guessed.status == 429
    assert "次数太多" in guessed.words
    town.clock.move(minutes=16)
    assert sign_in(town, account)[1].status == 200


def test_whoever_signs_in_rightly_uses_nothing_up(town: Town, account: str) -> None:
    for _ in range(SIGN_IN.each + 1):
        assert sign_in(town, account)[1].status == 200


def test_a_browser_left_alone_is_signed_out(town: Town) -> None:
    visitor = town.visitor()
    assert visitor.get("/account").address == "/account"

    town.clock.move(minutes=31)

    assert visitor.get("/account").address.startswith("/sign-in")


def test_no_session_lasts_longer_than_half_a_day(town: Town) -> None:
    visitor = town.visitor()
    for _ in range(24):  # 696 minutes
        town.clock.move(minutes=29)
        assert visitor.get("/account").address == "/account"

    town.clock.move(minutes=29)
    assert visitor.get("/account").address.startswith("/sign-in")


def test_signing_in_gives_a_token_that_nobody_else_chose(town: Town, account: str) -> None:
    browser = town.browser()
    browser.client.cookies.set(SESSION_COOKIE, "chosen by somebody else", domain="testserver.local")

    browser.post("/sign-in", {"login": account, "password": PASSWORD})

    assert "chosen by somebody else" not in [cookie.value for cookie in browser.client.cookies.jar]


def test_who_is_signed_in_is_sent_to_no_other_site(town: Town, account: str) -> None:
    for elsewhere in ("https://example.org/", "//example.org/", "/\\example.org"):
        _, page = sign_in(town, account, next=elsewhere)
        assert page.address == "/worklist"


def test_signing_out_everywhere_ends_every_browser_of_the_account(town: Town, account: str) -> None:
    one, _ = sign_in(town, account)
    other, _ = sign_in(town, account)

    one.post("/sign-out", {"everywhere": "1"})

    assert other.get("/account").address.startswith("/sign-in")


def test_a_changed_password_signs_out_the_others_and_not_this_one(town: Town, account: str) -> None:
    one, _ = sign_in(town, account)
    other, _ = sign_in(town, account)
    new = "潮平两岸阔，风正一帆悬"

    page = one.post("/account", {"old": PASSWORD, "new": new, "again": new})

    assert "密码已经更改" in page.words
    assert one.get("/account").address == "/account"
    assert other.get("/account").address.startswith("/sign-in")
    _, page = sign_in(town, account, new)
    assert page.address == "/worklist"


def test_a_password_that_somebody_else_made_is_changed_first(town: Town) -> None:
    with town.office.work() as uow:
        opened = open_account(
            uow, "李四", "lisi", actor="王管理", by=Role.ADMINISTRATOR, at=town.clock.now()
        )
    browser, page = sign_in(town, "lisi", opened.password)

    assert page.address == "/account"
    assert browser.get("/worklist").address == "/account"


def test_somebody_who_has_left_is_signed_out_at_once(town: Town) -> None:
    visitor = town.visitor()
    with town.office.work() as uow:
        (row,) = uow.staff.where(name="李四")
        uow.staff.amend(
            row.id, {"active": False, "left_on": MONDAY}, reason="离岗", actor="王管理",
            at=town.clock.now(),
        )  # fmt: skip

    assert visitor.get("/account").address.startswith("/sign-in")


def test_what_comes_from_another_site_is_refused(town: Town) -> None:
    visitor = town.visitor()
    for headers in (
        {"Origin": "https://example.org"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {},
    ):
        answered = visitor.client.post("/sign-out", headers=headers)
        assert answered.status_code == 403
    assert visitor.get("/account").address == "/account"


def test_every_page_says_that_it_is_not_to_be_framed_scripted_or_kept(town: Town) -> None:
    headers = town.browser().get("/sign-in").headers

    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
