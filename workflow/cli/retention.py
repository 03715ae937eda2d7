"""`disclosure retention`: whose term is over, and making them nameless."""

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from workflow.bootstrap import Installation, Office
from workflow.cli.desk import opened_desk, print_json
from workflow.cli.help import command_group
from workflow.i18n import Text
from workflow.records.view import View
from workflow.services.retention import forget_all, plan, remove_files

app = command_group("保存期限：到期的申请，申请人信息匿名化；报表数字不变。")

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]

_LINE = Text("{number}　{closed_on} 办结", "{number}  closed on {closed_on}")
_TOTAL = Text(
    "共 {n} 件到期（办结满 {years} 年）。用 disclosure retention apply 匿名化，不能恢复。",
    "{n} request(s) are due ({years} year(s) after closing). disclosure retention apply makes them "
    "nameless for good.",
)
_NONE = Text(
    "没有到期的申请（办结满 {years} 年）。", "None is due ({years} year(s) after closing)."
)
_ASK = Text(
    "把 {n} 件申请的申请人信息匿名化，不能恢复。继续吗？",
    "Make {n} request(s) nameless, for good?",
)
_DONE = Text(
    "已匿名化 {n} 件，删除附件 {files} 份。", "{n} made nameless, {files} file(s) removed."
)


@app.command("plan", help="列出保存期限已满的申请；什么也不改。")
def plan_command(ctx: typer.Context, *, as_json: JsonOption = False) -> None:
    """List whose term is over."""
    with opened_desk(ctx) as desk:
        years = desk.office.installation.settings.retention_years
        with desk.office.read() as view:
            due = plan(view, years, desk.today)
        if as_json:
            print_json([{"number": one.number, "closed_on": one.closed_on} for one in due])
            return
        for one in due:
            typer.echo(_LINE.say(desk.lang, number=one.number, closed_on=one.closed_on))
        typer.echo((_TOTAL if due else _NONE).say(desk.lang, n=len(due), years=years))


@app.command("apply", help="把保存期限已满的申请匿名化；工作机构负责人或者管理员办理，不能恢复。")
def apply_command(
    ctx: typer.Context,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="不再询问。")] = False,
    as_json: JsonOption = False,
) -> None:
    """Make them nameless: asked once more, for nothing brings a name back."""
    with opened_desk(ctx) as desk:
        office = desk.office
        years = office.installation.settings.retention_years
        with office.read() as view:
            due = len(plan(view, years, desk.today))
        if due and not yes:
            typer.confirm(_ASK.say(desk.lang, n=due), abort=True)
        done = forget_all(
            office.work, years, office.clock, office.calendar, actor=desk.actor, role=desk.role
        )
        files = clear_files(office.installation)
        if as_json:
            print_json({"nameless": list(done), "files_removed": files})
            return
        typer.echo(_DONE.say(desk.lang, n=len(done), files=files))


def clear_files(installation: Installation) -> int:
    """Remove the files that no office needs any more, and return how many there were."""
    offices = installation.offices()
    return remove_files(_views(offices), offices[0].attachment_files) if offices else 0


def _views(offices: Iterable[Office]) -> Iterator[View]:
    for office in offices:
        with office.read() as view:
            yield view
