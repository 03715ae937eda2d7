"""`disclosure directory`: other organs, what each discloses, and where it is reached."""

from collections.abc import Iterable
from typing import Annotated, Any

import typer
from rich.table import Table

from states.chart.move import CASEWORK
from states.errors import MoveRefusedError, Refusal
from states.steps import Role
from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.i18n import Lang, Text
from workflow.records.facts import OtherOffice
from workflow.records.tables.directory import OtherOfficeRow
from workflow.services.directory import Match, amend_organ, enter_organ, search_directory

app = command_group("机关名录：不属于本机关公开的，应当向谁提出。")

NameArgument = Annotated[str, typer.Argument(help="机关名称。", metavar="名称")]
JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]
ScopeOption = Annotated[
    list[str] | None,
    typer.Option("--scope", help="负责的事项，作查找的关键词，如 宅基地；可以写几个。"),
]

_MAINTAINING = CASEWORK | {Role.ADMINISTRATOR}
_ENTERED = Text("已登记：{name}", "Entered: {name}")
_AMENDED = Text("已修改：{name}", "Changed: {name}")
_RETIRED = Text("已停用：{name}", "Retired: {name}")
_NAME_BLANK = Text("名称不能为空，请填写。", "The name may not be empty.")
_NOTHING_CHANGED = Text("没有写明要修改什么。", "What to change is not said.")
_EMPTY = Text(
    "名录还是空的；用 disclosure directory add 登记。",
    "The directory is empty; enter an organ with disclosure directory add.",
)
_NO_MATCH = Text(
    "名录中没有相关的机关；可以换一个词，或者先登记。",
    "Nothing in the directory fits; try another word, or enter the organ first.",
)
_WHAT_FOR = Text(
    "请写明要查找的词，或者用 --for 写明申请编号。",
    "Say what to look for, or name a request with --for.",
)
_HEADS = (
    Text("名称", "Name"),
    Text("联系方式", "Contact"),
    Text("地址", "Address"),
    Text("负责的事项", "Responsible for"),
)


@app.command("add", help="登记一个机关。")
def add(
    ctx: typer.Context,
    name: NameArgument,
    contact: Annotated[str, typer.Option("--contact", help="联系方式。")],
    scope: ScopeOption = None,
    address: Annotated[str, typer.Option("--address", help="地址。")] = "",
    website: Annotated[str, typer.Option("--website", help="网址。")] = "",
    note: Annotated[str, typer.Option("--note", help="备注。")] = "",
    key: Annotated[str, typer.Option("--key", help="幂等键：重复提交只生效一次。")] = "",
) -> None:
    """Enter an organ."""
    with opened_desk(ctx) as desk:
        _check(desk)
        organ = OtherOffice(
            name=_name(name, desk.lang),
            contact=contact.strip(),
            scope=_words(scope),
            address=address.strip(),
            website=website.strip(),
            note=note.strip(),
        )
        with desk.office.work() as uow:
            enter_organ(organ, uow, actor=desk.actor, at=desk.now, key=key or None)
        typer.echo(_ENTERED.say(desk.lang, name=organ.name))


@app.command("amend", help="修改一个机关的联系方式、地址或者负责的事项。")
def amend(
    ctx: typer.Context,
    name: NameArgument,
    contact: Annotated[str | None, typer.Option("--contact", help="联系方式。")] = None,
    scope: ScopeOption = None,
    address: Annotated[str | None, typer.Option("--address", help="地址。")] = None,
    website: Annotated[str | None, typer.Option("--website", help="网址。")] = None,
    note: Annotated[str | None, typer.Option("--note", help="备注。")] = None,
    reason: Annotated[str, typer.Option("--reason", help="修改的理由。")] = "核对更新",
) -> None:
    """Put right what is known of an organ."""
    given = {"contact": contact, "address": address, "website": website, "note": note}
    changes: dict[str, object] = {
        column: words.strip() for column, words in given.items() if words is not None
    }
    if scope:
        changes["scope"] = _words(scope)
    with opened_desk(ctx) as desk:
        if not changes:
            raise typer.BadParameter(_NOTHING_CHANGED.say(desk.lang))
        _amend(desk, name, changes, reason)
        typer.echo(_AMENDED.say(desk.lang, name=name))


@app.command("retire", help="停用一个机关：不再列出，以前写明的不变。")
def retire(
    ctx: typer.Context,
    name: NameArgument,
    reason: Annotated[str, typer.Option("--reason", help="停用的理由，如 机构改革。")],
) -> None:
    """Leave an organ out from now on."""
    with opened_desk(ctx) as desk:
        _amend(desk, name, {"active": False}, reason)
        typer.echo(_RETIRED.say(desk.lang, name=name))


@app.command("list", help="列出名录。")
def list_organs(ctx: typer.Context, *, as_json: JsonOption = False) -> None:
    """List the organs that are not retired."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            rows = [row for row in view.other_offices.all() if row.active]
        if as_json:
            print_json([_plain(row) for row in rows])
        elif rows:
            console().print(_table(rows, desk.lang))
        else:
            typer.echo(_EMPTY.say(desk.lang))


@app.command("search", help="按描述或者按一件申请的内容，查找可能负责的机关。")
def search(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(help="要查找的词。", metavar="描述")] = "",
    number: Annotated[str, typer.Option("--for", help="按这件申请的内容查找。")] = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Find the organs that a description speaks for, the likeliest first."""
    with opened_desk(ctx) as desk:
        if not (text.strip() or number):
            raise typer.BadParameter(_WHAT_FOR.say(desk.lang))
        with desk.office.read() as view:
            words = view.requests.find(number).content if number else text
            found = search_directory(view, words)
        if as_json:
            print_json([_plain_match(match) for match in found])
        elif found:
            console().print(_table([match.row for match in found], desk.lang))
        else:
            typer.echo(_NO_MATCH.say(desk.lang))


def _check(desk: Desk) -> None:
    if desk.role not in _MAINTAINING:
        raise MoveRefusedError("directory", (Refusal("role_may_not", None),))


def _amend(desk: Desk, name: str, changes: dict[str, object], reason: str) -> None:
    _check(desk)
    with desk.office.work() as uow:
        amend_organ(
            _name(name, desk.lang), changes, uow, reason=reason, actor=desk.actor, at=desk.now
        )


def _name(words: str, lang: Lang) -> str:
    if words.strip():
        return words.strip()
    raise typer.BadParameter(_NAME_BLANK.say(lang))


def _words(scope: list[str] | None) -> str:
    """Return keywords as they are kept: one after another, each once."""
    given = " ".join(scope or ()).replace("、", " ").replace("，", " ").split()
    return " ".join(dict.fromkeys(given))


def _plain(row: OtherOfficeRow) -> dict[str, Any]:
    plain = row.model_dump(exclude={"office_id", "id", "active"})
    plain["scope"] = row.scope.split()
    return plain


def _plain_match(match: Match) -> dict[str, Any]:
    return {**_plain(match.row), "keywords": list(match.keywords), "by_name": match.by_name}


def _table(rows: Iterable[OtherOfficeRow], lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in _HEADS:
        table.add_column(head.say(lang))
    for row in rows:
        table.add_row(row.name, row.contact, row.address, row.scope)
    return table
