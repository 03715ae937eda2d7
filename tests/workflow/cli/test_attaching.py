"""The files of a request from the terminal: added, listed, taken out, withdrawn."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.builders import MONDAY, TOWN, a_request
from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.bootstrap import open_installation
from workflow.cli.app import ExitCode, Invocation
from workflow.settings import Settings

PDF = b"%PDF-1.7\n%%EOF\n"
ONE = "净公开申〔2025〕1号"


@pytest.fixture(autouse=True)
def _town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path / "records"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with open_installation(Settings(), FixedClock.on(MONDAY)) as installation:
        a_request(installation.establish(TOWN, actor="管理员"), number=ONE)


def run(*arguments: str) -> int:
    return main(["request", *arguments], said=Invocation(clock=FixedClock.on(MONDAY)))


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "扫描件.pdf"
    path.write_bytes(PDF)
    return path


def test_a_file_is_added_listed_and_taken_out(
    scan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("attach", ONE, str(scan), "--kind", "申请书") == ExitCode.OK
    assert run("attachments", ONE) == ExitCode.OK
    assert "扫描件.pdf" in capsys.readouterr().out
    assert run("attachment", ONE, "1", "--out", str(tmp_path / "again.pdf")) == ExitCode.OK

    assert (tmp_path / "again.pdf").read_bytes() == PDF


def test_a_withdrawn_file_stays_in_the_list_with_its_reason(
    scan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("attach", ONE, str(scan))
    assert run("detach", ONE, "1", "--reason", "传错了") == ExitCode.OK
    capsys.readouterr()

    assert run("attachments", ONE, "--json") == ExitCode.OK
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["withdrawn_why"], row["sha256"]) == ("传错了", sha256(PDF).hexdigest())


def test_a_file_that_is_not_taken_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "安装.exe"
    program.write_bytes(b"MZ")

    assert run("attach", ONE, str(program)) != ExitCode.OK
    assert "只收" in capsys.readouterr().err


def test_an_unknown_kind_is_refused_with_those_there_are(
    scan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("attach", ONE, str(scan), "--kind", "照片") != ExitCode.OK
    assert "送达凭证" in capsys.readouterr().err
