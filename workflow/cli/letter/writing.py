"""Writing: a letter looked at before it goes out, and a letter issued."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from workflow.cli.desk import Desk, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.letter.options import JsonOption, KindArgument, given_facts, kind_named
from workflow.cli.letter.pages import plain_letter
from workflow.cli.printing import OutOption, check_endings, write_or_show
from workflow.cli.request.options import KeyOption, outcome_named
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Text, say_date
from workflow.services.letters.writing import (
    WriteLetter,
    issue,
    last_day_for,
    preview,
    reprint,
)

app = command_group("写文书。")

RequestArgument = Annotated[
    str, typer.Argument(help="登记编号；更正答复书可以不写。", metavar="编号")
]
OnOption = Annotated[date | None, day_option("--on", "成文日期；不写则为今天。")]
OutcomeOption = Annotated[
    str, typer.Option("--outcome", help="办理结果；文书只用于一种结果时不必写。")
]
DeliveryOption = Annotated[
    str, typer.Option("--delivery", help="送达方式：邮寄、当面、网上、电子邮件。")
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="名称=内容", help="填写一项内容；多条的写几次，一行几栏的用“｜”隔开。"
    ),
]
FactsOption = Annotated[
    Path | None, typer.Option("--facts", metavar="FILE", help="从 JSON 文件读取填写的内容。")
]
ProvisionalOption = Annotated[bool, typer.Option("--provisional", help="期限是暂定的，也照写。")]

_ISSUED = Text("已签发：{number}　{title}", "Issued: {number}  {title}")
_ENTERED = Text("已存档：{title}（序号 {place}）", "On file: {title} ({place})")
_LATE = Text("注意：这一文书应当最迟于{day}发出。", "Note: this letter had to go out by {day}.")


@app.command("preview", help="试写一件文书，不编号，不存档。")
def preview_letter(
    ctx: typer.Context,
    kind: KindArgument,
    number: RequestArgument = "",
    on: OnOption = None,
    outcome: OutcomeOption = "",
    delivery: DeliveryOption = "",
    said: SetOption = None,
    facts: FactsOption = None,
    out: OutOption = None,
    *,
    provisional: ProvisionalOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show a letter as it would go out; nothing is numbered or kept."""
    with opened_desk(ctx) as desk:
        check_endings(out or (), desk.lang)
        command = _command(
            desk, kind, number, on, outcome, delivery, said or (), facts, provisional=provisional
        )
        with desk.office.read() as view:
            letter = preview(command, view, at=desk.now, calendar=desk.office.calendar)
        _warn_if_late(desk, command)
        if as_json:
            print_json({"kind": command.kind, "facts": letter.facts, "text": letter.text})
        write_or_show(letter, out or (), desk.lang, quiet=as_json)


@app.command("issue", help="签发一件文书：编文号、存档，此后不能更改或者删除。")
def issue_letter(
    ctx: typer.Context,
    kind: KindArgument,
    number: RequestArgument = "",
    on: OnOption = None,
    outcome: OutcomeOption = "",
    delivery: DeliveryOption = "",
    said: SetOption = None,
    facts: FactsOption = None,
    out: OutOption = None,
    key: KeyOption = "",
    *,
    provisional: ProvisionalOption = False,
    as_json: JsonOption = False,
) -> None:
    """Issue a letter; with a key that was used before, say what was issued then."""
    with opened_desk(ctx) as desk:
        check_endings(out or (), desk.lang)
        command = _command(
            desk,
            kind,
            number,
            on,
            outcome,
            delivery,
            said or (),
            facts,
            provisional=provisional,
            key=key,
        )
        with desk.office.work() as uow:
            row = issue(command, uow, at=desk.now, calendar=desk.office.calendar)
        with desk.office.read() as view:
            letter = reprint(row, view)
        _warn_if_late(desk, command)
        if as_json:
            print_json(plain_letter(row))
        else:
            words = _ISSUED if row.number else _ENTERED
            title = letter.document.title
            typer.echo(words.say(desk.lang, number=row.number, title=title, place=row.id))
        write_or_show(letter, out or (), desk.lang, quiet=True)


def _command(
    desk: Desk,
    kind: str,
    number: str,
    on: date | None,
    outcome: str,
    delivery: str,
    said: Iterable[str],
    facts: Path | None,
    *,
    provisional: bool,
    key: str = "",
) -> WriteLetter:
    named = kind_named(kind, desk.lang)
    served = by_code_or_name("deliveries", delivery, "--delivery", desk.lang) if delivery else ""
    return WriteLetter(
        kind=named,
        actor=desk.actor,
        role=desk.role,
        request_number=number,
        on=on,
        outcome=outcome_named(outcome, desk.lang),
        delivery=served,
        facts=given_facts(named, facts, said, desk.lang),
        accepts_provisional=provisional,
        idempotency_key=key or None,
    )


def _warn_if_late(desk: Desk, command: WriteLetter) -> None:
    with desk.office.read() as view:
        day = last_day_for(command, view, at=desk.now, calendar=desk.office.calendar)
    if day is not None and (command.on or desk.today) > day:
        typer.echo(_LATE.say(desk.lang, day=say_date(day, desk.lang)), err=True)
