"""Assigning a request."""

from typing import Annotated

import typer

from workflow.cli.desk import opened_desk
from workflow.cli.help import command_group
from workflow.cli.request.options import JsonOption, KeyOption, NumberArgument
from workflow.cli.request.telling import tell
from workflow.i18n import Text
from workflow.services.assigning import Assign, assign

app = command_group("分派申请。")

_ASSIGNED = Text("已分派：{number} → {officer}", "Assigned: {number} → {officer}")


@app.command("assign", help="把一件申请分派给一位在岗人员。")
def assign_command(
    ctx: typer.Context,
    number: NumberArgument,
    officer: Annotated[str, typer.Argument(help="经办人姓名。", metavar="姓名")],
    reason: Annotated[str, typer.Option("--reason", help="理由；不写则为“分派”。")] = "",
    version: Annotated[int, typer.Option("--version", help="所见版本；不写则不核对。")] = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Give a request to somebody on duty."""
    with opened_desk(ctx) as desk:
        command = Assign(
            number=number,
            officer=officer.strip(),
            actor=desk.actor,
            role=desk.role,
            reason=reason,
            expected_version=None if version < 0 else version,
            idempotency_key=key or None,
        )
        with desk.office.work() as uow:
            assign(command, uow, at=desk.now, calendar=desk.office.calendar)
        words = _ASSIGNED.say(desk.lang, number=number, officer=command.officer)
        tell(desk, number, words, as_json=as_json)
