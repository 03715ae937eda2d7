"""Serving a reply: by post, by hand, electronically; its delivery or failure; what was late."""

from dataclasses import asdict
from typing import Annotated

import typer

from states.matters import Carrier
from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.draft_pages import late_page
from workflow.cli.request.options import (
    AcknowledgeOption,
    JsonOption,
    KeyOption,
    NumberArgument,
    OnOption,
    VersionOption,
    filled,
    outcome_named,
    taker,
)
from workflow.cli.request.telling import take_and_tell
from workflow.cli.values import by_code_or_name
from workflow.i18n import Text
from workflow.services.drafting.lateness import late_replies
from workflow.services.drafting.serving import (
    RecordDelivery,
    RecordFailedService,
    ServeReply,
    Way,
    record_delivery,
    record_failed_service,
    serve_reply,
)

app = command_group("送达。")

_NOBODY_LATE = Text("没有逾期的答复。", "No reply was late.")


@app.command("serve", help="登记送达：以付邮、签收、发出之日判断是否按时；逾期须写明原因。")
def serve(
    ctx: typer.Context,
    number: NumberArgument,
    way: Annotated[str, typer.Option("--by", help="送达方式：邮寄、当面、网上、电子邮件。")],
    tracking: Annotated[str, typer.Option("--tracking", help="邮件号码。")] = "",
    carrier: Annotated[
        str, typer.Option("--carrier", help="承运人：邮政（含 EMS）；快递不合规定。")
    ] = "邮政",
    signer: Annotated[str, typer.Option("--signer", help="当面送达的签收人。")] = "",
    address: Annotated[str, typer.Option("--address", help="电子送达的邮箱、账号或者网址。")] = "",
    sent_at: Annotated[str, typer.Option("--time", help="电子送达的时刻，如 14:05。")] = "",
    late_reason: Annotated[str, typer.Option("--late-reason", help="逾期的原因。")] = "",
    outcome: Annotated[
        str, typer.Option("--outcome", help="答复类型；不必写，写了须与各项处理意见一致。")
    ] = "",
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Write down that the reply was served."""
    with opened_desk(ctx) as desk:
        command = ServeReply(
            **taker(desk, number, on, acknowledge, version, key),
            way=Way(by_code_or_name("deliveries", way, "--by", desk.lang)),
            late_reason=late_reason,
            carrier=Carrier(by_code_or_name("carriers", carrier, "--carrier", desk.lang)),
            tracking=tracking,
            signer=signer,
            address=address,
            sent_at=sent_at,
            outcome=outcome_named(outcome, desk.lang),
        )
        take_and_tell(desk, serve_reply, command, as_json=as_json)


@app.command("delivered", help="登记邮件妥投；按时与否仍以付邮之日为准。")
def delivered(
    ctx: typer.Context,
    number: NumberArgument,
    signer: Annotated[str, typer.Option("--signer", help="签收人。")] = "",
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Write down that a posted reply was delivered."""
    with opened_desk(ctx) as desk:
        command = RecordDelivery(
            **taker(desk, number, on, acknowledge, version, key), signer=signer
        )
        take_and_tell(desk, record_delivery, command, as_json=as_json)


@app.command("undelivered", help="登记送达不成（如邮件退回）；可以再次送达，首次送达之日不变。")
def undelivered(
    ctx: typer.Context,
    number: NumberArgument,
    reason: Annotated[str, typer.Option("--reason", help="不成的原因，如 查无此人，退回。")],
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Write down that service failed."""
    with opened_desk(ctx) as desk:
        command = RecordFailedService(
            **taker(desk, number, on, acknowledge, version, key),
            reason=filled(reason, "--reason", desk.lang),
        )
        take_and_tell(desk, record_failed_service, command, as_json=as_json)


@app.command("late", help="列出某年逾期送达的答复和逾期的原因。")
def late(
    ctx: typer.Context,
    year: Annotated[int, typer.Argument(help="年份。", metavar="年份")],
    *,
    as_json: JsonOption = False,
) -> None:
    """List the replies of a year that were served late, with why."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            lines = list(late_replies(view, year))
        if as_json:
            print_json([asdict(line) for line in lines])
        elif lines:
            console().print(late_page(lines, desk.lang))
        else:
            typer.echo(_NOBODY_LATE.say(desk.lang))
