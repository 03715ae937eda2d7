"""Identity numbers are unreadable without a key that is not in the database."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.workflow.filled_in import RESIDENT_ID, logged
from workflow.bootstrap import Installation, Office, open_installation
from workflow.records.errors import IdentityKeyMissingError, IdentityKeyUnreadableError
from workflow.records.facts import OfficeProfile
from workflow.records.identity_keys import KeyFile
from workflow.records.sealing_anew import seal_what_is_open, sealed_by
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.verification import Fault
from workflow.services.rotating_keys import rotate
from workflow.services.similar import asked_of, similar_to

WHO: dict[str, Any] = {"identity_kind": "resident_id", "identity_number": RESIDENT_ID}


def key_file(office: Office) -> KeyFile:
    return KeyFile(office.installation.settings.keys)


def number_of(office: Office, row_id: int = 1) -> str:
    with office.read() as view:
        return view.requests.beside.personal(row_id).details.identity_number


def rotated(installation: Installation) -> None:
    offices = [office.id for office in installation.offices()]
    rotate(KeyFile(installation.settings.keys), offices, installation.work)


def test_the_key_is_made_with_the_first_number_for_its_owner_alone(office: Office) -> None:
    logged(office)
    assert not key_file(office).is_there

    logged(office, **WHO)

    assert stat.S_IMODE(key_file(office).path.stat().st_mode) == 0o600
    assert number_of(office, 2) == RESIDENT_ID


@pytest.mark.sqlite_only("reads the file")
def test_the_database_file_holds_neither_the_number_nor_a_way_to_try_it(
    office: Office, tmp_path: Path
) -> None:
    logged(office, **WHO, phone="13800000000")

    written = b"".join(file.read_bytes() for file in tmp_path.glob("disclosure.db*"))
    assert RESIDENT_ID.encode() not in written
    with office.read() as view:
        columns = "identity_number, salt, identity_lookup"
        row = view.connection.execute(text(f"SELECT {columns} FROM personal_details")).one()  # noqa: S608 -- our own names
    assert row[0].startswith("sealed:1:")
    assert row[1].startswith("sealed:1:")


def test_without_the_key_nothing_is_read_nor_a_second_key_made(office: Office) -> None:
    logged(office, **WHO)
    key_file(office).path.unlink()

    with pytest.raises(IdentityKeyMissingError):
        number_of(office)
    with pytest.raises(IdentityKeyMissingError):
        logged(office, **WHO)
    assert not key_file(office).is_there


def test_a_file_that_holds_something_else_is_named(office: Office) -> None:
    logged(office, **WHO)
    key_file(office).path.write_text("key 00\n")

    with pytest.raises(IdentityKeyUnreadableError):
        number_of(office)


def test_a_number_moved_to_another_request_is_found(office: Office) -> None:
    logged(office, **WHO)
    logged(office, identity_kind="passport", identity_number="E12345678")
    with office.installation.work() as uow:
        uow.connection.execute(
            text(
                "UPDATE personal_details SET identity_number = (SELECT identity_number FROM"
                " personal_details WHERE id = 1) WHERE id = 2"
            )
        )

    broken = office.verify().first_break

    assert broken is not None
    assert (broken.what, broken.subject_id) == (Fault.ROW_CHANGED, 2)


def test_a_rotation_leaves_every_number_readable_found_and_proved(office: Office) -> None:
    first, second = logged(office, **WHO), logged(office, **WHO)
    old = key_file(office).ring().newest

    rotated(office.installation)

    ring = key_file(office).ring()
    assert [key.name for key in ring.keys] != [old]
    assert len(ring.keys) == 1
    assert number_of(office) == RESIDENT_ID
    assert office.verify().holds
    with office.read() as view:
        assert sealed_by(view.connection) == {ring.newest: 2}
        found = similar_to(view, asked_of(view, first))
    assert [alike.number for alike in found.alike] == [second]
    retired = key_file(office).path.with_name("identity.key.retired")
    assert [key.name for key in KeyFile(retired).ring().keys] == [old]
    assert stat.S_IMODE(retired.stat().st_mode) == 0o600


class _BrokenOffError(Exception):
    """The rotation was interrupted."""


def test_an_interrupted_rotation_is_run_again_and_nothing_is_lost(office: Office) -> None:
    logged(office, **WHO)
    other = office.installation.establish(OfficeProfile(name="东岭镇人民政府"), actor="管理员")
    logged(other, **WHO)
    installation = office.installation

    @contextmanager
    def breaking_off(office_id: int) -> Iterator[UnitOfWork]:
        if office_id == other.id:
            raise _BrokenOffError
        with installation.work(office_id) as uow:
            yield uow

    with pytest.raises(_BrokenOffError):
        rotate(key_file(office), [office.id, other.id], breaking_off)
    assert len(key_file(office).ring().keys) == 2
    assert number_of(office) == number_of(other) == RESIDENT_ID
    assert office.verify().holds
    newest = key_file(office).ring().newest

    rotated(installation)

    assert [key.name for key in key_file(office).ring().keys] == [newest]
    assert number_of(office) == number_of(other) == RESIDENT_ID


def test_between_two_keys_the_same_document_is_still_found(office: Office) -> None:
    first = logged(office, **WHO)
    key_file(office).add()
    second = logged(office, **WHO)

    with office.read() as view:
        found = similar_to(view, asked_of(view, second))

    assert [alike.number for alike in found.alike] == [first]
    assert "same_identity" in found.alike[0].why


def test_numbers_from_before_there_was_a_key_are_sealed_and_still_proved(office: Office) -> None:
    logged(office, **WHO)
    with office.read() as view:
        kept = view.requests.beside.personal(1)
    with office.installation.work() as uow:
        uow.connection.execute(
            text("UPDATE personal_details SET identity_number = :number, salt = :salt"),
            {"number": RESIDENT_ID, "salt": kept.salt},
        )

    with office.installation.work() as uow:
        assert seal_what_is_open(uow.connection) == 1
        assert seal_what_is_open(uow.connection) == 0

    assert number_of(office) == RESIDENT_ID
    assert office.verify().holds


def test_an_installation_that_is_opened_again_reads_its_key(office: Office) -> None:
    logged(office, **WHO)

    with open_installation(office.installation.settings) as again:
        assert number_of(again.office()) == RESIDENT_ID
