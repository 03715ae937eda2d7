"""Printing: an issued letter as files, the same to the byte as when it went out."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from workflow.cli.desk import opened_desk
from workflow.cli.help import command_group
from workflow.cli.letter.options import ReferenceArgument
from workflow.i18n import Lang, Text
from workflow.letters.files import WRITERS
from workflow.letters.render import Letter
from workflow.services.letters.writing import reprint

app = command_group("打印文书。")

OutOption = Annotated[
    list[Path] | None,
    typer.Option("--out", metavar="FILE", help="写成 .pdf、.docx、.html 或 .txt 文件；可写几次。"),
]

_WRITTEN = Text("已写入：{file}", "Written: {file}")
_NOT_WRITABLE = Text(
    "--out：写不了“{name}”，文件名应以 {endings} 结尾。",
    "--out: “{name}” cannot be written; a file name ends with {endings}.",
)


@app.command("print", help="打印一件已签发的文书：显示全文，或者写成文件。")
def print_letter(ctx: typer.Context, reference: ReferenceArgument, out: OutOption = None) -> None:
    """Print a letter again from its own facts and its own template."""
    with opened_desk(ctx) as desk:
        check_endings(out or (), desk.lang)
        with desk.office.read() as view:
            letter = reprint(view.letters.find(reference), view)
        write_or_show(letter, out or (), desk.lang)


def check_endings(files: Iterable[Path], lang: Lang) -> None:
    """Refuse a file of a kind that no writer makes, before anything is done."""
    for file in files:
        if file.suffix.lower() not in WRITERS:
            endings = Text("、", ", ").say(lang).join(WRITERS)
            raise typer.BadParameter(_NOT_WRITABLE.say(lang, name=file.name, endings=endings))


def write_or_show(
    letter: Letter, files: Iterable[Path], lang: Lang, *, quiet: bool = False
) -> None:
    """Write a letter into files, or show its text where none is named, unless to be quiet."""
    files = tuple(files)
    if not files and not quiet:
        typer.echo(letter.text, nl=False)
    for file in files:
        file.write_bytes(WRITERS[file.suffix.lower()](letter))
        typer.echo(_WRITTEN.say(lang, file=file), err=quiet)
