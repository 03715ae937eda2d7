"""`disclosure export`: an office as a ledger, in the shape that is imported."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from workflow.cli.app import Invocation
from workflow.cli.desk import console, opened_installation, print_json
from workflow.cli.help import command_group
from workflow.cli.ledger_pages import export_lines, rows_table
from workflow.services.exporting import export_book

_HELP = "导出台账：以 .xlsx 结尾写成工作簿，否则写成 .csv 文件的文件夹。"

app = command_group(_HELP)


@app.command(help=_HELP)
def export(
    ctx: typer.Context,
    path: Annotated[Path, typer.Argument(help="写到哪个文件或文件夹。", metavar="台账")],
    office: Annotated[str, typer.Option("--office", help="机关名称；只有一个机关时不必写。")] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """Export an office, and name what the ledger has no column for."""
    said = ctx.ensure_object(Invocation)
    with opened_installation(ctx) as installation:
        exported = installation.office(office or said.office or None)
        with exported.read() as view:
            summary = export_book(path, view)
    if as_json:
        print_json(asdict(summary))
        return
    console().print(rows_table(summary, said.lang))
    for line in export_lines(summary, str(path), said.lang):
        typer.echo(line)
