"""Templates: the one in use, and an office's own, tried before it is adopted."""

from pathlib import Path
from typing import Annotated

import typer

from states.terms import label
from workflow.cli.app import Invocation
from workflow.cli.desk import opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.letter.options import JsonOption, KindArgument, kind_named
from workflow.i18n import Lang, Text
from workflow.letters.checking import Checked, check_template
from workflow.letters.render import LetterTemplate
from workflow.letters.words import fact_words
from workflow.services.letters.settings import adopt_template, letter_settings, revert_template
from workflow.services.letters.writing import template_in_use

app = command_group("文书模板：查看、检查、采用、恢复。")

TemplateArgument = Annotated[Path, typer.Argument(help="模板文件。", metavar="模板")]

_GOOD = Text(
    "“{kind}”的模板可以使用：试写了 {tried} 件，两部条例都写得出来。",
    "The template of “{kind}” can serve: {tried} letters were tried, under both laws.",
)
_UNSAID = Text("没有用到（可以不用）：{facts}", "Left out (and may be): {facts}")
_ADOPTED = Text(
    "已采用：{digest}。以后签发的“{kind}”用这一模板；已签发的不变。",
    "Adopted: {digest}. “{kind}” is written from it from now on; letters issued keep theirs.",
)
_REVERTED = Text("“{kind}”已恢复内置模板。", "“{kind}” uses the built-in template again.")
_BUILT_IN = Text("“{kind}”用的就是内置模板。", "“{kind}” uses the built-in template already.")
_NOT_TEXT = Text("“{file}”不是 UTF-8 文本。", "“{file}” is no text in UTF-8.")
_EXAMPLE = Text("试写的第一件：", "The first of them:")


@app.command("show", help="显示一种文书现用的模板；加 --built-in 显示内置的。")
def show(
    ctx: typer.Context,
    kind: KindArgument,
    *,
    built_in: Annotated[bool, typer.Option("--built-in", help="显示内置的模板。")] = False,
    as_json: JsonOption = False,
) -> None:
    """Print the template that letters of a kind are made from."""
    with opened_desk(ctx) as desk:
        named = kind_named(kind, desk.lang)
        original = LetterTemplate.built_in(named)
        with desk.office.read() as view:
            in_use = template_in_use(view, named, letter_settings(view))
    shown = original if built_in else in_use
    if as_json:
        print_json(
            {
                "kind": named,
                "digest": shown.digest,
                "built_in": shown.digest == original.digest,
                "source": shown.source,
            }
        )
    else:
        typer.echo(shown.source, nl=False)


@app.command("check", help="检查一个模板能不能用：逐件试写，两部条例都试。")
def check(
    ctx: typer.Context, kind: KindArgument, file: TemplateArgument, *, as_json: JsonOption = False
) -> None:
    """Try a template on every sample of its letter."""
    lang = ctx.ensure_object(Invocation).lang
    named = kind_named(kind, lang)
    checked = check_template(named, _source(file, lang))
    if as_json:
        print_json(
            {
                "kind": named,
                "digest": checked.template.digest,
                "tried": checked.tried,
                "unsaid": list(checked.unsaid),
                "example": checked.example.text,
            }
        )
        return
    _tell(checked, lang)
    typer.echo(_EXAMPLE.say(lang))
    typer.echo(checked.example.text, nl=False)


@app.command("adopt", help="采用本机关自己的模板；检查通过才采用，已签发的文书不变。")
def adopt(ctx: typer.Context, kind: KindArgument, file: TemplateArgument) -> None:
    """Adopt a template for the letters to come."""
    with opened_desk(ctx) as desk:
        named = kind_named(kind, desk.lang)
        source = _source(file, desk.lang)
        with desk.office.work() as uow:
            checked = adopt_template(
                named, source, uow, actor=desk.actor, role=desk.role, at=desk.now
            )
        _tell(checked, desk.lang)
        digest = checked.template.digest
        called = _called(checked, desk.lang)
        typer.echo(_ADOPTED.say(desk.lang, digest=digest[:12], kind=called))


@app.command("revert", help="恢复内置的模板；已签发的文书不变。")
def revert(ctx: typer.Context, kind: KindArgument) -> None:
    """Go back to the built-in template for the letters to come."""
    with opened_desk(ctx) as desk:
        named = kind_named(kind, desk.lang)
        with desk.office.work() as uow:
            changed = revert_template(named, uow, actor=desk.actor, role=desk.role, at=desk.now)
        words = _REVERTED if changed else _BUILT_IN
        typer.echo(words.say(desk.lang, kind=label("letters", named, desk.lang)))


def _called(checked: Checked, lang: Lang) -> str:
    return label("letters", checked.template.kind, lang)


def _source(file: Path, lang: Lang) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise typer.BadParameter(_NOT_TEXT.say(lang, file=file)) from None


def _tell(checked: Checked, lang: Lang) -> None:
    typer.echo(_GOOD.say(lang, kind=_called(checked, lang), tried=checked.tried))
    if checked.unsaid:
        named = (fact_words(name, lang) for name in checked.unsaid)
        typer.echo(_UNSAID.say(lang, facts=Text("、", ", ").say(lang).join(named)))
