"""`disclosure refusals`: what was withheld, and the periodic review of it."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer
from rich.table import Table

from states.terms import TERMS, label
from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.register.options import LimitOption, by, filled
from workflow.cli.register.pages import due_cell, plain_due
from workflow.cli.register.shared import add_shared_commands
from workflow.cli.request.options import JsonOption, KeyOption, NumberArgument
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Lang, Text
from workflow.services.registers.books import REFUSAL_REVIEWS
from workflow.services.registers.refusals import (
    Conclusion,
    RefusalLine,
    ReviewRefusal,
    refusals,
    review_refusal,
)

app = command_group("不予公开信息的评估审查（《条例》第十八条）：清单、到期的、登记审查。")

_REVIEWED = Text("已登记审查：{number}　{conclusion}", "Reviewed: {number}  {conclusion}")
_NEXT = Text("下次审查：{on}", "Next review: {on}")
_NONE = Text("没有不予公开的记录。", "Nothing was withheld.")
_NONE_DUE = Text("没有到期的审查。", "No review is due.")
_DISCLOSE = Text(
    "可以公开的应当公开：请登记主动公开（disclosure publication add），并告知申请人。",
    "What may be disclosed is to be disclosed: enter it (disclosure publication add), and tell the "
    "applicant.",
)
_HEADS = (
    Text("登记编号", "Request"),
    Text("信息项", "Item"),
    Text("内容", "What"),
    Text("理由", "Ground"),
    Text("不予公开日期", "Withheld on"),
    Text("上次审查", "Last review"),
    Text("下次审查", "Next review"),
)


@app.command("list", help="列出不予公开（含部分公开中不予公开）的记录及其审查情况。")
def list_refusals(
    ctx: typer.Context, limit: LimitOption = 50, *, as_json: JsonOption = False
) -> None:
    """List everything withheld, what is to be reviewed first, first."""
    with opened_desk(ctx) as desk:
        _show(_lines(desk)[:limit], _NONE, desk, as_json=as_json)


@app.command("due", help="列出应当评估审查的：已经到期的，以及指定日期以前到期的。")
def due_refusals(
    ctx: typer.Context,
    until: Annotated[date | None, day_option("--until", "到哪一天为止；不写则到今天。")] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """List what is to be reviewed up to a day."""
    with opened_desk(ctx) as desk:
        last = until or desk.today
        due = [line for line in _lines(desk) if line.next_due and line.next_due.on <= last]
        _show(due, _NONE_DUE, desk, as_json=as_json)


@app.command("review", help="登记一次评估审查的结论和依据。")
def review(
    ctx: typer.Context,
    number: NumberArgument,
    basis: Annotated[str, typer.Option("--basis", help="审查依据。")],
    conclusion: Annotated[
        str, typer.Option("--conclusion", help="结论：仍不予公开、可以公开、部分可以公开。")
    ] = "仍不予公开",
    item: Annotated[str, typer.Option("--item", help="信息项序号；只有一项的可以不写。")] = "",
    reviewer: Annotated[str, typer.Option("--reviewer", help="审查人；不写则为本人。")] = "",
    on: Annotated[date | None, day_option("--on", "审查日期；不写则为今天。")] = None,
    next_on: Annotated[
        date | None, day_option("--next", "下次审查日期；不写则按惯例设置。")
    ] = None,
    key: KeyOption = "",
) -> None:
    """Record a review."""
    with opened_desk(ctx) as desk:
        command = ReviewRefusal(
            request_number=number,
            item=item.strip(),
            conclusion=Conclusion(
                by_code_or_name("refusal_conclusions", conclusion, "--conclusion", desk.lang)
            ),
            basis=filled(basis, "--basis", desk.lang),
            reviewer=reviewer.strip() or desk.actor,
            reviewed_on=on or desk.today,
            next_on=next_on,
        )
        with desk.office.work() as uow:
            row = review_refusal(command, uow, by(desk, key), desk.office.practice)
        words = label("refusal_conclusions", row.conclusion, desk.lang)
        typer.echo(_REVIEWED.say(desk.lang, number=number, conclusion=words))
        if row.next_on is not None:
            typer.echo(_NEXT.say(desk.lang, on=row.next_on))
        if row.conclusion != Conclusion.STILL_WITHHELD:
            typer.echo(_DISCLOSE.say(desk.lang))


def _lines(desk: Desk) -> list[RefusalLine]:
    with desk.office.read() as view:
        return refusals(view, desk.today, desk.office.calendar, desk.office.practice)


def _show(lines: Sequence[RefusalLine], none: Text, desk: Desk, *, as_json: bool) -> None:
    if as_json:
        print_json([_plain(line) for line in lines])
    elif lines:
        console().print(_table(lines, desk.lang))
    else:
        typer.echo(none.say(desk.lang))


def _plain(line: RefusalLine) -> dict[str, object]:
    found, last = line.withheld, line.last
    return {
        "request_number": found.request_number,
        "item": found.item,
        "title": found.title,
        "ground": found.ground,
        "withheld_on": found.withheld_on,
        "last_review": None if last is None else last.reviewed_on,
        "last_conclusion": None if last is None else last.conclusion,
        **plain_due(line.next_due),
    }


def _table(lines: Sequence[RefusalLine], lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in _HEADS:
        table.add_column(head.say(lang), overflow="fold")
    for line in lines:
        found, last = line.withheld, line.last
        table.add_row(
            found.request_number,
            found.item,
            found.title,
            _ground(found.ground, lang),
            found.withheld_on.isoformat(),
            "" if last is None else last.reviewed_on.isoformat(),
            due_cell(line.next_due, lang),
        )
    return table


def _ground(code: str, lang: Lang) -> str:
    """Return the ground of an item, or the outcome of what is known as a whole only."""
    return label("grounds" if code in TERMS["grounds"] else "outcomes", code, lang)


add_shared_commands(app, REFUSAL_REVIEWS)
