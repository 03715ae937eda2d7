"""`disclosure reminders`: who would be told what on a day, and what became of what was told."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer
from rich.table import Table

from notifications.messages import Lang as NoticeLang
from workflow.cli.app import ExitCode
from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.values import day_option
from workflow.i18n import Lang, Text
from workflow.records.outbox import OutboxStatus
from workflow.records.tables.telling import DeliveryRow, OutboxRow
from workflow.services.reminder_errors import ReminderNotGivenUpError
from workflow.services.reminding import channel_for
from workflow.services.told import ToBeTold, to_be_told
from workflow.wording.reminders import NEW, STATUSES
from workflow.wording.telling import answer_words

app = command_group("某日应当提醒谁，提醒发出了没有。")

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]

_NOTHING = Text("没有应当提醒的事项。", "There is nothing to remind of.")
_EMPTY = Text("还没有任何提醒。", "No reminder has been planned yet.")
_NO_FAILURE = Text("没有未能发出的提醒。", "Every reminder left, or is still being tried.")
_FAILURE = Text(
    "{subject}\n  {recipient}　渠道：{channel}　试发 {attempts} 次：{why}\n  键：{key}",
    "{subject}\n  {recipient}  by {channel}, tried {attempts} time(s): {why}\n  key: {key}",
)
_REVIVED = Text("将在一分钟内重发：{key}", "It is tried again within a minute: {key}")
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
            _line_to_tell(one, kept.get(one.key, NEW)) for told in found.values() for one in told
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


@app.command("failures", help="列出未能发出的提醒和每次试发的结果；有未能发出的，退出码为3。")
def failures(
    ctx: typer.Context,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the reminders that were given up, with what came of each attempt."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            lines = [
                _line_of_row(row) | {"log": _attempts(view.outbox.log.of(row.dedup_key))}
                for row in view.outbox.all(OutboxStatus.FAILED)
            ]
        if as_json:
            print_json(lines)
        elif lines:
            for line in lines:
                _show_failure(line, desk.lang)
        else:
            typer.echo(_NO_FAILURE.say(desk.lang))
        raise typer.Exit(ExitCode.FOUND if lines else ExitCode.OK)


@app.command("retry", help="让一条未能发出的提醒从头再试；键见 reminders failures。")
def retry(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="键", help="提醒的键。", show_default=False)],
) -> None:
    """Have a reminder that was given up tried again, in the next minute."""
    with opened_desk(ctx) as desk:
        with desk.office.work() as uow:
            if not uow.outbox.revive(key, desk.office.clock.now()):
                raise ReminderNotGivenUpError(key)
        typer.echo(_REVIVED.say(desk.lang, key=key))


def _attempts(rows: Sequence[DeliveryRow]) -> list[dict[str, object]]:
    return [
        {"at": row.at, "attempt": row.attempt, "outcome": row.outcome, "answer": row.answer}
        for row in rows
    ]


def _show_failure(line: dict[str, object], lang: Lang) -> None:
    why = answer_words(str(line["last_error"]), lang)
    typer.echo(_FAILURE.say(lang, **{**line, "why": why}))


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
        "key": row.dedup_key,
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
        status = STATUSES[str(line["status"])].say(lang)
        shown = (line["request"], line["due_on"], line["recipient"], line["channel"])
        basis = (str(line["basis"]),) if with_basis else ()
        table.add_row(*map(str, shown), status, str(line["subject"]), *basis)
    return table
