"""The drill, on SQLite and on PostgreSQL: back up under way, lose it all, restore, prove, go on.

On PostgreSQL the copy is made by `pg_dump`, which sees one state of the records from its beginning
to its end, and put back by `pg_restore` in one transaction.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests import databases
from tests.builders import TOWN, a_request
from tests.fakes import FixedClock
from workflow.bootstrap import open_installation
from workflow.i18n import Lang
from workflow.recovery.backing_up import back_up
from workflow.recovery.errors import BackupProgramError, BackupUnreadableError, PlaceNotEmptyError
from workflow.recovery.restoring import restore
from workflow.services.attachments import keep_file
from workflow.settings import Settings
from workflow.wording.asked import asked_sentence

pytestmark = pytest.mark.thorough

CLOCK = FixedClock.on(date(2025, 9, 22))
KEY = b"correct horse battery staple"


@dataclass(frozen=True, slots=True)
class Place:
    """A machine: a directory of its own, and a database in which nothing is."""

    settings: Settings

    def numbers(self) -> list[str]:
        """Prove the records, and return the numbers that are in them."""
        with open_installation(self.settings, CLOCK) as installation:
            office = installation.office()
            assert office.verify().holds
            with office.read() as view:
                return sorted(row.number for row in view.requests.each())

    def write(self, requests: int = 1) -> None:
        with open_installation(self.settings, CLOCK) as installation:
            for _ in range(requests):
                a_request(installation.office())


Make = Callable[[str], Place]


@pytest.fixture(scope="module")
def was_served() -> Iterator[bool]:
    """Run a server for the tests of this module; say whether the whole run has one."""
    if databases.is_served():
        yield True
    else:
        with databases.cluster():
            yield False


@pytest.fixture
def server(was_served: bool, tmp_path: Path) -> Make:  # noqa: FBT001, ARG001 - it must run
    """Make places on PostgreSQL alone."""
    return lambda name: Place(Settings(data_dir=tmp_path / name, database_url=databases.empty()))


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Make places on one kind of database after the other."""
    if request.param == "postgresql":
        make: Make = request.getfixturevalue("server")
        return make
    return lambda name: Place(Settings(data_dir=tmp_path / name))


def an_office(place: Place) -> Place:
    with open_installation(place.settings, CLOCK) as installation:
        office = installation.establish(TOWN, actor="李四")
        a_request(office)
        keep_file("申请书.txt", "申请书".encode(), office.attachment_files)
    return place


@pytest.mark.parametrize("words", [b"", KEY], ids=["plain", "sealed"])
def test_what_was_lost_comes_back_and_goes_on(place: Make, tmp_path: Path, words: bytes) -> None:
    lost, new = an_office(place("lost")), place("new")
    file = tmp_path / "desk.zip"
    lost.write(2)
    before = lost.numbers()
    back_up(lost.settings, file, at=CLOCK.now(), words=words)

    done = restore(new.settings, file, words=words)

    assert (new.numbers(), done.attachments) == (before, 1)
    new.write()
    assert len(new.numbers()) == len(before) + 1


def test_a_backup_under_way_is_of_one_moment(place: Make, tmp_path: Path) -> None:
    busy = an_office(place("busy"))
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            busy.write()

    worker = threading.Thread(target=work)
    worker.start()
    try:
        for turn in range(3):
            back_up(busy.settings, tmp_path / f"{turn}.zip", at=CLOCK.now())
    finally:
        stop.set()
        worker.join()

    for turn in range(3):
        new = place(f"new-{turn}")
        restore(new.settings, tmp_path / f"{turn}.zip")
        assert set(new.numbers()) <= set(busy.numbers())


def test_nothing_is_restored_over_records(place: Make, tmp_path: Path) -> None:
    one = an_office(place("one"))
    before = one.numbers()
    back_up(one.settings, tmp_path / "desk.zip", at=CLOCK.now())

    with pytest.raises(PlaceNotEmptyError):
        restore(one.settings, tmp_path / "desk.zip")
    assert one.numbers() == before


def test_without_the_programs_of_the_server_their_package_is_named(
    server: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = an_office(server("one"))
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(BackupProgramError) as caught:
        back_up(one.settings, tmp_path / "kept" / "desk.zip", at=CLOCK.now())

    said = asked_sentence(caught.value, Lang.ZH)
    assert "没有数据库程序 pg_dump" in said
    assert "postgresql-client" in said
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_restore_that_the_server_breaks_off_leaves_nothing(
    server: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, new = an_office(server("one")), server("new")
    back_up(one.settings, tmp_path / "desk.zip", at=CLOCK.now())
    with monkeypatch.context() as without:
        without.setenv("PATH", str(tmp_path))
        with pytest.raises(BackupProgramError):
            restore(new.settings, tmp_path / "desk.zip")

    assert list(new.settings.data_dir.iterdir()) == []
    restore(new.settings, tmp_path / "desk.zip")
    assert new.numbers() == one.numbers()


def test_a_backup_of_one_database_is_not_put_into_another_kind(
    server: Make, tmp_path: Path
) -> None:
    one = an_office(server("one"))
    back_up(one.settings, tmp_path / "desk.zip", at=CLOCK.now())

    with pytest.raises(BackupUnreadableError):
        restore(Settings(data_dir=tmp_path / "file"), tmp_path / "desk.zip")
