"""`disclosure reminders`: who would be told what on a day, and what became of what was told."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer
from rich.table import Table

from notifications.messages import Lang as NoticeLang
from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.values import day_option
from workflow.i18n import Lang, Text
from workflow.records.tables.telling import OutboxRow
from workflow.services.reminding import channel_for
from workflow.services.told import ToBeTold, to_be_told

app = command_group("某日应当提醒谁，提醒发出了没有。")

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]

_NEW = "new"
_STATUSES: dict[str, Text] = {
    _NEW: Text("未安排", "not planned yet"),
    "pending": Text("待发", "waiting"),
    "sent": Text("已发", "sent"),
    "failed": Text("未能发出", "given up"),
}
_NOTHING = Text("没有应当提醒的事项。", "There is nothing to remind of.")
_EMPTY = Text("还没有任何提醒。", "No reminder has been planned yet.")
_HEADS = (
    Text("申请", "Request"),
    Text("期限", "Due"),
    Text("提醒谁", "Who is told"),
    Text("渠道", "By"),
    Text("状态", "Status"),
    Text("标题", "Subject"),
)
_BASIS = Text("依据", "Legal basis")


@app.command("plan", help="列出某日应当提醒谁、提醒什么、依据哪一条；只看，不发。")
def plan(
    ctx: typer.Context,
    on: Annotated[date | None, day_option("--on", "哪一天；不写则为今天。")] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Show for each person what they should have been told by the end of a day, and why."""
    with opened_desk(ctx) as desk:
        found = _due(desk, on or desk.today)
        with desk.office.read() as view:
            kept = {row.dedup_key: row.status for row in view.outbox.all()}
        lines = [
            _line_to_tell(one, kept.get(one.key, _NEW)) for told in found.values() for one in told
        ]
        _show(lines, _NOTHING, desk.lang, as_json=as_json)


@app.command("list", help="列出已经安排的提醒：对谁、由什么渠道、发出了没有。")
def list_reminders(
    ctx: typer.Context,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the reminders that were planned, with what became of each."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            rows = view.outbox.all()
        _show([_line_of_row(row) for row in rows], _EMPTY, desk.lang, as_json=as_json)


def _due(desk: Desk, day: date) -> dict[str, tuple[ToBeTold, ...]]:
    settings = desk.office.installation.settings
    with desk.office.read() as view:
        return to_be_told(
            view,
            desk.office.name,
            day,
            desk.office.calendar,
            channel_for(settings),
            NoticeLang(settings.lang),
        )


def _line_to_tell(line: ToBeTold, status: str) -> dict[str, object]:
    return {
        "request": line.request_no,
        "due_on": line.due_on,
        "recipient": str(line.recipient),
        "channel": line.channel,
        "status": status,
        "subject": line.subject,
        "rule": line.rule,
        "basis": line.basis,
        "singly": line.singly,
    }


def _line_of_row(row: OutboxRow) -> dict[str, object]:
    return {
        "request": row.request_number,
        "due_on": row.due_on,
        "recipient": row.recipient,
        "channel": row.channel,
        "status": row.status,
        "subject": row.subject,
        "rule": row.rule,
        "attempts": row.attempts,
        "last_error": row.last_error,
        "created_at": row.created_at,
        "sent_at": row.sent_at,
    }


def _show(lines: Sequence[dict[str, object]], nothing: Text, lang: Lang, *, as_json: bool) -> None:
    if as_json:
        print_json(lines)
    elif lines:
        console().print(_table(lines, lang))
    else:
        typer.echo(nothing.say(lang))


def _table(lines: Sequence[dict[str, object]], lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    with_basis = any("basis" in line for line in lines)
    for head in (*_HEADS, _BASIS) if with_basis else _HEADS:
        table.add_column(head.say(lang))
    for line in lines:
        status = _STATUSES[str(line["status"])].say(lang)
        shown = (line["request"], line["due_on"], line["recipient"], line["channel"])
        basis = (str(line["basis"]),) if with_basis else ()
        table.add_row(*map(str, shown), status, str(line["subject"]), *basis)
    return table
