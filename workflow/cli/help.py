"""Help in Chinese, and quick: the plain pages of the command library with our headings."""

from collections.abc import Callable, Sequence

import typer
from typer._click.core import Context
from typer._click.formatting import HelpFormatter
from typer.core import TyperGroup

_HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}
_PHRASES = (
    ("Show this message and exit.", "显示帮助。"),
    ("env var: ", "环境变量："),
    ("default: ", "默认："),
    ("; ", "；"),
    ("[required]", "（必填）"),
    ("[OPTIONS]", "[选项]"),
    ("COMMAND [ARGS]...", "命令 [参数]……"),
)


def _in_chinese(text: str) -> str:
    for english, chinese in _PHRASES:
        text = text.replace(english, chinese)
    return text


class ChineseHelp(HelpFormatter):
    """A help page whose own words are Chinese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        super().write_usage(prog, _in_chinese(args), prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(
        self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write options or commands, each with what it does."""
        chinese = [(first, _in_chinese(second)) for first, second in rows]
        super().write_dl(chinese, col_max, col_spacing)


Context.formatter_class = ChineseHelp


def command_group(
    help_text: str,
    *,
    cls: type[TyperGroup] | None = None,
    callback: Callable[..., None] | None = None,
) -> typer.Typer:
    """Return an application that behaves like all of ours: `-h`, plain help, no traces."""
    return typer.Typer(
        cls=cls,
        callback=callback,
        help=help_text,
        context_settings={"help_option_names": ["-h", "--help"]},
        add_completion=False,
        no_args_is_help=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
