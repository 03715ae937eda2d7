"""What somebody does on a page: fields filled in by name, and a button pressed."""

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.surfing import Surfer


def fill(surfer: Surfer, **fields: str) -> None:
    """Fill fields in by name, whatever they are; what is folded away is opened first."""
    for name, value in fields.items():
        found = surfer.page.locator(f"main [name={name}]")
        folded = surfer.page.locator(f"main details:not([open]):has([name={name}])")
        if folded.count():
            folded.locator("summary").first.click()
        _set(found, value)


def _set(found: Locator, value: str) -> None:
    kind = found.first.get_attribute("type") or ""
    if found.first.evaluate("field => field.tagName") == "SELECT":
        found.select_option(value)
    elif kind in {"checkbox", "radio"}:
        found.and_(found.page.locator(f"[value='{value}']")).check()
    else:
        found.fill(value)


def send(surfer: Surfer, button: str) -> None:
    """Press the button of a form, and wait for the page that answers it.

    Not for a navigation: what htmx writes into the history of the old page counts as one.
    """
    with surfer.page.expect_event("load"):
        surfer.page.locator(button).first.click()


def faults(surfer: Surfer) -> list[str]:
    """What the browser said against pages; a form that was looked at half filled in is none."""
    return [said for said in surfer.complaints if "with a status of 4" not in said]


def tab_to(page: Page, selector: str) -> None:
    """Press the tab key until something is in focus, and see that the focus is visible."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("it => document.activeElement.matches(it)", selector):
            seen = page.evaluate(
                "(() => { const it = getComputedStyle(document.activeElement);"
                " return it.outlineStyle !== 'none' || it.boxShadow !== 'none'; })()"
            )
            assert seen, f"the focus on {selector} is not seen"
            return
    pytest.fail(f"{selector} cannot be reached with the tab key")
