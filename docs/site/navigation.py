"""Where a page stands on the site: its folder is its section, the index gives the order."""

import re
from pathlib import Path

INDEX = "README.md"
SECTIONS = {
    "教程": "tutorial",
    "操作指南": "how-to",
    "参考": "reference",
    "说明": "explanation",
    "决定记录": "decisions",
}
_FOR_DEVELOPERS = "## For developers"
_DEVELOPERS_TITLE = "For developers"
_HOME = "首页"
_LINK = re.compile(r"\]\(([^)#\s]+\.md)[^)]*\)")

Entry = str | tuple[str, list["Entry"] | str]


def navigation(docs: Path) -> list[Entry]:
    """Return the sections with their pages; every page of a folder is in its section."""
    for_clerks, _, for_developers = (docs / INDEX).read_text("utf-8").partition(_FOR_DEVELOPERS)
    clerks = _linked(for_clerks)
    linked = dict.fromkeys([*clerks, *_linked(for_developers)])
    order = {page: place for place, page in enumerate(linked)}
    return [
        (_HOME, INDEX),
        *(
            (title, _section(_pages(docs, folder), set(clerks), order))
            for title, folder in SECTIONS.items()
        ),
    ]


def _linked(text: str) -> list[str]:
    """Return the pages that a text links to, each once, in its order."""
    return list(dict.fromkeys(_LINK.findall(text)))


def _pages(docs: Path, folder: str) -> list[str]:
    """Return the pages of a folder; what lies beside the folders is reference."""
    found = sorted((docs / folder).glob("*.md"))
    if folder == "reference":
        found += sorted(page for page in docs.glob("*.md") if page.name != INDEX)
    return [page.relative_to(docs).as_posix() for page in found]


def _section(pages: list[str], clerks: set[str], order: dict[str, int]) -> list[Entry]:
    """Return pages in the order of the index; those for developers alone stand below the rest."""
    ordered = sorted(pages, key=lambda page: (order.get(page, len(order)), page))
    first = [page for page in ordered if page in clerks]
    rest: list[Entry] = [page for page in ordered if page not in clerks]
    if not first:
        return rest
    return [*first, *([(_DEVELOPERS_TITLE, rest)] if rest else [])]


def as_toml(entries: list[Entry]) -> str:
    """Return a navigation as TOML writes it."""
    return f"[{', '.join(map(_one, entries))}]"


def _one(entry: Entry) -> str:
    if isinstance(entry, str):
        return _quoted(entry)
    title, below = entry
    return (
        f"{{ {_quoted(title)} = {_quoted(below) if isinstance(below, str) else as_toml(below)} }}"
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
