"""The audit of dependencies: what it finds fails, and what it cannot ask is said to be unasked."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.tree import ROOT

FINE: dict[str, Any] = {"name": "jinja2", "version": "3.1.6", "vulns": []}
HURT: dict[str, Any] = {
    "name": "lxml",
    "version": "1.0",
    "vulns": [{"id": "PYSEC-0", "fix_versions": ["2.0"]}],
}
# A stand-in for pip-audit: it writes what it was given where it is told to, or says it and fails.
AUDITOR = """
import json, sys
found, words = json.loads(sys.argv[1])
place = sys.argv[sys.argv.index("--output") + 1]
assert sys.argv[sys.argv.index("--requirement") + 1].endswith(".constraints.txt")
if found is not None:
    open(place, "w").write(json.dumps({"dependencies": found}))
sys.exit(words)
"""


def audited(found: list[dict[str, Any]] | None, words: str = "") -> tuple[int, str]:
    auditor = [sys.executable, "-c", AUDITOR, json.dumps([found, words or 0])]
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, str(Path(ROOT) / ".ci" / "audit.py"), "--", *auditor],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("found", "words", "code", "said"),
    [
        ([FINE], "", 0, "1 个依赖，0 个已知漏洞"),
        ([FINE, HURT], "Found 1 known vulnerability", 1, "lxml 1.0: PYSEC-0 → 2.0"),
        ([FINE, {"name": "x", "skip_reason": "not found"}], "", 1, "x: not found"),
        ([], "", 1, "0 个依赖"),
        (None, "requests.exceptions.ConnectionError: no such name", 3, "漏洞库联系不上"),
        (None, "pip_audit._service.interface.ServiceError: 503", 3, "漏洞库联系不上"),
        (None, "TypeError: something of ours", 2, "查验程序出错"),
        (None, "", 2, "查验程序出错"),
    ],
)
def test_what_the_audit_found_is_its_exit_code(
    found: list[dict[str, Any]] | None, words: str, code: int, said: str
) -> None:
    returned, printed = audited(found, words)

    assert (returned, said in printed) == (code, True), printed


def test_the_checks_pass_over_a_service_that_is_away_and_nothing_else() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    _, _, rest = script.partition(".ci/audit.py || audit=$?\n")
    asked = f"audit=$1; verdict=0\n{rest.partition('make ')[0]}exit $verdict"

    for audit, verdict in ((0, 0), (1, 1), (2, 2), (3, 0)):
        done = subprocess.run(  # noqa: S603 - a piece of our own script
            ["/bin/sh", "-c", asked, "sh", str(audit)], check=False, capture_output=True
        )
        assert done.returncode == verdict
