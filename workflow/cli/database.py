"""`disclosure database`: what is done to the database of many offices as a whole."""

from dataclasses import asdict
from typing import Annotated

import typer

from workflow.cli.app import Invocation
from workflow.cli.desk import opened_installation, print_json
from workflow.cli.help import command_group
from workflow.i18n import Text

app = command_group("数据库：检索索引，按机关分区（PostgreSQL）。")

_DONE = Text(
    "✓ {table}：已按机关分为 {parts} 个区，共 {rows} 行。",
    "✓ {table}: in {parts} parts by office, {rows} rows in all.",
)
_BEFORE = Text(
    "· {table}：此前已分为 {parts} 个区，未作改动。",
    "· {table}: was in {parts} parts already; nothing was done.",
)


_INDEXED = Text(
    "✓ {office}：检索索引已重建，共 {n} 项。",
    "✓ {office}: its search index is made anew, {n} entries.",
)
_FEW = Text(
    "· {office}：申请不多，检索不需要索引。",
    "· {office}: has few requests, which are searched without an index.",
)


@app.command(help="重建各机关的检索索引：自检（disclosure doctor）说索引不符时使用。")
def index(
    ctx: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """Make anew what requests are searched by."""
    lang = ctx.ensure_object(Invocation).lang
    done: dict[str, int] = {}
    with opened_installation(ctx) as installation:
        for office in installation.offices():
            with office.work() as uow:
                done[office.name] = uow.requests.text_pairs.rebuild()
    if as_json:
        print_json(done)
        return
    for name, count in done.items():
        typer.echo((_INDEXED if count else _FEW).say(lang, office=name, n=count))


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
