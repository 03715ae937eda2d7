"""Build the site into `build/site`: `make docs`. A link that leads nowhere fails it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from docs.site.links import broken_links, foreign_requests
from docs.site.navigation import as_toml, navigation

DOCS = Path(__file__).parents[1]
BUILD = DOCS.parent / "build"
SETTINGS = "zensical.toml"
_LEFT_OUT = shutil.ignore_patterns("*.py", "__pycache__", SETTINGS, "tables", "site")
# A link to a file of the project beyond the documentation: the site shows its name alone.
_OUTWARD = re.compile(r"\[([^\]]*)\]\((?:\.\./)+(?:states|workflow|notifications|tests)/[^)]*\)")


def stage(into: Path) -> Path:
    """Lay the pages out below settings of their own, and return where those are."""
    pages = into / "pages"
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(DOCS, pages, ignore=_LEFT_OUT)
    for page in pages.rglob("*.md"):
        page.write_text(_OUTWARD.sub(r"\1", page.read_text("utf-8")), encoding="utf-8")
    settings = into / SETTINGS
    told = (DOCS / SETTINGS).read_text("utf-8")
    settings.write_text(f"nav = {as_toml(navigation(pages))}\n{told}", encoding="utf-8")
    return settings


def build(into: Path, site: Path) -> list[str]:
    """Build the site by way of a folder, and return what is wrong with it."""
    settings = stage(into)
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean", "-f", SETTINGS]
    made = subprocess.run(  # noqa: S603 - our own interpreter
        command, cwd=settings.parent, capture_output=True, text=True, check=False
    )
    if made.returncode:
        return [made.stdout + made.stderr]
    shutil.rmtree(site, ignore_errors=True)
    shutil.move(into / "site", site)
    return [*broken_links(site), *foreign_requests(site)]


def main() -> int:
    """Build, and say what is wrong."""
    faults = build(BUILD / "docs", BUILD / "site")
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
