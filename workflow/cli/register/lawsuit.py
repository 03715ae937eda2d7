"""`disclosure lawsuit`: administrative lawsuits against the office."""

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
    Lawsuit,
)
from workflow.services.registers.books import LAWSUITS
from workflow.services.registers.disputes import answer_deadline, deadlines
from workflow.services.registers.entering import enter, put_right

app = command_group("行政诉讼：登记、应诉、裁判、上诉、审结；自收到起诉状副本起十五日内答辩举证。")

_ADDED = Text(
    "已登记行政诉讼 {row_id}，应当在 {due} 以前答辩并举证",
    "Suit {row_id} is entered; defence and evidence are due by {due}",
)
_SERVED = Text("已登记裁判文书：行政诉讼 {row_id}", "The decision is entered: suit {row_id}")
_APPEAL_BY = Text("上诉期限至 {due}", "An appeal may be brought up to {due}")
_APPEALED = Text("已登记上诉：行政诉讼 {row_id}", "The appeal is entered: suit {row_id}")
_PAPER, _APPEAL = "裁判文书", "上诉"
_COLUMNS = (
    "received_on",
    "plaintiff",
    "court",
    "case_number",
    "after_reconsideration",
    "officer",
    "result",
)


@app.command("add", help="登记一件行政诉讼，并算出答辩举证的期限。")
def add(
    ctx: typer.Context,
    court: Annotated[str, typer.Option("--court", help="法院。")] = "",
    plaintiff: Annotated[str, typer.Option("--plaintiff", help="原告。")] = "",
    act: Annotated[str, typer.Option("--act", help="被诉行政行为。")] = "",
    request: RequestOption = "",
    received: Annotated[
        date | None, day_option("--received", "收到起诉状副本的日期；不写则为今天。")
    ] = None,
    case_number: Annotated[str, typer.Option("--case", help="案号。")] = "",
    procedure: Annotated[
        str, typer.Option("--procedure", help="审理程序：普通程序、简易程序。")
    ] = "普通程序",
    answer_by: Annotated[date | None, day_option("--answer-by", "法院另行限定的日期。")] = None,
    officer: OfficerOption = "",
    note: NoteOption = "",
    key: KeyOption = "",
    *,
    after_reconsideration: Annotated[
        bool, typer.Option("--after-reconsideration/--direct", help="是否经过行政复议。")
    ] = False,
    co_defendant: Annotated[
        bool, typer.Option("--co-defendant", help="与复议机关为共同被告（复议维持）。")
    ] = False,
) -> None:
    """Enter a suit, and say when defence and evidence are due."""
    with opened_desk(ctx) as desk:
        facts = Lawsuit(
            received_on=received or desk.today,
            court=court.strip(),
            plaintiff=plaintiff.strip(),
            act=act.strip(),
            request_number=request.strip(),
            case_number=case_number.strip(),
            procedure=by_code_or_name("procedures", procedure, "--procedure", desk.lang),
            after_reconsideration=after_reconsideration,
            co_defendant=co_defendant,
            answer_by=answer_by,
            officer=officer.strip(),
            note=note.strip(),
        )
        with desk.office.work() as uow:
            row_id = enter(LAWSUITS, facts, uow, by(desk, key))
            row = uow.lawsuits.find(row_id)
        found = answer_deadline(row, desk.office.calendar, desk.office.practice)
        typer.echo(_ADDED.say(desk.lang, row_id=row_id, due=found.due))


@app.command("answer", help="登记已经提交答辩状和证据、依据。")
def answer(
    ctx: typer.Context,
    row_id: IdArgument,
    on: Annotated[date | None, day_option("--on", "提交日期；不写则为今天。")] = None,
    key: KeyOption = "",
) -> None:
    """Record that defence and evidence were handed in."""
    with opened_desk(ctx) as desk:
        record_answer(desk, LAWSUITS, row_id, on, key)


@app.command("judged", help="登记收到第一审判决书或者裁定书，并算出上诉期限。")
def judged(
    ctx: typer.Context,
    row_id: IdArgument,
    paper: Annotated[str, typer.Option("--paper", help="裁判文书：判决书、裁定书。")] = "判决书",
    on: Annotated[date | None, day_option("--on", "送达日期；不写则为今天。")] = None,
    key: KeyOption = "",
) -> None:
    """Record what the court of first instance served, and say until when to appeal."""
    with opened_desk(ctx) as desk:
        changes: dict[str, object] = {
            "paper": by_code_or_name("court_papers", paper, "--paper", desk.lang),
            "served_on": on or desk.today,
        }
        with desk.office.work() as uow:
            put_right(LAWSUITS, row_id, changes, _PAPER, uow, by(desk, key))
            row = uow.lawsuits.find(row_id)
        typer.echo(_SERVED.say(desk.lang, row_id=row_id))
        for found in deadlines(row, desk.office.calendar, desk.office.practice, desk.today):
            typer.echo(_APPEAL_BY.say(desk.lang, due=found.due))


@app.command("appeal", help="登记上诉。")
def appeal(
    ctx: typer.Context,
    row_id: IdArgument,
    appellant: Annotated[str, typer.Option("--by", help="上诉人：本机关、原告等。")] = "本机关",
    on: Annotated[date | None, day_option("--on", "上诉日期；不写则为今天。")] = None,
    key: KeyOption = "",
) -> None:
    """Record an appeal."""
    with opened_desk(ctx) as desk:
        changes: dict[str, object] = {
            "appealed_on": on or desk.today,
            "appellant": appellant.strip(),
        }
        with desk.office.work() as uow:
            put_right(LAWSUITS, row_id, changes, _APPEAL, uow, by(desk, key))
        typer.echo(_APPEALED.say(desk.lang, row_id=row_id))


@app.command("conclude", help="登记审结；结果按裁判种类归入（可用 office set 另定）。")
def conclude(
    ctx: typer.Context,
    row_id: IdArgument,
    decision: Annotated[
        str, typer.Option("--decision", help="裁判种类，如 驳回请求、撤销、确认违法。")
    ],
    result: Annotated[
        str, typer.Option("--result", help="结果：结果维持、结果纠正、其他结果；不写则按种类。")
    ] = "",
    on: Annotated[date | None, day_option("--on", "审结日期；不写则为今天。")] = None,
    key: KeyOption = "",
) -> None:
    """Record how it ended."""
    with opened_desk(ctx) as desk:
        record_end(desk, LAWSUITS, row_id, decision, result, on, key)


@app.command("list", help="列出行政诉讼，期限近的在前。")
def list_lawsuits(
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
    """List the suits with what is due."""
    with opened_desk(ctx) as desk:
        list_disputes(
            desk,
            LAWSUITS,
            wanted(since, until, text, annulled=annulled),
            _COLUMNS,
            limit,
            only_open=only_open,
            only_late=only_late,
            as_json=as_json,
            command="disclosure lawsuit add",
        )


add_shared_commands(app, LAWSUITS, more=due_rows, plain=plain_dispute)
