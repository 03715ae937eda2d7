"""`disclosure demo`: from a real town's ledger to its annual table, and a desk full of requests."""

import getpass
import shutil
import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text as RichText

from notifications.messages import Lang as NoticeLang
from states.clock.answer import reckon
from states.terms import label
from workflow.bootstrap import Installation, Office, open_installation
from workflow.cli.app import ExitCode, Invocation
from workflow.cli.desk import console
from workflow.cli.explain import explain
from workflow.cli.help import command_group
from workflow.cli.request.pages import worklist_page
from workflow.cli.serve import LOOPBACK, READY
from workflow.clock import legal_date
from workflow.demo.accounts import SampleAccount, open_sample_accounts
from workflow.demo.jingfeng import YEAR, Compared, compare, import_jingfeng
from workflow.demo.sample_office import EXPLAINED, found_sample_office
from workflow.documents.errors import FontMissingError
from workflow.i18n import Lang, Text, say_date
from workflow.services.reminding import CONSOLE
from workflow.services.report_files import REPORT_WRITERS, report_file
from workflow.services.reporting import ReportWanted, Shown, report_year, show_report
from workflow.services.told import to_be_told
from workflow.services.worklist import worklist
from workflow.settings import Settings
from workflow.web.serving import serve

_HELP = "演示：净峰镇2017年报表、示范机关的待办清单、一个期限的逐日计算。"
app = command_group(_HELP)

_MARKER = ".disclosure-demo"
_NOT_OURS = Text(
    "{folder} 里有别的文件，没有改动；请用 --out 另指一个文件夹。",
    "{folder} holds other files and was left alone; name another folder with --out.",
)
_TITLES = (
    Text(
        "一　净峰镇{year}年：由台账算出的统计表，与公布的数字逐行对照",
        "1  Jingfeng {year}: computed from the ledger, beside what was published",
    ),
    Text("二　示范机关：今天的待办清单", "2  A sample office: today's worklist"),
    Text("三　一个期限是怎样算出来的", "3  How one date was counted"),
    Text("四　{day}早上提醒谁", "4  Who is told on the morning of {day}"),
    Text("五　接下来可以试试", "5  What to type next"),
    Text("六　在浏览器中办理", "6  The desk in a browser"),
)
_ALL_AGREE = Text("{n} 行全部相符。", "All {n} rows agree.")
_SOME_DIFFER = Text("有 {n} 行不符！", "{n} rows differ!")
_WRITTEN = Text("报告已写入 {path}", "The report is at {path}")
_SKIPPED = Text(
    "没有写 {path}：没有找到中文字体。安装以后再试：{command}",
    "{path} was not written: no Chinese font was found. Install one, then try again: {command}",
)
_ACCOUNT_HEADS = (
    Text("登录名", "Login"),
    Text("密码", "Password"),
    Text("岗位", "Role"),
    Text("姓名", "Name"),
)
_TOLD_HEADS = (
    Text("提醒谁", "Who is told"),
    Text("方式", "How"),
    Text("内容", "What"),
    Text("依据", "Legal basis"),
)
_SINGLY, _GATHERED = Text("单独", "by itself"), Text("早上汇总", "in the digest")
_ABOUT = Text("{number}　{content}", "{number}  {content}")
_NEXT = (
    Text("待办清单", "the worklist"),
    Text("一件申请的经过和期限", "one request, with its history and its clock"),
    Text("今天能办哪些步骤；不能办的，为什么", "what may be done today, and why not the rest"),
    Text("登记一件新申请", "log a request"),
    Text("今天该提醒谁", "who is to be reminded today"),
    Text("核对全部记录未被改动", "prove that nothing was changed"),
    Text("打开年报里的一个数字，看它数了哪些", "open a figure of the report: what it counted"),
)


