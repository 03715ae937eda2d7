"""The files of a request: listed, added, withdrawn, taken along."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from states.steps import Role
from workflow.failures import sentences_of
from workflow.i18n import Text
from workflow.services.attachments import (
    LARGEST_FILE,
    READING,
    AddFile,
    AttachmentKind,
    WithdrawFile,
    add_file,
    files_of,
    keep_file,
    withdraw_file,
)
from workflow.services.file_errors import (
    FileEmptyError,
    FileThereError,
    FileTooLargeError,
    FileTypeError,
)
from workflow.web.desk import Desk, DeskDep, RowId, only
from workflow.web.downloads import attached as as_file
from workflow.web.failing import status_of
from workflow.web.fields import Filled, FormDep, Submitted, read_form
from workflow.web.pages import go_to, page
from workflow.web.views.attachments import attached, file_fields

router = APIRouter(include_in_schema=False, dependencies=[only(*READING)])

HERE = "/requests"
_CHANGES = [only(Role.CLERK, Role.HEAD_OF_OFFICE)]
_WHY = Text("请写明撤下的理由；什么都没有改动。", "Say why it is withdrawn; nothing was changed.")
_DONE: dict[str, Text] = {
    "added": Text("附件已收入，并记入历史。", "The file was added, and stands in the history."),
    "withdrawn": Text(
        "附件已撤下；文件和记录都保留。",
        "The file was withdrawn; it is kept, and so is the record.",
    ),
}


@router.get("/requests/{row_id}/attachments")
def attachments_page(
    desk: DeskDep,
    row_id: RowId,
    kind: Annotated[str, Query(max_length=20)] = "",
    done: Annotated[str, Query(max_length=20)] = "",
) -> HTMLResponse:
    """Show the files of a request, and where to add one."""
    return _page(desk, row_id, kind=kind, done=done)


@router.post("/requests/{row_id}/attachments", dependencies=_CHANGES)
def post_attachment(desk: DeskDep, row_id: RowId, sent: FormDep) -> Response:
    """Add a file: it is safe in its folder before it is entered."""
    number = _number(desk, row_id)
    form = read_form(file_fields(desk.lang), sent, desk.lang)
    if not form.is_good:
        return _page(desk, row_id, form, status=422)
    chosen = form["file"]
    try:
        kept = keep_file(
            chosen.filename or "",
            chosen.file.read(LARGEST_FILE + 1),
            desk.office.attachment_files,
        )
        command = AddFile(
            number=number,
            file=kept,
            kind=AttachmentKind(form["kind"]),
            actor=desk.actor,
            role=desk.role,
            idempotency_key=sent.text("key") or None,
        )
        with desk.office.work() as uow:
            add_file(command, uow, at=desk.now, calendar=desk.office.calendar)
    except (FileEmptyError, FileTooLargeError, FileTypeError, FileThereError) as error:
        words = (sentences_of(error, desk.lang) or ("",))[0]
        return _page(desk, row_id, form.with_fault("file", words), status=status_of(error))
    return go_to(_address(row_id), done="added")


@router.post("/requests/{row_id}/attachments/{attachment_id}/withdraw", dependencies=_CHANGES)
def post_withdrawal(desk: DeskDep, row_id: RowId, attachment_id: RowId, sent: FormDep) -> Response:
    """Withdraw a file that was added wrongly; it is kept."""
    if not sent.text("reason"):
        return _page(desk, row_id, fault=_WHY.say(desk.lang), status=422)
    command = _withdrawal(desk, _number(desk, row_id), attachment_id, sent)
    with desk.office.work() as uow:
        withdraw_file(command, uow, at=desk.now, calendar=desk.office.calendar)
    return go_to(_address(row_id), done="withdrawn")


@router.get("/requests/{row_id}/attachments/{attachment_id}")
def attachment_file(desk: DeskDep, row_id: RowId, attachment_id: RowId) -> Response:
    """Return a file to be kept, never shown in the browser."""
    with desk.office.read() as view:
        view.requests.number_of(row_id)
        row = view.attachments.find(row_id, attachment_id)
    content = desk.office.attachment_files.read(row.sha256)
    return as_file(content, row.name, row.media_type)


def _withdrawal(desk: Desk, number: str, attachment_id: int, sent: Submitted) -> WithdrawFile:
    return WithdrawFile(
        number=number,
        attachment_id=attachment_id,
        reason=sent.text("reason"),
        actor=desk.actor,
        role=desk.role,
        idempotency_key=sent.text("key") or None,
    )


def _address(row_id: int) -> str:
    return f"/requests/{row_id}/attachments"


def _number(desk: Desk, row_id: int) -> str:
    with desk.office.read() as view:
        return view.requests.number_of(row_id)


def _page(
    desk: Desk,
    row_id: int,
    form: Filled | None = None,
    *,
    kind: str = "",
    done: str = "",
    fault: str = "",
    status: int = 200,
) -> HTMLResponse:
    with desk.office.read() as view:
        number = view.requests.number_of(row_id)
        rows = files_of(view, number)
    shown = {
        "row_id": row_id,
        "number": number,
        "files": attached(desk, rows, form, kind),
        "done": _DONE.get(done),
        "fault": fault,
    }
    return page(desk, "case/files.html.jinja", shown, here=HERE, status=status)
