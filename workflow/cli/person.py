"""`disclosure person`: who made which requests, and all that is kept on them."""

import sys
from typing import Annotated

import typer

from workflow.cli.desk import Desk, opened_desk, print_json
from workflow.cli.document_files import OutOption, check_endings, write_or_show
from workflow.cli.help import command_group
from workflow.i18n import Text
from workflow.services.person_document import person_document
from workflow.services.persons import TAKING_OUT, TakeOut, numbers_by_document, take_out
from workflow.services.roles import require

app = command_group("一个人的信息：按证件号码查找，导出全部。")

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]

_WHOSE = Text("证件号码", "Number of the document")
_NOBODY = Text("没有登记过这个证件号码的申请。", "No request was made with this document.")


@app.command("find", help="按证件号码查找申请；号码在提示后输入，或从标准输入读，不留在命令行里。")
def find_command(ctx: typer.Context, *, as_json: JsonOption = False) -> None:
    """List the requests made with a document; its number is never on the command line."""
    with opened_desk(ctx) as desk:
        document = _asked(desk)
        require(desk.role, TAKING_OUT, "find_person")
        with desk.office.read() as view:
            numbers = numbers_by_document(view, document)
    if as_json:
        print_json(list(numbers))
        return
    for number in numbers:
        typer.echo(number)
    if not numbers:
        typer.echo(_NOBODY.say(desk.lang))


@app.command("export", help="导出一个人的全部信息，逐件记入办理经过；工作机构负责人或管理员办理。")
def export_command(
    ctx: typer.Context,
    reason: Annotated[str, typer.Option("--reason", help="导出的理由。")],
    number: Annotated[
        str, typer.Option("--number", help="此人的一件申请；不写则按证件号码。", metavar="编号")
    ] = "",
    out: OutOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Take out all that is kept on whoever made a request, or has a document."""
    with opened_desk(ctx) as desk:
        check_endings(out, desk.lang)
        command = TakeOut(
            number=number,
            document="" if number else _asked(desk),
            reason=reason,
            actor=desk.actor,
            role=desk.role,
        )
        with desk.office.work() as uow:
            told = take_out(
                command, uow, office=desk.office.name, at=desk.now, calendar=desk.office.calendar
            )
        if as_json:
            print_json(told.as_plain())
        write_or_show(person_document(told, desk.lang), out, desk.lang, quiet=as_json)


def _asked(desk: Desk) -> str:
    """Return a document's number as it is typed unseen, or read from standard input."""
    if sys.stdin.isatty():  # pragma: no cover - a test has no terminal
        return str(typer.prompt(_WHOSE.say(desk.lang), hide_input=True, err=True))
    return sys.stdin.readline().strip()
