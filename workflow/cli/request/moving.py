"""Taking a step, and annulling one."""

from dataclasses import asdict
from datetime import date
from typing import Annotated

import typer

from workflow.cli.desk import opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.options import (
    AcknowledgeOption,
    JsonOption,
    KeyOption,
    NumberArgument,
    OnOption,
    VersionOption,
    filled,
    opinion_named,
    outcome_named,
    taker,
)
from workflow.cli.request.pages import misfit_lines
from workflow.cli.request.preview_page import show_preview
from workflow.cli.request.telling import tell
from workflow.cli.values import day_option
from workflow.i18n import Text
from workflow.services.amending import Annul, annul
from workflow.services.moves import REASON, MakeMove, make_move
from workflow.services.previewing import preview_move

app = command_group("办理申请。")

_MOVED = Text("已登记：{number}　{move}　{on}", "Recorded: {number}  {move}  {on}")
_ANNULLED = Text("已撤销第 {seq} 项记录：{number}", "Record {seq} of {number} is annulled")
_UNFIT = Text(
    "撤销之后，下列记录不再符合规定，请核对：",
    "Without it these records no longer fit; look at them:",
)


@app.command("move", help="办理一步，如 request_correction、extend、withdraw。")
def move(
    ctx: typer.Context,
    number: NumberArgument,
    name: Annotated[str, typer.Argument(help="步骤（见 steps）。", metavar="步骤")],
    on: OnOption = None,
    ref: Annotated[str, typer.Option("--ref", help="征求意见的编号。")] = "",
    workdays: Annotated[int, typer.Option("--workdays", min=0, help="工作日数。")] = 0,
    new_due: Annotated[date | None, day_option("--new-due", "延迟答复的新期限。")] = None,
    outcome: Annotated[str, typer.Option("--outcome", help="答复类型，如 予以公开。")] = "",
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    reason: Annotated[str, typer.Option("--reason", help="理由，随该步记下。")] = "",
    opinion: Annotated[str, typer.Option("--opinion", help="征求所得的意见，如 不同意。")] = "",
    key: KeyOption = "",
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只看各项期限会怎样改变，不登记。")
    ] = False,
    not_co_producer: Annotated[
        bool, typer.Option("--not-co-producer", help="所征求的机关不是共同制作机关。")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Make a move on a request."""
    with opened_desk(ctx) as desk:
        command = MakeMove(
            **taker(desk, number, on, acknowledge, version, key),
            move=name,
            ref=ref,
            workdays=workdays,
            new_due=new_due,
            co_producer=not not_co_producer,
            outcome=outcome_named(outcome, desk.lang),
            opinion=opinion_named(opinion, desk.lang) if opinion else None,
            more={REASON: reason.strip()} if reason.strip() else {},
        )
        if dry_run:
            with desk.office.read() as view:
                found = preview_move(command, view, at=desk.now, calendar=desk.office.calendar)
            show_preview(found, desk.lang, as_json=as_json)
            return
        with desk.office.work() as uow:
            entry = make_move(command, uow, at=desk.now, calendar=desk.office.calendar)
        words = _MOVED.say(desk.lang, number=number, move=name, on=entry.happened_on)
        tell(desk, number, words, as_json=as_json)


@app.command("annul", help="撤销登记错误的一项（须写明理由）；后面的各步重新判断。")
def annul_command(
    ctx: typer.Context,
    number: NumberArgument,
    seq: Annotated[int, typer.Argument(help="记录序号（见 show）。", metavar="序号")],
    reason: Annotated[str, typer.Option("--reason", help="撤销理由。")],
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Annul an event with a reason, and list what no longer fits without it."""
    with opened_desk(ctx) as desk:
        command = Annul(
            number=number,
            seq=seq,
            reason=filled(reason, "--reason", desk.lang),
            actor=desk.actor,
            role=desk.role,
            expected_version=None if version < 0 else version,
            idempotency_key=key or None,
        )
        with desk.office.work() as uow:
            unfit = annul(command, uow, at=desk.now, calendar=desk.office.calendar)
        if as_json:
            print_json({"number": number, "annulled": seq, "unfit": [asdict(one) for one in unfit]})
            return
        typer.echo(_ANNULLED.say(desk.lang, seq=seq, number=number))
        if unfit:
            typer.echo(_UNFIT.say(desk.lang))
            for line in misfit_lines(unfit, desk.lang):
                typer.echo(line)
