"""What the commands about reports have in common: which report, of which office, as known when."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

import typer

from workflow.cli.app import Invocation
from workflow.cli.desk import Desk, opened_desk
from workflow.clock import read_instant
from workflow.i18n import Lang, Text
from workflow.services.reporting import ReportWanted

_NOT_AN_INSTANT = Text(
    "--as-known-on：“{words}”不是时刻；请写成 2018-03-10（到当天结束）或 2018-03-10T09:30。",
    "--as-known-on: “{words}” is no instant; write 2018-03-10 (to its end) or 2018-03-10T09:30.",
)
_NOT_A_DAY = Text(
    "{option}：“{words}”不是日期；请写成 2027-01-26。",
    "{option}: “{words}” is no date; write 2027-01-26.",
)

YearArgument = Annotated[int, typer.Argument(help="报告年度。", metavar="年度", min=2008, max=2999)]
TableArgument = Annotated[
    str, typer.Argument(help="表的代号，如 statistics、requests。", metavar="表")
]
RowArgument = Annotated[str, typer.Argument(help="行的名称或代号。", metavar="行")]
ColumnArgument = Annotated[str, typer.Argument(help="列的名称或代号。", metavar="列")]
FormOption = Annotated[
    str, typer.Option("--format", "--form", help="报告格式；不写则用该年度的格式。")
]
KnownOption = Annotated[
    str,
    typer.Option(
        "--as-known-on", metavar="INSTANT", help="按这一时刻已经录入的事实计算（默认：现在）。"
    ),
]
RollUpOption = Annotated[bool, typer.Option("--roll-up", help="连同下级机关（逐级）一并汇总。")]
OfficeOption = Annotated[
    str, typer.Option("--office", metavar="NAME", help="机关名称；只有一个机关时不必写。")
]
JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]


@contextmanager
def desk_of(ctx: typer.Context, office: str) -> Iterator[Desk]:
    """Open the office named after the command, or else the one named before it."""
    if office:
        ctx.ensure_object(Invocation).office = office
    with opened_desk(ctx) as desk:
        yield desk


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report, as it was typed."""

    year: int
    form: str = ""
    known_on: str = ""
    roll_up: bool = False

    def wanted(self, lang: Lang) -> ReportWanted:
        """Return which report is asked for."""
        return ReportWanted(
            year=self.year,
            form_key=self.form or None,
            as_known_on=instant(self.known_on, lang) if self.known_on else None,
            roll_up=self.roll_up,
        )


def instant(words: str, lang: Lang) -> datetime:
    """Return an instant; a day alone means its end, and a time without a zone is China's."""
    try:
        return read_instant(words)
    except (ValueError, OverflowError):
        raise typer.BadParameter(_NOT_AN_INSTANT.say(lang, words=words)) from None


def day(words: str, option: str, lang: Lang) -> date:
    """Return a day as it was typed."""
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        raise typer.BadParameter(_NOT_A_DAY.say(lang, option=option, words=words)) from None
