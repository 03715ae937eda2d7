"""The pictures of the documentation: small, shown somewhere, and of pages there are."""

from pathlib import Path

import pytest

from tests.browser.palette import in_few_colours
from tests.browser.pictures import FOLDER, PICTURES, address_of
from tests.browser.served import served_desk
from tests.browser.surfing import started_browser, surfing
from tests.docs.reading import documents

LARGEST, LARGEST_TOGETHER = 120_000, 600_000


def test_every_picture_is_kept_and_none_is_left_over() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {f"{name}.png" for name in PICTURES}


def test_the_pictures_are_small() -> None:
    sizes = [file.stat().st_size for file in FOLDER.iterdir()]

    assert max(sizes) < LARGEST
    assert sum(sizes) < LARGEST_TOGETHER


def test_every_picture_is_shown_on_a_page_in_words_too() -> None:
    text = "".join(page.read_text("utf-8") for page in documents())

    unshown = [name for name in PICTURES if f"](../pictures/{name}.png)" not in text]
    assert unshown == []
    assert "![](" not in text


@pytest.mark.thorough
@pytest.mark.enable_socket
def test_every_picture_can_still_be_taken(tmp_path: Path) -> None:
    with served_desk(tmp_path) as desk, started_browser() as browser:
        for name, (role, size, _) in PICTURES.items():
            with surfing(browser, desk, role, size=size) as surfer:
                surfer.open(address_of(desk, name))
                picture = in_few_colours(surfer.page.screenshot(type="png"))

                assert surfer.path == address_of(desk, name)
                assert surfer.complaints == []
                assert 5_000 < len(picture) < LARGEST
