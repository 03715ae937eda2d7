"""`disclosure serve`: the desk in a browser, with the reminder scheduler beside it."""

from contextlib import nullcontext
from typing import Annotated

import typer

from notifications.scheduler import ticking
from workflow.bootstrap import Installation
from workflow.cli.app import Invocation
from workflow.cli.desk import opened_installation
from workflow.cli.help import command_group
from workflow.cli.worker import a_ticker
from workflow.i18n import Text
from workflow.services.reminding import channel_for
from workflow.web.serving import serve as serve_desk

_HELP = "在浏览器中办理：启动办理台，并同时运行提醒调度。"

app = command_group(_HELP)

LOOPBACK = "127.0.0.1"

READY = Text(
    "办理台：http://{host}:{port}/　按 Ctrl+C 停止。",
    "The desk: http://{host}:{port}/  Ctrl+C stops it.",
)
_NO_ACCOUNT = Text(
    "还没有账号；先用 disclosure user add 姓名 --login 登录名 --role 管理员 建立。",
    "There is no account yet; make one: "
    "disclosure user add NAME --login LOGIN --role administrator",
)


@app.command(help=_HELP)
def serve(
    ctx: typer.Context,
    host: Annotated[str, typer.Option("--host", help="监听的地址。")] = LOOPBACK,
    port: Annotated[int, typer.Option("--port", help="监听的端口。", min=1, max=65_535)] = 8000,
    *,
    scheduler: Annotated[
        bool, typer.Option("--scheduler/--no-scheduler", help="是否同时运行提醒调度。")
    ] = True,
) -> None:
    """Serve the desk until told to stop."""
    lang = ctx.ensure_object(Invocation).lang
    with opened_installation(ctx) as installation:
        if not _has_accounts(installation):
            typer.echo(_NO_ACCOUNT.say(lang), err=True)
        typer.echo(READY.say(lang, host=host, port=port))
        ticker = a_ticker(installation, channel_for(installation.settings), lang)
        with ticking(ticker.in_turn, *ticker.jobs()) if scheduler else nullcontext():
            serve_desk(installation, host=host, port=port)


def _has_accounts(installation: Installation) -> bool:
    """Say whether anybody could sign in."""
    for office in installation.offices():
        with office.read() as view:
            if view.accounts.all():
                return True
    return False
