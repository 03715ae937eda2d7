"""What a built site refers to: its own pages must be there, and nothing loads from outside."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LOADS = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src"}
_MENTIONS = {"canonical", "alternate", "prev", "next"}  # kinds of <link> that load nothing


class _Page(HTMLParser):
    """The addresses and the anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.loads: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag refers to and what it is called."""
        facts = {name: value or "" for name, value in attrs}
        self.anchors.add(facts.get("id", ""))
        if tag == "a" and "href" in facts:
            self.addresses.append(facts["href"])
        load = facts.get(_LOADS.get(tag, ""), "")
        if load and not _MENTIONS & set(facts.get("rel", "").split()):
            self.loads.append(load)


def _pages(site: Path) -> dict[Path, _Page]:
    pages = {}
    for file in sorted(site.rglob("*.html")):
        page = _Page()
        page.feed(file.read_text("utf-8"))
        pages[file.resolve()] = page
    return pages


def broken_links(site: Path) -> Iterator[str]:
    """Yield every address within the site that leads to no file, or to no anchor of a page."""
    pages = _pages(site)
    for file, page in pages.items():
        if file.name == "404.html":  # its addresses start at the root of a server
            continue
        for address in (*page.addresses, *page.loads):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            target = target / "index.html" if target.is_dir() else target
            anchors = pages[target].anchors if target in pages else None
            anchor = unquote(parts.fragment)
            if not target.exists() or (anchor and anchors is not None and anchor not in anchors):
                yield f"{file.relative_to(site.resolve())}: {address} leads nowhere"


def foreign_requests(site: Path) -> Iterator[str]:
    """Yield whatever a page would load from another machine."""
    for file, page in _pages(site).items():
        for address in page.loads:
            if urlsplit(address).netloc:
                yield f"{file.relative_to(site.resolve())}: {address} would be asked of the network"
