"""`disclosure mail`: the mail book, what came in and what went out."""

from datetime import date
from typing import Annotated

import typer

from workflow.cli.desk import Desk, opened_desk
from workflow.cli.help import command_group
from workflow.cli.register.options import NoteOption, RequestOption, by, coded, filled
from workflow.cli.request.options import KeyOption
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Text
from workflow.records.mail import IncomingMail, OutgoingMail
from workflow.services.registers.mail_book import (
    BY_POST_ONLY,
    COURIER,
    delivered,
    enter_incoming,
    enter_outgoing,
    link,
    mail_number,
    returned,
    settle,
)

app = command_group("收发文登记。")

MailArgument = Annotated[
    str, typer.Argument(help="收文号或者发文号，如 收2026-3、发2026-5。", metavar="号")
]

_CAME = Text("已登记收文：{number}　{sender}", "Came in: {number}  {sender}")
_WENT = Text("已登记发文：{number}　{addressee}", "Sent: {number}  {addressee}")
_UNLINKED = Text(
    "尚未关联申请：是申请的，登记申请之后用 disclosure mail link {number} 登记编号；"
    "不是的，用 disclosure mail settle {number} --as 处理意见。",
    "It is linked to no request. If it is one, log it and use disclosure mail link {number} "
    "NUMBER; if not, disclosure mail settle {number} --as WHAT.",
)
_COURIER = Text(
    "注意：邮寄送达只能交由邮政企业寄递，快递公司投递不合规定（{article}）；请改用邮政另行寄送。",
    "Mind: service by post is lawful by the postal enterprise alone, not by a private courier "
    "({article}); send it again by post.",
)
_LINKED = Text("已关联：{number} — {request}", "Linked: {number} — {request}")
_SETTLED = Text("已登记处理意见：{number}", "Settled: {number}")
_DELIVERED = Text("已登记送达：{number}　{on}", "Delivered: {number}  {on}")
_RETURNED = Text(
    "已登记退回：{number}　{on}；请查明原因，另行送达。",
    "Returned: {number}  {on}; find out why, and serve it in another way.",
)


@app.command("in", help="登记一封收到的信；是申请的，应当同时登记申请并关联。")
def come_in(
    ctx: typer.Context,
    sender: Annotated[str, typer.Option("--from", help="来信人或者来文单位。")],
    received: Annotated[date | None, day_option("--received", "收到日期；不写则为今天。")] = None,
    way: Annotated[
        str,
        typer.Option(
            "--way",
            help="方式：邮政特快专递（EMS）、挂号信、平信、当面递交、公文交换、快递公司、传真、电子邮件、网上。",
        ),
    ] = "",
    matter: Annotated[str, typer.Option("--matter", help="事由。")] = "",
    reference: Annotated[str, typer.Option("--reference", help="来文字号。")] = "",
    letter_date: Annotated[date | None, day_option("--dated", "信上的落款日期。")] = None,
    postmark: Annotated[date | None, day_option("--postmark", "邮戳日期。")] = None,
    tracking: Annotated[str, typer.Option("--tracking", help="邮件号。")] = "",
    signed_by: Annotated[str, typer.Option("--signed-by", help="签收人；不写则为本人。")] = "",
    addressed_to: Annotated[
        str, typer.Option("--to", help="信封上写的收件单位或者个人，如不是工作机构。")
    ] = "",
    request: RequestOption = "",
    settlement: Annotated[str, typer.Option("--as", help="处理意见：不是申请的，写明。")] = "",
    note: NoteOption = "",
    key: KeyOption = "",
) -> None:
    """Enter a letter that came."""
    with opened_desk(ctx) as desk:
        on = received or desk.today
        mail = IncomingMail(
            year=on.year,
            serial=0,
            received_on=on,
            sender=filled(sender, "--from", desk.lang),
            reference=reference.strip(),
            letter_date=letter_date,
            postmark_on=postmark,
            way=coded(way, "--way", desk.lang, by_code_or_name, "mail_in_ways"),
            tracking_number=tracking.strip(),
            signed_by=signed_by.strip() or desk.actor,
            addressed_to=addressed_to.strip(),
            matter=matter.strip(),
            request_number=request.strip(),
            settlement=settlement.strip(),
            note=note.strip(),
        )
        with desk.office.work() as uow:
            row = enter_incoming(mail, uow, by(desk, key))
        number = mail_number(row)
        typer.echo(_CAME.say(desk.lang, number=number, sender=row.sender))
        if not (row.request_number or row.settlement):
            typer.echo(_UNLINKED.say(desk.lang, number=f"收{row.year}-{row.serial}"), err=True)


