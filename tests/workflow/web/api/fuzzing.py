"""The API, asked by schemathesis as its own description says and in every way it does not say.

Run as a module it asks so many times: `python -m tests.workflow.web.api.fuzzing 5000`.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import schemathesis
from schemathesis import Case, Config, GenerationMode, HookContext
from schemathesis.engine import events, from_schema
from starlette.types import ASGIApp

from states.steps import Role
from tests.workflow.web.api.calling import FromEverywhere, a_token, fitting, program
from tests.workflow.web.furnished import furnish
from tests.workflow.web.taking import TAKEN
from tests.workflow.web.visiting import Town, town
from workflow.web.app import create_app

DESCRIPTION: Final = "/api/v1/openapi.json"
# What fits the description may still be refused: by the law, by what is on record, by a version.
_REFUSED: Final = ["400", "403", "404", "409", "412", "415", "422"]
# Steps that a sequence of calls takes beside what each operation is asked alone.
_STEPS: Final = 8
# How many sequences there are to each time that one operation is asked alone.
_SEQUENCES: Final = 3
_WRONG: Final = 400
_FEW: Final = 1_000
# What a new row of each register is filled in with, as its own description says.
FITTING: Final[dict[str, dict[str, Any]]] = {}


@schemathesis.hook
def before_call(_context: HookContext, case: Case[Any], _kwargs: dict[str, Any]) -> None:
    """Let every other call that fits the description be one that somebody would send.

    What is generated agrees with the description, and hardly ever with the law; so the half of it
    that is asked anyhow is made of what the forms of the desk are filled in with.
    """
    body = case.body
    if not _is_positive(case) or not isinstance(body, dict) or len(str(body)) % 2:
        return
    places = case.path_parameters or {}
    match case.operation.label:
        case "POST /requests":
            case.body = {"applicant": "王小明", "content": "2024年征地补偿方案"}
        case "POST /requests/{request_id}/moves/{key}":
            places["request_id"] = _near(places)
            typed: dict[str, Any] = {**TAKEN[places["key"]].typed} if places["key"] in TAKEN else {}
            case.body = {"fields": typed, "dry_run": bool(body.get("dry_run"))}
        case "POST /requests/{request_id}/letters" | "POST /requests/{request_id}/letters/draft":
            places["request_id"] = _near(places)
            case.body = {"kind": "receipt_slip" if len(str(body)) % 4 else "registration_form"}
        case "POST /registers/{slug}":
            case.body = {"fields": FITTING[places["slug"]]}
        case "POST /registers/{slug}/{row_id}/amend":
            case.body = {"fields": {"note": str(len(str(body)))}, "reason": "笔误"}
        case _:
            pass


def _near(places: dict[str, Any]) -> int:
    """Return the request that was meant where it is there, or one of those that are."""
    said = int(places["request_id"])
    return said if said < _FEW else 1 + said % 2


def _is_positive(case: Case[Any]) -> bool:
    return case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE


@dataclass
class Found:
    """What came of asking: how often, what was answered, and what should not have been."""

    cases: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    phases: Counter[str] = field(default_factory=Counter)
    operations: Counter[str] = field(default_factory=Counter)  # done, by operation
    asked: set[str] = field(default_factory=set)
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
        for name, node in recorder.cases.items():
            label, interaction = node.value.operation.label, recorder.interactions.get(name)
            self.asked.add(label)
            response = None if interaction is None else interaction.response
            self.operations[label] += response is not None and response.status_code < _WRONG
        for checks in recorder.checks.values():
            self.failures += [
                f"{check.name}: {_told(check)}" for check in checks if check.failure_info
            ]


def _told(check: Any) -> str:  # noqa: ANN401 - of the library
    failure, sample = check.failure_info.failure, check.failure_info.code_sample
    return f"{failure.operation}: {failure.title}: {failure.message}\n{sample}"


def fuzz(
    found_in: Town,
    role: Role,
    cases: int,
    *,
    seed: int = 1,
    is_whole: bool = True,
    around: Callable[[ASGIApp], ASGIApp] | None = None,
) -> Found:
    """Ask the API of a town as one role, about so many times, with all checks.

    Not whole, it leaves out the phase that tries every bound of every field by turns.
    What is put `around` the application may spoil it, to see that this is found.
    """
    app: ASGIApp = FromEverywhere(create_app(found_in.installation))
    if around is not None:
        app = around(app)
    config = _config(a_token(found_in, role), cases, seed, is_whole=is_whole)
    schema = schemathesis.openapi.from_asgi(DESCRIPTION, app, config=config)
    registers = program(found_in).get("/registers").body["items"]
    FITTING.update({one["slug"]: fitting(one["fields"]) for one in registers})
    found = Found()
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished | events.FuzzScenarioFinished):
            found.count(event)
        elif isinstance(event, events.NonFatalError | events.FatalError):
            found.errors.append(str(event))
    return found


def _config(token: str, cases: int, seed: int, *, is_whole: bool) -> Config:
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
            "phases": {
                "coverage": {"enabled": is_whole},
                "stateful": {
                    "max-steps": _STEPS,
                    "generation": {"max-examples": examples * _SEQUENCES},
                },
            },
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
