"""A page of Markdown: its title, where it comes from, its tables."""

from collections.abc import Iterable
from enum import StrEnum

from states.citation import Citation
from states.terms import label

NOTHING = "—"
Row = Iterable[object]


def page(title: str, source: str, *parts: str, up: str = "../../") -> str:
    """Return a page that names its source, `up` being the way from it to the project's root."""
    origin = (
        f"> 由 [`{source}`]({up}{source}) 生成，请勿手改：改了代码之后运行 `make docs`。\n"
        "> Generated from the code; change that, then run `make docs`."
    )
    return "\n\n".join((f"# {title}", origin, *parts)) + "\n"


def table(headers: str, rows: Iterable[Row]) -> str:
    """Return a table; its headers are one line, parted by bars."""
    names = [name.strip() for name in headers.split("|")]
    lines = [names, ["---"] * len(names), *([_cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    return NOTHING if value is None or value == "" else str(value).replace("|", "\\|")


def both(zh: str, en: str) -> str:
    """Return a name in both languages, one above the other."""
    return f"{zh}<br>{en}"


def code(word: object) -> str:
    """Return a word as the code writes it."""
    return f"`{word}`"


def codes(words: Iterable[object]) -> str:
    """Return words as the code writes them, in a list."""
    return "、".join(map(code, words))


def cited(citations: Iterable[Citation]) -> str:
    """Return citations in a list."""
    return "；".join(citation.short for citation in citations)


def named(group: str, member: StrEnum) -> str:
    """Return the names of a member of an enumeration, as the glossary has them."""
    return both(label(group, member), label(group, member, "en"))


def verified(known: bool) -> str:  # noqa: FBT001 - the column's only fact
    """Return the cell that says whether something was read in its source."""
    return "是" if known else "**否**"
