"""A backup is whole, is taken while others write, and comes back only where nothing is."""

import io
import json
import shutil
import threading
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from tests.builders import TOWN, a_request, an_installation
from tests.fakes import FixedClock
from workflow.bootstrap import open_installation
from workflow.recovery.backing_up import back_up, last_backup
from workflow.recovery.errors import BackupKeyError, BackupUnreadableError, PlaceNotEmptyError
from workflow.recovery.restoring import restore
from workflow.recovery.sealing import MAGIC, SealBrokenError, seal, unseal
from workflow.settings import Settings

CLOCK = FixedClock.on(date(2025, 9, 22))
KEY = b"correct horse battery staple"

pytestmark = pytest.mark.sqlite_only(
    "the copy of a server's records is made by the server's own program"
)


def an_office(folder: Path, requests: int = 3) -> Settings:
    """Make an office with requests and one attachment, and return its settings."""
    with an_installation(folder, CLOCK) as installation:
        office = installation.establish(TOWN, actor="李四")
        for _ in range(requests):
            a_request(office)
        attach(folder, b"%PDF-1.7 proof")
        return installation.settings


def attach(folder: Path, held: bytes) -> Path:
    digest = sha256(held).hexdigest()
    file = folder / "attachments" / digest[:2] / digest[2:]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(held)
    return file


def elsewhere(folder: Path) -> Settings:
    return Settings(data_dir=folder, database_url="")


def numbers(settings: Settings) -> list[str]:
    with open_installation(settings, CLOCK) as installation:
        office = installation.office()
        assert office.verify().holds
        with office.read() as view:
            return [row.number for row in view.requests.each()]


@pytest.mark.parametrize("words", [b"", KEY], ids=["plain", "sealed"])
def test_what_was_backed_up_comes_back_whole(tmp_path: Path, words: bytes) -> None:
    settings = an_office(tmp_path / "office")
    file = tmp_path / "kept" / "backup.zip"

    taken = back_up(settings, file, at=CLOCK.now(), words=words)
    done = restore(elsewhere(tmp_path / "new"), file, words=words)

    assert (taken.attachments, done.attachments) == (1, 1)
    assert done.manifest.taken_at == CLOCK.now()
    assert numbers(elsewhere(tmp_path / "new")) == numbers(settings)
    (attached,) = (tmp_path / "new" / "attachments").glob("??/*")
    assert attached.read_bytes() == b"%PDF-1.7 proof"
    assert [file.name for file in (tmp_path / "kept").iterdir()] == ["backup.zip"]
    assert last_backup(settings) == CLOCK.now()


def test_a_backup_taken_while_others_write_is_of_one_moment(tmp_path: Path) -> None:
    settings = an_office(tmp_path / "office")
    stop = threading.Event()

    def write() -> None:
        with open_installation(settings, CLOCK) as installation:
            office = installation.office()
            while not stop.is_set():
                a_request(office)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for turn in range(4):
            back_up(settings, tmp_path / f"{turn}.zip", at=CLOCK.now())
    finally:
        stop.set()
        writer.join()

    for turn in range(4):
        new = elsewhere(tmp_path / f"new-{turn}")
        restore(new, tmp_path / f"{turn}.zip")
        assert len(numbers(new)) >= 3  # and the chain holds


def test_nothing_is_restored_over_records(tmp_path: Path) -> None:
    settings = an_office(tmp_path / "office")
    back_up(settings, tmp_path / "b.zip", at=CLOCK.now())
    before = numbers(settings)

    with pytest.raises(PlaceNotEmptyError):
        restore(settings, tmp_path / "b.zip")

    assert numbers(settings) == before


def test_nothing_is_restored_over_attachments(tmp_path: Path) -> None:
    settings = an_office(tmp_path / "office")
    back_up(settings, tmp_path / "b.zip", at=CLOCK.now())
    attach(tmp_path / "new", b"something else")

    with pytest.raises(PlaceNotEmptyError):
        restore(elsewhere(tmp_path / "new"), tmp_path / "b.zip")


@pytest.mark.parametrize("words", [b"", b"another key"])
def test_a_sealed_backup_opens_to_its_own_key_alone(tmp_path: Path, words: bytes) -> None:
    settings = an_office(tmp_path / "office")
    back_up(settings, tmp_path / "b", at=CLOCK.now(), words=KEY)

    with pytest.raises(BackupKeyError):
        restore(elsewhere(tmp_path / "new"), tmp_path / "b", words=words)

    assert [file.name for file in (tmp_path / "new").iterdir()] == []
    assert "张三".encode() not in (tmp_path / "b").read_bytes()


