"""What went wrong at the API, as `application/problem+json`, with the status that fits."""

import logging
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from workflow.failures import FAMILIES
from workflow.i18n import Text
from workflow.services.errors import TooManyTriesError
from workflow.web.api.calling import NoTokenError
from workflow.web.api.languages import spoken_to
from workflow.web.api.models.problems import Problem
from workflow.web.api.refusing import (
    FieldsRefusedError,
    StepRefusedError,
    VersionRefusedError,
    fault_of,
    problem,
    problem_of,
)
from workflow.web.desk import NotForRoleError

MEDIA: Final = "application/problem+json"
_REALM: Final = 'Bearer realm="disclosure"'
_ABSENT = Text("没有令牌。", "There is no token.")
_WRONG = Text(
    "令牌不对，或者已经作废、到期，或者其人已经离岗。",
    "The token is wrong, revoked or run out, or its owner has left.",
)
_NOT_JSON = Text("内容不是 JSON。", "What was sent is not JSON.")
_SECONDS: Final = 60
_NOT_ALLOWED: Final = 405

log = logging.getLogger(__name__)


def install(app: FastAPI) -> None:
    """Let every failure end in a problem."""
    app.add_exception_handler(NoTokenError, _no_token)
    app.add_exception_handler(NotForRoleError, _not_for_role)
    app.add_exception_handler(RequestValidationError, _not_as_documented)
    app.add_exception_handler(HTTPException, _of_status)
    for kind in (*FAMILIES, FieldsRefusedError, VersionRefusedError, StepRefusedError):
        app.add_exception_handler(kind, _of_error)
    app.add_exception_handler(ValidationError, _of_error)
    app.add_exception_handler(Exception, _of_fault)


def answered(found: Problem, headers: dict[str, str] | None = None) -> Response:
    """Return a problem as an answer."""
    content = found.model_dump_json()
    return Response(content, status_code=found.status, headers=headers, media_type=MEDIA)


def too_large(request: Request) -> Response:
    """Answer a body that is larger than any command."""
    return answered(problem(413, "TooLarge", spoken_to(request)))


def _no_token(request: Request, error: Exception) -> Response:
    is_wrong = isinstance(error, NoTokenError) and error.is_wrong
    lang = spoken_to(request)
    found = problem(401, "NoToken", lang, ((_WRONG if is_wrong else _ABSENT).say(lang),))
    challenge = f'{_REALM}, error="invalid_token"' if is_wrong else _REALM
    return answered(found, {"WWW-Authenticate": challenge})


def _not_for_role(request: Request, _error: Exception) -> Response:
    return answered(problem(403, "NotForRole", spoken_to(request)))


def _not_as_documented(request: Request, error: Exception) -> Response:
    """Answer what does not fit the description with every field that is wrong, each by its name."""
    lang = spoken_to(request)
    found = error.errors() if isinstance(error, RequestValidationError) else ()
    if any(one["type"] == "json_invalid" for one in found):
        return answered(problem(400, "NotJson", lang, (_NOT_JSON.say(lang),)))
    faults = [
        fault_of(one["type"], one["loc"][1:], one.get("input"), one["msg"], lang, one.get("ctx"))
        for one in found
    ]
    return answered(problem(422, "FieldsRefused", lang, faults=faults))


def _of_status(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if status == _NOT_ALLOWED:
        headers["Allow"] = ", ".join(request.app.state.methods_of(request.scope))
    return answered(problem(status, f"Http{status}", spoken_to(request)), headers)


def _of_error(request: Request, error: Exception) -> Response:
    """Answer what somebody can mend in the sentences that say how."""
    headers = {}
    if isinstance(error, TooManyTriesError):
        headers = {"Retry-After": str(error.minutes * _SECONDS)}
    return answered(problem_of(error, spoken_to(request)), headers)


def _of_fault(request: Request, error: Exception) -> Response:
    """Answer a fault of ours: its kind is logged, and nothing of what was sent."""
    log.error("api.failed path=%s kind=%s", request.url.path, type(error).__name__)
    return answered(problem(500, "Fault", spoken_to(request)))
