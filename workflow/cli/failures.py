"""What went wrong, in one line each, and the exit code: imported only when something does.

A new error of the records or the documents needs its words in `workflow.wording`, and its row in
`CODES` where its exit code is not that of wrong use.
"""

import re
from dataclasses import dataclass

import typer

from states.errors import MoveRefusedError, Refusal
from workflow.cli.app import ExitCode
from workflow.cli.hints import with_hint
from workflow.documents.errors import FontMissingError, GlyphMissingError
from workflow.failures import sentences_of
from workflow.i18n import Lang, Text
from workflow.records.errors import (
    DriverMissingError,
    EventNotFoundError,
    LetterNotFoundError,
    OfficeNotFoundError,
    RequestNotFoundError,
    RowNotFoundError,
    StaleRequestError,
    StaleRowError,
    StorageDamagedError,
    StorageFullError,
    StorageReadOnlyError,
    StorageUnreachableError,
    WriteFailedError,
    WriterBusyError,
)
from workflow.services.errors import ExtraNotInstalledError
from workflow.services.reminder_errors import ReminderNotGivenUpError
from workflow.wording.refusals import refusal_sentence


@dataclass(frozen=True, slots=True)
class Failure:
    """The sentences for the reader and the code for the shell."""

    sentences: tuple[str, ...]
    code: ExitCode


CODES: dict[type[Exception], ExitCode] = {
    RequestNotFoundError: ExitCode.FOUND,
    EventNotFoundError: ExitCode.FOUND,
    RowNotFoundError: ExitCode.FOUND,
    LetterNotFoundError: ExitCode.FOUND,
    OfficeNotFoundError: ExitCode.FOUND,
    DriverMissingError: ExitCode.MISSING,
    ExtraNotInstalledError: ExitCode.MISSING,
    ReminderNotGivenUpError: ExitCode.FOUND,
    StaleRequestError: ExitCode.FAILURE,
    StaleRowError: ExitCode.FAILURE,
    WriteFailedError: ExitCode.FAILURE,
    WriterBusyError: ExitCode.FAILURE,
    **dict.fromkeys(
        (StorageFullError, StorageReadOnlyError, StorageDamagedError, StorageUnreachableError),
        ExitCode.FAILURE,
    ),
    FontMissingError: ExitCode.MISSING,
    GlyphMissingError: ExitCode.MISSING,
}

_USAGE: dict[str, Text] = {
    "NoSuchOption": Text("没有这个选项：{option_name}。", "There is no option {option_name}."),
    "BadOptionUsage": Text(
        "选项 {option_name} 的写法有误，或缺少值。",
        "The option {option_name} is not used rightly, or lacks its value.",
    ),
    "MissingParameter": Text("缺少 {hint}。", "{hint} is missing."),
    "BadParameter": Text("{hint}：{message}", "{hint}: {message}"),
}
# What the library says in words alone: no class of its own tells these apart.
_SAID: tuple[tuple[re.Pattern[str], Text], ...] = (
    (
        re.compile(r"No such command '(?P<name>.*)'\. Did you mean (?P<others>.*)\?"),
        Text(
            "没有命令“{name}”；是否要用 {others}？", "There is no command “{name}”; try {others}."
        ),
    ),
    (
        re.compile(r"No such command '(?P<name>.*)'"),
        Text("没有命令“{name}”。", "There is no command “{name}”."),
    ),
    (re.compile(r"Missing command"), Text("缺少命令。", "A command is missing.")),
    (
        re.compile(r"'(?P<value>.*)' is not a valid integer"),
        Text("“{value}”不是整数", "“{value}” is no whole number"),
    ),
    (
        re.compile(r"(?P<value>\S+) is not in the range (?P<range>.*)\."),
        Text("{value} 不在范围 {range} 之内", "{value} is not in the range {range}"),
    ),
    (
        re.compile(r"'(?P<value>.*)' is not one of (?P<choices>.*)\."),
        Text("“{value}”不在可选范围内：{choices}", "“{value}” is not one of {choices}"),
    ),
    (
        re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((?P<rest>.*)\)"),
        Text("多余的参数：{rest}。", "Too many arguments: {rest}."),
    ),
)
_SEE_HELP = Text("用 -h 查看用法。", " See -h for how to use it.")
_ACKNOWLEDGE = Text("确认用 --acknowledge {code}。", " Confirm with --acknowledge {code}.")
_UNEXPECTED = Text(
    "程序出错（{kind}：{message}），没有完成；加 --debug 重试可看到详情。",
    "Something failed ({kind}: {message}) and was not completed; see more with --debug.",
)


def failure_of(error: Exception, lang: Lang) -> Failure:
    """Return what to say of an error, and the exit code."""
    match error:
        case MoveRefusedError():
            refused = tuple(_refused(refusal, lang) for refusal in error.refusals)
            return Failure(refused, ExitCode.USAGE)
        case OSError():
            code = ExitCode.FAILURE
        case typer.TyperException():
            return Failure((_usage_sentence(error, lang),), ExitCode.USAGE)
        case _:
            code = CODES.get(type(error), ExitCode.USAGE)
    sentences = sentences_of(error, lang)
    if sentences is None:
        message = " ".join(str(error).split())
        sentences = (_UNEXPECTED.say(lang, kind=type(error).__name__, message=message),)
        code = ExitCode.FAILURE
    *others, last = sentences
    last = with_hint(last, type(error).__name__, vars(error), lang)
    return Failure((*others, last), code)


def _refused(refusal: Refusal, lang: Lang) -> str:
    """Return why a step is refused and, where a breach may be acknowledged, how."""
    sentence = with_hint(refusal_sentence(refusal, lang), refusal.code, {}, lang)
    return sentence + _ACKNOWLEDGE.say(lang, code=refusal.code) if refusal.waivable else sentence


def _usage_sentence(error: typer.TyperException, lang: Lang) -> str:
    """Return a fault of the command line; the library's own words where we have none."""
    facts = {name: value for name, value in vars(error).items() if isinstance(value, str)}
    param = getattr(error, "param", None)
    facts["hint"] = "" if param is None else _called(param)
    facts["message"] = _said(facts.get("message", str(error)), lang)
    text = _USAGE.get(type(error).__name__)
    if text is None or ("{hint}" in text.zh and param is None):
        sentence = facts["message"]
    else:
        sentence = text.say(lang, **facts)
    return f"{sentence}{_SEE_HELP.say(lang)}"


def _called(param: typer.CallbackParam) -> str:
    """Return what an option or an argument is called on the help page."""
    name = param.opts[0]
    return name if name.startswith("-") else str(getattr(param, "metavar", None) or name.upper())


def _said(message: str, lang: Lang) -> str:
    for pattern, text in _SAID:
        found = pattern.match(message)
        if found is not None:
            return text.say(lang, **found.groupdict())
    return message
