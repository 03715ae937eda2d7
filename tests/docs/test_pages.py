import re
from pathlib import Path

import pytest

from tests.docs.reading import DOCS, ROOT, code_words, documents, local_links, text_of

HOW_TOS = sorted((DOCS / "how-to").glob("*.md"))
A_PATH = re.compile(r"(?:states|notifications|workflow|docs|tests)/[\w/.-]+")
A_TEST = re.compile(r"test_\w+(?!\.py)\b")


def relative(document: Path) -> str:
    return str(document.relative_to(DOCS))


@pytest.mark.parametrize("document", documents(), ids=relative)
def test_every_link_leads_somewhere(document: Path) -> None:
    broken = [link for link in local_links(document) if not (document.parent / link).exists()]

    assert broken == []


def test_the_index_names_every_page() -> None:
    indexed = {(DOCS / link).resolve() for link in local_links(DOCS / "README.md")}
    pages = {page for page in documents() if page.parent.name != "decisions"}

    assert pages - indexed == {DOCS / "README.md"}


@pytest.mark.parametrize("document", HOW_TOS, ids=relative)
def test_every_path_in_a_how_to_exists(document: Path) -> None:
    words = code_words(text_of(relative(document)))
    paths = {word.partition("::")[0] for word in words if A_PATH.match(word) and "<" not in word}

    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("document", HOW_TOS, ids=relative)
def test_every_test_named_in_a_how_to_exists(document: Path) -> None:
    named = set(A_TEST.findall(text_of(relative(document))))
    defined = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    modules = {path.stem for path in (ROOT / "tests").rglob("test_*.py")}

    assert named - modules
    assert [name for name in named - modules if f"def {name}(" not in defined] == []
