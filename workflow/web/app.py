"""The application: every route, and what stands before all of them."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from workflow.bootstrap import Installation
from workflow.web import failing, static_files
from workflow.web.api.app import Beside, create_api
from workflow.web.guarding import SameOrigin, SecureHeaders
from workflow.web.limits import SmallEnough, within_reach
from workflow.web.routes import (
    accounts,
    attachments,
    audits,
    calendars,
    cases,
    dashboards,
    handovers,
    identities,
    intake,
    letter_settings,
    letter_writing,
    letters,
    narratives,
    notices,
    offices,
    persons,
    public,
    public_forms,
    queues,
    register_papers,
    register_rows,
    registers,
    reminder_rules,
    reminders,
    report_checks,
    report_steps,
    reports,
    searches,
    signing,
    slips,
    staff,
    steps,
    tokens,
    worklists,
)

LARGEST_BODY = 12 * 1024 * 1024  # an attachment of 10 MiB, and the form around it
LARGEST_EVER = 64 * 1024 * 1024  # beyond this nothing is read, and nothing said but the status
# More threads than this make every page wait for the interpreter, and none of them quicker.
THREADS = 4
_ROUTERS = (
    static_files.router,
    signing.router,
    worklists.router,
    searches.router,
    intake.router,  # before the pages of one request: /requests/new is none
    cases.router,
    steps.router,
    queues.router,
    slips.router,
    attachments.router,
    public.router,
    public_forms.router,
    calendars.router,
    offices.router,
    audits.router,
    reminders.router,
    staff.router,
    accounts.router,
    tokens.router,
    handovers.router,
    register_papers.router,
    registers.router,
    register_rows.router,
    letter_writing.router,
    letter_settings.router,  # before the letters: /letters/settings is none
    letters.router,
    report_checks.router,
    report_steps.router,
    narratives.router,
    reports.router,
    dashboards.router,
    notices.router,
    reminder_rules.router,
    identities.router,
    persons.router,
)


@asynccontextmanager
async def _evenly(_app: FastAPI) -> AsyncIterator[None]:
    """Serve with few threads and no long pauses, for as long as the application is served.

    What was made by now stays to the end. Looking through all of it for what could be thrown away
    held up a page for a tenth of a second, and found nothing.
    """
    current_default_thread_limiter().total_tokens = THREADS
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def create_app(installation: Installation) -> FastAPI:
    """Return the application for an installation, which whoever opened it closes."""
    app = FastAPI(
        title="Disclosure Desk",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        max_body_size=LARGEST_EVER,
        dependencies=[Depends(within_reach)],
        lifespan=_evenly,
    )
    app.state.installation = installation
    for router in _ROUTERS:
        app.include_router(router)
    failing.install(app)
    app.add_middleware(SmallEnough, largest=LARGEST_BODY)
    app.add_middleware(SameOrigin)
    app.add_middleware(Beside, api=create_api(installation))
    app.add_middleware(SecureHeaders)
    app.add_middleware(GZipMiddleware, minimum_size=1_000)
    return app
