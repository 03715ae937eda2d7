"""`disclosure database` from the terminal: what a file of SQLite is told."""

import pytest
from sqlalchemy import text

from tests.fakes import FixedClock
from tests.workflow.cli.desk import Keyboard, run
from tests.workflow.filled_in import grown, logged
from workflow.bootstrap import open_installation
from workflow.cli.app import ExitCode
from workflow.settings import Settings

pytestmark = pytest.mark.sqlite_only("a server can")


def test_an_office_on_sqlite_is_told_that_it_needs_no_parts(keyboard: Keyboard) -> None:
    keyboard.capsys.readouterr()

    assert run("database", "partition") != ExitCode.OK
    assert "SQLite，不需要分区" in keyboard.capsys.readouterr().err


def test_a_small_office_is_told_that_it_needs_no_index(keyboard: Keyboard) -> None:
    keyboard.capsys.readouterr()

    assert run("database", "index") == ExitCode.OK
    assert "检索不需要索引" in keyboard.capsys.readouterr().out


def test_the_index_of_a_large_office_is_made_anew(keyboard: Keyboard) -> None:
    with open_installation(Settings(), FixedClock.on(keyboard.on)) as installation:
        (office,) = installation.offices()
        number = logged(grown(office), content="某村低保名单")
        with office.work() as uow:
            uow.connection.execute(text("DELETE FROM text_pair"))
    assert number not in keyboard.say("request", "list", "--search", "低保")

    assert keyboard.read("database", "index")[office.name] > 0

    assert number in keyboard.say("request", "list", "--search", "低保")


@pytest.mark.parametrize("words", [("jobs", "--once"), ("worker", "--once", "--queue")])
def test_an_office_on_sqlite_is_told_that_it_needs_no_queue(
    keyboard: Keyboard, words: tuple[str, ...]
) -> None:
    keyboard.capsys.readouterr()

    assert run(*words) != ExitCode.OK
    assert "一个机关不需要队列" in keyboard.capsys.readouterr().err
