"""What is served as it lies: the vendored files that are named, and nothing else."""

import hashlib
import json
import re
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
    asked = set(re.findall(r'"(/static/[^"]+)"', page.text))
    assert {address_of_static(name) for name in ("pico.min.css", "desk.css", "desk.js")} < asked
    for address in asked:
        answered = visitor.client.get(address, headers={"Accept-Encoding": "gzip"})
        size += int(answered.headers["content-length"])

    assert size <= 60_000


def test_no_style_is_so_long_that_nobody_finds_a_rule_in_it() -> None:
    ours = [one for one in files("workflow.web").joinpath("static").iterdir()
            if one.name.endswith(".css") and not one.name.endswith(".min.css")]  # fmt: skip

    assert len(ours) > 1
    assert [one.name for one in ours if len(one.read_text("utf-8").splitlines()) > 150] == []
