"""What the commands on letters share: which letter, and its facts as they are typed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from workflow.i18n import Lang, Text
from workflow.letters.catalogue import CATALOGUE, kind_called, letter
from workflow.letters.compose import given_for
from workflow.letters.errors import FactUnknownError
from workflow.letters.fact_catalogue import FACTS
from workflow.letters.facts import Fact, Facts, Shape
from workflow.letters.kinds import LetterKind
from workflow.records.canonical import JsonValue

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]
KindArgument = Annotated[
    str, typer.Argument(help="文书：名称、代号（L3）或代码（见 kinds）。", metavar="文书")
]
ReferenceArgument = Annotated[
    str, typer.Argument(help="文号，或者 list 列出的序号。", metavar="文号")
]

_NO_KIND = Text(
    "没有“{words}”这种文书；用 disclosure letter kinds 查看有哪些。",
    "There is no letter “{words}”; see disclosure letter kinds.",
)
_NO_EQUALS = Text("--set “{words}”应写成 名称=内容。", "--set “{words}” should read NAME=CONTENT.")
_NOT_FACTS = Text(
    '--facts：“{file}”的内容应是一个 JSON 对象，如 {{"reason": "……"}}。',
    '--facts: “{file}” should hold one JSON object, such as {{"reason": "…"}}.',
)
_BARS = str.maketrans("｜＝", "|=")


def kind_named(words: str, lang: Lang) -> LetterKind:
    """Return the letter that is named by its code, its value or its name."""
    kind = kind_called(words)
    if kind is None:
        raise typer.BadParameter(_NO_KIND.say(lang, words=words))
    return kind


def given_facts(kind: LetterKind, file: Path | None, said: Iterable[str], lang: Lang) -> Facts:
    """Return the facts that the command line gives; what is set there stands before the file."""
    facts: Facts = {} if file is None else _from_file(file, lang)
    typed: dict[str, list[str]] = {}
    for words in said:
        name, equals, value = words.translate(_BARS).partition("=")
        if not equals:
            raise typer.BadParameter(_NO_EQUALS.say(lang, words=words))
        typed.setdefault(_fact_named(kind, name.strip()).name, []).append(value.strip())
    return facts | {name: _read(FACTS[name], values) for name, values in typed.items()}


def takes(kind: LetterKind) -> tuple[Fact, ...]:
    """Return the facts that a clerk may give for a letter."""
    return given_for(letter(kind))


def skeleton(kind: LetterKind) -> Facts:
    """Return the facts of a letter with nothing in them, to be filled in and given by `--facts`."""
    return {fact.name: _empty(fact) for fact in takes(kind)}


def all_kinds() -> tuple[LetterKind, ...]:
    """Return the letters in the order of their codes."""
    return tuple(CATALOGUE)


def _from_file(file: Path, lang: Lang) -> Facts:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError):
        found = None
    if not isinstance(found, dict):
        raise typer.BadParameter(_NOT_FACTS.say(lang, file=file))
    return found


def _fact_named(kind: LetterKind, name: str) -> Fact:
    for fact in takes(kind):
        if name in {fact.name, fact.zh, fact.en}:
            return fact
    raise FactUnknownError(kind, name, tuple(fact.name for fact in takes(kind)))


def _read(fact: Fact, values: list[str]) -> JsonValue:
    """Return what was typed for a fact; one that is said several times is a list."""
    match fact.shape:
        case Shape.TEXTS:
            return [*values]
        case Shape.ROWS:
            return [_row(fact, value) for value in values]
        case Shape.COUNT:
            return int(values[-1]) if values[-1].isdecimal() else values[-1]
        case _:
            return values[-1]


def _row(fact: Fact, value: str) -> JsonValue:
    """Return a row: as JSON, or its columns in order with bars between them."""
    if value.startswith("{"):
        try:
            row: JsonValue = json.loads(value)
        except json.JSONDecodeError:
            return value
        return row
    names = [column.name for column in fact.given_columns]
    return {
        name: part.strip()
        for name, part in zip(names, value.split("|", len(names) - 1), strict=False)
    }


def _empty(fact: Fact) -> JsonValue:
    if fact.shape is Shape.ROWS:
        return [{column.name: column.blank for column in fact.given_columns}]
    return [""] if fact.shape is Shape.TEXTS else fact.blank


def as_plain(fact: Fact) -> Mapping[str, object]:
    """Return a fact as another program reads of it."""
    return {
        "name": fact.name,
        "zh": fact.zh,
        "en": fact.en,
        "shape": fact.shape,
        "source": fact.source,
        "optional": fact.optional,
        "choices": list(fact.choices),
        "columns": [as_plain(replace(column, columns=())) for column in fact.given_columns],
    }
