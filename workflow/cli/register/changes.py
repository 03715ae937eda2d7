"""Changes as they are typed: 字段=值, the field by any of its names."""

from collections.abc import Callable, Sequence

import typer

from states.terms import TERMS
from workflow.cli.clock import parse_day
from workflow.i18n import Lang, Text
from workflow.services.registers.books import Book, Field, FieldKind
from workflow.wording.registers import COLUMNS

_NO_EQUALS = Text(
    "--set “{words}”缺少等号；写成 字段=值，如 备注=已核对。",
    "--set “{words}” lacks its equals sign; write field=value.",
)
_NO_FIELD = Text(
    "没有“{name}”这个字段；可改的有：{fields}。", "There is no field “{name}”; there is: {fields}."
)
_REQUIRED = Text(
    "“{name}”必须填写，不能清除。", "“{name}” must be filled in; it cannot be cleared."
)
_NOT_YES_OR_NO = Text(
    "“{name}”只能填 是 或 否，填的是“{value}”。", "“{name}” is yes or no, not “{value}”."
)
_NOT_A_NUMBER = Text(
    "“{name}”应为整数，填的是“{value}”。", "“{name}” is a whole number, not “{value}”."
)
_NOT_ON_LIST = Text(
    "“{name}”没有“{value}”这一项；可选：{choices}。",
    "“{name}” is not “{value}” but one of: {choices}.",
)
_YES = frozenset({"是", "yes", "true", "1"})
_NO = frozenset({"否", "no", "false", "0"})


def parsed_changes(book: Book, said: Sequence[str], lang: Lang) -> dict[str, object]:
    """Return the changes that were typed, by the names of their columns."""
    changes: dict[str, object] = {}
    for words in said:
        name, equals, value = words.partition("=")
        if not equals:
            raise typer.BadParameter(_NO_EQUALS.say(lang, words=words))
        field = _field(book, name.strip(), lang)
        changes[field.name] = _value(book, field, value.strip(), lang)
    return changes


def codes_of(group: str, words: str, name: str, lang: Lang) -> str:
    """Return a list of names, parted by 、 or a comma, as codes parted by spaces."""
    for mark in ("、", "，", "；", ";"):
        words = words.replace(mark, ",")
    found = [_code(group, part.strip(), name, lang) for part in words.split(",") if part.strip()]
    return " ".join(dict.fromkeys(found))


def _field(book: Book, name: str, lang: Lang) -> Field:
    for field in book.fields:
        words = COLUMNS[book.subject][field.name]
        if name in {field.name, words.zh, words.en} and field.name not in book.fixed:
            return field
    names = (
        COLUMNS[book.subject][f.name].say(lang) for f in book.fields if f.name not in book.fixed
    )
    raise typer.BadParameter(_NO_FIELD.say(lang, name=name, fields="、".join(names)))


def _value(book: Book, field: Field, value: str, lang: Lang) -> object:
    name = COLUMNS[book.subject][field.name].say(lang)
    if not value:
        return _cleared(field, name, lang)
    return _PARSERS[field.kind](value, field, name, lang)


def _text(value: str, _field: Field, _name: str, _lang: Lang) -> object:
    return value


def _day(value: str, _field: Field, _name: str, _lang: Lang) -> object:
    return parse_day(value)


def _number(value: str, _field: Field, name: str, lang: Lang) -> object:
    if value.isascii() and value.isdigit():
        return int(value)
    raise typer.BadParameter(_NOT_A_NUMBER.say(lang, name=name, value=value))


def _flag(value: str, _field: Field, name: str, lang: Lang) -> object:
    if value.lower() in _YES | _NO:
        return value.lower() in _YES
    raise typer.BadParameter(_NOT_YES_OR_NO.say(lang, name=name, value=value))


def _one_code(value: str, field: Field, name: str, lang: Lang) -> object:
    return _code(field.group, value, name, lang)


def _many_codes(value: str, field: Field, name: str, lang: Lang) -> object:
    return codes_of(field.group, value, name, lang)


_PARSERS: dict[FieldKind, Callable[[str, Field, str, Lang], object]] = {
    FieldKind.TEXT: _text,
    FieldKind.DAY: _day,
    FieldKind.NUMBER: _number,
    FieldKind.FLAG: _flag,
    FieldKind.CODE: _one_code,
    FieldKind.CODES: _many_codes,
}


def _cleared(field: Field, name: str, lang: Lang) -> object:
    if field.required:
        raise typer.BadParameter(_REQUIRED.say(lang, name=name))
    return field.blank


def _code(group: str, words: str, name: str, lang: Lang) -> str:
    terms = TERMS[group]
    for code, term in terms.items():
        if words in {code, term.zh, term.en}:
            return code
    choices = "、".join(term.zh if lang is Lang.ZH else term.en for term in terms.values())
    raise typer.BadParameter(_NOT_ON_LIST.say(lang, name=name, value=words, choices=choices))
