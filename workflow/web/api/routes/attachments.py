"""The files of a request: listed, given, added, withdrawn; what is added is the body as it is."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from states.steps import Role
from workflow.records.tables.attachments import AttachmentRow
from workflow.services.attachments import (
    READING,
    AddFile,
    WithdrawFile,
    add_file,
    files_of,
    keep_file,
    withdraw_file,
)
from workflow.web.api.answers import HELD, HELD_FILE, TAKES_FILE, WRITES, any_file
from workflow.web.api.calling import CallerDep
from workflow.web.api.commands import CommandDep
from workflow.web.api.models.attachments import (
    AddAsked,
    AddedFile,
    Attachments,
    AttachmentShown,
    WithdrawAsked,
)
from workflow.web.api.routes.requests import RequestId
from workflow.web.desk import Desk, only_of
from workflow.web.downloads import attached

router = APIRouter(tags=["attachments"])
AttachmentId = Annotated[
    int, Path(ge=1, le=2**31 - 1, description="附件序号。 Attachment.", examples=[1])
]
_FILE_AS_IT_IS: Final = {
    "description": "文件的内容，原样发送。 The file as it is.",
    "required": True,
    "content": {
        "application/octet-stream": {
            "schema": {"type": "string", "format": "binary", "minLength": 1}
        }
    },
}
_CHANGING = frozenset({Role.CLERK, Role.HEAD_OF_OFFICE})


async def as_sent(request: Request) -> bytes:
    """Return a body as it was sent, whatever it says it is."""
    return await request.body()


@router.get("/requests/{request_id}/attachments", responses=HELD, summary="附件 Files of a request")
def attachments(desk: CallerDep, request_id: RequestId) -> Attachments:
    """List the files of a request, withdrawn ones too."""
    only_of(desk, READING)
    with desk.office.read() as view:
        rows = files_of(view, view.requests.number_of(request_id))
    return Attachments(items=[AttachmentShown.model_validate(row) for row in rows])


@router.get(
    "/requests/{request_id}/attachments/{attachment_id}",
    responses=HELD_FILE | any_file(),
    response_class=Response,
    summary="附件的内容 A file",
)
def attachment(desk: CallerDep, request_id: RequestId, attachment_id: AttachmentId) -> Response:
    """Give a file as it was added."""
    only_of(desk, READING)
    with desk.office.read() as view:
        view.requests.number_of(request_id)
        row = view.attachments.find(request_id, attachment_id)
    return attached(desk.office.attachment_files.read(row.sha256), row.name, row.media_type)


@router.post(
    "/requests/{request_id}/attachments",
    status_code=201,
    responses=TAKES_FILE,
    openapi_extra={"requestBody": _FILE_AS_IT_IS},
    summary="收入附件 Add a file",
)
def add_attachment(
    command: CommandDep,
    request_id: RequestId,
    asked: Annotated[AddAsked, Query()],
    content: Annotated[bytes, Depends(as_sent)],
    response: Response,
) -> AttachmentShown:
    """Add a file to a request: it is in the history, and what it holds is in the chain."""
    desk = command.desk
    only_of(desk, _CHANGING)
    number = _number(desk, request_id)
    kept = keep_file(asked.name, content, desk.office.attachment_files)
    sent = AddedFile(name=asked.name, kind=asked.kind, sha256=kept.sha256)
    with command.work(sent) as (uow, key):
        adding = AddFile(
            number=number,
            file=kept,
            actor=desk.actor,
            role=desk.role,
            kind=asked.kind,
            expected_version=command.version,
            idempotency_key=key,
        )
        added = add_file(adding, uow, at=desk.now, calendar=desk.office.calendar)
        row = uow.attachments.find(request_id, added)
    response.headers["Location"] = f"/api/v1/requests/{request_id}/attachments/{added}"
    return AttachmentShown.model_validate(row)


@router.post(
    "/requests/{request_id}/attachments/{attachment_id}/withdraw",
    responses=WRITES,
    summary="撤下附件 Withdraw a file",
)
def withdraw_attachment(
    command: CommandDep, request_id: RequestId, attachment_id: AttachmentId, sent: WithdrawAsked
) -> AttachmentShown:
    """Withdraw a file that was added wrongly; it is kept, and so is the record."""
    desk = command.desk
    only_of(desk, _CHANGING)
    number = _number(desk, request_id)
    with command.work(sent) as (uow, key):
        withdrawing = WithdrawFile(
            number=number,
            attachment_id=attachment_id,
            reason=sent.reason,
            actor=desk.actor,
            role=desk.role,
            expected_version=command.version,
            idempotency_key=key,
        )
        withdraw_file(withdrawing, uow, at=desk.now, calendar=desk.office.calendar)
        row: AttachmentRow = uow.attachments.find(request_id, attachment_id)
    return AttachmentShown.model_validate(row)


def _number(desk: Desk, request_id: int) -> str:
    with desk.office.read() as view:
        return view.requests.number_of(request_id)
