"""Printing: an issued letter as files, the same to the byte as when it went out."""

import typer

from workflow.cli.desk import opened_desk
from workflow.cli.help import command_group
from workflow.cli.letter.options import ReferenceArgument
from workflow.cli.printing import OutOption, check_endings, write_or_show
from workflow.services.letters.writing import reprint

app = command_group("打印文书。")


@app.command("print", help="打印一件已签发的文书：显示全文，或者写成文件。")
def print_letter(ctx: typer.Context, reference: ReferenceArgument, out: OutOption = None) -> None:
    """Print a letter again from its own facts and its own template."""
    with opened_desk(ctx) as desk:
        check_endings(out or (), desk.lang)
        with desk.office.read() as view:
            letter = reprint(view.letters.find(reference), view)
        write_or_show(letter, out or (), desk.lang)
