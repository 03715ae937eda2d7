"""Logging a request."""

from datetime import date
from typing import Annotated

import typer

from states.statute.receipt import Channel
from workflow.cli.desk import opened_desk
from workflow.cli.help import command_group
from workflow.cli.request.options import JsonOption, KeyOption, filled
from workflow.cli.request.telling import tell
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Text
from workflow.services.intake import LogRequest, log_request

app = command_group("登记申请。")

_LOGGED = Text("已登记：{number}", "Registered: {number}")


@app.command("log", help="登记一件申请。未写日期的，视为今天当面提交。")
def log(
    ctx: typer.Context,
    applicant: Annotated[str, typer.Option("--applicant", help="申请人姓名或名称。")],
    content: Annotated[str, typer.Option("--content", help="所需政府信息的内容描述。")],
    channel: Annotated[
        str, typer.Option("--channel", help="收到方式：当面、信函、平信、网上、传真、电子邮件。")
    ] = "当面",
    kind: Annotated[
        str, typer.Option("--kind", help="申请人类别，如 自然人、商业企业。")
    ] = "自然人",
    contact: Annotated[str, typer.Option("--contact", help="联系方式。")] = "",
    officer: Annotated[str, typer.Option("--officer", help="经办人。")] = "",
    note: Annotated[str, typer.Option("--note", help="备注。")] = "",
    number: Annotated[str, typer.Option("--number", help="登记编号；不写则自动编号。")] = "",
    submitted: Annotated[date | None, day_option("--submitted", "提交日期。")] = None,
    arrived: Annotated[date | None, day_option("--arrived", "平信到达日期。")] = None,
    signed: Annotated[date | None, day_option("--signed", "签收日期。")] = None,
    confirmed: Annotated[date | None, day_option("--confirmed", "与申请人确认的日期。")] = None,
    received: Annotated[date | None, day_option("--received", "已经确定的收到日期。")] = None,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Log a request, and say its number and its due date."""
    with opened_desk(ctx) as desk:
        command = LogRequest(
            channel=Channel(by_code_or_name("channels", channel, "--channel", desk.lang)),
            applicant=filled(applicant, "--applicant", desk.lang),
            content=filled(content, "--content", desk.lang),
            applicant_kind=by_code_or_name("applicants", kind, "--kind", desk.lang),
            contact=contact,
            note=note,
            case_officer=officer,
            number=number,
            submitted_on=submitted,
            arrived_on=arrived,
            signed_on=signed,
            confirmed_on=confirmed,
            received_on=received,
            actor=desk.actor,
            role=desk.role,
            idempotency_key=key or None,
        )
        with desk.office.work() as uow:
            given = log_request(command, uow, at=desk.now, calendar=desk.office.calendar)
        tell(desk, given, _LOGGED.say(desk.lang, number=given), as_json=as_json)