@app.command(help=_HELP)
def demo(
    ctx: typer.Context,
    out: Annotated[
        Path, typer.Option("--out", help="报告和示范数据放在哪个文件夹。", metavar="DIR")
    ] = Path("disclosure-demo"),
    port: Annotated[int, typer.Option("--port", help="办理台的端口。", min=1, max=65_535)] = 8000,
    *,
    serving: Annotated[
        bool | None,
        typer.Option("--serve/--no-serve", help="启动办理台；默认：在终端上运行时启动。"),
    ] = None,
) -> None:
    """Build two offices in a folder of its own, and show what the program does with them."""
    said = ctx.ensure_object(Invocation)
    _clear(out, said.lang)
    page = console()
    agreed = _show_jingfeng(out, page, said)
    accounts = _show_sample_office(out, page, said)
    page.print(_heading(5, said.lang))
    page.print(_accounts(accounts, said.lang))
    if not agreed:
        raise typer.Exit(ExitCode.FAILURE)
    is_wanted = sys.stdout.isatty() if serving is None else serving
    if is_wanted:
        with _installation(out / "sample", said) as installation:
            page.print(READY.say(said.lang, host=LOOPBACK, port=port))
            serve(installation, host=LOOPBACK, port=port)
    else:
        command = f"DISCLOSURE_DATA_DIR={_shown(out / 'sample')} {_program()} serve"
        page.print(RichText(command, style="cyan"))


def _clear(out: Path, lang: Lang) -> None:
    """Make the folder anew; one that is not of this command's making is never touched."""
    if out.exists():
        if any(out.iterdir()) and not (out / _MARKER).exists():
            raise typer.BadParameter(_NOT_OURS.say(lang, folder=out))
        shutil.rmtree(out)
    out.mkdir(parents=True)
    (out / _MARKER).touch()


def _installation(folder: Path, said: Invocation) -> Installation:
    """Open an installation in a folder of its own, whatever database the settings name."""
    return open_installation(Settings(data_dir=folder, database_url=""), said.clock)


def _show_jingfeng(out: Path, page: Console, said: Invocation) -> bool:
    """Import the real ledger, print its table beside the published one, write the report."""
    with _installation(out / "jingfeng", said) as installation:
        office = import_jingfeng(installation, actor=getpass.getuser())
        with office.read() as view:
            at, calendar, wanted = office.clock.now(), office.calendar, ReportWanted(year=YEAR)
            report = report_year(view, wanted, at=at, calendar=calendar)
            shown = show_report(view, wanted, at=at, calendar=calendar, with_hints=True)
    lang = said.lang
    rows = compare(report)
    page.print(_heading(0, lang, year=YEAR))
    page.print(_comparison(rows, lang))
    differing = sum(not row.agrees for row in rows)
    verdict = (
        _SOME_DIFFER.say(lang, n=differing) if differing else _ALL_AGREE.say(lang, n=len(rows))
    )
    page.print(RichText(verdict, style="bold red" if differing else "bold green"))
    _write(shown, out / f"净峰镇{YEAR}年度报告", page, lang)
    return not differing


def _write(shown: Shown, path: Path, page: Console, lang: Lang) -> None:
    """Write the report in every kind of file; what needs a font is left out where there is none."""
    for ending in REPORT_WRITERS:
        file = path.with_name(f"{path.name}{ending}")
        try:
            file.write_bytes(report_file(shown, file, lang))
        except FontMissingError as error:
            skipped = _SKIPPED.say(lang, path=file.name, command=error.command)
            page.print(RichText(skipped, style="bold yellow"))
        else:
            page.print(_WRITTEN.say(lang, path=file), soft_wrap=True)


