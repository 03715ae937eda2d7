"""The worklist, and one request with its clock and what may come next."""

from dataclasses import asdict
from typing import Annotated

import typer

from states.steps import Step
from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.draft_pages import draft_page
from workflow.cli.request.options import JsonOption, NumberArgument
from workflow.cli.request.pages import case_page, offers_page, worklist_page
from workflow.i18n import Text
from workflow.records.worklists import Wanted
from workflow.services.casefile import CaseFile, case_file
from workflow.services.worklist import worklist
from workflow.wording.refusals import refusal_sentence

app = command_group("查看申请。")

_NOTHING = Text("没有待办的申请。", "No request is open.")


@app.command("list", help="待办清单：按剩余工作日排列，带红黄绿灯。")
def worklist_command(
    ctx: typer.Context,
    text: Annotated[str, typer.Option("--search", help="在编号、申请人、内容中查找。")] = "",
    officer: Annotated[str, typer.Option("--officer", help="只看某位经办人。")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="最多列出多少件。")] = 50,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the open requests, the most urgent first."""
    with opened_desk(ctx) as desk:
        wanted = Wanted(text=text, case_officer=officer or None)
        with desk.office.read() as view:
            lines = worklist(
                view, today=desk.today, calendar=desk.office.calendar, wanted=wanted, limit=limit
            )
        if as_json:
            print_json([asdict(line) for line in lines])
        elif lines:
            console().print(worklist_page(lines, desk.today, desk.lang))
        else:
            typer.echo(_NOTHING.say(desk.lang))


@app.command("show", help="查看一件申请：经过、各项期限和逐日计算。")
def show(
    ctx: typer.Context,
    number: NumberArgument,
    *,
    as_json: JsonOption = False,
) -> None:
    """Show a request with its history and its explained clock."""
    with opened_desk(ctx) as desk:
        found = _file(desk, number)
        if as_json:
            print_json(found.as_plain())
        else:
            console().print(case_page(found, desk.office.calendar, desk.lang))
            if found.reply.draft.items:
                console().print("", draft_page(found.reply, desk.lang), sep="\n")


@app.command("draft", help="查看答复：各项处理意见、审查、审批，还缺什么，下一步是什么。")
def draft(
    ctx: typer.Context,
    number: NumberArgument,
    *,
    as_json: JsonOption = False,
) -> None:
    """Show the reply as it stands, and what is wanting."""
    with opened_desk(ctx) as desk:
        found = _file(desk, number).reply
        if as_json:
            print_json(found.as_plain())
        else:
            console().print(draft_page(found, desk.lang))


@app.command("steps", help="今天可以办理哪些步骤，不能办的说明理由和条款。")
def steps(
    ctx: typer.Context,
    number: NumberArgument,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the moves from where a request stands, lawful or not, with why."""
    with opened_desk(ctx) as desk:
        offers = _file(desk, number).offers
        if as_json:
            print_json(
                [
                    {
                        "move": offer.move.name,
                        "lawful": offer.is_lawful,
                        "refusals": [
                            {"code": refusal.code, "message": refusal_sentence(refusal, desk.lang)}
                            for refusal in offer.refusals
                        ],
                    }
                    for offer in offers
                ]
            )
        else:
            console().print(offers_page(offers, desk.lang))


def _file(desk: Desk, number: str) -> CaseFile:
    step = Step("", desk.today, desk.today, desk.role, actor=desk.actor)
    with desk.office.read() as view:
        return case_file(view, number, step, desk.office.calendar)
