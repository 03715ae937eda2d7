"""Drafting a reply: what is decided on each item, on what evidence, and putting it forward."""

from datetime import date
from typing import Annotated

import typer

from states.statute.decisions import Decision
from states.statute.grounds import Ground
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
from workflow.cli.values import by_code_or_name, day_option
from workflow.services.drafting.deciding import (
    DecideItem,
    WithdrawItem,
    decide_item,
    withdraw_item,
)
from workflow.services.drafting.evidence import (
    CiteEarlierReply,
    RecordSearch,
    cite_earlier_reply,
    record_search,
)
from workflow.services.drafting.reviewing import SubmitDraft, submit_draft

app = command_group("拟稿。")


@app.command("decide", help="对一项信息拟定处理意见；再写同一序号即为修改，审查和批准随之失效。")
def decide(
    ctx: typer.Context,
    number: NumberArgument,
    decision: Annotated[
        str,
        typer.Option("--decision", help="处理意见，如 予以公开、区分处理、不予公开、信息不存在。"),
    ],
    item: Annotated[str, typer.Option("--item", help="信息项序号；不写则为下一项。")] = "",
    title: Annotated[
        str, typer.Option("--title", help="信息名称；不写则沿用原名或者申请内容。")
    ] = "",
    ground: Annotated[
        str, typer.Option("--ground", help="不予公开的情形，如 国家秘密、商业秘密、过程稿。")
    ] = "",
    part: Annotated[str, typer.Option("--part", help="区分处理的，哪些内容不予公开。")] = "",
    reason: Annotated[str, typer.Option("--reason", help="理由。")] = "",
    where: Annotated[
        str,
        typer.Option("--where", help="获取的方式、途径和时间，有权的机关，或者办理的依据。"),
    ] = "",
    public_interest: Annotated[
        str,
        typer.Option("--public-interest", help="第三方不同意而仍予公开的理由，如公共利益。"),
    ] = "",
    consulted: Annotated[
        list[str] | None,
        typer.Option("--consulted", help="涉及这一项的征求意见编号，可写多次。"),
    ] = None,
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Decide on an item."""
    with opened_desk(ctx) as desk:
        chosen = by_code_or_name("decisions", decision, "--decision", desk.lang)
        named = by_code_or_name("grounds", ground, "--ground", desk.lang) if ground else ""
        command = DecideItem(
            **taker(desk, number, on, acknowledge, version, key),
            decision=Decision(chosen),
            item=item,
            title=title,
            ground=Ground(named) if named else None,
            part=part,
            reason=reason,
            where=where,
            public_interest=public_interest,
            consulted=tuple(consulted or ()),
        )
        take_and_tell(desk, decide_item, command, as_json=as_json)


@app.command("undecide", help="从清单上撤下一项信息。")
def undecide(
    ctx: typer.Context,
    number: NumberArgument,
    item: Annotated[str, typer.Option("--item", help="信息项序号。")],
    reason: Annotated[str, typer.Option("--reason", help="撤下的理由。")] = "",
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Take an item off the list."""
    with opened_desk(ctx) as desk:
        command = WithdrawItem(
            **taker(desk, number, on, acknowledge, version, key), item=item, reason=reason
        )
        take_and_tell(desk, withdraw_item, command, as_json=as_json)


@app.command("search-record", help="登记检索情况；答复信息不存在之前必须登记。")
def search_record(
    ctx: typer.Context,
    number: NumberArgument,
    where: Annotated[str, typer.Option("--where", help="检索范围，如 档案室、电子公文系统。")],
    keywords: Annotated[str, typer.Option("--keywords", help="检索用的关键词。")],
    searched_by: Annotated[str, typer.Option("--by", help="检索人；不写则为登记的人。")] = "",
    period: Annotated[str, typer.Option("--period", help="检索的年份或者时段。")] = "",
    result: Annotated[str, typer.Option("--result", help="检索结果的说明。")] = "",
    items: ItemsOption = None,
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    found: Annotated[bool, typer.Option("--found", help="检索到了相关信息。")] = False,
    as_json: JsonOption = False,
) -> None:
    """Write down a search."""
    with opened_desk(ctx) as desk:
        command = RecordSearch(
            **taker(desk, number, on, acknowledge, version, key),
            where=filled(where, "--where", desk.lang),
            keywords=filled(keywords, "--keywords", desk.lang),
            searched_by=searched_by,
            period=period,
            result=result,
            found=found,
            items=tuple(items or ()),
        )
        take_and_tell(desk, record_search, command, as_json=as_json)


@app.command("earlier-reply", help="引用此前的答复；按重复申请处理之前必须引用。")
def earlier_reply(
    ctx: typer.Context,
    number: NumberArgument,
    letter: Annotated[str, typer.Option("--letter", help="此前答复的文号。")],
    dated: Annotated[date, day_option("--dated", "此前答复的日期。")],
    items: ItemsOption = None,
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Cite the reply that was given before."""
    with opened_desk(ctx) as desk:
        command = CiteEarlierReply(
            **taker(desk, number, on, acknowledge, version, key),
            letter_number=filled(letter, "--letter", desk.lang),
            replied_on=dated,
            items=tuple(items or ()),
        )
        take_and_tell(desk, cite_earlier_reply, command, as_json=as_json)


@app.command("submit", help="送审：拟稿交保密审查和审批。")
def submit(
    ctx: typer.Context,
    number: NumberArgument,
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Put the draft forward."""
    with opened_desk(ctx) as desk:
        command = SubmitDraft(**taker(desk, number, on, acknowledge, version, key))
        take_and_tell(desk, submit_draft, command, as_json=as_json)
