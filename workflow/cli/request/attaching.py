"""The files of a request: added, listed, taken out, withdrawn."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.options import JsonOption, KeyOption, NumberArgument, filled
from workflow.i18n import Lang, Text
from workflow.records.tables.attachments import AttachmentRow
from workflow.services.attachments import (
    AddFile,
    AttachmentKind,
    WithdrawFile,
    add_file,
    files_of,
    keep_file,
    withdraw_file,
)
from workflow.wording.attachments import KINDS, file_kind_words, size_words

app = command_group("申请的附件。")

_NOT_A_KIND = Text(
    "--kind：没有“{words}”这种附件；可选：{known}。",
    "--kind: no kind “{words}”; there is: {known}.",
)
_ADDED = Text("已收入附件 {place}：{name}", "Added as {place}: {name}")
_WRITTEN = Text("已写入：{file}", "Written: {file}")
_WITHDRAWN = Text("已撤下附件 {place}；文件仍保留。", "Withdrawn: {place}; the file is kept.")
_NONE = Text("没有附件。", "There are no attachments.")
_HEADS = (
    Text("序号", "Place"),
    Text("种类", "Kind"),
    Text("名称", "Name"),
    Text("大小", "Size"),
    Text("收入日期", "Added"),
    Text("经办", "By"),
    Text("撤下的理由", "Withdrawn because"),
)

PlaceArgument = Annotated[int, typer.Argument(help="附件序号（见 attachments）。", metavar="序号")]


@app.command("attach", help="收入一份附件：PDF、图片、docx、xlsx 或者 txt，不超过 10 MB。")
def attach(
    ctx: typer.Context,
    number: NumberArgument,
    file: Annotated[
        Path, typer.Argument(help="文件。", metavar="FILE", exists=True, dir_okay=False)
    ],
    kind: Annotated[
        str, typer.Option("--kind", help="种类：申请书、身份证明、送达凭证、意见、其他。")
    ] = "其他",
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Add a file to a request."""
    with opened_desk(ctx) as desk:
        named = _kind_named(kind, desk.lang)
        kept = keep_file(file.name, file.read_bytes(), desk.office.attachment_files)
        command = AddFile(
            number=number,
            file=kept,
            kind=named,
            actor=desk.actor,
            role=desk.role,
            idempotency_key=key or None,
        )
        with desk.office.work() as uow:
            place = add_file(command, uow, at=desk.now, calendar=desk.office.calendar)
        if as_json:
            print_json({"number": number, "id": place, "name": kept.name, "sha256": kept.sha256})
        else:
            typer.echo(_ADDED.say(desk.lang, place=place, name=kept.name))


@app.command("attachments", help="列出一件申请的附件，撤下的也列出。")
def attachments(ctx: typer.Context, number: NumberArgument, *, as_json: JsonOption = False) -> None:
    """List the files of a request."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            rows = files_of(view, number)
        if as_json:
            print_json([_plain(row) for row in rows])
        elif rows:
            console().print(_table(rows, desk.lang))
        else:
            typer.echo(_NONE.say(desk.lang))


@app.command("attachment", help="取出一份附件，写成文件；内容与登记的摘要核对。")
def attachment(
    ctx: typer.Context,
    number: NumberArgument,
    place: PlaceArgument,
    out: Annotated[Path, typer.Option("--out", help="写成哪个文件。", metavar="FILE")],
) -> None:
    """Write a file of a request into a file."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            row = view.attachments.find(view.requests.find(number).id, place)
        out.write_bytes(desk.office.attachment_files.read(row.sha256))
        typer.echo(_WRITTEN.say(desk.lang, file=out))


@app.command("detach", help="撤下一份误收的附件，写明理由；文件和记录都保留。")
def detach(
    ctx: typer.Context,
    number: NumberArgument,
    place: PlaceArgument,
    reason: Annotated[str, typer.Option("--reason", help="撤下的理由。")],
    key: KeyOption = "",
) -> None:
    """Withdraw a file of a request."""
    with opened_desk(ctx) as desk:
        command = WithdrawFile(
            number=number,
            attachment_id=place,
            reason=filled(reason, "--reason", desk.lang),
            actor=desk.actor,
            role=desk.role,
            idempotency_key=key or None,
        )
        with desk.office.work() as uow:
            withdraw_file(command, uow, at=desk.now, calendar=desk.office.calendar)
        typer.echo(_WITHDRAWN.say(desk.lang, place=place))


def _kind_named(words: str, lang: Lang) -> AttachmentKind:
    """Return the kind that was named by its code or its name."""
    for kind in AttachmentKind:
        if words.strip() in {kind.value, KINDS[kind].zh, KINDS[kind].en}:
            return kind
    known = Text("、", ", ").say(lang).join(text.say(lang) for text in KINDS.values())
    raise typer.BadParameter(_NOT_A_KIND.say(lang, words=words, known=known))


def _table(rows: Sequence[AttachmentRow], lang: Lang) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for head in _HEADS:
        table.add_column(head.say(lang), overflow="fold")
    for row in rows:
        table.add_row(
            str(row.id),
            file_kind_words(row.kind, lang),
            row.name,
            size_words(row.size),
            f"{row.added_at:%Y-%m-%d}",
            row.added_by,
            row.withdrawn_why,
        )
    return table


def _plain(row: AttachmentRow) -> dict[str, object]:
    return {
        "id": row.id,
        "kind": row.kind,
        "name": row.name,
        "media_type": row.media_type,
        "size": row.size,
        "sha256": row.sha256,
        "added_at": row.added_at,
        "added_by": row.added_by,
        "withdrawn_at": row.withdrawn_at,
        "withdrawn_by": row.withdrawn_by,
        "withdrawn_why": row.withdrawn_why,
    }
