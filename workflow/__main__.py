"""The way in: run a command, and turn what goes wrong into one line and an exit code."""

import sys
import traceback
from importlib import import_module

import typer

from workflow.cli.app import ExitCode, Invocation, app


def main(arguments: list[str] | None = None, *, said: Invocation | None = None) -> int:
    """Run the command line, and return what the shell is told."""
    said = said or Invocation()
    try:
        code = app(arguments, standalone_mode=False, obj=said)
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 -- the outermost place, where nothing may escape
        return _tell(error, said)
    return code if isinstance(code, int) else ExitCode.OK


def _tell(error: Exception, said: Invocation) -> int:
    """Say in one line what went wrong; the words are imported only now that they are needed."""
    if said.debug:
        traceback.print_exception(error)
    failure = import_module("workflow.cli.failures").failure_of(error, said.lang)
    for sentence in failure.sentences:
        typer.echo(sentence, err=True)
    return int(failure.code)


if __name__ == "__main__":
    sys.exit(main())
