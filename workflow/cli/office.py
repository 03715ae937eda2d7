"""`disclosure init`: an office begins."""

from typing import Annotated

import typer

from workflow.cli.app import Invocation
from workflow.cli.desk import name_at_keyboard, opened_installation
from workflow.cli.help import command_group
from workflow.cli.values import by_code_or_name
from workflow.i18n import Text
from workflow.records.facts import OfficeProfile
from workflow.records.numbering import NUMBER_PATTERN
from workflow.services.offices import check_pattern

_HELP = "建立一个机关，写明年度报告和文书要用的内容。"

app = command_group(_HELP)

_ESTABLISHED = Text(
    "已建立机关：{name}。下一步：disclosure staff add 姓名 --role 经办人",
    "Established: {name}. Next: disclosure staff add NAME --role clerk",
)
_NAME_BLANK = Text("机关名称不能为空，请填写。", "The name of the office may not be empty.")


@app.command(help=_HELP)
def init(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="机关名称。", metavar="名称")],
    short_name: Annotated[str, typer.Option("--short-name", help="简称，如 净峰镇。")] = "",
    level: Annotated[str, typer.Option("--level", help="层级：省、市、县、乡镇、部门。")] = "乡镇",
    parent: Annotated[str, typer.Option("--parent", help="上级机关。")] = "",
    phone: Annotated[str, typer.Option("--phone", help="联系电话。")] = "",
    fax: Annotated[str, typer.Option("--fax", help="传真。")] = "",
    address: Annotated[str, typer.Option("--address", help="地址。")] = "",
    postcode: Annotated[str, typer.Option("--postcode", help="邮政编码。")] = "",
    website: Annotated[str, typer.Option("--website", help="网址。")] = "",
    prefix: Annotated[str, typer.Option("--prefix", help="文号和登记编号的前缀，如 净。")] = "",
    number_pattern: Annotated[
        str,
        typer.Option(
            "--number-pattern", help="登记编号的格式，如 {prefix}公开申〔{year}〕{serial}号。"
        ),
    ] = "",
) -> None:
    """Establish an office, which is refused where there is one of that name."""
    lang = ctx.ensure_object(Invocation).lang
    if not name.strip():
        raise typer.BadParameter(_NAME_BLANK.say(lang))
    check_pattern(number_pattern or None)
    profile = OfficeProfile(
        name=name.strip(),
        short_name=short_name,
        level=by_code_or_name("office_levels", level, "--level", lang),
        parent=parent,
        phone=phone,
        fax=fax,
        address=address,
        postcode=postcode,
        website=website,
        letter_prefix=prefix,
        settings={NUMBER_PATTERN: number_pattern} if number_pattern else {},
    )
    with opened_installation(ctx) as installation:
        office = installation.establish(profile, actor=name_at_keyboard(ctx))
    typer.echo(_ESTABLISHED.say(lang, name=office.name))
