"""Letters into files: which kinds there are, and writing them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from workflow.i18n import Lang, Text
from workflow.letters.files import WRITERS
from workflow.letters.render import Letter

OutOption = Annotated[
    list[Path] | None,
    typer.Option("--out", metavar="FILE", help="写成 .pdf、.docx、.html 或 .txt 文件；可写几次。"),
]

_WRITTEN = Text("已写入：{file}", "Written: {file}")
_NOT_WRITABLE = Text(
    "--out：写不了“{name}”，文件名应以 {endings} 结尾。",
    "--out: “{name}” cannot be written; a file name ends with {endings}.",
)


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
