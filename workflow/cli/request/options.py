"""Options that the commands on requests share."""

from datetime import date
from typing import Annotated, TypedDict

import typer

from states.statute.outcomes import Outcome
from states.steps import Role
from workflow.cli.desk import Desk
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Lang, Text

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]
NumberArgument = Annotated[str, typer.Argument(help="登记编号。", metavar="编号")]
KeyOption = Annotated[
    str, typer.Option("--key", help="幂等键：同一个键重复提交只生效一次。", metavar="KEY")
]

OnOption = Annotated[date | None, day_option("--on", "发生日期；不写则为今天。")]
VersionOption = Annotated[int, typer.Option("--version", help="所见版本；不写则不核对。")]
AcknowledgeOption = Annotated[
    list[str] | None,
    typer.Option("--acknowledge", help="确认照实登记的违期事项（代码）。"),
]
ItemsOption = Annotated[
    list[str] | None,
    typer.Option("--item", help="涉及的信息项序号，可写多次；不写则为全部。"),
]


class Taker(TypedDict):
    """Who takes a step, on which request, on what day, and only once."""

    number: str
    actor: str
    role: Role
    on: date | None
    acknowledged: tuple[str, ...]
    expected_version: int | None
    idempotency_key: str | None


def taker(
    desk: Desk,
    number: str,
    on: date | None,
    acknowledge: list[str] | None,
    version: int,
    key: str,
) -> Taker:
    """Return what every step has, from the options that every step takes."""
    return {
        "number": number,
        "actor": desk.actor,
        "role": desk.role,
        "on": on,
        "acknowledged": tuple(acknowledge or ()),
        "expected_version": None if version < 0 else version,
        "idempotency_key": key or None,
    }


def filled(value: str, option: str, lang: Lang) -> str:
    """Return a text that may not be blank."""
    if value.strip():
        return value.strip()
    said = Text("{option} 不能为空，请填写。", "{option} may not be empty.")
    raise typer.BadParameter(said.say(lang, option=option))


def outcome_named(words: str, lang: Lang) -> Outcome | None:
    """Return the outcome that was named by its code or its name, or None where none was."""
    return Outcome(by_code_or_name("outcomes", words, "--outcome", lang)) if words else None
