"""Looking: which letters there are, which were issued, and one of them."""

from typing import Annotated

import typer

from workflow.cli.app import Invocation
from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.letter.options import (
    JsonOption,
    ReferenceArgument,
    all_kinds,
    as_plain,
    kind_named,
    skeleton,
    takes,
)
from workflow.cli.letter.pages import (
    head_lines,
    kind_page,
    kinds_page,
    letters_page,
    plain_kind,
    plain_letter,
)
from workflow.i18n import Text
from workflow.letters.catalogue import letter

app = command_group("查看文书。")

_NONE = Text("还没有签发文书。", "No letter has been issued.")


@app.command("kinds", help="有哪些文书；写明一种时，列出它需要填写的内容。")
def kinds(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(help="文书：名称、代号（L3）或代码；不写则全部列出。", metavar="文书")
    ] = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """List the letters, or the facts that one of them takes."""
    lang = ctx.ensure_object(Invocation).lang
    if not name:
        rows = [letter(kind) for kind in all_kinds()]
        if as_json:
            print_json([plain_kind(row) for row in rows])
        else:
            console().print(kinds_page(rows, lang))
        return
    kind = kind_named(name, lang)
    if as_json:
        facts = {"facts": [as_plain(fact) for fact in takes(kind)], "skeleton": skeleton(kind)}
        print_json({**plain_kind(letter(kind)), **facts})
    else:
        console().print(kind_page(letter(kind), takes(kind), lang))


@app.command("list", help="已签发的文书，新的在前。")
def list_letters(
    ctx: typer.Context,
    request: Annotated[str, typer.Option("--request", help="只看某件申请的。")] = "",
    kind: Annotated[str, typer.Option("--kind", help="只看某种文书。")] = "",
    year: Annotated[int, typer.Option("--year", help="只看某年的。", min=0)] = 0,
    limit: Annotated[int, typer.Option("--limit", min=1, help="最多列出多少件。")] = 50,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the letters that were issued."""
    with opened_desk(ctx) as desk:
        named = kind_named(kind, desk.lang).value if kind else ""
        with desk.office.read() as view:
            rows = view.letters.all(request_number=request, kind=named, year=year, limit=limit)
        if as_json:
            print_json([plain_letter(row) for row in rows])
        elif rows:
            console().print(letters_page(rows, desk.lang))
        else:
            typer.echo(_NONE.say(desk.lang))


@app.command("show", help="查看一件已签发的文书：登记的内容和全文。")
def show(ctx: typer.Context, reference: ReferenceArgument, *, as_json: JsonOption = False) -> None:
    """Show a letter as it was issued."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            row = view.letters.find(reference)
        if as_json:
            print_json({**plain_letter(row), "facts": row.facts, "text": row.text})
            return
        for line in head_lines(row, desk.lang):
            typer.echo(line)
        typer.echo("")
        typer.echo(row.text, nl=False)
