"""The documents, as the docs tests read them."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def documents() -> list[Path]:
    """Return every page of the documentation."""
    return sorted(DOCS.rglob("*.md"))


def text_of(page: str) -> str:
    """Return a page's text by its path under `docs`."""
    return (DOCS / page).read_text(encoding="utf-8")


def local_links(document: Path) -> list[str]:
    """Return the targets of a page's links, but for those that leave the project."""
    targets = _LINK.findall(_FENCE.sub("", document.read_text(encoding="utf-8")))
    return [target.partition("#")[0] for target in targets if "://" not in target]


def code_words(text: str) -> set[str]:
    """Return what stands in backquotes on a page."""
    return set(_CODE.findall(text))


def table_cells(text: str) -> set[str]:
    """Return the cells of a page's tables, bare of backquotes."""
    rows = (line for line in text.splitlines() if line.startswith("|"))
    return {cell.strip().strip("`") for row in rows for cell in row.strip("|").split("|")}
