"""The public catalogue and the public guide, as documents."""

from datetime import date
from typing import Annotated

import typer

from workflow.cli.desk import opened_desk
from workflow.cli.document_files import OutOption, write_or_show
from workflow.cli.help import command_group
from workflow.cli.register.options import SinceOption, UntilOption
from workflow.cli.values import day_option
from workflow.services.registers.catalogue import CatalogueWanted, catalogue
from workflow.services.registers.guide import guide

app = command_group("公开目录和公开指南。")


@app.command("catalogue", help="公开目录：索引、名称、内容概述、生成日期；可写成文件。")
def catalogue_command(
    ctx: typer.Context,
    since: SinceOption = None,
    until: UntilOption = None,
    category: Annotated[str, typer.Option("--category", help="只列这一类。")] = "",
    out: OutOption = None,
) -> None:
    """Show or write the catalogue."""
    with opened_desk(ctx) as desk:
        narrowed = CatalogueWanted(since, until, category.strip())
        with desk.office.read() as view:
            document = catalogue(view, narrowed, desk.today, desk.lang)
        write_or_show(document, out, desk.lang)


@app.command("guide", help="公开指南（《条例》第十二条）；缺少必备内容时指出缺什么。")
def guide_command(
    ctx: typer.Context,
    on: Annotated[date | None, day_option("--on", "以哪一天为准；不写则为今天。")] = None,
    out: OutOption = None,
) -> None:
    """Show or write the guide."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            document = guide(view, on or desk.today, desk.lang)
        write_or_show(document, out, desk.lang)
