"""`disclosure office`: how the office numbers its requests."""

from typing import Annotated

import typer

from workflow.cli.desk import Desk, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.i18n import Text
from workflow.records.tables.offices import OfficeRow
from workflow.services.letters.writing import own_office
from workflow.services.office_settings import (
    OfficeSettings,
    change_settings,
    numbering_of,
)

app = command_group("本机关的设置：登记编号的格式等。")

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]

_SHOWN = (
    Text("登记编号的格式：{pattern}", "Pattern of numbers: {pattern}"),
    Text("前缀：{prefix}", "Prefix: {prefix}"),
    Text("例如：{example}", "For example: {example}"),
)
_YEAR = Text(
    "编号的年度为收到申请的年度；登记时尚未确定收到日期的，以已知的最早日期为准。编号给定后不再改变。",
    "A number bears the year of receipt, or of the first known day while that is not established; "
    "it never changes.",
)
_NOTHING = Text("没有写明要更改的设置；见 -h。", "No setting was named; see -h.")


@app.command("show", help="查看本机关的设置。")
def show(ctx: typer.Context, *, as_json: JsonOption = False) -> None:
    """Show the settings, with an example of a number."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            office = own_office(view)
        _say(desk, office, as_json=as_json)


@app.command("set", help="更改本机关的设置；已经编出的登记编号不变。写空文字即恢复默认。")
def set_settings(
    ctx: typer.Context,
    number_pattern: Annotated[
        str | None,
        typer.Option(
            "--number-pattern",
            help="登记编号的格式，须含 {year} 和 {serial}，可含 {prefix}；{serial:03} 即补足三位。",
        ),
    ] = None,
    number_prefix: Annotated[
        str | None, typer.Option("--number-prefix", help="登记编号的前缀，如 净。")
    ] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Change settings, and show them as they are then."""
    with opened_desk(ctx) as desk:
        wanted = OfficeSettings(number_pattern=number_pattern, number_prefix=number_prefix)
        if not wanted.given():
            raise typer.BadParameter(_NOTHING.say(desk.lang))
        with desk.office.work() as uow:
            office = change_settings(wanted, uow, actor=desk.actor, at=desk.now)
        _say(desk, office, as_json=as_json)


def _say(desk: Desk, office: OfficeRow, *, as_json: bool) -> None:
    numbering = numbering_of(office, desk.today.year)
    said = {
        "pattern": numbering.pattern,
        "prefix": numbering.prefix,
        "example": numbering.example,
    }
    if as_json:
        print_json(said)
        return
    for line in _SHOWN:
        typer.echo(line.say(desk.lang, **said))
    typer.echo(_YEAR.say(desk.lang))
