"""What an office sets for its letters: numbers, authority, court, contacts."""

from typing import Annotated

import typer

from workflow.cli.desk import opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.letter.options import JsonOption
from workflow.i18n import Lang, Text
from workflow.letters.kinds import Family
from workflow.letters.settings import DEPARTMENT_KIND, NAMES, NUMBERS, LetterSettings
from workflow.services.letters.settings import letter_settings, set_for_letters
from workflow.services.letters.writing import office_card
from workflow.wording.letters import SETTINGS

app = command_group("文书设置。")

_NO_EQUALS = Text("--set “{words}”应写成 名称=内容。", "--set “{words}” should read NAME=CONTENT.")
_LINE = Text("{called}（{name}）：{value}", "{called} ({name}): {value}")
_UNSET = Text("未设置", "not set")


@app.command("settings", help="查看或者设置文书要写明的内容，如法院、复议机关、机关代字。")
def settings(
    ctx: typer.Context,
    said: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="名称=内容", help="设置一项；内容留空则取消；可写几次。"),
    ] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Show what is set for letters, or set it for the letters to come."""
    with opened_desk(ctx) as desk:
        changes = dict(_pair(words, desk.lang) for words in said or ())
        if changes:
            with desk.office.work() as uow:
                set_for_letters(changes, uow, actor=desk.actor, role=desk.role, at=desk.now)
        with desk.office.read() as view:
            now, prefix = letter_settings(view), office_card(view).prefix
        if as_json:
            print_json({name: _value(now, name, prefix) for name in NAMES})
            return
        for name in NAMES:
            value = _value(now, name, prefix) or _UNSET.say(desk.lang)
            called = SETTINGS[name].say(desk.lang)
            typer.echo(_LINE.say(desk.lang, called=called, name=name, value=value))


def _pair(words: str, lang: Lang) -> tuple[str, str]:
    name, equals, value = words.partition("=")
    if not equals:
        raise typer.BadParameter(_NO_EQUALS.say(lang, words=words))
    return name.strip(), value.strip()


def _value(now: LetterSettings, name: str, prefix: str) -> str:
    group, _, family = name.partition(".")
    if group == NUMBERS:
        return now.series(Family(family), prefix)
    if name == DEPARTMENT_KIND:
        return now.department_kind.value
    return str(getattr(now, name))
