"""Looking for a piece of text in requests, as a clerk types it: any part, of any column.

Rows are read: a word of two Chinese characters is in no index of words. `instr` compares bytes,
which is quicker than LIKE, but LIKE alone takes A for a on SQLite. Which rows of very many are
read at all, their pairs of characters say (`text_pairs`).
"""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlmodel import col

from workflow.records.tables.requests import RequestRow

_WORDS: Final = (col(RequestRow.content), col(RequestRow.applicant), col(RequestRow.note))
SEARCHED: Final = (col(RequestRow.number), *_WORDS)

_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_FUNCTIONS: Final = {"sqlite": "instr", "postgresql": "strpos"}


class _Holds(FunctionElement[bool]):
    """That a column holds a text, byte for byte."""

    name = "holds"
    type = Boolean()
    inherit_cache = True


@compiles(_Holds)
def _holds(element: _Holds, compiler: SQLCompiler, **how: Any) -> str:  # noqa: ANN401 - as the compiler passes it on
    function = _FUNCTIONS[compiler.dialect.name]
    return f"{function}({compiler.process(element.clauses, **how)}) > 0"


def is_words(text: str) -> bool:
    """Say whether a text is Chinese words alone, which are the same in every number."""
    return all(_FIRST_HAN <= character <= _LAST_HAN for character in text)


def searched_for(text: str) -> tuple[Mapped[str], ...]:
    """Return the columns that may hold a text: its own words, and what is no word of a number."""
    return _WORDS if is_words(text) else SEARCHED


def has_text(text: str, columns: Iterable[Mapped[str]]) -> ColumnElement[bool]:
    """Return the condition that one of some columns holds a text."""
    if any(character.isascii() and character.isalpha() for character in text):
        return or_(*(column.contains(text, autoescape=True) for column in columns))
    return or_(*(_Holds(column, text) for column in columns))
