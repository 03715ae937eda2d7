"""The slip that tells an applicant what was registered."""

from typing import Annotated

import typer

from workflow.cli.desk import opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.printing import OutOption, check_endings, write_or_show
from workflow.cli.request.options import JsonOption, KeyOption, NumberArgument
from workflow.services.slips import GiveSlip, give_slip, slip

app = command_group("登记回执。")


@app.command(
    "slip", help="登记回执：编号、查询码、收到日期、答复期限和二维码；显示全文，或者写成文件。"
)
def slip_command(
    ctx: typer.Context,
    number: NumberArgument,
    out: OutOption = None,
    key: KeyOption = "",
    *,
    keep: Annotated[bool, typer.Option("--keep", help="存入文书登记，此后不能更改。")] = False,
    provisional: Annotated[
        bool, typer.Option("--provisional", help="期限是暂定的，也照写。")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Write the slip of a request, and keep it on file if asked to."""
    with opened_desk(ctx) as desk:
        check_endings(out or (), desk.lang)
        command = GiveSlip(
            number=number,
            actor=desk.actor,
            role=desk.role,
            accepts_provisional=provisional,
            idempotency_key=key or None,
        )
        if keep:
            with desk.office.work() as uow:
                letter = give_slip(command, uow, at=desk.now, calendar=desk.office.calendar)
        else:
            with desk.office.read() as view:
                letter = slip(command, view, at=desk.now, calendar=desk.office.calendar)
        if as_json:
            print_json({"number": number, "facts": letter.facts, "text": letter.text})
        write_or_show(letter, out or (), desk.lang, quiet=as_json)
