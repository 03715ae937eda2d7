"""Logging a request: what came, by whom, and whether it came before."""

from datetime import date
from typing import Annotated

import typer

from workflow.cli.desk import opened_desk
from workflow.cli.help import command_group
from workflow.cli.request.deciding import (
    decision_named,
    likeness_before,
    plain_lacks,
    say_lacks,
    show_likeness,
)
from workflow.cli.request.likeness_pages import plain_likeness
from workflow.cli.request.options import (
    JsonOption,
    KeyOption,
    channel_named,
    code_named,
    codes_named,
)
from workflow.cli.request.telling import tell
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Text
from workflow.services.intake_form import RequestForm
from workflow.services.likeness import log_and_decide

app = command_group("登记申请。")

_LOGGED = Text("已登记：{number}", "Registered: {number}")


@app.command(
    "log",
    help="登记一件申请。未写日期的，视为今天提交。先列出相似的申请，在终端上询问是否仍要登记。",
)
def log(
    ctx: typer.Context,
    applicant: Annotated[str, typer.Option("--applicant", help="申请人姓名或名称。")],
    content: Annotated[str, typer.Option("--content", help="所需政府信息的内容描述。")] = "",
    channel: Annotated[
        str, typer.Option("--channel", help="收到方式：当面、信函、平信、网上、传真、电子邮件。")
    ] = "当面",
    kind: Annotated[
        str, typer.Option("--kind", help="申请人类别，如 自然人、商业企业。")
    ] = "自然人",
    id_kind: Annotated[
        str, typer.Option("--id-kind", help="证件种类，如 居民身份证、统一社会信用代码。")
    ] = "",
    id_number: Annotated[str, typer.Option("--id-number", help="证件号码；列出时遮盖。")] = "",
    contact: Annotated[str, typer.Option("--contact", help="联系方式。")] = "",
    contact_person: Annotated[str, typer.Option("--contact-person", help="单位的联系人。")] = "",
    phone: Annotated[str, typer.Option("--phone", help="联系电话。")] = "",
    email: Annotated[str, typer.Option("--email", help="电子邮箱。")] = "",
    address: Annotated[str, typer.Option("--address", help="通信地址。")] = "",
    postcode: Annotated[str, typer.Option("--postcode", help="邮政编码。")] = "",
    form: Annotated[
        str, typer.Option("--form", help="获取形式：纸质、电子、查阅、抄录、其他形式。")
    ] = "",
    way: Annotated[
        str, typer.Option("--way", help="获取途径：邮寄、当面领取、网上获取、电子邮件、传真。")
    ] = "",
    help_needed: Annotated[
        list[str] | None,
        typer.Option("--help-needed", help="需要的帮助：阅读困难、视觉障碍、听觉障碍。"),
    ] = None,
    purpose: Annotated[
        str, typer.Option("--purpose", help="用途（2007年条例）：生产、生活、科研。")
    ] = "",
    taken_down_by: Annotated[
        str, typer.Option("--taken-down-by", help="口头申请由谁代为填写；不写则为经办人。")
    ] = "",
    officer: Annotated[str, typer.Option("--officer", help="经办人。")] = "",
    note: Annotated[str, typer.Option("--note", help="备注。")] = "",
    number: Annotated[str, typer.Option("--number", help="登记编号；不写则自动编号。")] = "",
    submitted: Annotated[date | None, day_option("--submitted", "提交日期。")] = None,
    arrived: Annotated[date | None, day_option("--arrived", "平信到达日期。")] = None,
    signed: Annotated[date | None, day_option("--signed", "签收日期。")] = None,
    confirmed: Annotated[date | None, day_option("--confirmed", "与申请人确认的日期。")] = None,
    received: Annotated[date | None, day_option("--received", "已经确定的收到日期。")] = None,
    merge_into: Annotated[
        str, typer.Option("--merge-into", help="登记后并入这一件。", metavar="编号")
    ] = "",
    link_to: Annotated[
        str, typer.Option("--link", help="登记后与这一件关联。", metavar="编号")
    ] = "",
    apart_from: Annotated[
        str, typer.Option("--keep-apart", help="登记后记明与这一件分别办理。", metavar="编号")
    ] = "",
    reason: Annotated[str, typer.Option("--reason", help="合并、关联或者分别办理的理由。")] = "",
    key: KeyOption = "",
    *,
    oral: Annotated[
        bool, typer.Option("--oral", help="口头申请，由工作机构代为填写（书面确有困难的）。")
    ] = False,
    undescribed: Annotated[
        bool, typer.Option("--undescribed", help="申请人没有写明内容；登记后告知补正。")
    ] = False,
    fee_waiver: Annotated[
        bool, typer.Option("--fee-waiver", help="申请减免费用（2007年条例第二十八条）。")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="有相似的申请也不再询问。")] = False,
    as_json: JsonOption = False,
) -> None:
    """Log a request, and say its number and its due date, what it is like and what it lacks."""
    with opened_desk(ctx) as desk:
        lang = desk.lang
        fields: dict[str, object] = {
            "channel": channel_named(channel, lang),
            "applicant": applicant,
            "applicant_kind": by_code_or_name("applicants", kind, "--kind", lang),
            "described": not undescribed,
            "content": content,
            "oral": oral,
            "taken_down_by": taken_down_by,
            "identity_kind": code_named("identity_kinds", id_kind, "--id-kind", lang),
            "identity_number": id_number,
            "contact": contact,
            "contact_person": contact_person,
            "address": address,
            "postcode": postcode,
            "phone": phone,
            "email": email,
            "provision_form": code_named("provision_forms", form, "--form", lang),
            "provision_way": code_named("provision_ways", way, "--way", lang),
            "fee_waiver": fee_waiver,
            "help_needed": codes_named("help_needed", help_needed, "--help-needed", lang),
            "purpose": code_named("purposes", purpose, "--purpose", lang),
            "case_officer": officer,
            "note": note,
            "number": number,
            "submitted_on": submitted,
            "arrived_on": arrived,
            "signed_on": signed,
            "confirmed_on": confirmed,
            "received_on": received,
        }
        filled_in = RequestForm.filled_in(fields, today=desk.today, practice=desk.office.practice)
        command = filled_in.command(actor=desk.actor, role=desk.role, key=key)
        decision = decision_named(merge_into, link_to, apart_from, reason, lang)
        found = likeness_before(desk, command)
        if not as_json:
            show_likeness(desk, found, decision, yes=yes)
        with desk.office.work() as uow:
            given = log_and_decide(
                command, decision, uow, at=desk.now, calendar=desk.office.calendar
            )
        more = {"similar": plain_likeness(found), "lacking": plain_lacks(desk, given)}
        tell(desk, given, _LOGGED.say(lang, number=given), as_json=as_json, more=more)
        if not as_json:
            say_lacks(desk, given)
