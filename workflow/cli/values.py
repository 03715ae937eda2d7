"""Values as they are typed: days, and codes by their code or their Chinese name."""

from typing import Any

import typer

from states.terms import TERMS
from workflow.cli.clock import parse_day
from workflow.i18n import Lang, Text

_NOT_A_CHOICE = Text(
    "{option} “{value}”不在可选范围内；可选：{choices}。",
    "{option} “{value}” is not one of: {choices}.",
)


def day_option(name: str, help_text: str) -> Any:  # noqa: ANN401 -- what typer.Option returns
    """Return an option that takes a day."""
    return typer.Option(name, parser=parse_day, metavar="DATE", help=help_text)


def by_code_or_name(group: str, words: str, option: str, lang: Lang) -> str:
    """Return the code of a term, given by its code or its name in either language."""
    terms = TERMS[group]
    for code, term in terms.items():
        if words.strip() in {code, term.zh, term.en}:
            return code
    choices = "、".join(term.zh if lang is Lang.ZH else term.en for term in terms.values())
    raise typer.BadParameter(_NOT_A_CHOICE.say(lang, option=option, value=words, choices=choices))
