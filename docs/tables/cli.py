"""Every command of the command line, with its options and its exit codes."""

from collections.abc import Iterator

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from docs.tables.markdown import code, page, table
from workflow.cli.app import COMMANDS, ExitCode

_EXITS = {
    ExitCode.OK: "办成 · done",
    ExitCode.FAILURE: "没有办成，可以再试 · failed; try again",
    ExitCode.USAGE: "输入有误，或者法律不允许；什么也没有写入 · wrong input, or refused by law",
    ExitCode.FOUND: "没有找到，或者查出了问题 · not found, or something was found wrong",
    ExitCode.MISSING: "缺少所需的东西 · something needed is missing",
    ExitCode.INTERRUPTED: "被中断 · interrupted",
}
_HELP = "--help"


def _commands() -> Iterator[tuple[str, TyperCommand]]:
    for name, row in COMMANDS.items():
        yield from _below(name, row.load(name))


def _below(name: str, command: object) -> Iterator[tuple[str, TyperCommand]]:
    """Yield a command, or those of a group, however deep they lie."""
    if isinstance(command, TyperGroup):
        for part, below in command.commands.items():
            yield from _below(f"{name} {part}", below)
    elif isinstance(command, TyperCommand):
        yield name, command


def _section(name: str, command: TyperCommand) -> str:
    arguments = [each for each in command.params if isinstance(each, TyperArgument)]
    usage = " ".join(("disclosure", name, *(f"<{_shown(each)}>" for each in arguments)))
    rows = [
        (code(" / ".join(each.opts)), f"{each.help or ''}{'（必填）' if each.required else ''}")
        for each in command.params
        if isinstance(each, TyperOption) and _HELP not in each.opts
    ]
    parts = (f"## {name}", command.help or "", f"`{usage}`")
    options = (table("选项 · option | 说明", rows),) if rows else ()
    return "\n\n".join((*parts, *options))


def _shown(argument: TyperArgument) -> str:
    return argument.metavar or argument.name or ""


def cli_page() -> str:
    """Return every command with its options."""
    return page(
        "命令 · Commands",
        "workflow/cli/app.py",
        "每个命令加 `-h` 可以查看用法。写在命令之前的选项对所有命令有效："
        "`--lang en` 用英文，`--office 名称` 指明机关，`--as 姓名` 指明经办人，"
        "`--debug` 出错时显示详情。\n"
        "Options before the command hold for every command: language, office, who acts, details "
        "of errors.",
        "## 退出码 · Exit codes",
        table("退出码 | 含义", ((int(exit_code), words) for exit_code, words in _EXITS.items())),
        *(_section(name, command) for name, command in _commands()),
    )
