"""`disclosure doctor`: what is wrong with an installation, and how each is mended."""

from typing import Annotated

import typer

from workflow.cli.app import ExitCode, Invocation
from workflow.cli.desk import opened_installation, print_json
from workflow.cli.help import command_group
from workflow.i18n import Lang
from workflow.records.errors import StorageError
from workflow.recovery.examining import Examined, Finding, Verdict, examine, examine_place
from workflow.settings import Settings
from workflow.wording.examined import examined_sentence

app = command_group("检查：这一套装得对不对，哪里要修。")

_MARKS = {Verdict.SOUND: "✓", Verdict.DOUBTFUL: "◆", Verdict.WRONG: "✗"}


@app.command("doctor", help="逐项检查，说明怎样修；有问题时退出码为 3。")
def doctor_command(
    ctx: typer.Context,
    *,
    quick: Annotated[bool, typer.Option("--quick", help="不核验全部记录。")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """Look at everything, and say how each fault is mended."""
    lang = ctx.ensure_object(Invocation).lang
    findings = _examined(ctx, chain=not quick)
    if as_json:
        print_json([_plain(finding, lang) for finding in findings])
    else:
        for finding in findings:
            typer.echo(f"{_MARKS[finding.verdict]} {examined_sentence(*_said(finding), lang)}")
    if any(finding.verdict is not Verdict.SOUND for finding in findings):
        raise typer.Exit(ExitCode.FOUND)


def _examined(ctx: typer.Context, *, chain: bool) -> list[Finding]:
    """Look at everything; of records that cannot be opened, at what is around them."""
    try:
        with opened_installation(ctx) as installation:
            return [*examine(installation, chain=chain)]
    except StorageError as error:
        facts: dict[str, object] = {"place": error.place}
        unfit = Finding(Examined.DATABASE, Verdict.WRONG, "unusable", facts)
        found = [*examine_place(Settings())]
        known = any(one.what is Examined.DATABASE and one.code for one in found)
        return found if known else [*found, unfit]


def _said(finding: Finding) -> tuple[str, str, dict[str, object]]:
    return finding.what, finding.code, finding.facts


def _plain(finding: Finding, lang: Lang) -> dict[str, object]:
    return {
        "what": finding.what,
        "verdict": finding.verdict,
        "code": finding.code,
        "words": examined_sentence(*_said(finding), lang),
    }
