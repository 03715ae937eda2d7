"""A disk that is full, read-only or damaged is said to be so, and nothing is half done."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from tests.builders import TOWN, a_request
from tests.fakes import FixedClock
from tests.workflow.cli.desk import run
from workflow.bootstrap import Installation, open_installation
from workflow.cli.app import ExitCode
from workflow.records.errors import (
    StorageDamagedError,
    StorageFullError,
    StorageReadOnlyError,
    StorageUnreachableError,
)
from workflow.settings import Settings

MONDAY = date(2025, 9, 22)
NAME = "disclosure.db"
LONG = "某村征地补偿方案" * 2_000
ROOM = 3 * 1024**2  # bytes of the small disk


def opened(directory: Path) -> Installation:
    settings = Settings(data_dir=directory, database_url=f"sqlite:///{directory / NAME}")
    return open_installation(settings, FixedClock.on(MONDAY))


def founded(directory: Path, requests: int = 3) -> list[str]:
    """Make an office with requests, close it, and return their numbers."""
    with opened(directory) as installation:
        office = installation.establish(TOWN, actor="管理员")
        return [a_request(office) for _ in range(requests)]


def assert_whole(directory: Path, numbers: list[str]) -> None:
    """Check that what was told is there, nothing else, and that it verifies."""
    with opened(directory) as installation:
        office = installation.office()
        with office.read() as view:
            assert [row.number for row in view.requests.each()] == numbers
        assert office.verify().holds


# --- without a disk of one's own ---------------------------------------------------------------


def test_a_database_that_may_not_grow_says_that_the_disk_is_full(tmp_path: Path) -> None:
    numbers = founded(tmp_path)
    with opened(tmp_path) as installation:
        office = installation.office()
        with office.work() as uow:
            found = uow.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            uow.connection.exec_driver_sql(f"PRAGMA max_page_count = {found}")
        with pytest.raises(StorageFullError) as caught:
            a_request(office, content=LONG)
        assert caught.value.place == str(tmp_path / NAME)
        with office.work() as uow:
            uow.connection.exec_driver_sql("PRAGMA max_page_count = 100000")
        numbers.append(a_request(office, content=LONG))
    assert_whole(tmp_path, numbers)


def test_a_file_that_is_no_database_is_said_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"nothing of the kind" * 1_000)
    with pytest.raises(StorageDamagedError), opened(tmp_path):
        pass


def test_a_page_that_was_overwritten_is_found_and_nothing_is_written_over_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    founded(tmp_path, 40)
    file = tmp_path / NAME
    content = bytearray(file.read_bytes())
    size = 4096
    for page in range(8, len(content) // size):
        content[page * size : page * size + 64] = os.urandom(64)
    file.write_bytes(content)
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path))

    assert run("request", "log", "--applicant", "张三", "--content", "方案") == ExitCode.FAILURE
    assert "已损坏" in capsys.readouterr().err
    assert file.read_bytes() == bytes(content)
    assert run("doctor") == ExitCode.FOUND
    assert "文件损坏" in capsys.readouterr().out


def test_a_folder_in_the_place_of_the_file_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(StorageUnreachableError), opened(tmp_path):
        pass


@pytest.mark.enable_socket
def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    url = "postgresql://desk:geheim@127.0.0.1:9/disclosure"
    with (
        pytest.raises(StorageUnreachableError) as caught,
        open_installation(Settings(database_url=url)),
    ):
        pass
    assert caught.value.place == "postgresql://desk:***@127.0.0.1:9/disclosure"


# --- on a small disk ---------------------------------------------------------------------------


def mounted(*words: str) -> bool:
    """Ask the system about a disk; False where it will not."""
    return subprocess.run(words, capture_output=True, check=False).returncode == 0  # noqa: S603


@pytest.fixture(name="disk")
def _disk(tmp_path: Path) -> Iterator[Path]:
    """Return a small disk in memory, for as long as the test lasts."""
    place = tmp_path / "disk"
    place.mkdir()
    if not mounted("mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)):
        pytest.skip("only root mounts a disk")
    yield place
    mounted("umount", "-l", str(place))


def filled(disk: Path) -> Path:
    """Leave no room on a disk, and return the file that takes it."""
    file = disk / "full"
    with file.open("wb", buffering=0) as taking:
        try:
            while True:
                taking.write(bytes(4096))
        except OSError:
            return file


def test_on_a_full_disk_nothing_is_half_written_and_with_room_it_goes_on(
    disk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = founded(disk)
    with opened(disk) as installation:
        office = installation.office()
        taking = filled(disk)
        with suppress(StorageFullError):
            for _ in range(200):
                numbers.append(a_request(office, content=LONG))
        assert len(numbers) < 200
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(disk))
    assert run("request", "log", "--applicant", "张三", "--content", LONG) == ExitCode.FAILURE
    said = capsys.readouterr().err
    assert "磁盘已满" in said
    assert str(disk / NAME) in said

    taking.unlink()
    assert_whole(disk, numbers)
    with opened(disk) as installation:
        numbers.append(a_request(installation.office()))
    assert_whole(disk, numbers)


def test_on_a_disk_that_turned_read_only_nothing_is_lost(
    disk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = founded(disk)
    assert mounted("mount", "-o", "remount,ro", str(disk))
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(disk))

    assert run("request", "log", "--applicant", "张三", "--content", "方案") == ExitCode.FAILURE
    assert "不能写" in capsys.readouterr().err
    with pytest.raises(StorageReadOnlyError), opened(disk):
        pass

    assert mounted("mount", "-o", "remount,rw", str(disk))
    assert_whole(disk, numbers)
