"""`disclosure restore`: a backup put back where nothing is, and its records proved."""

import typer

from workflow.bootstrap import open_installation
from workflow.cli.app import ExitCode, Invocation
from workflow.cli.backup import FileArgument, KeyFileOption, key_words
from workflow.cli.help import command_group
from workflow.i18n import Text
from workflow.recovery.restoring import restore
from workflow.settings import Settings

app = command_group("恢复：把备份放到空的数据目录。")

_RESTORED = Text(
    "已恢复 {at} 的备份，附件 {n} 个。", "Restored the backup of {at}, with {n} attachment(s)."
)
_HOLDS = Text(
    "✓ {office}：{events} 项记录首尾相连。", "✓ {office}: {events} records form one chain."
)
_BROKEN = Text(
    "✗ {office}：第 {seq} 项记录对不上；用 disclosure verify 查看。",
    "✗ {office}: record {seq} does not agree; see disclosure verify.",
)


@app.command("restore", help="把备份恢复到空的数据目录，随后核验全部记录。")
def restore_command(
    ctx: typer.Context,
    file: FileArgument,
    key_file: KeyFileOption = None,
) -> None:
    """Put a backup back where nothing is, and prove its records."""
    said = ctx.ensure_object(Invocation)
    settings = Settings()
    done = restore(settings, file, words=key_words(key_file))
    taken_at = f"{done.manifest.taken_at:%Y-%m-%d %H:%M}"
    typer.echo(_RESTORED.say(said.lang, at=taken_at, n=done.attachments))
    with open_installation(settings, said.clock) as installation:
        proofs = [(office.name, office.verify()) for office in installation.offices()]
    for name, proof in proofs:
        broken = proof.first_break
        if broken is None:
            typer.echo(_HOLDS.say(said.lang, office=name, events=proof.events))
        else:
            typer.echo(_BROKEN.say(said.lang, office=name, seq=broken.seq))
    if not all(proof.holds for _, proof in proofs):
        raise typer.Exit(ExitCode.FOUND)
