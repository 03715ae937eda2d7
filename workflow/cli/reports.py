"""`disclosure report`: the annual report, and the records behind each of its figures."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer

from workflow.cli import report_check
from workflow.cli.app import ExitCode
from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.report_pages import cell_page, report_page, warning_line
from workflow.clock import SHANGHAI
from workflow.i18n import Lang, Text
from workflow.reports.annual import AnnualReport
from workflow.reports.cells import Cell
from workflow.reports.render import to_html, to_json
from workflow.services.reporting import report_year

app = command_group("年度报告，以及每个数字背后的记录。")
report_check.join(app)

# A new kind of file is a row here.
_WRITERS: dict[str, Callable[[AnnualReport, Lang], str]] = {
    ".json": to_json,
    ".html": lambda report, _lang: to_html(report),
}

_WRITTEN = Text("已写入：{file}", "Written: {file}")
_NOT_WRITABLE = Text(
    "--out：写不了“{name}”，文件名应以 {endings} 结尾。",
    "--out: “{name}” cannot be written; a file name ends with {endings}.",
)
_NOT_AN_INSTANT = Text(
    "--as-known-on：“{words}”不是时刻；请写成 2018-03-10（到当天结束）或 2018-03-10T09:30。",
    "--as-known-on: “{words}” is no instant; write 2018-03-10 (to its end) or 2018-03-10T09:30.",
)

YearArgument = Annotated[int, typer.Argument(help="报告年度。", metavar="年度", min=2008, max=2999)]
FormOption = Annotated[
    str, typer.Option("--format", "--form", help="报告格式；不写则用该年度的格式。")
]
KnownOption = Annotated[
    str,
    typer.Option(
        "--as-known-on", metavar="INSTANT", help="按这一时刻已经录入的事实计算（默认：现在）。"
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which report: the year, the form, and up to which instant facts are known."""

    year: int
    form: str
    known_on: str

    def of(self, desk: Desk) -> AnnualReport:
        """Return the report of the desk's office."""
        with desk.office.read() as view:
            return report_year(
                view,
                self.year,
                at=desk.now,
                form_key=self.form or None,
                as_known_on=_instant(self.known_on, desk.lang) if self.known_on else None,
            )


@app.command("annual", help="编制年度报告：显示在屏幕上，或写成文件。有错误时退出码为 3。")
def annual(
    ctx: typer.Context,
    year: YearArgument,
    form: FormOption = "",
    known_on: KnownOption = "",
    out: Annotated[
        list[Path] | None,
        typer.Option("--out", metavar="FILE", help="写成 .json 或 .html 文件；可写几次。"),
    ] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Make the annual report; written as it is even where it has errors, which exit 3 says."""
    with opened_desk(ctx) as desk:
        writers = [(file, _writer(file, desk.lang)) for file in out or ()]
        report = _Asked(year, form, known_on).of(desk)
        for file, write in writers:
            file.write_text(write(report, desk.lang), encoding="utf-8")
            typer.echo(_WRITTEN.say(desk.lang, file=file), err=as_json)
        if as_json:
            typer.echo(to_json(report, desk.lang), nl=False)
        else:
            console().print(report_page(report, desk.lang, with_tables=not writers))
        if report.has_errors:
            warning = warning_line(report, desk.lang, was_written=bool(writers))
            typer.echo(warning, err=True)
            raise typer.Exit(ExitCode.FOUND)


@app.command("cell", help="列出年度报告一个数字背后的记录。")
def cell(
    ctx: typer.Context,
    year: YearArgument,
    table: Annotated[str, typer.Argument(help="表，如 statistics。", metavar="表")],
    row: Annotated[str, typer.Argument(help="行的名称或代号。", metavar="行")],
    column: Annotated[str, typer.Argument(help="列的名称或代号。", metavar="列")],
    form: FormOption = "",
    known_on: KnownOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """List the records that a figure counts; with its opening balance they are the figure."""
    with opened_desk(ctx) as desk:
        found = _Asked(year, form, known_on).of(desk).cell(table, row, column)
        if as_json:
            print_json(_plain_cell(table, found))
        else:
            console().print(cell_page(found, desk.lang))


def _plain_cell(table: str, found: Cell) -> dict[str, object]:
    opening = {"amount": found.opening, "as_of_on": found.opening_on}
    return {
        "table": table,
        "row": found.row,
        "column": found.column,
        "value": found.value,
        "opening": None if found.opening_on is None else opening,
        "records": [record._asdict() for record in found.records],
    }


def _writer(file: Path, lang: Lang) -> Callable[[AnnualReport, Lang], str]:
    write = _WRITERS.get(file.suffix.lower())
    if write is None:
        endings = Text("、", ", ").say(lang).join(_WRITERS)
        raise typer.BadParameter(_NOT_WRITABLE.say(lang, name=file.name, endings=endings))
    return write


def _instant(words: str, lang: Lang) -> datetime:
    """Return an instant; a day alone means its end, and a time without a zone is China's."""
    try:
        instant = datetime.fromisoformat(words)
        if len(words) == len("2018-03-10"):
            next_day = date.fromisoformat(words) + timedelta(days=1)
            instant = datetime.combine(next_day, time(), SHANGHAI) - timedelta(microseconds=1)
    except (ValueError, OverflowError):
        raise typer.BadParameter(_NOT_AN_INSTANT.say(lang, words=words)) from None
    return instant if instant.tzinfo else instant.replace(tzinfo=SHANGHAI)
