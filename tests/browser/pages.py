"""A real browser for tests: pages opened without a network, judged by axe, and pictured."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.machine import program

AXE = Path(__file__).with_name("vendor") / "axe.min.js"
# What the desk and its documents promise: WCAG 2.2, A and AA.
_PROMISED = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def opened_page(html: str, *, width: int = 1366, height: int = 768) -> Iterator[Page]:
    """Open a page of a document that asks nothing of the network; a request for more is refused."""
    chromium = program("chromium", "google-chrome", package="chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        page = browser.new_page(viewport={"width": width, "height": height})
        page.route("**/*", lambda route: route.abort())
        page.set_content(html)
        yield page
        browser.close()


# Of those, what depends on how wide the window is.
BY_WIDTH = ("target-size", "scrollable-region-focusable")


def faults_of_access(page: Page, *rules: str) -> list[str]:
    """Return what axe has against a page, by some rules or by all that are promised."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    run_only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": _PROMISED}
    found = page.evaluate(
        "only => axe.run(document, {runOnly: only, resultTypes: ['violations'], preload: false})",
        run_only,
    )
    return [
        f"{fault['id']}: {fault['help']}: {fault['nodes'][0]['html'][:120]}"
        for fault in found["violations"]
    ]
