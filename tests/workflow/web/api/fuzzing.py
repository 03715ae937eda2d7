"""The API, asked by schemathesis as its own description says and in every way it does not say.

Run as a module it asks so many times: `python -m tests.workflow.web.api.fuzzing 5000`.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import IPv4Address
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import schemathesis
from schemathesis import Config
from schemathesis.engine import events, from_schema
from starlette.types import ASGIApp, Receive, Scope, Send

from states.steps import Role
from tests.workflow.web.furnished import furnish
from tests.workflow.web.visiting import PEOPLE, Town, town
from workflow.services.tokens import make_token
from workflow.web.app import create_app

DESCRIPTION: Final = "/api/v1/openapi.json"
# What fits the description may still be refused: by the law, by what is on record, by a version.
_REFUSED: Final = ["400", "403", "404", "409", "412", "422"]
# Steps that a sequence of calls takes beside what each operation is asked alone.
_STEPS: Final = 6


@dataclass
class Found:
    """What came of asking: how often, what was answered, and what should not have been."""

    cases: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    phases: Counter[str] = field(default_factory=Counter)
    operations: set[str] = field(default_factory=set)
    failures: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def count(self, event: Any) -> None:  # noqa: ANN401 - of the library
        """Count what a scenario asked, and keep what failed in it."""
        recorder = event.recorder
        self.phases[event.phase.value] += len(recorder.interactions)
        for interaction in recorder.interactions.values():
            self.cases += 1
            if interaction.response is not None:
                self.statuses[interaction.response.status_code] += 1
        for node in recorder.cases.values():
            self.operations.add(node.value.operation.label)
        for checks in recorder.checks.values():
            self.failures += [
                f"{check.name}: {_told(check)}" for check in checks if check.failure_info
            ]


class FromEverywhere:
    """Lets each call come from another address: wrong tokens are limited by address."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._calls = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            self._calls += 1
            scope["client"] = (str(IPv4Address(self._calls)), 1)
        await self._app(scope, receive, send)


def _told(check: Any) -> str:  # noqa: ANN401 - of the library
    failure, sample = check.failure_info.failure, check.failure_info.code_sample
    return f"{failure.operation}: {failure.title}: {failure.message}\n{sample}"


def fuzz(found_in: Town, role: Role, cases: int, *, seed: int = 1) -> Found:
    """Ask the API of a town as one role, about so many times, in all phases and with all checks."""
    app = FromEverywhere(create_app(found_in.installation))
    with found_in.office.work() as uow:
        made = make_token(
            uow,
            PEOPLE[role],
            "fuzz",
            actor="王管理",
            by=Role.ADMINISTRATOR,
            at=found_in.clock.now(),
        )
    config = _config(made.text, cases, seed)
    schema = schemathesis.openapi.from_asgi(DESCRIPTION, app, config=config)
    found = Found()
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished | events.FuzzScenarioFinished):
            found.count(event)
        elif isinstance(event, events.NonFatalError | events.FatalError):
            found.errors.append(str(event))
    return found


def _config(token: str, cases: int, seed: int) -> Config:
    examples = max(1, cases // 70)
    return Config.from_dict(
        {
            "seed": seed,
            "headers": {"Authorization": f"Bearer {token}"},
            "generation": {
                "max-examples": examples,
                "deterministic": True,
                "no-shrink": True,
                "database": "none",
            },
            "checks": {
                "positive_data_acceptance": {"expected-statuses": ["2xx", *_REFUSED]},
            },
            "phases": {"stateful": {"max-steps": _STEPS}},
        }
    )


@contextmanager
def furnished_town() -> Iterator[Town]:
    """Open a town with something in every register, and another beside it."""
    with TemporaryDirectory() as directory, town(Path(directory)) as opened:
        furnish(opened.office, "净峰本镇事项")
        furnish(opened.other, "东园秘密事项", copies=3)
        yield opened


def main() -> int:
    """Ask as often as the command line says, and print what came of it."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    total = Found()
    for turn, role in enumerate((Role.CLERK, Role.HEAD_OF_OFFICE, Role.ADMINISTRATOR)):
        with furnished_town() as opened:
            found = fuzz(opened, role, wanted // 3, seed=turn + 1)
        print(f"{role}: {found.cases} {dict(found.phases)} {dict(found.statuses)}")  # noqa: T201
        total.cases += found.cases
        total.failures += found.failures
        total.errors += found.errors
    for failure in (*dict.fromkeys(total.failures), *total.errors):
        print(failure)  # noqa: T201
    print(f"cases: {total.cases}, failures: {len(total.failures)}, errors: {len(total.errors)}")  # noqa: T201
    return 1 if total.failures or total.errors or total.cases < wanted else 0


if __name__ == "__main__":
    sys.exit(main())
