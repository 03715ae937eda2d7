"""Letters as their pages show them: lines of the list, and one as it was issued."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from states.terms import label
from workflow.i18n import Lang, Text, say_date
from workflow.letters.fact_catalogue import FACTS, FRAME
from workflow.letters.facts import Fact, Shape
from workflow.records.canonical import JsonValue
from workflow.records.letters import sealed_digest
from workflow.records.tables.letters import LetterRow

_UNNUMBERED = Text("（无文号）", "(no number)")
_NAMED: Mapping[str, Fact] = {fact.name: fact for fact in (*FRAME, *FACTS.values())}


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One letter of the list."""

    id: int
    number: str
    kind: str
    request_id: int | None
    request_number: str
    issued_on: date
    actor: str


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact of a letter, as it was said."""

    words: str
    said: str


@dataclass(frozen=True, slots=True)
class IssuedLetter:
    """A letter as it was issued; without paper its template is lost, and its text is shown."""

    line: LetterLine
    issued_at: datetime
    text: str
    facts: tuple[FactLine, ...]
    template: str
    text_digest: str
    facts_digest: str
    paper: Markup | None


def letter_line(row: LetterRow, lang: Lang) -> LetterLine:
    """Return a letter as a line of the list."""
    return LetterLine(
        row.id,
        row.number or _UNNUMBERED.say(lang),
        label("letters", row.kind, lang),
        row.request_id,
        row.request_number,
        row.issued_on,
        row.actor,
    )


def issued_letter(row: LetterRow, paper: Markup | None, lang: Lang) -> IssuedLetter:
    """Return a letter as its page shows it, with the digests that the chain holds."""
    return IssuedLetter(
        letter_line(row, lang),
        row.issued_at,
        row.text,
        tuple(_facts(row.facts, lang)),
        row.template,
        sealed_digest(row.text),
        sealed_digest(row.facts),
        paper,
    )


def fact_said(fact: Fact, value: JsonValue, lang: Lang) -> str:
    """Return a fact as a reader takes it: days printed, codes by their names, rows in lines."""
    if isinstance(value, list):
        return "\n".join(_part(fact, part, lang) for part in value)
    return _plain(fact, value, lang)


def _facts(facts: Mapping[str, JsonValue], lang: Lang) -> Iterator[FactLine]:
    for name, value in facts.items():
        fact = _NAMED.get(name)
        if fact is None or value in ("", [], None):
            continue
        words = fact.zh if lang is Lang.ZH else fact.en
        yield FactLine(words, fact_said(fact, value, lang))


def _part(fact: Fact, part: JsonValue, lang: Lang) -> str:
    if not isinstance(part, dict):
        return str(part)
    columns = {column.name: column for column in fact.columns}
    said: Sequence[str] = [
        _plain(columns[name], value, lang)
        for name, value in part.items()
        if name in columns and value not in ("", None)
    ]
    return Text("；", "; ").say(lang).join(said)


def _plain(fact: Fact, value: JsonValue, lang: Lang) -> str:
    if fact.shape is Shape.DAY and isinstance(value, str) and value:
        return say_date(date.fromisoformat(value), lang)
    if fact.shape is Shape.CHOICE and fact.terms:
        return label(fact.terms, str(value), lang)
    return str(value)
