"""`disclosure complaint`: complaints and reports about the office's disclosure work."""

from datetime import date
from typing import Annotated

import typer

from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.register.options import (
    AnnulledOption,
    IdArgument,
    LimitOption,
    NoteOption,
    OfficerOption,
    OpenOption,
    RequestOption,
    SearchOption,
    SinceOption,
    UntilOption,
    by,
    coded,
    filled,
    wanted,
)
from workflow.cli.register.pages import plain_row, rows_table
from workflow.cli.register.shared import add_shared_commands, nothing
from workflow.cli.request.options import JsonOption, KeyOption
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Text
from workflow.records.register_facts import (
    Complaint,
)
from workflow.services.registers.books import COMPLAINTS
from workflow.services.registers.complaints import (
    ConcludeComplaint,
    Finding,
    conclude_complaint,
    is_open,
)
from workflow.services.registers.entering import enter

app = command_group("申诉、举报：登记、办结、查看、更正、作废。")

_ADDED = Text("已登记申诉举报 {row_id}", "Complaint {row_id} is entered")
_CONCLUDED = Text("申诉举报 {row_id} 已办结", "Complaint {row_id} is concluded")
_COLUMNS = (
    "received_on",
    "origin",
    "matter",
    "ground",
    "request_number",
    "officer",
    "finding",
    "result",
)


@app.command("add", help="登记一件申诉或者举报。")
def add(
    ctx: typer.Context,
    matter: Annotated[str, typer.Option("--matter", help="事由。")],
    origin: Annotated[str, typer.Option("--from", help="来源：何人或何单位。")] = "",
    ground: Annotated[
        str, typer.Option("--ground", help="类型：未按规定主动公开、未依法答复申请、其他。")
    ] = "",
    received: Annotated[date | None, day_option("--received", "收到日期；不写则为今天。")] = None,
    request: RequestOption = "",
    officer: OfficerOption = "",
    note: NoteOption = "",
    key: KeyOption = "",
) -> None:
    """Enter a complaint."""
    with opened_desk(ctx) as desk:
        facts = Complaint(
            received_on=received or desk.today,
            origin=origin.strip(),
            matter=filled(matter, "--matter", desk.lang),
            ground=coded(ground, "--ground", desk.lang, by_code_or_name, "complaint_grounds"),
            request_number=request.strip(),
            officer=officer.strip(),
            note=note.strip(),
        )
        with desk.office.work() as uow:
            row_id = enter(COMPLAINTS, facts, uow, by(desk, key))
        typer.echo(_ADDED.say(desk.lang, row_id=row_id))


@app.command("conclude", help="登记查处结论和处理结果。")
def conclude(
    ctx: typer.Context,
    row_id: IdArgument,
    finding: Annotated[str, typer.Option("--finding", help="查处结论：属实、部分属实、不属实。")],
    result: Annotated[str, typer.Option("--result", help="处理结果。")] = "",
    on: Annotated[date | None, day_option("--on", "办结日期；不写则为今天。")] = None,
    key: KeyOption = "",
) -> None:
    """Record what came of a complaint."""
    with opened_desk(ctx) as desk:
        command = ConcludeComplaint(
            row_id=row_id,
            finding=Finding(by_code_or_name("complaint_findings", finding, "--finding", desk.lang)),
            result=result.strip(),
            concluded_on=on or desk.today,
        )
        with desk.office.work() as uow:
            conclude_complaint(command, uow, by(desk, key))
        typer.echo(_CONCLUDED.say(desk.lang, row_id=row_id))


@app.command("list", help="列出申诉、举报，新的在前。")
def list_complaints(
    ctx: typer.Context,
    since: SinceOption = None,
    until: UntilOption = None,
    text: SearchOption = "",
    limit: LimitOption = 50,
    *,
    only_open: OpenOption = False,
    annulled: AnnulledOption = False,
    as_json: JsonOption = False,
) -> None:
    """List the complaints, the newest first."""
    with opened_desk(ctx) as desk:
        narrowed = wanted(since, until, text, annulled=annulled)
        with desk.office.read() as view:
            rows = view.complaints.page(narrowed, limit=None if only_open else limit)
        if only_open:
            rows = [row for row in rows if is_open(row)][:limit]
        if as_json:
            print_json([plain_row(COMPLAINTS, row) for row in rows])
        elif rows:
            console().print(rows_table(COMPLAINTS, rows, _COLUMNS, desk.lang))
        else:
            is_narrowed = bool(since or until or text or only_open)
            nothing(desk, "disclosure complaint add", is_narrowed=is_narrowed)


add_shared_commands(app, COMPLAINTS)
