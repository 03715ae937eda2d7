"""How large what is sent may be: bodies that are refused with words, and numbers within reach."""

from collections.abc import Callable, Iterator
from typing import Final

from fastapi import Request
from fastapi._compat import ModelField
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workflow.web.desk import lang_of
from workflow.web.failing import failure_page
from workflow.web.fields import LARGEST_NUMBER

_DIGITS: Final = len(str(LARGEST_NUMBER))
# A browser reads no answer while it still sends; this much more is read and thrown away.
_READ_ON: Final = 8


class SmallEnough:
    """Refuses a body that is too large, in words: by what it says, or else as it is read."""

    def __init__(
        self, app: ASGIApp, largest: int, refused: Callable[[Request], Response] | None = None
    ) -> None:
        """Stand before an application, and let so many bytes through."""
        self._app = app
        self._largest = largest
        self._refused = refused or _page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it with 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif _said(scope) > self._largest:
            await self._drain(receive)
            await self._refused(Request(scope))(scope, receive, send)
        else:
            await self._app(scope, self._measured(receive), send)

    def _measured(self, receive: Receive) -> Receive:
        left = self._largest

        async def measured() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413)
            return message

        return measured

    async def _drain(self, receive: Receive) -> None:
        left = _READ_ON * self._largest
        more = True
        while more and left > 0:
            message = await receive()
            left -= len(message.get("body", b""))
            more = message.get("more_body", False)


def _page(request: Request) -> Response:
    return failure_page(lang_of(request), 413)


def _said(scope: Scope) -> int:
    """Return how long a body says it is; one that does not say is measured as it is read."""
    length = Headers(scope=scope).get("content-length", "")
    return int(length) if length.isdecimal() and len(length) < 20 else 0  # noqa: PLR2004 - digits


def within_reach(request: Request) -> None:
    """Answer 404 where an address names a number so large that no record has it."""
    route = request.scope.get("route")
    if not isinstance(route, APIRoute):
        return
    said = {**request.query_params, **request.path_params}
    for one in _places_of(route.dependant):
        if one.field_info.annotation in {int, int | None} and _is_beyond(said.get(one.alias, "")):
            raise HTTPException(404)


def _places_of(dependant: Dependant) -> Iterator[ModelField]:
    yield from dependant.path_params
    yield from dependant.query_params
    for part in dependant.dependencies:
        yield from _places_of(part)


def _is_beyond(value: object) -> bool:
    digits = str(value).strip().lstrip("+-").lstrip("0")
    return digits.isdecimal() and (len(digits) > _DIGITS or int(digits) > LARGEST_NUMBER)
