"""`disclosure report enter` and `figures`: what only people can know of a year."""

from typing import Annotated

import typer
from rich.table import Table

from workflow.cli.desk import console, print_json
from workflow.cli.report_options import (
    ColumnArgument,
    FormOption,
    JsonOption,
    OfficeOption,
    RowArgument,
    TableArgument,
    YearArgument,
    desk_of,
)
from workflow.i18n import Text
from workflow.services.entering import EnterFigure, enter_figure, enterable_figures

_ENTERED = Text("已录入：{row}　{column}：{amount}", "Entered: {row}  {column}: {amount}")
_CHANGED = Text(
    "已录入：{row}　{column}：{amount}（原为 {before}）",
    "Entered: {row}  {column}: {amount} (was {before})",
)
_NOTHING = Text(
    "{year}年度的报告格式没有需要人工录入的数字。",
    "The form of {year} has no figures for people to enter.",
)
_HEADS = (
    Text("表", "Table"),
    Text("行", "Row"),
    Text("列", "Column"),
    Text("名称", "What it is"),
    Text("已录入", "Entered"),
)


def join(app: typer.Typer) -> None:
    """Add the commands to the group of reports."""
    app.command("enter", help="录入年度报告中只能人工填报的一个数字；再次录入即更正。")(enter)
    app.command("figures", help="列出一个年度需要人工录入的数字，以及录入了没有。")(figures)


def enter(
    ctx: typer.Context,
    year: YearArgument,
    table: TableArgument,
    row: RowArgument,
    column: ColumnArgument,
    value: Annotated[str, typer.Argument(help="数字。", metavar="数值")],
    note: Annotated[str, typer.Option("--note", help="备注，如数字的来源。")] = "",
    reason: Annotated[str, typer.Option("--reason", help="更正的理由。")] = "",
    form: FormOption = "",
    office: OfficeOption = "",
) -> None:
    """Enter a figure, or another in its place."""
    with desk_of(ctx, office) as desk:
        command = EnterFigure(
            year=year,
            table=table,
            row=row,
            column=column,
            amount=value,
            actor=desk.actor,
            note=note,
            reason=reason,
            form_key=form or None,
        )
        with desk.office.work() as uow:
            done = enter_figure(command, uow, at=desk.now)
        words = _ENTERED if done.before is None else _CHANGED
        typer.echo(
            words.say(
                desk.lang, row=done.row, column=done.column, amount=done.amount, before=done.before
            )
        )


def figures(
    ctx: typer.Context,
    year: YearArgument,
    form: FormOption = "",
    office: OfficeOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """List the figures that people enter."""
    with desk_of(ctx, office) as desk:
        with desk.office.read() as view:
            found = enterable_figures(view, year, form or None)
        if as_json:
            print_json(
                [
                    {
                        "table": one.key.table,
                        "row": one.key.row,
                        "column": one.key.column,
                        "amount": one.amount,
                    }
                    for one in found
                ]
            )
            return
        if not found:
            typer.echo(_NOTHING.say(desk.lang, year=year))
            return
        page = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for head in _HEADS:
            page.add_column(head.say(desk.lang))
        for one in found:
            name = f"{one.row}　{one.column}"
            page.add_row(one.key.table, one.key.row, one.key.column, name, one.amount or "—")
        console().print(page)
