"""Splitting a request of several matters."""

from typing import Annotated

import typer

from workflow.cli.desk import opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.asking import say_and_ask
from workflow.cli.request.duplicates import VersionOption, YesOption
from workflow.cli.request.options import JsonOption, KeyOption, NumberArgument, filled
from workflow.i18n import Text
from workflow.services.splitting import SplitRequest, split
from workflow.wording.effects import effect_of

app = command_group("拆分申请。")

_SPLIT = Text("已拆分：{number}", "Split: {number}")
_SEVERAL = Text("一事一申请", "one matter, one request")


@app.command("split", help="拆分：一件申请含有几个事项的，每个事项各为一件；第一项保留原编号。")
def split_command(
    ctx: typer.Context,
    number: NumberArgument,
    part: Annotated[list[str], typer.Option("--part", help="一个事项的内容；至少写两个。")],
    reason: Annotated[str, typer.Option("--reason", help="理由；不写则为“一事一申请”。")] = "",
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Split a request, once its effect was said and confirmed, and say the numbers."""
    with opened_desk(ctx) as desk:
        command = SplitRequest(
            number=number,
            parts=tuple(filled(words, "--part", desk.lang) for words in part),
            reason=reason.strip() or _SEVERAL.say(desk.lang),
            actor=desk.actor,
            role=desk.role,
            expected_version=None if version < 0 else version,
            idempotency_key=key or None,
        )
        effects = [effect_of("split", desk.lang, number=number, count=len(part))]
        say_and_ask(effects, desk.lang, yes=yes, quiet=as_json)
        with desk.office.work() as uow:
            numbers = split(command, uow, at=desk.now, calendar=desk.office.calendar)
        if as_json:
            print_json({"numbers": numbers, "effects": effects})
            return
        for given, words in zip(numbers, command.parts, strict=True):
            typer.echo(f"{_SPLIT.say(desk.lang, number=given)}　{words}")
