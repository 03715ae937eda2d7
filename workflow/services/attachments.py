"""The files of a request: added, withdrawn with a reason, taken out; never removed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from states.calendar.workdays import WorkCalendar
from states.chart.move import CASEWORK
from states.errors import MoveRefusedError, Refusal
from states.steps import Role
from workflow.records.attachment_files import AttachmentFiles
from workflow.records.attachments import NewAttachment
from workflow.records.chain import RecordKind
from workflow.records.errors import AttachmentLostError
from workflow.records.namelessness import NAMELESS
from workflow.records.tables.attachments import AttachmentRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.errors import ReasonBlankError
from workflow.services.file_errors import (
    FileEmptyError,
    FileThereError,
    FileTooLargeError,
    FileTypeError,
    FileWithdrawnError,
)
from workflow.services.file_types import TAKEN, clean_name, media_type_of

LARGEST_FILE: Final = 10 * 1024 * 1024
# Who may read the files of a request; who handles it adds to them.
READING: Final = CASEWORK | {Role.REVIEWER, Role.SUPERVISOR}


class AttachmentKind(StrEnum):
    """What a file of a request is."""

    APPLICATION = "application"
    IDENTITY = "identity"
    SERVICE_PROOF = "service_proof"
    OPINION = "opinion"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that is safe in the folder: its clean name, what it is, and its digest."""

    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddFile:
    """A file to be added to a request; it is in the folder already."""

    number: str
    file: KeptFile
    actor: str
    role: Role
    kind: AttachmentKind = AttachmentKind.OTHER
    expected_version: int | None = None
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawFile:
    """A file that was added wrongly: it no longer counts, and stays."""

    number: str
    attachment_id: int
    reason: str
    actor: str
    role: Role
    expected_version: int | None = None
    idempotency_key: str | None = None


def keep_file(name: str, content: bytes, files: AttachmentFiles) -> KeptFile:
    """Put a file into the folder; refuse what is empty, too large, or not taken.

    It is done before any unit of work begins: nobody waits for the disk, and a file that is not
    entered after all is harmless.
    """
    shown = clean_name(name)
    if not content:
        raise FileEmptyError(shown)
    if len(content) > LARGEST_FILE:
        raise FileTooLargeError(shown, LARGEST_FILE)
    media_type = media_type_of(shown, content)
    if media_type is None:
        raise FileTypeError(shown, TAKEN)
    return KeptFile(shown, media_type, len(content), files.keep(content))


def add_file(command: AddFile, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> int:
    """Enter a file of a request, and return its id; the chain covers its digest.

    A command that comes again with its key does nothing and returns the id of the first time.
    """
    requests = uow.requests
    repeated = requests.repeated(command.number, command.idempotency_key)
    if repeated is not None:
        return int(str(repeated.terms["attachment"]))
    _check_role("add_file", command.role)
    requests.expect(command.number, command.expected_version)
    file, row = command.file, requests.find(command.number)
    for known in uow.attachments.of_request(row.id):
        if known.sha256 == file.sha256 and known.withdrawn_at is None:
            raise FileThereError(known.name)
    new = NewAttachment(
        request_id=row.id,
        kind=command.kind.value,
        name=file.name,
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
    )
    attachment_id = uow.attachments.add(new, actor=command.actor, at=at)
    requests.note(
        command.number,
        RecordKind.FILE_ADDED,
        {
            "attachment": attachment_id,
            "file_kind": new.kind,
            "file_name": new.name,
            "sha256": new.sha256,
        },
        actor=command.actor,
        at=at,
        calendar=calendar,
        idempotency_key=command.idempotency_key,
    )
    return attachment_id


def withdraw_file(
    command: WithdrawFile, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> None:
    """Withdraw a file, and keep it: a command that comes again with its key does nothing."""
    requests = uow.requests
    if requests.repeated(command.number, command.idempotency_key) is not None:
        return
    _check_role("withdraw_file", command.role)
    if not command.reason.strip():
        raise ReasonBlankError
    requests.expect(command.number, command.expected_version)
    row = uow.attachments.find(requests.find(command.number).id, command.attachment_id)
    if row.withdrawn_at is not None:
        raise FileWithdrawnError(row.name)
    reason = command.reason.strip()
    uow.attachments.withdraw(row.id, reason=reason, actor=command.actor, at=at)
    requests.note(
        command.number,
        RecordKind.FILE_WITHDRAWN,
        {"attachment": row.id, "file_name": row.name, "reason": reason},
        actor=command.actor,
        at=at,
        calendar=calendar,
        idempotency_key=command.idempotency_key,
    )


def files_of(view: View, number: str) -> tuple[AttachmentRow, ...]:
    """Return the files of a request in the order they came, withdrawn ones too."""
    return tuple(view.attachments.of_request(view.requests.find(number).id))


def lost_files(view: View, files: AttachmentFiles) -> Iterator[AttachmentRow]:
    """Yield the attachments whose files are gone, or are no longer what was added."""
    for row in view.attachments.all():
        if row.name == NAMELESS:
            continue  # its file was removed with the name, as its events say
        try:
            files.read(row.sha256)
        except AttachmentLostError:
            yield row


def _check_role(what: str, role: Role) -> None:
    if role not in CASEWORK:
        raise MoveRefusedError(what, (Refusal("role_may_not", None),))
