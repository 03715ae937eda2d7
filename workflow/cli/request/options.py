"""Options that the commands on requests share."""

from datetime import date
from typing import Annotated, TypedDict

import typer

from states.statute.opinions import Opinion
from states.statute.outcomes import Outcome
from states.steps import Role
from workflow.cli.desk import Desk
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Lang, Text
from workflow.ledger.codes import RECEIPT_CHANNELS

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
SentByOption = Annotated[str, typer.Option("--sent-by", help="寄送方式，如 EMS、当面、电子邮件。")]
TrackingOption = Annotated[str, typer.Option("--tracking", help="邮件号码或者签收凭证。")]

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
    on_behalf_of: str
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
        "on_behalf_of": desk.absent,
        "expected_version": None if version < 0 else version,
        "idempotency_key": key or None,
    }


def filled(value: str, option: str, lang: Lang) -> str:
    """Return a text that may not be blank."""
    if value.strip():
        return value.strip()
    said = Text("{option} 不能为空，请填写。", "{option} may not be empty.")
    raise typer.BadParameter(said.say(lang, option=option))


def opinion_named(words: str, lang: Lang) -> Opinion:
    """Return the opinion that was named by its code or its name, or in short: 同意, 不同意."""
    short = words.strip()
    full = f"{short}公开" if short.endswith("同意") else short
    return Opinion(by_code_or_name("opinions", full, "--opinion", lang))


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
