"""`disclosure token`: by which tokens other programs ask the API, and as whom."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer
from rich.table import Table

from states.steps import Role
from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.clock import SHANGHAI, legal_date
from workflow.i18n import Text
from workflow.records.tokens import Token
from workflow.services.tokens import make_token, revoke_token

app = command_group("接口令牌：生成、列出、作废。")

_MADE = Text(
    "已生成令牌 {id}：{name}　以{staff}的身份办理",
    "Token {id} made: {name}, acting as {staff}",
)
_TEXT = Text("令牌：{text}　（只显示这一次）", "Token: {text}  (shown only now)")
_REVOKED = Text("已作废令牌 {id}；从现在起不能再用。", "Token {id} revoked; it opens nothing now.")
_REVOKED_BEFORE = Text("令牌 {id} 早已作废。", "Token {id} was revoked before.")
_NONE = Text(
    "还没有令牌；用 disclosure token add 生成。", "No token yet; use disclosure token add."
)
_HEADS = (
    Text("编号", "No."),
    Text("用途", "For"),
    Text("以谁的身份", "Acts as"),
    Text("生成", "Made"),
    Text("最近使用", "Last used"),
    Text("状态", "State"),
)
_HOLDS = Text("有效", "in force")
_HOLDS_UNTIL = Text("有效，至 {on}", "in force until {on}")
_OVER = Text("已到期 {on}", "ran out on {on}")
_VOID = Text("已作废 {at}", "revoked {at}")


@app.command("add", help="生成一个令牌：以某名工作人员的身份和岗位使用接口；令牌只显示一次。")
def add(
    ctx: typer.Context,
    staff: Annotated[str, typer.Argument(help="工作人员姓名。", metavar="姓名")],
    name: Annotated[str, typer.Option("--name", help="给哪个程序用，如 县政务平台。")],
    *,
    until: Annotated[
        datetime | None,
        typer.Option("--until", formats=["%Y-%m-%d"], help="有效期至（含当日）；不写则直到作废。"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """Make a token."""
    with opened_desk(ctx) as desk:
        with desk.office.work() as uow:
            made = make_token(
                uow,
                staff.strip(),
                name,
                actor=desk.actor,
                by=_at_keyboard(desk),
                at=desk.now,
                expires_on=None if until is None else until.date(),
            )
        if as_json:
            print_json(
                {"id": made.id, "name": made.name, "acts_as": made.staff_name, "token": made.text}
            )
            return
        typer.echo(_MADE.say(desk.lang, id=made.id, name=made.name, staff=made.staff_name))
        typer.echo(_TEXT.say(desk.lang, text=made.text))


@app.command("list", help="列出令牌：给谁用，以谁的身份，最近何时使用，是否作废。")
def list_command(
    ctx: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """List the tokens; their texts are kept nowhere."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            tokens = view.tokens.all()
        if as_json:
            print_json([asdict(one) for one in tokens])
        elif not tokens:
            typer.echo(_NONE.say(desk.lang))
        else:
            table = Table(*(head.say(desk.lang) for head in _HEADS), box=None, pad_edge=False)
            for one in tokens:
                table.add_row(
                    str(one.id),
                    one.name,
                    one.staff_name,
                    _at(one.made_at),
                    "" if one.last_used_at is None else _at(one.last_used_at),
                    _state(one, desk),
                )
            console().print(table)


@app.command("revoke", help="作废一个令牌；立即生效，不能恢复。")
def revoke(
    ctx: typer.Context,
    token_id: Annotated[int, typer.Argument(help="令牌编号，见 list。", metavar="编号", min=1)],
) -> None:
    """Revoke a token."""
    with opened_desk(ctx) as desk:
        with desk.office.work() as uow:
            held = revoke_token(token_id, uow, actor=desk.actor, by=_at_keyboard(desk), at=desk.now)
        typer.echo((_REVOKED if held else _REVOKED_BEFORE).say(desk.lang, id=token_id))


def _state(one: Token, desk: Desk) -> str:
    if one.revoked_at is not None:
        return _VOID.say(desk.lang, at=_at(one.revoked_at))
    if one.expires_on is None:
        return _HOLDS.say(desk.lang)
    has_run_out = one.has_run_out(legal_date(desk.now))
    return (_OVER if has_run_out else _HOLDS_UNTIL).say(desk.lang, on=one.expires_on)


def _at(at: datetime) -> str:
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def _at_keyboard(desk: Desk) -> Role:
    """Return in what role tokens are kept: whoever can read the records' file may keep them."""
    return Role.ADMINISTRATOR if desk.role is Role.CLERK else desk.role
