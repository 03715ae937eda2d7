"""`disclosure backup`: all records and files in one, while work goes on."""

from pathlib import Path
from typing import Annotated

import typer

from workflow.cli.app import Invocation
from workflow.cli.desk import opened_installation, print_json
from workflow.cli.help import command_group
from workflow.i18n import Text
from workflow.recovery.backing_up import back_up

app = command_group("备份：全部记录和附件写成一个文件。")

FileArgument = Annotated[Path, typer.Argument(help="备份文件。", metavar="FILE")]
KeyFileOption = Annotated[
    Path | None,
    typer.Option(
        "--key-file",
        help="密钥文件；备份时给了密钥，恢复时要用同一个。",
        metavar="FILE",
        exists=True,
    ),
]

_TAKEN = Text(
    "已备份到 {file}：{size} MB，附件 {n} 个{sealed}。",
    "Backed up to {file}: {size} MB, {n} attachment(s){sealed}.",
)
_SEALED = Text("，已加密", ", encrypted")
_ADVICE = Text(
    "请把它放到别的机器上，并不时试着恢复一次。密钥丢了，备份就打不开。",
    "Keep it on another machine, and try to restore it now and then. Without its key it is lost.",
)


@app.command("backup", help="把全部记录和附件写成一个文件；备份时照常办理。")
def backup_command(
    ctx: typer.Context,
    file: FileArgument,
    key_file: KeyFileOption = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """Take a backup while work goes on."""
    lang = ctx.ensure_object(Invocation).lang
    with opened_installation(ctx) as installation:
        at = installation.clock.now()
        taken = back_up(installation.settings, file, at=at, words=key_words(key_file))
    if as_json:
        print_json(
            {
                "file": str(taken.file),
                "size": taken.size,
                "attachments": taken.attachments,
                "encrypted": taken.is_sealed,
                "taken_at": at,
            }
        )
        return
    sealed = _SEALED.say(lang) if taken.is_sealed else ""
    size = f"{taken.size / 1024**2:.1f}"
    typer.echo(_TAKEN.say(lang, file=taken.file, size=size, n=taken.attachments, sealed=sealed))
    typer.echo(_ADVICE.say(lang))


def key_words(key_file: Path | None) -> bytes:
    """Return the key that a file holds; the end of its line is no part of it."""
    return b"" if key_file is None else key_file.read_bytes().rstrip(b"\r\n")
