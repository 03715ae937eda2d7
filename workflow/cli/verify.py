"""`disclosure verify`: proof that nothing on record was changed or removed."""

from dataclasses import asdict
from typing import Annotated

import typer

from workflow.bootstrap import Installation, Office
from workflow.cli.app import ExitCode, Invocation
from workflow.cli.desk import opened_installation, print_json
from workflow.cli.help import command_group
from workflow.records.errors import OfficeNotFoundError
from workflow.records.verification import Verified
from workflow.services.proving import proof_line

_HELP = "核验每个机关的全部记录：未被改动或者删除；否则指出第一处，退出码为 3。"

app = command_group(_HELP)


@app.command(help=_HELP)
def verify(
    ctx: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """Prove the records of every office, or of the one that is named."""
    said = ctx.ensure_object(Invocation)
    with opened_installation(ctx) as installation:
        proofs = [(office.name, office.verify()) for office in _offices(installation, said.office)]
    if as_json:
        print_json([{"office": name, **_plain(proof)} for name, proof in proofs])
    else:
        for name, proof in proofs:
            typer.echo(proof_line(name, proof, said.lang))
    if not all(proof.holds for _, proof in proofs):
        raise typer.Exit(ExitCode.FOUND)


def _offices(installation: Installation, named: str) -> tuple[Office, ...]:
    offices = (installation.office(named),) if named else installation.offices()
    if not offices:
        raise OfficeNotFoundError
    return offices


def _plain(proof: Verified) -> dict[str, object]:
    broken = None if proof.first_break is None else asdict(proof.first_break)
    return {
        "holds": proof.holds,
        "events": proof.events,
        "rows": proof.rows,
        "first_break": broken,
    }
