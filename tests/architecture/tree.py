"""The project's own files, as the architecture tests read them."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("workflow", "notifications", "states")


@cache
def _ignored() -> tuple[str, ...]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return (".git", *(line for line in lines if line and not line.startswith("#")))


def _is_kept(path: Path) -> bool:
    return not any(fnmatch(path.name, pattern) for pattern in _ignored())


def _walk(directory: Path) -> Iterator[Path]:
    for path in sorted(filter(_is_kept, directory.iterdir())):
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def top_level() -> set[str]:
    """Return the names in the project's root, but for what tools make."""
    return {path.name for path in filter(_is_kept, ROOT.iterdir())}


@cache
def files() -> tuple[Path, ...]:
    """Return every file of the project, relative to its root."""
    return tuple(path.relative_to(ROOT) for path in _walk(ROOT))


def modules(*packages: str) -> tuple[Path, ...]:
    """Return the Python modules of some top-level directories."""
    return tuple(path for path in files() if path.suffix == ".py" and path.parts[0] in packages)


@cache
def text(path: Path) -> str:
    """Return a file's text; a file that is no text reads as nothing."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def syntax(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(text(path), filename=str(path))
