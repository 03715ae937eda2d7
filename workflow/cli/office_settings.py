"""`disclosure office`: what the office says of itself, and what it has set."""

import json
from typing import Annotated

import typer
from rich.table import Table

from states.terms import TERMS
from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.register.options import ReasonOption
from workflow.cli.request.options import JsonOption
from workflow.cli.values import by_code_or_name
from workflow.i18n import Lang, Text
from workflow.records.canonical import JsonValue
from workflow.records.tables.offices import OfficeRow
from workflow.services.offices import (
    PROFILE,
    SetOffice,
    example_of,
    office_of,
    set_office,
    settings_of,
)
from workflow.wording.offices import PROFILE as PROFILE_NAMES
from workflow.wording.offices import SETTINGS as SETTING_NAMES
from workflow.wording.offices import office_key_name

app = command_group("机关情况和设置：查看、修改。")

_EXAMPLE = Text(
    "登记编号例如：{example}。年度为收到申请的年度；尚未确定收到日期的，以已知的最早日期为准。",
    "Numbers look like this: {example}. Their year is that of receipt, or of the first known day.",
)
_SET = Text("已修改：{names}", "Changed: {names}")
_NO_EQUALS = Text(
    "“{words}”缺少等号；写成 键=值，如 电话=0595-87801209。",
    "“{words}” lacks its equals sign; write key=value, as in phone=0595-87801209.",
)
_NO_KEY = Text(
    "没有“{key}”这一项；可以设置的有：{keys}。", "There is no “{key}”; there is: {keys}."
)
_NOT_A_TABLE = Text("“{key}”没有下级的项。", "“{key}” has no parts.")
_NAME_BLANK = Text("机关名称不能为空，请填写。", "The name of the office may not be empty.")
_HEADS = (Text("项目", "Entry"), Text("键", "Key"), Text("内容", "Content"))
_USUAL = Text("（默认）", " (default)")
# Settings that are tables, and the groups that name their keys and their values.
_TABLES = {
    "reminders": ("", ""),
    "publication_categories": ("", ""),
    "dispute_results": ("dispute_decisions", "dispute_results"),
}


@app.command("show", help="查看机关情况和各项设置。")
def show(ctx: typer.Context, *, as_json: JsonOption = False) -> None:
    """Show the profile and every setting."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            row, settings = office_of(view), settings_of(view)
        plain = settings.model_dump(mode="json")
        example = example_of(row, desk.today.year)
        if as_json:
            profile = {name: getattr(row, name) for name in PROFILE}
            print_json({**profile, "settings": plain, "next_number_like": example})
            return
        console().print(_table(row, plain, desk.lang))
        typer.echo(_EXAMPLE.say(desk.lang, example=example))


@app.command(
    "set", help="修改机关情况或者设置，写成 键=值；表格类的写成 公开类别.2510=财政资金类。"
)
def set_command(
    ctx: typer.Context,
    said: Annotated[
        list[str],
        typer.Argument(help="键=值，可写多项；值留空即清除，设置恢复默认。", metavar="键=值"),
    ],
    reason: ReasonOption = "修改设置",
) -> None:
    """Change entries of the profile and settings."""
    with opened_desk(ctx) as desk:
        profile: dict[str, str] = {}
        settings: dict[str, JsonValue] = {}
        for words in said:
            key, equals, value = words.partition("=")
            if not equals:
                raise typer.BadParameter(_NO_EQUALS.say(desk.lang, words=words))
            _take(key.strip(), value.strip(), profile, settings, desk.lang)
        command = SetOffice(
            profile=profile,
            settings=settings,
            reason=reason,
            actor=desk.actor,
            role=desk.role,
        )
        with desk.office.work() as uow:
            set_office(command, uow, at=desk.now)
        names = (
            Text("、", ", ")
            .say(desk.lang)
            .join(office_key_name(key, desk.lang) for key in (*profile, *settings))
        )
        typer.echo(_SET.say(desk.lang, names=names))


def _take(
    said: str, value: str, profile: dict[str, str], settings: dict[str, JsonValue], lang: Lang
) -> None:
    """Put what was typed where it belongs, under the key that it names."""
    name, _, part = said.partition(".")
    key = _key(name, lang)
    if part and key not in _TABLES:
        raise typer.BadParameter(_NOT_A_TABLE.say(lang, key=name))
    if key in PROFILE:
        profile[key] = _profile_value(key, value, lang)
    elif part:
        table = settings.setdefault(key, {})
        if isinstance(table, dict):
            names, values = _TABLES[key]
            table[_code(names, part, said, lang)] = _code(values, value, said, lang)
    else:
        settings[key] = _setting_value(value)


def _key(said: str, lang: Lang) -> str:
    for key, words in (PROFILE_NAMES | SETTING_NAMES).items():
        if said in {key, words.zh, words.en}:
            return key
    keys = "、".join(words.say(lang) for words in (PROFILE_NAMES | SETTING_NAMES).values())
    raise typer.BadParameter(_NO_KEY.say(lang, key=said, keys=keys))


def _profile_value(key: str, value: str, lang: Lang) -> str:
    if key == "level":
        return by_code_or_name("office_levels", value, "level", lang)
    if key == "name" and not value:
        raise typer.BadParameter(_NAME_BLANK.say(lang))
    return value


def _setting_value(value: str) -> JsonValue:
    """Return a setting as it is kept: blank takes it back, a table may be given as JSON."""
    if not value:
        return None
    if value.startswith("{"):
        try:
            table: JsonValue = json.loads(value)
        except json.JSONDecodeError:
            return value
        return table
    return value


def _code(group: str, words: str, said: str, lang: Lang) -> str:
    """Return a code by its name where a table holds codes; a blank takes the row out."""
    return by_code_or_name(group, words, said, lang) if group and words else words


def _table(row: OfficeRow, settings: dict[str, object], lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in _HEADS:
        table.add_column(head.say(lang), overflow="fold")
    for key in PROFILE:
        value = getattr(row, key)
        shown = TERMS["office_levels"][value].zh if key == "level" and lang is Lang.ZH else value
        table.add_row(office_key_name(key, lang), key, shown)
    for key, value in settings.items():
        usual = "" if key in row.settings else _USUAL.say(lang)
        table.add_row(office_key_name(key, lang), key, _shown(value, key, lang) + usual)
    return table


def _shown(value: object, key: str, lang: Lang) -> str:
    if not isinstance(value, dict):
        return str(value)
    names, values = _TABLES[key]
    return "\n".join(
        f"{_named(names, part, lang)}　{_named(values, str(held), lang)}"
        for part, held in value.items()
    )


def _named(group: str, code: str, lang: Lang) -> str:
    found = TERMS.get(group, {}).get(code)
    return code if found is None else found.zh if lang is Lang.ZH else found.en
