"""Pictures of the desk for its documentation: `make pictures` takes them from the sample office."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import Browser

from states.steps import Role
from tests.browser.palette import in_few_colours
from tests.browser.served import Served, served_desk
from tests.browser.surfing import Surfer, started_browser, surfing
from workflow.demo.sample_office import EXPLAINED

FOLDER: Final = Path(__file__).parents[2] / "docs/pictures"
# What each shows: whose window, its size, and the address; {row} is the request that is explained.
PICTURES: Final = {
    "worklist": (Role.CLERK, (1280, 560), "/worklist"),
    "intake": (Role.CLERK, (1100, 720), "/requests/new"),
    "case": (Role.CLERK, (1100, 720), "/requests/{row}"),
    "step": (Role.CLERK, (1000, 480), "/requests/{row}/steps/decide"),
    "report": (Role.HEAD_OF_OFFICE, (1100, 720), "/reports/2026"),
}


def address_of(desk: Served, name: str) -> str:
    """Return the address of what a picture shows."""
    with desk.office.read() as view:
        return PICTURES[name][2].format(row=view.requests.page(EXPLAINED)[0].id)


def take(surfer: Surfer, name: str) -> bytes:
    """Return a picture of what a window shows, once nothing moves in it."""
    surfer.open(address_of(surfer.desk, name))
    return in_few_colours(surfer.page.screenshot(animations="disabled", caret="hide", type="png"))


def taken(browser: Browser, desk: Served) -> Iterator[tuple[str, bytes]]:
    """Take every picture, and yield it with its name."""
    for name, (role, size, _) in PICTURES.items():
        with surfing(browser, desk, role, size=size) as surfer:
            yield name, take(surfer, name)


def main() -> None:
    """Write the pictures into a folder: that of the documentation, or the one that is named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as place,
        served_desk(Path(place)) as desk,
        started_browser() as browser,
    ):
        for name, picture in taken(browser, desk):
            (folder / f"{name}.png").write_bytes(picture)


if __name__ == "__main__":
    main()
