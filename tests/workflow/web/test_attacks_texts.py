"""One hostile record walked through all pages: its texts come out as texts, and as nothing else."""

from collections.abc import Iterator

import pytest
from lxml import html

from states.steps import Role
from tests.workflow.web.addresses import addresses_of
from tests.workflow.web.furnished import HOSTILE, furnish
from tests.workflow.web.visiting import Page, Town, town
from workflow.web.app import create_app
from workflow.web.static_files import address_of_static

pytestmark = pytest.mark.thorough

OURS = {address_of_static("desk.js"), address_of_static("htmx.min.js")}
# Elements of which our pages hold none, and which would do something.
_ACTIVE = ("iframe", "object", "embed", "base", "style", "img")


@pytest.fixture(name="hostile", scope="module")
def _hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("town")) as opened:
        furnish(opened.office, HOSTILE)
        yield opened


def pages(town: Town, role: Role) -> Iterator[tuple[str, Page]]:
    """Yield every page that is shown of the office."""
    visitor = town.visitor(role)
    for one in addresses_of(create_app(town.installation)):
        if one.method != "GET" or one.path.startswith("/static"):
            continue
        for record in ("1", "2") if one.names_record else ("1",):
            path = one.filled(record)
            yield path, visitor.get(path)
            for ask in one.asks:
                yield f"{path}?{ask}=…", visitor.get(path, **{ask: HOSTILE})


def active_parts(page: Page) -> list[str]:
    """Return what of a page would do something and is not ours."""
    tree = html.fromstring(page.content)
    found = [
        f"script {script.get('src')}"
        for script in tree.iter("script")
        if script.get("src") not in OURS or (script.text or "").strip()
    ]
    for element in tree.iter(html.etree.Element):
        if element.tag in _ACTIVE:
            found.append(str(element.tag))
        for name, value in ((str(it), str(said)) for it, said in element.attrib.items()):
            if name.startswith("on") or name == "style":
                found.append(f"{element.tag} {name}")
            if name in {"href", "src", "action", "formaction"} and _leads_astray(value):
                found.append(f"{element.tag} {name}={value}")
    return found


def _leads_astray(address: str) -> bool:
    scheme, colon, _ = address.partition("/")[0].partition(":")
    return bool(colon) and scheme.strip().lower() not in {"http", "https", "mailto", "tel"}


@pytest.mark.parametrize(
    "role", [Role.CLERK, Role.REVIEWER, Role.HEAD_OF_OFFICE, Role.ADMINISTRATOR]
)
def test_no_page_does_what_a_text_says(hostile: Town, role: Role) -> None:
    faults = {
        path: found
        for path, page in pages(hostile, role)
        if page.headers["content-type"].startswith("text/html") and (found := active_parts(page))
    }
    assert not faults


def test_the_text_is_seen_literally_where_it_is_shown(hostile: Town) -> None:
    shown = [path for path, page in pages(hostile, Role.CLERK) if HOSTILE in page.words]

    assert "/requests/1" in shown
    assert "/public/1/catalogue" in shown


def test_no_template_in_a_text_is_filled_in(hostile: Town) -> None:
    for path, page in pages(hostile, Role.CLERK):
        assert "alert(2)>49" not in page.words, path


def test_the_judge_sees_what_is_active() -> None:
    bad = (
        "<p onclick=x style=x><script>1</script><img src=x><a href='javascript:x'>y</a>"
        "<script src='https://example.org/x.js'></script></p>"
    )
    page = Page(200, bad, "/", {}, bad.encode())

    assert active_parts(page) == [
        "script None",
        "script https://example.org/x.js",
        "p onclick",
        "p style",
        "img",
        "a href=javascript:x",
    ]
