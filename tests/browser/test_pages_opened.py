"""Every page in a real browser: reachable by all, within its policy, and no wider than a phone."""

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from states.steps import Role
from tests.browser.pages import BY_WIDTH, faults_of_access
from tests.browser.served import Served, served_desk
from tests.browser.surfing import DESKTOP, PHONE, Surfer, started_browser, surfing, width_beyond
from tests.browser.visited import NOT_THERE, PAGES
from tests.builders import an_installation
from tests.workflow.web.addresses import addresses_of
from workflow.bootstrap import Office
from workflow.letters.kinds import LetterKind
from workflow.records.canonical import JsonValue
from workflow.services.handing_over import HandOver, hand_over
from workflow.services.letters.writing import WriteLetter, issue
from workflow.web.app import create_app

pytestmark = [pytest.mark.thorough, pytest.mark.enable_socket]


# What is sent on to another page, or is no page: files, and pieces that a page asks for.
NO_PAGE = frozenset({"/", "/reports/open", "/requests/new/due", "/robots.txt"})
FILE = re.compile(r"\.[\w{}]+$|^/static/|/attachments/\{")


@pytest.fixture(name="desk", scope="module")
def _desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served_desk(tmp_path_factory.mktemp("desk")) as served:
        a_letter_and_a_hand_over(served.office)
        yield served


def a_letter_and_a_hand_over(office: Office) -> None:
    """Leave the first letter and the first hand-over on record."""
    with office.read() as view:
        number = view.requests.number_of(36)
    correction: dict[str, JsonValue] = {
        "corrections": [{"point": "没有写明名称", "how": "请写明文件名称"}]
    }
    letter = WriteLetter(
        kind=LetterKind.CORRECTION_NOTICE,
        actor="苏示甲",
        role=Role.CLERK,
        request_number=number,
        facts=correction,
    )
    passing = HandOver(giver="李建国", receiver="苏示甲", actor="李建国", role=Role.CLERK)
    at = office.clock.now()
    with office.work() as uow:
        issue(letter, uow, at=at, calendar=office.calendar)
        hand_over(passing, uow, at=at, calendar=office.calendar)


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Browser]:
    with started_browser() as browser:
        yield browser


@pytest.fixture(name="windows", scope="module")
def _windows(desk: Served, browser: Browser) -> Iterator[dict[Role | None, Surfer]]:
    with ExitStack() as opened:
        yield {
            role: opened.enter_context(surfing(browser, desk, role))
            for role in {role for role, _ in PAGES}
        }


@pytest.mark.parametrize(("role", "path"), PAGES)
def test_a_page_is_for_everybody_keeps_to_its_policy_and_fits_its_window(
    windows: dict[Role | None, Surfer], role: Role | None, path: str
) -> None:
    surfer = windows[role]
    surfer.complaints.clear()
    width, height = DESKTOP
    surfer.page.set_viewport_size({"width": width, "height": height})
    surfer.open(path)
    assert surfer.path == quote(path, safe="/?&=")
    assert faults_of_access(surfer.page) == []
    assert width_beyond(surfer.page) == 0
    width, height = PHONE
    surfer.page.set_viewport_size({"width": width, "height": height})
    assert faults_of_access(surfer.page, *BY_WIDTH) == []
    assert width_beyond(surfer.page) == 0
    not_there = "404" if path in NOT_THERE else "nothing of the kind"
    assert [said for said in surfer.complaints if not_there not in said] == []


def test_every_page_of_the_application_is_opened(tmp_path: Path) -> None:
    with an_installation(tmp_path) as installation:
        asked = [one.path for one in addresses_of(create_app(installation)) if one.method == "GET"]
    opened = {_route_of(path.partition("?")[0], asked) for _, path in PAGES}
    pages = {path for path in asked if path not in NO_PAGE and not FILE.search(path)}
    assert pages - opened == set()


def _route_of(path: str, asked: Iterable[str]) -> str:
    """Return the route that answers a path, as it is declared: the first that fits."""
    patterns = {one: re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(one)) for one in asked}
    fitting = (one for one, pattern in patterns.items() if re.fullmatch(pattern, path))
    return next(fitting, "")


def test_what_breaks_the_policy_is_heard_of(desk: Served, browser: Browser) -> None:
    with surfing(browser, desk) as surfer:
        surfer.open("/sign-in")
        surfer.page.evaluate(
            "document.head.appendChild(document.createElement('style')).textContent = 'p{}'"
        )
        surfer.page.wait_for_timeout(50)
        assert any("Content Security Policy" in said for said in surfer.complaints)
