"""`disclosure clock`: cases in, dates out, line by line; no configuration, no database."""

import json
from datetime import date
from typing import Annotated

import typer

from states.calendar.workdays import built_in
from workflow.cli.app import ExitCode, Invocation
from workflow.cli.help import command_group
from workflow.i18n import Text
from workflow.services.clock.lines import Tally, answer_lines

_HELP = "从标准输入逐行读取案件（JSON Lines），逐行写出期限及其计算过程。"

app = command_group(_HELP)

_WAITING = Text(
    "每行输入一个案件（JSON），以 Ctrl-D 结束。",
    "Enter one case (JSON) per line; end with Ctrl-D.",
)
_NOT_A_DATE = "“{}”不是日期；请写成 2023-05-08 的样子。"


def parse_day(text: str) -> date:
    """Return a day written 2023-05-08, and in no other way."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(_NOT_A_DATE.format(text)) from None
    if day.isoformat() != text:
        raise typer.BadParameter(_NOT_A_DATE.format(text))
    return day


@app.command(help=_HELP)
def clock(
    ctx: typer.Context,
    *,
    as_of: Annotated[
        date | None,
        typer.Option(
            parser=parse_day, metavar="DATE", help="以哪一天为准（默认：各案最后一个事件之日）。"
        ),
    ] = None,
    no_ledger: Annotated[
        bool, typer.Option("--no-ledger", help="不写逐日计算过程，速度快数倍。")
    ] = False,
    pretty: Annotated[bool, typer.Option("--pretty", help="分行缩进，便于阅读。")] = False,
) -> None:
    """Answer every line on standard input; exit 2 if any had a fault."""
    said = ctx.ensure_object(Invocation)
    cases, answers = typer.get_binary_stream("stdin"), typer.get_binary_stream("stdout")
    if cases.isatty():
        typer.echo(_WAITING.say(said.lang), err=True)
    tally = Tally()
    lines = answer_lines(
        cases,
        built_in(),
        as_of=as_of,
        with_ledger=not no_ledger,
        lang=said.lang,
        tally=tally,
    )
    at_keyboard = answers.isatty()
    for line in lines:
        # UTF-8 whatever the locale; half a character stays the JSON escape that it came as.
        answers.write((_indented(line) if pretty else line).encode("utf-8", "backslashreplace"))
        answers.write(b"\n")
        if at_keyboard:
            answers.flush()
    answers.flush()
    if tally.faulty:
        raise typer.Exit(ExitCode.USAGE)


def _indented(line: str) -> str:
    return json.dumps(json.loads(line), ensure_ascii=False, indent=2)
