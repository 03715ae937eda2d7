"""`disclosure database` from the terminal: what a file of SQLite is told."""

import pytest

from tests.workflow.cli.desk import Keyboard, run
from workflow.cli.app import ExitCode

pytestmark = pytest.mark.sqlite_only("a server can")


def test_an_office_on_sqlite_is_told_that_it_needs_no_parts(keyboard: Keyboard) -> None:
    keyboard.capsys.readouterr()

    assert run("database", "partition") != ExitCode.OK
    assert "SQLite，不需要分区" in keyboard.capsys.readouterr().err
