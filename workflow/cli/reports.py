"""`disclosure report`: the annual report, and the records behind each of its figures."""

from pathlib import Path
from typing import Annotated

import typer

from workflow.cli import report_check, report_entering, report_issuing
from workflow.cli.app import ExitCode
from workflow.cli.desk import Desk, console, print_json
from workflow.cli.help import command_group
from workflow.cli.report_options import (
    Asked,
    ColumnArgument,
    FormOption,
    JsonOption,
    KnownOption,
    OfficeOption,
    RollUpOption,
    RowArgument,
    TableArgument,
    YearArgument,
    desk_of,
)
from workflow.cli.report_pages import cell_page, report_page, warning_line
from workflow.i18n import Lang, Text
from workflow.reports.render import to_json
from workflow.services.report_drafts import draft_report
from workflow.services.report_files import REPORT_WRITERS, is_report_file, report_file
from workflow.services.reporting import Opened, Shown, open_figure, show_report

app = command_group("年度报告，以及每个数字背后的记录。")
report_check.join(app)
report_entering.join(app)
report_issuing.join(app)

_WRITTEN = Text("已写入：{file}", "Written: {file}")
_NOT_WRITABLE = Text(
    "--out：写不了“{name}”，文件名应以 {endings} 结尾。",
    "--out: “{name}” cannot be written; a file name ends with {endings}.",
)
OutOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--out", metavar="FILE", help="写成 .html、.docx、.pdf、.xlsx 或 .json 文件；可写几次。"
    ),
]


@app.command(
    "annual",
    help="编制年度报告：显示在屏幕上，或写成文件。已经封存的，显示封存的报告和勘误。"
    "有错误时退出码为 3。",
)
def annual(
    ctx: typer.Context,
    year: YearArgument,
    form: FormOption = "",
    known_on: KnownOption = "",
    office: OfficeOption = "",
    out: OutOption = None,
    *,
    roll_up: RollUpOption = False,
    as_json: JsonOption = False,
) -> None:
    """Make the annual report; written as it is even where it has errors, which exit 3 says."""
    with desk_of(ctx, office) as desk:
        files = _checked(out, desk.lang)
        wanted = Asked(year, form, known_on, roll_up).wanted(desk.lang)
        with desk.office.read() as view:
            shown = show_report(
                view,
                wanted,
                at=desk.now,
                calendar=desk.office.calendar,
                with_hints=any(file.suffix.lower() == ".html" for file in files),
            )
        _tell(desk, shown, files, as_json=as_json)


@app.command("draft", help="生成上一年度等已经结束的年度的报告草稿，列出核对问题。")
def draft(
    ctx: typer.Context,
    year: YearArgument,
    office: OfficeOption = "",
    out: OutOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Let the draft of a year's report appear, and show it with its findings."""
    with desk_of(ctx, office) as desk:
        files = _checked(out, desk.lang)
        with desk.office.work() as uow:
            report = draft_report(
                uow, year, actor=desk.actor, at=desk.now, calendar=desk.office.calendar
            )
        _tell(desk, Shown(report.printed), files, as_json=as_json)


@app.command("cell", help="列出年度报告一个数字背后的记录。")
def cell(
    ctx: typer.Context,
    year: YearArgument,
    table: TableArgument,
    row: RowArgument,
    column: ColumnArgument,
    form: FormOption = "",
    known_on: KnownOption = "",
    office: OfficeOption = "",
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="至多列出几条。")
    ] = None,
    *,
    roll_up: RollUpOption = False,
    as_json: JsonOption = False,
) -> None:
    """List the records that a figure counts; with its opening balance they are the figure."""
    with desk_of(ctx, office) as desk:
        wanted = Asked(year, form, known_on, roll_up).wanted(desk.lang)
        with desk.office.read() as view:
            found = open_figure(
                view,
                wanted,
                (table, row, column),
                at=desk.now,
                calendar=desk.office.calendar,
                limit=limit,
            )
        if as_json:
            print_json(_plain_cell(found))
        else:
            console().print(cell_page(found, desk.lang))


def _checked(out: list[Path] | None, lang: Lang) -> list[Path]:
    """Return the files to be written; refuse one of a kind that no writer makes, before work."""
    for file in out or ():
        if not is_report_file(file):
            endings = Text("、", ", ").say(lang).join(REPORT_WRITERS)
            raise typer.BadParameter(_NOT_WRITABLE.say(lang, name=file.name, endings=endings))
    return list(out or ())


def _tell(desk: Desk, shown: Shown, files: list[Path], *, as_json: bool) -> None:
    """Write the files and show the report, then say by the exit status whether it has errors."""
    for file in files:
        file.write_bytes(report_file(shown, file, desk.lang))
        typer.echo(_WRITTEN.say(desk.lang, file=file), err=as_json)
    if as_json:
        typer.echo(to_json(shown.printed, desk.lang, shown.errata), nl=False)
    else:
        console().print(report_page(shown, desk.lang, with_tables=not files))
    if shown.printed.has_errors:
        warning = warning_line(shown.printed, desk.lang, was_written=bool(files))
        typer.echo(warning, err=True)
        raise typer.Exit(ExitCode.FOUND)


def _plain_cell(found: Opened) -> dict[str, object]:
    opening = {"amount": found.opening, "as_of_on": found.opening_on}
    return {
        "table": found.key.table,
        "row": found.key.row,
        "column": found.key.column,
        "value": found.value if isinstance(found.value, int) else float(found.value),
        "opening": None if found.opening_on is None else opening,
        "frozen": found.is_frozen,
        "records": [record._asdict() for record in found.records],
    }
