"""The tutorial is followed to the letter, on a day after its last."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from tests.docs.reading import DOCS, text_of
from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.cli.app import ExitCode, Invocation

TUTORIAL = text_of("tutorial/first-request.md")
A_FILE = re.compile(r"^```csv (\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
A_COMMAND = re.compile(r"^disclosure (.+)$", re.MULTILINE)
REFUSED, FOUND = "# 拒绝", "# 有问题"
AFTERWARDS = date(2018, 1, 15)  # Monday

Printed = pytest.CaptureFixture[str]


def run(command: str, on: date = AFTERWARDS) -> int:
    said = Invocation(clock=FixedClock.on(on))
    return main(shlex.split(command, comments=True), said=said)


@pytest.fixture
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", "练习")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for name, text in A_FILE.findall(TUTORIAL):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("_in_a_folder_of_its_own")
def test_the_tutorial_can_be_followed_to_the_letter(capsys: Printed) -> None:
    printed: dict[str, str] = {}

    for command in A_COMMAND.findall(TUTORIAL):
        code = run(command)
        said = capsys.readouterr()
        printed[command.split("  #")[0]] = said.out
        expected = ExitCode.USAGE if REFUSED in command else ExitCode.OK
        assert code == expected, f"{command}\n{said.err}"

    # Counted by hand in the tutorial's own text: received, consulted, answered, answered rightly;
    # then decided, submitted, reviewed, approved and issued.
    assert re.findall(r"答复期限：(\S+)", "".join(printed.values())) == [
        "2017-10-17",
        "2017-10-17",
        "2017-10-23",
        *["2017-10-20"] * 6,
    ]
    counted = printed["report cell 2017 statistics 受理政府信息公开申请总数 year"]
    assert "青公开申〔2017〕1号" in counted


PRACTICE = sorted(set((DOCS / "tutorial").glob("*.md")) - {DOCS / "tutorial" / "first-request.md"})
TODAY = re.compile(r"今天是(\d+)年(\d+)月(\d+)日")


def _expected(command: str) -> ExitCode:
    if REFUSED in command:
        return ExitCode.USAGE
    return ExitCode.FOUND if FOUND in command else ExitCode.OK


@pytest.mark.usefixtures("_in_a_folder_of_its_own")
@pytest.mark.parametrize("page", PRACTICE, ids=lambda page: page.stem)
def test_every_practice_can_be_followed_to_the_letter(page: Path, capsys: Printed) -> None:
    text = page.read_text(encoding="utf-8")
    today = TODAY.search(text)
    assert today is not None

    for command in A_COMMAND.findall(text):
        code = run(command, date(*map(int, today.groups())))
        expected = _expected(command)
        assert code == expected, f"{command}\n{capsys.readouterr().err}"
