"""The mail book on a terminal: its lists, its findings, and one entry with its history."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text as RichText

from workflow.cli.app import ExitCode
from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.register.changes import parsed_changes
from workflow.cli.register.mail import MailArgument
from workflow.cli.register.options import (
    AnnulledOption,
    LimitOption,
    ReasonOption,
    SearchOption,
    SetOption,
    SinceOption,
    UntilOption,
    VersionOption,
    by,
    wanted,
)
from workflow.cli.register.pages import plain_row, row_page
from workflow.cli.register.shared import nothing
from workflow.cli.request.options import JsonOption, KeyOption
from workflow.i18n import Lang, Text
from workflow.records.reading import RowsWanted
from workflow.records.tables.mail import IncomingMailRow
from workflow.services.registers.entering import make_void, put_right
from workflow.services.registers.mail_book import (
    BOOK_OF,
    BY_POST_ONLY,
    NOT_ENTERED,
    Direction,
    MailFinding,
    MailLine,
    find_mail,
    findings,
    lines_of,
)
from workflow.services.registers.said import VOID, shown

app = command_group("收发文登记簿。")

_FINDINGS: dict[MailFinding, Text] = {
    MailFinding.NOT_ENTERED: Text(
        "一封收到的信没有登记为申请（{article}）",
        "a letter that came is entered as no request ({article})",
    ),
    MailFinding.NOT_BY_POST: Text(
        "送达未交由邮政企业（{article}）",
        "served otherwise than by the postal enterprise ({article})",
    ),
    MailFinding.RETURNED: Text("已被退回，尚未送达", "came back and was not delivered"),
}
_ARTICLES = {MailFinding.NOT_ENTERED: NOT_ENTERED, MailFinding.NOT_BY_POST: BY_POST_ONLY}
_NO_FINDINGS = Text("没有需要处理的问题。", "There is nothing to be seen to.")
_HEADS = (
    Text("号", "No."),
    Text("日期", "On"),
    Text("来信人／收件人", "From / to"),
    Text("事由", "Matter"),
    Text("方式", "Way"),
    Text("邮件号", "Tracking"),
    Text("相关申请", "Request"),
    Text("结果", "What became of it"),
)
_WHAT = Text("问题", "Finding")
_ARRIVED = Text("{on} 送达 {by}", "delivered {on} {by}")
_CAME_BACK = Text("{on} 退回：{why}", "returned {on}: {why}")
_PUT_RIGHT = Text("已更正：{number}", "Put right: {number}")
_MADE_VOID = Text("已作废：{number}", "Made void: {number}")


@app.command("list", help="列出收文和发文，新的在前；--findings 只列有问题的。")
def list_mail(
    ctx: typer.Context,
    since: SinceOption = None,
    until: UntilOption = None,
    text: SearchOption = "",
    limit: LimitOption = 50,
    *,
    only_in: Annotated[bool, typer.Option("--in", help="只列收文。")] = False,
    only_out: Annotated[bool, typer.Option("--out", help="只列发文。")] = False,
    only_findings: Annotated[
        bool,
        typer.Option("--findings", help="只列有问题的：未登记为申请的来信、退回的、未交邮政的。"),
    ] = False,
    annulled: AnnulledOption = False,
    as_json: JsonOption = False,
) -> None:
    """List the mail book; with findings the exit code says that there are some."""
    with opened_desk(ctx) as desk:
        narrowed = wanted(since, until, text, annulled=annulled)
        directions = [
            direction
            for direction, other in ((Direction.IN, only_out), (Direction.OUT, only_in))
            if not other
        ]
        lines = _lines(desk, directions, narrowed, limit, only_findings=only_findings)
        if as_json:
            print_json([_plain(line) for line in lines])
        elif lines:
            console().print(_table(lines, desk.lang))
        elif only_findings:
            typer.echo(_NO_FINDINGS.say(desk.lang))
        else:
            nothing(desk, "disclosure mail in", is_narrowed=bool(since or until or text))
        if only_findings and lines:
            raise typer.Exit(ExitCode.FOUND)


@app.command("show", help="查看一封信的登记和经过。")
def show(ctx: typer.Context, reference: MailArgument, *, as_json: JsonOption = False) -> None:
    """Show one entry with its history."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            line = find_mail(view, reference)
            book = BOOK_OF[line.direction]
            history = book.register(view).history(line.row.id)
        if as_json:
            print_json({**_plain(line), "version": len(history)})
            return
        head = (_HEADS[0].say(desk.lang), RichText(line.number, style="bold"))
        console().print(row_page(book, line.row, history, desk.lang, [head]))


