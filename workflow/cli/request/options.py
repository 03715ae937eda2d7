"""Options that the commands on requests share."""

from typing import Annotated

import typer

from states.statute.outcomes import Outcome
from workflow.cli.values import by_code_or_name
from workflow.i18n import Lang, Text
from workflow.ledger.codes import RECEIPT_CHANNELS

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]
NumberArgument = Annotated[str, typer.Argument(help="登记编号。", metavar="编号")]
KeyOption = Annotated[
    str, typer.Option("--key", help="幂等键：同一个键重复提交只生效一次。", metavar="KEY")
]


def filled(value: str, option: str, lang: Lang) -> str:
    """Return a text that may not be blank."""
    if value.strip():
        return value.strip()
    said = Text("{option} 不能为空，请填写。", "{option} may not be empty.")
    raise typer.BadParameter(said.say(lang, option=option))


def outcome_named(words: str, lang: Lang) -> Outcome | None:
    """Return the outcome that was named by its code or its name, or None where none was."""
    return Outcome(by_code_or_name("outcomes", words, "--outcome", lang)) if words else None


def channel_named(words: str, lang: Lang) -> str:
    """Return the code of a channel, by any word that a ledger may call it too."""
    code = RECEIPT_CHANNELS.code_of(words)
    return code or by_code_or_name("channels", words, "--channel", lang)


def code_named(group: str, words: str, option: str, lang: Lang) -> str | None:
    """Return the code of a term that was named, or None where none was."""
    return by_code_or_name(group, words, option, lang) if words.strip() else None


def codes_named(group: str, words: list[str] | None, option: str, lang: Lang) -> tuple[str, ...]:
    """Return the codes of the terms that were named."""
    return tuple(by_code_or_name(group, word, option, lang) for word in words or ())
