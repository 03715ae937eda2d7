"""What the doctor finds, each brought about in earnest, and what it says is the mend."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from notifications.ports import Notice, Recipient
from tests.builders import TOWN, a_request, an_installation
from tests.fakes import FixedClock
from tests.workflow.filled_in import grown
from workflow.bootstrap import Installation, open_installation
from workflow.documents.fonts import FontBook
from workflow.i18n import Lang
from workflow.recovery.backing_up import back_up
from workflow.recovery.examining import (
    Examined,
    Finding,
    Verdict,
    examine,
    file_system,
    folder,
    fonts,
    packages,
    zone,
)
from workflow.settings import AppriseSettings, Settings
from workflow.wording.examined import EXAMINED, examined_sentence

pytestmark = pytest.mark.sqlite_only("what is looked at here is a file")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock.on(date(2025, 9, 22))


@pytest.fixture
def installation(tmp_path: Path, clock: FixedClock) -> Iterator[Installation]:
    with an_installation(tmp_path / "office", clock) as opened:
        office = opened.establish(TOWN, actor="李四")
        a_request(office)
        (tmp_path / "office").chmod(0o700)
        yield opened


def found(installation: Installation, what: Examined) -> Finding:
    (finding,) = (one for one in examine(installation) if one.what is what)
    return finding


def test_a_sound_installation_lacks_only_mail_and_backup(installation: Installation) -> None:
    doubtful = {one.what for one in examine(installation) if one.verdict is not Verdict.SOUND}

    assert doubtful - {Examined.FONTS, Examined.ZONE} == {Examined.MAIL, Examined.BACKUP}


def test_a_clock_behind_the_last_entry_is_wrong(
    installation: Installation, clock: FixedClock
) -> None:
    clock.instant -= timedelta(days=400)

    assert (
        found(installation, Examined.CLOCK).verdict,
        found(installation, Examined.CLOCK).code,
    ) == (
        Verdict.WRONG,
        "behind",
    )


@pytest.mark.parametrize(("hours", "code"), [(8, ""), (0, "elsewhere"), (-7, "elsewhere")])
def test_a_machine_that_keeps_another_time_is_doubted(hours: int, code: str) -> None:
    finding = zone(hours * 3600)

    assert finding.code == code
    said = examined_sentence(finding.what, finding.code, finding.facts, Lang.ZH)
    assert ("timedatectl set-timezone Asia/Shanghai" in said) is bool(code)


def test_a_folder_that_takes_no_file_is_wrong_whatever_its_rights_say(tmp_path: Path) -> None:
    # Nobody makes a file there, not even root.
    finding = folder(Settings(data_dir=Path("/proc")))

    assert (finding.verdict, finding.code) == (Verdict.WRONG, "unwritable")
    said = examined_sentence(finding.what, finding.code, finding.facts, Lang.ZH)
    assert "/proc" in said
    assert "chown" in said
    (tmp_path / "attachments").write_bytes(b"a file in the folder's place")
    assert folder(Settings(data_dir=tmp_path)).facts == {"folder": tmp_path / "attachments"}


def test_a_reminder_that_was_given_up_is_found_and_told_where_to_look(
    installation: Installation, clock: FixedClock
) -> None:
    office = installation.office()
    with office.work() as uow:
        to = Recipient("陈经办", "chen@office.example")
        uow.outbox.add([Notice("reply-5d", "1号", clock.now().date(), to, "email", "1号", "请办")])
    assert found(installation, Examined.NOTICES).verdict is Verdict.SOUND
    with office.work() as uow:
        (item,) = uow.outbox.claim(clock.now(), limit=1, lease=timedelta(minutes=5))
        uow.outbox.failed(item, clock.now(), "http_404", retry=False)

    finding = found(installation, Examined.NOTICES)

    assert (finding.verdict, finding.code, finding.facts["n"]) == (Verdict.WRONG, "failed", 1)
    said = examined_sentence(finding.what, "failed", finding.facts, Lang.ZH)
    assert "disclosure reminders list" in said


def test_a_channel_that_cannot_be_set_up_is_found_before_anything_is_sent(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    bots = AppriseSettings(urls=[SecretStr("json://office.example")])
    settings = Settings(data_dir=tmp_path / "set", apprise=bots)
    monkeypatch.setitem(sys.modules, "apprise", None)
    with open_installation(settings, clock) as opened:
        finding = found(opened, Examined.CHANNELS)

    assert (finding.verdict, finding.code) == (Verdict.WRONG, "not_installed")
    said = examined_sentence(finding.what, finding.code, finding.facts, Lang.ZH)
    assert "pip install 'disclosure-desk[notify]'" in said
    assert "office.example" not in said


def test_a_folder_that_anybody_reads_is_doubted(installation: Installation) -> None:
    installation.settings.data_dir.chmod(0o755)

    assert found(installation, Examined.FOLDER).code == "open_to_all"


def test_records_on_a_network_are_wrong(installation: Installation, tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/x {tmp_path} nfs4 rw 0 0\n/dev/sda1 / ext4 rw 0 0\n")

    assert file_system(installation.settings, mounts).code == "networked"
    mounts.write_text(f"server:/x {tmp_path} nfs4 rw 0 0\n/dev/b {tmp_path}/office ext4 rw 0 0\n")
    assert file_system(installation.settings, mounts).verdict is Verdict.SOUND


def test_a_changed_record_breaks_the_chain(installation: Installation) -> None:
    file = installation.settings.data_dir / "disclosure.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE request SET content = 'another'")
        connection.commit()

    assert found(installation, Examined.CHAIN).code == "broken"


def test_a_damaged_page_is_found(installation: Installation) -> None:
    file = installation.settings.data_dir / "disclosure.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = 'event'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with file.open("r+b") as held:
        held.seek((page - 1) * size)
        held.write(b"\x00" * size)

    damaged = next(
        one for one in examine(installation, chain=False) if one.what is Examined.DATABASE
    )
    assert damaged.code == "damaged"


def test_another_package_of_the_same_name_is_found() -> None:
    assert packages().verdict is Verdict.SOUND
    assert packages(("workflow", "json")).code == "overwritten"


def test_without_a_chinese_font_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bare = FontBook.found(system=False)
    monkeypatch.setattr(FontBook, "found", classmethod(lambda *_: bare))

    finding = fonts(Settings(data_dir=tmp_path))
    assert finding.code == "missing"
    assert "fonts-noto-cjk" in examined_sentence(finding.what, "missing", finding.facts, Lang.ZH)


def test_next_years_notice_is_missed_from_november_on(
    installation: Installation, clock: FixedClock
) -> None:
    clock.instant += timedelta(days=365 + 30)  # 2026-10-22
    assert found(installation, Examined.CALENDAR).verdict is Verdict.SOUND
    clock.instant += timedelta(days=12)  # 2026-11-03

    assert found(installation, Examined.CALENDAR).facts == {"year": 2027}


def test_a_backup_is_overdue_after_a_week(
    installation: Installation, clock: FixedClock, tmp_path: Path
) -> None:
    assert found(installation, Examined.BACKUP).code == "never"
    back_up(installation.settings, tmp_path / "b.zip", at=clock.now())
    clock.move(days=7)
    assert found(installation, Examined.BACKUP).verdict is Verdict.SOUND
    clock.move(hours=1)

    assert found(installation, Examined.BACKUP).code == "overdue"


def test_an_index_that_would_not_find_something_is_found(installation: Installation) -> None:
    assert found(installation, Examined.SEARCH).verdict is Verdict.SOUND
    (office,) = installation.offices()
    grown(office)
    a_request(office)
    with office.work() as uow:
        uow.connection.execute(text("DELETE FROM text_pair"))

    finding = found(installation, Examined.SEARCH)

    assert (finding.verdict, finding.facts) == (Verdict.WRONG, {"office": office.name})
    with office.work() as uow:
        uow.requests.text_pairs.rebuild()
    assert found(installation, Examined.SEARCH).verdict is Verdict.SOUND


def test_every_sentence_is_of_something_looked_at() -> None:
    assert {name.partition(".")[0] for name in EXAMINED} == set(Examined)
