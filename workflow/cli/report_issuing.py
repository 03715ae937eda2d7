"""`disclosure report freeze`, `publish`, `errata`, `list`: a report is issued, and stands."""

from typing import Annotated

import typer

from workflow.cli.app import ExitCode
from workflow.cli.desk import console, print_json
from workflow.cli.issue_pages import errata_page, plain_year, years_page
from workflow.cli.report_options import (
    FormOption,
    JsonOption,
    OfficeOption,
    RollUpOption,
    YearArgument,
    day,
    desk_of,
)
from workflow.i18n import Text
from workflow.reports.errata import erratum_shape
from workflow.services.freezing import (
    FreezeReport,
    PublishReport,
    freeze_report,
    publish_report,
    report_errata,
)
from workflow.services.report_drafts import report_years

_FROZEN = Text(
    "{year}年度报告已封存（第{turn}次），摘要 {digest}。",
    "The report of {year} is frozen (turn {turn}), digest {digest}.",
)
_OVERRIDDEN = Text(
    "有 {n} 处错误，由负责人决定照此封存，理由已写入报告。",
    "It has {n} error(s); the head of office had it issued, and the reason stands in it.",
)
_PUBLISHED = Text(
    "已登记：{year}年度报告于 {on} 公布。", "On record: the report of {year} was published on {on}."
)
_NO_ERRATA = Text(
    "{year}年度报告封存以后，没有数字因后来录入的事实而变化。",
    "Nothing entered since the freeze changes a figure of the report of {year}.",
)


def join(app: typer.Typer) -> None:
    """Add the commands to the group of reports."""
    app.command("freeze", help="封存已经结束的年度的报告：数字、清单和正文从此不变。")(freeze)
    app.command("publish", help="登记已封存的年度报告的公布日期和网址。")(publish)
    app.command("errata", help="列出封存以后录入的事实使哪些数字有变化。有变化时退出码为 3。")(
        errata
    )
    app.command("list", help="列出各年度报告：草稿、封存、公布和应当公布的日期。")(list_years)


def freeze(
    ctx: typer.Context,
    year: YearArgument,
    form: FormOption = "",
    override: Annotated[
        str, typer.Option("--override", metavar="理由", help="有错误仍然封存的理由；限负责人。")
    ] = "",
    supersede: Annotated[
        str, typer.Option("--supersede", metavar="理由", help="重新封存的理由；限负责人。")
    ] = "",
    office: OfficeOption = "",
    *,
    roll_up: RollUpOption = False,
) -> None:
    """Freeze the report of a year."""
    with desk_of(ctx, office) as desk:
        command = FreezeReport(
            year=year,
            actor=desk.actor,
            role=desk.role,
            form_key=form or None,
            roll_up=roll_up,
            override_reason=override,
            supersede_reason=supersede,
        )
        with desk.office.work() as uow:
            done = freeze_report(command, uow, at=desk.now, calendar=desk.office.calendar)
        typer.echo(_FROZEN.say(desk.lang, year=year, turn=done.turn, digest=done.digest[:16]))
        if done.overridden:
            typer.echo(_OVERRIDDEN.say(desk.lang, n=done.overridden))


def publish(
    ctx: typer.Context,
    year: YearArgument,
    on: Annotated[str, typer.Option("--on", metavar="日期", help="公布日期；不写则为今天。")] = "",
    url: Annotated[str, typer.Option("--url", help="公布的网址。")] = "",
    office: OfficeOption = "",
    *,
    roll_up: RollUpOption = False,
) -> None:
    """Register that the frozen report was published."""
    with desk_of(ctx, office) as desk:
        command = PublishReport(
            year=year,
            on=day(on, "--on", desk.lang) if on else desk.today,
            actor=desk.actor,
            role=desk.role,
            url=url,
            roll_up=roll_up,
        )
        with desk.office.work() as uow:
            publish_report(command, uow, at=desk.now)
        typer.echo(_PUBLISHED.say(desk.lang, year=year, on=command.on))


def errata(
    ctx: typer.Context,
    year: YearArgument,
    office: OfficeOption = "",
    *,
    roll_up: RollUpOption = False,
    as_json: JsonOption = False,
) -> None:
    """List what later facts change of the frozen report."""
    with desk_of(ctx, office) as desk:
        with desk.office.read() as view:
            found = report_errata(
                view, year, at=desk.now, calendar=desk.office.calendar, roll_up=roll_up
            )
        if as_json:
            print_json([erratum_shape(one, desk.lang) for one in found])
        elif found:
            console().print(errata_page(found, desk.lang))
        else:
            typer.echo(_NO_ERRATA.say(desk.lang, year=year))
        if found:
            raise typer.Exit(ExitCode.FOUND)


def list_years(
    ctx: typer.Context, office: OfficeOption = "", *, as_json: JsonOption = False
) -> None:
    """List the years whose report was drafted or frozen."""
    with desk_of(ctx, office) as desk:
        with desk.office.read() as view:
            found = report_years(view, desk.office.calendar)
        if as_json:
            print_json([plain_year(one) for one in found])
        else:
            console().print(years_page(found, desk.lang))
