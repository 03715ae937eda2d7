"""A town's desk for tests of commands: run, print, and number."""

import json
from datetime import date
from typing import Any

import pytest

from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.cli.app import ExitCode, Invocation

MONDAY = date(2025, 9, 22)
Printed = pytest.CaptureFixture[str]


def run(*arguments: object, on: date = MONDAY) -> int:
    return main([str(word) for word in arguments], said=Invocation(clock=FixedClock.on(on)))


class Keyboard:
    """Types commands on one day, and reads what they print."""

    def __init__(self, capsys: Printed, on: date = MONDAY) -> None:
        self.capsys = capsys
        self.on = on

    def say(self, *arguments: object) -> str:
        """Run a command that must succeed, and return what it printed."""
        self.capsys.readouterr()
        code = run(*arguments, on=self.on)
        said = self.capsys.readouterr()
        assert code == ExitCode.OK, said.err
        return said.out

    def refused(self, *arguments: object) -> str:
        """Run a command that must be refused as wrongly used, and return why."""
        self.capsys.readouterr()
        assert run(*arguments, on=self.on) == ExitCode.USAGE
        return self.capsys.readouterr().err

    def read(self, *arguments: object) -> Any:  # noqa: ANN401 -- whatever the command prints
        """Return the JSON that a command prints."""
        return json.loads(self.say(*arguments, "--json"))

    def log(self, number: str, submitted: str = "2025-09-01", content: str = "征地批复") -> str:
        self.say(
            *("request", "log", "--applicant", "张三", "--content", content),
            *("--submitted", submitted, "--number", number),
        )
        return number
