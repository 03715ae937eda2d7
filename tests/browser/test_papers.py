"""Intake and letters in a real browser: nothing of them is shut out, and all may be reached.

The browser asks no network: each of its questions is answered by the application in this process,
headers and all.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, Route

from tests.browser.pages import faults_of_access, opened_page
from tests.workflow.web.visiting import Town, Visitor, town

pytestmark = pytest.mark.thorough

_BLANK = '<!doctype html><html lang="zh-CN"><title>—</title><main></main></html>'
_HERE = "https://desk.example"


@contextmanager
def browsing(clerk: Visitor, width: int) -> Iterator[tuple[Page, list[str]]]:
    """Open a browser at the desk of a clerk, and note what the browser complains of."""

    def answered(route: Route) -> None:
        asked = route.request
        found = clerk.client.request(
            asked.method,
            asked.url.removeprefix(_HERE),
            content=asked.post_data_buffer,
            headers={
                "Origin": "http://testserver",
                "Content-Type": asked.headers.get("content-type", ""),
            },
        )
        headers = {
            name: value
            for name, value in found.headers.items()
            if name not in {"content-encoding", "content-length"}
        }
        route.fulfill(status=found.status_code, headers=headers, body=found.content)

    complaints: list[str] = []

    def noted(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    with opened_page(_BLANK, width=width) as page:
        page.on("console", noted)
        page.unroute_all()
        page.route("**/*", answered)
        yield page, complaints


@pytest.fixture(name="town")
def _town(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("width", [1366, 375])
def test_nothing_is_shut_out_and_everything_can_be_reached(town: Town, width: int) -> None:
    row_id, _ = town.log()
    with browsing(town.visitor(), width) as (page, complaints):
        for address in (
            "/requests/new",
            f"/requests/{row_id}/logged",
            f"/requests/{row_id}/slip",
            f"/requests/{row_id}/attachments",
            f"/requests/{row_id}/letters/new",
            f"/requests/{row_id}/letters/new?kind=correction_notice",
            "/letters",
        ):
            page.goto(_HERE + address)
            assert complaints == [], address
            assert faults_of_access(page) == [], address
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(wide) == 0, address


def test_the_date_moves_as_the_days_are_typed(town: Town) -> None:
    with browsing(town.visitor(), 1366) as (page, complaints):
        page.goto(f"{_HERE}/requests/new")
        assert "2025-10-24" in page.inner_text("#due")  # worked out in test_intake

        page.select_option("#i-channel", "post_signed")
        page.fill("#i-signed_on", "2025-09-15")
        page.press("#i-signed_on", "Tab")

        page.wait_for_function("document.querySelector('#due').innerText.includes('2025-10-17')")
        assert complaints == []
