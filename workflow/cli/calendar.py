"""`disclosure calendar`: the working year, what is wrong with it, and a new notice."""

from pathlib import Path
from typing import Annotated

import typer

from states.calendar.faults import NoticeFault
from states.calendar.notice import HolidayNotice
from states.calendar.workdays import WorkCalendar
from workflow.bootstrap import Installation
from workflow.cli.app import ExitCode, Invocation
from workflow.cli.calendar_pages import plain_year, shifts_page, year_page
from workflow.cli.desk import console, name_at_keyboard, opened_installation, print_json
from workflow.cli.help import command_group
from workflow.clock import legal_date
from workflow.i18n import Lang, Text
from workflow.services.calendars import (
    Shift,
    adds_nothing,
    changed_days,
    faults_of,
    load_notice,
    missing_years,
    read_notice,
    shifts,
)
from workflow.wording.calendars import fault_line

app = command_group("工作日历：查看、核对，载入新的放假安排。")

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]
Faults = tuple[tuple[int, NoticeFault], ...]

_SOUND = Text("没有发现问题。", "No fault was found.")
_MISSING = Text(
    "✗ {year}年的放假安排还没有载入，涉及该年的期限都是暂定的；"
    "公布后用 disclosure calendar load 载入。",
    "✗ {year} has no holiday notice yet, so dates in it are provisional; once it is out, use "
    "disclosure calendar load.",
)
_NO_SUCH_YEAR = Text("{year}年没有放假安排可核对。", "{year} has no holiday notice to check.")
_REFUSED = Text(
    "没有载入；请核对文件，确认无误的可加 --force 载入。",
    "Nothing was loaded; check the file, and load it with --force if it is right.",
)
_NOTHING_NEW = Text(
    "现有日历与文件一致，没有载入。", "The calendar has all of it already; nothing was loaded."
)
_PREVIEW = Text(
    "{year}年的放假安排：{days} 天与现有日历不同，{moved} 件申请的期限随之变动。",
    "The notice for {year} changes {days} day(s) and moves the dates of {moved} request(s).",
)
_ASK = Text("载入并重新计算？", "Load it and reckon anew?")
_LOADED = Text(
    "已载入{year}年的放假安排，{moved} 件申请的期限已重新计算并记录在案。",
    "The notice for {year} is loaded; {moved} request(s) were reckoned anew, which is on record.",
)


@app.command("show", help="按月显示一年：放假的“休”，调休上班的“班”，以及依据的通知。")
def show(
    ctx: typer.Context,
    year: Annotated[int, typer.Argument(help="年份。", metavar="年份", min=2008, max=2999)],
    *,
    as_json: JsonOption = False,
) -> None:
    """Show a year with its marks and the notices that they rest on."""
    said = ctx.ensure_object(Invocation)
    with opened_installation(ctx) as installation:
        calendar = installation.calendar
    if as_json:
        print_json(plain_year(year, calendar))
    else:
        console().print(year_page(year, calendar, said.lang))


@app.command("check", help="核对放假安排：一个年份，一个文件，或者全部；有问题时退出码为 3。")
def check(
    ctx: typer.Context,
    what: Annotated[
        str, typer.Argument(help="年份或文件；不写则全部。", metavar="[年份|文件]")
    ] = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Check a year, a file, or all there is, and then say which year's notice is missing."""
    said = ctx.ensure_object(Invocation)
    with opened_installation(ctx) as installation:
        calendar, today = installation.calendar, legal_date(installation.clock.now())
    faults = faults_of(_named(what, calendar, said.lang))
    missing = () if what else missing_years(calendar, today)
    if as_json:
        plain = [
            {"year": year, "code": fault.code, "day": fault.day, "message": line}
            for (year, fault), line in zip(faults, _lines(faults, said.lang), strict=True)
        ]
        print_json({"faults": plain, "missing": missing})
    else:
        for line in _lines(faults, said.lang):
            typer.echo(line)
        for year in missing:
            typer.echo(_MISSING.say(said.lang, year=year))
        if not faults and not missing:
            typer.echo(_SOUND.say(said.lang))
    if faults or missing:
        raise typer.Exit(ExitCode.FOUND)


@app.command("load", help="载入一年的放假安排（holiday-cn 的 JSON 格式），并重新计算各机关的期限。")
def load(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="文件。", metavar="文件")],
    reference: Annotated[
        str, typer.Option("--reference", help="通知的文号，如 国办发明电〔2025〕7号。")
    ] = "",
    *,
    force: Annotated[bool, typer.Option("--force", help="有疑点也载入。")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再询问。")] = False,
) -> None:
    """Load a notice: shown first with all that it moves, then asked, then done at one stroke."""
    said = ctx.ensure_object(Invocation)
    with opened_installation(ctx) as installation:
        notice = read_notice(file.read_bytes(), installation.calendar, reference=reference)
        _refuse_faults(notice, said.lang, force=force)
        if adds_nothing(notice, installation.calendar):
            typer.echo(_NOTHING_NEW.say(said.lang))
            return
        _preview(notice, installation, said.lang)
        if not yes:
            typer.confirm(_ASK.say(said.lang), abort=True)
        with installation.work(alone=True) as uow:
            moved = load_notice(
                notice,
                uow,
                calendar=installation.calendar,
                actor=name_at_keyboard(ctx),
                at=installation.clock.now(),
            )
        typer.echo(_LOADED.say(said.lang, year=notice.year, moved=len(moved)))


def _named(what: str, calendar: WorkCalendar, lang: Lang) -> tuple[HolidayNotice, ...]:
    """Return the notices that an argument names: of a year, in a file, or all."""
    if not what:
        return calendar.notices
    if not what.isdecimal():
        return (read_notice(Path(what).read_bytes(), calendar),)
    found = tuple(notice for notice in calendar.notices if notice.year == int(what))
    if not found:
        raise typer.BadParameter(_NO_SUCH_YEAR.say(lang, year=what))
    return found


def _lines(faults: Faults, lang: Lang) -> list[str]:
    return [fault_line(year, fault, lang) for year, fault in faults]


def _refuse_faults(notice: HolidayNotice, lang: Lang, *, force: bool) -> None:
    faults = faults_of([notice])
    for line in _lines(faults, lang):
        typer.echo(line, err=True)
    if faults and not force:
        typer.echo(_REFUSED.say(lang), err=True)
        raise typer.Exit(ExitCode.FOUND)


def _preview(notice: HolidayNotice, installation: Installation, lang: Lang) -> None:
    old = installation.calendar
    found: list[Shift] = []
    for office in installation.offices():
        with office.read() as view:
            found.extend(shifts(view, office.name, old, old.with_notices(notice)))
    days = len(changed_days(notice, old))
    typer.echo(_PREVIEW.say(lang, year=notice.year, days=days, moved=len(found)))
    if found:
        console().print(shifts_page(found, lang))
