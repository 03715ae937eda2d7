"""What is too large to be taken is refused with words, before anything of it is kept."""

from fastapi import Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from workflow.web.desk import lang_of
from workflow.web.failing import failure_page

_TOO_LARGE = 413


class BodyLimit:
    """Refuses what says of itself that it is too large.

    It is read to its end and thrown away: a browser that is cut off shows no answer.
    """

    def __init__(self, app: ASGIApp, largest: int) -> None:
        """Stand before an application, and let so many bytes pass."""
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it with 413."""
        if scope["type"] != "http" or _said_size(scope) <= self._largest:
            await self._app(scope, receive, send)
            return
        while (message := await receive()).get("more_body"):
            del message
        page = failure_page(lang_of(Request(scope)), _TOO_LARGE)
        await page(scope, receive, send)


def _said_size(scope: Scope) -> int:
    said = Headers(scope=scope).get("content-length", "0")
    return int(said) if said.isdecimal() else 0
