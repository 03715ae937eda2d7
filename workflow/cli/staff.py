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
from workflow.services.duty import holds
from workflow.services.roles import STEWARDS, require
from workflow.services.staffing import enlist

app = command_group("工作人员：登记、查看。")

NameArgument = Annotated[str, typer.Argument(help="姓名。", metavar="姓名")]

_ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+")

_ADDED = Text("已登记：{name}　{role}", "Entered: {name}, {role}")
NO_DEPUTY = Text("无", "nobody")
_ON_DUTY, _GONE = Text("在岗", "on duty"), Text("离岗", "left")
_AWAY = Text("不在岗（代理：{deputy}）", "absent (deputy: {deputy})")
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
    Text("状态", "Standing"),
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
        require(desk.role, STEWARDS, "staff")
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
            away = {row.name: row.deputy for row in view.absences.all() if holds(row, desk.today)}
        if as_json:
            print_json(
                [
                    row.model_dump(exclude={"office_id", "id"})
                    | {"absent": row.name in away, "deputy": away.get(row.name, "")}
                    for row in rows
                ]
            )
            return
        if not rows:
            typer.echo(_NOBODY.say(desk.lang))
            return
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for head in _HEADS:
            table.add_column(head.say(desk.lang))
        for row in rows:
            shown = label("roles", row.role, desk.lang)
            standing = _GONE if not row.active else _AWAY if row.name in away else _ON_DUTY
            deputy = away.get(row.name) or NO_DEPUTY.say(desk.lang)
            words = standing.say(desk.lang, deputy=deputy)
            table.add_row(row.name, shown, row.account, row.email, words)
        console().print(table)


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
