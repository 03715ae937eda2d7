"""`disclosure publication`: what the office publishes of its own accord."""

from dataclasses import replace
from datetime import date
from typing import Annotated

import typer
from rich.text import Text as RichText

from states.terms import label
from workflow.cli.desk import Desk, opened_desk
from workflow.cli.help import command_group
from workflow.cli.register.changes import codes_of
from workflow.cli.register.options import (
    IdArgument,
    NoteOption,
    OfficerOption,
    by,
    filled,
)
from workflow.cli.register.pages import due_cell, plain_due
from workflow.cli.register.publication_lists import publication_due_of
from workflow.cli.register.shared import add_shared_commands
from workflow.cli.request.options import KeyOption
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Lang, Text
from workflow.records.office_settings import INDEX_LENGTH
from workflow.records.register_facts import (
    Publication,
)
from workflow.records.tables.registers import PublicationRow
from workflow.services.offices import settings_of
from workflow.services.registers.books import PUBLICATIONS
from workflow.services.registers.publishing import (
    Review,
    ReviewDecision,
    amend_publication,
    deadline_of,
    enter_publication,
    publish,
    review,
)
from workflow.wording.clocks import CLOCKS

app = command_group("主动公开：登记、保密审查、公开，待公开和逾期清单。")

ChannelsOption = Annotated[
    str, typer.Option("--channels", help="公开渠道，几个用、隔开，如 政府网站、政务公开栏。")
]

_ADDED = Text("已登记主动公开 {row_id}：{title}", "Publication {row_id} is entered: {title}")
_INDEX = Text("索引号：{index_number}", "Index number: {index_number}")
_NO_INDEX = Text(
    "没有索引号：用 disclosure office set 机构代码=… 设定之后自动拟定，或用 amend 填写。",
    "There is no index number: it is proposed once the office code is set (disclosure office set "
    "office_code=…), or fill it in with amend.",
)
_ODD_INDEX = Text(
    "索引号“{index_number}”不是 {length} 位，请核对机构代码和类别代码。",
    "The index number “{index_number}” has not {length} characters; check the codes.",
)
_DUE_BY = Text("应当在 {due} 以前公开", "It is to be published by {due}")
_REVIEWED = Text("已登记保密审查：{title}　{decision}", "Reviewed: {title}  {decision}")
_PUBLISHED = Text("已登记公开：{title}　{on}", "Published: {title}  {on}")
_LATE = Text(
    "逾期 {n} 个工作日（应于 {due} 以前公开）", "{n} working day(s) late (it was due by {due})"
)
_NO_CATEGORY = Text(
    "--category：没有“{category}”这一类；可选：{known}。"
    "用 disclosure office set 公开类别.代码=名称 增加。",
    "--category: there is no “{category}” but: {known}. Add one with disclosure office set "
    "publication_categories.CODE=NAME.",
)


@app.command("add", help="登记一条应当主动公开的信息；尚未公开的，算出公开期限。")
def add(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(help="名称。", metavar="名称")],
    category: Annotated[str, typer.Option("--category", help="类别（见 categories）。")] = "",
    formed: Annotated[
        date | None, day_option("--formed", "信息形成或者变更的日期；不写则为今天。")
    ] = None,
    index_number: Annotated[str, typer.Option("--index", help="索引号；不写则自动拟定。")] = "",
    document_number: Annotated[str, typer.Option("--document", help="文号。")] = "",
    summary: Annotated[str, typer.Option("--summary", help="内容概述，写入公开目录。")] = "",
    channels: ChannelsOption = "",
    published: Annotated[
        date | None, day_option("--published", "公开日期（须已通过保密审查）；不写则为待公开。")
    ] = None,
    reviewer: Annotated[str, typer.Option("--reviewer", help="保密审查人（已审查的）。")] = "",
    basis: Annotated[str, typer.Option("--basis", help="保密审查的依据（已审查的）。")] = "",
    officer: OfficerOption = "",
    note: NoteOption = "",
    key: KeyOption = "",
    *,
    normative: Annotated[bool, typer.Option("--normative", help="是规范性文件。")] = False,
) -> None:
    """Enter something formed, and say by when it is to be published."""
    with opened_desk(ctx) as desk:
        facts = Publication(
            title=filled(title, "名称", desk.lang),
            category=_category(category, desk),
            formed_on=formed or published or desk.today,
            published_on=published,
            channels=codes_of("publication_channels", channels, "--channels", desk.lang),
            index_number=index_number.strip(),
            document_number=document_number.strip(),
            summary=summary.strip(),
            normative=normative,
            officer=officer.strip(),
            note=note.strip(),
        )
        if reviewer.strip():
            facts = replace(
                facts,
                review=ReviewDecision.PASSED.value,
                reviewed_by=reviewer.strip(),
                reviewed_on=published or desk.today,
                review_basis=filled(basis, "--basis", desk.lang),
            )
        with desk.office.work() as uow:
            row_id = enter_publication(facts, uow, by(desk, key))
            row = uow.publications.find(row_id)
        typer.echo(_ADDED.say(desk.lang, row_id=row_id, title=row.title))
        _tell_index(row, desk.lang)
        _tell_due(row, desk)


