"""Saying what a decision does, and asking whoever is at the keyboard; nobody else is asked."""

import sys
from collections.abc import Iterable

import typer

from workflow.cli.app import ExitCode
from workflow.i18n import Lang, Text

_GO_ON = Text("确定吗？", "Go on?")
_NOT_DONE = Text("没有写入。", "Nothing was written.")


def at_keyboard() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def go_on(question: str, lang: Lang, *, yes: bool) -> None:
    """Return if the answer is yes, was given beforehand, or nobody can be asked; else stop."""
    if yes or not at_keyboard() or typer.confirm(question):
        return
    typer.echo(_NOT_DONE.say(lang))
    raise typer.Exit(ExitCode.FAILURE)


def say_and_ask(effects: Iterable[str], lang: Lang, *, yes: bool, quiet: bool) -> None:
    """Say what a decision does before it is made; to another program it is said with the answer."""
    if quiet:
        return
    for effect in effects:
        typer.echo(effect)
    go_on(_GO_ON.say(lang), lang, yes=yes)
