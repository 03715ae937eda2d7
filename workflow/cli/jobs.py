"""`disclosure jobs`: a worker that runs what waits in the queue, beside any number of others."""

from typing import Annotated

import typer

from workflow.cli.app import Invocation
from workflow.cli.desk import opened_installation
from workflow.cli.help import command_group
from workflow.i18n import Text
from workflow.jobs.on_procrastinate import ProcrastinateQueue

_HELP = (
    "运行作业队列（PostgreSQL）：安排提醒、发送、生成文书。可以在任意多台机器上同时开；"
    "作业由 disclosure worker --queue 排进去。"
)
app = command_group(_HELP)

_READY = Text(
    "正在运行作业队列；按 Ctrl-C 停止，手上的一件办完才停。",
    "Running what waits in the queue; Ctrl-C stops after the job at hand.",
)

_EMPTY = Text("队列里的作业都运行过了。", "All that waited in the queue was run.")


@app.command(help=_HELP)
def jobs(
    ctx: typer.Context,
    *,
    once: Annotated[bool, typer.Option("--once", help="队列空了就停。")] = False,
) -> None:
    """Run what waits in the queue; and then what comes, until told to stop."""
    lang = ctx.ensure_object(Invocation).lang
    with opened_installation(ctx) as installation:
        queue = ProcrastinateQueue(installation)
        queue.set_up()
        if once:
            queue.work()
            typer.echo(_EMPTY.say(lang))
            return
        typer.echo(_READY.say(lang))
        queue.work_forever()
