"""Options that the commands on requests share."""

from typing import Annotated

import typer

from states.statute.outcomes import Outcome
from workflow.cli.values import by_code_or_name
from workflow.i18n import Lang, Text

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
