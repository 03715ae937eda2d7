"""`disclosure key`: the key that identity numbers are sealed with."""

from typing import Annotated

import typer

from workflow.bootstrap import Installation
from workflow.cli.app import Invocation
from workflow.cli.desk import opened_installation, print_json
from workflow.cli.help import command_group
from workflow.i18n import Text
from workflow.records.identity_keys import KeyFile
from workflow.records.sealing_anew import sealed_by
from workflow.services.rotating_keys import rotate

app = command_group("证件号码的密钥：查看、生成、更换。")

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]

_NONE = Text(
    "还没有密钥（{file}）；登记第一个证件号码时自动生成，也可以用 disclosure key make 生成。",
    "There is no key yet ({file}); one is made with the first identity number, or by disclosure "
    "key make.",
)
_STANDS = Text(
    "密钥文件 {file}：现用密钥 {key}，已加密证件号码 {n} 个。",
    "Key file {file}: key {key} in use, {n} identity number(s) sealed.",
)
_TWO = Text(
    "上次更换密钥没有完成，新旧密钥都在用；请再运行一次 disclosure key rotate。",
    "A rotation was interrupted and both keys are in use; run disclosure key rotate again.",
)
_OPEN = Text(
    "其他用户也能读密钥文件；请执行 chmod 600 {file}。",
    "Others can read the key file; chmod 600 {file}.",
)
_MADE = Text(
    "密钥在 {file}。请另存一份，不要和数据库备份放在一起；丢了它，证件号码就读不出来。",
    "The key is in {file}. Keep a copy apart from the backups; without it no identity number can "
    "be read.",
)
_ROTATED = Text(
    "已换用密钥 {key}，重新加密证件号码 {n} 个。",
    "Key {key} is in use now; {n} identity number(s) were sealed anew.",
)
_RETIRED = Text(
    "旧密钥移到 {file}：恢复更换之前的备份时要用；那些备份都不要了，就把它删掉。",
    "The old key is in {file}: backups from before need it; delete it when they are gone.",
)
_KEPT = Text(
    "更换期间又有旧密钥的号码进来，旧密钥保留；请再运行一次 disclosure key rotate。",
    "Numbers under the old key came in meanwhile, so it stays; run disclosure key rotate again.",
)


@app.command("status", help="看密钥在哪里，加密了多少证件号码。")
def status_command(ctx: typer.Context, *, as_json: JsonOption = False) -> None:
    """Say where the key is, and how much is sealed with it."""
    lang = ctx.ensure_object(Invocation).lang
    with opened_installation(ctx) as installation:
        file = KeyFile(installation.settings.keys)
        with installation.read() as view:
            sealed = sealed_by(view.connection)
        ring = file.ring() if file.is_there or sealed else None
    if as_json:
        print_json(
            {
                "file": str(file.path),
                "keys": [] if ring is None else [key.name for key in ring.keys],
                "sealed": sealed,
            }
        )
        return
    if ring is None:
        typer.echo(_NONE.say(lang, file=file.path))
        return
    total = sum(sealed.values())
    typer.echo(_STANDS.say(lang, file=file.path, key=ring.newest, n=total))
    if len(ring.keys) > 1:
        typer.echo(_TWO.say(lang))
    if file.is_open_to_others:
        typer.echo(_OPEN.say(lang, file=file.path))


@app.command("make", help="生成第一把密钥；已经有了就不动它。")
def make_command(ctx: typer.Context) -> None:
    """Make the first key before it is needed, so that a copy can be kept."""
    lang = ctx.ensure_object(Invocation).lang
    with opened_installation(ctx) as installation:
        file = _first_key(installation)
    typer.echo(_MADE.say(lang, file=file.path))


@app.command("rotate", help="更换密钥：全部证件号码用新密钥重新加密；中断了再运行一次即可。")
def rotate_command(ctx: typer.Context, *, as_json: JsonOption = False) -> None:
    """Seal every number with a new key; both open until it is done."""
    lang = ctx.ensure_object(Invocation).lang
    with opened_installation(ctx) as installation:
        file = KeyFile(installation.settings.keys)
        offices = [office.id for office in installation.offices()]
        done = rotate(file, offices, installation.work)
    if as_json:
        retired = None if done.retired is None else str(done.retired)
        print_json(
            {"key": done.key, "sealed": done.sealed, "resumed": done.resumed, "retired": retired}
        )
        return
    typer.echo(_ROTATED.say(lang, key=done.key, n=done.sealed))
    typer.echo((_KEPT if done.retired is None else _RETIRED).say(lang, file=done.retired))


def _first_key(installation: Installation) -> KeyFile:
    """Make a key where none was ever used; where one was, it must be found."""
    file = KeyFile(installation.settings.keys)
    with installation.read() as view:
        view.store.identities.writable(is_first=not sealed_by(view.connection))
    return file
