"""The root of the command line: what holds for every command, and the table of commands."""

from dataclasses import dataclass
from enum import IntEnum
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import typer

from workflow.cli.help import command_group
from workflow.cli.lazy import Command, lazy_group
from workflow.clock import Clock
from workflow.i18n import Lang

DISTRIBUTION = "disclosure-desk"


class ExitCode(IntEnum):
    """What the shell is told."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    FOUND = 3
    MISSING = 4
    INTERRUPTED = 130


@dataclass(slots=True)
class Invocation:
    """What was said before the command: language, office, and who is at the keyboard.

    `absent` is for whom they act. `clock` stands in for the machine's own where a test says what
    time it is.
    """

    lang: Lang = Lang.ZH
    office: str = ""
    actor: str = ""
    absent: str = ""
    debug: bool = False
    clock: Clock | None = None


# A command group is one row here; its module holds a Typer called `app`.
COMMANDS: dict[str, Command] = {
    "init": Command("workflow.cli.office", "建立一个机关。"),
    "request": Command("workflow.cli.request.group", "登记、查看和办理申请。"),
    "letter": Command("workflow.cli.letter.group", "文书：试写、签发、编号、打印，以及模板。"),
    "record-correction": Command(
        "workflow.cli.record_correction", "更正本人信息的申请：登记、查看、办结；不计入申请统计。"
    ),
    "directory": Command("workflow.cli.directory", "机关名录：不属于本机关公开的，应当向谁提出。"),
    "report": Command("workflow.cli.reports", "年度报告，以及每个数字背后的记录。"),
    "import": Command("workflow.cli.import_book", "导入台账。"),
    "export": Command("workflow.cli.export_book", "导出台账。"),
    "reminders": Command(
        "workflow.cli.reminders_group", "某日应当提醒谁，提醒发出了没有，用哪些规则。"
    ),
    "serve": Command("workflow.cli.serve", "在浏览器中办理：启动办理台。"),
    "user": Command("workflow.cli.user", "登录账号：建立、列出、重设密码、停用。"),
    "token": Command("workflow.cli.token", "接口令牌：生成、列出、作废。"),
    "worker": Command("workflow.cli.worker", "运行提醒调度。"),
    "jobs": Command("workflow.cli.jobs", "运行作业队列（PostgreSQL）：可以在多台机器上开。"),
    "calendar": Command("workflow.cli.calendar", "工作日历：查看、核对，载入新的放假安排。"),
    "staff": Command("workflow.cli.staff_group", "工作人员：登记、查看、不在岗、返岗、离岗。"),
    "handover": Command("workflow.cli.handover", "交接：把一人的全部工作移交另一人，打印清单。"),
    "office": Command("workflow.cli.office_settings", "机关情况和设置：查看、修改。"),
    "publication": Command(
        "workflow.cli.register.publications",
        "主动公开：登记、审查、公开、逾期清单、目录和指南。",
    ),
    "complaint": Command("workflow.cli.register.complaint", "申诉、举报：登记、办结、查看。"),
    "reconsideration": Command(
        "workflow.cli.register.reconsideration", "行政复议：登记、答复、审结、查看。"
    ),
    "lawsuit": Command("workflow.cli.register.lawsuit", "行政诉讼：登记、应诉、上诉、审结、查看。"),
    "inquiry": Command("workflow.cli.register.inquiry", "咨询：来访、电话和网上的咨询。"),
    "refusals": Command("workflow.cli.register.refusals", "不予公开信息的评估审查。"),
    "mail": Command("workflow.cli.register.mail_book", "收发文登记：收文、发文、送达、退回。"),
    "verify": Command("workflow.cli.verify", "核验全部记录未被改动或者删除。"),
    "backup": Command("workflow.cli.backup", "备份：全部记录和附件写成一个文件。"),
    "restore": Command("workflow.cli.restore", "恢复：把备份放到空的数据目录，随后核验。"),
    "key": Command("workflow.cli.key", "证件号码的密钥：查看、生成、更换。"),
    "retention": Command("workflow.cli.retention", "保存期限：哪些到期了，把申请人信息匿名化。"),
    "person": Command("workflow.cli.person", "一个人的信息：按证件号码查找，导出全部。"),
    "database": Command("workflow.cli.database", "数据库：检索索引，按机关分区（PostgreSQL）。"),
    "doctor": Command("workflow.cli.doctor", "检查：这一套装得对不对，哪里要修。"),
    "demo": Command(
        "workflow.cli.demo", "演示：净峰镇2017年报表、示范机关的待办清单、一个期限的逐日计算。"
    ),
    "clock": Command("workflow.cli.clock", "从标准输入逐行计算法定期限（JSON Lines）。"),
}

app = command_group(
    "依申请公开办理台：登记申请，按法定期限办理，年底汇总年度报告。", cls=lazy_group(COMMANDS)
)


def _print_version(*, asked: bool) -> None:
    if asked:
        typer.echo(_version())
        raise typer.Exit


def _version() -> str:
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:  # pragma: no cover - a checkout that was never installed
        return "0"


def _keep(ctx: typer.Context, param: typer.CallbackParam, value: object) -> object:
    """Keep an option as soon as it is read, so that even a wrong command fails in its language."""
    setattr(ctx.ensure_object(Invocation), param.name or "", value)
    return value


@app.callback(invoke_without_command=True)
def root(
    ctx: typer.Context,
    *,
    lang: Annotated[
        Lang,
        typer.Option(envvar="DISCLOSURE_LANG", callback=_keep, help="输出语言：zh 中文，en 英文。"),
    ] = Lang.ZH,
    office: Annotated[
        str,
        typer.Option(
            envvar="DISCLOSURE_OFFICE", callback=_keep, help="机关名称；只有一个机关时不必写。"
        ),
    ] = "",
    actor: Annotated[
        str,
        typer.Option("--as", envvar="DISCLOSURE_ACTOR", callback=_keep, help="经办人姓名。"),
    ] = "",
    absent: Annotated[
        str,
        typer.Option("--for", callback=_keep, help="代谁办理：以不在岗人员的代理人身份办理。"),
    ] = "",
    debug: Annotated[
        bool, typer.Option("--debug", callback=_keep, help="出错时显示完整的调用栈。")
    ] = False,
    version_asked: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_print_version, help="显示版本。"),
    ] = False,
) -> None:
    """Show the help where no command is named; the options are kept as they are read."""
    del lang, office, actor, absent, debug, version_asked
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
