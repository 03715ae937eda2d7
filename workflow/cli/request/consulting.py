"""Consultations from the terminal: sent, delivered, answered, judged, told, and how they stand."""

from typing import Annotated

import typer

from states.statute.opinions import Addressee
from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.handling_pages import consultations_table
from workflow.cli.request.options import (
    JsonOption,
    KeyOption,
    NumberArgument,
    OnOption,
    SentByOption,
    TrackingOption,
    VersionOption,
    filled,
    opinion_named,
    taker,
)
from workflow.cli.request.performing import perform
from workflow.cli.values import by_code_or_name
from workflow.i18n import Lang, Text
from workflow.records.beside import ConsultationLetter, Delivered, OpinionGiven, ThirdPartyTold
from workflow.services.handling.consulting import (
    Consult,
    DeliverConsultation,
    JudgeObjection,
    ReceiveOpinion,
    TellThirdParty,
    consult,
    deliver,
    judge_objection,
    receive_opinion,
    tell_third_party,
)
from workflow.services.handling.overview import handling_of

app = command_group("征求意见。")

RefArgument = Annotated[
    str, typer.Argument(help="征求意见的编号；只有一次可选时不必写。", metavar="征求编号")
]
ToOption = Annotated[
    str, typer.Option("--to", help="对象：第三方、共同制作机关、其他机关；编号相同时写明。")
]

_NONE = Text("没有征求过意见。", "Nobody was consulted.")


@app.command("consult", help="发出征求意见书：可以同时向几方征求。")
def consult_command(
    ctx: typer.Context,
    number: NumberArgument,
    to: Annotated[str, typer.Option("--to", help="对象：第三方、共同制作机关、其他机关。")],
    addressee: Annotated[str, typer.Option("--addressee", help="征求谁的意见：姓名或者名称。")],
    items: Annotated[
        list[str] | None, typer.Option("--item", help="涉及的政府信息；可以写几项。")
    ] = None,
    question: Annotated[str, typer.Option("--question", help="征求什么意见。")] = "",
    contact: Annotated[str, typer.Option("--contact", help="对方联系方式。")] = "",
    ref: Annotated[str, typer.Option("--ref", help="编号；不写则自动编号。")] = "",
    sent_by: SentByOption = "",
    tracking: TrackingOption = "",
    on: OnOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Send a letter of consultation."""
    with opened_desk(ctx) as desk:
        command = Consult(
            **taker(desk, number, on, None, version, key),
            to=_addressee(to, desk.lang),
            ref=ref,
            letter=ConsultationLetter(
                addressee=filled(addressee, "--addressee", desk.lang),
                contact=contact,
                items=tuple(items or ()),
                question=question,
                sent_by=sent_by,
                tracking=tracking,
            ),
        )
        perform(desk, consult, command, as_json=as_json)


@app.command("consult-delivered", help="登记征求意见书送达：法定期限自送达之日的次日起算。")
def delivered(
    ctx: typer.Context,
    number: NumberArgument,
    ref: RefArgument = "",
    to: ToOption = "",
    proof: Annotated[str, typer.Option("--proof", help="送达凭证，如妥投记录、签收单。")] = "",
    on: OnOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Record the delivery of a letter of consultation."""
    with opened_desk(ctx) as desk:
        command = DeliverConsultation(
            **taker(desk, number, on, None, version, key),
            ref=ref,
            to=_any_addressee(to, desk.lang),
            delivered=Delivered(proof=proof),
        )
        perform(desk, deliver, command, as_json=as_json)


@app.command("consult-answered", help="登记收到的意见：同意、部分同意或者不同意公开，以及理由。")
def answered(
    ctx: typer.Context,
    number: NumberArgument,
    opinion: Annotated[str, typer.Option("--opinion", help="意见：同意、部分同意、不同意。")],
    ref: RefArgument = "",
    to: ToOption = "",
    reasons: Annotated[str, typer.Option("--reasons", help="对方所提的理由。")] = "",
    reasonable: Annotated[
        bool | None,
        typer.Option("--reasonable/--unreasonable", help="理由合理，或者不合理；可以以后再认定。"),
    ] = None,
    judgement: Annotated[str, typer.Option("--judgement", help="这样认定的理由。")] = "",
    on: OnOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Record an opinion, with its reasons and what the office makes of them."""
    with opened_desk(ctx) as desk:
        command = ReceiveOpinion(
            **taker(desk, number, on, None, version, key),
            ref=ref,
            to=_any_addressee(to, desk.lang),
            opinion=opinion_named(opinion, desk.lang),
            given=OpinionGiven(reasons=reasons, reasonable=reasonable, judgement=judgement),
        )
        perform(desk, receive_opinion, command, as_json=as_json)


@app.command("consult-judge", help="认定第三方不同意公开的理由是否合理；原记录撤销后重新登记。")
def judge(
    ctx: typer.Context,
    number: NumberArgument,
    judgement: Annotated[str, typer.Option("--judgement", help="这样认定的理由。")],
    ref: RefArgument = "",
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    reasonable: Annotated[
        bool, typer.Option("--reasonable/--unreasonable", help="理由合理，或者不合理。")
    ],
    as_json: JsonOption = False,
) -> None:
    """Judge the grounds of a third party's objection."""
    with opened_desk(ctx) as desk:
        command = JudgeObjection(
            **taker(desk, number, None, None, version, key),
            ref=ref,
            reasonable=reasonable,
            judgement=filled(judgement, "--judgement", desk.lang),
        )
        perform(desk, judge_objection, command, as_json=as_json)


@app.command("consult-told", help="登记已将决定公开的内容和理由书面告知提出异议的第三方。")
def told(
    ctx: typer.Context,
    number: NumberArgument,
    disclosed: Annotated[str, typer.Option("--disclosed", help="决定公开的政府信息内容。")],
    reason: Annotated[str, typer.Option("--reason", help="决定公开的理由。")],
    ref: RefArgument = "",
    sent_by: SentByOption = "",
    tracking: TrackingOption = "",
    on: OnOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Record that a third party was told of disclosure despite its objection."""
    with opened_desk(ctx) as desk:
        command = TellThirdParty(
            **taker(desk, number, on, None, version, key),
            ref=ref,
            notice=ThirdPartyTold(
                disclosed=filled(disclosed, "--disclosed", desk.lang),
                reason=filled(reason, "--reason", desk.lang),
                sent_by=sent_by,
                tracking=tracking,
            ),
        )
        perform(desk, tell_third_party, command, as_json=as_json)


@app.command("consultations", help="征求意见的情况：到哪一天、已扣除几天、逾期不答复的后果。")
def consultations_command(
    ctx: typer.Context,
    number: NumberArgument,
    *,
    as_json: JsonOption = False,
) -> None:
    """List where the consultations of a request stand."""
    with opened_desk(ctx) as desk, desk.office.read() as view:
        case = view.requests.case(number)
        found = handling_of(view, number, case, today=desk.today, calendar=desk.office.calendar)
        if as_json:
            print_json(found.as_plain()["consultations"])
        elif found.consultations:
            console().print(consultations_table(found.consultations, desk.lang))
        else:
            typer.echo(_NONE.say(desk.lang))


def _addressee(words: str, lang: Lang) -> Addressee:
    return Addressee(by_code_or_name("consulted", words, "--to", lang))


def _any_addressee(words: str, lang: Lang) -> Addressee | None:
    return _addressee(words, lang) if words else None
