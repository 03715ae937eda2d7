"""Corrections from the terminal: asked for, received."""

import re
from typing import Annotated

import typer

from states.statute.defects import Defect
from workflow.cli.desk import opened_desk
from workflow.cli.help import command_group
from workflow.cli.request.options import (
    AcknowledgeOption,
    JsonOption,
    KeyOption,
    NumberArgument,
    OnOption,
    SentByOption,
    TrackingOption,
    VersionOption,
    taker,
)
from workflow.cli.request.performing import perform
from workflow.cli.values import by_code_or_name
from workflow.i18n import Lang
from workflow.records.beside import CorrectionAsked, DefectFound, Reason
from workflow.services.handling.correcting import (
    AskCorrection,
    ReceiveCorrection,
    ask_correction,
    receive_correction,
)

app = command_group("补正。")

# What is unclear and what to supply are told apart by a colon of either width.
_COLON = re.compile("[:：]")


@app.command("correct-ask", help="一次性告知补正：逐项写明哪里不清楚、应当补充什么，以及期限。")
def ask(
    ctx: typer.Context,
    number: NumberArgument,
    defects: Annotated[
        list[str],
        typer.Option(
            "--defect",
            help="种类:不清楚之处:应当补充的内容；种类有 姓名或者名称、身份证明、联系方式、"
            "内容描述、形式要求、其他事项；可以写几项。",
            metavar="种类:不清楚:补充",
        ),
    ],
    workdays: Annotated[
        int, typer.Option("--workdays", min=0, help="补正期限（工作日）；不写则按惯例设置。")
    ] = 0,
    sent_by: SentByOption = "",
    tracking: TrackingOption = "",
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Ask for a correction."""
    with opened_desk(ctx) as desk:
        command = AskCorrection(
            **taker(desk, number, on, acknowledge, version, key),
            asked=CorrectionAsked(
                defects=tuple(_defect(words, desk.lang) for words in defects),
                sent_by=sent_by,
                tracking=tracking,
            ),
            workdays=workdays,
        )
        perform(desk, ask_correction, command, as_json=as_json)


@app.command("correct-receive", help="登记收到补正；逾期而有正当理由的，确认并写明理由。")
def receive(
    ctx: typer.Context,
    number: NumberArgument,
    supplied: Annotated[str, typer.Option("--supplied", help="补正的内容。")] = "",
    reason: Annotated[str, typer.Option("--reason", help="逾期的正当理由。")] = "",
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Record that the correction came."""
    with opened_desk(ctx) as desk:
        command = ReceiveCorrection(
            **taker(desk, number, on, acknowledge, version, key),
            received=Reason(reason=reason.strip(), supplied=supplied.strip()),
        )
        perform(desk, receive_correction, command, as_json=as_json)


def _defect(words: str, lang: Lang) -> DefectFound:
    kind, *rest = _COLON.split(words, maxsplit=2)
    unclear, supply = (*(part.strip() for part in rest), "", "")[:2]
    defect = Defect(by_code_or_name("defects", kind, "--defect", lang))
    return DefectFound(defect=defect, unclear=unclear, supply=supply)
