"""A real browser at the served desk: what it holds against a page, and what the page tells it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from states.steps import Role
from tests.browser.pages import QUIET
from tests.browser.served import Served
from tests.machine import program
from workflow.web.desk import SESSION_COOKIE

DESKTOP, PHONE = (1366, 768), (375, 667)


@contextmanager
def started_browser() -> Iterator[Browser]:
    """Start a browser, for all tests of a module."""
    chromium = program("chromium", "google-chrome", package="chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield browser
        browser.close()


@dataclass
class Surfer:
    """A window of a browser, at the desk; `complaints` is what the browser said against pages."""

    page: Page
    desk: Served
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Open a page of the desk."""
        self.page.goto(f"{self.desk.address}{path}", wait_until="load")

    def hear(self, said: ConsoleMessage) -> None:
        """Keep what the console says against a page."""
        if said.type in {"error", "warning"}:
            self.complaints.append(said.text)

    @property
    def path(self) -> str:
        """Where the window is."""
        return self.page.url.removeprefix(self.desk.address)


@contextmanager
def surfing(
    browser: Browser,
    desk: Served,
    role: Role | None = None,
    *,
    size: tuple[int, int] = DESKTOP,
    with_script: bool = True,
) -> Iterator[Surfer]:
    """Open a window, for somebody of a role or for nobody; nothing but the desk is reached."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=with_script, locale="zh-CN"
    )
    if role is not None:
        context.add_cookies(
            [{"name": SESSION_COOKIE, "value": desk.tokens[role], "url": desk.address}]
        )
    page = context.new_page()
    surfer = Surfer(page, desk)
    page.on("console", surfer.hear)
    page.on("pageerror", lambda error: surfer.complaints.append(str(error)))
    page.on(
        "requestfailed",
        # What is still under way when somebody goes on is no fault.
        lambda asked: (
            None
            if asked.failure == "net::ERR_ABORTED"
            else surfer.complaints.append(f"failed: {asked.url}")
        ),
    )
    yield surfer
    context.close()


def width_beyond(page: Page) -> int:
    """Return by how many pixels a page is wider than its window."""
    beyond: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return beyond
