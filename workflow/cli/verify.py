"""`disclosure verify`: proof that nothing on record was changed or removed."""

from dataclasses import asdict
from typing import Annotated

import typer

from workflow.bootstrap import Installation, Office
from workflow.cli.app import ExitCode, Invocation
from workflow.cli.desk import opened_installation, print_json
from workflow.cli.help import command_group
from workflow.i18n import Lang, Text
from workflow.records.errors import OfficeNotFoundError
from workflow.records.verification import ChainBreak, Fault, Verified

_HELP = "核验每个机关的全部记录：未被改动或者删除；否则指出第一处，退出码为 3。"

app = command_group(_HELP)

_HOLDS = Text(
    "✓ {office}：{events} 项记录首尾相连，{rows} 行数据与记录一致。",
    "✓ {office}: {events} records form one chain, and {rows} rows agree with them.",
)
_BROKEN = Text("✗ {office}：第 {seq} 项记录处，{what}", "✗ {office}: at record {seq}, {what}")

_FAULTS: dict[Fault, Text] = {
    Fault.EVENT_CHANGED: Text("内容被改动过。", "its content was changed."),
    Fault.EVENT_MISSING: Text("这一项或者此前的记录不见了。", "it or one before it is missing."),
    Fault.CHAIN_CUT_OFF: Text(
        "记录在此中断，与机关登记的末项不符。",
        "the chain ends here, and not where the office says it does.",
    ),
    Fault.ROW_CHANGED: Text(
        "{subject} {row} 的 {columns} 与记录不符，被改动过。",
        "{columns} of {subject} {row} do not hold what the records say.",
    ),
    Fault.ROW_MISSING: Text("{subject} {row} 不见了。", "{subject} {row} is missing."),
    Fault.ROW_WITHOUT_EVENTS: Text(
        "{subject} {row} 没有任何登记记录。", "{subject} {row} was never registered."
    ),
    Fault.TEMPLATE_LOST: Text(
        "文书 {row} 所用的模板不见了，或者被改动过：{columns}。",
        "the template of letter {row} is missing or was changed: {columns}.",
    ),
    Fault.NUMBER_LOST: Text(
        "文号与文书对不上：{columns}。",
        "the numbers given out are not those that letters bear: {columns}.",
    ),
    Fault.FILE_LOST: Text(
        "附件 {row} 的文件不见了，或者内容被改动过：{columns}。",
        "the file of attachment {row} is missing or was changed: {columns}.",
    ),
}


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
            typer.echo(_line(name, proof, said.lang))
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


def _line(office: str, proof: Verified, lang: Lang) -> str:
    broken = proof.first_break
    if broken is None:
        return _HOLDS.say(lang, office=office, events=proof.events, rows=proof.rows)
    return _BROKEN.say(lang, office=office, seq=broken.seq, what=_what(broken, lang))


def _what(broken: ChainBreak, lang: Lang) -> str:
    return _FAULTS[broken.what].say(
        lang, subject=broken.subject, row=broken.subject_id, columns="、".join(broken.columns)
    )
