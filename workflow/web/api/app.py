"""The API as an application of its own: its routes, its description, and what stands before them.

Neither the cookies of the desk nor its guards against other sites matter here: who bears no token
is nobody.
"""

import re
from typing import Any, Final

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import Match
from starlette.types import ASGIApp, Receive, Scope, Send

from workflow.bootstrap import Installation
from workflow.services.attachments import LARGEST_FILE
from workflow.web.api import failing
from workflow.web.api.answers import ALWAYS
from workflow.web.api.description import ABOUT, TAGS, described
from workflow.web.api.headers import headed
from workflow.web.api.links import linked
from workflow.web.api.routes import (
    attachments,
    calendars,
    clocks,
    events,
    letters,
    moves,
    offices,
    register_rows,
    registers,
    report_issuing,
    reports,
    requests,
)
from workflow.web.limits import SmallEnough

ROOT: Final = "/api/v1"
LARGEST_BODY: Final = 1024 * 1024
# A file comes as it is; one that is a little too large is told so by its name.
LARGEST_UPLOAD: Final = LARGEST_FILE + LARGEST_BODY
_UPLOAD: Final = re.compile(rf"{ROOT}/requests/[0-9]+/attachments")
_ROUTERS: Final = (
    offices.router,
    requests.router,
    moves.router,
    events.router,
    clocks.router,
    attachments.router,
    letters.router,
    registers.router,
    register_rows.router,
    reports.router,
    report_issuing.router,
    calendars.router,
)


def create_api(installation: Installation) -> FastAPI:
    """Return the API of an installation, which whoever opened it closes."""
    api = _made()
    api.state.installation = installation
    return api


def description() -> dict[str, Any]:
    """Return the description of the API, which is the same for every installation."""
    return _made().openapi()


def _made() -> FastAPI:
    api = FastAPI(
        title="依申请公开办理台 Disclosure Desk",
        version="1",
        description=ABOUT,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        openapi_tags=TAGS,
        responses=ALWAYS,
        redirect_slashes=False,
        generate_unique_id_function=_called,
        servers=[{"url": ROOT}],
        root_path_in_servers=False,
    )
    for router in _ROUTERS:
        api.include_router(router)
    api.state.methods_of = _methods
    failing.install(api)
    written = api.openapi

    def openapi() -> dict[str, Any]:
        if not api.openapi_schema:
            api.openapi_schema = headed(linked(described(written())))
        return api.openapi_schema

    api.openapi = openapi  # type: ignore[method-assign]
    return api


def _methods(scope: Scope) -> list[str]:
    """Return every method that an address has: several routes may share it."""
    found: set[str] = set()
    for router in _ROUTERS:
        for route in router.routes:
            match, _ = route.matches({**scope, "method": ""})
            if isinstance(route, APIRoute) and match is not Match.NONE:
                found |= route.methods or set()
    return sorted(found)


def _called(route: APIRoute) -> str:
    """Return what an operation is called: as its function is."""
    return route.name


class Beside:
    """Sends what is below the root of the API there, past the guards of the desk's pages."""

    def __init__(self, app: ASGIApp, api: ASGIApp) -> None:
        """Stand before the desk, with the API beside it."""
        self._app = app
        self._api = SmallEnough(api, LARGEST_BODY, failing.too_large)
        self._uploads = SmallEnough(api, LARGEST_UPLOAD, failing.too_large)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on to the API, or to the desk."""
        if scope["type"] == "http" and scope["path"].startswith(f"{ROOT}/"):
            below = {**scope, "root_path": scope.get("root_path", "") + ROOT}
            takes_file = _UPLOAD.fullmatch(scope["path"]) is not None
            await (self._uploads if takes_file else self._api)(below, receive, send)
        else:
            await self._app(scope, receive, send)