def _accounts(accounts: tuple[SampleAccount, ...], lang: Lang) -> RenderableType:
    """Return who may sign in at the sample office, and by which password."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for head in _ACCOUNT_HEADS:
        table.add_column(head.say(lang))
    for one in accounts:
        name = label("roles", one.role, lang)
        table.add_row(one.login, one.password, name, one.name)
    return table


def _comparison(rows: list[Compared], lang: Lang) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    table.add_column(Text("指标名称", "Indicator").say(lang))
    table.add_column(Text("单位", "Unit").say(lang))
    for head in (
        Text("年度", "Year"),
        Text("累计", "Cumulative"),
        Text("公布·年度", "Published"),
        Text("公布·累计", "Cumulative"),
    ):
        table.add_column(head.say(lang), justify="right")
    table.add_column("")
    for row in rows:
        figures = [str(number) for number in (*row.computed, *row.published)]
        mark = RichText("✓", style="green") if row.agrees else RichText("✗", style="bold red")
        table.add_row(row.label, row.unit, *figures, mark)
    return table


def _show_sample_office(out: Path, page: Console, said: Invocation) -> tuple[SampleAccount, ...]:
    with _installation(out / "sample", said) as installation:
        today = legal_date(installation.clock.now())
        office = found_sample_office(installation, today)
        accounts = open_sample_accounts(office)
        with office.read() as view:
            lines = worklist(view, today=today, calendar=office.calendar)
            shown = show_report(
                view,
                ReportWanted(year=today.year),
                at=installation.clock.now(),
                calendar=office.calendar,
                with_hints=True,
            )
        page.print(_heading(1, said.lang))
        page.print(worklist_page(lines, today, said.lang))
        _write(shown, out / f"海湾镇{today.year}年度报告（示范）", page, said.lang)
        number = _explain_one(office, page, said.lang)
        _show_tomorrow(office, page, said.lang)
    page.print(_heading(4, said.lang))
    page.print(_what_next(out, number, said.lang))
    return accounts


def _explain_one(office: Office, page: Console, lang: Lang) -> str:
    """Explain the date of a request that stood still for a consultation; return its number."""
    with office.read() as view:
        row = view.requests.page(EXPLAINED)[0]
        case = view.requests.case(row.number)
    today = legal_date(office.clock.now())
    page.print(_heading(2, lang))
    page.print(_ABOUT.say(lang, number=row.number, content=row.content))
    page.print(explain(reckon(case, office.calendar, today), office.calendar, lang))
    return row.number


def _show_tomorrow(office: Office, page: Console, lang: Lang) -> None:
    """Print what each person is told on the next morning at work."""
    tomorrow = legal_date(office.clock.now()) + timedelta(days=1)
    day = office.calendar.next_workday_on_or_after(tomorrow)
    with office.read() as view:
        found = to_be_told(view, office.name, day, office.calendar, CONSOLE, NoticeLang(lang.value))
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for head in _TOLD_HEADS:
        table.add_column(head.say(lang))
    for person, told in found.items():
        for place, one in enumerate(told):
            how = (_SINGLY if one.singly else _GATHERED).say(lang)
            table.add_row("" if place else person, how, one.subject, one.basis)
    page.print(_heading(3, lang, day=say_date(day, lang)))
    page.print(table)


def _what_next(out: Path, number: str, lang: Lang) -> RenderableType:
    program = _program()
    jingfeng = f"DISCLOSURE_DATA_DIR={_shown(out / 'jingfeng')}"
    commands = (
        f"{program} request list",
        f"{program} request show {number}",
        f"{program} request steps {number}",
        f"{program} request log --applicant 张三 --content 村道改造合同",
        f"{program} reminders plan",
        f"{program} verify",
        f"{jingfeng} {program} report cell {YEAR} statistics 1 year",
    )
    lines = [RichText(f"export DISCLOSURE_DATA_DIR={_shown(out / 'sample')}", style="cyan")]
    for command, text in zip(commands, _NEXT, strict=True):
        lines += [RichText(f"# {text.say(lang)}", style="dim"), RichText(command, style="cyan")]
    return Group(*lines)


def _program() -> str:
    """Return how this program is called from the shell that called it."""
    called = Path(sys.argv[0])
    return called.name if shutil.which(called.name) else _shown(called)


def _shown(path: Path) -> str:
    """Return a path as short as it can be typed from here."""
    absolute = path.absolute()
    here = Path.cwd()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute)


def _heading(index: int, lang: Lang, **facts: object) -> Rule:
    return Rule(RichText(_TITLES[index].say(lang, **facts), style="bold"), align="left")