def altered(file: Path, name: str, held: bytes) -> None:
    """Write a backup anew, with one member of it holding something else."""
    with zipfile.ZipFile(file) as archive:
        members = {entry: archive.read(entry) for entry in archive.namelist()}
    members[name] = held
    with zipfile.ZipFile(file, "w") as archive:
        for entry, content in members.items():
            archive.writestr(entry, content)


@pytest.mark.parametrize("name", ["disclosure.db", "manifest.json"])
def test_a_backup_that_was_altered_is_refused_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    settings = an_office(tmp_path / "office")
    file = tmp_path / "b.zip"
    back_up(settings, file, at=CLOCK.now())
    altered(file, name, b"{}")

    with pytest.raises(BackupUnreadableError):
        restore(elsewhere(tmp_path / "new"), file)

    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "attachments/../../x", "a.db"])
def test_a_backup_writes_nothing_outside_of_its_place(tmp_path: Path, name: str) -> None:
    settings = an_office(tmp_path / "office")
    file = tmp_path / "b.zip"
    back_up(settings, file, at=CLOCK.now())
    with zipfile.ZipFile(file) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    manifest["files"][name] = sha256(b"x").hexdigest()
    altered(file, "manifest.json", json.dumps(manifest).encode())
    altered(file, name, b"x")

    with pytest.raises(BackupUnreadableError):
        restore(elsewhere(tmp_path / "new"), file)

    assert not (tmp_path / "outside").exists()


@pytest.mark.parametrize("share", [0, 0.3, 0.99])
def test_a_backup_that_was_cut_off_is_refused(tmp_path: Path, share: float) -> None:
    settings = an_office(tmp_path / "office")
    file = tmp_path / "b.zip"
    back_up(settings, file, at=CLOCK.now())
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(BackupUnreadableError):
        restore(elsewhere(tmp_path / "new"), file)


def test_a_backup_that_fails_leaves_the_one_before_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = an_office(tmp_path / "office")
    file = tmp_path / "b.zip"
    back_up(settings, file, at=CLOCK.now())
    before = file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(file))

    monkeypatch.setattr("workflow.recovery.backing_up.copied", full)
    with pytest.raises(OSError, match="No space"):
        back_up(settings, file, at=CLOCK.now())

    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


@pytest.mark.parametrize("size", [0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3_000_000])
def test_a_file_of_any_size_comes_out_of_its_seal_as_it_went_in(size: int) -> None:
    held = bytes(size)
    sealed, opened = io.BytesIO(), io.BytesIO()

    seal(io.BytesIO(held), sealed, KEY)
    sealed.seek(len(MAGIC))
    unseal(sealed, opened, KEY)

    assert opened.getvalue() == held


@pytest.mark.parametrize("place", [0, 30, 1_000_000, 1_048_640, 2_400_000, -1])
def test_one_changed_bit_breaks_the_seal(place: int) -> None:
    sealed = io.BytesIO()
    seal(io.BytesIO(bytes(2_500_000)), sealed, KEY)
    held = bytearray(sealed.getvalue()[len(MAGIC) :])
    held[place] ^= 1

    with pytest.raises(SealBrokenError):
        unseal(io.BytesIO(bytes(held)), io.BytesIO(), KEY)


def test_pieces_cannot_be_left_out_or_changed_about() -> None:
    sealed = io.BytesIO()
    seal(io.BytesIO(bytes(3 * 1024 * 1024)), sealed, KEY)
    held = sealed.getvalue()[len(MAGIC) :]
    head, piece = held[:23], 1024 * 1024 + 16
    one, two, three = (held[23 + n * piece : 23 + (n + 1) * piece] for n in range(3))

    for arranged in (one + two, two + one + three, one + three, one + one + three, b""):
        with pytest.raises(SealBrokenError):
            unseal(io.BytesIO(head + arranged), io.BytesIO(), KEY)


def test_records_restored_go_on_as_they_were(tmp_path: Path) -> None:
    settings = an_office(tmp_path / "office", requests=2)
    back_up(settings, tmp_path / "b.zip", at=CLOCK.now())
    shutil.rmtree(tmp_path / "office")

    restore(elsewhere(tmp_path / "office"), tmp_path / "b.zip")
    with open_installation(elsewhere(tmp_path / "office"), CLOCK) as installation:
        a_request(installation.office())

    assert numbers(elsewhere(tmp_path / "office"))[-1].endswith("3号")
