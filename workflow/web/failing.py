"""What went wrong, as a page: what it was, what to do, and what stays as it was."""

import logging
from dataclasses import dataclass

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from states.errors import StatuteError
from workflow.failures import FAMILIES, sentences_of
from workflow.i18n import Lang, Text
from workflow.records.errors import (
    AttachmentLostError,
    AttachmentNotFoundError,
    EventNotFoundError,
    LetterNotFoundError,
    RecordsError,
    RequestNotFoundError,
    RowNotFoundError,
    StaleRequestError,
    StaleRowError,
    StorageError,
    WriteFailedError,
    WriterBusyError,
)
from workflow.services.errors import TooManyTriesError
from workflow.services.file_errors import (
    FileThereError,
    FileTooLargeError,
    FileTypeError,
    FileWithdrawnError,
)
from workflow.web.desk import MustChangePasswordError, NotForRoleError, NotSignedInError, lang_of
from workflow.web.guarding import KEPT_BY_NOBODY, SECURE_HEADERS
from workflow.web.pages import plain_page

_OF_THEIRS, _OF_OURS = 400, 500

log = logging.getLogger(__name__)

STATUSES: dict[type[Exception], int] = {
    RequestNotFoundError: 404,
    EventNotFoundError: 404,
    RowNotFoundError: 404,
    LetterNotFoundError: 404,
    AttachmentNotFoundError: 404,
    AttachmentLostError: 410,
    FileThereError: 409,
    FileWithdrawnError: 409,
    FileTooLargeError: 413,
    FileTypeError: 415,
    TooManyTriesError: 429,
    StaleRequestError: 409,
    StaleRowError: 409,
    WriteFailedError: 503,
    WriterBusyError: 503,
    StorageError: 503,
}


@dataclass(frozen=True, slots=True)
class Words:
    """What a status says at the top of its page."""

    title: Text
    remedy: Text


_WORDS = {
    400: Words(
        Text("请求有误", "The request is wrong"),
        Text("请返回上一页核对后再试。", "Please go back, check and try again."),
    ),
    403: Words(
        Text("没有权限", "Not allowed"),
        Text(
            "您的岗位不能打开这一页；需要时请联系管理员。",
            "Your role may not open this page; ask the administrator if it should.",
        ),
    ),
    404: Words(
        Text("没有找到", "Not found"),
        Text(
            "没有这一页，或者它不属于本机关。请核对编号，或从待办清单进入。",
            "There is no such page, or it is not this office's. Check the number, or begin at the "
            "worklist.",
        ),
    ),
    405: Words(
        Text("不能这样打开", "Not to be opened like this"),
        Text("请从页面上的按钮办理。", "Use the buttons of the page."),
    ),
    409: Words(
        Text("没有办成", "Not done"),
        Text(
            "什么都没有改动。请看下面的原因，返回后再办。",
            "Nothing was changed. See why below, go back and try again.",
        ),
    ),
    410: Words(
        Text("文件不在了", "The file is gone"),
        Text("请告诉管理员，从备份恢复。", "Tell the administrator, to restore it from a backup."),
    ),
    413: Words(
        Text("文件太大", "Too large"),
        Text("请压缩或者拆分后再上传。", "Make it smaller, or send it in parts."),
    ),
    415: Words(
        Text("不支持这种文件", "Not a kind of file we take"),
        Text("请换一种格式再上传。", "Send it in another format."),
    ),
    422: Words(
        Text("填写有误", "Something was filled in wrongly"),
        Text("请返回上一页改正；什么都没有改动。", "Go back and mend it; nothing was changed."),
    ),
    429: Words(
        Text("试得太频繁", "Too many tries"),
        Text("请过一会儿再试。", "Wait a while and try again."),
    ),
    500: Words(
        Text("程序出错", "Something failed"),
        Text(
            "这件事没有办成，什么都没有改动。请再试一次；仍不行，请把时间告诉管理员。",
            "It was not done, and nothing was changed. Try once more; if it fails again, tell the "
            "administrator when.",
        ),
    ),
    503: Words(
        Text("一时办不了", "Busy"),
        Text("请稍候再试；什么都没有改动。", "Try again shortly; nothing was changed."),
    ),
}

