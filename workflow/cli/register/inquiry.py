"""`disclosure inquiry`: questions asked at the counter, by telephone or online."""

from datetime import date
from typing import Annotated

import typer

from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.register.options import (
    AnnulledOption,
    LimitOption,
    NoteOption,
    SearchOption,
    SinceOption,
    UntilOption,
    by,
    filled,
    wanted,
)
from workflow.cli.register.pages import plain_row, rows_table
from workflow.cli.register.shared import add_shared_commands, nothing
from workflow.cli.request.options import JsonOption, KeyOption
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Text
from workflow.records.register_facts import (
    CounterConsultation,
)
from workflow.services.registers.books import INQUIRIES
from workflow.services.registers.entering import enter

app = command_group("咨询：来访、电话和网上的咨询，不是申请，也不计入申请。")

_ADDED = Text("已登记咨询 {row_id}", "Inquiry {row_id} is entered")
_COLUMNS = ("asked_on", "way", "asker", "content", "answer", "answered_by", "referred_to")


@app.command("add", help="登记一次咨询。")
def add(
    ctx: typer.Context,
    content: Annotated[str, typer.Option("--content", help="咨询的内容。")],
    way: Annotated[str, typer.Option("--way", help="方式：来访、电话、网上。")] = "来访",
    asker: Annotated[str, typer.Option("--from", help="咨询人。")] = "",
    contact: Annotated[str, typer.Option("--contact", help="联系方式。")] = "",
    answer: Annotated[str, typer.Option("--answer", help="答复的内容。")] = "",
    answered_by: Annotated[str, typer.Option("--by", help="答复人；不写则为本人。")] = "",
    referred: Annotated[str, typer.Option("--referred", help="转介的部门。")] = "",
    on: Annotated[date | None, day_option("--on", "日期；不写则为今天。")] = None,
    note: NoteOption = "",
    key: KeyOption = "",
) -> None:
    """Enter a question and how it was answered."""
    with opened_desk(ctx) as desk:
        facts = CounterConsultation(
            asked_on=on or desk.today,
            way=by_code_or_name("inquiry_ways", way, "--way", desk.lang),
            asker=asker.strip(),
            contact=contact.strip(),
            content=filled(content, "--content", desk.lang),
            answer=answer.strip(),
            answered_by=answered_by.strip() or desk.actor,
            referred_to=referred.strip(),
            note=note.strip(),
        )
        with desk.office.work() as uow:
            row_id = enter(INQUIRIES, facts, uow, by(desk, key))
        typer.echo(_ADDED.say(desk.lang, row_id=row_id))


@app.command("list", help="列出咨询，新的在前。")
def list_inquiries(
    ctx: typer.Context,
    since: SinceOption = None,
    until: UntilOption = None,
    text: SearchOption = "",
    limit: LimitOption = 50,
    *,
    annulled: AnnulledOption = False,
    as_json: JsonOption = False,
) -> None:
    """List the questions, the newest first."""
    with opened_desk(ctx) as desk:
        narrowed = wanted(since, until, text, annulled=annulled)
        with desk.office.read() as view:
            rows = view.counter_consultations.page(narrowed, limit=limit)
        if as_json:
            print_json([plain_row(INQUIRIES, row) for row in rows])
        elif rows:
            console().print(rows_table(INQUIRIES, rows, _COLUMNS, desk.lang))
        else:
            nothing(desk, "disclosure inquiry add", is_narrowed=bool(since or until or text))


add_shared_commands(app, INQUIRIES)
