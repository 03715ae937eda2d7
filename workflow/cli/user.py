"""`disclosure user`: who may sign in at the desk; the first administrator is made here."""

import sys
from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table

from states.steps import Role
from states.terms import label
from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.values import by_code_or_name
from workflow.i18n import Text
from workflow.services.accounts import close_account, open_account, reset_password

app = command_group("登录账号：建立、列出、重设密码、停用。")

LoginArgument = Annotated[str, typer.Argument(help="登录名。", metavar="登录名")]
PasswordOption = Annotated[
    bool,
    typer.Option("--password-stdin", help="从标准输入读取密码；不写则生成一个，首次登录时须更改。"),
]

_OPENED = Text("已建立账号：{name}　登录名 {login}", "Account opened: {name}, login {login}")
_PASSWORD = Text("密码：{password}　（只显示这一次）", "Password: {password}  (shown only now)")
_RESET = Text("已重设密码，其他浏览器均已退出：{login}", "New password, signed out: {login}")
_CLOSED = Text("已停用：{login}", "Closed: {login}")
_NONE = Text(
    "还没有账号；用 disclosure user add 建立。", "No account yet; use disclosure user add."
)
_HEADS = (Text("登录名", "Login"), Text("姓名", "Name"), Text("角色", "Role"))


@app.command("add", help="为一名工作人员建立账号；不在岗位名单上的，按 --role 一并登记。")
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="姓名。", metavar="姓名")],
    login: Annotated[str, typer.Option("--login", help="登录名，全部机关中不重复。")],
    role: Annotated[
        str,
        typer.Option("--role", help="角色：经办人、保密审查员、工作机构负责人、监督员、管理员。"),
    ] = "",
    *,
    password_stdin: PasswordOption = False,
) -> None:
    """Open an account."""
    with opened_desk(ctx) as desk:
        chosen = Role(by_code_or_name("roles", role, "--role", desk.lang)) if role else None
        given = _read_password() if password_stdin else ""
        with desk.office.work() as uow:
            opened = open_account(
                uow,
                name.strip(),
                login.strip(),
                given,
                role=chosen,
                actor=desk.actor,
                by=_at_keyboard(desk),
                at=desk.now,
            )
        typer.echo(_OPENED.say(desk.lang, name=opened.name, login=opened.login))
        if not given:
            typer.echo(_PASSWORD.say(desk.lang, password=opened.password))


@app.command("list", help="列出可以登录的账号。")
def list_command(
    ctx: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """List the open accounts."""
    with opened_desk(ctx) as desk, desk.office.read() as view:
        accounts = view.accounts.all()
        if as_json:
            shown = ("login", "name", "role", "must_change", "locked_until")
            print_json([{key: asdict(one)[key] for key in shown} for one in accounts])
        elif not accounts:
            typer.echo(_NONE.say(desk.lang))
        else:
            table = Table(*(head.say(desk.lang) for head in _HEADS), box=None, pad_edge=False)
            for one in accounts:
                table.add_row(one.login, one.name, label("roles", one.role, desk.lang))
            console().print(table)


@app.command("reset", help="重设密码，并在所有浏览器上退出。")
def reset(
    ctx: typer.Context, login: LoginArgument, *, password_stdin: PasswordOption = False
) -> None:
    """Set a new password."""
    with opened_desk(ctx) as desk:
        given = _read_password() if password_stdin else ""
        with desk.office.work() as uow:
            made = reset_password(login, uow, by=_at_keyboard(desk), at=desk.now, password=given)
        typer.echo(_RESET.say(desk.lang, login=login))
        if not given:
            typer.echo(_PASSWORD.say(desk.lang, password=made))


@app.command("close", help="停用一个账号，并在所有浏览器上退出；登录名不再使用。")
def close(ctx: typer.Context, login: LoginArgument) -> None:
    """Close an account."""
    with opened_desk(ctx) as desk:
        with desk.office.work() as uow:
            close_account(login, uow, by=_at_keyboard(desk), at=desk.now)
        typer.echo(_CLOSED.say(desk.lang, login=login))


def _at_keyboard(desk: Desk) -> Role:
    """Return in what role accounts are kept: whoever can read the records' file may keep them."""
    return Role.ADMINISTRATOR if desk.role is Role.CLERK else desk.role


def _read_password() -> str:
    return sys.stdin.readline().rstrip("\n")
