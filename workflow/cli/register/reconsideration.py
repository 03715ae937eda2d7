"""`disclosure reconsideration`: administrative reconsiderations against the office."""

from datetime import date
from typing import Annotated

import typer

from workflow.cli.desk import opened_desk
from workflow.cli.help import command_group
from workflow.cli.register.disputing import (
    due_rows,
    list_disputes,
    plain_dispute,
    record_answer,
    record_end,
)
from workflow.cli.register.options import (
    AnnulledOption,
    IdArgument,
    LateOption,
    LimitOption,
    NoteOption,
    OfficerOption,
    OpenOption,
    RequestOption,
    SearchOption,
    SinceOption,
    UntilOption,
    by,
    wanted,
)
from workflow.cli.register.shared import add_shared_commands
from workflow.cli.request.options import JsonOption, KeyOption
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Text
from workflow.records.register_facts import (
    Reconsideration,
)
from workflow.services.registers.books import RECONSIDERATIONS
from workflow.services.registers.disputes import answer_deadline
from workflow.services.registers.entering import enter

app = command_group("行政复议：登记、答复、审结；自收到副本起十个（简易程序五个）工作日内答复。")

_ADDED = Text(
    "已登记行政复议 {row_id}，应当在 {due} 以前书面答复",
    "Reconsideration {row_id} is entered; the written answer is due by {due}",
)
_COLUMNS = ("received_on", "applicant", "authority", "request_number", "officer", "result")


@app.command("add", help="登记一件行政复议，并算出书面答复的期限。")
def add(
    ctx: typer.Context,
    authority: Annotated[str, typer.Option("--authority", help="复议机关。")] = "",
    applicant: Annotated[str, typer.Option("--applicant", help="复议申请人。")] = "",
    act: Annotated[str, typer.Option("--act", help="被申请复议的行政行为。")] = "",
    request: RequestOption = "",
    received: Annotated[
        date | None, day_option("--received", "收到申请书副本的日期；不写则为今天。")
    ] = None,
    case_number: Annotated[str, typer.Option("--case", help="案号。")] = "",
    procedure: Annotated[
        str, typer.Option("--procedure", help="审理程序：普通程序、简易程序。")
    ] = "普通程序",
    answer_by: Annotated[
        date | None, day_option("--answer-by", "复议机关另行限定的答复日期。")
    ] = None,
    officer: OfficerOption = "",
    note: NoteOption = "",
    key: KeyOption = "",
) -> None:
    """Enter a reconsideration, and say when the answer is due."""
    with opened_desk(ctx) as desk:
        facts = Reconsideration(
            received_on=received or desk.today,
            authority=authority.strip(),
            applicant=applicant.strip(),
            act=act.strip(),
            request_number=request.strip(),
            case_number=case_number.strip(),
            procedure=by_code_or_name("procedures", procedure, "--procedure", desk.lang),
            answer_by=answer_by,
            officer=officer.strip(),
            note=note.strip(),
        )
        with desk.office.work() as uow:
            row_id = enter(RECONSIDERATIONS, facts, uow, by(desk, key))
            row = uow.reconsiderations.find(row_id)
        found = answer_deadline(row, desk.office.calendar, desk.office.practice)
        typer.echo(_ADDED.say(desk.lang, row_id=row_id, due=found.due))


@app.command("answer", help="登记已经提交书面答复和证据、依据。")
def answer(
    ctx: typer.Context,
    row_id: IdArgument,
    on: Annotated[date | None, day_option("--on", "提交日期；不写则为今天。")] = None,
    key: KeyOption = "",
) -> None:
    """Record that the answer was handed in."""
    with opened_desk(ctx) as desk:
        record_answer(desk, RECONSIDERATIONS, row_id, on, key)


@app.command("conclude", help="登记复议决定；结果按决定种类归入（可用 office set 另定）。")
def conclude(
    ctx: typer.Context,
    row_id: IdArgument,
    decision: Annotated[
        str, typer.Option("--decision", help="决定种类，如 维持、撤销、撤回（撤诉）。")
    ],
    result: Annotated[
        str, typer.Option("--result", help="结果：结果维持、结果纠正、其他结果；不写则按种类。")
    ] = "",
    on: Annotated[date | None, day_option("--on", "审结日期；不写则为今天。")] = None,
    key: KeyOption = "",
) -> None:
    """Record how it ended."""
    with opened_desk(ctx) as desk:
        record_end(desk, RECONSIDERATIONS, row_id, decision, result, on, key)


@app.command("list", help="列出行政复议，答复期限近的在前。")
def list_reconsiderations(
    ctx: typer.Context,
    since: SinceOption = None,
    until: UntilOption = None,
    text: SearchOption = "",
    limit: LimitOption = 50,
    *,
    only_open: OpenOption = False,
    only_late: LateOption = False,
    annulled: AnnulledOption = False,
    as_json: JsonOption = False,
) -> None:
    """List the reconsiderations with what is due."""
    with opened_desk(ctx) as desk:
        list_disputes(
            desk,
            RECONSIDERATIONS,
            wanted(since, until, text, annulled=annulled),
            _COLUMNS,
            limit,
            only_open=only_open,
            only_late=only_late,
            as_json=as_json,
            command="disclosure reconsideration add",
        )


add_shared_commands(app, RECONSIDERATIONS, more=due_rows, plain=plain_dispute)
