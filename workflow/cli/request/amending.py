"""Putting a registration right."""

from dataclasses import asdict
from typing import Annotated

import typer

from workflow.cli.desk import opened_desk
from workflow.cli.help import command_group
from workflow.cli.request.duplicates import VersionOption
from workflow.cli.request.options import (
    JsonOption,
    KeyOption,
    NumberArgument,
    channel_named,
    code_named,
    filled,
)
from workflow.cli.request.pages import misfit_lines
from workflow.cli.request.telling import tell
from workflow.i18n import Text
from workflow.services.registering import (
    AmendRegistration,
    amend_registration,
    amendment_of,
)

app = command_group("更正登记的内容。")

_AMENDED = Text("已更正登记内容：{number}", "Put right: {number}")
_UNFIT = Text(
    "更正之后，下列记录不再符合规定，请核对：",
    "With that these records no longer fit; look at them:",
)


@app.command("amend", help="更正登记的内容（须写明理由）；原来的内容留在经过里，编号不变。")
def amend(
    ctx: typer.Context,
    number: NumberArgument,
    reason: Annotated[str, typer.Option("--reason", help="更正理由。")],
    applicant: Annotated[str | None, typer.Option("--applicant", help="申请人。")] = None,
    kind: Annotated[str, typer.Option("--kind", help="申请人类别。")] = "",
    content: Annotated[str | None, typer.Option("--content", help="内容描述。")] = None,
    channel: Annotated[str, typer.Option("--channel", help="收到方式。")] = "",
    id_kind: Annotated[str, typer.Option("--id-kind", help="证件种类。")] = "",
    id_number: Annotated[str | None, typer.Option("--id-number", help="证件号码。")] = None,
    contact: Annotated[str | None, typer.Option("--contact", help="联系方式。")] = None,
    contact_person: Annotated[
        str | None, typer.Option("--contact-person", help="单位的联系人。")
    ] = None,
    phone: Annotated[str | None, typer.Option("--phone", help="联系电话。")] = None,
    email: Annotated[str | None, typer.Option("--email", help="电子邮箱。")] = None,
    address: Annotated[str | None, typer.Option("--address", help="通信地址。")] = None,
    postcode: Annotated[str | None, typer.Option("--postcode", help="邮政编码。")] = None,
    form: Annotated[str, typer.Option("--form", help="获取形式。")] = "",
    way: Annotated[str, typer.Option("--way", help="获取途径。")] = "",
    note: Annotated[str | None, typer.Option("--note", help="备注。")] = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    oral: Annotated[
        bool | None, typer.Option("--oral/--written", help="口头申请，或者书面申请。")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Put a registration right, and list what no longer fits with it."""
    with opened_desk(ctx) as desk:
        lang = desk.lang
        given: dict[str, object | None] = {
            "applicant": applicant,
            "applicant_kind": code_named("applicants", kind, "--kind", lang),
            "content": content,
            "channel": channel_named(channel, lang) if channel else None,
            "identity_kind": code_named("identity_kinds", id_kind, "--id-kind", lang),
            "identity_number": id_number,
            "contact": contact,
            "contact_person": contact_person,
            "phone": phone,
            "email": email,
            "address": address,
            "postcode": postcode,
            "provision_form": code_named("provision_forms", form, "--form", lang),
            "provision_way": code_named("provision_ways", way, "--way", lang),
            "note": note,
            "oral": oral,
        }
        changed = {name: value for name, value in given.items() if value is not None}
        with desk.office.work() as uow:
            changes, beside = amendment_of(uow, number, changed)
            command = AmendRegistration(
                number=number,
                reason=filled(reason, "--reason", lang),
                actor=desk.actor,
                role=desk.role,
                changes=changes,
                beside=beside,
                expected_version=None if version < 0 else version,
                idempotency_key=key or None,
            )
            unfit = amend_registration(command, uow, at=desk.now, calendar=desk.office.calendar)
        more = {"unfit": [asdict(one) for one in unfit]}
        tell(desk, number, _AMENDED.say(lang, number=number), as_json=as_json, more=more)
        if unfit and not as_json:
            typer.echo(_UNFIT.say(lang))
            for line in misfit_lines(unfit, lang):
                typer.echo(line)
