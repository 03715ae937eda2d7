"""Arguments and options that the registers share."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

import typer

from workflow.cli.desk import Desk
from workflow.cli.values import day_option
from workflow.i18n import Lang, Text
from workflow.records.reading import RowsWanted
from workflow.services.registers.entering import By

IdArgument = Annotated[int, typer.Argument(help="编号（见 list）。", metavar="编号", min=1)]
ReasonOption = Annotated[str, typer.Option("--reason", help="理由（必填，留在历史里）。")]
SetOption = Annotated[
    list[str],
    typer.Option("--set", help="要改的字段，写成 字段=值；可写多次，值留空即清除。"),
]
VersionOption = Annotated[int, typer.Option("--version", help="所见版本；不写则不核对。")]
OfficerOption = Annotated[str, typer.Option("--officer", help="经办人；不写则为本人。")]
NoteOption = Annotated[str, typer.Option("--note", help="备注。")]
RequestOption = Annotated[str, typer.Option("--request", help="相关申请的登记编号。")]
SinceOption = Annotated[date | None, day_option("--since", "只列此日（含）以后的。")]
UntilOption = Annotated[date | None, day_option("--until", "只列此日（含）以前的。")]
SearchOption = Annotated[str, typer.Option("--search", help="只列含有这些字的。")]
LimitOption = Annotated[int, typer.Option("--limit", min=1, help="最多列出多少条。")]
AnnulledOption = Annotated[bool, typer.Option("--annulled", help="也列出已经作废的。")]
OpenOption = Annotated[bool, typer.Option("--open", help="只列尚未办结的。")]
LateOption = Annotated[bool, typer.Option("--late", help="只列已经逾期的。")]

_OPTION_BLANK = Text("{option} 不能为空，请填写。", "{option} may not be empty.")


def by(desk: Desk, key: str = "", version: int = -1) -> By:
    """Return who writes at this desk, and upon what."""
    return By(
        actor=desk.actor,
        role=desk.role,
        at=desk.now,
        idempotency_key=key or None,
        expected_version=None if version < 0 else version,
    )


def wanted(
    since: date | None, until: date | None, text: str, *, annulled: bool, **holding: object
) -> RowsWanted:
    """Return what a list is narrowed to; of the columns, those that hold something."""
    held = {name: value for name, value in holding.items() if value not in {None, ""}}
    return RowsWanted(since, until, text.strip(), annulled=annulled, holding=held)


def filled(words: str, option: str, lang: Lang) -> str:
    """Return a text that may not be blank."""
    if words.strip():
        return words.strip()
    raise typer.BadParameter(_OPTION_BLANK.say(lang, option=option))


def coded(words: str, option: str, lang: Lang, read: Callable[..., Any], group: str) -> str:
    """Return the code of words that may be left out."""
    return str(read(group, words, option, lang)) if words.strip() else ""
