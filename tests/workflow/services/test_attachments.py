"""Files of requests in the records: safe before they are entered, and covered by the proof."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from states.errors import MoveRefusedError
from states.steps import Role
from tests.builders import TOWN, a_request, an_installation
from workflow.bootstrap import Office
from workflow.records.attachment_files import AttachmentFiles
from workflow.records.errors import AttachmentLostError
from workflow.records.verification import Fault
from workflow.services.attachments import (
    AddFile,
    AttachmentKind,
    KeptFile,
    WithdrawFile,
    add_file,
    files_of,
    keep_file,
    withdraw_file,
)

PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_installation(tmp_path) as installation:
        yield installation.establish(TOWN, actor="王管理")


def keep(office: Office, content: bytes = PDF) -> KeptFile:
    return keep_file("申请书.pdf", content, office.attachment_files)


def add(office: Office, number: str, role: Role = Role.CLERK, content: bytes = PDF) -> int:
    command = AddFile(
        number=number,
        file=keep(office, content),
        kind=AttachmentKind.APPLICATION,
        actor="李四",
        role=role,
    )
    with office.work() as uow:
        return add_file(command, uow, at=office.clock.now(), calendar=office.calendar)


def test_a_file_lies_under_its_digest_for_its_owner_alone(office: Office) -> None:
    kept = keep(office)

    # sha256 of the eight and more bytes above, by sha256sum.
    place = office.attachment_files.place(kept.sha256)
    assert place.parts[-3:] == ("attachments", kept.sha256[:2], kept.sha256[2:])
    assert place.stat().st_mode & 0o077 == 0
    assert [entry.name for entry in place.parent.iterdir()] == [kept.sha256[2:]]


def test_the_proof_covers_the_digest_in_the_row(office: Office) -> None:
    add(office, a_request(office))
    assert office.verify().holds

    with office.installation.work(office.id) as uow:
        uow.connection.execute(text("UPDATE attachment SET sha256 = 'another'"))

    broken = office.verify().first_break
    assert broken is not None
    assert (broken.what, broken.subject, broken.columns) == (
        Fault.ROW_CHANGED,
        "attachment",
        ("sha256",),
    )


def test_the_proof_covers_what_the_file_holds(office: Office) -> None:
    number = a_request(office)
    add(office, number)
    with office.read() as view:
        (row,) = files_of(view, number)
    office.attachment_files.place(row.sha256).write_bytes(b"changed")

    broken = office.verify().first_break

    assert broken is not None
    assert (broken.what, broken.columns) == (Fault.FILE_LOST, ("申请书.pdf",))


def test_a_row_that_was_removed_is_missed(office: Office) -> None:
    add(office, a_request(office))

    with office.installation.work(office.id) as uow:
        uow.connection.execute(text("DELETE FROM attachment"))

    broken = office.verify().first_break
    assert broken is not None
    assert broken.what is Fault.ROW_MISSING


def test_a_withdrawal_keeps_row_and_file_and_the_proof_holds(office: Office) -> None:
    number = a_request(office)
    place = add(office, number)
    command = WithdrawFile(
        number=number, attachment_id=place, reason="传错了", actor="李四", role=Role.CLERK
    )

    with office.work() as uow:
        withdraw_file(command, uow, at=office.clock.now(), calendar=office.calendar)

    with office.read() as view:
        (row,) = files_of(view, number)
    assert (row.withdrawn_by, row.withdrawn_why) == ("李四", "传错了")
    assert office.attachment_files.read(row.sha256) == PDF
    assert office.verify().holds


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_who_does_not_handle_requests_adds_no_file(office: Office, role: Role) -> None:
    number = a_request(office)

    with pytest.raises(MoveRefusedError):
        add(office, number, role)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize("dies", ["before the file stands", "between file and row"])
def test_whoever_is_killed_on_the_way_leaves_records_that_hold(
    office: Office, dies: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = a_request(office)
    child = os.fork()
    if child == 0:
        if dies == "before the file stands":
            monkeypatch.setattr(Path, "replace", lambda *_: os._exit(9))
        keep(office)
        os._exit(9)
    os.waitpid(child, 0)

    assert office.verify().holds
    with office.read() as view:
        assert files_of(view, number) == ()
    add(office, number)  # what was left behind is in nobody's way
    assert office.verify().holds


def test_a_damaged_file_is_made_whole_when_it_comes_again(tmp_path: Path) -> None:
    files = AttachmentFiles(tmp_path / "attachments")
    digest = files.keep(PDF)
    files.place(digest).write_bytes(b"half")
    with pytest.raises(AttachmentLostError):
        files.read(digest)

    assert files.keep(PDF) == digest
    assert files.read(digest) == PDF
