"""The commands that every register has: show one row, put it right, make it void."""

from collections.abc import Callable, Iterable
from typing import Any

import typer
from rich.text import Text as RichText

from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.register.changes import parsed_changes
from workflow.cli.register.options import IdArgument, ReasonOption, SetOption, VersionOption, by
from workflow.cli.register.pages import plain_row, row_page
from workflow.cli.request.options import JsonOption, KeyOption
from workflow.i18n import Lang, Text
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.registers.books import Book
from workflow.services.registers.entering import By, make_void, put_right
from workflow.wording.registers import register_name

_PUT_RIGHT = Text("已更正：{register} {row_id}", "Put right: {register} {row_id}")
_VOID = Text("已作废：{register} {row_id}", "Made void: {register} {row_id}")
_NO_ROWS = Text("还没有登记；用 {command} 登记。", "Nothing is entered yet; use {command}.")
_NONE_FOUND = Text("没有符合条件的。", "Nothing fits.")

Row = Any  # of whichever register the command is for
More = Callable[[Desk, Row], Iterable[tuple[str, str | RichText]]]
Plain = Callable[[Desk, Row], dict[str, object]]
Amend = Callable[[int, dict[str, object], str, UnitOfWork, By], None]


def add_shared_commands(
    app: typer.Typer,
    book: Book,
    *,
    more: More | None = None,
    plain: Plain | None = None,
    amend: Amend | None = None,
) -> None:
    """Give the group of a register the commands that every register has.

    `more` is shown above the fields of a row, `plain` added to it for other programs; `amend`
    puts rows right where the register has rules of its own.
    """
    name = register_name(book.subject, Lang.ZH)

    @app.command("show", help=f"查看一条{name}记录及其经过。")
    def show(ctx: typer.Context, row_id: IdArgument, *, as_json: JsonOption = False) -> None:
        with opened_desk(ctx) as desk:
            with desk.office.read() as view:
                register = book.register(view)
                row, history = register.find(row_id), register.history(row_id)
            if as_json:
                extra = {} if plain is None else plain(desk, row)
                print_json(
                    {**plain_row(book, row), **extra, "version": len(history)}
                    | {"history": [_plain_entry(entry) for entry in history]}
                )
                return
            above = () if more is None else more(desk, row)
            console().print(row_page(book, row, history, desk.lang, above))

    @app.command("amend", help=f"更正一条{name}记录（须写明理由）；原来的内容留在历史里。")
    def amend_command(
        ctx: typer.Context,
        row_id: IdArgument,
        changes: SetOption,
        reason: ReasonOption,
        version: VersionOption = -1,
        key: KeyOption = "",
    ) -> None:
        with opened_desk(ctx) as desk:
            said = parsed_changes(book, changes, desk.lang)
            with desk.office.work() as uow:
                writer = by(desk, key, version)
                if amend is None:
                    put_right(book, row_id, said, reason, uow, writer)
                else:
                    amend(row_id, said, reason, uow, writer)
            typer.echo(_said(_PUT_RIGHT, book, row_id, desk.lang))

    @app.command("annul", help=f"作废一条登记错误的{name}记录（须写明理由）；记录仍然保留。")
    def annul(
        ctx: typer.Context,
        row_id: IdArgument,
        reason: ReasonOption,
        version: VersionOption = -1,
        key: KeyOption = "",
    ) -> None:
        with opened_desk(ctx) as desk:
            with desk.office.work() as uow:
                make_void(book, row_id, reason, uow, by(desk, key, version))
            typer.echo(_said(_VOID, book, row_id, desk.lang))


def nothing(desk: Desk, command: str, *, is_narrowed: bool) -> None:
    """Say that a list is empty, and how to begin where the register is."""
    words = _NONE_FOUND.say(desk.lang) if is_narrowed else _NO_ROWS.say(desk.lang, command=command)
    typer.echo(words)


def _said(text: Text, book: Book, row_id: int, lang: Lang) -> str:
    return text.say(lang, register=register_name(book.subject, lang), row_id=row_id)


def _plain_entry(entry: Any) -> dict[str, object]:  # noqa: ANN401 - an Entry, as JSON
    return {
        "seq": entry.seq,
        "kind": entry.kind,
        "entered_at": entry.entered_at,
        "actor": entry.actor,
        "terms": entry.terms,
    }