# Where the public pages begin, and what is said there otherwise than to the people of the desk.
_PUBLIC = "/public"
_FOR_EVERYBODY = {
    404: Text(
        "没有这一页，请核对网址，或从首页进入。",
        "There is no such page. Check the address, or begin at the first page.",
    ),
    500: Text(
        "这件事没有办成，什么都没有改动。请过一会儿再试，或者与办理机关联系。",
        "It was not done, and nothing was changed. Try again later, or ask the office.",
    ),
}


def _words_of(status: int) -> Words:
    return _WORDS.get(status) or _WORDS[_OF_OURS if status >= _OF_OURS else _OF_THEIRS]


def title_of(status: int) -> Text:
    """Return what a status says in short."""
    return _words_of(status).title


def failure_page(
    lang: Lang, status: int, sentences: tuple[str, ...] = (), *, back: str = ""
) -> HTMLResponse:
    """Return the page of a failure: what it was, why, and what to do."""
    words = _words_of(status)
    remedy = _FOR_EVERYBODY.get(status, words.remedy) if back == _PUBLIC else words.remedy
    shown = {
        "status": status,
        "title": words.title.say(lang),
        "remedy": remedy.say(lang),
        "sentences": sentences,
        "back": back,
    }
    return plain_page("shell/failure.html.jinja", lang, shown, status=status)


def status_of(error: Exception) -> int:
    """Return the status of an error that somebody can mend."""
    for kind, status in STATUSES.items():
        if isinstance(error, kind):
            return status
    return 409 if isinstance(error, StatuteError | RecordsError) else 422


def install(app: FastAPI) -> None:
    """Let every failure end in a page with words."""
    app.add_exception_handler(NotSignedInError, _sign_in)
    app.add_exception_handler(MustChangePasswordError, _change_password)
    app.add_exception_handler(NotForRoleError, _not_for_role)
    app.add_exception_handler(RequestValidationError, _not_an_address)
    app.add_exception_handler(HTTPException, _of_status)
    for family in FAMILIES:
        app.add_exception_handler(family, _of_error)
    app.add_exception_handler(Exception, _of_fault)


def _sign_in(request: Request, _error: Exception) -> Response:
    """Send whoever is not signed in to do so, and back only to what changes nothing."""
    query = f"?next={request.url.path}" if request.method == "GET" else ""
    address = f"/sign-in{query}"
    if request.headers.get("hx-request"):
        return Response(status_code=401, headers={"HX-Redirect": address})
    return RedirectResponse(address, status_code=303)


def _change_password(_request: Request, _error: Exception) -> Response:
    return RedirectResponse("/account", status_code=303)


def _not_for_role(request: Request, _error: Exception) -> Response:
    return failure_page(lang_of(request), 403, back=_back_of(request))


def _not_an_address(request: Request, _error: Exception) -> Response:
    """Answer a path or a query that cannot be read as one that is not there."""
    return failure_page(lang_of(request), 404, back=_back_of(request))


def _of_status(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return failure_page(lang_of(request), status, back=_back_of(request))


def _of_error(request: Request, error: Exception) -> Response:
    """Answer what somebody can mend with the sentences that say how."""
    lang = lang_of(request)
    return failure_page(
        lang, status_of(error), sentences_of(error, lang) or (), back=_back_of(request)
    )


def _of_fault(request: Request, error: Exception) -> Response:
    """Answer a fault of ours: its kind is logged, and nothing of what was sent."""
    log.error("page.failed path=%s kind=%s", request.url.path, type(error).__name__)
    page = failure_page(lang_of(request), 500, back=_back_of(request))
    # It is answered outside of what adds them to every other page.
    page.headers.update({**SECURE_HEADERS, "Cache-Control": KEPT_BY_NOBODY})
    return page


def _back_of(request: Request) -> str:
    """Return where to go from a failure: whoever is on the public pages stays there."""
    path = request.url.path
    return _PUBLIC if path == _PUBLIC or path.startswith(f"{_PUBLIC}/") else ""
