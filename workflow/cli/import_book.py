"""`disclosure import`: a ledger into the records, all of it or nothing."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from workflow.bootstrap import Installation
from workflow.cli.app import ExitCode, Invocation
from workflow.cli.desk import (
    console,
    name_at_keyboard,
    opened_desk,
    opened_installation,
    print_json,
)
from workflow.cli.help import command_group
from workflow.cli.ledger_pages import fault_lines, import_lines, tally_table
from workflow.clock import legal_date
from workflow.i18n import Lang, Text
from workflow.ledger.annotating import annotated_copy
from workflow.ledger.book import Book, read_book
from workflow.ledger.faults import explain
from workflow.services.importing import ImportBook, ImportSummary, Told, import_book, silent

_HELP = "导入台账（.xlsx 工作簿，或每张表一个 .csv 文件的文件夹）。"

app = command_group(_HELP)

_READING = Text("正在读取 {name}", "Reading {name}")
_ANNOTATED = Text("带错误说明的副本：{path}", "A copy with the reasons: {path}")
_SAME_FILE = Text(
    "--errors：不能写到台账本身，请另取文件名。", "--errors: name a file other than the ledger."
)


@app.command(help=_HELP)
def import_(
    ctx: typer.Context,
    path: Annotated[Path, typer.Argument(help="台账的文件或文件夹。", metavar="台账")],
    errors: Annotated[
        Path | None,
        typer.Option("--errors", metavar="OUT.xlsx", help="把带错误说明的副本写到这个文件。"),
    ] = None,
    office: Annotated[str, typer.Option("--office", help="机关名称；只有一个机关时不必写。")] = "",
    actor: Annotated[
        str, typer.Option("--as", help="以哪位工作人员的名义导入；不写则为系统账号。")
    ] = "",
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不写入。")] = False,
    keep_good: Annotated[
        bool, typer.Option("--keep-good", help="有错误的行除外，其余照样导入。")
    ] = False,
    update: Annotated[
        bool, typer.Option("--update", help="与已登记的不同之处，按台账更改。")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """Import a book, and say what became of every row; exit 2, or 3 on a dry run, with faults."""
    said = ctx.ensure_object(Invocation)
    said.office, said.actor = office or said.office, actor or said.actor
    if errors is not None and errors.resolve() == path.resolve():
        raise typer.BadParameter(_SAME_FILE.say(said.lang))
    with _opened(ctx) as (installation, name), _progress(path, said.lang) as told:
        at = installation.clock.now()
        book = read_book(path, today=legal_date(at))
        command = ImportBook(
            actor=name, office=said.office, dry_run=dry_run, keep_good=keep_good, update=update
        )
        summary = _import(command, book, installation, told)
    if errors is not None and summary.faults:
        annotated_copy(path, summary.faults, errors)
    _tell(summary, command, errors, said.lang, as_json=as_json)
    if summary.faults:
        raise typer.Exit(ExitCode.FOUND if dry_run else ExitCode.USAGE)


@contextmanager
def _opened(ctx: typer.Context) -> Iterator[tuple[Installation, str]]:
    """Open the installation, with who acts: somebody of the office, as soon as there is one."""
    with ExitStack() as stack:
        installation = stack.enter_context(opened_installation(ctx))
        if installation.offices():
            yield installation, stack.enter_context(opened_desk(ctx)).actor
        else:
            yield installation, name_at_keyboard(ctx)


def _import(
    command: ImportBook, book: Book, installation: Installation, told: Told
) -> ImportSummary:
    calendar, at = installation.calendar, installation.clock.now()
    with installation.work() as uow:
        return import_book(command, book, uow, at=at, calendar=calendar, told=told)


@contextmanager
def _progress(path: Path, lang: Lang) -> Iterator[Told]:
    """Show a bar while the block runs, on a terminal only."""
    if not sys.stderr.isatty():
        yield silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}
        reading = bar.add_task(_READING.say(lang, name=path.name), total=None)

        def told(sheet: str, done: int, total: int) -> None:
            bar.update(reading, visible=False)
            if sheet not in tasks:
                tasks[sheet] = bar.add_task(sheet)
            bar.update(tasks[sheet], completed=done, total=total)

        yield told


def _tell(
    summary: ImportSummary,
    command: ImportBook,
    errors: Path | None,
    lang: Lang,
    *,
    as_json: bool,
) -> None:
    if as_json:
        print_json(_plain(summary, lang))
        return
    console().print(tally_table(summary, lang))
    for line in import_lines(summary, lang):
        typer.echo(line)
    for line in fault_lines(summary, lang, dry_run=command.dry_run):
        typer.echo(line, err=True)
    if errors is not None and summary.faults:
        typer.echo(_ANNOTATED.say(lang, path=errors), err=True)


def _plain(summary: ImportSummary, lang: Lang) -> dict[str, object]:
    plain: dict[str, object] = asdict(summary)
    plain["faults"] = [
        {**asdict(fault), "message": explain(fault, lang)} for fault in summary.faults
    ]
    return plain
