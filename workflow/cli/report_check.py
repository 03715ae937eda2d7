"""`disclosure report check`: anyone's published report, and what in it cannot be right."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text as RichText

from workflow.checking.check import check_report
from workflow.checking.published import PublishedReport
from workflow.checking.reading import read_previous, read_report
from workflow.checking.summary import summary_of
from workflow.cli.app import ExitCode, Invocation
from workflow.cli.desk import console, print_json
from workflow.cli.report_pages import finding_line
from workflow.i18n import Lang, Text
from workflow.reports.findings import Finding, Severity, finding_shape

_HELP = (
    "核对一份已公布的年度报告（.html、.docx、.xlsx 或 .json）：勾稽关系、正文与表格、百分比、日期。"
    "有错误时退出码为 3，只有提示时为 0。"
)

_SOUND = Text("没有发现问题。", "Nothing wrong was found.")
_FOUND = Text("错误 {errors} 处，提示 {warnings} 处。", "{errors} error(s), {warnings} warning(s).")


def join(app: typer.Typer) -> None:
    """Give a group of commands the one that checks a report."""
    app.command("check", help=_HELP)(check)


def check(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="已公布的报告。", metavar="文件")],
    previous: Annotated[
        Path | None,
        typer.Option("--previous", metavar="FILE", help="上一年度的报告，用来核对结转和累计。"),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """Print the findings on a report; errors among them exit 3, warnings alone do not."""
    lang = ctx.ensure_object(Invocation).lang
    report = read_report(file)
    before = None if previous is None else read_previous(previous, report)
    findings = check_report(report, before)
    if as_json:
        print_json([finding_shape(finding, lang) for finding in findings])
    else:
        console().print(_page(report, findings, lang), soft_wrap=True)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise typer.Exit(ExitCode.FOUND)


def _page(report: PublishedReport, findings: tuple[Finding, ...], lang: Lang) -> RenderableType:
    lines: list[RenderableType] = [RichText(summary_of(report, lang), style="bold")]
    if not findings:
        return Group(*lines, RichText(_SOUND.say(lang), style="green"))
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    counted = _FOUND.say(lang, errors=errors, warnings=len(findings) - errors)
    return Group(*lines, *(finding_line(each, lang) for each in findings), counted)
