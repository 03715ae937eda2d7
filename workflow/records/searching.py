"""Looking for a piece of text in requests, as a clerk types it: any part, of any column.

Rows are read: a word of two Chinese characters is in no index of words. Bytes are compared, which
is quicker than LIKE and the same on both databases: of all letters those of ASCII alone are taken
for each other. Which rows of very many are read at all, their pairs say (`text_pairs`).
"""

from collections.abc import Iterable
from string import ascii_lowercase, ascii_uppercase
from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlmodel import col

from workflow.records.tables.requests import RequestRow

# What registration writes down and a clerk finds it by: the number, and then words.
SEARCHED_NAMES: Final = ("number", "content", "applicant", "note")
SEARCHED: Final[tuple[Mapped[str], ...]] = tuple(
    col(getattr(RequestRow, name)) for name in SEARCHED_NAMES
)
_WORDS: Final = SEARCHED[1:]

_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_UPPER, _LOWER = ascii_uppercase, ascii_lowercase
_FOLDED: Final = str.maketrans(_UPPER, _LOWER)
# That a column holds a text, byte for byte; and that it does, A taken for a.
_PLAIN: Final = {
    "sqlite": "instr({column}, {text}) > 0",
    "postgresql": "strpos({column}, {text}) > 0",
}
_TAKEN_ALIKE: Final = {
    "sqlite": "instr(lower({column}), {text}) > 0",  # which knows no other letters
    "postgresql": f"strpos(translate({{column}}, '{_UPPER}', '{_LOWER}'), {{text}}) > 0",
}


class _Holds(FunctionElement[bool]):
    """That a column holds a text."""

    name = "holds"
    type = Boolean()
    inherit_cache = True
    said = _PLAIN


class _HoldsAlike(_Holds):
    """That it does, whether in capitals or not; the text is given in small letters."""

    name = "holds_alike"
    inherit_cache = True
    said = _TAKEN_ALIKE


@compiles(_Holds)
@compiles(_HoldsAlike)
def _holds(element: _Holds, compiler: SQLCompiler, **how: Any) -> str:  # noqa: ANN401 - as the compiler passes it on
    column, text = (compiler.process(one, **how) for one in element.clauses)
    return element.said[compiler.dialect.name].format(column=column, text=text)


def is_words(text: str) -> bool:
    """Say whether a text is Chinese words alone, which are the same in every number."""
    return all(_FIRST_HAN <= character <= _LAST_HAN for character in text)


def searched_for(text: str) -> tuple[Mapped[str], ...]:
    """Return the columns that may hold a text: its own words, and what is no word of a number."""
    return _WORDS if is_words(text) else SEARCHED


def folded(text: str) -> str:
    """Return a text with the letters of ASCII in small, and no others changed."""
    return text.translate(_FOLDED)


def has_text(text: str, columns: Iterable[Mapped[str]]) -> ColumnElement[bool]:
    """Return the condition that one of some columns holds a text, A taken for a."""
    if any(character.isascii() and character.isalpha() for character in text):
        return or_(*(_HoldsAlike(column, folded(text)) for column in columns))
    return or_(*(_Holds(column, text) for column in columns))
