"""What is served as it lies: the vendored files that are named, and nothing else."""

import hashlib
import json
from importlib.resources import files

import pytest

from tests.workflow.web.visiting import Town
from workflow.web.static_files import address_of_static

STATIC = files("workflow.web").joinpath("static")
VENDORED = json.loads(STATIC.joinpath("vendored.json").read_text("utf-8"))


@pytest.mark.parametrize("name", VENDORED)
def test_a_vendored_file_is_the_one_that_is_named(name: str) -> None:
    held = STATIC.joinpath(name).read_bytes()

    assert hashlib.sha256(held).hexdigest() == VENDORED[name]["sha256"]


@pytest.mark.parametrize("name", VENDORED)
def test_a_vendored_file_has_a_version_and_a_licence(name: str) -> None:
    assert VENDORED[name]["version"]
    assert VENDORED[name]["licence"] in {"0BSD", "MIT"}


def test_every_minified_file_is_vendored() -> None:
    assert {entry.name for entry in STATIC.iterdir() if ".min." in entry.name} == set(VENDORED)


def test_a_static_file_may_be_kept_for_good(town: Town) -> None:
    page = town.browser().get(address_of_static("desk.css"))

    assert page.status == 200
    assert "immutable" in page.headers["cache-control"]


@pytest.mark.parametrize("name", ["vendored.json", "..%2Fapp.py", "nothing.css", "../app.py"])
def test_nothing_but_style_script_and_pictures_is_served(town: Town, name: str) -> None:
    assert town.browser().get(f"/static/x/{name}").status == 404


def test_the_first_page_of_the_desk_is_small_over_the_wire(town: Town) -> None:
    """At most 60 kB with style and script, as a browser without a cache asks for them."""
    town.log()
    visitor = town.visitor()
    page = visitor.client.get("/worklist", headers={"Accept-Encoding": "gzip"})
    size = int(page.headers.get("content-length", len(page.content)))
    for name in ("pico.min.css", "desk.css", "htmx.min.js", "desk.js", "icon.svg"):
        answered = visitor.client.get(address_of_static(name), headers={"Accept-Encoding": "gzip"})
        size += int(answered.headers["content-length"])

    assert size <= 60_000
