"""What was published, what has yet to be, and what is late."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.register.options import (
    AnnulledOption,
    LimitOption,
    SearchOption,
    SinceOption,
    UntilOption,
    wanted,
)
from workflow.cli.register.pages import due_cell, plain_due, plain_row, rows_table
from workflow.cli.register.shared import nothing
from workflow.cli.request.options import JsonOption
from workflow.i18n import Text
from workflow.records.tables.registers import PublicationRow
from workflow.services.offices import settings_of
from workflow.services.registers.books import PUBLICATIONS
from workflow.services.registers.lights import Due, due
from workflow.services.registers.publishing import (
    LET_THROUGH,
    PublicationLine,
    deadline_of,
    published_late,
    to_be_published,
)

app = command_group("主动公开的各种清单。")

_NONE_DUE = Text("没有待公开的信息。", "Nothing waits to be published.")
_NONE_LATE = Text("没有逾期的。", "Nothing is late.")
_DUE = Text("公开期限", "Due")
_COLUMNS = ("index_number", "title", "category", "formed_on", "published_on", "channels")
_PENDING_COLUMNS = ("index_number", "title", "category", "formed_on", "officer", "review")


@app.command("due", help="待公开清单：已经形成、尚未公开的，期限近的在前。")
def due_list(ctx: typer.Context, *, as_json: JsonOption = False) -> None:
    """List what has yet to be published."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            lines = to_be_published(view, desk.today, desk.office.calendar, desk.office.practice)
        _show(lines, _PENDING_COLUMNS, _NONE_DUE, desk, as_json=as_json)


@app.command("late", help="逾期清单：逾期未公开的，和一段时间内逾期公开的。")
def late_list(
    ctx: typer.Context,
    since: SinceOption = None,
    until: UntilOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """List what is late, and what was published late: by default in this year."""
    with opened_desk(ctx) as desk:
        calendar, practice = desk.office.calendar, desk.office.practice
        first = since or date(desk.today.year, 1, 1)
        with desk.office.read() as view:
            waiting = to_be_published(view, desk.today, calendar, practice)
            lines = [line for line in waiting if line.due.is_late]
            lines += published_late(view, first, until or desk.today, calendar, practice)
        _show(lines, _COLUMNS, _NONE_LATE, desk, as_json=as_json)


@app.command("list", help="列出主动公开的信息，新的在前；待公开的排在最前。")
def list_publications(
    ctx: typer.Context,
    since: SinceOption = None,
    until: UntilOption = None,
    text: SearchOption = "",
    category: Annotated[str, typer.Option("--category", help="只列这一类。")] = "",
    limit: LimitOption = 50,
    *,
    annulled: AnnulledOption = False,
    as_json: JsonOption = False,
) -> None:
    """List the publications, the newest first."""
    with opened_desk(ctx) as desk:
        narrowed = wanted(since, until, text, annulled=annulled, category=category.strip())
        with desk.office.read() as view:
            rows = view.publications.page(narrowed, limit=limit)
        if as_json:
            print_json([plain_row(PUBLICATIONS, row) for row in rows])
        elif rows:
            console().print(rows_table(PUBLICATIONS, rows, _COLUMNS, desk.lang))
        else:
            is_narrowed = bool(since or until or text or category)
            nothing(desk, "disclosure publication add", is_narrowed=is_narrowed)


@app.command("categories", help="列出类别及其代码（代码写入索引号）。")
def categories(ctx: typer.Context, *, as_json: JsonOption = False) -> None:
    """List the categories with the codes that index numbers carry."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            known = settings_of(view).publication_categories
        if as_json:
            print_json(known)
            return
        for code, name in known.items():
            typer.echo(f"{code}　{name}")


def publication_due_of(row: PublicationRow, desk: Desk) -> Due | None:
    """Return how a publication stood on its day, or stands today."""
    if row.formed_on is None or (row.review and row.review not in LET_THROUGH) or row.annulled:
        return None
    calendar = desk.office.calendar
    deadline = deadline_of(row, calendar, desk.office.practice)
    return due(deadline, row.published_on or desk.today, calendar)


def _show(
    lines: Sequence[PublicationLine],
    columns: Sequence[str],
    none: Text,
    desk: Desk,
    *,
    as_json: bool,
) -> None:
    if as_json:
        print_json([{**plain_row(PUBLICATIONS, it.row), **plain_due(it.due)} for it in lines])
    elif lines:
        dues = (_DUE, [due_cell(line.due, desk.lang) for line in lines])
        rows = [line.row for line in lines]
        console().print(rows_table(PUBLICATIONS, rows, columns, desk.lang, dues))
    else:
        typer.echo(none.say(desk.lang))
