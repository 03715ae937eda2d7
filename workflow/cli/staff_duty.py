"""Absences with their deputies, returns, leaving, and what was handed over."""

from datetime import date
from typing import Annotated

import typer
from rich.table import Table

from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.options import JsonOption, KeyOption
from workflow.cli.staff import NO_DEPUTY, NameArgument
from workflow.cli.values import day_option
from workflow.i18n import Lang, Text
from workflow.records.view import View
from workflow.services.duties import Duty, duties_of
from workflow.services.handing_over import HandOver, hand_over
from workflow.services.roles import STEWARDS, require
from workflow.services.staffing import BeAbsent, be_absent, come_back, leave
from workflow.wording.registers import register_name

app = command_group("不在岗与代理、返岗、离岗和交接记录。")

_LEFT = Text("{name} 已离岗。", "{name} has left.")
_STILL_THEIRS = Text(
    "仍有 {n} 项未办结的工作在其名下，请尽快移交"
    "（disclosure handover --from {name} --to …）：{what}",
    "{n} matter(s) are still theirs; hand them over soon (disclosure handover --from {name} "
    "--to …): {what}",
)
_HANDED_OVER = Text("已移交 {n} 项给{receiver}。", "Handed over {n} matter(s) to {receiver}.")
_ABSENT = Text(
    "已登记：{name} 自{from_on}至{until}不在岗，代理人：{deputy}",
    "Entered: {name} is absent from {from_on} until {until}; deputy: {deputy}",
)
_UNTIL_BACK = Text("返岗", "their return")
_ALONE = Text(
    "没有代理人：{n} 项未办结的工作届时无人经办，列在待办清单最前；"
    "请用 --deputy 指定代理人，或者移交。",
    "There is no deputy: {n} matter(s) are then attended to by nobody and head the worklist; name "
    "one with --deputy, or hand them over.",
)
_BACK = Text("{name} 已返岗。", "{name} is back.")
_NO_HANDOVERS = Text("还没有交接记录。", "Nothing was handed over yet.")
_HEADS = (
    Text("编号", "No."),
    Text("日期", "On"),
    Text("移交人", "From"),
    Text("接收人", "To"),
    Text("移交事项", "What"),
    Text("说明", "Note"),
)


@app.command("absent", help="登记某人不在岗（请假、出差、培训等）和代理人。")
def absent(
    ctx: typer.Context,
    name: NameArgument,
    from_on: Annotated[date | None, day_option("--from", "开始日期；不写则为今天。")] = None,
    until_on: Annotated[
        date | None, day_option("--until", "最后一天；不写则到登记返岗为止。")
    ] = None,
    deputy: Annotated[str, typer.Option("--deputy", help="代理人。")] = "",
    why: Annotated[str, typer.Option("--why", help="事由。")] = "",
    key: KeyOption = "",
) -> None:
    """Enter an absence with its deputy; without one, say what nobody attends to."""
    with opened_desk(ctx) as desk:
        command = BeAbsent(
            name=name.strip(),
            actor=desk.actor,
            role=desk.role,
            from_on=from_on,
            until_on=until_on,
            deputy=deputy.strip(),
            why=why.strip(),
            idempotency_key=key or None,
        )
        with desk.office.work() as uow:
            row = be_absent(command, uow, at=desk.now)
            duties = _duties(uow, command.name, desk)
        words = _ABSENT.say(
            desk.lang,
            name=row.name,
            from_on=row.from_on,
            until=_UNTIL_BACK.say(desk.lang) if row.until_on is None else row.until_on,
            deputy=row.deputy or NO_DEPUTY.say(desk.lang),
        )
        typer.echo(words)
        if not row.deputy and duties:
            typer.echo(_ALONE.say(desk.lang, n=len(duties)), err=True)


@app.command("back", help="登记某人返岗，代理即告结束。")
def back(
    ctx: typer.Context,
    name: NameArgument,
    on: Annotated[date | None, day_option("--on", "返岗日期；不写则为今天。")] = None,
) -> None:
    """End an absence."""
    with opened_desk(ctx) as desk:
        named = name.strip()
        with desk.office.work() as uow:
            come_back(named, uow, on=on, actor=desk.actor, role=desk.role, at=desk.now)
        typer.echo(_BACK.say(desk.lang, name=named))


@app.command("leave", help="登记某人离岗；用 --to 同时移交其全部工作，否则列出仍在其名下的。")
def leave_command(
    ctx: typer.Context,
    name: NameArgument,
    receiver: Annotated[str, typer.Option("--to", help="接收其全部工作的人。")] = "",
) -> None:
    """Let somebody leave, their work handed over in the same step or named."""
    with opened_desk(ctx) as desk:
        require(desk.role, STEWARDS, "staff")
        named, taker, handed_over = name.strip(), receiver.strip(), 0
        with desk.office.work() as uow:
            if taker:
                command = HandOver(giver=named, receiver=taker, actor=desk.actor, role=desk.role)
                done = hand_over(command, uow, at=desk.now, calendar=desk.office.calendar)
                handed_over = len(done.duties)
            leave(named, uow, actor=desk.actor, at=desk.now)
            left = _duties(uow, named, desk)
        if handed_over:
            typer.echo(_HANDED_OVER.say(desk.lang, n=handed_over, receiver=taker))
        typer.echo(_LEFT.say(desk.lang, name=named))
        if left:
            joined = Text("、", ", ").say(desk.lang)
            what = joined.join(_matter(duty.named, desk.lang) for duty in left)
            typer.echo(_STILL_THEIRS.say(desk.lang, n=len(left), name=named, what=what), err=True)


@app.command("handovers", help="列出历次交接：谁交给谁，交了什么。")
def handovers(ctx: typer.Context, *, as_json: JsonOption = False) -> None:
    """List what was handed over, the newest first."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            rows = view.handovers.page(limit=None)
        if as_json:
            plain = [row.model_dump(exclude={"office_id", "matters"}) for row in rows]
            for held, row in zip(plain, rows, strict=True):
                held["matters"] = row.matters.splitlines()
            print_json(plain)
            return
        if not rows:
            typer.echo(_NO_HANDOVERS.say(desk.lang))
            return
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for head in _HEADS:
            table.add_column(head.say(desk.lang), overflow="fold")
        for row in rows:
            what = "\n".join(_matter(line, desk.lang) for line in row.matters.splitlines())
            on = row.handed_on.isoformat()
            table.add_row(str(row.id), on, row.giver, row.receiver, what, row.note)
        console().print(table)


def _duties(view: View, name: str, desk: Desk) -> list[Duty]:
    return duties_of(view, name, desk.today, desk.office.calendar, desk.office.practice)


def _matter(line: str, lang: Lang) -> str:
    """Return a line of a hand-over as it is read."""
    subject, _, reference = line.partition(" ")
    return f"{register_name(subject, lang)} {reference}"
