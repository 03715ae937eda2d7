"""The application: every route, and what stands before all of them."""

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from workflow.bootstrap import Installation
from workflow.web import failing, static_files
from workflow.web.guarding import SameOrigin, SecureHeaders
from workflow.web.routes import (
    accounts,
    audits,
    calendars,
    cases,
    handovers,
    offices,
    register_papers,
    register_rows,
    registers,
    reminders,
    signing,
    staff,
    worklists,
)

LARGEST_BODY = 12 * 1024 * 1024  # an attachment of 10 MiB, and the form around it
_ROUTERS = (
    static_files.router,
    signing.router,
    worklists.router,
    cases.router,
    calendars.router,
    offices.router,
    audits.router,
    reminders.router,
    staff.router,
    accounts.router,
    handovers.router,
    register_papers.router,
    registers.router,
    register_rows.router,
)


def create_app(installation: Installation) -> FastAPI:
    """Return the application for an installation, which whoever opened it closes."""
    app = FastAPI(
        title="Disclosure Desk",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        max_body_size=LARGEST_BODY,
    )
    app.state.installation = installation
    for router in _ROUTERS:
        app.include_router(router)
    failing.install(app)
    app.add_middleware(SameOrigin)
    app.add_middleware(SecureHeaders)
    app.add_middleware(GZipMiddleware, minimum_size=1_000)
    return app
