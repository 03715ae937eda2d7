"""What stands before every page: nothing from another site, and headers that shut it out."""

from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-src 'self'",
        "frame-ancestors 'self'",
        "base-uri 'none'",
    )
)
SECURE_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
KEPT_BY_NOBODY: Final = "no-store"
_ELSEWHERE: Final = "请求来自其他网站，已拒绝。The request came from another site and was refused."


class SameOrigin:
    """Refuses what would change something and does not come from our own pages."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it with 403."""
        if (
            scope["type"] != "http"
            or scope["method"] in _SAFE_METHODS
            or _comes_from_here(Headers(scope=scope))
        ):
            await self._app(scope, receive, send)
        else:
            await PlainTextResponse(_ELSEWHERE, status_code=403)(scope, receive, send)


def _comes_from_here(headers: Headers) -> bool:
    """Say whether a browser sent it from a page of ours: old ones tell by origin or referrer."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    source = headers.get("origin") or headers.get("referer") or ""
    host = headers.get("host", "")
    return bool(host) and source.partition("://")[2].partition("/")[0] == host


class SecureHeaders:
    """Adds to every answer what keeps it from being framed, sniffed, scripted or stored."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add the headers to the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURE_HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", KEPT_BY_NOBODY)
            await send(message)

        await self._app(scope, receive, with_headers)
