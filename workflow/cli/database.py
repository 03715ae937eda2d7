"""`disclosure database`: what is done to the database of many offices as a whole."""

from dataclasses import asdict
from typing import Annotated

import typer

from workflow.cli.app import Invocation
from workflow.cli.desk import opened_installation, print_json
from workflow.cli.help import command_group
from workflow.i18n import Text

app = command_group("数据库：按机关分区（PostgreSQL）。")

_DONE = Text(
    "✓ {table}：已按机关分为 {parts} 个区，共 {rows} 行。",
    "✓ {table}: in {parts} parts by office, {rows} rows in all.",
)
_BEFORE = Text(
    "· {table}：此前已分为 {parts} 个区，未作改动。",
    "· {table}: was in {parts} parts already; nothing was done.",
)


@app.callback()
def database() -> None:
    """Hold the commands together, of which there is one."""


@app.command(
    help="把申请和办理记录按机关分区。只用于 PostgreSQL 上的大批机关，一次完成；期间请停止办理。"
)
def partition(
    ctx: typer.Context,
    *,
    parts: Annotated[int, typer.Option("--parts", help="分为多少个区。")] = 64,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """Put requests and events into parts by office, in one transaction."""
    lang = ctx.ensure_object(Invocation).lang
    with opened_installation(ctx) as installation:
        done = installation.into_parts(parts)
    if as_json:
        print_json([asdict(one) for one in done])
        return
    for one in done:
        words = _BEFORE if one.done_before else _DONE
        typer.echo(words.say(lang, table=one.table, parts=one.parts, rows=one.rows))
