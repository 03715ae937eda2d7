"""The desk and the public pages by keyboard alone, and with script switched off."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.acting import tab_to
from tests.browser.served import LOGIN, PASSWORD, Served, served_desk
from tests.browser.surfing import started_browser, surfing
from tests.workflow.web.applying import APPLICATION

pytestmark = pytest.mark.enable_socket
_SELECTS = {"applicant_kind", "identity_kind", "provision_form"}


@pytest.fixture(name="desk", scope="module")
def _desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served_desk(tmp_path_factory.mktemp("desk")) as served:
        yield served


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Browser]:
    with started_browser() as browser:
        yield browser


def test_somebody_signs_in_and_out_without_a_mouse(desk: Served, browser: Browser) -> None:
    with surfing(browser, desk) as surfer:
        page = surfer.page
        surfer.open("/account")
        assert surfer.path == "/sign-in?next=/account"
        tab_to(page, "#i-login")
        page.keyboard.type(LOGIN)
        tab_to(page, "#i-password")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{desk.address}/account")
        tab_to(page, ".who > summary")
        page.keyboard.press("Enter")
        tab_to(page, 'form[action="/sign-out"] button')
        page.keyboard.press("Enter")
        page.wait_for_url(f"{desk.address}/sign-in")


def test_the_first_tab_leads_past_the_navigation(desk: Served, browser: Browser) -> None:
    with surfing(browser, desk) as surfer:
        surfer.open("/public/1")
        surfer.page.keyboard.press("Tab")
        surfer.page.keyboard.press("Enter")
        assert surfer.path == "/public/1#main"
        assert surfer.page.evaluate("document.activeElement.id") == "main"


def test_somebody_signs_in_without_script(desk: Served, browser: Browser) -> None:
    with surfing(browser, desk, with_script=False) as surfer:
        surfer.open("/worklist")
        surfer.page.fill("#i-login", LOGIN)
        surfer.page.fill("#i-password", PASSWORD)
        surfer.page.click("main button")
        assert surfer.path == "/worklist"


@pytest.mark.parametrize("with_script", [True, False])
def test_anybody_applies_and_looks_up(desk: Served, browser: Browser, with_script: bool) -> None:  # noqa: FBT001
    with surfing(browser, desk, with_script=with_script) as surfer:
        page = surfer.page
        surfer.open("/public/1/apply")
        for name, value in APPLICATION.items():
            if name in _SELECTS:
                page.select_option(f"#i-{name}", value)
            elif name != "key":
                page.fill(f"#i-{name}", value)
        page.click("main form button")
        said = page.inner_text("main")
        code = re.search(r"\b(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}\b", said)
        number = re.search(r"\S+公开申〔\d+〕\d+号", said)
        assert code is not None
        assert number is not None
        surfer.open("/public/1/progress")
        page.fill("#i-number", number[0])
        page.fill("#i-code", code[0])
        page.click("main form button")
        assert "待确认收到" in page.inner_text("main")
        assert surfer.complaints == []
