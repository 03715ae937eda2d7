"""Documents on the command line: shown as text, or written in the kind of file that is named."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from workflow.documents.model import Document
from workflow.documents.text import to_text
from workflow.i18n import Lang, Text
from workflow.services.printing import WRITERS, can_be_written, write_document

OutOption = Annotated[
    list[Path] | None,
    typer.Option("--out", metavar="FILE", help="写成 .pdf、.docx、.html 或 .txt 文件；可写几次。"),
]

_WRITTEN = Text("已写入：{file}", "Written: {file}")
_NOT_WRITABLE = Text(
    "--out：写不了“{name}”，文件名应以 {endings} 结尾。",
    "--out: “{name}” cannot be written; a file name ends with {endings}.",
)


def check_endings(files: Iterable[Path] | None, lang: Lang) -> None:
    """Refuse a file of a kind that no writer makes, before anything is done."""
    for file in files or ():
        if not can_be_written(file):
            endings = Text("、", ", ").say(lang).join(WRITERS)
            raise typer.BadParameter(_NOT_WRITABLE.say(lang, name=file.name, endings=endings))


def write_or_show(
    document: Document, files: Iterable[Path] | None, lang: Lang, *, quiet: bool = False
) -> None:
    """Write a document into files, or show its text where none is named, unless to be quiet."""
    check_endings(files, lang)
    for file in files or ():
        write_document(document, file)
        typer.echo(_WRITTEN.say(lang, file=file), err=quiet)
    if not files and not quiet:
        typer.echo(to_text(document), nl=False)