@app.command("amend", help="更正一封信的登记（须写明理由）。")
def amend(
    ctx: typer.Context,
    reference: MailArgument,
    changes: SetOption,
    reason: ReasonOption,
    version: VersionOption = -1,
    key: KeyOption = "",
) -> None:
    """Put an entry right."""
    with opened_desk(ctx) as desk:
        with desk.office.work() as uow:
            line = find_mail(uow, reference)
            book = BOOK_OF[line.direction]
            said = parsed_changes(book, changes, desk.lang)
            put_right(book, line.row.id, said, reason, uow, by(desk, key, version))
        typer.echo(_PUT_RIGHT.say(desk.lang, number=line.number))


@app.command("annul", help="作废一封登记错误的信（须写明理由）；号不再使用。")
def annul(
    ctx: typer.Context,
    reference: MailArgument,
    reason: ReasonOption,
    version: VersionOption = -1,
    key: KeyOption = "",
) -> None:
    """Make an entry void; its number is not given out again."""
    with opened_desk(ctx) as desk:
        with desk.office.work() as uow:
            line = find_mail(uow, reference)
            make_void(BOOK_OF[line.direction], line.row.id, reason, uow, by(desk, key, version))
        typer.echo(_MADE_VOID.say(desk.lang, number=line.number))


def _lines(
    desk: Desk,
    directions: Sequence[Direction],
    narrowed: RowsWanted,
    limit: int,
    *,
    only_findings: bool,
) -> list[MailLine]:
    with desk.office.read() as view:
        if only_findings:
            every = findings(view, desk.today)
            return [line for line in every if line.direction in directions][:limit]
        found = [
            line
            for direction in directions
            for line in lines_of(
                direction, BOOK_OF[direction].register(view).page(narrowed, limit=limit), desk.today
            )
        ]
    return sorted(found, key=lambda line: line.on, reverse=True)[:limit]


def _table(lines: Sequence[MailLine], lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    has_findings = any(line.findings for line in lines)
    for head in (*_HEADS, _WHAT) if has_findings else _HEADS:
        table.add_column(head.say(lang), overflow="fold")
    for line in lines:
        cells = [RichText(words) for words in _cells(line, lang)]
        if has_findings:
            words = "；".join(finding_words(found, lang) for found in line.findings)
            cells.append(RichText(f"▲ {words}" if words else "", style="bold red"))
        table.add_row(*cells, style="bright_black strike" if line.row.annulled else "")
    return table


def _cells(line: MailLine, lang: Lang) -> list[str]:
    row, book = line.row, BOOK_OF[line.direction]
    other = row.sender if isinstance(row, IncomingMailRow) else row.addressee
    number = f"{line.number}（{VOID.say(lang)}）" if row.annulled else line.number
    return [
        number,
        line.on.isoformat(),
        other,
        row.matter,
        shown(row.way, book.by_name["way"], lang),
        row.tracking_number,
        row.request_number,
        _fate(line, lang),
    ]


def _fate(line: MailLine, lang: Lang) -> str:
    """Return what became of a letter."""
    row = line.row
    if isinstance(row, IncomingMailRow):
        return row.settlement
    if row.delivered_on is not None:
        return _ARRIVED.say(lang, on=row.delivered_on, by=row.signed_by).rstrip()
    if row.returned_on is not None:
        return _CAME_BACK.say(lang, on=row.returned_on, why=row.return_reason)
    return ""


def finding_words(found: MailFinding, lang: Lang) -> str:
    """Return what is found fault with, and by which text."""
    citation = _ARTICLES.get(found)
    article = "" if citation is None else citation.short if lang is Lang.ZH else citation.english
    return _FINDINGS[found].say(lang, article=article)


def _plain(line: MailLine) -> dict[str, object]:
    return {
        "number": line.number,
        "direction": line.direction.name.lower(),
        **plain_row(BOOK_OF[line.direction], line.row),
        "findings": list(line.findings),
    }
