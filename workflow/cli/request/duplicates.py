"""Requests that look alike, and what is decided about them: merged, linked, kept apart."""

from datetime import date
from typing import Annotated

import typer

from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.asking import say_and_ask
from workflow.cli.request.likeness_pages import likeness_page, plain_likeness
from workflow.cli.request.options import JsonOption, KeyOption, NumberArgument, filled
from workflow.cli.request.telling import tell
from workflow.cli.values import day_option
from workflow.i18n import Text
from workflow.services.relating import (
    KeepApart,
    LinkRequests,
    MergeRequest,
    keep_apart,
    link,
    merge,
)
from workflow.services.similar import Asked, asked_of, similar_to
from workflow.wording.effects import effect_of

app = command_group("重复的申请：比对、关联、合并、分别办理。")

YesOption = Annotated[bool, typer.Option("--yes", "-y", help="不再询问，直接办理。")]
OtherArgument = Annotated[str, typer.Argument(help="另一件的登记编号。", metavar="另一件")]
ReasonOption = Annotated[str, typer.Option("--reason", help="理由。")]
VersionOption = Annotated[int, typer.Option("--version", help="所见版本；不写则不核对。")]

_MERGED = Text("已合并：{number} 并入 {other}", "Merged: {number} into {other}")
_LINKED = Text("已关联：{number} 与 {other}", "Linked: {number} and {other}")
_APART = Text("已记明分别办理：{number} 与 {other}", "Kept apart: {number} and {other}")
_ONE_OF_TWO = Text(
    "请写明登记编号，或者用 --content 写明内容，两者取其一。",
    "Give either a number or --content.",
)


@app.command("similar", help="查找相似的申请：同一申请人的、内容相近的，不限收到方式。")
def similar(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(help="登记编号。", metavar="[编号]")] = "",
    content: Annotated[str, typer.Option("--content", help="没有登记的，写明内容。")] = "",
    applicant: Annotated[str, typer.Option("--applicant", help="申请人。")] = "",
    contact: Annotated[str, typer.Option("--contact", help="联系方式。")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="最多列出多少件。")] = 10,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the requests that look like one on record, or like one that is not yet."""
    with opened_desk(ctx) as desk:
        if bool(number) == bool(content.strip()):
            raise typer.BadParameter(_ONE_OF_TWO.say(desk.lang))
        with desk.office.read() as view:
            asked = (
                asked_of(view, number)
                if number
                else Asked(content=content, applicant=applicant, contacts=(contact,))
            )
            found = similar_to(view, asked, limit=limit)
        if as_json:
            print_json({"of_applicant": found.of_applicant, "similar": plain_likeness(found)})
        else:
            console().print(likeness_page(found, desk.lang))


@app.command("merge", help="并入另一件：同一申请人就同一事项重复提出的，由先收到的一件一并答复。")
def merge_command(
    ctx: typer.Context,
    number: NumberArgument,
    into: Annotated[str, typer.Option("--into", help="并入哪一件（登记编号）。")],
    reason: ReasonOption,
    on: Annotated[date | None, day_option("--on", "合并日期；不写则为今天。")] = None,
    acknowledge: Annotated[
        list[str] | None,
        typer.Option("--acknowledge", help="确认照实登记的事项（代码）。"),
    ] = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Merge a request into another, once its effect was said and confirmed."""
    with opened_desk(ctx) as desk:
        command = MergeRequest(
            number=number,
            into=into,
            reason=filled(reason, "--reason", desk.lang),
            actor=desk.actor,
            role=desk.role,
            on=on,
            acknowledged=tuple(acknowledge or ()),
            expected_version=None if version < 0 else version,
            idempotency_key=key or None,
        )
        effects = [effect_of("merge", desk.lang, number=number, other=into)]
        with desk.office.read() as view:
            received_on = view.requests.find(number).received_on
        if received_on is not None and received_on.year < desk.today.year:
            effects.append(
                effect_of("reported_year", desk.lang, number=number, year=received_on.year)
            )
        say_and_ask(effects, desk.lang, yes=yes, quiet=as_json)
        with desk.office.work() as uow:
            merge(command, uow, at=desk.now, calendar=desk.office.calendar)
        words = _MERGED.say(desk.lang, number=number, other=into)
        tell(desk, number, words, as_json=as_json, more={"effects": effects})


@app.command("link", help="与另一件关联：互相可见，各自办理。")
def link_command(
    ctx: typer.Context,
    number: NumberArgument,
    other: OtherArgument,
    reason: ReasonOption,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Link two requests."""
    with opened_desk(ctx) as desk:
        command = LinkRequests(
            number=number,
            other=other,
            reason=filled(reason, "--reason", desk.lang),
            actor=desk.actor,
            role=desk.role,
            expected_version=None if version < 0 else version,
            idempotency_key=key or None,
        )
        effects = [effect_of("link", desk.lang, number=number, other=other)]
        say_and_ask(effects, desk.lang, yes=yes, quiet=as_json)
        with desk.office.work() as uow:
            link(command, uow, at=desk.now, calendar=desk.office.calendar)
        words = _LINKED.say(desk.lang, number=number, other=other)
        tell(desk, number, words, as_json=as_json, more={"effects": effects})


@app.command("keep-apart", help="记明与另一件不是同一事项，分别办理。")
def keep_apart_command(
    ctx: typer.Context,
    number: NumberArgument,
    other: OtherArgument,
    reason: ReasonOption,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Write down that two requests are not the same matter."""
    with opened_desk(ctx) as desk:
        command = KeepApart(
            number=number,
            other=other,
            reason=filled(reason, "--reason", desk.lang),
            actor=desk.actor,
            role=desk.role,
            expected_version=None if version < 0 else version,
            idempotency_key=key or None,
        )
        effects = [effect_of("keep_apart", desk.lang, number=number, other=other)]
        say_and_ask(effects, desk.lang, yes=yes, quiet=as_json)
        with desk.office.work() as uow:
            keep_apart(command, uow, at=desk.now, calendar=desk.office.calendar)
        words = _APART.say(desk.lang, number=number, other=other)
        tell(desk, number, words, as_json=as_json, more={"effects": effects})
