"""Endings from the terminal: withdrawn, another organ's, or deemed abandoned."""

from typing import Annotated, Any

import typer

from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.options import (
    JsonOption,
    KeyOption,
    NumberArgument,
    OnOption,
    VersionOption,
    filled,
    taker,
)
from workflow.cli.request.performing import perform
from workflow.cli.request.waiting_pages import lapses_table
from workflow.cli.values import by_code_or_name
from workflow.i18n import Text
from workflow.services.handling.lapsing import LapseProposal, confirm_lapses, lapse_proposals
from workflow.services.handling.overview import plain_lapse
from workflow.services.handling.referring import Refer, refer
from workflow.services.handling.withdrawing import Withdraw, WrittenForm, withdraw
from workflow.services.worklist import mask

app = command_group("撤回、转告和视为放弃。")

_NOTHING = Text("没有可以视为放弃的申请。", "Nothing may be deemed abandoned now.")
_HOW = Text(
    "核对之后，用 disclosure request lapses --confirm 确认（可以写明编号，只确认其中几件）。",
    "After a look, confirm with disclosure request lapses --confirm (name numbers for some only).",
)
_LAPSED = Text("已视为放弃：{number}", "Deemed abandoned: {number}")
_NOT_PROPOSED = Text(
    "申请“{number}”不在可以视为放弃的清单之内；请核对编号。",
    "Request “{number}” is not among those that may be deemed abandoned; check the number.",
)


@app.command("withdraw", help="登记申请人书面撤回申请：日期、形式和理由。")
def withdraw_command(
    ctx: typer.Context,
    number: NumberArgument,
    reason: Annotated[str, typer.Option("--reason", help="撤回的理由。")],
    form: Annotated[
        str, typer.Option("--form", help="书面形式：书面申请、电子邮件、本人签名的笔录。")
    ] = "书面申请",
    on: OnOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Record that the applicant withdrew in writing."""
    with opened_desk(ctx) as desk:
        command = Withdraw(
            **taker(desk, number, on, None, version, key),
            form=WrittenForm(by_code_or_name("written_forms", form, "--form", desk.lang)),
            reason=filled(reason, "--reason", desk.lang),
        )
        perform(desk, withdraw, command, as_json=as_json)


@app.command("refer", help="不属于本机关公开的，指明负责的机关和联系方式（见 directory search）。")
def refer_command(
    ctx: typer.Context,
    number: NumberArgument,
    office: Annotated[str, typer.Option("--office", help="负责公开的机关，名录中的名称。")],
    contact: Annotated[
        str, typer.Option("--contact", help="联系方式；名录中没有这个机关时必须写。")
    ] = "",
    address: Annotated[str, typer.Option("--address", help="地址。")] = "",
    reason: Annotated[str, typer.Option("--reason", help="为什么由该机关负责。")] = "",
    on: OnOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Name the organ that is responsible."""
    with opened_desk(ctx) as desk:
        command = Refer(
            **taker(desk, number, on, None, version, key),
            office=filled(office, "--office", desk.lang),
            contact=contact,
            address=address,
            reason=reason,
        )
        perform(desk, refer, command, as_json=as_json)


@app.command("lapses", help="现在可以视为放弃的申请：两种算法的期限和条款；确认后办结。")
def lapses(
    ctx: typer.Context,
    numbers: Annotated[
        list[str] | None, typer.Argument(help="只确认这几件。", metavar="编号")
    ] = None,
    *,
    confirm: Annotated[bool, typer.Option("--confirm", help="确认视为放弃。")] = False,
    as_json: JsonOption = False,
) -> None:
    """List what may be deemed abandoned now, and confirm it."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            found = lapse_proposals(view, today=desk.today, calendar=desk.office.calendar)
        proposed = {one.row.number: one for one in found}
        for number in numbers or ():
            if number not in proposed:
                raise typer.BadParameter(_NOT_PROPOSED.say(desk.lang, number=number))
        chosen = [proposed[number] for number in numbers] if numbers else list(found)
        if confirm and chosen:
            with desk.office.work() as uow:
                confirm_lapses(
                    [one.row.number for one in chosen],
                    uow,
                    actor=desk.actor,
                    role=desk.role,
                    at=desk.now,
                    calendar=desk.office.calendar,
                )
        if as_json:
            print_json([{**_plain(one), "confirmed": confirm} for one in chosen])
        elif not chosen:
            typer.echo(_NOTHING.say(desk.lang))
        elif confirm:
            for one in chosen:
                typer.echo(_LAPSED.say(desk.lang, number=one.row.number))
        else:
            console().print(lapses_table(chosen, desk.lang))
            typer.echo(_HOW.say(desk.lang))


def _plain(one: LapseProposal) -> dict[str, Any]:
    return {
        "number": one.row.number,
        "applicant": mask(one.row.applicant, one.row.applicant_kind),
        "case_officer": one.row.case_officer,
        **plain_lapse(one.lapse),
    }
