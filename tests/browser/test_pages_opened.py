"""Every page in a real browser: reachable by all, within its policy, and no wider than a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from states.steps import Role
from tests.browser.pages import faults_of_access
from tests.browser.served import Served, served_desk
from tests.browser.surfing import PHONE, started_browser, surfing, width_beyond
from tests.browser.visited import NOT_THERE, PAGES

pytestmark = pytest.mark.enable_socket


@pytest.fixture(name="desk", scope="module")
def _desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served_desk(tmp_path_factory.mktemp("desk")) as served:
        yield served


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Browser]:
    with started_browser() as browser:
        yield browser


@pytest.mark.parametrize(("role", "path"), PAGES)
def test_a_page_is_for_everybody_keeps_to_its_policy_and_fits_its_window(
    desk: Served, browser: Browser, role: Role | None, path: str
) -> None:
    with surfing(browser, desk, role) as surfer:
        surfer.open(path)
        assert surfer.path == path
        assert faults_of_access(surfer.page) == []
        assert width_beyond(surfer.page) == 0
        width, height = PHONE
        surfer.page.set_viewport_size({"width": width, "height": height})
        assert width_beyond(surfer.page) == 0
        not_there = "404" if path in NOT_THERE else "nothing of the kind"
        assert [said for said in surfer.complaints if not_there not in said] == []


def test_what_breaks_the_policy_is_heard_of(desk: Served, browser: Browser) -> None:
    with surfing(browser, desk) as surfer:
        surfer.open("/sign-in")
        surfer.page.evaluate(
            "document.head.appendChild(document.createElement('style')).textContent = 'p{}'"
        )
        surfer.page.wait_for_timeout(50)
        assert any("Content Security Policy" in said for said in surfer.complaints)
