"""The API, asked by schemathesis: no fault of the program, and no answer that is not described.

`make api-fuzz` asks as three roles and 5,000 times or more; here it is asked some hundred times.
"""

import pytest
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from states.steps import Role
from tests.workflow.web.api.fuzzing import fuzz
from tests.workflow.web.api.permissions import PERMISSIONS
from tests.workflow.web.visiting import Town

pytestmark = pytest.mark.thorough

FEWEST = 300


class Spoiled:
    """Answers one address with a status that nobody described, and another with nothing in it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answers = {"/api/v1/calendar": (418, {}), "/api/v1/me": (200, {"name": 7})}
        found = answers.get(scope.get("path", ""))
        if found is None:
            await self._app(scope, receive, send)
        else:
            status, body = found
            await JSONResponse(body, status_code=status)(scope, receive, send)


def test_what_is_spoiled_is_found(furnished: Town) -> None:
    found = fuzz(furnished, Role.CLERK, 1, is_whole=False, around=Spoiled)

    kinds = {failure.partition(": GET ")[0] for failure in found.failures}
    assert {"status_code_conformance", "response_schema_conformance", "ignored_auth"} <= kinds


def test_no_call_is_answered_otherwise_than_is_described(furnished: Town) -> None:
    found = fuzz(furnished, Role.CLERK, 280, is_whole=False)

    assert found.failures == []
    assert found.errors == []
    assert found.cases >= FEWEST
    assert found.asked == PERMISSIONS.keys()
    assert max(found.statuses) < 500
    assert found.phases["stateful"] > 0
    assert furnished.office.verify().first_break is None
