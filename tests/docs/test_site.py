"""The site: every page is on it, every address leads somewhere, nothing is asked of the network."""

from pathlib import Path

import pytest

from docs.site.build import build
from docs.site.links import broken_links, foreign_requests
from docs.site.navigation import INDEX, SECTIONS, Entry, navigation
from tests.docs.reading import DOCS, documents


def listed(entries: list[Entry]) -> list[str]:
    found: list[str] = []
    for entry in entries:
        below = entry if isinstance(entry, str) else entry[1]
        found += [below] if isinstance(below, str) else listed(below)
    return found


@pytest.fixture(name="site", scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    assert build(folder / "docs", folder / "site") == []
    return folder / "site"


def test_every_page_is_in_the_navigation_once() -> None:
    pages = sorted(page.relative_to(DOCS).as_posix() for page in documents())

    assert sorted(listed(navigation(DOCS))) == pages


def test_the_sections_are_in_chinese_and_the_first_pages_are_for_clerks() -> None:
    home, *sections = navigation(DOCS)

    assert home == ("首页", INDEX)
    assert [entry[0] for entry in sections] == list(SECTIONS)
    assert sections[0][1][0] == "tutorial/first-request.md"


def test_every_page_is_built(site: Path) -> None:
    built = {page.relative_to(site).with_suffix(".md") for page in site.rglob("*.html")}
    pages = {page.relative_to(DOCS) for page in documents()}
    named = {page.with_name("index.md") if page.name == INDEX else page for page in pages}

    assert named <= built


def test_nothing_but_pages_and_what_they_show_is_on_the_site(site: Path) -> None:
    assert {file.suffix for file in site.rglob("*") if file.is_file()} & {".py", ".toml"} == set()


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("nowhere.html", "leads nowhere"),
        ("#no-such-part", "leads nowhere"),
        ("index.html#no-such-part", "leads nowhere"),
    ],
)
def test_an_address_that_leads_nowhere_is_found(tmp_path: Path, address: str, fault: str) -> None:
    page = tmp_path / "index.html"
    page.write_text(f'<h1 id="here">一</h1><a href="#here">a</a><a href="{address}">b</a>', "utf-8")

    assert [fault in said for said in broken_links(tmp_path)] == [True]


def test_what_would_be_loaded_from_elsewhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text('<script src="https://cdn.example/a.js"></script><img src="a.png">', "utf-8")

    assert [said.split()[1] for said in foreign_requests(tmp_path)] == ["https://cdn.example/a.js"]
