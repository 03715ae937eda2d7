"""Reviewing a draft item by item, sending it back, approving it, and issuing its letter."""

from typing import Annotated

import typer

from workflow.cli.desk import opened_desk
from workflow.cli.help import command_group
from workflow.cli.request.options import (
    AcknowledgeOption,
    ItemsOption,
    JsonOption,
    KeyOption,
    NumberArgument,
    OnOption,
    VersionOption,
    filled,
    taker,
)
from workflow.cli.request.telling import take_and_tell
from workflow.services.drafting.issuing import (
    ApproveReply,
    IssueReply,
    approve_reply,
    issue_reply,
)
from workflow.services.drafting.reviewing import ReviewItem, SendBack, review_item, send_back

app = command_group("审查、审批和制发。")


@app.command("review", help="对一项信息作保密审查（保密审查员；不得审查自己拟定的）。")
def review(
    ctx: typer.Context,
    number: NumberArgument,
    item: Annotated[str, typer.Option("--item", help="信息项序号。")],
    basis: Annotated[str, typer.Option("--basis", help="审查依据，通过与否都要写。")],
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    passed: Annotated[
        bool, typer.Option("--pass/--fail", help="通过，或者不通过。", show_default=False)
    ],
    as_json: JsonOption = False,
) -> None:
    """Review an item for secrecy."""
    with opened_desk(ctx) as desk:
        command = ReviewItem(
            **taker(desk, number, on, acknowledge, version, key),
            item=item.strip(),
            passed=passed,
            basis=filled(basis, "--basis", desk.lang),
        )
        take_and_tell(desk, review_item, command, as_json=as_json)


@app.command("send-back", help="退回修改（保密审查员或者负责人）；不写 --item 则全部退回。")
def send_back_command(
    ctx: typer.Context,
    number: NumberArgument,
    reason: Annotated[str, typer.Option("--reason", help="退回的理由。")],
    items: ItemsOption = None,
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Send the draft back, the items named or all of it."""
    with opened_desk(ctx) as desk:
        command = SendBack(
            **taker(desk, number, on, acknowledge, version, key),
            reason=filled(reason, "--reason", desk.lang),
            items=tuple(items or ()),
        )
        take_and_tell(desk, send_back, command, as_json=as_json)


@app.command("approve", help="批准答复（工作机构负责人；不得批准自己参与拟定的）。")
def approve(
    ctx: typer.Context,
    number: NumberArgument,
    remark: Annotated[str, typer.Option("--remark", help="审批意见。")] = "",
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Approve the reply as it stands."""
    with opened_desk(ctx) as desk:
        command = ApproveReply(**taker(desk, number, on, acknowledge, version, key), remark=remark)
        take_and_tell(desk, approve_reply, command, as_json=as_json)


@app.command("issue", help="制发答复书：写明文号；发生日期就是落款日期。")
def issue(
    ctx: typer.Context,
    number: NumberArgument,
    letter: Annotated[str, typer.Option("--letter", help="答复书的文号，如 净公复〔2025〕3号。")],
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Issue the approved reply as a letter."""
    with opened_desk(ctx) as desk:
        command = IssueReply(
            **taker(desk, number, on, acknowledge, version, key),
            letter_number=filled(letter, "--letter", desk.lang),
        )
        take_and_tell(desk, issue_reply, command, as_json=as_json)