@app.command("review", help="登记保密审查的结论和依据；经办人不能审查自己经办的信息。")
def review_command(
    ctx: typer.Context,
    row_id: IdArgument,
    basis: Annotated[str, typer.Option("--basis", help="审查依据。")],
    decision: Annotated[
        str, typer.Option("--decision", help="结论：可以公开、区分处理后公开、不予公开。")
    ] = "可以公开",
    reviewer: Annotated[str, typer.Option("--reviewer", help="审查人；不写则为本人。")] = "",
    on: Annotated[date | None, day_option("--on", "审查日期；不写则为今天。")] = None,
    key: KeyOption = "",
) -> None:
    """Record a review, case by case."""
    with opened_desk(ctx) as desk:
        command = Review(
            row_id=row_id,
            decision=ReviewDecision(
                by_code_or_name("publication_reviews", decision, "--decision", desk.lang)
            ),
            basis=filled(basis, "--basis", desk.lang),
            reviewer=reviewer.strip() or desk.actor,
            reviewed_on=on or desk.today,
        )
        with desk.office.work() as uow:
            review(command, uow, by(desk, key))
            row = uow.publications.find(row_id)
        words = label("publication_reviews", row.review, desk.lang)
        typer.echo(_REVIEWED.say(desk.lang, title=row.title, decision=words))


@app.command("publish", help="登记已经公开；须先通过保密审查。")
def publish_command(
    ctx: typer.Context,
    row_id: IdArgument,
    channels: ChannelsOption = "",
    on: Annotated[date | None, day_option("--on", "公开日期；不写则为今天。")] = None,
    key: KeyOption = "",
) -> None:
    """Record that something was published."""
    with opened_desk(ctx) as desk:
        codes = codes_of("publication_channels", channels, "--channels", desk.lang)
        with desk.office.work() as uow:
            row = publish(row_id, on or desk.today, codes, uow, by(desk, key))
        typer.echo(_PUBLISHED.say(desk.lang, title=row.title, on=row.published_on))
        _tell_late(row, desk)


def _category(words: str, desk: Desk) -> str:
    """Return a category by its code or its name; one that is on no list is refused."""
    words = words.strip()
    if not words:
        return ""
    with desk.office.read() as view:
        known = settings_of(view).publication_categories
    name = known.get(words, words)
    if name not in known.values():
        names = "、".join(known.values())
        raise typer.BadParameter(_NO_CATEGORY.say(desk.lang, category=words, known=names))
    return name


def _tell_index(row: PublicationRow, lang: Lang) -> None:
    if not row.index_number:
        typer.echo(_NO_INDEX.say(lang))
        return
    typer.echo(_INDEX.say(lang, index_number=row.index_number))
    if len(row.index_number) != INDEX_LENGTH:
        words = _ODD_INDEX.say(lang, index_number=row.index_number, length=INDEX_LENGTH)
        typer.echo(words, err=True)


def _tell_due(row: PublicationRow, desk: Desk) -> None:
    if row.published_on is not None:
        _tell_late(row, desk)
        return
    found = deadline_of(row, desk.office.calendar, desk.office.practice)
    typer.echo(_DUE_BY.say(desk.lang, due=found.due))


def _tell_late(row: PublicationRow, desk: Desk) -> None:
    found = publication_due_of(row, desk)
    if found is not None and found.is_late:
        typer.echo(_LATE.say(desk.lang, n=-found.left, due=found.on), err=True)


def _due_rows(desk: Desk, row: PublicationRow) -> list[tuple[str, str | RichText]]:
    found = publication_due_of(row, desk)
    if found is None or (row.published_on is not None and not found.is_late):
        return []
    return [(CLOCKS[found.deadline.key].say(desk.lang), due_cell(found, desk.lang))]


def _plain(desk: Desk, row: PublicationRow) -> dict[str, object]:
    return plain_due(publication_due_of(row, desk))


add_shared_commands(app, PUBLICATIONS, more=_due_rows, plain=_plain, amend=amend_publication)
