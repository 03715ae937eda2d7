"""Reading an identity number in full, for a reason, on record."""

from typing import Annotated

import typer

from states.terms import label
from workflow.cli.desk import opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.options import JsonOption, NumberArgument
from workflow.i18n import Text
from workflow.services.revealing import RevealIdentity, reveal

app = command_group("查看证件号码。")

_SHOWN = Text("{kind}　{number}", "{kind} {number}")
_ENTERED = Text("已记入办理经过。", "Entered in the history.")


@app.command("reveal", help="查看完整的证件号码；谁、何时、为什么，都记入办理经过。")
def reveal_command(
    ctx: typer.Context,
    number: NumberArgument,
    reason: Annotated[str, typer.Option("--reason", help="查看的理由。")],
    *,
    as_json: JsonOption = False,
) -> None:
    """Enter who looks and why, and print the number."""
    with opened_desk(ctx) as desk:
        command = RevealIdentity(number=number, reason=reason, actor=desk.actor, role=desk.role)
        with desk.office.work() as uow:
            shown = reveal(command, uow, at=desk.now, calendar=desk.office.calendar)
        if as_json:
            print_json({"identity_kind": shown.kind, "identity_number": shown.number})
            return
        kind = label("identity_kinds", shown.kind, desk.lang)
        typer.echo(_SHOWN.say(desk.lang, kind=kind, number=shown.number))
        typer.echo(_ENTERED.say(desk.lang), err=True)
