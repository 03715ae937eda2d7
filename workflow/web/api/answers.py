"""The errors that a route may answer, as the description of the API tells of them."""

from typing import Any, Final

from workflow.web.api.models.problems import Problem
from workflow.web.downloads import MEDIA

Responses = dict[int | str, dict[str, Any]]

_TOLD: Final = {
    400: "内容不是 JSON。 What was sent is not JSON.",
    401: "没有有效的令牌。 No token in force.",
    403: "岗位没有权限。 Not for this role.",
    404: "没有，或者不属于本机关。 Not there, or another office's.",
    409: "法律或者现状不允许；`reasons` 逐条说明理由和条款。 Refused by law or by the record; "
    "`reasons` has each reason with its article.",
    410: "文件不在了。 The file is gone.",
    412: "`If-Match` 的版本之后已有改动。 Changed since the version of `If-Match`.",
    413: "内容太大。 Too large.",
    415: "不收这种文件。 Not a kind of file that is taken.",
    422: "字段有误；`faults` 逐个说明。 Some fields are wrong; `faults` names each.",
    429: "错误的令牌试得太多。 Too many wrong tokens.",
    500: "程序出错。 A fault of the program.",
    503: "一时办不了。 Busy; try again.",
}
_CHALLENGE: Final = {
    "WWW-Authenticate": {
        "description": "怎样验证身份。 How to authenticate.",
        "schema": {"type": "string"},
    }
}
_RETRY: Final = {
    "Retry-After": {"description": "多少秒之后再试。 In seconds.", "schema": {"type": "string"}}
}
_READ: Final = frozenset({".html", ".txt"})
_HEADERS: Final = {401: _CHALLENGE, 429: _RETRY}


def _answers(*statuses: int) -> Responses:
    found: Responses = {}
    for status in statuses:
        found[status] = {
            "description": _TOLD[status],
            "content": {
                "application/problem+json": {
                    "schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}
                }
            },
        }
        if status in _HEADERS:
            found[status]["headers"] = _HEADERS[status]
    return found


# Every route; what reads one thing, what writes, what reads what only some roles may; and so on.
ALWAYS: Final = _answers(401, 422, 429, 500, 503)
ONE: Final = _answers(404)
WRITES: Final = _answers(400, 403, 404, 409, 412, 413)
HELD: Final = _answers(403, 404)
HELD_FILE: Final = _answers(403, 404, 410)
TAKES_FILE: Final = WRITES | _answers(415)
READS_BODY: Final = _answers(400, 413)
FILE: Final = _answers(404, 409)


def _schema(ending: str) -> dict[str, str]:
    if ending == ".json":
        return {"type": "object"}
    return {"type": "string"} if ending in _READ else {"type": "string", "format": "binary"}


def file_answers(*endings: str) -> Responses:
    """Return the answer of a route that gives a file, in any of some kinds."""
    content = {MEDIA[ending].partition(";")[0]: {"schema": _schema(ending)} for ending in endings}
    return {200: {"description": "文件。 The file.", "content": content}}


def any_file() -> Responses:
    """Return the answer of a route that gives a file of whatever kind it was."""
    content = {"*/*": {"schema": _schema("")}}
    return {200: {"description": "文件。 The file.", "content": content}}