@app.command("out", help="登记一封发出的信；邮寄送达应当交由邮政企业。")
def go_out(
    ctx: typer.Context,
    addressee: Annotated[str, typer.Option("--to", help="收件人。")],
    way: Annotated[
        str,
        typer.Option(
            "--way",
            help="方式：邮政特快专递（EMS）、挂号信、平信、直接送达、公文交换、电子送达、快递公司。",
        ),
    ],
    posted: Annotated[date | None, day_option("--posted", "发出日期；不写则为今天。")] = None,
    letter: Annotated[str, typer.Option("--letter", help="文号。")] = "",
    address: Annotated[str, typer.Option("--address", help="地址。")] = "",
    carrier: Annotated[str, typer.Option("--carrier", help="承运单位。")] = "",
    tracking: Annotated[str, typer.Option("--tracking", help="邮件号。")] = "",
    matter: Annotated[str, typer.Option("--matter", help="事由。")] = "",
    request: RequestOption = "",
    note: NoteOption = "",
    key: KeyOption = "",
) -> None:
    """Enter a letter that went."""
    with opened_desk(ctx) as desk:
        on = posted or desk.today
        mail = OutgoingMail(
            year=on.year,
            serial=0,
            posted_on=on,
            addressee=filled(addressee, "--to", desk.lang),
            address=address.strip(),
            letter_number=letter.strip(),
            matter=matter.strip(),
            way=by_code_or_name("mail_out_ways", way, "--way", desk.lang),
            carrier=carrier.strip(),
            tracking_number=tracking.strip(),
            request_number=request.strip(),
            note=note.strip(),
        )
        with desk.office.work() as uow:
            row = enter_outgoing(mail, uow, by(desk, key))
        typer.echo(_WENT.say(desk.lang, number=mail_number(row), addressee=row.addressee))
        if row.way == COURIER:
            article = BY_POST_ONLY.short if desk.lang == "zh" else BY_POST_ONLY.english
            typer.echo(_COURIER.say(desk.lang, article=article), err=True)


@app.command("link", help="把一封信关联到一件申请。")
def link_command(
    ctx: typer.Context,
    reference: MailArgument,
    request: Annotated[str, typer.Argument(help="登记编号。", metavar="编号")],
    key: KeyOption = "",
) -> None:
    """Link a letter to its request."""
    with opened_desk(ctx) as desk:
        with desk.office.work() as uow:
            link(reference, request.strip(), uow, by(desk, key))
        typer.echo(_LINKED.say(desk.lang, number=reference, request=request.strip()))


@app.command("settle", help="登记处理意见：收到的信不是申请的，写明是什么、怎样处理。")
def settle_command(
    ctx: typer.Context,
    reference: MailArgument,
    settlement: Annotated[str, typer.Option("--as", help="处理意见。")],
    key: KeyOption = "",
) -> None:
    """Say what a letter was that is no request."""
    with opened_desk(ctx) as desk:
        with desk.office.work() as uow:
            settle(reference, settlement, uow, by(desk, key))
        _say(_SETTLED, desk, reference)


@app.command("delivered", help="登记一封发出的信已经送达，由谁签收。")
def delivered_command(
    ctx: typer.Context,
    reference: MailArgument,
    on: Annotated[date | None, day_option("--on", "送达日期；不写则为今天。")] = None,
    signed_by: Annotated[str, typer.Option("--signed-by", help="签收人。")] = "",
    key: KeyOption = "",
) -> None:
    """Record that a letter got there."""
    with opened_desk(ctx) as desk:
        day = on or desk.today
        with desk.office.work() as uow:
            delivered(reference, day, signed_by.strip(), uow, by(desk, key))
        _say(_DELIVERED, desk, reference, on=day)


@app.command("returned", help="登记一封发出的信被退回及其原因。")
def returned_command(
    ctx: typer.Context,
    reference: MailArgument,
    why: Annotated[str, typer.Option("--why", help="退回原因，如 查无此人、拒收、逾期未领。")],
    on: Annotated[date | None, day_option("--on", "退回日期；不写则为今天。")] = None,
    key: KeyOption = "",
) -> None:
    """Record that a letter came back."""
    with opened_desk(ctx) as desk:
        day = on or desk.today
        with desk.office.work() as uow:
            returned(reference, day, filled(why, "--why", desk.lang), uow, by(desk, key))
        _say(_RETURNED, desk, reference, on=day)


def _say(text: Text, desk: Desk, reference: str, **facts: object) -> None:
    typer.echo(text.say(desk.lang, number=reference, **facts))
