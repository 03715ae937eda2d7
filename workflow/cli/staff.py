"""`disclosure staff`: who works in the office, in what role, and where they are reached."""

import re
from typing import Annotated

import typer
from rich.table import Table

from states.steps import Role
from states.terms import label
from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.values import by_code_or_name
from workflow.i18n import Lang, Text
from workflow.records.facts import StaffMember
from workflow.services.staffing import enlist, leave

app = command_group("工作人员：登记、查看、离岗。")

NameArgument = Annotated[str, typer.Argument(help="姓名。", metavar="姓名")]

_ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+")

_ADDED = Text("已登记：{name}　{role}", "Entered: {name}, {role}")
_LEFT = Text("{name} 已离岗。", "{name} has left.")
_STILL_THEIRS = Text(
    "仍有 {n} 件未办结的申请由其经办，请另行分派：{numbers}",
    "{n} open request(s) are still theirs; assign them anew: {numbers}",
)
_NAME_BLANK = Text("姓名不能为空，请填写。", "The name may not be empty.")
_NO_ADDRESS = Text(
    "--email：“{email}”不是电子邮件地址。", "--email: “{email}” is no email address."
)
_NOT_A_PERSON = Text(
    "--role：“系统”不是人员的角色，请另选。", "--role: “system” is nobody's role; choose another."
)
_HEADS = (
    Text("姓名", "Name"),
    Text("角色", "Role"),
    Text("系统账号", "Account"),
    Text("电子邮件", "Email"),
    Text("在岗", "On duty"),
)
_NOBODY = Text(
    "还没有登记工作人员；用 disclosure staff add 登记。",
    "Nobody is entered yet; use disclosure staff add.",
)


@app.command("add", help="登记一名工作人员。")
def add(
    ctx: typer.Context,
    name: NameArgument,
    role: Annotated[
        str,
        typer.Option("--role", help="角色：经办人、保密审查员、工作机构负责人、监督员、管理员。"),
    ] = "经办人",
    account: Annotated[str, typer.Option("--account", help="系统账号。")] = "",
    email: Annotated[str, typer.Option("--email", help="接收提醒的电子邮件地址。")] = "",
) -> None:
    """Enter a member of staff."""
    with opened_desk(ctx) as desk:
        member = StaffMember(
            name=_name(name, desk.lang),
            role=_role(role, desk.lang),
            account=account.strip(),
            email=_email(email, desk.lang),
        )
        with desk.office.work() as uow:
            enlist(member, uow, actor=desk.actor, at=desk.now)
        shown = label("roles", member.role, desk.lang)
        typer.echo(_ADDED.say(desk.lang, name=member.name, role=shown))


@app.command("list", help="列出工作人员。")
def list_staff(
    ctx: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """List the members of staff, those who left too."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            rows = view.staff.all()
        if as_json:
            print_json([row.model_dump(exclude={"office_id", "id"}) for row in rows])
            return
        if not rows:
            typer.echo(_NOBODY.say(desk.lang))
            return
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for head in _HEADS:
            table.add_column(head.say(desk.lang))
        for row in rows:
            shown = label("roles", row.role, desk.lang)
            table.add_row(row.name, shown, row.account, row.email, "✓" if row.active else "✗")
        console().print(table)


@app.command("leave", help="登记某人离岗，并列出仍由其经办的申请。")
def leave_command(ctx: typer.Context, name: NameArgument) -> None:
    """Let somebody leave, and name the open requests that are still theirs."""
    with opened_desk(ctx) as desk:
        with desk.office.work() as uow:
            theirs = leave(name, uow, actor=desk.actor, at=desk.now)
        typer.echo(_LEFT.say(desk.lang, name=name))
        if theirs:
            numbers = Text("、", ", ").say(desk.lang).join(theirs)
            typer.echo(_STILL_THEIRS.say(desk.lang, n=len(theirs), numbers=numbers))


def _name(words: str, lang: Lang) -> str:
    if words.strip():
        return words.strip()
    raise typer.BadParameter(_NAME_BLANK.say(lang))


def _role(words: str, lang: Lang) -> str:
    role = by_code_or_name("roles", words, "--role", lang)
    if role == Role.SYSTEM.value:
        raise typer.BadParameter(_NOT_A_PERSON.say(lang))
    return role


def _email(words: str, lang: Lang) -> str:
    address = words.strip()
    if address and not _ADDRESS.fullmatch(address):
        raise typer.BadParameter(_NO_ADDRESS.say(lang, email=address))
    return address
