"""Personal data at the terminal: the key, and reading a number in full."""

import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.builders import TOWN
from tests.fakes import FixedClock
from tests.workflow.filled_in import RESIDENT_ID
from workflow.__main__ import main
from workflow.bootstrap import open_installation
from workflow.cli.app import ExitCode, Invocation
from workflow.records.facts import StaffMember
from workflow.settings import Settings

MONDAY = date(2025, 9, 22)
ONE = "净公开申〔2025〕1号"

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office in a folder of its own."""
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with open_installation(Settings(), FixedClock.on(MONDAY)) as installation:
        installation.establish(TOWN, actor="管理员")


def run(*arguments: str) -> int:
    return main(list(arguments), said=Invocation(clock=FixedClock.on(MONDAY)))


def log() -> None:
    who = ("--id-kind", "resident_id", "--id-number", RESIDENT_ID)
    assert run("request", "log", "--applicant", "张三", "--content", "补偿方案", *who) == 0


def answer(capsys: Printed, *arguments: str) -> Any:  # noqa: ANN401 -- whatever is answered
    capsys.readouterr()
    assert run(*arguments, "--json") == ExitCode.OK
    return json.loads(capsys.readouterr().out)


def test_a_number_is_revealed_for_a_reason(capsys: Printed) -> None:
    log()

    shown = answer(capsys, "request", "reveal", ONE, "--reason", "核对身份")

    assert shown == {"identity_kind": "resident_id", "identity_number": RESIDENT_ID}
    assert answer(capsys, "request", "show", ONE)["history"][-1]["kind"] == "identity_shown"


def test_where_no_number_is_kept_the_terminal_says_so(capsys: Printed) -> None:
    assert run("request", "log", "--applicant", "张三", "--content", "补偿方案") == 0

    assert run("request", "reveal", ONE, "--reason", "核对身份") == ExitCode.USAGE
    assert "没有登记证件号码" in capsys.readouterr().err


def test_the_key_is_made_told_of_and_changed(capsys: Printed, tmp_path: Path) -> None:
    assert run("key", "status") == ExitCode.OK
    assert "还没有密钥" in capsys.readouterr().out
    assert run("key", "make") == ExitCode.OK
    assert str(tmp_path / "identity.key") in capsys.readouterr().out
    log()
    before = answer(capsys, "key", "status")

    rotated = answer(capsys, "key", "rotate")

    after = answer(capsys, "key", "status")
    assert list(before["sealed"].values()) == [1]
    assert rotated["sealed"] == 1
    assert after["keys"] == [rotated["key"]] != before["keys"]
    assert after["sealed"] == {rotated["key"]: 1}
    assert run("verify") == ExitCode.OK


def test_the_key_may_lie_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCLOSURE_KEY_FILE", str(tmp_path / "safe" / "number.key"))

    log()

    assert (tmp_path / "safe" / "number.key").exists()
    assert not (tmp_path / "identity.key").exists()


def test_without_its_key_the_terminal_says_what_to_do(capsys: Printed, tmp_path: Path) -> None:
    log()
    (tmp_path / "identity.key").unlink()
    capsys.readouterr()

    assert run("verify") == ExitCode.USAGE
    assert "密钥文件放回原处" in capsys.readouterr().err


def test_the_doctor_finds_a_missing_key_and_one_that_others_read(
    capsys: Printed, tmp_path: Path
) -> None:
    log()
    key = tmp_path / "identity.key"
    key.chmod(0o644)
    capsys.readouterr()
    run("doctor")
    assert "其他用户也能读" in capsys.readouterr().out

    key.unlink()

    assert run("doctor") == ExitCode.FOUND
    assert "密钥却不在" in capsys.readouterr().out


def enlisted() -> None:
    with open_installation(Settings(), FixedClock.on(MONDAY)) as installation:
        office = installation.office()
        with office.work() as uow:
            head = StaffMember(name="陈主任", role="head_of_office")
            uow.staff.add_many([head], actor="管理员", at=office.clock.now())


def test_a_persons_data_is_taken_out_and_the_number_never_typed_as_an_option(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    enlisted()
    log()
    monkeypatch.setattr("sys.stdin", StringIO(f"{RESIDENT_ID}\n"))
    assert answer(capsys, "--as", "陈主任", "person", "find") == [ONE]

    monkeypatch.setattr("sys.stdin", StringIO(f"{RESIDENT_ID}\n"))
    file = tmp_path / "一个人.txt"
    said = ("--reason", "本人要求", "--out", str(file))
    told = answer(capsys, "--as", "陈主任", "person", "export", *said)

    assert told["requests"][0]["details"]["identity_number"] == RESIDENT_ID
    assert RESIDENT_ID in file.read_text("utf-8")


def test_a_term_must_be_set_before_anybody_is_forgotten(capsys: Printed) -> None:
    assert run("retention", "plan") == ExitCode.USAGE
    assert "DISCLOSURE_RETENTION_YEARS" in capsys.readouterr().err


def test_whoever_is_due_is_listed_and_then_forgotten(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    enlisted()
    log()
    closing = ("--on", "2025-09-22", "--form", "letter", "--reason", "张三来信撤回")
    assert run("request", "withdraw", ONE, *closing) == ExitCode.OK
    monkeypatch.setenv("DISCLOSURE_RETENTION_YEARS", "5")
    later = Invocation(clock=FixedClock.on(date(2030, 9, 23)))

    assert main(["--as", "陈主任", "retention", "plan"], said=later) == ExitCode.OK
    assert ONE in capsys.readouterr().out
    assert main(["--as", "陈主任", "retention", "apply", "--yes"], said=later) == ExitCode.OK
    assert "已匿名化 1 件" in capsys.readouterr().out

    shown = answer(capsys, "request", "show", ONE)
    assert "张三" not in json.dumps(shown, ensure_ascii=False)
    assert run("verify") == ExitCode.OK


@pytest.mark.parametrize(("by_itself", "kept"), [("false", True), ("true", False)])
def test_the_tick_forgets_only_where_it_is_set_to(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch, by_itself: str, *, kept: bool
) -> None:
    enlisted()
    log()
    closing = ("--on", "2025-09-22", "--form", "letter", "--reason", "张三来信撤回")
    assert run("request", "withdraw", ONE, *closing) == ExitCode.OK
    monkeypatch.setenv("DISCLOSURE_RETENTION_YEARS", "5")
    monkeypatch.setenv("DISCLOSURE_FORGET_AUTOMATICALLY", by_itself)

    main(["worker", "--once"], said=Invocation(clock=FixedClock.on(date(2030, 9, 23))))

    shown = answer(capsys, "request", "show", ONE)
    assert ("张三" in json.dumps(shown, ensure_ascii=False)) is kept
    if not kept:
        last = shown["history"][-1]
        assert (last["kind"], last["actor"]) == ("made_nameless", "系统")
    assert run("verify") == ExitCode.OK
